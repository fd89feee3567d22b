import { clopperPearson } from './clopper-pearson.ts';
import type { Fraction } from './fraction.ts';
import { lowest } from './fraction.ts';

/** A share of which some cases could not be judged, whatever they would have shown. */
export interface InvalidBounds {
  /** All of them failing: (pass)/n. */
  readonly worst: Fraction;
  /** All of them passing. */
  readonly best: Fraction;
  /** Exact lower bound of the worst and upper bound of the best, each at level 1 − alpha. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * The share of passing cases between its two extremes (Manski 1989, worst-case bounds of missing
 * answers): nothing is assumed of cases that could not be judged. The rules decide on the same two
 * counts. Example: 950 of 1000, 20 invalid, is between 0.95 and 0.97.
 *
 * Throws `RangeError` without cases, and when the counts exceed n.
 */
export function invalidBounds(
  { n, k, invalid }: { readonly n: number; readonly k: number; readonly invalid: number },
  alpha: number,
): InvalidBounds {
  if (n < 1 || invalid < 0 || k + invalid > n) {
    throw new RangeError(`Needs k + invalid ≤ n and n ≥ 1; got k=${k}, invalid=${invalid}, n=${n}`);
  }
  return {
    worst: lowest(BigInt(k), BigInt(n)),
    best: lowest(BigInt(k + invalid), BigInt(n)),
    lower: clopperPearson(k, n, alpha).lower,
    upper: clopperPearson(k + invalid, n, alpha).upper,
  };
}
