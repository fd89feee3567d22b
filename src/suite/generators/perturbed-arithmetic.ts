import type { Random } from '../random.ts';
import { choiceLines, labelOf, shuffledChoices } from './choices.ts';
import { defineGenerator, type GeneratedCase } from './contract.ts';
import { PERTURBATIONS, type Perturbation } from './material/perturbations.ts';
import { PLAIN_FAMILIES, type PlainProblem } from './material/plain-problems.ts';

/** `options`: a multiple-choice case whose options stand in another order than their labels. */
const KINDS = [...(Object.keys(PERTURBATIONS) as Perturbation[]), 'options'] as const;
type Kind = (typeof KINDS)[number];

interface Options {
  /** Kinds of perturbation to draw from; absent: all. */
  readonly perturbations?: readonly Kind[];
  /** Perturbations of one case, at most as many as there are kinds; absent: 1 or 2. */
  readonly each?: number;
}

/** Three wrong numbers of the size of the answer: a slip in a digit, not a guess. */
function distractors(answer: number, random: Random): readonly number[] {
  const slips = [1, 2, 5, 9, 10, 11, 20, 90, 100].flatMap((d) => [answer - d, answer + d]);
  return random.sample(
    slips.filter((n) => n > 0),
    3,
  );
}

function asChoice({ answer }: PlainProblem, random: Random) {
  const numbers = [answer, ...distractors(answer, random)].map(String);
  const choices = shuffledChoices(numbers, random);
  // Drawn until it differs from A, B, C, D: an order left as it is would perturb nothing.
  let shown = random.shuffle(choices);
  while (shown.every((choice, i) => choice === choices[i])) shown = random.shuffle(choices);
  return { choices, lines: choiceLines(shown), target: labelOf(choices, String(answer)) };
}

/**
 * Small word problems with a disturbed text: wrong characters, traditional characters, stutter,
 * symbols, spaces, swapped widths, an aside with an irrelevant number, options out of order. The
 * numbers themselves stay whole, so that the answer is that of the clean text. Every prompt shows
 * its own options and answer format: use it in a suite without a frame.
 */
export const perturbedArithmetic = defineGenerator<Options>({
  id: 'perturbed-arithmetic',
  version: '1.0.0',
  title: { zh: '带扰动的应用题', en: 'Word problems with a disturbed text' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      perturbations: {
        type: 'array',
        items: { enum: [...KINDS] },
        minItems: 1,
        uniqueItems: true,
        description: 'kinds of perturbation to draw from',
      },
      each: { type: 'integer', minimum: 1, maximum: 4, description: 'perturbations per case' },
    },
  },
  generate(options, random): GeneratedCase {
    const family = random.pick(PLAIN_FAMILIES);
    const problem = family.tell(random);
    const kinds = options.perturbations ?? KINDS;
    const count = Math.min(kinds.length, options.each ?? random.int(1, 2));
    const chosen = new Set<Kind>(random.sample(kinds, count));
    let { text } = problem;
    for (const [kind, perturb] of Object.entries(PERTURBATIONS)) {
      if (chosen.has(kind as Perturbation)) text = perturb(text, random);
    }
    const rest = {
      cluster: `perturbed-${family.id}`,
      difficulty: Math.min(5, family.difficulty + count - 1) as 1 | 2 | 3 | 4 | 5,
    };
    if (chosen.has('options')) {
      const { choices, lines, target } = asChoice(problem, random);
      return {
        prompt: `${text}\n${lines}\n只写选项字母。`,
        choices,
        target,
        scorer: { use: 'choice' },
        ...rest,
      };
    }
    return {
      prompt: `${text}\n只写最后得数。`,
      target: String(problem.answer),
      scorer: { use: 'number', unit: 'optional' },
      ...rest,
    };
  },
});
