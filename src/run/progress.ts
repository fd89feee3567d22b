import type { ScoreRecord } from '../evidence/index.ts';
import type { ModelResponse, ResponseOutcome } from '../model/index.ts';
import { outcomeKind } from '../model/index.ts';
import type { Budget } from './budget.ts';

/** How a run stands at a moment. */
export interface Progress {
  readonly total: number;
  /** Samples that need nothing more, those of an earlier try included. */
  readonly done: number;
  readonly inFlight: number;
  readonly attempts: number;
  /** Samples by what was scored of them, those of an earlier try included. */
  readonly pass: number;
  readonly fail: number;
  readonly invalid: number;
  /** Failed attempts by outcome. */
  readonly failures: Readonly<Partial<Record<ResponseOutcome, number>>>;
  readonly elapsedMs: number;
  /** Samples per second since the start; null in the first moments. */
  readonly rate: number | null;
  readonly etaMs: number | null;
  readonly tokens: number;
  readonly cost: number | null;
}

export type Scored = ScoreRecord['value'];

/** From the best to the worst: a sample is what the worst of its turns is. */
const SCORED: readonly Scored[] = ['pass', 'invalid', 'fail'];

export function worse(one: Scored | null, other: Scored): Scored {
  return one !== null && SCORED.indexOf(one) > SCORED.indexOf(other) ? one : other;
}

export interface ProgressMeter {
  attempt(response: ModelResponse, final: boolean): void;
  sampleStarted(): void;
  /** @param value the worst score of its turns; null when none was scored */
  sampleEnded(value: Scored | null): void;
  /** A sample that was begun and needs more. */
  sampleStopped(): void;
  /** A sample that an earlier try had finished. */
  sampleKept(): void;
  /** Samples that turned out not to be needed. */
  leaveOut(samples: number): void;
  snapshot(): Progress;
}

/** Counters only: nothing is printed, kept or waited for while calls run. */
export function progressMeter(
  total: number,
  earlier: { readonly scores: Readonly<Record<Scored, number>> } | null,
  budget: Budget,
  now: () => number,
): ProgressMeter {
  const began = now();
  const failures: Partial<Record<ResponseOutcome, number>> = {};
  const values = { ...(earlier?.scores ?? { pass: 0, fail: 0, invalid: 0 }) };
  let started = 0;
  let ended = 0;
  let stopped = 0;
  let kept = 0;
  let attempts = 0;
  let needless = 0;
  return {
    attempt({ outcome }) {
      attempts++;
      if (outcomeKind(outcome) === 'failed') failures[outcome] = (failures[outcome] ?? 0) + 1;
    },
    sampleStarted() {
      started++;
    },
    sampleEnded(value) {
      ended++;
      if (value !== null) values[value]++;
    },
    sampleStopped() {
      stopped++;
    },
    sampleKept() {
      kept++;
    },
    leaveOut(samples) {
      needless += samples;
    },
    snapshot() {
      const elapsedMs = now() - began;
      const rate = elapsedMs < 500 || ended === 0 ? null : (ended / elapsedMs) * 1000;
      const needed = total - needless;
      const left = needed - kept - ended;
      return {
        ...{
          total: needed,
          done: kept + ended,
          inFlight: started - ended - stopped,
          attempts,
          ...values,
        },
        ...{ failures: { ...failures }, elapsedMs, rate },
        etaMs: rate === null ? null : (left / rate) * 1000,
        tokens: budget.inputTokens + budget.outputTokens,
        cost: budget.cost,
      };
    },
  };
}
