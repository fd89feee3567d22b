import type { Json, ModelResponse, ResponseOutcome } from '../src/model/index.ts';
import type { Ending, FinishReasons } from './answer.ts';
import { AnswerDraft, settle } from './answer.ts';
import { displayUrl } from './endpoint.ts';
import type { Fault } from './faults.ts';
import { excerpt, faultOfBody, faultOfSignal, faultOfStatus, parseJson } from './faults.ts';
import type { EncodedMedia } from './media.ts';
import { withoutMedia } from './media.ts';
import { isObject } from './provider-error.ts';
import type { Scrubber } from './secrets.ts';
import type { Exchange, Fetch, Transport } from './transport.ts';

/** What one protocol does with one request; everything that protocols share is in `callOverHttp`. */
export interface ProtocolCall {
  /** Sends through the protocol's SDK. Resolves with the very response that `fetch` gave. */
  send(fetch: Fetch, signal: AbortSignal): Promise<Response>;
  /** The decoded JSON events of a stream. Throws `SyntaxError` on one that is not JSON. */
  events(response: Response): AsyncIterable<unknown>;
  /** Takes a whole answer in; false when it is not one. */
  readDocument(body: Record<string, unknown>, draft: AnswerDraft): boolean;
  /** Takes one event in. */
  readEvent(event: Record<string, unknown>, draft: AnswerDraft): void;
}

export interface CallContext {
  readonly transport: Transport;
  readonly now: () => number;
  readonly scrubber: Scrubber;
  readonly media: EncodedMedia;
  readonly finishReasons: FinishReasons;
}

/** One attempt, from sending to the recorded response. Rejects only for a mistake in the program. */
export async function callOverHttp(
  call: ProtocolCall,
  signal: AbortSignal,
  context: CallContext,
): Promise<ModelResponse> {
  const exchange = context.transport.exchange(signal);
  const draft = new AnswerDraft(context.now);
  const calledAt = context.now();
  try {
    const ending = await converse(call, exchange, draft, signal);
    const settled = settle(draft, ending, context.finishReasons);
    const sentAt = exchange.sent?.at ?? calledAt;
    const since = (at: number): number => Math.max(0, Math.round(at - sentAt));
    const streamed = exchange.received?.document === undefined;
    const { firstTokenAt, firstAnswerAt } = draft;
    const wire = describeWire(exchange, context);
    return context.scrubber.response({
      ...settled,
      timing: {
        totalMs: since(context.now()),
        ...(streamed && firstTokenAt !== undefined ? { firstTokenMs: since(firstTokenAt) } : {}),
        ...(streamed && firstAnswerAt !== undefined ? { firstAnswerMs: since(firstAnswerAt) } : {}),
      },
      ...(wire === undefined ? {} : { wire }),
    });
  } finally {
    exchange.close();
  }
}

async function converse(
  call: ProtocolCall,
  exchange: Exchange,
  draft: AnswerDraft,
  signal: AbortSignal,
): Promise<Ending> {
  let response: Response;
  try {
    response = await call.send(exchange.fetch, signal);
  } catch (error) {
    const interrupted = brokenBy(signal, exchange);
    if (interrupted !== undefined) return interrupted;
    // An SDK throws for every error status; anything else it throws is a mistake of ours.
    const { status = 0, headers = new Headers(), document } = exchange.received ?? {};
    if (document === undefined || status < 300) throw error;
    return { kind: 'fault', fault: faultOfStatus(status, headers, document) };
  }
  const interrupted = brokenBy(signal, exchange);
  if (interrupted !== undefined) return interrupted;
  const document = exchange.received?.document;
  return document === undefined
    ? readEvents(call, response, exchange, draft, signal)
    : readDocument(call, document, response.status, draft);
}

function readDocument(
  call: ProtocolCall,
  document: string,
  status: number,
  draft: AnswerDraft,
): Ending {
  const body = parseJson(document);
  const fault = faultOfBody(body, { status, sawOutput: false });
  if (fault !== undefined) return { kind: 'fault', fault };
  if (isObject(body) && call.readDocument(body, draft))
    return { kind: 'complete', streamed: false };
  const found = excerpt(document);
  const message = found === '' ? 'the response has no body' : `not an answer: ${found}`;
  return broken('unparsed', { status, message });
}

async function readEvents(
  call: ProtocolCall,
  response: Response,
  exchange: Exchange,
  draft: AnswerDraft,
  signal: AbortSignal,
): Promise<Ending> {
  try {
    for await (const event of call.events(response)) {
      const context = { status: response.status, sawOutput: draft.sawOutput };
      const fault = faultOfBody(event, context);
      if (fault !== undefined) return { kind: 'fault', fault };
      if (isObject(event)) call.readEvent(event, draft);
    }
  } catch (error) {
    const interrupted = brokenBy(signal, exchange);
    if (interrupted !== undefined) return interrupted;
    if (!(error instanceof SyntaxError)) throw error;
    return broken('unparsed', { message: 'an event of the stream is not JSON' });
  }
  return brokenBy(signal, exchange) ?? { kind: 'complete', streamed: true };
}

/** How the call was interrupted, by the caller or on the way; undefined when it was not. */
function brokenBy(signal: AbortSignal, exchange: Exchange): Ending | undefined {
  const stopped = faultOfSignal(signal);
  if (stopped !== undefined) return { kind: 'broken', fault: stopped };
  const { failure } = exchange;
  if (failure === undefined) return undefined;
  const { message, code } = failure;
  const outcome = failure.kind === 'unreadable' ? 'unparsed' : failure.kind;
  return broken(outcome, code === undefined ? { message } : { message, code });
}

function broken(outcome: ResponseOutcome, error: Fault['error']): Ending {
  return { kind: 'broken', fault: { outcome, error } };
}

/** The record of what was sent; undefined when nothing was. */
function describeWire(exchange: Exchange, context: CallContext): ModelResponse['wire'] {
  const { sent, received } = exchange;
  if (sent === undefined) return undefined;
  const requestId = received?.headers.get('x-request-id') ?? received?.headers.get('request-id');
  return {
    url: displayUrl(sent.url),
    body: withoutMedia(JSON.parse(sent.body) as Json, context.media),
    ...(requestId ? { requestId } : {}),
  };
}
