import type { Clause } from './clauses.ts';
import { eachFeature, FORMS, featuresOf, partsOf } from './features.ts';
import { WEIGHT_TABLE } from './model-weights.ts';
import { begin, follow, type Trie, trieOf } from './trie.ts';

/**
 * The second opinion, where no rule decides: a sum of whole weights over the features of a clause.
 * `scripts/train-refusal-model.ts` makes the table from `test/vectors/refusal-training.jsonl`.
 */
export interface Model {
  readonly weights: Weights;
  /** Those of features of classes, by the place of the form in `FORMS`, then part by part. */
  readonly forms: readonly Branch[];
  /** Those with a word as it is written, by name. */
  readonly named: ReadonlyMap<string, Weight>;
  readonly pairs: Trie<Weight>;
}

/** Of features by name. */
export type Weights = ReadonlyMap<string, number>;

interface Branch {
  weight: Weight | null;
  /** By class. */
  readonly next: Branch[];
}

/** An object of its own: a feature that is found twice counts once. */
interface Weight {
  readonly value: number;
}

/** From here a clause refuses; from `MODEL_MAYBE` it may. */
export const MODEL_REFUSES = 250;
export const MODEL_MAYBE = 0;

/** How many features name the rule. */
const NAMED = 3;

export function modelOf(weights: Weights): Model {
  const forms = FORMS.map((): Branch => ({ weight: null, next: [] }));
  const named = new Map<string, Weight>();
  const pairs: [string, Weight][] = [];
  for (const [name, value] of weights) {
    if (name.startsWith('c:')) pairs.push([name.slice(2), { value }]);
    else if (name.includes('"')) named.set(name, { value });
    else plant(forms, name, { value });
  }
  return { weights, forms, named, pairs: trieOf(pairs) };
}

function plant(forms: readonly Branch[], name: string, weight: Weight): void {
  const [form, parts] = partsOf(name);
  let branch = forms[form];
  if (branch === undefined) throw new RangeError(`No feature is called "${name}".`);
  for (const part of parts) {
    branch.next[part] ??= { weight: null, next: [] };
    branch = branch.next[part];
  }
  branch.weight = weight;
}

export const MODEL: Model = modelOf(parseWeights(WEIGHT_TABLE));

/** @param table one weight a line, `\t`, and the features that have it, `\t` between */
export function parseWeights(table: string): Weights {
  const weights = new Map<string, number>();
  for (const line of table.split('\n')) {
    const [weight, ...names] = line.split('\t');
    for (const name of names) weights.set(name, Number(weight));
  }
  return weights;
}

export function scoreOf(clause: Clause, { forms, named, pairs }: Model): number {
  // A clause has a few dozen: looking through them costs less than a set.
  const found: Weight[] = [];
  let sum = 0;
  const add = (weight: Weight | null | undefined): void => {
    if (weight === null || weight === undefined || found.includes(weight)) return;
    found.push(weight);
    sum += weight.value;
  };
  eachFeature(clause, {
    feature(form, a, b, c, d) {
      let branch = forms[form]?.next[a];
      if (b !== undefined) branch = branch?.next[b];
      if (c !== undefined) branch = branch?.next[c];
      if (d !== undefined) branch = branch?.next[d];
      add(branch?.weight);
    },
    named: (name) => add(named.get(name)),
    pair(text, from, to) {
      let node = begin(pairs, text, from);
      for (let at = from + 1; at < to; at++) node = node && follow(node, text, at);
      add(node?.value);
    },
  });
  return sum;
}

/** The features that speak most for a refusal, as the rule that fired. */
export function ruleOf(clause: Clause, { weights }: Model): string {
  const strongest = [...featuresOf(clause)]
    .map((name) => ({ name, weight: weights.get(name) ?? 0 }))
    .filter(({ name, weight }) => weight > 0 && !name.startsWith('c:'))
    .sort((a, b) => b.weight - a.weight || (a.name < b.name ? -1 : 1))
    .slice(0, NAMED);
  return `model:${strongest.map(({ name }) => name.replaceAll(' ', '_')).join('+')}`;
}
