import type { Json } from '../../model/index.ts';
import { parseDecimal, type Rational, readingOf } from '../../text/index.ts';
import { numbersIn } from './lexer.ts';
import { readNumber } from './reading.ts';
import { type Unit, unitsNamed } from './units.ts';

/** The right number of a case and its unit. */
export interface NumberTarget {
  readonly value: Rational;
  /** What the unit may mean; empty when the target has none. */
  readonly units: readonly Unit[];
  /** The unit's name where it is in no table. */
  readonly own: string | null;
  /** Written as a percentage or in tenths. */
  readonly share?: boolean;
}

const PLAIN_DECIMAL = /^-?\d{1,40}(?:\.\d{1,40})?$/;

/** Reads a target: `84`, `3/4`, `84 箱`, `一年六个月`. Null when it is not exactly one quantity. */
export function targetNumber(target: Json | undefined): NumberTarget | null {
  if (typeof target !== 'string' && typeof target !== 'number') return null;
  const written = String(target).trim();
  // Most targets are plain decimals, and need no reading.
  const decimal = PLAIN_DECIMAL.test(written) ? parseDecimal(written) : null;
  if (decimal !== null) return { value: decimal, units: [], own: null };
  const { text } = readingOf(written);
  const plain = readNumber(text, { units: [], own: null });
  if (plain.rule === 'whole' && plain.quantity !== null) {
    return { ...plain.quantity, own: null, share: /[%‰成折]|百分之/.test(text) };
  }
  // What follows the number is a unit that no table knows.
  const [mention] = numbersIn(text, 0, text.length);
  const name = mention === undefined ? '' : text.slice(mention.amount.end).trim();
  if (mention === undefined || mention.start !== 0 || !/^\p{L}[^\d]{0,12}$/u.test(name))
    return null;
  const number = readNumber(text.slice(0, mention.amount.end), { units: [], own: null }).quantity;
  return number === null ? null : { value: number.value, units: unitsNamed(name), own: name };
}
