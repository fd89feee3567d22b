import type { Capability, LocalText } from '../model/index.ts';
import type { Level, RuleKind } from '../standard/index.ts';

export const OUTCOMES = [
  'conforming',
  'nonconforming',
  'inconclusive',
  'not-applicable',
  'not-tested',
  'error',
] as const;

export type Outcome = (typeof OUTCOMES)[number];

/** The words of a report for the outcomes. */
export const OUTCOME_TITLES: Readonly<Record<Outcome, LocalText>> = {
  conforming: { zh: '符合', en: 'conforming' },
  nonconforming: { zh: '不符合', en: 'nonconforming' },
  inconclusive: { zh: '无法判定', en: 'inconclusive' },
  'not-applicable': { zh: '不适用', en: 'not applicable' },
  'not-tested': { zh: '未测', en: 'not tested' },
  error: { zh: '执行错误', en: 'error' },
};

/** Why an outcome is what it is, when the figures alone do not say so. */
export interface OutcomeReason {
  /** Stable, kebab-case, e.g. `too-few-cases`. */
  readonly code: string;
  readonly text: LocalText;
}

/** Figures of cases whose options were shown in other orders; they decide nothing by themselves. */
export interface PositionBiasResult {
  /** Variants of single-choice cases that were planned, repeats included. */
  readonly variants: number;
  /** Share of variants answered rightly; this and all below are decimal strings of six places. */
  readonly acc: string;
  /** Share of cases answered rightly in every variant. */
  readonly perf: string;
  /** Share of cases whose commonest option over the variants is the right one. */
  readonly vote: string;
  /** Share of each shown label among the answers that could be read. */
  readonly positions: Readonly<Record<string, string>>;
}

/** What the repeats of cases show; it decides nothing by itself. All shares are decimal strings. */
export interface RepeatResult {
  /** Cases that were planned more than once. */
  readonly cases: number;
  /** Repeats of a case; the fewest when suites differ. */
  readonly times: number;
  /** Share of cases whose repeats all came to the same answer, right or wrong. */
  readonly agree: string;
  /** Mean share of a case's repeats that gave its commonest answer. */
  readonly share: string;
  /** By k: probability that at least one of k repeats passes. */
  readonly passAt: Readonly<Record<string, string>>;
  /** By k: probability that all of k repeats pass. */
  readonly passPower: Readonly<Record<string, string>>;
}

/**
 * How cases that are not independent of each other bear on the verdict. Under the simple rule, and
 * where nothing is decided, the critical counts are null: the observed share decides, or nothing.
 */
export interface ClusterResult {
  /** Clusters; a case without one is one by itself. */
  readonly count: number;
  /** Cases of the largest cluster. */
  readonly largest: number;
  /**
   * Variance between the clusters over that of independent cases, decimal string of six places; null
   * when nothing was seen of the correlation.
   */
  readonly designEffect: string | null;
  /** So many independent cases show as much; for the interval and for conforming. */
  readonly effectiveN: number;
  /** Passing cases of `effectiveN`, rounded down. */
  readonly effectiveK: number;
  /** Fewest `effectiveK` that are conforming; null when none is. */
  readonly criticalK: number | null;
  /** The same number with invalid cases counted as passing; for nonconforming. */
  readonly effectiveFailN: number;
  /** Passing cases of `effectiveFailN`, rounded up; down under the guarded rule. */
  readonly effectiveFailK: number;
  /** Most `effectiveFailK` that are nonconforming; null when none is. */
  readonly criticalFailK: number | null;
}

export interface IndicatorResult {
  readonly indicator: string;
  readonly category: string;
  readonly group: LocalText;
  readonly title: LocalText;
  readonly requirement: LocalText;
  readonly level: Level;
  /** False when the run was asked for other indicators only; such a leaf is `not-tested`. */
  readonly inScope: boolean;
  readonly outcome: Outcome;
  readonly reason: OutcomeReason | null;
  /** Cases in the plan, and so the denominator: an invalid case stays in it. */
  readonly n: number;
  /** Passing cases. */
  readonly k: number;
  /** Cases that could not be judged. */
  readonly invalid: number;
  /** Invalid cases whose call failed (time-out, server error, …): a part of `invalid`. */
  readonly failedCalls: number;
  /** k/n, decimal string of six places; null when n is 0. */
  readonly rate: string | null;
  /**
   * Two-sided 95 % Wilson interval of the rate, decimal strings; for display only. Over the effective
   * number of cases where there are clusters.
   */
  readonly lower: string | null;
  readonly upper: string | null;
  /** The limit as a share of passing cases, decimal string; null when reported only. */
  readonly threshold: string | null;
  /** The limit as the catalogue words it, e.g. `<= 0.05`. */
  readonly limit: string | null;
  /** Fewest passing cases of n that are conforming if all are independent; null when no k is. */
  readonly criticalK: number | null;
  /** Most passing cases of n that are nonconforming if all are independent; null when no k is. */
  readonly criticalFailK: number | null;
  readonly minN: number;
  readonly rule: string;
  readonly ruleKind: RuleKind;
  readonly alpha: string;
  readonly metric: string;
  readonly weight: string;
  /** Waivers and conditions; they never change the outcome. */
  readonly modifiers: readonly string[];
  /** Invalid and failing cases by status, e.g. `{unparsed: 2}`. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Only where single-choice cases with permuted options were planned. */
  readonly positionBias?: PositionBiasResult;
  /** Only where cases were asked more than once. */
  readonly repeats?: RepeatResult;
  /**
   * Only where the plan has two looks: the one that the verdict is of. After the first, the cases of
   * the second are neither asked nor counted. `alpha` is then that of each look.
   */
  readonly look?: 1 | 2;
  /** Only where some cluster has more than one case. */
  readonly clusters?: ClusterResult;
  readonly evidence: { readonly suites: readonly string[] };
}

export interface CategoryResult {
  readonly category: string;
  readonly title: LocalText;
  /** Roll-up of the MUST indicators in scope. */
  readonly outcome: Outcome;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  /** Weighted share of the limits reached, 0–1 as a decimal string; null without decided leaves. */
  readonly score: string | null;
}

/** Everything that is concluded of a run. Derived; never edited. */
export interface Results {
  readonly format: 'aigc-results/1';
  readonly outcome: Outcome;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly counts: {
    readonly cases: number;
    readonly samples: number;
    readonly scored: number;
    readonly attempts: number;
    readonly pass: number;
    readonly fail: number;
    readonly invalid: number;
    /** Samples whose call failed for good. */
    readonly errors: number;
  };
  /** `catalogue`: every indicator was to be tested; `selection`: those of the named suites. */
  readonly scope: 'catalogue' | 'selection';
  readonly catalogue: {
    readonly id: string;
    readonly edition: string;
    readonly title: LocalText;
    readonly notice: LocalText;
    readonly publishers: readonly LocalText[];
    readonly indicators: number;
    /** Leaves by provenance kind. */
    readonly provenance: Readonly<Record<string, number>>;
  };
  readonly coverage: {
    readonly indicators: number;
    readonly inScope: number;
    readonly withCases: number;
    readonly decided: number;
  };
  readonly model: {
    readonly name: string;
    readonly requested: string;
    /** Model ids that the provider said answered, sorted. */
    readonly answered: readonly string[];
    readonly adapter: string;
    readonly baseUrl: string | null;
    readonly capabilities: readonly Capability[];
    /** False when the capabilities are the defaults because nothing was declared. */
    readonly capabilitiesDeclared: boolean;
  };
  readonly simulated: boolean;
  readonly assuranceLevel: 'self_attested' | 'witnessed' | 'third_party' | 'reproduced';
  readonly planDigest: string;
  readonly categories: readonly CategoryResult[];
  readonly indicators: readonly IndicatorResult[];
}
