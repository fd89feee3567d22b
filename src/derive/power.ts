import { ceilingCount } from './binomial.ts';
import { atLeast, atMost } from './binomial-tails.ts';
import type { Requirement } from './critical-counts.ts';
import { criticalCounts } from './critical-counts.ts';
import { toNumber } from './fraction.ts';

/** What a rule would say of a system of known share, on independent cases that can all be judged. */
export interface DecisionProbabilities {
  readonly conforming: number;
  readonly nonconforming: number;
  readonly inconclusive: number;
}

type Rule = Pick<Requirement, 'kind' | 'limit' | 'alpha'>;

/**
 * The operating characteristic of a rule on n cases, at a true share. Example: three-way at 0.95,
 * n = 855, true share 0.97: conforming with probability 0.911.
 */
export function decisionProbabilities(n: number, rule: Rule, share: number): DecisionProbabilities {
  const { pass, fail } = criticalCounts(n, rule);
  const conforming = pass === null ? 0 : atLeast(n, pass, share);
  const nonconforming = fail === null ? 0 : atMost(n, fail, share);
  return { conforming, nonconforming, inconclusive: Math.max(0, 1 - conforming - nonconforming) };
}

/**
 * The smallest n, from `from` on, at which a system of the true share is called conforming with at
 * least the given probability. Power rises in steps with n and falls a little between them, so a
 * somewhat larger n may have a little less. Null when none up to `most` will do, as for a true share
 * at or below the limit.
 *
 * Example: three-way at 0.90 and alpha 0.05, true share 0.95, power 0.8 gives 179.
 */
export function smallestN(
  rule: Rule,
  share: number,
  power: number,
  { from = 1, most = 100_000 }: { readonly from?: number; readonly most?: number } = {},
): number | null {
  const limit = toNumber(rule.limit);
  const alpha = toNumber(rule.alpha);
  let pass = 0;
  for (let n = from; n <= most; n++) {
    pass = rule.kind === 'simple' ? ceilingCount(n, rule.limit) : lucky(n, pass, limit, alpha);
    if (pass > n || atLeast(n, pass, share) < power) continue;
    // The search is in numbers; the answer rests on the exact count.
    const exact = criticalCounts(n, rule).pass;
    if (exact !== null && atLeast(n, exact, share) >= power) return n;
  }
  return null;
}

/** The smallest k from `least` on with P(X ≥ k) ≤ alpha; n + 1 when none. Never falls with n. */
function lucky(n: number, least: number, limit: number, alpha: number): number {
  let k = least;
  // A hair above alpha may be alpha itself, which the exact count then says.
  while (k <= n && atLeast(n, k, limit) > alpha * (1 + 1e-11)) k++;
  return k;
}
