import { numberTokens } from './tokens.ts';

export interface RougeL {
  /** F-measure in [0, 1]. */
  readonly figure: number;
  readonly precision: number;
  readonly recall: number;
  /** Length of the longest common subsequence, in tokens. */
  readonly lcs: number;
}

/**
 * ROUGE-L of Lin 2004, section 3.1 (sentence level): one longest common subsequence over the whole
 * texts. F = (1 + β²)·P·R / (R + β²·P) = (1 + β²)·lcs / (answer + β²·reference), 0 when one of the
 * texts has no tokens.
 *
 * Equal to `rouge-chinese` 1.0.3, and to `rouge` 1.0.1 with `exclusive=False` on one sentence, but
 * for the 1e-8 that they add to the denominator. With its default `exclusive=True`, `rouge` counts
 * different tokens instead of tokens, which on Chinese characters is another figure.
 */
export function rougeL(answer: readonly string[], reference: readonly string[], beta = 1): RougeL {
  const lcs = lcsLength(answer, reference);
  if (lcs === 0) return { figure: 0, precision: 0, recall: 0, lcs };
  const square = beta * beta;
  return {
    figure: ((1 + square) * lcs) / (answer.length + square * reference.length),
    precision: lcs / answer.length,
    recall: lcs / reference.length,
    lcs,
  };
}

/**
 * Length of the longest common subsequence, bit-parallel (Hyyrö 2004, "Bit-parallel LCS-length
 * computation revisited"): a·b/32 steps, memory linear. The table is filled in bands of 32 tokens
 * of `a`; what one band carries into the next is one bit for each token of `b`.
 */
export function lcsLength(a: readonly string[], b: readonly string[]): number {
  const { sequences, alphabet } = numberTokens([a, b]);
  const [pattern = new Int32Array(), text = new Int32Array()] = sequences;
  const carries = new Uint8Array(text.length);
  const masks = new Int32Array(alphabet);
  let length = 0;
  for (let from = 0; from < pattern.length; from += 32) {
    const band = pattern.subarray(from, from + 32);
    band.forEach((token, bit) => {
      masks[token] = (masks[token] ?? 0) | (1 << bit);
    });
    let row = -1;
    for (let j = 0; j < text.length; j++) {
      const matches = row & (masks[text[j] ?? 0] ?? 0);
      const sum = (row >>> 0) + (matches >>> 0) + (carries[j] ?? 0);
      carries[j] = sum > 0xffffffff ? 1 : 0;
      row = sum | 0 | (row & ~matches);
    }
    for (let bit = 0; bit < band.length; bit++) length += (~row >>> bit) & 1;
    for (const token of band) masks[token] = 0;
  }
  return length;
}
