import type { Json } from '../../model/index.ts';

/** What the sandbox is asked to do with one answer. Expected values are not part of it. */
export interface PythonJob {
  readonly code: string;
  /** Name of the function to call; an identifier. */
  readonly entry: string;
  /** The argument list of each call. */
  readonly calls: readonly (readonly Json[])[];
  /** How often the interpreter may poll, over loading and all calls together. */
  readonly maxPolls: number;
}

/**
 * Time is counted in polls of the interpreter, so that a verdict does not hang on the speed or the
 * load of a machine: one every 50 turns of a loop or calls of a function, and one every 4,096
 * steps of backtracking in a regular expression. On a server core of 2025 one millisecond holds
 * 140 polls of an empty loop, 400 of an empty function, 100 of a sort with a key and 18 of
 * backtracking. It is also what the program's clock runs by.
 */
export const POLLS_PER_MS = 100;
