import { createRequire } from 'node:module';
import type { Ajv, ErrorObject, SchemaObject, ValidateFunction } from 'ajv';
import { distance } from 'fastest-levenshtein';
import type { LocalText } from '../model/json.ts';
import type { Problem } from './problem.ts';
import type { Path, YamlDocument } from './yaml-document.ts';

/** One disagreement between a value and a schema, in the house's terms. */
export interface SchemaFinding {
  readonly path: Path;
  /** True when the finding is about the key at `path`, not about its value. */
  readonly aboutKey: boolean;
  readonly code: string;
  readonly message: LocalText;
  readonly hint?: LocalText;
}

// Pure memos: a schema always compiles to the same function. Generated suites state the same few
// schemas thousands of times as different objects, so the text is the second key.
const byObject = new WeakMap<SchemaObject, ValidateFunction>();
const byText = new Map<string, ValidateFunction>();

/** Compiled schemas kept by their text; beyond that the oldest is forgotten. */
const MAX_KEPT = 512;

const require = createRequire(import.meta.url);
let compiler: Ajv | undefined;

/**
 * Compiles a JSON Schema (2020-12). The library is loaded at the first call, so that commands that
 * validate nothing start without it.
 */
export function compileSchema(schema: SchemaObject): ValidateFunction {
  const known = byObject.get(schema);
  if (known !== undefined) return known;
  const { $id: _id, ...rest } = schema;
  const text = JSON.stringify(rest);
  const validate = byText.get(text) ?? compile(rest);
  byObject.set(schema, validate);
  byText.delete(text);
  byText.set(text, validate);
  for (const oldest of byText.keys()) {
    if (byText.size <= MAX_KEPT) break;
    byText.delete(oldest);
  }
  return validate;
}

function compile(schema: SchemaObject): ValidateFunction {
  compiler ??= newCompiler();
  try {
    return compiler.compile(schema);
  } finally {
    // The compiler would hold every schema it has seen for as long as it lives.
    compiler.removeSchema(schema);
  }
}

function newCompiler(): Ajv {
  const { Ajv2020 } = require('ajv/dist/2020.js') as typeof import('ajv/dist/2020.js');
  const { default: addFormats } = require('ajv-formats') as typeof import('ajv-formats');
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTuples: false,
    strictRequired: false,
    allowUnionTypes: true,
    verbose: true,
    // Most schemas validate a handful of values: optimising their code costs more than it saves.
    code: { optimize: false },
  });
  addFormats.default(ajv);
  return ajv;
}

/** Everything in which `value` disagrees with `schema`; empty when it conforms. */
export function schemaFindings(schema: SchemaObject, value: unknown): readonly SchemaFinding[] {
  const validate = compileSchema(schema);
  if (validate(value)) return [];
  const errors = validate.errors ?? [];
  const english = errors.map((error) => error.message ?? error.keyword);
  const chineseErrors = structuredClone(
    errors.map(({ parentSchema: _p, schema: _s, data: _d, ...e }) => e),
  );
  const zh = require('ajv-i18n/localize/zh') as (errors: Partial<ErrorObject>[]) => void;
  zh(chineseErrors);
  const findings = errors.map((error, i) =>
    finding(error, chineseErrors[i]?.message ?? error.keyword, english[i] ?? error.keyword),
  );
  // `if` says no more than the error inside it, and a hint for a wrong key beats its neighbours.
  return findings.filter((_, i) => !['if', 'not'].includes(errors[i]?.keyword ?? ''));
}

function finding(error: ErrorObject, zh: string, en: string): SchemaFinding {
  const path = error.instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
  switch (error.keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties': {
      const key = String(
        error.params['additionalProperty'] ?? error.params['unevaluatedProperty'] ?? '',
      );
      const known = Object.keys((error.parentSchema?.['properties'] as object | undefined) ?? {});
      return {
        path: [...path, key],
        aboutKey: true,
        code: 'unknown-key',
        message: { zh: `未知的键 “${key}”。`, en: `Unknown key "${key}".` },
        ...suggestion(key, known),
      };
    }
    case 'required': {
      const key = String(error.params['missingProperty']);
      return {
        path,
        aboutKey: false,
        code: 'missing-key',
        message: { zh: `缺少必需的键 “${key}”。`, en: `The key "${key}" is missing.` },
      };
    }
    case 'enum': {
      const allowed = (error.params['allowedValues'] as unknown[]).map(String);
      const shown = allowed.join(' | ');
      return {
        path,
        aboutKey: false,
        code: 'not-allowed',
        message: {
          zh: `取值 ${JSON.stringify(error.data)} 不在允许范围内：${shown}。`,
          en: `${JSON.stringify(error.data)} is not one of: ${shown}.`,
        },
        ...(typeof error.data === 'string' ? suggestion(error.data, allowed) : {}),
      };
    }
    case 'type':
      return {
        path,
        aboutKey: false,
        code: 'wrong-type',
        message: {
          zh: `类型不对：这里应为 ${String(error.params['type'])}，实为 ${typeName(error.data)}。`,
          en: `Wrong type: expected ${String(error.params['type'])}, found ${typeName(error.data)}.`,
        },
      };
    default:
      return {
        path,
        aboutKey: false,
        code: `schema-${error.keyword.toLowerCase()}`,
        message: { zh: `${zh}。`, en: `${en}.` },
      };
  }
}

function typeName(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** A hint naming the nearest known word, when one is near enough to be a slip of the hand. */
export function suggestion(word: string, known: readonly string[]): { hint?: LocalText } {
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const d = distance(word.toLowerCase(), candidate.toLowerCase());
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  if (best !== undefined) {
    return { hint: { zh: `是否想写 “${best}”？`, en: `Did you mean "${best}"?` } };
  }
  if (known.length === 0 || known.length > 40) return {};
  const list = known.join(', ');
  return { hint: { zh: `可用：${list}。`, en: `Known: ${list}.` } };
}

/** The schema's findings about a YAML document, with places. */
export function checkSchema(document: YamlDocument, schema: SchemaObject): Problem[] {
  return schemaFindings(schema, document.value).map((found) => ({
    code: found.code,
    severity: 'error' as const,
    ...(found.aboutKey ? document.placeOfKey(found.path) : document.place(found.path)),
    message: found.message,
    ...(found.hint === undefined ? {} : { hint: found.hint }),
  }));
}
