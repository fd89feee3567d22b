/**
 * Exact numbers: a fraction in lowest terms with a positive denominator. What is compared with a
 * target is never a float, so 0.1 + 0.2 is 0.3 and two machines cannot disagree.
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

/** Digits and decimal exponents above this are not read as a number: the memory is bounded. */
const MAX_DIGITS = 400;

/** Throws `RangeError` when the denominator is 0. */
export function rational(n: bigint, d: bigint = 1n): Rational {
  if (d === 0n) throw new RangeError('denominator 0');
  if (d === 1n) return { n, d };
  const sign = d < 0n ? -1n : 1n;
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

export const ZERO: Rational = { n: 0n, d: 1n };

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? rational(a.n + b.n, a.d) : rational(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function multiply(a: Rational, b: Rational): Rational {
  return rational(a.n * b.n, a.d * b.d);
}

/** Null when `b` is 0. */
export function divide(a: Rational, b: Rational): Rational | null {
  return b.n === 0n ? null : rational(a.n * b.d, a.d * b.n);
}

export function negate(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

export function absolute(a: Rational): Rational {
  return a.n < 0n ? negate(a) : a;
}

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b`. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.n * b.d - b.n * a.d;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** 10 to the power of `exponent`; null beyond what is read as a number. */
export function powerOfTen(exponent: number): Rational | null {
  if (!Number.isInteger(exponent) || Math.abs(exponent) > MAX_DIGITS) return null;
  const power = 10n ** BigInt(Math.abs(exponent));
  return exponent < 0 ? { n: 1n, d: power } : { n: power, d: 1n };
}

/** `base` to a whole power; null when the result would be absurdly long. */
export function power(base: Rational, exponent: number): Rational | null {
  if (!Number.isInteger(exponent)) return null;
  const size = Math.max(base.n.toString().length, base.d.toString().length);
  if (size * Math.abs(exponent) > MAX_DIGITS) return null;
  const e = BigInt(Math.abs(exponent));
  const raised = rational(base.n ** e, base.d ** e);
  if (exponent >= 0) return raised;
  return raised.n === 0n ? null : rational(raised.d, raised.n);
}

/** Reads `-12`, `3.50`, `.5`, `1.2e3`; null for anything else. */
export function parseDecimal(text: string): Rational | null {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (match === null) return null;
  const [, sign, whole = '', part = '', exponent = '0'] = match;
  const digits = whole + part;
  if (digits === '' || digits.length > MAX_DIGITS) return null;
  const scale = powerOfTen(Number(exponent) - part.length);
  if (scale === null) return null;
  const value = multiply(rational(BigInt(digits)), scale);
  return sign === '-' ? negate(value) : value;
}

/** A plain decimal where that is exact (`84`, `0.75`), else a fraction in lowest terms (`1/3`). */
export function formatRational({ n, d }: Rational): string {
  if (d === 1n) return n.toString();
  let rest = d;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; rest /= 2n) twos++;
  for (; rest % 5n === 0n; rest /= 5n) fives++;
  if (rest !== 1n) return `${n}/${d}`;
  const places = Math.max(twos, fives);
  const scaled = ((n < 0n ? -n : n) * 10n ** BigInt(places)) / d;
  const digits = scaled.toString().padStart(places + 1, '0');
  return `${n < 0n ? '-' : ''}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
