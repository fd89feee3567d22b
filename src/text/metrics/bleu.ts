import { countNgrams } from './ngrams.ts';
import { tokensOf } from './tokens.ts';

const MAX_ORDER = 4;

/** What BLEU is computed from; corpus BLEU is computed from the sums over the sentences. */
export interface BleuStatistics {
  readonly answerTokens: number;
  /** Length of the reference closest in length, the shorter one of two. */
  readonly referenceTokens: number;
  /** Matched n-grams of the orders 1 to 4. */
  readonly matched: readonly number[];
  /** N-grams of the answer. */
  readonly total: readonly number[];
}

export interface Bleu {
  /** In [0, 1]; sacreBLEU prints it times 100. */
  readonly figure: number;
  /** Of the orders 1 to 4, smoothed. */
  readonly precisions: readonly number[];
  readonly brevityPenalty: number;
}

/** With the tokeniser `sacrebleu-zh`. Several references share the work: see `countNgrams`. */
export function bleuStatistics(answer: string, references: readonly string[]): BleuStatistics {
  const tokens = tokensOf(answer, 'sacrebleu-zh');
  const referenceTokens = references.map((text) => tokensOf(text, 'sacrebleu-zh'));
  const counts = countNgrams(tokens, referenceTokens, MAX_ORDER);
  return {
    answerTokens: tokens.length,
    referenceTokens: closest(
      tokens.length,
      referenceTokens.map(({ length }) => length),
    ),
    matched: counts.map(({ matched }) => matched),
    total: counts.map((order) => order.answer),
  };
}

/** BLEU of one sentence: orders that the answer is too short for are left out. */
export function sentenceBleu(statistics: BleuStatistics): Bleu {
  return bleu(statistics, statistics.total.filter((total) => total > 0).length);
}

/** BLEU of a corpus: all four orders count. */
export function corpusBleu(sentences: readonly BleuStatistics[]): Bleu {
  const sum = (of: (s: BleuStatistics) => number): number =>
    sentences.reduce((total, sentence) => total + of(sentence), 0);
  const orders = Array.from({ length: MAX_ORDER }, (_, n) => n);
  return bleu(
    {
      answerTokens: sum((s) => s.answerTokens),
      referenceTokens: sum((s) => s.referenceTokens),
      matched: orders.map((n) => sum((s) => s.matched[n] ?? 0)),
      total: orders.map((n) => sum((s) => s.total[n] ?? 0)),
    },
    MAX_ORDER,
  );
}

/**
 * Papineni et al. 2002 with the smoothing `exp` of Chen and Cherry 2014, method 3: the k-th order
 * without a match counts 1 / 2^k matches. Equal to sacreBLEU 2.6.0.
 */
function bleu(statistics: BleuStatistics, orders: number): Bleu {
  const { answerTokens, referenceTokens, matched, total } = statistics;
  // exp(-∞) is 0: an answer without tokens.
  const brevityPenalty =
    answerTokens < referenceTokens ? Math.exp(1 - referenceTokens / answerTokens) : 1;
  if (matched.every((count) => count === 0)) {
    return { figure: 0, precisions: matched.map(() => 0), brevityPenalty };
  }
  let smallest = 1;
  const precisions = matched.map((count, n) => {
    const ngrams = total[n] ?? 0;
    if (ngrams === 0) return 0;
    if (count > 0) return count / ngrams;
    smallest /= 2;
    return smallest / ngrams;
  });
  const logarithms = precisions.slice(0, orders).map(Math.log);
  const mean = logarithms.reduce((sum, value) => sum + value, 0) / orders;
  // The mean of four logarithms of 1 may come out a hair above 0.
  return { figure: Math.min(1, brevityPenalty * Math.exp(mean)), precisions, brevityPenalty };
}

function closest(length: number, lengths: readonly number[]): number {
  return lengths.reduce((best, candidate) => {
    const nearer = Math.abs(candidate - length) - Math.abs(best - length);
    return nearer < 0 || (nearer === 0 && candidate < best) ? candidate : best;
  }, Infinity);
}
