/** What the sandbox is asked to do with one answer. Expected values are not part of it. */
export interface Job {
  readonly code: string;
  readonly typescript: boolean;
  /** Name of the function to call; an identifier. */
  readonly entry: string;
  /** The argument list of each call, as JSON. */
  readonly calls: readonly string[];
  /** How often the interpreter may poll, over loading and all calls together. */
  readonly maxPolls: number;
}

/** What one call came to. */
export type CallResult =
  | { readonly kind: 'value'; readonly json: string }
  /** A value that JSON cannot hold, by name: `undefined`, `NaN`, `Map`, … */
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

/** A run, and whether the interpreter was damaged by it and must not be used again. */
export interface Reply {
  readonly run: Run;
  readonly spent: boolean;
}

/** Longest message of an error that leaves the sandbox, in UTF-16 units. */
export const MAX_MESSAGE = 300;
