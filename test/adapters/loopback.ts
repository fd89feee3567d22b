import { once } from 'node:events';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AdapterHost, ModelConfig } from '../../src/model/index.ts';

/** A request as it came over the wire. */
export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of any shape
  readonly body: any;
}

/** What a scripted server does with a request. */
export interface Reply {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written one after the other, each as a chunk of its own. */
  readonly chunks: readonly (string | Uint8Array)[];
  /** `end` by default; `destroy` cuts the connection, `stall` leaves it open without a word. */
  readonly after?: 'end' | 'destroy' | 'stall';
}

export interface Loopback extends AsyncDisposable {
  readonly url: string;
  readonly requests: readonly Received[];
}

/** A real HTTP server on the loopback address that answers as `script` says. */
export async function serve(script: (request: Received) => Reply): Promise<Loopback> {
  const requests: Received[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const parts: Uint8Array[] = [];
    for await (const part of incoming) parts.push(part as Uint8Array);
    const { method = '', url = '', headers } = incoming;
    const text = Buffer.concat(parts).toString();
    const request = { method, url, headers, body: text === '' ? undefined : JSON.parse(text) };
    requests.push(request);
    await send(script(request), outgoing);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

async function send(reply: Reply, outgoing: ServerResponse): Promise<void> {
  outgoing.on('error', () => undefined);
  outgoing.writeHead(reply.status ?? 200, reply.headers);
  outgoing.flushHeaders();
  for (const chunk of reply.chunks) {
    await new Promise<void>((resolve) => outgoing.write(chunk, () => resolve()));
  }
  if (reply.after === 'stall') return;
  if (reply.after === 'destroy') outgoing.destroy();
  else outgoing.end();
}

export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Reply {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return { status, headers: { 'content-type': 'application/json', ...headers }, chunks: [text] };
}

/** An event stream of these chunks, written as they are. */
export function stream(chunks: readonly (string | Uint8Array)[], after?: Reply['after']): Reply {
  const headers = { 'content-type': 'text/event-stream' };
  return after === undefined ? { headers, chunks } : { headers, chunks, after };
}

/** A host whose clock goes forward by one with every look, so that times are exact. */
export function fakeHost(media: Readonly<Record<string, Uint8Array>> = {}): AdapterHost {
  let ticks = 0;
  return {
    now: () => ticks++,
    readMedia(sha256) {
      const bytes = media[sha256];
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`no media ${sha256}`));
    },
  };
}

export const KEY = 'sk-loopback-0123456789abcdef';

export function config(adapter: string, more: Partial<ModelConfig> = {}): ModelConfig {
  return {
    name: 'under-test',
    adapter,
    model: 'test-model',
    apiKey: KEY,
    limits: { concurrency: 4 },
    params: {},
    timeoutMs: 60_000,
    stream: false,
    options: {},
    ...more,
  };
}
