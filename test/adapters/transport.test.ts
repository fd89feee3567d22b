import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Fetch, TransportOptions } from '../../adapters/transport.ts';
import { openTransport } from '../../adapters/transport.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** An exchange over a fetch that answers with this body, piece by piece as `pieces` gives them. */
function exchangeOver(
  fetch: Fetch,
  {
    headers = new Headers(),
    signal = new AbortController().signal,
    ...more
  }: Partial<TransportOptions> & { readonly signal?: AbortSignal } = {},
) {
  const options = {
    silenceMs: 1000,
    maxResponseBytes: 1000,
    now: () => 5,
    headers,
    fetch,
    ...more,
  };
  return openTransport(options).exchange(signal);
}

function answering(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  init: ResponseInit = {},
): Fetch {
  return () => Promise.resolve(new Response(ReadableStream.from(pieces), init));
}

const send = { method: 'POST', body: '{"a":1}' };
const address = 'http://host.example/v1/chat/completions';

describe('what is sent', () => {
  test('is the body of the SDK with the headers of the transport and no others', async () => {
    const fetch = vi.fn<Fetch>(() => Promise.resolve(new Response('{}')));
    const exchange = exchangeOver(fetch, {
      headers: new Headers({ authorization: 'Bearer ours' }),
    });
    await exchange.fetch(address, {
      ...send,
      headers: { authorization: 'Bearer sdk', 'x-sdk': '1' },
    });
    expect(exchange.sent).toEqual({ url: address, body: '{"a":1}', at: 5 });
    const init = fetch.mock.calls[0]?.[1];
    expect([...new Headers(init?.headers)]).toEqual([['authorization', 'Bearer ours']]);
    expect(init).toMatchObject({ method: 'POST', body: '{"a":1}', redirect: 'manual' });
  });
});

describe('what comes back is told apart by its beginning', () => {
  test.each<[string, string, string, 'events' | 'document']>([
    ['JSON', 'application/json', '{"a":1}', 'document'],
    ['JSON after blank lines', 'application/json', '\n\n\n  {"a":1}', 'document'],
    ['JSON labelled as a stream', 'text/event-stream', '{"a":1}', 'document'],
    ['a page labelled as a stream', 'text/event-stream', '<html></html>', 'document'],
    ['data', 'text/event-stream', 'data: {}\n\n', 'events'],
    ['data without a label', '', 'data:{}\n\n', 'events'],
    ['a comment labelled as JSON', 'application/json', ': keep-alive\n\ndata: {}\n\n', 'events'],
    [
      'a named event after a byte order mark',
      'text/plain',
      '\uFEFFevent: x\ndata: {}\n\n',
      'events',
    ],
    ['nothing labelled as a stream', 'text/event-stream', '', 'events'],
    ['nothing', 'application/json', '', 'document'],
    ['prose that begins like a field', 'text/plain', 'data is gone', 'document'],
  ])('%s', async (_, type, body, expected) => {
    const headers = { 'content-type': type };
    // Byte by byte, so that no beginning arrives whole.
    const pieces = Array.from(bytes(body), (byte) => Uint8Array.of(byte));
    const exchange = exchangeOver(answering(pieces, { headers }));
    const response = await exchange.fetch(address, send);
    const { document } = exchange.received ?? {};
    expect(document === undefined ? 'events' : 'document').toBe(expected);
    const plain = body.replace('\uFEFF', '');
    if (document !== undefined) expect(document).toBe(plain);
    expect((await response.text()).replace('\uFEFF', '')).toBe(plain);
  });

  test('an error status never is a stream', async () => {
    const exchange = exchangeOver(answering([bytes('data: no\n\n')], { status: 500 }));
    await exchange.fetch(address, send);
    expect(exchange.received).toMatchObject({ status: 500, document: 'data: no\n\n' });
  });

  test('a character that is split between pieces is whole again', async () => {
    const body = bytes('{"a":"青🎉"}');
    const pieces = Array.from(body, (byte) => Uint8Array.of(byte));
    const exchange = exchangeOver(answering(pieces));
    await exchange.fetch(address, send);
    expect(exchange.received?.document).toBe('{"a":"青🎉"}');
  });
});

describe('encoding', () => {
  const gbk = Buffer.from('{"a":"\xC7\xE0"}', 'latin1');

  test('an answer that is not UTF-8 is not guessed at', async () => {
    const exchange = exchangeOver(answering([gbk]));
    await exchange.fetch(address, send);
    expect(exchange.failure).toEqual({ kind: 'unreadable', message: 'the body is not UTF-8' });
  });

  test('an error that is not UTF-8 is still an error', async () => {
    const exchange = exchangeOver(answering([gbk], { status: 400 }));
    await exchange.fetch(address, send);
    expect(exchange.failure).toBeUndefined();
    expect(exchange.received).toMatchObject({ status: 400, document: '{"a":"\uFFFD\uFFFD"}' });
  });
});

describe('the caller', () => {
  test('ends the exchange, whatever an SDK makes of the signal', async () => {
    const stop = new AbortController();
    let aborted = false;
    const fetch: Fetch = (_, init) => {
      init?.signal?.addEventListener('abort', () => {
        aborted = true;
      });
      return answering([bytes('{}')])(address);
    };
    const exchange = exchangeOver(fetch, { signal: stop.signal });
    await exchange.fetch(address, { ...send, signal: new AbortController().signal });
    stop.abort();
    expect(aborted).toBe(true);
  });
});

describe('size', () => {
  test('a body of exactly the bound is read, one byte more is not', async () => {
    const allowed = exchangeOver(answering([bytes('x'.repeat(10))]), { maxResponseBytes: 10 });
    await allowed.fetch(address, send);
    expect(allowed.received?.document).toHaveLength(10);
    const tooMuch = exchangeOver(answering([bytes('x'.repeat(11))]), { maxResponseBytes: 10 });
    await expect(tooMuch.fetch(address, send)).rejects.toThrow();
    expect(tooMuch.failure).toEqual({
      kind: 'unreadable',
      message: 'the response is larger than 10 bytes',
    });
  });

  test('a body without end is no longer asked for', async () => {
    let given = 0;
    async function* endless() {
      for (;;) {
        given += 1;
        yield bytes('data: {}\n\n');
      }
    }
    const exchange = exchangeOver(answering(endless()), { maxResponseBytes: 100 });
    const response = await exchange.fetch(address, send);
    await expect(response.text()).rejects.toThrow();
    expect(exchange.failure?.kind).toBe('unreadable');
    expect(given).toBeLessThan(20);
  });
});

describe('failures name the cause at the end of the chain', () => {
  const cause = (code: string, text: string) => Object.assign(new Error(text), { code });
  test.each([
    [cause('ENOTFOUND', 'getaddrinfo ENOTFOUND host'), 'network', 'getaddrinfo ENOTFOUND host'],
    [cause('ECONNRESET', 'read ECONNRESET'), 'network', 'read ECONNRESET'],
    [cause('CERT_HAS_EXPIRED', 'certificate has expired'), 'network', 'certificate has expired'],
    [cause('UND_ERR_CONNECT_TIMEOUT', 'Connect Timeout Error'), 'timeout', 'Connect Timeout Error'],
    [cause('UND_ERR_HEADERS_TIMEOUT', 'Headers Timeout Error'), 'timeout', 'Headers Timeout Error'],
    [cause('ETIMEDOUT', 'connect ETIMEDOUT'), 'timeout', 'connect ETIMEDOUT'],
    [
      new AggregateError([cause('ECONNREFUSED', 'connect ECONNREFUSED ::1')], 'all failed'),
      'network',
      'connect ECONNREFUSED ::1',
    ],
  ])('%s', async (error, kind, message) => {
    const exchange = exchangeOver(() =>
      Promise.reject(new TypeError('fetch failed', { cause: error })),
    );
    await expect(exchange.fetch(address, send)).rejects.toThrow('fetch failed');
    expect(exchange.failure).toMatchObject({ kind, message });
    expect(exchange.failure?.code).toMatch(/^[A-Z_]+$/);
  });
});

describe('silence', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A fetch whose answer is written by the test; it ends when its signal aborts. */
  function writable() {
    let writer: ReadableStreamDefaultController<Uint8Array> | undefined;
    const fetch: Fetch = (_, init) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          writer = controller;
          init?.signal?.addEventListener('abort', () => controller.error(init.signal?.reason));
        },
      });
      return Promise.resolve(new Response(body));
    };
    return { fetch, write: (text: string) => writer?.enqueue(bytes(text)) };
  }

  test('before the answer is a timeout', async () => {
    const silent: Fetch = (_, init) =>
      new Promise((_, reject) => {
        init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
      });
    const exchange = exchangeOver(silent);
    const answer = exchange.fetch(address, send).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(999);
    expect(exchange.failure).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    await answer;
    expect(exchange.failure).toEqual({ kind: 'timeout', message: 'no byte arrived for 1000 ms' });
  });

  test('within a stream is a timeout, and every byte begins a new wait', async () => {
    const server = writable();
    const exchange = exchangeOver(server.fetch);
    const answer = exchange.fetch(address, send);
    server.write('data: 1\n\n');
    const reader = (await answer).body?.getReader();
    await reader?.read();
    for (const words of ['data: 2\n\n', 'data: 3\n\n']) {
      const next = reader?.read();
      await vi.advanceTimersByTimeAsync(900);
      server.write(words);
      expect(new TextDecoder().decode((await next)?.value)).toBe(words);
    }
    const next = reader?.read();
    await Promise.all([expect(next).rejects.toThrow(), vi.advanceTimersByTimeAsync(1000)]);
    expect(exchange.failure?.kind).toBe('timeout');
  });

  test('leaves no timer behind once the answer is read', async () => {
    const exchange = exchangeOver(answering([bytes('{}')]));
    await exchange.fetch(address, send);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('leaves no timer behind when nobody reads on', async () => {
    const server = writable();
    const exchange = exchangeOver(server.fetch);
    const answer = exchange.fetch(address, send);
    server.write('data: 1\n\n');
    await answer;
    expect(vi.getTimerCount()).toBe(1);
    exchange.close();
    expect(vi.getTimerCount()).toBe(0);
  });
});
