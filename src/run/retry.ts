import type { RetryPolicy } from '../evidence/index.ts';
import type { ModelResponse } from '../model/index.ts';

/** What a response says about asking again. Filters, refusals and bad requests never do. */
export type RetryDecision =
  | { readonly kind: 'no' }
  | { readonly kind: 'transient' }
  | { readonly kind: 'rate-limit'; readonly retryAfterMs: number | null };

export const DEFAULT_RETRY: RetryPolicy = { maxAttempts: 5, maxTotalMs: 15 * 60_000 };

/** First pause before a retry; each further one may be twice as long. Milliseconds. */
const BASE_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

export function retryDecision({ outcome, error }: ModelResponse): RetryDecision {
  switch (outcome) {
    case 'rate_limited':
      return { kind: 'rate-limit', retryAfterMs: error?.retryAfterMs ?? null };
    case 'server_error':
    case 'timeout':
    case 'network':
    case 'unparsed':
      return error?.retryAfterMs === undefined
        ? { kind: 'transient' }
        : { kind: 'rate-limit', retryAfterMs: error.retryAfterMs };
    case 'ok':
    case 'refused':
    case 'filtered_input':
    case 'filtered_output':
    case 'truncated':
    case 'truncated_in_reasoning':
    case 'empty':
    case 'context_exceeded':
    case 'quota':
    case 'auth':
    case 'bad_request':
    case 'unsupported':
    case 'task_failed':
    case 'cancelled':
      return { kind: 'no' };
  }
}

/**
 * Milliseconds to wait before the next attempt, or null when the policy allows none.
 *
 * Full jitter (a uniform draw up to a bound that doubles), so that calls which failed together do
 * not come back together; a provider's own wish is a lower bound.
 *
 * @param made attempts made so far, at least 1
 * @param spentMs milliseconds since the first of them began
 * @param random a number in [0, 1)
 */
export function pauseBefore(
  decision: RetryDecision,
  made: number,
  spentMs: number,
  policy: RetryPolicy,
  random: number,
): number | null {
  if (decision.kind === 'no' || made >= policy.maxAttempts) return null;
  const bound = Math.min(LONGEST_PAUSE, BASE_PAUSE * 2 ** (made - 1));
  const wish = decision.kind === 'rate-limit' ? (decision.retryAfterMs ?? 0) : 0;
  const pause = Math.ceil(wish + random * bound);
  return spentMs + pause > policy.maxTotalMs ? null : pause;
}

/** The demonstration shows an indicator whose calls always fail, and should not wait long for it. */
export const DEMO_RETRY: RetryPolicy = { maxAttempts: 3, maxTotalMs: 20_000 };
