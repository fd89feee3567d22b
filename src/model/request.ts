import type { Json, JsonObject } from './json.ts';
import type { Message, ToolDefinition } from './message.ts';

/** Generation parameters in the house's names; an adapter maps them to its protocol's. */
export interface ModelParams {
  readonly temperature?: number;
  readonly topP?: number;
  /** Upper bound of generated tokens. */
  readonly maxTokens?: number;
  readonly stop?: readonly string[];
  readonly seed?: number;
  /** Protocol fields passed through as they are, e.g. `{enable_thinking: false}`. */
  readonly extra?: Readonly<Record<string, Json>>;
}

/** One chat call, complete and JSON-serialisable: what is hashed, recorded and sent. */
export interface ModelRequest {
  readonly messages: readonly Message[];
  readonly params: ModelParams;
  readonly tools?: readonly ToolDefinition[];
  readonly toolChoice?: 'auto' | 'none' | 'required';
  readonly responseFormat?:
    | { readonly type: 'json' }
    | { readonly type: 'json-schema'; readonly name: string; readonly schema: JsonObject };
  /** Ask for a streamed answer, so that the time to the first token can be measured. */
  readonly stream?: boolean;
}
