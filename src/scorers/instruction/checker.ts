import type { SchemaObject } from 'ajv';
import type { Json, LocalText, ModelRequest } from '../../model/index.ts';

/** One constraint as a suite writes it: `check` and the keys of that check. */
export interface Constraint {
  readonly check: string;
  readonly [key: string]: Json | undefined;
}

/** What was found in a text. */
export interface Measurement {
  readonly held: boolean;
  /** The value that decided, small and JSON: a count, a share in percent, the words missing. */
  readonly measured: Json;
}

/** One kind of constraint: what it may be given, and how a text is measured against it. */
export interface Checker<Keys extends object = object> {
  readonly check: string;
  /** JSON Schemas of its keys, `check`, `min`, `max` and `exactly` left out. */
  readonly keys: Readonly<Record<string, SchemaObject>>;
  readonly required: readonly string[];
  /** Takes `min`, `max` and `exactly`, and needs at least one of them. */
  readonly bounded: boolean;
  measure(text: string, keys: Keys & Bounds, request: ModelRequest): Measurement;
  /** One clause saying what is not as asked, without a full stop. */
  fault(keys: Keys & Bounds, measured: Json): LocalText;
}

/** Erases the type of the keys; they were validated against the schema. */
export function defineChecker<Keys extends object>(checker: Checker<Keys>): Checker {
  return checker as unknown as Checker;
}

/** A range of whole numbers. */
export interface Bounds {
  readonly min?: number;
  readonly max?: number;
  readonly exactly?: number;
}

export function isWithin(count: number, { min, max, exactly }: Bounds): boolean {
  return (
    (exactly === undefined || count === exactly) &&
    (min === undefined || count >= min) &&
    (max === undefined || count <= max)
  );
}

/** The usual case: a count and its bounds. */
export function counted(count: number, bounds: Bounds): Measurement {
  return { held: isWithin(count, bounds), measured: count };
}

/** `恰好 3`, `不少于 3`, `3 至 5`. */
export function boundsText({ min, max, exactly }: Bounds): LocalText {
  if (exactly !== undefined) return { zh: `恰好 ${exactly}`, en: `exactly ${exactly}` };
  if (min !== undefined && max !== undefined) {
    return { zh: `${min} 至 ${max}`, en: `${min} to ${max}` };
  }
  if (min !== undefined) return { zh: `不少于 ${min}`, en: `at least ${min}` };
  return { zh: `不多于 ${max ?? 0}`, en: `at most ${max ?? 0}` };
}

/** `字数为 12，要求不少于 20`. */
export function countFault(what: LocalText, bounds: Bounds, measured: Json): LocalText {
  const wanted = boundsText(bounds);
  return {
    zh: `${what.zh}为 ${shown(measured)}，要求${wanted.zh}`,
    en: `${what.en}: ${shown(measured)}, asked for ${wanted.en}`,
  };
}

/** A measured value in a sentence. */
export function shown(measured: Json): string {
  return typeof measured === 'string' ? measured : JSON.stringify(measured);
}

/** `“甲”“乙”` and `"甲", "乙"`. */
export function quoted(texts: readonly string[]): LocalText {
  return {
    zh: texts.map((text) => `“${text}”`).join('、'),
    en: texts.map((text) => `"${text}"`).join(', '),
  };
}

export const TEXT: SchemaObject = { type: 'string', minLength: 1 };
export const TEXTS: SchemaObject = { type: 'array', minItems: 1, items: TEXT };
export const COUNT: SchemaObject = { type: 'integer', minimum: 0 };
export const PERCENT: SchemaObject = { type: 'number', minimum: 0, maximum: 100 };
