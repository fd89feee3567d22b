import type { Json } from '../model/index.ts';
import { doublesAround, isHeld, isSameNumber } from './numeral.ts';

/**
 * A JSON value whose numbers are those that were written. Where a double cannot hold one
 * (9007199254740993, 0.12345678901234567890, 1e999), it stands as a `WrittenNumber`.
 */
export type ExactJson =
  | null
  | boolean
  | number
  | string
  | WrittenNumber
  | ExactJson[]
  | { [key: string]: ExactJson };

/** A number that no double holds, as a decimal numeral. */
export class WrittenNumber {
  readonly numeral: string;

  constructor(numeral: string) {
    this.numeral = numeral;
  }

  equals(other: WrittenNumber): boolean {
    return isSameNumber(this.numeral, other.numeral);
  }

  /** `JSON.stringify` writes the numeral as it is (JSON.rawJSON). */
  toJSON(): unknown {
    return (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(this.numeral);
  }
}

/** What is in every numeral that a double may not hold: 16 digits and points, or an exponent. */
const LONG_NUMERAL = /[\d.]{16}|\d[eE]/;

/**
 * Parses JSON without rounding a number. The nesting of the text has to be bounded already.
 *
 * @throws SyntaxError as `JSON.parse` does
 */
export function parseExactJson(text: string): ExactJson {
  if (!LONG_NUMERAL.test(text)) return JSON.parse(text) as Json;
  const exact = (_key: string, value: ExactJson, { source }: { source?: string }): ExactJson =>
    typeof value === 'number' && source !== undefined && !isHeld(source)
      ? new WrittenNumber(source)
      : value;
  return JSON.parse(text, exact as (key: string, value: ExactJson) => ExactJson) as ExactJson;
}

/** The first number in a value that no double holds. */
export function firstWrittenNumber(value: ExactJson | undefined): WrittenNumber | undefined {
  if (value instanceof WrittenNumber) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const part of Object.values(value)) {
    const found = firstWrittenNumber(part);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A value twice: with the next double below, and above, in the place of each number that none holds. */
export interface Rounded {
  readonly below: Json;
  readonly above: Json;
}

export function roundedJson(value: ExactJson): Rounded {
  if (value instanceof WrittenNumber) return doublesAround(value.numeral);
  if (typeof value !== 'object' || value === null) return { below: value, above: value };
  if (Array.isArray(value)) {
    const parts = value.map(roundedJson);
    return { below: parts.map((part) => part.below), above: parts.map((part) => part.above) };
  }
  const parts = Object.entries(value).map(([key, part]) => [key, roundedJson(part)] as const);
  return {
    below: Object.fromEntries(parts.map(([key, part]) => [key, part.below])),
    above: Object.fromEntries(parts.map(([key, part]) => [key, part.above])),
  };
}
