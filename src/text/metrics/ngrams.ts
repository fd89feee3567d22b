import { numberTokens } from './tokens.ts';

/** Counts of the n-grams of one order. */
export interface NgramCounts {
  readonly answer: number;
  /** Sum over the references. */
  readonly reference: number;
  /** N-grams of the answer, each at most as often as in the reference that has it most often. */
  readonly matched: number;
}

/** Counts for the orders 1 to `maxOrder`; time and memory are linear in the lengths. */
export function countNgrams(
  answer: readonly string[],
  references: readonly (readonly string[])[],
  maxOrder: number,
): NgramCounts[] {
  const { sequences, alphabet } = numberTokens([answer, ...references]);
  const counts: NgramCounts[] = [];
  let prefixes: readonly Int32Array[] = sequences;
  for (let order = 1; order <= maxOrder; order++) {
    // An n-gram has a number of its own: that of its first n - 1 tokens together with its last.
    const numbers = new Map<number, number>();
    if (order > 1) prefixes = sequences.map((s, i) => extend(prefixes[i], s, alphabet, numbers));
    counts.push(clippedCounts(prefixes, order === 1 ? alphabet : numbers.size));
  }
  return counts;
}

function extend(
  prefixes: Int32Array = new Int32Array(),
  tokens: Int32Array,
  alphabet: number,
  numbers: Map<number, number>,
): Int32Array {
  const length = Math.max(0, prefixes.length - 1);
  const last = tokens.length - length;
  const extended = new Int32Array(length);
  for (let i = 0; i < length; i++) {
    const key = (prefixes[i] ?? 0) * alphabet + (tokens[last + i] ?? 0);
    const known = numbers.get(key);
    extended[i] = known ?? numbers.size;
    if (known === undefined) numbers.set(key, numbers.size);
  }
  return extended;
}

function clippedCounts(
  [answer = new Int32Array(), ...references]: readonly Int32Array[],
  size: number,
): NgramCounts {
  const most = new Int32Array(size);
  for (const reference of references) {
    const times = occurrences(reference, size);
    for (const ngram of reference) {
      const n = times[ngram] ?? 0;
      if (n > (most[ngram] ?? 0)) most[ngram] = n;
    }
  }
  let matched = 0;
  for (const ngram of answer) {
    const left = most[ngram] ?? 0;
    if (left > 0) {
      matched++;
      most[ngram] = left - 1;
    }
  }
  const reference = references.reduce((sum, { length }) => sum + length, 0);
  return { answer: answer.length, reference, matched };
}

function occurrences(ngrams: Int32Array, size: number): Int32Array {
  const times = new Int32Array(size);
  for (const ngram of ngrams) times[ngram] = (times[ngram] ?? 0) + 1;
  return times;
}
