import { isUtf8 } from 'node:buffer';

/**
 * The HTTP leg of a call. An SDK composes the body and decodes the answer; what goes over the wire
 * and how long and how large an answer may be is decided here, so that it is the same for every
 * protocol and can be recorded as it truly happened.
 *
 * Node's own fetch gives up by itself after 300 s without response headers and after 300 s without
 * a byte of the body (the defaults of undici, which it is built on). A longer `timeoutMs` therefore
 * needs a streamed call, or a `fetch` that is configured otherwise passed to `openTransport`.
 */

/** Largest response body that is read: 64 MiB. */
export const MAX_RESPONSE_BYTES = 64 * 1024 * 1024;

/** `setTimeout` runs at once when it is asked to wait longer than this, in milliseconds. */
export const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Enough of a body to recognise an event stream: the longest field name and its colon. */
const SNIFFED_CHARACTERS = 6;

export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

export interface TransportOptions {
  /** All headers of every request; those that an SDK would add are not sent. */
  readonly headers: Headers;
  /** Milliseconds without a byte from the other side before the call is given up. */
  readonly silenceMs: number;
  readonly maxResponseBytes: number;
  /** Milliseconds on a monotonic clock. */
  readonly now: () => number;
  readonly fetch?: Fetch;
}

/** Why no complete HTTP answer arrived. */
export interface TransportFailure {
  readonly kind: 'network' | 'timeout' | 'unreadable';
  /** Error code of the platform, e.g. `ECONNREFUSED`. */
  readonly code?: string;
  readonly message: string;
}

/** One request and what came of it, filled in while it happens. */
export interface Exchange {
  /** For the SDK, as its `fetch`. */
  readonly fetch: Fetch;
  sent: { readonly url: string; readonly body: string; readonly at: number } | undefined;
  received:
    | {
        readonly status: number;
        readonly headers: Headers;
        /** The whole body; undefined when it is an event stream. */
        readonly document: string | undefined;
      }
    | undefined;
  failure: TransportFailure | undefined;
  /** Ends whatever still runs. */
  close(): void;
}

export interface Transport {
  /** Begins one exchange; it ends when `signal` aborts. */
  exchange(signal: AbortSignal): Exchange;
}

export function openTransport(options: TransportOptions): Transport {
  return { exchange: (signal) => openExchange(options, signal) };
}

/** A body that arrived and cannot be used; the message says why. */
class UnreadableBody extends Error {}

function openExchange(options: TransportOptions, caller: AbortSignal): Exchange {
  const stop = new AbortController();
  const silence = watchSilence(options.silenceMs, () => stop.abort());
  const exchange: Exchange = {
    sent: undefined,
    received: undefined,
    failure: undefined,
    async fetch(input, init) {
      const url = input instanceof Request ? input.url : String(input);
      const body = init?.body;
      if (typeof body !== 'string') throw new TypeError('an SDK sent something other than text');
      exchange.sent = { url, body, at: options.now() };
      return receive(await send(url, body));
    },
    close() {
      silence.stop();
      stop.abort();
    },
  };

  async function send(url: string, body: string): Promise<Response> {
    const { headers, fetch = globalThis.fetch } = options;
    const signal = AbortSignal.any([stop.signal, caller]);
    silence.touch();
    try {
      // A redirect would carry the prompt, and headers with keys, to an address nobody named.
      return await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal });
    } catch (error) {
      silence.stop();
      throw fail(error);
    }
  }

  /** The response as an SDK gets it: a document that has been read, or a bounded event stream. */
  async function receive({ status, headers, ok, body }: Response): Promise<Response> {
    silence.touch();
    const chunks = bounded(body ?? new Blob([]).stream());
    const { head, prefix } = await readHead(chunks);
    const whole = rejoin(head, chunks);
    if (ok && isEventStream(prefix, headers.get('content-type') ?? '')) {
      exchange.received = { status, headers, document: undefined };
      return new Response(ReadableStream.from(whole), { status, headers });
    }
    const bytes = await readAll(whole);
    // Replacement characters in an error do no harm; in an answer they would be scored.
    if (ok && !isUtf8(bytes)) fail(new UnreadableBody('the body is not UTF-8'));
    const document = new TextDecoder('utf-8').decode(bytes);
    exchange.received = { status, headers, document };
    return new Response(mayHaveBody(status) ? document : null, { status, headers });
  }

  async function* bounded(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
    const { maxResponseBytes } = options;
    let room = maxResponseBytes;
    try {
      for await (const chunk of body) {
        silence.touch();
        yield chunk.subarray(0, room);
        room -= chunk.byteLength;
        if (room < 0) {
          throw new UnreadableBody(`the response is larger than ${maxResponseBytes} bytes`);
        }
      }
    } catch (error) {
      throw fail(error);
    } finally {
      silence.stop();
    }
  }

  function fail(error: unknown): unknown {
    exchange.failure ??= describeFailure(error, silence.expired(), options.silenceMs);
    return error;
  }

  return exchange;
}

/** Calls `onSilence` once, `ms` after the last `touch`. Does not run before the first. */
function watchSilence(ms: number, onSilence: () => void) {
  let timer: NodeJS.Timeout | undefined;
  let expired = false;
  return {
    expired: () => expired,
    touch() {
      if (timer) timer.refresh();
      else {
        timer = setTimeout(
          () => {
            expired = true;
            onSilence();
          },
          Math.min(ms, LONGEST_TIMER_MS),
        );
      }
    },
    stop: () => clearTimeout(timer),
  };
}

/** Reads until the beginning of the body can be told apart; `prefix` has no leading white space. */
async function readHead(
  chunks: AsyncGenerator<Uint8Array>,
): Promise<{ readonly head: Uint8Array[]; readonly prefix: string }> {
  const head: Uint8Array[] = [];
  let prefix = '';
  while (prefix.length < SNIFFED_CHARACTERS) {
    const next = await chunks.next();
    if (next.done) break;
    head.push(next.value);
    prefix += Buffer.from(next.value).toString('latin1');
    prefix = prefix.replace(/^(?:\xEF\xBB\xBF)?\s+|^\xEF\xBB\xBF/, '');
  }
  return { head, prefix };
}

/**
 * Whether a body is an event stream. The body decides before its label does: gateways answer a
 * streamed call with an error document, label streams `text/plain`, and some endpoints stream
 * although nobody asked.
 */
function isEventStream(prefix: string, contentType: string): boolean {
  if (/^[{["<]/.test(prefix)) return false;
  if (/^(?::|data:|event:|id:|retry:)/.test(prefix)) return true;
  return contentType.toLowerCase().includes('text/event-stream');
}

async function* rejoin(
  head: readonly Uint8Array[],
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    yield* head;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function readAll(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

/** The fetch standard forbids a body beside these. */
function mayHaveBody(status: number): boolean {
  return ![101, 103, 204, 205, 304].includes(status);
}

function describeFailure(error: unknown, silent: boolean, silenceMs: number): TransportFailure {
  if (silent) return { kind: 'timeout', message: `no byte arrived for ${silenceMs} ms` };
  if (error instanceof UnreadableBody) return { kind: 'unreadable', message: error.message };
  const { code, message } = rootCause(error);
  const timedOut = code !== undefined && /TIMEDOUT|TIMEOUT/.test(code);
  return {
    kind: timedOut ? 'timeout' : 'network',
    ...(code === undefined ? {} : { code }),
    message,
  };
}

/** Fetch says only "fetch failed"; what happened is in the chain of causes. */
function rootCause(error: unknown): {
  readonly code: string | undefined;
  readonly message: string;
} {
  let code: string | undefined;
  let message = String(error);
  let at = error;
  for (let depth = 0; at instanceof Error && depth < 8; depth++) {
    if ('code' in at && typeof at.code === 'string') code = at.code;
    if (at.message !== '') message = at.message;
    at = at instanceof AggregateError ? at.errors[0] : at.cause;
  }
  return { code, message };
}
