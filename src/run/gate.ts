import type { ModelResponse, ResponseOutcome } from '../model/index.ts';
import { outcomeKind } from '../model/index.ts';

/** Why a run ends before its plan does. */
export type StopReason =
  | { readonly kind: 'interrupted' }
  | { readonly kind: 'endpoint'; readonly outcome: ResponseOutcome; readonly message: string }
  | { readonly kind: 'budget'; readonly what: 'tokens' | 'cost'; readonly limit: string };

/** Failures in a row, beyond the calls in flight, after which an endpoint is taken for dead. */
const FAILURES_IN_A_ROW = 20;

/**
 * Decides when asking on is pointless: a key that is refused or an account without credit at once,
 * an endpoint that never answered when the first calls have used up their attempts, an endpoint that
 * stopped answering after many failures in a row.
 */
export interface Gate {
  /** Takes note of the final response of a call; returns a reason to stop, or null. */
  note(response: ModelResponse): StopReason | null;
  /**
   * What the calls say together when all have been made: an endpoint that answered none of them is
   * a finding about the endpoint, however few they were.
   */
  conclude(): StopReason | null;
}

/** @param answeredBefore true when an earlier try of the run brought answers */
export function endpointGate(concurrency: number, answeredBefore: boolean): Gate {
  let answered = false;
  let failedInARow = 0;
  let last: StopReason | null = null;
  return {
    note({ outcome, error }) {
      if (outcomeKind(outcome) !== 'failed') {
        answered = true;
        failedInARow = 0;
        return null;
      }
      failedInARow++;
      const reason: StopReason = {
        kind: 'endpoint',
        outcome,
        message: error?.message ?? outcome,
      };
      last = reason;
      switch (outcome) {
        case 'auth':
        case 'quota':
          return reason;
        case 'network':
          if (!answered) return reason;
          break;
        case 'timeout':
        case 'server_error':
        case 'unparsed':
        case 'rate_limited':
          // One case can be what breaks a server; three different ones in a row are the server.
          if (!answered && failedInARow >= 3) return reason;
          break;
        default:
          // Bad requests and the like can be about one case; only a long row says otherwise.
          break;
      }
      return failedInARow >= FAILURES_IN_A_ROW + concurrency ? reason : null;
    },
    conclude: () => (answered || answeredBefore ? null : last),
  };
}
