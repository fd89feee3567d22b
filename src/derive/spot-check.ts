import { choose, lowerCriticalCount } from './binomial.ts';
import { atMost } from './binomial-tails.ts';
import type { Fraction } from './fraction.ts';
import { compareFractions, lowest, toNumber } from './fraction.ts';

/*
 * An auditor asks some cases anew, because no record can show by itself that answers were not made
 * up or another model was asked. Too few passes contradict what is claimed.
 */

/**
 * What is claimed:
 * - `share`: the true share of passing cases is (at least) this;
 * - `run`: k of the n cases of a run pass, and would again: cases of the run itself are asked anew;
 * - `sample`: k of n passed, and as many of other cases of the same kind would.
 */
export type Claim =
  | { readonly kind: 'share'; readonly share: Fraction }
  | { readonly kind: 'run'; readonly n: number; readonly k: number }
  | { readonly kind: 'sample'; readonly n: number; readonly k: number };

/**
 * The probability of so few passes or fewer among m cases if the claim holds, exactly: binomial for
 * a share, hypergeometric for cases of the run (drawn without replacement), and for other cases
 * Fisher's exact test, which counts the chance in both samples.
 *
 * Example: a share of 0.97, 187 of 200 give 0.0078. Throws `RangeError` unless 0 ≤ passes ≤ m, and
 * for more cases of the run than it has.
 */
export function spotCheckP(claim: Claim, m: number, passes: number): Fraction {
  requireDraw(claim, m, passes);
  switch (claim.kind) {
    case 'share':
      return binomialAtMost(m, passes, claim.share);
    case 'run':
      return hypergeometricAtMost(claim.n, claim.k, m, passes);
    case 'sample':
      return hypergeometricAtMost(claim.n + m, claim.k + passes, m, passes);
  }
}

/**
 * The most passes among m cases that contradict the claim at level alpha; null when none do.
 * Example: a share of 0.97 at 0.01: 91 of 100, 187 of 200, 283 of 300.
 */
export function spotCheckLimit(claim: Claim, m: number, alpha: Fraction): number | null {
  requireDraw(claim, m, 0);
  if (claim.kind === 'share') return lowerCriticalCount(m, claim.share, alpha);
  // P rises with the passes, so the last one at or below alpha is found by halving.
  let [below, above] = [-1, m + 1];
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2);
    if (compareFractions(spotCheckP(claim, m, middle), alpha) <= 0) below = middle;
    else above = middle;
  }
  return below < 0 ? null : below;
}

/**
 * The probability that m cases contradict the claim at level alpha when the true share is another.
 * For cases of the run, that share of them, rounded down, is what would pass. Example: 0.97 is
 * claimed, 0.92 true, m = 200, alpha 0.01: 0.82.
 */
export function spotCheckPower(claim: Claim, m: number, alpha: Fraction, truth: number): number {
  const limit = spotCheckLimit(claim, m, alpha);
  if (limit === null) return 0;
  if (claim.kind !== 'run') return atMost(m, limit, truth);
  const passing = Math.floor(claim.n * truth);
  return toNumber(hypergeometricAtMost(claim.n, passing, m, limit));
}

/** P(X ≤ k | n, share), exactly. */
function binomialAtMost(n: number, k: number, { num, den }: Fraction): Fraction {
  const other = den - num;
  let sum = 0n;
  let choose = 1n;
  for (let i = 0; i <= k; i++) {
    sum += choose * num ** BigInt(i) * other ** BigInt(n - i);
    choose = (choose * BigInt(n - i)) / BigInt(i + 1);
  }
  return lowest(sum, den ** BigInt(n));
}

/** P(X ≤ x) of the passing ones among m drawn without replacement from n of which k pass. */
function hypergeometricAtMost(n: number, k: number, m: number, x: number): Fraction {
  let sum = 0n;
  for (let i = Math.max(0, m - (n - k)); i <= Math.min(x, k); i++) {
    sum += choose(k, i) * choose(n - k, m - i);
  }
  return lowest(sum, choose(n, m));
}

function requireDraw(claim: Claim, m: number, passes: number): void {
  const whole = Number.isSafeInteger(m) && Number.isSafeInteger(passes);
  if (!whole || m < 1 || passes < 0 || passes > m) {
    throw new RangeError(`A spot check needs 0 ≤ passes ≤ m and m ≥ 1; got ${passes} of ${m}`);
  }
  if (claim.kind === 'run' && m > claim.n) {
    throw new RangeError(`The run has ${claim.n} cases; ${m} cannot be asked anew`);
  }
}
