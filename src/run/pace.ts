import type { ModelLimits, Usage } from '../model/index.ts';
import type { Wait } from './wait.ts';

/** Keeps calls under a number of requests and of tokens per minute. */
export interface Pace {
  /** Resolves when a call may start; returns at once when the signal aborts. */
  ready(signal: AbortSignal): Promise<void>;
  /** Takes note of what a call used. */
  used(usage: Usage | undefined): void;
}

const MINUTE = 60_000;

/**
 * Calls in their order, evenly spaced: no two closer than a minute divided by `rpm`, and each call
 * pushes the next one back by the share of the minute that its tokens took of `tpm`. Even spacing
 * rather than a full bucket at the start: a provider's window may begin anywhere, and a burst of a
 * whole minute's calls can fall into one of its windows twice.
 */
export function evenPace({ rpm, tpm }: ModelLimits, now: () => number, wait: Wait): Pace {
  let nextRequest = now();
  let nextTokens = nextRequest;
  return {
    async ready(signal) {
      const at = Math.max(nextRequest, nextTokens, now());
      if (rpm !== undefined) nextRequest = at + MINUTE / rpm;
      const pause = at - now();
      if (pause > 0 && !signal.aborted) await wait(pause, signal);
    },
    used(usage) {
      if (tpm === undefined || usage === undefined) return;
      const tokens = usage.inputTokens + usage.outputTokens;
      nextTokens = Math.max(nextTokens, now()) + (tokens * MINUTE) / tpm;
    },
  };
}
