import { defineGenerator } from './contract.ts';
import { MOTION_PROBLEMS } from './material/motion-problems.ts';
import type { ProblemFamily } from './material/problem.ts';
import { QUANTITY_PROBLEMS } from './material/quantity-problems.ts';
import { TRADE_PROBLEMS } from './material/trade-problems.ts';

type Topic = 'trade' | 'motion' | 'quantity';

const FAMILIES: Readonly<Record<Topic, readonly ProblemFamily[]>> = {
  trade: TRADE_PROBLEMS,
  motion: MOTION_PROBLEMS,
  quantity: QUANTITY_PROBLEMS,
};

const TOPICS = Object.keys(FAMILIES) as Topic[];

/**
 * Word problems of everyday life: one of some forty ways to calculate, told in one of several
 * wordings, with people, things and numbers of its own. The answer is a number without a unit; the
 * question names the unit.
 */
export const wordProblem = defineGenerator<{ readonly topics?: readonly Topic[] }>({
  id: 'word-problem',
  version: '1.0.0',
  title: { zh: '生活与生产应用题', en: 'Word problems of everyday life and work' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      topics: { type: 'array', items: { enum: TOPICS }, minItems: 1, uniqueItems: true },
    },
  },
  generate: (options, random) => {
    const families = (options.topics ?? TOPICS).flatMap((topic) => FAMILIES[topic]);
    const family = random.pick(families);
    const { text, answer } = family.tell(random);
    return {
      prompt: text,
      target: answer,
      scorer: { use: 'number' },
      difficulty: family.difficulty,
    };
  },
});
