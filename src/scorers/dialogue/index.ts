import type { SchemaObject } from 'ajv';
import type { GradingKey, LocalText } from '../../model/index.ts';
import { defineScorer, type Exemplar, type Score } from '../contract.ts';
import { instruction } from '../instruction/index.ts';
import { answersOf } from './answers.ts';
import { type Breach, breachesOf, type DialogueOptions } from './rules.ts';

const ANSWER: SchemaObject = { type: 'integer', minimum: 1 };

/**
 * What must hold across the answers of a dialogue: constraints in every answer (or from one answer
 * on), and answers that agree with an earlier one. It belongs to a turn, mostly the last, and judges
 * all answers up to that turn; those before may have scorers of their own. That is how an
 * instruction is tested for persistence (after Multi-IF, He et al. 2024, arXiv:2410.15553).
 */
export const dialogue = defineScorer<DialogueOptions>({
  id: 'dialogue',
  version: '1.0.0',
  title: { zh: '对话一致性', en: 'Consistency of a dialogue' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      every: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['constraints'],
          properties: {
            from: { ...ANSWER, description: 'First answer, from 1 on. Default 1.' },
            to: { ...ANSWER, description: 'Last answer. Default the one that is scored.' },
            constraints: instruction.options['properties'].constraints,
          },
        },
      },
      same: {
        type: 'array',
        minItems: 1,
        items: {
          type: 'object',
          additionalProperties: false,
          required: ['as', 'answers'],
          properties: {
            as: { enum: ['number', 'text'] },
            answers: { type: 'array', minItems: 2, uniqueItems: true, items: ANSWER },
          },
        },
      },
      mode: { enum: ['strict', 'loose'] },
    },
  },
  check,
  score(key, response, options): Score {
    const answers = answersOf(key, response);
    const breaches = breachesOf(key, answers, options);
    const [first] = breaches.filter(({ value }) => value === 'fail');
    const shown = first ?? breaches[0];
    const broken = new Set(breaches.map(({ answer }) => answer));
    return {
      value: shown?.value ?? 'pass',
      status: shown?.value === 'invalid' ? 'unparsed' : 'ok',
      parsed: `${answers.length - broken.size}/${answers.length}`,
      rule: shown?.rule ?? 'kept',
      // Only this answer has a place in the response; those before are quoted by their number.
      span: breaches.find(({ answer }) => answer === answers.length)?.span ?? null,
      reason: breaches.length === 0 ? null : reasonOf(breaches),
      detail: {
        answers: answers.length,
        kept: answers.map(({ number }) => !broken.has(number)),
      },
    };
  },
  exemplify,
});

/** Breaches that a reason tells; the detail has all answers. */
const MOST_TOLD = 5;

function reasonOf(breaches: readonly Breach[]): LocalText {
  const told = breaches.slice(0, MOST_TOLD);
  const more = breaches.length - told.length;
  return {
    zh:
      told.map(({ answer, reason }) => `第 ${answer} 个回答：${reason.zh}`).join('') +
      (more > 0 ? `另有 ${more} 处。` : ''),
    en:
      told.map(({ answer, reason }) => `Answer ${answer}: ${reason.en}`).join(' ') +
      (more > 0 ? ` And ${more} more.` : ''),
  };
}

function check(key: GradingKey, { every = [], same = [] }: DialogueOptions): readonly LocalText[] {
  const findings: LocalText[] = [];
  const count = (key.turn ?? 0) + 1;
  if (count === 1) {
    findings.push({
      zh: 'dialogue 要写在 turns 的某一轮上：第一个回答之前没有可比较的回答。',
      en: '"dialogue" belongs to one of the "turns": before the first answer there is nothing to look back at.',
    });
  }
  if (every.length === 0 && same.length === 0) {
    findings.push({
      zh: 'dialogue 至少要写 every、same 之一。',
      en: '"dialogue" needs "every" or "same".',
    });
  }
  const named = [
    ...every.flatMap(({ from = 1, to = 1 }) => [from, to]),
    ...same.flatMap((rule) => rule.answers),
  ];
  const beyond = named.filter((n) => n > count);
  if (beyond.length > 0) {
    findings.push({
      zh: `到这一轮为止只有 ${count} 个回答，没有第 ${Math.max(...beyond)} 个。`,
      en: `There are ${count} answers up to this turn and no answer ${Math.max(...beyond)}.`,
    });
  }
  if (every.some(({ from = 1, to = from }) => from > to)) {
    findings.push({
      zh: 'every 的 from 大于 to。',
      en: 'In "every", "from" is greater than "to".',
    });
  }
  for (const { constraints } of every) {
    findings.push(...(instruction.check?.(key, { constraints } as never) ?? []));
  }
  return findings;
}

/** The answer alone; whether those before keep the rules is not in its hands. */
function exemplify(
  key: GradingKey,
  { every = [], same = [], mode = 'strict' }: DialogueOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const last = (key.turn ?? 0) + 1;
  if (same.some(({ answers }) => answers.includes(last))) return null;
  const constraints = every
    .filter(({ from = 1, to = last }) => from <= last && last <= to)
    .flatMap((rule) => rule.constraints);
  if (constraints.length === 0) return null;
  return instruction.exemplify?.(key, { constraints, mode } as never, kind, random) ?? null;
}
