import type { Capability, LocalText } from '../model/index.ts';

/** Where a statement comes from. `standard-clause` needs the digest of the text it was read in. */
export interface Provenance {
  readonly kind: 'standard-clause' | 'other-public-standard' | 'own-proposal';
  /** The document, e.g. `GB 45438-2025 Annex E`, or what the proposal was aligned to. */
  readonly ref: string;
  /** SHA-256 of the text of the standard; required for `standard-clause`. */
  readonly textDigest?: string;
}

export type Level = 'MUST' | 'SHOULD' | 'MAY';

/** How an item of the indicator is judged: the method codes of the catalogue. */
export type Method = 'exact-match' | 'rule' | 'program' | 'reference' | 'model-judge' | 'human';

/** A limit on a share of cases. Decimal strings: a limit is never a float. */
export interface Threshold {
  /** `>=`: the share of passing cases; `<=`: the share of failing cases. */
  readonly comparator: '>=' | '<=';
  readonly value: string;
  readonly provenance: Provenance;
}

/**
 * - `simple`: conforming when the observed share reaches the limit (shared risk).
 * - `guarded`: conforming when the exact one-sided lower bound reaches it, else nonconforming.
 * - `three-way`: as guarded, nonconforming when the upper bound is below it, else inconclusive.
 */
export type RuleKind = 'simple' | 'guarded' | 'three-way';

export interface DecisionRule {
  readonly id: string;
  readonly kind: RuleKind;
  /** One-sided error level, decimal string. */
  readonly alpha: string;
  /** Share of invalid cases above which nothing is concluded, decimal string. */
  readonly maxInvalidRate: string;
  /**
   * Set for a zero-failure plan (every case has to pass): the fewest cases without a failure that
   * show what the plan is meant to show, e.g. 59 for a share of 0.95 at `alpha` 0.05. Indicators
   * under such a rule need a limit without failures and at least this `minN`.
   */
  readonly zeroFailureMinN?: number;
  readonly title: LocalText;
  readonly provenance: Provenance;
}

export interface Category {
  readonly id: string;
  readonly title: LocalText;
  /** Decimal string; only for the score, never for the gate. */
  readonly weight: string;
  readonly provenance: Provenance;
}

/** One leaf of the tree. */
export interface Indicator {
  /** Frozen; never reused for something else. */
  readonly id: string;
  /** Category id. */
  readonly category: string;
  /** 指标 above the 测试项: the middle level of the tree. */
  readonly group: LocalText;
  readonly title: LocalText;
  /** What is required of the model, one sentence. */
  readonly requirement: LocalText;
  readonly level: Level;
  readonly methods: readonly Method[];
  /** The field's name of the figure, e.g. `ACC`, `CER`, `PASS@1`. */
  readonly metric: string;
  /** Decision rule id. */
  readonly rule: string;
  /** Absent: reported, not decided. */
  readonly threshold?: Threshold;
  /** Fewest cases on which conforming may be said. */
  readonly minN: number;
  readonly minNProvenance?: Provenance;
  /** All of these must be declared by the vendor. */
  readonly appliesWhen: readonly Capability[];
  /** At least one of these must be declared as well; absent: no such condition. Never empty. */
  readonly appliesWhenAny?: readonly Capability[];
  /** False when a machine cannot test it with what this product has; then with a reason. */
  readonly verifiable: boolean;
  readonly notTestedReason?: LocalText;
  readonly weight: string;
  readonly provenance: Provenance;
}

export interface Catalogue {
  readonly id: string;
  readonly edition: string;
  readonly title: LocalText;
  /** The line that every report prints until `standard-clause` covers every leaf. */
  readonly notice: LocalText;
  readonly publishers: readonly LocalText[];
  readonly rules: readonly DecisionRule[];
  readonly categories: readonly Category[];
  readonly indicators: readonly Indicator[];
}
