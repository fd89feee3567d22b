import type { IncomingMessage, ServerResponse } from 'node:http';
import type { JsonObject } from '../model/index.ts';
import { BREAK_MARK } from './completion.ts';
import { ApiError, type Payload } from './endpoints/contract.ts';

/** Largest request body, bytes: a dozen pictures in base64. */
const MAX_BODY = 64 * 1024 * 1024;

/** The body of a request; null when the client went away. Rejects with `ApiError` (413). */
export function readBody(request: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let bytes = 0;
    request.on('data', (chunk: Buffer) => {
      bytes += chunk.length;
      // What lies beyond the bound is read and thrown away: the client hears the answer that way.
      if (bytes <= MAX_BODY) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.once('end', () => {
      if (bytes <= MAX_BODY) resolve(Buffer.concat(chunks));
      else reject(new ApiError(413, 'request_too_large', `The body is over ${MAX_BODY} bytes.`));
    });
    request.once('close', () => resolve(null));
    request.once('error', () => resolve(null));
  });
}

/** Waits; true when the time has passed, false as soon as the client is gone. */
export function pause(response: ServerResponse, milliseconds: number): Promise<boolean> {
  if (response.destroyed) return Promise.resolve(false);
  if (milliseconds <= 0) return Promise.resolve(true);
  return new Promise((resolve) => {
    const timer = setTimeout(() => {
      response.off('close', gone);
      resolve(true);
    }, milliseconds);
    function gone(): void {
      clearTimeout(timer);
      resolve(false);
    }
    response.once('close', gone);
  });
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  sendBytes(response, status, 'application/json', Buffer.from(JSON.stringify(body)), headers);
}

export function sendError(
  response: ServerResponse,
  error: ApiError,
  body: (error: ApiError) => JsonObject,
  headers: Readonly<Record<string, string>> = {},
): void {
  sendJson(response, error.status, body(error), headers);
}

/** A complete message with its length. */
export function sendBytes(
  response: ServerResponse,
  status: number,
  contentType: string,
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...headers,
    'content-type': contentType,
    'content-length': bytes.length,
  });
  response.end(bytes);
}

/**
 * Sends an answer that takes `latencyMs` in all. A whole answer comes at the end of that time; of a
 * stream, the first half comes at half time. The bytes of a stream are cut without regard to
 * characters, as networks cut them.
 */
export async function sendPayload(
  response: ServerResponse,
  { contentType, parts }: Payload,
  latencyMs: number,
): Promise<void> {
  if (parts.length === 1) {
    if (!(await pause(response, latencyMs))) return;
    sendBytes(response, 200, contentType, payloadBytes(parts));
    return;
  }
  if (!(await pause(response, latencyMs / 2))) return;
  response.writeHead(200, { 'content-type': contentType, 'cache-control': 'no-cache' });
  const half = Math.ceil(parts.length / 2);
  const first = payloadBytes(parts.slice(0, half));
  const cut = insideCharacter(first);
  response.write(first.subarray(0, cut));
  if (cut < first.length) response.write(first.subarray(cut));
  if (!(await pause(response, latencyMs / 2))) return;
  response.end(payloadBytes(parts.slice(half)));
}

/** A place after the first byte of a character of several bytes; the end when there is none. */
function insideCharacter(bytes: Buffer): number {
  const lead = bytes.findIndex((byte) => byte >= 0xc0);
  return lead < 0 ? bytes.length : lead + 1;
}

const MARK = Buffer.from(BREAK_MARK);

/** The parts as bytes, with the break mark, if there is one, turned into bytes that no UTF-8 has. */
export function payloadBytes(parts: readonly string[]): Buffer {
  const bytes = Buffer.from(parts.join(''));
  const at = bytes.indexOf(MARK);
  if (at >= 0) bytes.fill(0xff, at, at + MARK.length);
  return bytes;
}
