/**
 * What decided: 1 the canonical texts, 2 exact rational values, 3 the structure (sets, intervals,
 * tuples, lists), 4 values at sample points.
 */
export type Tier = 1 | 2 | 3 | 4;

/** Name of a tier in a score. */
export const TIER_NAMES: Readonly<Record<Tier, string>> = {
  1: 'canonical',
  2: 'rational',
  3: 'structure',
  4: 'sampling',
};

/** Whether two answers are the same; null when no tier could decide. */
export interface Verdict {
  readonly same: boolean | null;
  readonly tier: Tier;
}

export const UNDECIDED: Verdict = { same: null, tier: 4 };

export function decided(same: boolean, tier: Tier): Verdict {
  return { same, tier };
}

/** All have to hold: one difference decides, and so the rest need not be decidable. */
export function allOf(verdicts: readonly Verdict[], atLeast: Tier): Verdict {
  const tier = Math.max(atLeast, ...verdicts.map((v) => v.tier)) as Tier;
  if (verdicts.some((v) => v.same === false)) return { same: false, tier };
  return { same: verdicts.every((v) => v.same === true) ? true : null, tier };
}
