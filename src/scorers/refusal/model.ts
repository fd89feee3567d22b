import { featuresOf, type Placed } from './features.ts';
import { WEIGHT_TABLE } from './model-weights.ts';

/**
 * The second opinion, where no rule decides: a sum of whole weights over the features of a sentence.
 * `scripts/train-refusal-model.ts` makes the table from `test/vectors/refusal-training.jsonl`.
 */
export type Weights = ReadonlyMap<string, number>;

/** From here a sentence refuses; from `MODEL_MAYBE` it may. */
export const MODEL_REFUSES = 250;
export const MODEL_MAYBE = 0;

/** How many features name the rule. */
const NAMED = 3;

export const WEIGHTS_OF_MODEL: Weights = parseWeights(WEIGHT_TABLE);

/** @param table one weight a line, `\t`, and the features that have it, `\t` between */
export function parseWeights(table: string): Weights {
  const weights = new Map<string, number>();
  for (const line of table.split('\n')) {
    const [weight, ...names] = line.split('\t');
    for (const name of names) weights.set(name, Number(weight));
  }
  return weights;
}

export function scoreOf(sentence: Placed, weights: Weights): number {
  let sum = 0;
  for (const name of featuresOf(sentence)) sum += weights.get(name) ?? 0;
  return sum;
}

/** The features that speak most for a refusal, as the rule that fired. */
export function nameOf(sentence: Placed, weights: Weights): string {
  const strongest = [...featuresOf(sentence)]
    .map((name) => ({ name, weight: weights.get(name) ?? 0 }))
    .filter(({ name, weight }) => weight > 0 && !name.startsWith('c:'))
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    .slice(0, NAMED);
  return `model:${strongest.map(({ name }) => name.replaceAll(' ', '_')).join('+')}`;
}
