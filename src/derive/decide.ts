import type { RuleKind } from '../standard/index.ts';
import type { Fraction } from './binomial.ts';
import { ceilingCount, lowerCriticalCount, upperCriticalCount } from './binomial.ts';
import type { Outcome, OutcomeReason } from './results.ts';

/** What is required of a share of passing cases, and how it is decided. */
export interface Requirement {
  readonly kind: RuleKind;
  /** The limit as a share of passing cases. */
  readonly limit: Fraction;
  readonly alpha: Fraction;
  readonly maxInvalidRate: Fraction;
  readonly minN: number;
}

/** Whole-number bounds that decide n cases; null when no count does. */
export interface CriticalCounts {
  /** Conforming from so many passes on. */
  readonly pass: number | null;
  /** Nonconforming up to so many passes. */
  readonly fail: number | null;
}

/** The critical counts of a rule on n cases. */
export function criticalCounts(
  n: number,
  { kind, limit, alpha }: Pick<Requirement, 'kind' | 'limit' | 'alpha'>,
): CriticalCounts {
  if (n === 0) return { pass: null, fail: null };
  switch (kind) {
    case 'simple': {
      const pass = ceilingCount(n, limit);
      return { pass, fail: pass === 0 ? null : pass - 1 };
    }
    case 'guarded': {
      const pass = upperCriticalCount(n, limit, alpha);
      return { pass, fail: pass === null ? n : pass === 0 ? null : pass - 1 };
    }
    case 'three-way':
      return {
        pass: upperCriticalCount(n, limit, alpha),
        fail: lowerCriticalCount(n, limit, alpha),
      };
  }
}

/** What was seen of an indicator's cases. */
export interface Tally {
  /** Planned cases: the denominator, whatever became of them. */
  readonly n: number;
  readonly k: number;
  readonly invalid: number;
  /** The part of `invalid` whose calls failed. */
  readonly failedCalls: number;
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
  const { n, k, invalid, failedCalls } = tally;
  const critical = criticalCounts(n, requirement);
  const best = k + invalid;
  const belowLimit = critical.fail !== null && best <= critical.fail;

  if (exceeds(invalid, n, requirement.maxInvalidRate)) {
    if (belowLimit && n >= requirement.minN) return { outcome: 'nonconforming', reason: null };
    const calls = exceeds(failedCalls, n, requirement.maxInvalidRate);
    return {
      outcome: calls ? 'error' : 'inconclusive',
      reason: calls ? failedReason(failedCalls, n) : invalidReason(invalid, n),
    };
  }
  if (n - invalid < requirement.minN) return undersized(tally, requirement, belowLimit);
  if (critical.pass !== null && k >= critical.pass) return { outcome: 'conforming', reason: null };
  if (belowLimit) return { outcome: 'nonconforming', reason: null };
  return { outcome: 'inconclusive', reason: straddlesReason() };
}

/**
 * Below the minimum number of cases nothing is called conforming. Nonconforming is said only when
 * the missing cases could not mend it: an exact bound under the three-way rule, and under the
 * others more failures than the minimum sample may have.
 */
function undersized(tally: Tally, requirement: Requirement, belowLimit: boolean): Decision {
  const { kind, limit, minN } = requirement;
  const failures = tally.n - tally.k - tally.invalid;
  const hopeless = kind === 'three-way' ? belowLimit : failures > minN - ceilingCount(minN, limit);
  if (hopeless) return { outcome: 'nonconforming', reason: null };
  const valid = tally.n - tally.invalid;
  return {
    outcome: 'inconclusive',
    reason: {
      code: 'too-few-cases',
      text: {
        zh: `有效用例 ${valid} 个，少于最少样本量 ${minN}，不作符合判定。`,
        en: `${valid} valid cases are fewer than the minimum of ${minN}; conforming is not said.`,
      },
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
