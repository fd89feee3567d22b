/** What one call of a program's function came to. */
export type CallResult =
  | { readonly kind: 'value'; readonly json: string }
  /** A value that JSON cannot hold, by name: `undefined`, `NaN`, `Map`, `set`, … */
  | { readonly kind: 'not-json'; readonly shown: string }
  /** Data without end: a cycle, or more of it than any test expects. */
  | { readonly kind: 'endless' }
  /** A promise on which nothing works any more. */
  | { readonly kind: 'unsettled' }
  | { readonly kind: 'error'; readonly message: string };

/** What became of an answer. `timeout` ends a run; `results` holds the calls before it. */
export type Run =
  | { readonly kind: 'compile-error'; readonly message: string }
  | { readonly kind: 'load-error'; readonly message: string }
  | { readonly kind: 'load-unsettled' }
  | { readonly kind: 'no-entry' }
  | { readonly kind: 'timeout'; readonly results: readonly CallResult[] }
  | { readonly kind: 'done'; readonly results: readonly CallResult[] };

/** Longest message of an error that leaves a sandbox, in UTF-16 units. */
const MAX_MESSAGE = 300;

/** Longest text inside a value that leaves a sandbox, and all of it together, in characters. */
export const MAX_VALUE_CHARS = 2_000_000;

/** A message as one line of bearable length. */
export function cutMessage(message: string): string {
  const line = message
    .slice(0, MAX_MESSAGE * 4)
    .replaceAll(/\s+/g, ' ')
    .trim();
  return (line.length > MAX_MESSAGE ? `${line.slice(0, MAX_MESSAGE)}…` : line).toWellFormed();
}
