/** What the sandbox is asked to do with one answer. Expected values are not part of it. */
export interface JsJob {
  readonly code: string;
  readonly typescript: boolean;
  /** Name of the function to call; an identifier. */
  readonly entry: string;
  /** The argument list of each call, as JSON. */
  readonly calls: readonly string[];
  /** How often the interpreter may poll, over loading and all calls together. */
  readonly maxPolls: number;
}
