import type { Random } from '../random.ts';
import { choiceLines, labelOf, shuffledChoices } from './choices.ts';
import type { GeneratedCase } from './contract.ts';
import { defineGenerator } from './contract.ts';
import type { SpaceTimeQuestion } from './material/space-questions.ts';
import { SPACE_QUESTIONS } from './material/space-questions.ts';
import { TIME_QUESTIONS } from './material/time-questions.ts';

const KINDS = { ...TIME_QUESTIONS, ...SPACE_QUESTIONS };
type Kind = keyof typeof KINDS;
const KIND_NAMES = Object.keys(KINDS) as Kind[];

/**
 * Dates, weekdays, durations, time zones, headings and displacements. Counts are scored as numbers;
 * dates, times and directions are multiple choice, and the prompt shows the options itself.
 */
export const dateSpan = defineGenerator<{ readonly kinds?: readonly Kind[] }>({
  id: 'date-span',
  version: '1.0.0',
  title: { zh: '日期、时长与方位推算', en: 'Dates, durations and directions' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      kinds: { type: 'array', items: { enum: KIND_NAMES }, minItems: 1, uniqueItems: true },
    },
  },
  generate: (options, random) => {
    const kind = random.pick(options.kinds ?? KIND_NAMES);
    return pose(KINDS[kind](random), random);
  },
});

function pose(question: SpaceTimeQuestion, random: Random): GeneratedCase {
  const { text, difficulty } = question;
  if ('number' in question) {
    return {
      prompt: `${text}最后一行只写一个数。`,
      target: question.number,
      scorer: { use: 'number' },
      difficulty,
    };
  }
  const choices = shuffledChoices([question.right, ...question.wrong], random);
  return {
    prompt: `${text}\n\n${choiceLines(choices)}\n\n最后一行写“答案：”加选项字母。`,
    choices,
    target: labelOf(choices, question.right),
    scorer: { use: 'choice' },
    difficulty,
  };
}
