import { type Expression, variablesOf } from './expression.ts';
import { type Interval, point, union } from './interval.ts';
import { isPlainInfinity } from './scalar.ts';
import type { Equation, Scalar, Value } from './value.ts';

/** The intervals as an answer; null stays null. */
export function intervals(parts: readonly Interval[] | null): Value | null {
  if (parts === null) return null;
  return parts.length === 0 ? { kind: 'empty' } : { kind: 'intervals', intervals: parts };
}

/** The value as a set of real numbers; null when it is none. */
export function asIntervals(value: Value): readonly Interval[] | null {
  switch (value.kind) {
    case 'intervals':
      return value.intervals;
    case 'scalar':
      return [point(value.value)];
    case 'equation':
      return value.left?.kind === 'symbol' ? [point(value.right.value)] : null;
    case 'empty':
      return [];
    case 'collection': {
      const parts = value.items.map(asIntervals);
      return parts.some((part) => part === null) ? null : union(parts.flatMap((p) => p ?? []));
    }
    case 'brackets': {
      const [low, high] = value.items;
      if (value.items.length !== 2 || low?.kind !== 'scalar' || high?.kind !== 'scalar')
        return null;
      return union([
        {
          low: low.value,
          high: high.value,
          lowClosed: value.open === '[' && isPlainInfinity(low.value) === null,
          highClosed: value.close === ']' && isPlainInfinity(high.value) === null,
        },
      ]);
    }
    default:
      return null;
  }
}

/** A solved equation names its value; null for one that is not solved (2x = 4). */
export function solvedFor({ left, right, unsolved }: Equation): Scalar | null {
  if (unsolved === true && left?.kind !== 'symbol') return null;
  if (left === null || left.kind === 'symbol' || isNamedValue(left)) return right;
  return variablesOf(left).length === 0 ? right : null;
}

/** f(x), P(A), sin A, ab+c: the name of what is asked, where 2x is an unsolved multiple. */
function isNamedValue(left: Expression): boolean {
  if (left.kind === 'negate') return false;
  if (left.kind === 'binary' && (left.op === '*' || left.op === '/')) {
    return left.left.kind !== 'number' && left.right.kind !== 'number';
  }
  if (left.kind === 'binary' && left.op === '+') {
    const term = left.right.kind === 'negate' ? left.right.of : left.right;
    return left.left.kind !== 'number' && term.kind !== 'number';
  }
  return left.kind === 'call';
}
