import type { Payload } from './contract.ts';

/** A stream of server-sent events (WHATWG HTML, section 9.2), each with one line of data. */
export function eventStream(
  events: Iterable<{ readonly event?: string; readonly data: string }>,
): Payload {
  return {
    contentType: 'text/event-stream; charset=utf-8',
    parts: Array.from(events, ({ event, data }) =>
      event === undefined ? `data: ${data}\n\n` : `event: ${event}\ndata: ${data}\n\n`,
    ),
  };
}

export function jsonPayload(value: object): Payload {
  return { contentType: 'application/json', parts: [JSON.stringify(value)] };
}
