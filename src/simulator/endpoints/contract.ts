import type { IncomingHttpHeaders } from 'node:http';
import type { JsonObject } from '../../model/index.ts';
import type { Answer } from '../answer.ts';
import type { Place } from '../case-index.ts';
import type { Flaw } from '../completion.ts';
import type { Conversation, Setting } from '../conversation.ts';
import type { StatsSnapshot } from '../stats.ts';

/** What the endpoints may ask of the simulated model. */
export interface SimulatedModel {
  /** The model names that it listens to; null for any. */
  readonly models: readonly string[] | null;
  readonly find: (conversation: Conversation, setting: Setting) => Place | undefined;
  readonly answer: (place: Place | undefined) => Answer;
}

/** The model name in every answer, whatever name was asked for. */
export const MODEL_NAME = 'aigc-simulator-1';

/** The body of an HTTP response. The parts of a stream are its events. */
export interface Payload {
  readonly contentType: string;
  readonly parts: readonly string[];
}

/** A call that was understood: what is asked, and how its answer looks on the wire. */
export interface Call {
  /** Digest of the whole prompt, for counting. */
  readonly prompt: string;
  /** The known case that it asks. */
  readonly place: Place | undefined;
  readonly origin: Answer['origin'];
  readonly render: (flaw: Flaw) => Payload;
}

/** A call that is answered with an error status. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  /** The request field that is wrong. */
  readonly param: string | null;

  constructor(status: number, code: string, message: string, param: string | null = null) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
    this.code = code;
    this.param = param;
  }
}

export interface WireRequest {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** An endpoint that asks the model: counted, and subject to latency and faults. */
export interface ModelEndpoint {
  readonly kind: 'model';
  readonly method: 'POST';
  readonly path: string;
  /** The key that the client presents. */
  readonly apiKey: (headers: IncomingHttpHeaders) => string | undefined;
  /** Throws `ApiError` for a request that a provider would not accept. */
  readonly read: (request: WireRequest, model: SimulatedModel) => Call;
  /** The error in the words of the endpoint's protocol. */
  readonly errorBody: (error: ApiError) => JsonObject;
}

/** An endpoint about the service itself. */
export interface InfoEndpoint {
  readonly kind: 'info';
  readonly method: 'GET';
  readonly path: string;
  readonly body: (model: SimulatedModel, stats: StatsSnapshot) => object;
}

export type Endpoint = ModelEndpoint | InfoEndpoint;

/** The OpenAI form of an error, also used where no protocol is known. */
export function openaiError(error: ApiError): JsonObject {
  const { message, param, code, status } = error;
  const type =
    status === 429 ? 'rate_limit_error' : status < 500 ? 'invalid_request_error' : 'server_error';
  return { error: { message, type, param, code } };
}
