import { type Expression, variablesOf } from './expression.ts';
import { INFINITY, type Interval, MINUS_INFINITY, union } from './interval.ts';
import { intervals } from './solution.ts';
import type { Value } from './value.ts';

const FLIPPED: Readonly<Record<string, string>> = {
  '<': '>',
  '>': '<',
  '≤': '≥',
  '≥': '≤',
  '≠': '≠',
};

/** -1<x≤2, x>1, x≠0 are intervals of their variable; the rest stays an inequality. */
export function inequalityOf(
  sides: readonly (Expression | null)[],
  signs: readonly string[],
): Value | null {
  const [a, b, c] = sides;
  if (a === undefined || a === null || b === undefined || b === null) return null;
  const [first = '', second = ''] = signs;
  if (signs.length === 2) {
    if (c === undefined || c === null || b.kind !== 'symbol') return null;
    const low = halfLine(b, FLIPPED[first] ?? '', a);
    const high = halfLine(b, second, c);
    const [x, y] = [low?.[0], high?.[0]];
    if (x === undefined || y === undefined || low?.length !== 1 || high?.length !== 1) return null;
    const [from, to] = '<≤'.includes(first) ? [x, y] : [y, x];
    if ('<≤'.includes(first) !== '<≤'.includes(second)) return null;
    return intervals(union([{ ...to, low: from.low, lowClosed: from.lowClosed }]));
  }
  if (signs.length !== 1) return null;
  const line =
    a.kind === 'symbol'
      ? halfLine(a, first, b)
      : b.kind === 'symbol'
        ? halfLine(b, FLIPPED[first] ?? '', a)
        : null;
  if (line !== null) return intervals(line);
  switch (first) {
    case '<':
    case '≤':
    case '≠':
      return { kind: 'inequality', op: first, left: a, right: b };
    case '>':
      return { kind: 'inequality', op: '<', left: b, right: a };
    case '≥':
      return { kind: 'inequality', op: '≤', left: b, right: a };
    default:
      return null;
  }
}

/** Where `x op end` holds; null when the end holds a variable in `y<2x`, which is no half-line. */
function halfLine(
  x: Expression & { kind: 'symbol' },
  op: string,
  end: Expression,
): readonly Interval[] | null {
  const names = variablesOf(end);
  if (names.includes(x.name) || (names.includes('x') && x.name === 'y')) return null;
  const below: Interval = { low: MINUS_INFINITY, high: end, lowClosed: false, highClosed: false };
  const above: Interval = { low: end, high: INFINITY, lowClosed: false, highClosed: false };
  switch (op) {
    case '<':
      return [below];
    case '≤':
      return [{ ...below, highClosed: true }];
    case '>':
      return [above];
    case '≥':
      return [{ ...above, lowClosed: true }];
    case '≠':
      return [below, above];
    default:
      return null;
  }
}
