import { atLeast, atMost } from './binomial-tails.ts';

/**
 * Exact one-sided confidence bounds of a share of which k of n were seen, each at level 1 − alpha
 * (Clopper and Pearson 1934): the share at which so many, or so few, have the probability alpha.
 * With half the alpha they are the ends of a two-sided interval. Correct to about 12 digits; for
 * display, since a verdict compares whole numbers.
 *
 * Example: k = 970, n = 1000, alpha = 0.05 gives 0.959528 and 0.978325. Without cases 0 and 1.
 * Throws `RangeError` unless 0 ≤ k ≤ n are whole and alpha is between 0 and 1.
 */
export function clopperPearson(
  k: number,
  n: number,
  alpha: number,
): { readonly lower: number; readonly upper: number } {
  if (!Number.isSafeInteger(k) || !Number.isSafeInteger(n) || k < 0 || k > n) {
    throw new RangeError(`Clopper–Pearson needs whole 0 ≤ k ≤ n; got k=${k}, n=${n}`);
  }
  if (!(alpha > 0 && alpha < 1)) throw new RangeError(`alpha between 0 and 1; got ${alpha}`);
  return {
    lower: k === 0 ? 0 : crossing((p) => atLeast(n, k, p) > alpha),
    upper: k === n ? 1 : crossing((p) => atMost(n, k, p) <= alpha),
  };
}

/** Where in [0, 1] the test turns from false to true, to the last digit of a number. */
function crossing(test: (p: number) => boolean): number {
  let [low, high] = [0, 1];
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (test(middle)) high = middle;
    else low = middle;
  }
}
