import type { Unit } from './units.ts';

/**
 * A number as it stands in a text.
 * - `value`: states one number;
 * - `skip`: a number that is no quantity: a date, 第3题, step 2, x1, 2位小数;
 * - `vague`: a quantity without one value: 3-5, 三五个, 十几, 超过500, ±2, 5兆, 3x.
 */
export interface NumberMention {
  readonly kind: 'value' | 'skip' | 'vague';
  /** Half-open range in the text, sign and unit included. */
  readonly start: number;
  readonly end: number;
  /** Half-open range of the amount, sign excluded. */
  readonly amount: { readonly start: number; readonly end: number };
  readonly negative: boolean;
  /** What the unit may mean; empty when there is none. */
  readonly units: readonly Unit[];
  /** 3年半, 两个半小时: half a unit more. */
  readonly half: boolean;
  /** 20%, 三成, 五分之一: a share of something. */
  readonly share: boolean;
  /** Counts only where nothing else does: 第7个, 取π=3.14. */
  readonly reserve: boolean;
  /** 一 with a measure word, as in 一个: more often an article than a number. */
  readonly weak: boolean;
}

/** The sign of an amount. */
export interface Sign {
  readonly start: number;
  readonly negative: boolean;
  readonly vague: boolean;
}
