import type { AssuranceLevel, RecordKind } from './vocabulary.ts';

/** An outcome as a statement repeats it; what it means is said where outcomes are derived. */
export type StatedOutcome =
  | 'conforming'
  | 'nonconforming'
  | 'inconclusive'
  | 'not-applicable'
  | 'not-tested'
  | 'error';

// All times below are RFC 3339 in UTC, all digests and key ids lower-case hex.

/** The plan was fixed before the run, by someone other than the runner where it matters. */
export interface PlanPredicate {
  readonly issuedAt: string;
  /** The run has to lie in this window. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** Keys that may run the plan; empty: any runner that the verifier trusts. */
  readonly runnerKeys: readonly string[];
  readonly issuer?: string;
}

/** The run is finished and this is what came of it. */
export interface RunPredicate {
  /** SHA-256 of the plan's canonical JSON. */
  readonly plan: string;
  readonly assuranceLevel: AssuranceLevel;
  readonly signedAt: string;
  readonly harness: { readonly name: string; readonly version: string };
  readonly outcome: StatedOutcome;
  /** SHA-256 of `results/results.json`. */
  readonly results: string;
}

/** A person stands by the decisions recorded under this name. */
export interface ReviewPredicate {
  readonly reviewer: string;
  readonly signedAt: string;
  /** Interests that the reviewer declares. */
  readonly conflicts: readonly string[];
}

/** A certifier's verdict, valid for a time. */
export interface VerdictPredicate {
  /** What stands when the approved records are counted. */
  readonly outcome: StatedOutcome;
  readonly scope: 'catalogue' | 'selection';
  readonly assuranceLevel: AssuranceLevel;
  readonly signedAt: string;
  readonly notBefore: string;
  readonly notAfter: string;
  readonly deviations: readonly string[];
  /** Ids of the records that the outcome rests on. */
  readonly records: readonly string[];
}

/** A waiver, a deviation, or the reason why indicators do not apply. */
export interface RecordPredicate {
  readonly id: string;
  readonly kind: RecordKind;
  readonly indicators: readonly string[];
  readonly justification: string;
  readonly requestedBy: string;
  readonly approvedAt: string;
  readonly expires: string;
  readonly reference?: string;
}

/** Items asked again after the run was signed. */
export interface SpotCheckPredicate {
  readonly performedAt: string;
  readonly outcome: 'accepted' | 'rejected';
  /** Whole numbers, and decimal strings for shares. */
  readonly figures: Readonly<Record<string, number | string>>;
}

export interface Predicates {
  readonly plan: PlanPredicate;
  readonly run: RunPredicate;
  readonly review: ReviewPredicate;
  readonly verdict: VerdictPredicate;
  readonly record: RecordPredicate;
  readonly 'spot-check': SpotCheckPredicate;
}

export type StatementKind = keyof Predicates;
