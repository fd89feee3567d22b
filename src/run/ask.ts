import type { RetryPolicy, RunWriter } from '../evidence/index.ts';
import { digestOf } from '../evidence/index.ts';
import type { Model, ModelRequest, ModelResponse, Sample } from '../model/index.ts';
import { outcomeKind } from '../model/index.ts';
import type { Scorer } from '../scorers/index.ts';
import { endsDialogue, randomFrom, scoreTurn, turnCount, turnRequest } from '../suite/index.ts';
import type { Pace } from './pace.ts';
import type { Scored } from './progress.ts';
import { pauseBefore, retryDecision } from './retry.ts';
import type { Wait } from './wait.ts';

/** What asking a sample needs besides the sample. */
export interface Asking {
  readonly model: Model;
  readonly writer: RunWriter;
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly retry: RetryPolicy;
  readonly pace: Pace;
  /** Waits between the attempts of a call. */
  readonly wait: Wait;
  readonly timeoutMs: number;
  readonly seed: string;
  /** No attempt begins after this; calls in flight may end. Aborts with `abort` at the latest. */
  readonly stop: AbortSignal;
  /** Aborts calls in flight: the user insists, or the run must end. */
  readonly abort: AbortSignal;
  /** Called with every attempt, after it is recorded. */
  onAttempt(response: ModelResponse, final: boolean): void;
  /** Called with every score, after it is recorded. */
  onScore(value: Scored): void;
}

/** What an earlier, interrupted try left of a sample: its answered turns, and its attempts. */
export interface Earlier {
  readonly answers: readonly { readonly attempt: number; readonly response: ModelResponse }[];
  /** Attempts made for the first unanswered turn. */
  readonly attempts: number;
  /** Turns that have a score already. */
  readonly scored: ReadonlySet<number>;
  /** The worst of their scores. */
  readonly value: Scored | null;
}

export const NOTHING_EARLIER: Earlier = {
  answers: [],
  attempts: 0,
  scored: new Set(),
  value: null,
};

/**
 * Asks one sample to its end: every turn, each with as many attempts as the policy allows, every
 * attempt and every score on record. Returns false when it was stopped before its end.
 */
export async function askSample(
  sample: Sample,
  asking: Asking,
  earlier: Earlier = NOTHING_EARLIER,
): Promise<boolean> {
  const answers: ModelResponse[] = [];
  const turns = turnCount(sample);
  for (let turn = 0; turn < turns; turn++) {
    const request = turnRequest(sample, turn, answers);
    const known = earlier.answers[turn];
    const settled =
      known ??
      (await askTurn(
        sample,
        turn,
        request,
        asking,
        turn === earlier.answers.length ? earlier.attempts : 0,
      ));
    if (settled === null) return false;
    const { attempt, response } = settled;
    answers.push(response);
    if (!earlier.scored.has(turn)) record(sample, turn, attempt, request, response, asking);
    if (outcomeKind(response.outcome) === 'failed') return true;
    if (endsDialogue(response)) {
      // No further turn can be asked; each is scored on the answer that closed the dialogue.
      for (let rest = turn + 1; rest < turns; rest++) {
        if (!earlier.scored.has(rest)) record(sample, rest, attempt, request, response, asking);
      }
      return true;
    }
  }
  return true;
}

/** Attempts until one settles the turn; null when the run was stopped before that. */
async function askTurn(
  sample: Sample,
  turn: number,
  request: ModelRequest,
  asking: Asking,
  made: number,
): Promise<{ attempt: number; response: ModelResponse } | null> {
  const began = performance.now();
  const requestDigest = digestOf(request);
  for (let tries = 1; ; tries++) {
    const attempt = made + tries - 1;
    await asking.pace.ready(asking.stop);
    if (asking.stop.aborted) return null;
    const startedAt = new Date().toISOString();
    const response = await callOnce(request, sample.id, asking);
    asking.pace.used(response.usage);
    const aborted = asking.abort.aborted && response.outcome === 'cancelled';
    const random = randomFrom('retry', asking.seed, sample.id, turn, attempt).real();
    const spent = performance.now() - began;
    const pause = aborted
      ? null
      : pauseBefore(retryDecision(response), tries, spent, asking.retry, random);
    const final = pause === null && !aborted;
    asking.writer.attempt({
      ...{ kind: 'attempt', sample: sample.id, turn, attempt, startedAt, requestDigest },
      ...{ response, final },
    });
    asking.onAttempt(response, final);
    if (aborted) return null;
    if (pause === null) return { attempt, response };
    await asking.wait(pause, asking.stop);
  }
}

async function callOnce(
  request: ModelRequest,
  sampleId: string,
  { model, timeoutMs, abort }: Asking,
): Promise<ModelResponse> {
  const timeout = new AbortController();
  const timer = setTimeout(
    () => timeout.abort(new DOMException(`No answer within ${timeoutMs} ms`, 'TimeoutError')),
    timeoutMs,
  );
  const stop = (): void => timeout.abort(abort.reason);
  abort.addEventListener('abort', stop, { once: true });
  if (abort.aborted) stop();
  try {
    return await model.generate(request, timeout.signal, sampleId);
  } finally {
    clearTimeout(timer);
    abort.removeEventListener('abort', stop);
  }
}

function record(
  sample: Sample,
  turn: number,
  attempt: number,
  request: ModelRequest,
  response: ModelResponse,
  asking: Asking,
): void {
  const scored = scoreTurn(sample, turn, request, response, asking.scorers);
  if (scored === null) return;
  const { scorer, score } = scored;
  asking.writer.score({
    ...{ kind: 'score', sample: sample.id, turn, attempt },
    scorer: `${scorer.id}@${scorer.version}`,
    ...score,
  });
  asking.onScore(score.value);
}
