import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What an endpoint does with its n-th request, counted from 1. */
export type Behaviour = (response: ServerResponse, request: IncomingMessage, count: number) => void;

export interface Endpoint extends AsyncDisposable {
  readonly url: string;
  readonly requests: () => number;
}

/** A server on the loopback address that does one thing to all. */
export async function endpoint(behaviour: Behaviour): Promise<Endpoint> {
  let requests = 0;
  const server = createServer((request, response) => {
    response.on('error', () => undefined);
    request.resume();
    request.once('end', () => behaviour(response, request, ++requests));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    requests: () => requests,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** The address of a port that nobody listens on. */
export async function deadAddress(): Promise<string> {
  const server = await endpoint(() => undefined);
  await server[Symbol.asyncDispose]();
  return server.url;
}

export function reply(
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
): Behaviour {
  return (response) => response.writeHead(status, headers).end(body);
}

/** A whole answer. */
export function answer(text: string, reasoning = ''): Behaviour {
  const message = { role: 'assistant', content: text, reasoning_content: reasoning };
  const choices = [{ index: 0, message, finish_reason: 'stop' }];
  const usage = { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 };
  return reply(200, JSON.stringify({ id: '1', object: 'chat.completion', choices, usage }));
}

/** The first `count` requests get one treatment, the others another. */
export function after(count: number, first: Behaviour, then: Behaviour): Behaviour {
  return (response, request, nth) => (nth <= count ? first : then)(response, request, nth);
}

/** Tokens for ever, each on its way before the last one has grown old. */
export const endlessStream: Behaviour = (response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const chunk = { id: '1', choices: [{ index: 0, delta: { content: '嗯' }, finish_reason: null }] };
  const timer = setInterval(() => response.write(`data: ${JSON.stringify(chunk)}\n\n`), 5);
  response.once('close', () => clearInterval(timer));
};
