import { choose } from './binomial.ts';
import type { Fraction } from './fraction.ts';
import { lowest, plus } from './fraction.ts';

/**
 * pass@k, unbiased: the probability that at least one of k answers drawn from n is right, when c of
 * the n are: 1 − C(n−c, k)/C(n, k) (Chen et al. 2021, "Evaluating Large Language Models Trained on
 * Code", equation 1). Exact, in lowest terms. Example: n = 5, c = 2, k = 2 gives 7/10.
 *
 * Throws `RangeError` unless 0 ≤ c ≤ n and 1 ≤ k ≤ n: fewer answers than k say nothing of pass@k.
 */
export function passAtK(n: number, c: number, k: number): Fraction {
  requireCounts(n, c, k);
  const all = choose(n, k);
  return lowest(all - choose(n - c, k), all);
}

/**
 * pass^k, unbiased: the probability that all of k answers drawn from n are right: C(c, k)/C(n, k)
 * (Yao et al. 2024, "τ-bench", section 4). Example: n = 5, c = 4, k = 2 gives 3/5.
 *
 * Throws `RangeError` as `passAtK` does.
 */
export function passPowerK(n: number, c: number, k: number): Fraction {
  requireCounts(n, c, k);
  return lowest(choose(c, k), choose(n, k));
}

/** The mean of fractions, exactly; null of none. Both figures are means over the cases. */
export function meanOf(fractions: readonly Fraction[]): Fraction | null {
  if (fractions.length === 0) return null;
  let sum: Fraction = { num: 0n, den: 1n };
  for (const fraction of fractions) sum = plus(sum, fraction);
  return lowest(sum.num, sum.den * BigInt(fractions.length));
}

function requireCounts(n: number, c: number, k: number): void {
  const whole = [n, c, k].every((count) => Number.isSafeInteger(count));
  if (!whole || c < 0 || c > n || k < 1 || k > n) {
    throw new RangeError(`pass@k needs 0 ≤ c ≤ n and 1 ≤ k ≤ n; got n=${n}, c=${c}, k=${k}`);
  }
}
