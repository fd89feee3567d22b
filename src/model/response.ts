import type { Json } from './json.ts';
import type { ToolCall } from './message.ts';
import type { ResponseOutcome } from './outcome.ts';

export interface Usage {
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly reasoningTokens?: number;
}

/** Milliseconds, whole numbers, from the moment the request was handed to the transport. */
export interface Timing {
  readonly totalMs: number;
  /** First token of any kind (reasoning, answer, tool call); streamed calls only. */
  readonly firstTokenMs?: number;
  /** First token of the answer itself; streamed calls only. */
  readonly firstAnswerMs?: number;
}

/** Why a call did not end well, in the provider's words; never shown as the model's answer. */
export interface ResponseError {
  /** HTTP status, when there was one. */
  readonly status?: number;
  /** The provider's own error code. */
  readonly code?: string;
  /** At most 2,000 characters, secrets removed. */
  readonly message: string;
  /** The provider's wish (Retry-After), milliseconds. */
  readonly retryAfterMs?: number;
}

/** What one attempt brought back. A value, never an exception: the runner decides what to do. */
export interface ModelResponse {
  readonly outcome: ResponseOutcome;
  /** The answer channel only. May hold a partial answer when the outcome is not `ok`. */
  readonly text: string;
  /** The reasoning channel, from whichever field or tag the provider uses. */
  readonly reasoning?: string;
  readonly toolCalls?: readonly ToolCall[];
  readonly finishReason?: string;
  /** The model id that the provider says answered. */
  readonly model?: string;
  /** `system_fingerprint` or its like. */
  readonly fingerprint?: string;
  readonly usage?: Usage;
  readonly timing: Timing;
  readonly error?: ResponseError;
  /** The body that was sent, media replaced by digests, and the provider's request id. */
  readonly wire?: { readonly url: string; readonly body: Json; readonly requestId?: string };
}

/** Largest error message kept, in UTF-16 units. */
export const MAX_ERROR_MESSAGE = 2000;
