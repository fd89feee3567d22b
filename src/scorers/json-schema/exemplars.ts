import type { SchemaObject } from 'ajv';
import type { ExactJson } from '../../document/index.ts';
import type { Json, JsonObject } from '../../model/index.ts';
import type { Exemplar } from '../contract.ts';
import { exactSchemaFindings } from './exact-schema.ts';

/** A right or wrong answer: the target, or a value made up from a simple schema. */
export function exemplifyJson(
  target: ExactJson | undefined,
  schema: JsonObject | undefined,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const value = target === undefined ? madeUp(schema ?? {}) : target;
  if (value === undefined) return null;
  if (exactSchemaFindings((schema ?? {}) as SchemaObject, value).length > 0) return null;
  if (kind === 'right') return { text: JSON.stringify(value) };
  // Prose fails whatever the schema allows; a broken document is what models really send. What is
  // left of a number or a text could still be one, so only objects and lists are broken.
  const text = JSON.stringify(value);
  return random() < 0.5 && /^[{[]/.test(text)
    ? { text: text.slice(0, -1) }
    : { text: '抱歉，下面用文字说明：以上信息无法整理成要求的格式。' };
}

/** A value for a simple schema; undefined when the schema asks for more than is known here. */
function madeUp(schema: JsonObject): Json | undefined {
  if (schema['const'] !== undefined) return schema['const'];
  if (Array.isArray(schema['enum'])) return schema['enum'][0];
  if ('pattern' in schema || '$ref' in schema || 'allOf' in schema || 'if' in schema)
    return undefined;
  switch (schema['type']) {
    case 'string':
      return '示'.repeat(Math.max(1, Number(schema['minLength'] ?? 1)));
    case 'integer':
    case 'number':
      return Math.ceil(Number(schema['minimum'] ?? 0));
    case 'boolean':
      return true;
    case 'null':
      return null;
    case 'array': {
      const item = madeUp((schema['items'] ?? { type: 'string' }) as JsonObject);
      const count = Math.max(1, Number(schema['minItems'] ?? 1));
      return item === undefined ? undefined : Array.from({ length: count }, () => item);
    }
    case 'object':
    case undefined:
      return madeUpObject(schema);
    default:
      return undefined;
  }
}

function madeUpObject(schema: JsonObject): Json | undefined {
  const properties = (schema['properties'] ?? {}) as { [key: string]: JsonObject };
  const required = (schema['required'] ?? Object.keys(properties)) as string[];
  const entries = required.map((key) => [key, madeUp(properties[key] ?? { type: 'string' })]);
  return entries.some(([, value]) => value === undefined)
    ? undefined
    : (Object.fromEntries(entries) as Json);
}
