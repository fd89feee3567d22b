import pLimit from 'p-limit';
import type { Sample } from '../model/index.ts';
import type { Asking } from './ask.ts';
import { askSample } from './ask.ts';
import type { Budget } from './budget.ts';
import type { StopReason } from './gate.ts';
import { endpointGate } from './gate.ts';
import type { ProgressMeter } from './progress.ts';
import type { Progressed } from './resume.ts';

export interface Execution {
  readonly items: readonly Sample[];
  readonly progressed: Progressed | null;
  readonly concurrency: number;
  readonly budget: Budget;
  readonly meter: ProgressMeter;
  /** First wish to stop: no new calls. Its abort is not an abort of calls in flight. */
  readonly stop: AbortSignal;
  readonly asking: Omit<Asking, 'onAttempt' | 'onScore'>;
}

/**
 * Asks all samples, at most `concurrency` at a time, and returns why it ended early, or null. The
 * samples are pulled one by one: what waits is a position in a list, not a promise per sample.
 */
export async function execute(execution: Execution): Promise<StopReason | null> {
  const { items, progressed, concurrency, meter, budget, stop } = execution;
  const gate = endpointGate(concurrency);
  let reason: StopReason | null = null;
  const end = (why: StopReason | null): void => {
    reason ??= why;
  };
  const asking: Asking = {
    ...execution.asking,
    onAttempt(response, final) {
      meter.attempt(response, final);
      end(budget.note(response.usage));
      if (final) end(gate.note(response));
    },
    onScore: (value) => meter.score(value),
  };
  const queue = items.values();
  const pull = async (): Promise<void> => {
    for (const sample of queue) {
      if (stop.aborted) end({ kind: 'interrupted' });
      if (reason !== null) return;
      const earlier = progressed === null ? undefined : progressed.earlier(sample);
      if (earlier === null) {
        meter.sampleKept();
        continue;
      }
      meter.sampleStarted();
      try {
        const finished = await askSample(sample, asking, earlier);
        if (!finished) end({ kind: 'interrupted' });
      } finally {
        meter.sampleEnded();
      }
    }
  };
  const limit = pLimit(concurrency);
  await Promise.all(Array.from({ length: concurrency }, () => limit(pull)));
  return reason;
}
