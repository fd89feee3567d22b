import type { Fraction } from './fraction.ts';
import { oneMinus } from './fraction.ts';

/*
 * Exact binomial decisions. Shares and levels are fractions of whole numbers, and all sums are
 * BigInt: two machines, or two languages, cannot disagree about a critical count.
 */

/** C(n, k); 0 unless 0 ≤ k ≤ n. */
export function choose(n: number, k: number): bigint {
  if (k < 0 || k > n) return 0n;
  let result = 1n;
  for (let i = 1; i <= Math.min(k, n - k); i++) result = (result * BigInt(n - i + 1)) / BigInt(i);
  return result;
}

/** Fewest k of n with k/n ≥ share. */
export function ceilingCount(n: number, { num, den }: Fraction): number {
  return Number((BigInt(n) * num + den - 1n) / den);
}

/**
 * The smallest k with P(X ≥ k | n, share) ≤ alpha: so many passes would be too lucky for a system
 * at the limit, so its true share is above it. Null when even k = n is not enough.
 *
 * Equivalent to a one-sided Clopper–Pearson lower bound at or above the limit (Clopper and Pearson
 * 1934). Example: n = 1000, share 0.95, alpha 0.05 gives 962.
 */
export function upperCriticalCount(n: number, share: Fraction, alpha: Fraction): number | null {
  const { num: a, den } = share;
  const b = den - a;
  if (a === 0n) return 0;
  if (b === 0n) return null;
  const total = den ** BigInt(n) * alpha.num;
  // Terms C(n,i)·aⁱ·bⁿ⁻ⁱ from i = n downwards; the division is exact at every step.
  let term = a ** BigInt(n);
  let tail = 0n;
  for (let i = n; i >= 0; i--) {
    tail += term;
    if (tail * alpha.den > total) return i === n ? null : i + 1;
    term = (term * BigInt(i) * b) / (BigInt(n - i + 1) * a);
  }
  return 0;
}

/**
 * The largest k with P(X ≤ k | n, share) ≤ alpha: so few passes would be too unlucky for a system
 * at the limit. Null when even k = 0 is not enough.
 */
export function lowerCriticalCount(n: number, share: Fraction, alpha: Fraction): number | null {
  const few = upperCriticalCount(n, oneMinus(share), alpha);
  if (few === null) return null;
  return few === 0 ? n : n - few;
}

/**
 * P(X ≥ k | n, share) as a number for display, correct to about 12 digits: the sum itself is exact.
 * Example: n = 300, k = 279, share 0.95 gives 0.951.
 */
export function binomialTail(n: number, k: number, { num: a, den }: Fraction): number {
  const b = den - a;
  if (k <= 0) return 1;
  if (k > n || a === 0n) return 0;
  if (b === 0n) return 1;
  let term = a ** BigInt(n);
  let tail = 0n;
  for (let i = n; i >= k; i--) {
    tail += term;
    term = (term * BigInt(i) * b) / (BigInt(n - i + 1) * a);
  }
  const digits = 10n ** 15n;
  return Number((tail * digits) / den ** BigInt(n)) / 1e15;
}
