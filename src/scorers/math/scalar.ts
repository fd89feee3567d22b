import {
  absolute,
  add,
  compare,
  multiply,
  negate,
  parseDecimal,
  type Rational,
} from '../../text/index.ts';
import { exactValue, isRational } from './exact.ts';
import { type Expression, formatExpression, mentions, variablesOf } from './expression.ts';
import { type NumericValue, numericValue } from './numeric.ts';
import type { MathOptions } from './options.ts';
import { numericPoints, rationalPoints } from './points.ts';
import { decided, UNDECIDED, type Verdict } from './verdict.ts';

/** Largest relative difference of one value computed in two ways. */
const AGREES = 1e-12;
/** Smallest relative difference of two values; between the two nothing is decided. */
const DIFFERS = 1e-9;

const RATIONAL_POINTS = 8;
const NUMERIC_POINTS = 36;
/** Fewer points at which both sides are defined decide nothing. */
const MIN_POINTS = 5;
export const MAX_VARIABLES = 6;

/** Whether an expression of the answer equals one of the target. */
export function compareExpressions(
  answer: Expression,
  target: Expression,
  tolerance?: MathOptions['tolerance'],
): Verdict {
  const [a, b] = [formatExpression(answer), formatExpression(target)];
  if (a === b) return decided(true, 1);
  if (isInfinite(answer) || isInfinite(target)) {
    return isPlainInfinity(answer) !== null || isPlainInfinity(target) !== null
      ? decided(isPlainInfinity(answer) === isPlainInfinity(target), 3)
      : UNDECIDED;
  }
  const variables = variablesOf(answer, target);
  if (variables.length === 0) return compareConstants(answer, target, tolerance);
  if (variables.length > MAX_VARIABLES) return UNDECIDED;
  const seed = `${a}\n${b}`;
  return (
    compareExactly(answer, target, variables, seed) ??
    compareNumerically(answer, target, variables, seed)
  );
}

function isInfinite(e: Expression): boolean {
  return mentions(e, (part) => part.kind === 'constant' && part.name === 'infinity');
}

/** 1 for ∞, -1 for -∞, null for anything else. */
export function isPlainInfinity(e: Expression): 1 | -1 | null {
  if (e.kind === 'constant' && e.name === 'infinity') return 1;
  if (e.kind === 'negate' && isPlainInfinity(e.of) === 1) return -1;
  return null;
}

function compareConstants(
  answer: Expression,
  target: Expression,
  tolerance: MathOptions['tolerance'],
): Verdict {
  const [a, b] = [exactValue(answer), exactValue(target)];
  if (a === 'undefined' || b === 'undefined') return UNDECIDED;
  if (isRational(a) && isRational(b)) {
    return decided(compare(a, b) === 0 || isWithin(a, b, tolerance), 2);
  }
  const [x, y] = [numericValue(answer), numericValue(target)];
  if (x === null || y === null) return UNDECIDED;
  if (tolerance !== undefined && isNear(x, y, tolerance)) return decided(true, 4);
  const verdict = compareValues(x, y);
  // A long decimal that meets an irrational number was rounded to meet it.
  const long = [a, b].some((v) => isRational(v) && digitsOf(v) > 9);
  if (verdict === null || (verdict && long)) return UNDECIDED;
  return decided(verdict, 4);
}

function digitsOf({ n, d }: Rational): number {
  return Math.max(absolute({ n, d }).n.toString().length, d.toString().length);
}

function isWithin(value: Rational, target: Rational, tolerance: MathOptions['tolerance']): boolean {
  const difference = absolute(add(value, negate(target)));
  const abs = tolerance?.abs === undefined ? null : parseDecimal(tolerance.abs);
  const rel = tolerance?.rel === undefined ? null : parseDecimal(tolerance.rel);
  if (abs !== null && compare(difference, abs) <= 0) return true;
  return rel !== null && compare(difference, multiply(rel, absolute(target))) <= 0;
}

function isNear(
  value: NumericValue,
  target: NumericValue,
  { abs = '0', rel = '0' }: NonNullable<MathOptions['tolerance']>,
): boolean {
  const allowed = Number(abs) + Number(rel) * Math.hypot(target.re, target.im);
  return distance(value, target) <= allowed;
}

function distance(a: NumericValue, b: NumericValue): number {
  return Math.hypot(a.re - b.re, a.im - b.im);
}

/** Null between agreeing and differing. */
function compareValues(a: NumericValue, b: NumericValue): boolean | null {
  const scale = Math.max(a.scale, b.scale, Number.MIN_VALUE);
  const difference = distance(a, b);
  if (difference <= AGREES * scale) return true;
  return difference > DIFFERS * scale ? false : null;
}

/**
 * Sums, products, quotients and whole powers at rational points, without rounding: one difference
 * proves that they differ, and chance agreement of two different ones at all points is out of the
 * question (Schwartz 1980, Zippel 1979). Null when they are of another kind.
 */
function compareExactly(
  answer: Expression,
  target: Expression,
  variables: readonly string[],
  seed: string,
): Verdict | null {
  let compared = 0;
  for (const point of rationalPoints(variables, seed, RATIONAL_POINTS)) {
    const [a, b] = [exactValue(answer, point), exactValue(target, point)];
    if (a === 'inexact' || b === 'inexact') return null;
    if (!isRational(a) || !isRational(b)) continue;
    if (compare(a, b) !== 0) return decided(false, 4);
    compared++;
  }
  return compared < MIN_POINTS ? null : decided(true, 4);
}

/**
 * Floating point at points of several ranges. Points at which both sides have no real value do not
 * count; sides with different domains that agree wherever both are defined (ln x² and 2 ln x) are
 * left undecided, because the case may say x > 0.
 */
function compareNumerically(
  answer: Expression,
  target: Expression,
  variables: readonly string[],
  seed: string,
): Verdict {
  const usesComplex = [answer, target].some((e) =>
    mentions(e, (part) => part.kind === 'constant' && part.name === 'i'),
  );
  let agreed = 0;
  let unclear = false;
  for (const point of numericPoints(variables, seed, NUMERIC_POINTS)) {
    const a = definedAt(numericValue(answer, point), usesComplex);
    const b = definedAt(numericValue(target, point), usesComplex);
    if (a === null && b === null) continue;
    const same = a === null || b === null ? null : compareValues(a, b);
    if (same === false) return decided(false, 4);
    if (same === null) unclear = true;
    else agreed++;
  }
  return unclear || agreed < MIN_POINTS ? UNDECIDED : decided(true, 4);
}

function definedAt(value: NumericValue | null, complex: boolean): NumericValue | null {
  if (value === null || complex) return value;
  return Math.abs(value.im) <= AGREES * value.scale ? value : null;
}

/** Order of two constants by size; null when they have no real values. */
export function compareSizes(a: Expression, b: Expression): number | null {
  const infinite = (isPlainInfinity(a) ?? 0) - (isPlainInfinity(b) ?? 0);
  if (infinite !== 0) return infinite;
  const [x, y] = [exactValue(a), exactValue(b)];
  if (isRational(x) && isRational(y)) return compare(x, y);
  const [u, v] = [definedAt(numericValue(a), false), definedAt(numericValue(b), false)];
  if (u === null || v === null) return null;
  return compareValues(u, v) === true ? 0 : u.re - v.re;
}
