import type { ServerResponse } from 'node:http';
import { ApiError, type Call, type ModelEndpoint, type Payload } from './endpoints/contract.ts';
import { payloadBytes, sendBytes, sendError, sendPayload } from './exchange.ts';
import type { Fault } from './faults.ts';

/** What a gateway puts in front of a service that is down. */
const GATEWAY_PAGE = `<!DOCTYPE html>
<html><head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center><hr><center>gateway</center></body></html>
`;

/** Does to one call what the fault says. The answer's latency has passed already. */
export async function act(
  { name, retryAfter }: Fault,
  call: Call,
  { errorBody }: ModelEndpoint,
  response: ServerResponse,
): Promise<void> {
  const fail = (error: ApiError, headers: Readonly<Record<string, string>> = {}): void =>
    sendError(response, error, errorBody, headers);
  const waiting = { 'retry-after': String(retryAfter) };
  switch (name) {
    case '429':
      return fail(new ApiError(429, 'rate_limit_exceeded', 'Too many requests.'), waiting);
    case '500':
      return fail(new ApiError(500, 'internal_error', 'The server had an error.'));
    case '503':
      return fail(new ApiError(503, 'overloaded', 'The server is overloaded.'), waiting);
    case 'filter-input':
      return fail(
        new ApiError(
          400,
          'content_filter',
          'Input data may contain inappropriate content.',
          'prompt',
        ),
      );
    case 'filter-output':
      return sendPayload(response, call.render('filtered'), 0);
    case 'empty':
      return sendPayload(response, call.render('empty'), 0);
    case 'invalid-utf8':
      return sendPayload(response, call.render('invalid-utf8'), 0);
    case 'empty-body':
      return sendBytes(response, 200, 'application/json', Buffer.alloc(0));
    case 'html':
      return sendBytes(response, 200, 'text/html; charset=utf-8', Buffer.from(GATEWAY_PAGE));
    case 'half-json':
      return sendHalf(response, call.render('none'));
    case 'cut-stream':
      return cut(response, call.render('none'));
    case 'stall':
      response.writeHead(200, { 'content-type': call.render('none').contentType });
      return response.flushHeaders();
    case 'drop':
      response.socket?.destroy();
  }
}

/** Half of a JSON body, or of the last event of half a stream, in a complete HTTP message. */
function sendHalf(response: ServerResponse, { contentType, parts }: Payload): void {
  const kept = parts.slice(0, Math.ceil(parts.length / 2));
  const last = kept.pop() ?? '';
  const half = last.slice(0, Math.floor(last.length / 2));
  const end = parts.length === 1 ? '' : '\n\n';
  sendBytes(response, 200, contentType, payloadBytes([...kept, half, end]));
}

/** Half of the bytes or events, then the connection is gone. */
function cut(response: ServerResponse, { contentType, parts }: Payload): void {
  const bytes = payloadBytes(parts);
  const stream = parts.length > 1;
  const kept = stream
    ? payloadBytes(parts.slice(0, Math.floor(parts.length / 2)))
    : bytes.subarray(0, Math.floor(bytes.length / 2));
  response.writeHead(200, {
    'content-type': contentType,
    ...(stream ? {} : { 'content-length': bytes.length }),
  });
  response.write(kept, () => response.socket?.destroy());
}
