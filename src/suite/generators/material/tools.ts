import type { Json, JsonObject, ToolDefinition } from '../../../model/index.ts';
import type { Random } from '../../random.ts';

/** A request that one call of one tool fulfils, and the arguments it settles. */
export interface ToolRequest {
  /** An order to an assistant, without a full stop. */
  readonly say: string;
  readonly arguments: JsonObject;
}

/** A tool and the requests that call for it. */
export interface ToolScene {
  readonly definition: ToolDefinition;
  request(random: Random): ToolRequest;
}

export interface ToolDomain {
  readonly id: string;
  readonly tools: readonly ToolScene[];
  /** Domains whose requests a reader might try on these tools; see the irrelevant requests. */
  readonly temptsIn?: readonly string[];
}

type Property = JsonObject;

export const string = (description: string): Property => ({ type: 'string', description });
export const integer = (description: string): Property => ({ type: 'integer', description });
export const number = (description: string): Property => ({ type: 'number', description });
export const boolean = (description: string): Property => ({ type: 'boolean', description });
export const oneOf = (description: string, values: readonly string[]): Property => ({
  type: 'string',
  enum: [...values],
  description,
});
export const listOf = (description: string): Property => ({
  type: 'array',
  items: { type: 'string' },
  description,
});
export const isoDay = (description: string): Property => ({
  type: 'string',
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  description: `${description}，格式 YYYY-MM-DD`,
});
export const clock = (description: string): Property => ({
  type: 'string',
  pattern: '^\\d{2}:\\d{2}$',
  description: `${description}，24 小时制，格式 HH:MM`,
});

/** `optional` names the properties that a call may leave out. */
export function tool(
  name: string,
  description: string,
  properties: Readonly<Record<string, Property>>,
  request: (random: Random) => ToolRequest,
  optional: readonly string[] = [],
): ToolScene {
  const required = Object.keys(properties).filter((key) => !optional.includes(key));
  const parameters: JsonObject = {
    type: 'object',
    properties: properties as { [key: string]: Json },
    required,
    additionalProperties: false,
  };
  return { definition: { name, description, parameters }, request };
}
