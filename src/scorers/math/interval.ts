import { type Expression, formatExpression } from './expression.ts';
import { compareExpressions, compareSizes, isPlainInfinity } from './scalar.ts';
import { allOf, decided, UNDECIDED, type Verdict } from './verdict.ts';

/** An interval; a single point has equal closed ends. Infinite ends are open. */
export interface Interval {
  readonly low: Expression;
  readonly high: Expression;
  readonly lowClosed: boolean;
  readonly highClosed: boolean;
}

export const INFINITY: Expression = { kind: 'constant', name: 'infinity' };
export const MINUS_INFINITY: Expression = { kind: 'negate', of: INFINITY };

export const REAL_LINE: readonly Interval[] = [
  { low: MINUS_INFINITY, high: INFINITY, lowClosed: false, highClosed: false },
];

export function point(at: Expression): Interval {
  return { low: at, high: at, lowClosed: true, highClosed: true };
}

/**
 * The set as disjoint intervals in order: [1,2)∪[2,3] is [1,3]. Null when an end has no size
 * (a letter) and there is more than one interval, or when an interval is empty or upside down.
 */
export function union(intervals: readonly Interval[]): readonly Interval[] | null {
  if (intervals.length === 1 && !hasSize(intervals[0] as Interval)) return intervals;
  if (!intervals.every(hasSize)) return null;
  if (intervals.some(isEmpty)) return null;
  const sorted = intervals.toSorted(
    (a, b) => (compareSizes(a.low, b.low) ?? 0) || Number(b.lowClosed) - Number(a.lowClosed),
  );
  const merged: Interval[] = [];
  for (const next of sorted) {
    const last = merged.at(-1);
    if (last === undefined || !touches(last, next)) merged.push(next);
    else merged[merged.length - 1] = joined(last, next);
  }
  return merged;
}

function hasSize({ low, high }: Interval): boolean {
  return compareSizes(low, high) !== null;
}

function isEmpty({ low, high, lowClosed, highClosed }: Interval): boolean {
  const order = compareSizes(low, high) ?? 0;
  return order > 0 || (order === 0 && !(lowClosed && highClosed));
}

function touches(a: Interval, b: Interval): boolean {
  const gap = compareSizes(b.low, a.high) ?? 0;
  return gap < 0 || (gap === 0 && (a.highClosed || b.lowClosed));
}

function joined(a: Interval, b: Interval): Interval {
  const order = compareSizes(a.high, b.high) ?? 0;
  const further = order > 0 ? a : b;
  return {
    ...a,
    high: further.high,
    highClosed: order === 0 ? a.highClosed || b.highClosed : further.highClosed,
  };
}

/** What lies in both; null when an end has no size. Empty when nothing does. */
export function intersection(
  a: readonly Interval[],
  b: readonly Interval[],
): readonly Interval[] | null {
  if (![...a, ...b].every(hasSize)) return null;
  return a.flatMap((x) => b.map((y) => overlap(x, y))).filter((part) => !isEmpty(part));
}

function overlap(a: Interval, b: Interval): Interval {
  const lows = compareSizes(a.low, b.low) ?? 0;
  const highs = compareSizes(a.high, b.high) ?? 0;
  const low = lows >= 0 ? a : b;
  const high = highs <= 0 ? a : b;
  return {
    low: low.low,
    high: high.high,
    lowClosed: lows === 0 ? a.lowClosed && b.lowClosed : low.lowClosed,
    highClosed: highs === 0 ? a.highClosed && b.highClosed : high.highClosed,
  };
}

export function compareIntervals(
  answer: readonly Interval[],
  target: readonly Interval[],
): Verdict {
  if (answer.length !== target.length) {
    return [...answer, ...target].every(hasSize) ? decided(false, 3) : UNDECIDED;
  }
  const ends = answer.flatMap((a, i) => {
    const b = target[i];
    if (b === undefined) return [];
    return [
      decided(a.lowClosed === b.lowClosed && a.highClosed === b.highClosed, 3),
      compareExpressions(a.low, b.low),
      compareExpressions(a.high, b.high),
    ];
  });
  return allOf(ends, 3);
}

export function formatIntervals(intervals: readonly Interval[]): string {
  return intervals.map(formatInterval).join('∪');
}

function formatInterval({ low, high, lowClosed, highClosed }: Interval): string {
  const text = (e: Expression): string =>
    isPlainInfinity(e) === null ? formatExpression(e) : isPlainInfinity(e) === 1 ? '+∞' : '-∞';
  if (low === high) return `{${text(low)}}`;
  return `${lowClosed ? '[' : '('}${text(low)}, ${text(high)}${highClosed ? ']' : ')'}`;
}
