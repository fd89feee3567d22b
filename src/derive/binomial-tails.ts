/*
 * Binomial probabilities as numbers, correct to about 12 digits for n up to a million: for power,
 * plans and intervals. No verdict rests on them; those are counted out in binomial.ts.
 */

/**
 * P(X = k | n, p) by the saddle-point expansion, which loses no digits for large n (Loader 2000,
 * “Fast and accurate computation of binomial probabilities”).
 */
export function binomialPmf(n: number, k: number, p: number): number {
  if (k < 0 || k > n) return 0;
  if (p <= 0) return k === 0 ? 1 : 0;
  if (p >= 1) return k === n ? 1 : 0;
  if (k === 0) return Math.exp(n * Math.log1p(-p));
  if (k === n) return Math.exp(n * Math.log(p));
  const exponent =
    stirlingError(n) -
    stirlingError(k) -
    stirlingError(n - k) -
    deviance(k, n * p) -
    deviance(n - k, n * (1 - p));
  return Math.exp(exponent) * Math.sqrt(n / (2 * Math.PI * k * (n - k)));
}

/** P(X ≥ k | n, p). Example: n = 1000, k = 962, p = 0.95 gives 0.0433482. */
export function atLeast(n: number, k: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n) return 0;
  // The smaller tail is summed: the other would lose its digits in the difference from 1.
  return k > n * p ? tailFrom(n, k, p) : 1 - tailFrom(n, n - k + 1, 1 - p);
}

/** P(X ≤ k | n, p). */
export function atMost(n: number, k: number, p: number): number {
  return atLeast(n, n - k, 1 - p);
}

/** P(X ≥ k) for k above the mean, where the terms fall. */
function tailFrom(n: number, k: number, p: number): number {
  if (p <= 0) return 0;
  let term = binomialPmf(n, k, p);
  let sum = 0;
  for (let i = k; i <= n && term > sum * 1e-18; i++) {
    sum += term;
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
  }
  return Math.min(1, sum);
}

/** ln n! less Stirling's ½ ln(2πn) + n ln n − n, for n ≥ 1. */
function stirlingError(n: number): number {
  if (n <= 15) {
    let factorial = 1;
    for (let i = 2; i <= n; i++) factorial *= i;
    return Math.log(factorial) - (0.5 * Math.log(2 * Math.PI * n) + n * Math.log(n) - n);
  }
  const square = n * n;
  const inner = 1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square;
  return (1 / 12 - (1 / 360 - inner / square) / square) / n;
}

/** x ln(x/m) + m − x, by a series where x and m are close and the terms would cancel. */
function deviance(x: number, m: number): number {
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}
