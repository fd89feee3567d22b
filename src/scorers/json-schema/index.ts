import type { SchemaObject } from 'ajv';
import { compileSchema, type ExactJson, WrittenNumber } from '../../document/index.ts';
import type { GradingKey, JsonObject, LocalText, ModelResponse } from '../../model/index.ts';
import { defineScorer, type Score } from '../contract.ts';
import { differenceText, jsonDifference } from '../json-equal.ts';
import { exactSchemaFindings } from './exact-schema.ts';
import { exemplifyJson } from './exemplars.ts';
import { type JsonWish, readJson } from './read-json.ts';

export interface JsonSchemaOptions {
  /** JSON Schema, 2020-12; absent: any object or list. */
  readonly schema?: JsonObject;
  /** `lenient` (default): a fence or prose may surround the JSON. `strict`: JSON and nothing else. */
  readonly mode?: 'strict' | 'lenient';
  /**
   * `value` (default): the target is the JSON value. `json-text`: it is a text that holds the JSON,
   * for numbers that a target of YAML cannot hold.
   */
  readonly targetAs?: 'value' | 'json-text';
}

/** Longest canonical text of an answer kept as `parsed`, in UTF-16 units. */
const MAX_PARSED = 4000;

/**
 * Structured output. Passes when the answer is JSON, valid against the schema, without duplicate
 * keys, and equal to the target when there is one, number by number as written. An answer without JSON has failed the task: it
 * is not unreadable, so it is a `fail`.
 */
export const jsonSchema = defineScorer<JsonSchemaOptions>({
  id: 'json-schema',
  version: '1.0.0',
  title: { zh: 'JSON 结构与取值', en: 'JSON structure and values' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      schema: { type: 'object' },
      mode: { enum: ['strict', 'lenient'] },
      targetAs: { enum: ['value', 'json-text'] },
    },
  },
  // No restriction: any JSON value, or none.
  target: {},
  check,
  score(key, response, options): Score {
    const target = targetOf(key, options);
    if (target === 'unreadable') return noTarget();
    const wish = wishOf(target, options);
    const read = readJson(response.text, wish);
    if (read === null) return noJson(response, wish);
    const { form, duplicateKeys, unsafeIntegers } = read;
    const findings =
      options.schema === undefined
        ? []
        : exactSchemaFindings(options.schema as SchemaObject, read.value);
    const difference = target === undefined ? null : jsonDifference(target.value, read.value);
    const reason = firstReason(
      duplicateKeys[0] === undefined ? null : duplicateReason(duplicateKeys[0]),
      findings[0] === undefined ? null : schemaReason(findings[0].path, findings[0].message),
      difference === null ? null : differenceText('', difference),
    );
    return {
      value: reason === null ? 'pass' : 'fail',
      status: 'ok',
      parsed: JSON.stringify(read.value).slice(0, MAX_PARSED).toWellFormed(),
      rule: form,
      span: { start: read.start, end: read.end, text: response.text.slice(read.start, read.end) },
      reason,
      detail: {
        form,
        strict: form === 'whole',
        duplicateKeys: [...duplicateKeys],
        unsafeIntegers: [...unsafeIntegers],
        schemaErrors: findings.length,
        equal: target === undefined ? null : difference === null,
      },
    };
  },
  exemplify(key, options, kind, random) {
    const target = targetOf(key, options);
    if (target === 'unreadable') return null;
    return exemplifyJson(target?.value, options.schema, kind, random);
  },
});

interface Target {
  readonly value: ExactJson;
  readonly duplicateKeys: readonly string[];
}

/** The value that the answer must equal; undefined when any will do. */
function targetOf(
  { target }: GradingKey,
  { targetAs = 'value' }: JsonSchemaOptions,
): Target | undefined | 'unreadable' {
  if (target === undefined) return undefined;
  if (targetAs === 'value') return { value: target, duplicateKeys: [] };
  if (typeof target !== 'string') return 'unreadable';
  return readJson(target, { mode: 'strict', scalars: true }) ?? 'unreadable';
}

/** What to look for: what the target is, or the schema allows, at the top. */
function wishOf(
  target: Target | undefined,
  { schema, mode = 'lenient' }: JsonSchemaOptions,
): JsonWish {
  const type = target === undefined ? schema?.['type'] : topKind(target.value);
  return {
    mode,
    scalars: type === undefined ? schema !== undefined : type !== 'object' && type !== 'array',
    ...(type === 'object' ? { kind: 'object' } : type === 'array' ? { kind: 'list' } : {}),
  };
}

function topKind(value: ExactJson): string {
  if (value instanceof WrittenNumber) return 'number';
  return Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value;
}

function noTarget(): Score {
  return {
    value: 'invalid',
    status: 'unreadable_target',
    parsed: null,
    rule: null,
    span: null,
    reason: UNREADABLE_TARGET,
    detail: {},
  };
}

const UNREADABLE_TARGET: LocalText = {
  zh: 'targetAs 为 json-text 时，target 应为内容是合法 JSON 的文本。',
  en: 'With "targetAs: json-text" the target has to be a text that is valid JSON.',
};

function noJson(response: ModelResponse, wish: JsonWish): Score {
  // Told apart, because "wrapped in prose" and "no JSON at all" call for different remedies.
  const wrapped =
    wish.mode === 'strict' && readJson(response.text, { ...wish, mode: 'lenient' }) !== null;
  return {
    value: 'fail',
    status: 'ok',
    parsed: null,
    rule: wrapped ? 'not-only-json' : 'no-json',
    span: null,
    reason: wrapped
      ? {
          zh: '回答中除 JSON 外还有其他文字。',
          en: 'The answer holds other text besides the JSON.',
        }
      : { zh: '回答不是合法的 JSON。', en: 'The answer is not valid JSON.' },
    detail: {},
  };
}

function firstReason(...reasons: readonly (LocalText | null)[]): LocalText | null {
  return reasons.find((reason) => reason !== null) ?? null;
}

function duplicateReason(key: string): LocalText {
  return {
    zh: `键“${key}”在同一对象中出现两次。`,
    en: `The key "${key}" occurs twice in one object.`,
  };
}

function schemaReason(path: readonly (string | number)[], message: LocalText): LocalText {
  const place = path.join('.');
  return place === ''
    ? { zh: `不符合要求的结构：${message.zh}`, en: `Not the required structure: ${message.en}` }
    : {
        zh: `${place} 不符合要求的结构：${message.zh}`,
        en: `${place} has not the required structure: ${message.en}`,
      };
}

function check(key: GradingKey, options: JsonSchemaOptions): LocalText[] {
  const { schema } = options;
  try {
    compileSchema((schema ?? {}) as SchemaObject);
  } catch (error) {
    const detail = (error as Error).message;
    return [{ zh: `schema 无法使用：${detail}。`, en: `The schema cannot be used: ${detail}.` }];
  }
  const target = targetOf(key, options);
  if (target === 'unreadable') return [UNREADABLE_TARGET];
  if (target === undefined) return [];
  const [twice] = target.duplicateKeys;
  if (twice !== undefined) {
    const { zh, en } = duplicateReason(twice);
    return [{ zh: `target 不可用：${zh}`, en: `The target is not usable: ${en}` }];
  }
  if (schema === undefined) return [];
  return exactSchemaFindings(schema as SchemaObject, target.value).map((found) => ({
    zh: `target 不符合自己的 schema：${found.path.join('.')} ${found.message.zh}`,
    en: `The target does not fit its own schema: ${found.path.join('.')} ${found.message.en}`,
  }));
}
