import type { SchemaObject } from 'ajv';
import type { GradingKey, Json, JsonObject, LocalText, ModelResponse } from '../model/index.ts';

/** `invalid` means that the answer could not be judged; it is never counted as a pass. */
export type ScoreValue = 'pass' | 'fail' | 'invalid';

/** Half-open range of UTF-16 units in `response.text`, with the text itself. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * What a scorer says of one response.
 *
 * `status` says how it came to its value: `ok` (read and judged), `unparsed` (nothing that can be
 * read as an answer), `invalid_multiple` (more answers than the case allows), or, when the call
 * did not end with an answer, the response outcome itself (`filtered_output`, `timeout`, …).
 */
export interface Score {
  readonly value: ScoreValue;
  readonly status: string;
  /** The answer as read, in canonical form; null when nothing could be read. */
  readonly parsed: string | null;
  /** The reading or judging rule that fired, e.g. `marker-last`. */
  readonly rule: string | null;
  readonly span: Span | null;
  /** Why the value is not `pass`; null for a pass. */
  readonly reason: LocalText | null;
  /** Scorer-specific facts, small and JSON. */
  readonly detail: JsonObject;
}

/** An answer made up by a scorer, for the simulator and for checking cases. */
export interface Exemplar {
  readonly text: string;
  readonly toolCalls?: readonly { readonly name: string; readonly arguments: string }[];
}

/**
 * A scorer: pure, versioned, linear in the length of the answer, and it never throws on any
 * response. Raise the major version with every change that can move a score.
 */
export interface Scorer<Options = JsonObject> {
  readonly id: string;
  /** Semantic version. */
  readonly version: string;
  readonly title: LocalText;
  /** JSON Schema (2020-12) of the options, closed (`additionalProperties: false`). */
  readonly options: SchemaObject;
  /** JSON Schema of `target`; absent when the scorer takes none, and then a target is an error. */
  readonly target?: SchemaObject;
  /** What a case must have besides a target. */
  readonly needs?: readonly ('choices' | 'tools')[];
  /** The response outcomes that the scorer judges itself; all others are decided by the gate. */
  readonly judges?: 'answers' | 'every-outcome';
  /**
   * `answer` (default): the text or the tool calls decide, so a stated answer can be held against
   * the scorer. `call`: the facts of the call decide (timing, usage), which no text can show.
   */
  readonly reads?: 'answer' | 'call';
  /** One-time loading (a WebAssembly module). Called before the first `score`. */
  prepare?(): Promise<void>;
  /** Further checks of a case, e.g. a target outside the choices: one text per finding. */
  check?(key: GradingKey, options: Options): readonly LocalText[];
  score(key: GradingKey, response: ModelResponse, options: Options): Score;
  /**
   * A right or a wrong answer for the case, or null when the scorer cannot make one up (the case
   * must then bring `reference` and `wrong` itself). `random` yields [0, 1).
   */
  exemplify?(
    key: GradingKey,
    options: Options,
    kind: 'right' | 'wrong',
    random: () => number,
  ): Exemplar | null;
}

/** Erases the options type for the registry; the options were validated against the schema. */
export function defineScorer<Options extends object>(scorer: Scorer<Options>): Scorer {
  return scorer as unknown as Scorer;
}

/** The target as a list of accepted strings. */
export function targetTexts(target: Json | undefined): readonly string[] {
  if (target === undefined || target === null) return [];
  return (Array.isArray(target) ? target : [target]).map((t) =>
    typeof t === 'string' ? t : JSON.stringify(t),
  );
}
