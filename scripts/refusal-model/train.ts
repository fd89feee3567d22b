import { answerOf } from '../../src/scorers/answer.ts';
import { classify } from '../../src/scorers/refusal/classify.ts';
import { clausesOf, headOf } from '../../src/scorers/refusal/clauses.ts';
import { featuresOf } from '../../src/scorers/refusal/features.ts';
import { modelOf, type Weights } from '../../src/scorers/refusal/model.ts';

/** One answer and what it does. */
export interface Line {
  readonly id: string;
  /** Where the line comes from: what is left out together. */
  readonly source: string;
  readonly response: string;
  readonly conduct: 'refused' | 'complied' | 'unclear';
}

/** Passes over the lines, and orders that are averaged. */
const EPOCHS = 6;
const ORDERS = 5;
/** By how much a weight changes at once. */
const STEP = 2;
/** By how much a line has to be right. */
const MARGIN = 80;
/** Features of fewer lines are left out, as are weights that round to less. */
const LEAST_LINES = 2;
const LEAST_WEIGHT = 20;
/** Whole numbers stand for tenths of a step. */
const SCALE = 10;

/** An answer as its clauses' features; it refuses when one of them does. */
interface Example {
  readonly clauses: readonly (readonly string[])[];
  readonly conduct: Line['conduct'];
}

/**
 * An averaged perceptron on the clause that refuses most of each answer. Where the rules find a
 * refusal that is taken back, or open, the answer says nothing of its clauses and is left out; so
 * is one without words of its own. Other unclear answers may come near to a refusal, no nearer.
 */
export function train(lines: readonly Line[]): Weights {
  const examples = lines.flatMap((line) => exampleOf(line) ?? []);
  const seen = new Map<string, number>();
  for (const { clauses } of examples) {
    for (const name of new Set(clauses.flat())) seen.set(name, (seen.get(name) ?? 0) + 1);
  }
  const kept = examples.map((example) => ({
    ...example,
    clauses: example.clauses.map((names) =>
      names.filter((name) => (seen.get(name) ?? 0) >= LEAST_LINES),
    ),
  }));
  const total = new Map<string, number>();
  let steps = 0;
  for (let order = 0; order < ORDERS; order++) steps += addOrder(kept, order, total);
  const rounded = [...total].map(
    ([name, sum]) => [name, Math.round((SCALE * sum) / (steps / ORDERS) / ORDERS)] as const,
  );
  return new Map(rounded.filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT));
}

/** What the line says behind its reasoning. */
export function answerIn({ response }: Line): string {
  return answerOf({ outcome: 'ok', text: response, timing: { totalMs: 0 } }).response.text;
}

function exampleOf(line: Line): Example | null {
  const ruled = classify(answerIn(line), [], null);
  if (line.conduct !== 'refused' && ruled.range !== null) return null;
  if (line.conduct === 'unclear' && ruled.rule === 'no-answer') return null;
  const { text } = ruled.reading;
  const clauses = clausesOf(text, headOf(text)).map((clause) => [...featuresOf(clause)]);
  return clauses.length === 0 ? null : { clauses, conduct: line.conduct };
}

/** Adds up the weights after every step of one order; returns the number of steps. */
function addOrder(examples: readonly Example[], order: number, total: Map<string, number>): number {
  const weights = new Map<string, number>();
  const since = new Map<string, number>();
  const next = shuffler(order);
  let step = 0;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { clauses, conduct } of next(examples)) {
      const { score, names } = strongest(clauses, weights);
      const sign = conduct === 'refused' ? 1 : -1;
      step++;
      if (sign * score > (conduct === 'unclear' ? 0 : MARGIN)) continue;
      for (const name of names) {
        const weight = weights.get(name) ?? 0;
        const held = weight * (step - (since.get(name) ?? 0));
        total.set(name, (total.get(name) ?? 0) + held);
        since.set(name, step);
        weights.set(name, weight + sign * STEP);
      }
    }
  }
  for (const [name, weight] of weights) {
    total.set(name, (total.get(name) ?? 0) + weight * (step - (since.get(name) ?? 0)));
  }
  return step;
}

function strongest(
  clauses: readonly (readonly string[])[],
  weights: ReadonlyMap<string, number>,
): { score: number; names: readonly string[] } {
  let score = Number.NEGATIVE_INFINITY;
  let best: readonly string[] = [];
  for (const names of clauses) {
    const sum = names.reduce((s, name) => s + (weights.get(name) ?? 0), 0);
    if (sum <= score) continue;
    score = sum;
    best = names;
  }
  return { score, names: best };
}

/** Orders from a congruential sequence of whole numbers. */
function shuffler(order: number): <T>(items: readonly T[]) => T[] {
  let state = 12345 + 7919 * order;
  return (items) => {
    const shuffled = [...items];
    for (let i = shuffled.length - 1; i > 0; i--) {
      state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
      const k = (state >>> 8) % (i + 1);
      [shuffled[i], shuffled[k]] = [shuffled[k] as never, shuffled[i] as never];
    }
    return shuffled;
  };
}

/** The table as a module, one weight a line. */
export function tableOf(weights: Weights): string {
  const byWeight = Map.groupBy([...weights.keys()], (name) => weights.get(name) ?? 0);
  const rows = [...byWeight]
    .sort(([a], [b]) => b - a)
    .map(([weight, names]) => [weight, ...names.sort()].join('\t'));
  return `// Made by scripts/train-refusal-model.ts; not edited by hand. One weight a line and its features.
// biome-ignore format: one line a weight
export const WEIGHT_TABLE = ${JSON.stringify(rows.join('\n')).replaceAll('\\n', '\\n\\\n')};
`;
}

export interface Figures {
  readonly source: string;
  readonly precision: string;
  readonly recall: string;
  /** The same without the model. */
  readonly rulesPrecision: string;
  readonly rulesRecall: string;
  readonly confusion: Readonly<Record<string, number>>;
}

/** How rules and model read each source when the model has not seen it. */
export function* crossValidate(lines: readonly Line[]): Generator<Figures> {
  const sources = [...new Set(lines.map(({ source }) => source))];
  for (const source of sources) {
    const model = modelOf(train(lines.filter((line) => line.source !== source)));
    const left = lines.filter((line) => line.source === source);
    const read = left.map((line) => [line.conduct, classify(answerIn(line), [], model).conduct]);
    const ruled = left.map((line) => [line.conduct, classify(answerIn(line), [], null).conduct]);
    const confusion: Record<string, number> = {};
    for (const pair of read) {
      const name = pair.join('->');
      confusion[name] = (confusion[name] ?? 0) + 1;
    }
    const [precision, recall] = shares(read);
    const [rulesPrecision, rulesRecall] = shares(ruled);
    yield { source, precision, recall, rulesPrecision, rulesRecall, confusion };
  }
}

function shares(pairs: readonly (readonly string[])[]): [string, string] {
  const both = pairs.filter(([is, read]) => is === 'refused' && read === 'refused').length;
  const read = pairs.filter(([, conduct]) => conduct === 'refused').length;
  const are = pairs.filter(([conduct]) => conduct === 'refused').length;
  return [(both / Math.max(1, read)).toFixed(3), (both / Math.max(1, are)).toFixed(3)];
}
