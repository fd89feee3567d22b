/**
 * Shares as fractions of whole numbers. What a decision rests on is never a float: two machines, or
 * two languages, cannot disagree about it.
 */

/** A fraction of whole numbers with a positive denominator. A share has 0 ≤ num ≤ den. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** Reads a decimal string such as `"0.95"` or `"1"`, exactly. */
export function fraction(decimal: string): Fraction {
  const match = /^(\d+)(?:\.(\d+))?$/.exec(decimal);
  if (match === null) throw new RangeError(`Not a decimal string: ${decimal}`);
  const digits = match[2] ?? '';
  return { num: BigInt((match[1] ?? '') + digits), den: 10n ** BigInt(digits.length) };
}

/** num/den in lowest terms; 0/1 for nothing. */
export function lowest(num: bigint, den: bigint): Fraction {
  let [a, b] = [num < 0n ? -num : num, den];
  while (b !== 0n) [a, b] = [b, a % b];
  return { num: num / a, den: den / a };
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return lowest(a.num * b.den + b.num * a.den, a.den * b.den);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return lowest(a.num * b.num, a.den * b.den);
}

export function oneMinus({ num, den }: Fraction): Fraction {
  return { num: den - num, den };
}

/** Negative, 0 or positive as `a` is less than, equal to or greater than `b`. */
export function compareFractions(a: Fraction, b: Fraction): number {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The nearest number to about 17 digits, however long the two whole numbers are. */
export function toNumber({ num, den }: Fraction): number {
  if (num < 0n) return -toNumber({ num: -num, den });
  if (num === 0n) return 0;
  // Both are brought below 2^1024; a quotient below 2^-1000 is cut to what a number can hold.
  const excess = (value: bigint): number => Math.max(0, value.toString(16).length - 200) * 4;
  const [up, down] = [excess(num), excess(den)];
  const quotient = Number(num >> BigInt(up)) / Number(den >> BigInt(down));
  return quotient * 2 ** (up - down);
}

/** A fraction whose denominator is a power of ten, as a decimal string without trailing zeros. */
export function decimal({ num, den }: Fraction): string {
  const places = den.toString().length - 1;
  const text = num.toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const rest = text.slice(text.length - places).replace(/0+$/, '');
  return rest === '' ? whole : `${whole}.${rest}`;
}

/** A fraction of 0 or more as a decimal string of so many places, half a unit rounded up. */
export function rounded({ num, den }: Fraction, places: number): string {
  const unit = 10n ** BigInt(places);
  const scaled = (2n * num * unit + den) / (2n * den);
  const digits = scaled.toString().padStart(places + 1, '0');
  const whole = digits.slice(0, digits.length - places);
  return places === 0 ? whole : `${whole}.${digits.slice(-places)}`;
}
