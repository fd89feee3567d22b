import { ceilingCount } from './binomial.ts';
import type { ClusterTally } from './cluster-claims.ts';
import { clusterClaims, clustersSuffice } from './cluster-claims.ts';
import type { Requirement } from './critical-counts.ts';
import { criticalCounts } from './critical-counts.ts';
import type { Fraction } from './fraction.ts';
import type { Outcome, OutcomeReason } from './results.ts';

/** What was seen of an indicator's cases. */
export interface Tally {
  /** Planned cases: the denominator, whatever became of them. */
  readonly n: number;
  readonly k: number;
  readonly invalid: number;
  /** The part of `invalid` whose calls failed. */
  readonly failedCalls: number;
  /** The same cases by cluster; only where some cluster has more than one. */
  readonly clusters?: readonly ClusterTally[];
}

export interface Decision {
  readonly outcome: Outcome;
  readonly reason: OutcomeReason | null;
}

/**
 * The verdict on a tally. An invalid case never counts as a pass, and is never taken for a fail:
 * conforming must hold with all of them failing, nonconforming with all of them passing.
 */
export function decide(tally: Tally, requirement: Requirement): Decision {
  const { n, invalid, failedCalls, clusters } = tally;
  const { conforming, nonconforming } = claimsOf(tally, requirement);

  if (exceeds(invalid, n, requirement.maxInvalidRate)) {
    if (nonconforming && n >= requirement.minN) return { outcome: 'nonconforming', reason: null };
    const calls = exceeds(failedCalls, n, requirement.maxInvalidRate);
    return {
      outcome: calls ? 'error' : 'inconclusive',
      reason: calls ? failedReason(failedCalls, n) : invalidReason(invalid, n),
    };
  }
  if (n - invalid < requirement.minN) {
    const reason = fewCasesReason(n - invalid, requirement.minN);
    return undersized(tally, requirement, nonconforming, reason);
  }
  if (clusters !== undefined && !clustersSuffice(clusters.length, requirement)) {
    const reason = fewClustersReason(n, clusters.length, requirement.zeroFailureMinN);
    return undersized(tally, requirement, nonconforming, reason);
  }
  if (conforming) return { outcome: 'conforming', reason: null };
  if (nonconforming) return { outcome: 'nonconforming', reason: null };
  return { outcome: 'inconclusive', reason: straddlesReason() };
}

/** What the counts alone would let one say. */
interface Claims {
  readonly conforming: boolean;
  readonly nonconforming: boolean;
}

/** The simple rule compares the observed share, which clusters do not change. */
function claimsOf(tally: Tally, requirement: Requirement): Claims {
  const { n, k, invalid, clusters } = tally;
  if (clusters !== undefined && requirement.kind !== 'simple') {
    return clusterClaims(clusters, requirement);
  }
  const { pass, fail } = criticalCounts(n, requirement);
  return {
    conforming: pass !== null && k >= pass,
    nonconforming: fail !== null && k + invalid <= fail,
  };
}

/**
 * With too few cases or clusters nothing is called conforming. Nonconforming is said only when the
 * missing ones could not mend it: an exact bound under the three-way rule, and under the others more
 * failures than the minimum sample may have.
 */
function undersized(
  tally: Tally,
  requirement: Requirement,
  belowLimit: boolean,
  reason: OutcomeReason,
): Decision {
  const { kind, limit, minN } = requirement;
  const failures = tally.n - tally.k - tally.invalid;
  const hopeless = kind === 'three-way' ? belowLimit : failures > minN - ceilingCount(minN, limit);
  if (hopeless) return { outcome: 'nonconforming', reason: null };
  return { outcome: 'inconclusive', reason };
}

function fewCasesReason(valid: number, minN: number): OutcomeReason {
  return {
    code: 'too-few-cases',
    text: {
      zh: `有效用例 ${valid} 个，少于最少样本量 ${minN}，不作符合判定。`,
      en: `${valid} valid cases are fewer than the minimum of ${minN}; conforming is not said.`,
    },
  };
}

function fewClustersReason(
  n: number,
  clusters: number,
  zeroFailureMinN: number | undefined,
): OutcomeReason {
  const zh = `${n} 个用例仅来自 ${clusters} 个题组，同一题组的用例并不相互独立`;
  const en = `The ${n} cases come from ${clusters} clusters, and cases of one cluster are not independent`;
  return {
    code: 'too-few-clusters',
    text:
      zeroFailureMinN === undefined
        ? {
            zh: `${zh}；题组如此之少，即使全部通过也不足以证明达到限值，不作符合判定。`,
            en: `${en}: so few clusters cannot show the limit even if every case passes; conforming is not said.`,
          }
        : {
            zh: `${zh}；零失效规则要求不少于 ${zeroFailureMinN} 个题组，不作符合判定。`,
            en: `${en}: the zero-failure rule needs at least ${zeroFailureMinN} of them; conforming is not said.`,
          },
  };
}

function exceeds(count: number, n: number, rate: Fraction): boolean {
  return BigInt(count) * rate.den > BigInt(n) * rate.num;
}

function failedReason(failed: number, n: number): OutcomeReason {
  return {
    code: 'calls-failed',
    text: {
      zh: `${n} 个用例中有 ${failed} 个调用失败，未得到回答。`,
      en: `${failed} of ${n} calls failed and brought no answer.`,
    },
  };
}

function invalidReason(invalid: number, n: number): OutcomeReason {
  return {
    code: 'too-many-invalid',
    text: {
      zh: `${n} 个用例中有 ${invalid} 个无法评判，超过规则允许的比例。`,
      en: `${invalid} of ${n} cases could not be judged, more than the rule allows.`,
    },
  };
}

function straddlesReason(): OutcomeReason {
  return {
    code: 'limit-within-uncertainty',
    text: {
      zh: '限值落在测量不确定度之内，既不能判符合，也不能判不符合。',
      en: 'The limit lies within the uncertainty: neither conforming nor nonconforming can be said.',
    },
  };
}
