import { type ExactJson, WrittenNumber } from '../document/index.ts';
import type { LocalText } from '../model/index.ts';

/** Where and how two JSON values differ first; null when they are equal. */
export interface JsonDifference {
  /** Keys and indices from the top, e.g. `items.0.name`; empty for the value itself. */
  readonly path: string;
  readonly expected: ExactJson | undefined;
  readonly got: ExactJson | undefined;
}

/**
 * Compares JSON values: the order of an object's keys does not matter, that of a list does, and
 * numbers are compared by the value that was written: 1.0 is 1, and 9007199254740993 is not
 * 9007199254740992. With `subset`, the value may have keys that are not expected.
 */
export function jsonDifference(
  expected: ExactJson | undefined,
  got: ExactJson | undefined,
  subset: 'exact' | 'subset' = 'exact',
  path = '',
): JsonDifference | null {
  const here = { path, expected, got };
  if (expected === undefined || got === undefined) return expected === got ? null : here;
  if (Array.isArray(expected) || Array.isArray(got)) {
    if (!Array.isArray(expected) || !Array.isArray(got)) return here;
    if (expected.length !== got.length) return here;
    return firstDifference(expected.keys(), (i) =>
      jsonDifference(expected[i], got[i], subset, join(path, String(i))),
    );
  }
  if (isObject(expected) && isObject(got)) {
    const keys = subset === 'subset' ? [] : Object.keys(got);
    return firstDifference(new Set([...Object.keys(expected), ...keys]), (key) =>
      jsonDifference(own(expected, key), own(got, key), subset, join(path, key)),
    );
  }
  if (expected instanceof WrittenNumber && got instanceof WrittenNumber) {
    return expected.equals(got) ? null : here;
  }
  // -0 and 0 are one number in JSON. A number that no double holds is none that a double holds.
  return expected === got ? null : here;
}

function own(object: { [key: string]: ExactJson }, key: string): ExactJson | undefined {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

function isObject(value: ExactJson): value is { [key: string]: ExactJson } {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof WrittenNumber)
  );
}

function firstDifference<T>(
  parts: Iterable<T>,
  compare: (part: T) => JsonDifference | null,
): JsonDifference | null {
  for (const part of parts) {
    const difference = compare(part);
    if (difference !== null) return difference;
  }
  return null;
}

function join(path: string, key: string): string {
  return path === '' ? key : `${path}.${key}`;
}

/** A difference as a sentence; `place` names the value that was compared. */
export function differenceText(place: string, difference: JsonDifference): LocalText {
  const { expected, got } = difference;
  const path = [place, difference.path].filter((part) => part !== '').join('.');
  if (got === undefined) {
    return {
      zh: `缺少 ${path}，应为 ${shownJson(expected)}。`,
      en: `${path} is missing; it should be ${shownJson(expected)}.`,
    };
  }
  if (expected === undefined) {
    return {
      zh: `多出了 ${path}，其值为 ${shownJson(got)}。`,
      en: `${path} should not be there; it is ${shownJson(got)}.`,
    };
  }
  const shown = path === '' ? { zh: '取值', en: 'The value' } : { zh: `${path} `, en: path };
  return {
    zh: `${shown.zh}应为 ${shownJson(expected)}，实为 ${shownJson(got)}。`,
    en: `${shown.en} should be ${shownJson(expected)}; it is ${shownJson(got)}.`,
  };
}

/** A JSON value for a message: cut, so that a reason stays a line. */
export function shownJson(value: ExactJson | undefined): string {
  const text = value === undefined ? '∅' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 117).toWellFormed()}…` : text;
}
