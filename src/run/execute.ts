import pLimit from 'p-limit';
import type { Sample } from '../model/index.ts';
import type { Asking } from './ask.ts';
import { askSample } from './ask.ts';
import type { Budget } from './budget.ts';
import type { StopReason } from './gate.ts';
import { endpointGate } from './gate.ts';
import type { ProgressMeter, Scored } from './progress.ts';
import { worse } from './progress.ts';
import type { Progressed } from './resume.ts';

export interface Execution {
  readonly items: readonly Sample[];
  /** What an earlier try left; null on a fresh run. */
  readonly progressed: Progressed | null;
  readonly concurrency: number;
  readonly budget: Budget;
  readonly meter: ProgressMeter;
  /** Its `stop` is the user's first wish, its `abort` the second. */
  readonly asking: Omit<Asking, 'onAttempt' | 'onScore'>;
}

/**
 * Asks all samples, at most `concurrency` at a time, and returns why it ended early, or null. The
 * samples are pulled one by one: what waits is a position in a list, not a promise per sample.
 */
export async function execute(execution: Execution): Promise<StopReason | null> {
  const { items, progressed, concurrency, meter, budget } = execution;
  const user = execution.asking;
  const gate = endpointGate(concurrency, progressed?.answered ?? false);
  // Evidence that cannot be written, or a mistake in the program: asking on would only cost.
  const broken = new AbortController();
  const ending = new AbortController();
  let reason: StopReason | null = null;
  const end = (why: StopReason | null): void => {
    if (why === null) return;
    reason ??= why;
    ending.abort();
  };
  const abort = AbortSignal.any([user.abort, broken.signal]);
  const stop = AbortSignal.any([user.stop, abort, ending.signal]);
  const asking: Omit<Asking, 'onScore'> = {
    ...user,
    ...{ stop, abort },
    onAttempt(response, final) {
      meter.attempt(response, final);
      budget.note(response.usage);
      end(budget.reached());
      if (final) end(gate.note(response));
    },
  };
  const queue = items.values();
  const pull = async (): Promise<void> => {
    for (const sample of queue) {
      if (user.stop.aborted) end({ kind: 'interrupted' });
      if (stop.aborted) return;
      const earlier = progressed === null ? undefined : progressed.earlier(sample);
      if (earlier === null) {
        meter.sampleKept();
        continue;
      }
      end(budget.reached());
      if (stop.aborted) return;
      meter.sampleStarted();
      let finished = false;
      let scored = earlier?.value ?? null;
      const onScore = (value: Scored): void => {
        scored = worse(scored, value);
      };
      try {
        finished = await askSample(sample, { ...asking, onScore }, earlier);
      } finally {
        if (finished) meter.sampleEnded(scored);
        else meter.sampleStopped();
      }
      if (!finished) end({ kind: 'interrupted' });
    }
  };
  const limit = pLimit(concurrency);
  const worker = (): Promise<void> => limit(pull).catch((error: unknown) => broken.abort(error));
  await Promise.all(Array.from({ length: concurrency }, worker));
  broken.signal.throwIfAborted();
  return reason ?? gate.conclude();
}
