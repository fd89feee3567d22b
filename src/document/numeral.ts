/**
 * True when a double holds the decimal numeral: the shortest decimal of the double that is read from
 * it names the same number. So 0.1 is held, and 9007199254740993, which becomes …992, is not.
 */
export function isHeld(numeral: string): boolean {
  // 15 significant digits survive a double (IEEE 754 binary64), and without an exponent so few are
  // in range.
  if (numeral.length <= 15 && !/[eE]/.test(numeral)) return true;
  const value = Number(numeral);
  return Number.isFinite(value) && isSameNumber(numeral, String(value));
}

/** Whether two decimal numerals name one number: 0.50 and 5e-1 do. */
export function isSameNumber(a: string, b: string): boolean {
  const [first, second] = [decimalOf(a), decimalOf(b)];
  return first.negative === second.negative && compareMagnitudes(first, second) === 0;
}

/** The numeral in the notation of JSON: `+07.` is 7 and `.5` is 0.5 there. */
export function jsonNumeral(numeral: string): string {
  const { sign, whole, part, power } = partsOf(numeral);
  let start = 0;
  while (start < whole.length - 1 && whole[start] === '0') start++;
  return [
    sign === '-' ? '-' : '',
    whole.slice(start) || '0',
    part === '' ? '' : `.${part}`,
    power === '' ? '' : `e${power}`,
  ].join('');
}

/**
 * The doubles next to a numeral that none holds: the greatest below it and the least above it, the
 * infinities included.
 */
export function doublesAround(numeral: string): { readonly below: number; readonly above: number } {
  const nearest = Number(numeral);
  const written = decimalOf(numeral);
  const magnitude = Math.abs(nearest);
  const isBeyond = compareMagnitudes(written, magnitudeOf(nearest)) > 0;
  const low = isBeyond ? magnitude : neighbour(magnitude, -1n);
  const high = isBeyond ? neighbour(magnitude, 1n) : magnitude;
  return written.negative ? { below: -high, above: -low } : { below: low, above: high };
}

/** ±0.digits × 10^exponent, without zeros at either end of the digits; 0 has no digits and no sign. */
interface Decimal {
  readonly negative: boolean;
  readonly digits: string;
  /** NaN where it is too long to be compared; nothing is equal to that. */
  readonly exponent: number;
}

const NUMERAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

function partsOf(numeral: string): Readonly<Record<'sign' | 'whole' | 'part' | 'power', string>> {
  const match = NUMERAL.exec(numeral);
  if (match === null) throw new RangeError(`Not a decimal numeral: ${numeral.slice(0, 40)}`);
  const [, sign = '', whole = '', part = '', power = ''] = match;
  return { sign, whole, part, power };
}

function decimalOf(numeral: string): Decimal {
  const { sign, whole, part, power } = partsOf(numeral);
  const exponent = power.length > 15 ? Number.NaN : whole.length + Number(power);
  return withoutZeros(sign === '-', whole + part, exponent);
}

/** 0.digits × 10^exponent. */
function withoutZeros(negative: boolean, digits: string, exponent: number): Decimal {
  let start = 0;
  while (digits[start] === '0') start++;
  let end = digits.length;
  while (end > start && digits[end - 1] === '0') end--;
  if (start === end) return { negative: false, digits: '', exponent: 0 };
  return { negative, digits: digits.slice(start, end), exponent: exponent - start };
}

/** The exact magnitude of a double. */
function magnitudeOf(value: number): Decimal {
  if (!Number.isFinite(value)) return { negative: false, digits: '1', exponent: Infinity };
  let halvings = 0;
  let scaled = Math.abs(value);
  for (; !Number.isInteger(scaled); scaled *= 2) halvings++;
  const digits = (BigInt(scaled) * 5n ** BigInt(halvings)).toString();
  return withoutZeros(false, digits, digits.length - halvings);
}

/** Negative, 0 or positive; NaN where they cannot be compared. */
function compareMagnitudes(a: Decimal, b: Decimal): number {
  if (a.digits === '' || b.digits === '') return a.digits.length - b.digits.length;
  if (a.exponent !== b.exponent) return a.exponent - b.exponent;
  return a.digits < b.digits ? -1 : a.digits > b.digits ? 1 : 0;
}

/** The double next to one that is not negative: the bits of those are in the order of their values. */
function neighbour(value: number, step: 1n | -1n): number {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + step);
  return bits.getFloat64(0);
}
