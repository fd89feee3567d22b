import type { Random } from '../../random.ts';

/** A family of word problems: one way to calculate, several ways to tell it. */
export interface ProblemFamily {
  readonly id: string;
  readonly difficulty: 1 | 2 | 3 | 4 | 5;
  /** A problem whose numbers, in the order of the text, lead to `answer`. */
  tell(random: Random): Problem;
}

interface Problem {
  readonly text: string;
  /** Decimal string or fraction, without a unit. */
  readonly answer: string;
}

/** A multiple of `step` in [min, max]. */
export function stepped(random: Random, min: number, max: number, step: number): number {
  return random.int(Math.ceil(min / step), Math.floor(max / step)) * step;
}

/** `1250` fen as `12.5`: amounts are counted in whole hundredths. */
export function hundredths(count: number): string {
  const sign = count < 0 ? '-' : '';
  const digits = Math.abs(count).toString().padStart(3, '0');
  const decimals = digits.slice(-2).replace(/0+$/u, '');
  return `${sign}${digits.slice(0, -2)}${decimals === '' ? '' : `.${decimals}`}`;
}
