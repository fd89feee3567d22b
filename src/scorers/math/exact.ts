import {
  absolute,
  add,
  divide,
  multiply,
  negate,
  power,
  type Rational,
  rational,
} from '../../text/index.ts';
import type { Expression } from './expression.ts';

/**
 * The exact value of an expression:
 * - a rational number;
 * - `undefined`: it has no value here (a division by zero);
 * - `inexact`: it is, or may be, no rational number (√2, π, 2^{1000000}).
 */
export type ExactValue = Rational | 'undefined' | 'inexact';

export type RationalPoint = ReadonlyMap<string, Rational>;

const NOWHERE: RationalPoint = new Map();

/** Numerators and denominators above this many digits are left to floating point. */
const MAX_DIGITS = 600;
const MAX_FACTORIAL = 170n;

export function exactValue(e: Expression, at: RationalPoint = NOWHERE): ExactValue {
  switch (e.kind) {
    case 'number':
      return e.value;
    case 'symbol':
      return at.get(e.name) ?? 'inexact';
    case 'constant':
    case 'either':
      return 'inexact';
    case 'negate':
      return over(exactValue(e.of, at), negate);
    case 'binary': {
      const left = exactValue(e.left, at);
      const right = exactValue(e.right, at);
      if (left === 'undefined' || right === 'undefined') return 'undefined';
      if (left === 'inexact' || right === 'inexact') return 'inexact';
      return bounded(operate(e.op, left, right));
    }
    case 'call':
      return callValue(e, at);
  }
}

export function isRational(value: ExactValue): value is Rational {
  return typeof value === 'object';
}

function over(value: ExactValue, map: (value: Rational) => ExactValue): ExactValue {
  return isRational(value) ? map(value) : value;
}

function bounded(value: ExactValue): ExactValue {
  if (!isRational(value)) return value;
  const limit = 10n ** BigInt(MAX_DIGITS);
  return absolute(value).n > limit || value.d > limit ? 'inexact' : value;
}

function operate(op: '+' | '*' | '/' | '^', left: Rational, right: Rational): ExactValue {
  switch (op) {
    case '+':
      return add(left, right);
    case '*':
      return multiply(left, right);
    case '/':
      return divide(left, right) ?? 'undefined';
    case '^':
      return powerOf(left, right);
  }
}

function powerOf(base: Rational, exponent: Rational): ExactValue {
  if (base.n === 0n) return exponent.n > 0n ? base : 'undefined';
  if (exponent.d === 1n) return power(base, Number(exponent.n)) ?? 'inexact';
  const root = rootOf(base, exponent.d);
  return isRational(root) ? (power(root, Number(exponent.n)) ?? 'inexact') : root;
}

function callValue(e: Expression & { kind: 'call' }, at: RationalPoint): ExactValue {
  const of = exactValue(e.of, at);
  if (!isRational(of)) return of;
  const by = e.by === undefined ? null : exactValue(e.by, at);
  switch (e.name) {
    case 'sqrt':
      return rootOf(of, 2n);
    case 'root':
      return by !== null && isRational(by) && by.d === 1n ? rootOf(of, by.n) : 'inexact';
    case 'abs':
      return absolute(of);
    case 'floor':
      return rational(floor(of));
    case 'ceil':
      return rational(-floor(negate(of)));
    case 'factorial':
      return factorial(of);
    case 'binomial':
      return by === null || !isRational(by) ? 'inexact' : binomial(of, by);
    default:
      return 'inexact';
  }
}

function floor({ n, d }: Rational): bigint {
  return n >= 0n || n % d === 0n ? n / d : n / d - 1n;
}

function factorial({ n, d }: Rational): ExactValue {
  if (d !== 1n || n < 0n) return 'undefined';
  if (n > MAX_FACTORIAL) return 'inexact';
  let product = 1n;
  for (let i = 2n; i <= n; i++) product *= i;
  return rational(product);
}

function binomial(above: Rational, below: Rational): ExactValue {
  if (above.d !== 1n || below.d !== 1n || below.n < 0n) return 'undefined';
  if (above.n < below.n || above.n > 1000n) return 'inexact';
  let value = 1n;
  for (let i = 1n; i <= below.n; i++) value = (value * (above.n - below.n + i)) / i;
  return rational(value);
}

/** The real root where it is rational. */
function rootOf({ n, d }: Rational, degree: bigint): ExactValue {
  if (degree < 2n || degree > 64n) return 'inexact';
  const negative = n < 0n;
  if (negative && degree % 2n === 0n) return 'inexact';
  const above = wholeRoot(negative ? -n : n, degree);
  const below = wholeRoot(d, degree);
  return above === null || below === null ? 'inexact' : rational(negative ? -above : above, below);
}

/** Newton's method on whole numbers; null when the root is not whole. */
function wholeRoot(value: bigint, degree: bigint): bigint | null {
  if (value < 2n) return value;
  let x = 1n << (BigInt(value.toString(2).length) / degree + 1n);
  for (;;) {
    const next = ((degree - 1n) * x + value / x ** (degree - 1n)) / degree;
    if (next >= x) break;
    x = next;
  }
  return x ** degree === value ? x : null;
}
