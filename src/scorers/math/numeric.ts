import { createRequire } from 'node:module';
import type { Complex, MathType } from 'mathjs';
import { exactValue, isRational } from './exact.ts';
import type { Expression } from './expression.ts';

/**
 * Complex arithmetic of mathjs. Only these functions are taken, none of them reads text: its
 * parser never sees what a model wrote. The library takes half a second to load, so it is loaded
 * when it is first needed; Node keeps it.
 */
function arithmetic(): typeof import('mathjs') {
  return require('mathjs') as typeof import('mathjs');
}
const require = createRequire(import.meta.url);

/** Loads the library. */
export function prepareArithmetic(): void {
  arithmetic();
}

/**
 * A value in floating point. `scale` is the size of the largest number that took part in it
 * (weighed with what came after), so the rounding error is of the order of 2^-52 · scale.
 */
export interface NumericValue {
  readonly re: number;
  readonly im: number;
  readonly scale: number;
}

export type NumericPoint = ReadonlyMap<string, number>;

const NOWHERE: NumericPoint = new Map();

/** The value at a point; null where there is none or none that floating point can hold. */
export function numericValue(e: Expression, at: NumericPoint = NOWHERE): NumericValue | null {
  switch (e.kind) {
    case 'number':
      return real(ratioOf(e.value.n, e.value.d));
    case 'symbol': {
      const value = at.get(e.name);
      return value === undefined ? null : real(value);
    }
    case 'constant':
      return constantValue(e.name);
    case 'either':
      return null;
    case 'negate': {
      const of = numericValue(e.of, at);
      return of === null ? null : { re: -of.re, im: -of.im, scale: of.scale };
    }
    case 'binary': {
      const left = numericValue(e.left, at);
      const right = left === null ? null : numericValue(e.right, at);
      if (left === null || right === null) return null;
      const odd = e.op === '^' ? oddRoot(e.right) : null;
      if (odd === null || left.im !== 0 || left.re >= 0) return operate(e.op, left, right);
      const root = rootOf(left, real(odd.degree));
      return root === null ? null : powerOf(root, { re: odd.power, im: 0, scale: 1 });
    }
    case 'call': {
      const of = numericValue(e.of, at);
      const by = e.by === undefined ? undefined : numericValue(e.by, at);
      return of === null || by === null ? null : callValue(e.name, of, by);
    }
  }
}

/** p and q of an exponent p/q with odd q > 1: the power of a negative number is then real. */
function oddRoot(exponent: Expression): { power: number; degree: number } | null {
  const value = exactValue(exponent);
  if (!isRational(value) || value.d === 1n || value.d % 2n === 0n || value.d > 99n) return null;
  return { power: Number(value.n), degree: Number(value.d) };
}

/** Division of whole numbers that may each be too long for a float. */
function ratioOf(n: bigint, d: bigint): number {
  const plain = Number(n) / Number(d);
  if (Number.isFinite(plain)) return plain;
  const shift = Math.max(0, d.toString(2).length - 1000, n.toString(2).length - 1000);
  return Number(n >> BigInt(shift)) / Number(d >> BigInt(shift));
}

function real(value: number): NumericValue | null {
  return checked(value, 0, Math.abs(value));
}

function checked(re: number, im: number, scale: number): NumericValue | null {
  return Number.isFinite(re) && Number.isFinite(im) && Number.isFinite(scale)
    ? { re, im, scale: Math.max(scale, Math.hypot(re, im)) }
    : null;
}

function constantValue(name: string): NumericValue | null {
  switch (name) {
    case 'pi':
      return real(Math.PI);
    case 'e':
      return real(Math.E);
    case 'i':
      return checked(0, 1, 1);
    default:
      return null;
  }
}

function size(value: NumericValue): number {
  return Math.hypot(value.re, value.im);
}

/** How much larger than the value its parts were. */
function growth(value: NumericValue): number {
  const own = size(value);
  return own === 0 ? 1 : value.scale / own;
}

function complex(value: NumericValue): Complex {
  return arithmetic().complex(value.re, value.im);
}

function numberIn(result: MathType, scale: number): NumericValue | null {
  if (typeof result === 'number') return checked(result, 0, scale);
  const { re, im } = result as Complex;
  return checked(re, im, scale);
}

function operate(op: '+' | '*' | '/' | '^', a: NumericValue, b: NumericValue): NumericValue | null {
  switch (op) {
    case '+':
      return checked(a.re + b.re, a.im + b.im, Math.max(a.scale, b.scale));
    case '*':
      return checked(
        a.re * b.re - a.im * b.im,
        a.re * b.im + a.im * b.re,
        Math.max(a.scale * size(b), b.scale * size(a)),
      );
    case '/':
      if (isZero(b)) return null;
      return numberIn(
        arithmetic().divide(complex(a), complex(b)),
        Math.max(a.scale, size(a) * growth(b)) / size(b),
      );
    case '^':
      return powerOf(a, b);
  }
}

/** Zero up to rounding: what is divided by it has no value. */
function isZero(value: NumericValue): boolean {
  return size(value) <= 1e-14 * value.scale;
}

function powerOf(a: NumericValue, b: NumericValue): NumericValue | null {
  if (isZero(a)) return b.re > 0 && b.im === 0 ? real(0) : null;
  const result =
    a.im === 0 && b.im === 0 && (a.re > 0 || Number.isInteger(b.re))
      ? a.re ** b.re
      : arithmetic().pow(complex(a), complex(b));
  const plain = numberIn(result as MathType, 0);
  if (plain === null) return null;
  const sensitivity = Math.max(1, size(b), b.scale * Math.abs(Math.log(size(a))));
  return { ...plain, scale: size(plain) * growth(a) * sensitivity };
}

type OneArgument = (of: Complex) => MathType;

function callValue(
  name: string,
  of: NumericValue,
  by: NumericValue | undefined,
): NumericValue | null {
  const math = arithmetic();
  const call = (f: OneArgument, scale: (result: number) => number): NumericValue | null => {
    const plain = numberIn(f(complex(of)), 0);
    return plain === null ? null : { ...plain, scale: Math.max(size(plain), scale(size(plain))) };
  };
  const keeps = (result: number): number => result * growth(of);
  const shifts = (result: number): number => Math.max(result, 1) * Math.max(of.scale, 1);
  const logarithm = (): number => growth(of);
  switch (name) {
    case 'sqrt':
      return call((z) => math.sqrt(z), keeps);
    case 'root':
      return rootOf(of, by);
    case 'abs':
      return call((z) => math.abs(z) as unknown as MathType, keeps);
    case 'exp':
      return call(
        (z) => math.exp(z),
        (r) => r * Math.max(1, of.scale),
      );
    case 'ln':
      return isZero(of) ? null : call((z) => math.log(z), logarithm);
    case 'lg':
      return isZero(of) ? null : call((z) => math.log10(z) as MathType, logarithm);
    case 'log':
      return logarithmTo(by, of);
    case 'sin':
      return call((z) => math.sin(z), shifts);
    case 'cos':
      return call((z) => math.cos(z), shifts);
    case 'sinh':
      return call((z) => math.sinh(z), shifts);
    case 'cosh':
      return call((z) => math.cosh(z), shifts);
    case 'tanh':
      return call((z) => math.tanh(z), shifts);
    case 'arcsin':
      return call((z) => math.asin(z), shifts);
    case 'arccos':
      return call((z) => math.acos(z), shifts);
    case 'arctan':
      return call((z) => math.atan(z), shifts);
    case 'tan':
      return ratioOfCalls('sin', 'cos', of);
    case 'cot':
      return ratioOfCalls('cos', 'sin', of);
    case 'sec':
      return ratioOfCalls(null, 'cos', of);
    case 'csc':
      return ratioOfCalls(null, 'sin', of);
    case 'floor':
      return of.im === 0 ? real(Math.floor(of.re)) : null;
    case 'ceil':
      return of.im === 0 ? real(Math.ceil(of.re)) : null;
    case 'factorial':
      return of.im === 0 && of.re > -1 && of.re <= 170
        ? real(math.gamma(of.re + 1) as number)
        : null;
    default:
      return null;
  }
}

function ratioOfCalls(above: string | null, below: string, of: NumericValue): NumericValue | null {
  const numerator = above === null ? real(1) : callValue(above, of, undefined);
  const denominator = callValue(below, of, undefined);
  return numerator === null || denominator === null ? null : operate('/', numerator, denominator);
}

/** The base of `log` without one is 10 to some and e to others: no value. */
function logarithmTo(base: NumericValue | undefined, of: NumericValue): NumericValue | null {
  if (base === undefined) return null;
  const above = callValue('ln', of, undefined);
  const below = callValue('ln', base, undefined);
  return above === null || below === null ? null : operate('/', above, below);
}

/** Roots of odd degree of negative numbers are the real ones, as in school. */
function rootOf(of: NumericValue, degree: NumericValue | null | undefined): NumericValue | null {
  if (degree === undefined || degree === null || degree.im !== 0 || degree.re === 0) return null;
  const odd = Number.isInteger(degree.re) && degree.re % 2 !== 0;
  const inverse = real(1 / degree.re);
  if (inverse === null) return null;
  if (isZero(of)) return real(0);
  if (!odd || of.im !== 0 || of.re > 0) return powerOf(of, inverse);
  const positive = powerOf({ ...of, re: -of.re }, inverse);
  return positive === null ? null : { ...positive, re: -positive.re };
}
