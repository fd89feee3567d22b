import type {
  Capability,
  JsonObject,
  LocalText,
  ModelParams,
  ModelRequest,
  ModelResponse,
  ResponseOutcome,
  Sample,
} from '../model/index.ts';
import type { Catalogue } from '../standard/index.ts';

/**
 * How the repeats of one case become one verdict on the case: every repeat passes, most of them do,
 * or all come to the same answer, right or wrong.
 */
export const REPEAT_RULES = ['all', 'majority', 'agree'] as const;

export type RepeatRule = (typeof REPEAT_RULES)[number];

/** How often each case of a suite is asked, and what becomes of it. */
export interface RepeatPlan {
  readonly times: number;
  readonly rule: RepeatRule;
}

/** What the plan says of one indicator: fixed before the first call. */
export interface PlannedIndicator {
  readonly indicator: string;
  /** False when the run was asked for other suites. */
  readonly inScope: boolean;
  readonly cases: number;
  /** True when the cases are for demonstration only: they cannot add up to conforming. */
  readonly demonstration: boolean;
  readonly suites: readonly string[];
  /**
   * Present when there are two looks: what the first one counts. `cases` and the counts beside it
   * are then those of the second, over all cases, and each look is held to half of alpha.
   */
  readonly first?: {
    readonly cases: number;
    readonly criticalK: number | null;
    readonly criticalFailK: number | null;
  };
  /** Exact decision on `cases` independent cases; null when no k decides. */
  readonly criticalK: number | null;
  readonly criticalFailK: number | null;
  /**
   * Only where some cluster has more than one case. What then decides is the effective number of
   * cases, which is not known before the run and never more than `cases`.
   */
  readonly clusters?: { readonly count: number; readonly largest: number };
}

/** The system under test as declared, without secrets. */
export interface SystemUnderTest {
  readonly name: string;
  readonly adapter: string;
  readonly profile: string | null;
  readonly model: string;
  readonly baseUrl: string | null;
  readonly capabilities: readonly Capability[];
  readonly capabilitiesDeclared: boolean;
  readonly params: ModelParams;
  readonly timeoutMs: number;
  readonly stream: boolean;
}

export interface RetryPolicy {
  /** Attempts for one call at most. */
  readonly maxAttempts: number;
  /** Milliseconds for all attempts of one call and the waiting between them. */
  readonly maxTotalMs: number;
}

/** What was fixed before the run; `plan/plan.json`. Samples are in `plan/items.public.jsonl`. */
export interface Plan {
  readonly format: 'aigc-plan/1';
  readonly harness: { readonly name: string; readonly version: string };
  readonly scope: 'catalogue' | 'selection';
  readonly catalogue: Catalogue;
  readonly suites: readonly {
    readonly suite: string;
    readonly version: string;
    readonly indicator: string;
    readonly file: string;
    /** SHA-256 of the suite file's bytes. */
    readonly sha256: string;
    readonly licence: string;
    readonly source: string;
    readonly title: LocalText;
    readonly cases: number;
    /** Only where the suite states its own; else `repeats` and `repeatRule` of the plan hold. */
    readonly repeat?: RepeatPlan;
  }[];
  readonly scorers: readonly { readonly id: string; readonly version: string }[];
  readonly sut: SystemUnderTest;
  readonly seed: string;
  /** `all`, `min` or a number of cases per indicator. */
  readonly sampling: string;
  /** As `sampling`: how many cases in all, where the first look decides nothing. */
  readonly extendTo?: string;
  readonly repeats: number;
  readonly repeatRule: RepeatRule;
  readonly retry: RetryPolicy;
  /** What the model is asked at the beginning, half way and at the end, to see that it is one. */
  readonly canary?: ModelRequest;
  readonly samples: number;
  /** Merkle root (RFC 6962) of the lines of the items file, hex. */
  readonly itemsRoot: string;
  readonly indicators: readonly PlannedIndicator[];
}

/** One line of `plan/items.public.jsonl`. */
export type Item = Sample;

/** One attempt: one line of `evidence/samples.000.jsonl` (chain fields left out). */
export interface AttemptRecord {
  readonly kind: 'attempt';
  readonly sample: string;
  /** 0-based user turn. */
  readonly turn: number;
  /** 0-based try for this turn. */
  readonly attempt: number;
  /** RFC 3339, UTC, milliseconds. */
  readonly startedAt: string;
  readonly requestDigest: string;
  readonly response: ModelResponse;
  /** True when this attempt settled the turn: the first answer, or the last failure of a try. */
  readonly final: boolean;
  /** Of a hidden item; see `blindOf`. Written with the line, never given to the writer. */
  readonly blind?: string;
}

/** One scored turn: one line of `evidence/scores.000.jsonl`. */
export interface ScoreRecord {
  readonly kind: 'score';
  readonly sample: string;
  readonly turn: number;
  /** The attempt whose response was scored. */
  readonly attempt: number;
  readonly scorer: string;
  readonly value: 'pass' | 'fail' | 'invalid';
  readonly status: string;
  readonly parsed: string | null;
  readonly rule: string | null;
  readonly span: { readonly start: number; readonly end: number; readonly text: string } | null;
  readonly reason: LocalText | null;
  readonly detail: JsonObject;
  /** As that of an attempt. */
  readonly blind?: string;
}

/** One line of `evidence/journal.000.jsonl`: what the runner did besides asking. */
export interface JournalRecord {
  readonly kind: 'event';
  readonly at: string;
  readonly event:
    | 'started'
    | 'resumed'
    | 'interrupted'
    | 'stopped'
    | 'finished'
    | 'limit-changed'
    | 'tail-healed';
  readonly detail: JsonObject;
}

export type EvidenceRecord = AttemptRecord | ScoreRecord | JournalRecord;

/** What a line of a public edition says of the line in whose place it stands. */
interface RedactedLine {
  readonly kind: 'redacted';
  readonly seq: number;
  /** SHA-256 of the line that was replaced: what the next line's `prev` names. */
  readonly line: string;
  /** Its leaf hash in the Merkle tree. */
  readonly leaf: string;
}

/** Of a line about one attempt or score. */
interface RedactedTurn extends RedactedLine {
  readonly sample: string;
  readonly turn: number;
  readonly attempt: number;
}

export interface RedactedAttempt extends RedactedTurn {
  readonly of: 'attempt';
  readonly final: boolean;
  readonly outcome: ResponseOutcome;
  /** The model id that the provider says answered. */
  readonly model?: string;
}

export interface RedactedScore extends RedactedTurn {
  readonly of: 'score';
  readonly value: ScoreRecord['value'];
  readonly status: string;
  /**
   * Stands for the answer as read where a case was asked more than once: the same for the same
   * answer to the same case, and nothing else can be told from it (see `answerMark`).
   */
  readonly answer?: string;
}

export interface RedactedEvent extends RedactedLine {
  readonly of: 'event';
  readonly at: string;
  readonly event: JournalRecord['event'];
}

/** A line of a public edition that shows of another no more than is needed to count it. */
export type RedactedRecord = RedactedAttempt | RedactedScore | RedactedEvent;
