import { atLeast, atMost, binomialPmf } from './binomial-tails.ts';
import type { CriticalCounts, Requirement } from './critical-counts.ts';
import { criticalCounts } from './critical-counts.ts';
import type { DecisionProbabilities } from './power.ts';

/** One look at the data: the cases asked by then, and the counts that decide. */
export interface Look {
  readonly n: number;
  readonly critical: CriticalCounts;
}

/** A plan with one extension, fixed beforehand, for what the first look leaves inconclusive. */
export interface TwoStagePlan {
  readonly first: Look;
  /** Over all cases, those of the first look among them. */
  readonly second: Look;
}

/**
 * A three-way plan with two looks, each at half of alpha, so that both together wrongly conclude
 * with a probability of alpha at most (Bonferroni). The second look counts all cases: asking again
 * until it passes is not possible, since there is no third.
 *
 * Throws `RangeError` unless 0 < first < total.
 */
export function twoStagePlan(
  first: number,
  total: number,
  { limit, alpha }: Pick<Requirement, 'limit' | 'alpha'>,
): TwoStagePlan {
  if (!Number.isSafeInteger(first) || !Number.isSafeInteger(total) || first < 1 || total <= first) {
    throw new RangeError(`Two stages need 0 < first < total; got ${first} and ${total}`);
  }
  const half = { num: alpha.num, den: alpha.den * 2n };
  const look = (n: number): Look => ({
    n,
    critical: criticalCounts(n, { kind: 'three-way', limit, alpha: half }),
  });
  return { first: look(first), second: look(total) };
}

export interface TwoStageProbabilities extends DecisionProbabilities {
  /** Probability that the first look decides nothing and the extension is asked. */
  readonly extended: number;
  /** Mean number of cases asked. */
  readonly expectedN: number;
}

/** What the plan would say of a system of known share, over both looks. */
export function twoStageProbabilities(
  { first, second }: TwoStagePlan,
  share: number,
): TwoStageProbabilities {
  const pass = first.critical.pass ?? first.n + 1;
  const fail = first.critical.fail ?? -1;
  const more = second.n - first.n;
  let conforming = atLeast(first.n, pass, share);
  let nonconforming = fail < 0 ? 0 : atMost(first.n, fail, share);
  let extended = 0;
  for (let k = fail + 1; k < pass; k++) {
    const seen = binomialPmf(first.n, k, share);
    extended += seen;
    const { pass: latePass, fail: lateFail } = second.critical;
    if (latePass !== null) conforming += seen * atLeast(more, latePass - k, share);
    if (lateFail !== null && lateFail >= k)
      nonconforming += seen * atMost(more, lateFail - k, share);
  }
  return {
    conforming,
    nonconforming,
    inconclusive: Math.max(0, 1 - conforming - nonconforming),
    extended,
    expectedN: first.n + extended * more,
  };
}
