import { divide, type Rational } from '../../text/index.ts';
import { exactValue, isRational } from './exact.ts';
import {
  binary,
  type Expression,
  formatExpression,
  minus,
  numberOf,
  variablesOf,
} from './expression.ts';
import { type NumericValue, numericValue } from './numeric.ts';
import { numericPoints, rationalPoints } from './points.ts';
import { compareExpressions, MAX_VARIABLES } from './scalar.ts';
import { decided, UNDECIDED, type Verdict } from './verdict.ts';

interface Sides {
  readonly left: Expression;
  readonly right: Expression;
}

const POINTS = 12;
const NUMERIC_POINTS = 36;
const MIN_POINTS = 5;
/** Largest spread of what should be one factor, and the smallest of what is none. */
const SAME_FACTOR = 1e-10;
const OTHER_FACTOR = 1e-7;

/**
 * Two equations are the same when one is a nonzero multiple of the other: 2x+y=3 and y=3-2x, and
 * after clearing denominators also xy=1 and y=1/x. Equations of sums, products and whole powers
 * that are no multiples differ; others differ where one is solved (y = f(x)) and its points do not
 * satisfy the other, and are left undecided otherwise.
 */
export function compareEquations(answer: Sides, target: Sides): Verdict {
  const a = cleared(minus(answer.left, answer.right));
  const b = cleared(minus(target.left, target.right));
  const factor = commonFactor(a, b);
  if (factor.same === true || factor.exact) return decided(factor.same === true, 4);
  const misses = misfit(answer, target) || misfit(target, answer);
  return misses ? decided(false, 4) : UNDECIDED;
}

/** Inequalities `left < right`: one is a positive multiple of the other. */
export function compareInequalities(answer: Sides, target: Sides): Verdict {
  const a = minus(answer.left, answer.right);
  const b = minus(target.left, target.right);
  const factor = commonFactor(a, b);
  if (factor.same === true) return decided(factor.positive, 4);
  return factor.exact ? decided(false, 4) : UNDECIDED;
}

interface Factor {
  /** Null when it cannot be told. */
  readonly same: boolean | null;
  readonly positive: boolean;
  /** Found without rounding: then "not the same" is a proof. */
  readonly exact: boolean;
}

/** Whether a is a constant nonzero multiple of b. */
function commonFactor(a: Expression, b: Expression): Factor {
  const variables = variablesOf(a, b);
  const unknown: Factor = { same: null, positive: false, exact: false };
  if (variables.length === 0 || variables.length > MAX_VARIABLES) return unknown;
  const seed = `${formatExpression(a)}\n${formatExpression(b)}`;
  return exactFactor(a, b, variables, seed) ?? numericFactor(a, b, variables, seed) ?? unknown;
}

function exactFactor(
  a: Expression,
  b: Expression,
  variables: readonly string[],
  seed: string,
): Factor | null {
  let factor: Rational | null = null;
  let compared = 0;
  for (const point of rationalPoints(variables, seed, POINTS)) {
    const [x, y] = [exactValue(a, point), exactValue(b, point)];
    if (x === 'inexact' || y === 'inexact') return null;
    if (!isRational(x) || !isRational(y)) continue;
    const ratio = divide(x, y);
    if (ratio === null || ratio.n === 0n) {
      if (x.n === 0n && y.n === 0n) continue;
      return { same: false, positive: false, exact: true };
    }
    factor ??= ratio;
    if (factor.n !== ratio.n || factor.d !== ratio.d) {
      return { same: false, positive: false, exact: true };
    }
    compared++;
  }
  if (factor === null || compared < MIN_POINTS) return null;
  return { same: true, positive: factor.n > 0n, exact: true };
}

function numericFactor(
  a: Expression,
  b: Expression,
  variables: readonly string[],
  seed: string,
): Factor | null {
  const ratios: number[] = [];
  for (const point of numericPoints(variables, seed, NUMERIC_POINTS)) {
    const [x, y] = [realAt(a, point), realAt(b, point)];
    if (x === null || y === null || isTiny(x) || isTiny(y)) continue;
    ratios.push(x.re / y.re);
  }
  const [first] = ratios;
  if (first === undefined || ratios.length < MIN_POINTS) return null;
  const spread = Math.max(...ratios.map((r) => Math.abs(r / first - 1)));
  const same = spread <= SAME_FACTOR ? true : spread > OTHER_FACTOR ? false : null;
  return { same, positive: first > 0, exact: false };
}

function realAt(e: Expression, point: ReadonlyMap<string, number>): NumericValue | null {
  const value = numericValue(e, point);
  return value === null || Math.abs(value.im) > 1e-12 * value.scale ? null : value;
}

/** Lost to cancellation: its leading digits are noise. */
function isTiny(value: NumericValue): boolean {
  return Math.abs(value.re) < 1e-4 * value.scale;
}

/** True when points of a solved equation do not satisfy the other. */
function misfit(solved: Sides, other: Sides): boolean {
  if (solved.left.kind !== 'symbol') return false;
  const name = solved.left.name;
  const free = variablesOf(solved.right, other.left, other.right).filter((v) => v !== name);
  if (variablesOf(solved.right).includes(name) || free.length > MAX_VARIABLES) return false;
  const put = (e: Expression): Expression => substitute(e, name, solved.right);
  return compareExpressions(put(other.left), put(other.right)).same === false;
}

function substitute(e: Expression, name: string, value: Expression): Expression {
  switch (e.kind) {
    case 'symbol':
      return e.name === name ? value : e;
    case 'negate':
    case 'either':
      return { ...e, of: substitute(e.of, name, value) };
    case 'binary':
      return {
        ...e,
        left: substitute(e.left, name, value),
        right: substitute(e.right, name, value),
      };
    case 'call':
      return {
        ...e,
        of: substitute(e.of, name, value),
        ...(e.by === undefined ? {} : { by: substitute(e.by, name, value) }),
      };
    default:
      return e;
  }
}

/** The numerator over the common denominator of all fractions. */
function cleared(e: Expression): Expression {
  return asFraction(e).above;
}

interface Fraction {
  readonly above: Expression;
  readonly below: Expression;
}

const ONE = numberOf(1n);

function asFraction(e: Expression): Fraction {
  if (e.kind === 'negate') {
    const of = asFraction(e.of);
    return { ...of, above: { kind: 'negate', of: of.above } };
  }
  if (e.kind !== 'binary' || variablesOf(e).length === 0) return { above: e, below: ONE };
  const [l, r] = [asFraction(e.left), asFraction(e.right)];
  switch (e.op) {
    case '+':
      if (formatExpression(l.below) === formatExpression(r.below)) {
        return { above: binary('+', l.above, r.above), below: l.below };
      }
      return {
        above: binary('+', product(l.above, r.below), product(r.above, l.below)),
        below: product(l.below, r.below),
      };
    case '*':
      return { above: product(l.above, r.above), below: product(l.below, r.below) };
    case '/':
      return variablesOf(e.right).length === 0
        ? { above: e, below: ONE }
        : { above: product(l.above, r.below), below: product(l.below, r.above) };
    case '^':
      return l.below === ONE
        ? { above: e, below: ONE }
        : { above: binary('^', l.above, e.right), below: binary('^', l.below, e.right) };
  }
}

function product(a: Expression, b: Expression): Expression {
  if (a === ONE) return b;
  return b === ONE ? a : binary('*', a, b);
}
