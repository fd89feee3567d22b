import {
  add,
  divide,
  multiply,
  negate,
  parseChineseInteger,
  parseChineseNumber,
  parseDecimal,
  power,
  powerOfTen,
  type Rational,
  rational,
  scaleOf,
} from '../../text/index.ts';
import type { NumberMention } from './mention.ts';
import { recurringValue } from './recurring.ts';

const HALF = rational(1n, 2n);

/** The exact value of a mention, or null when its characters name no single number. */
export function mentionValue(text: string, mention: NumberMention): Rational | null {
  if (mention.kind !== 'value') return null;
  const { start, end } = mention.amount;
  const amount = amountOf(text.slice(start, end));
  if (amount === null) return null;
  const whole = mention.half ? add(amount, HALF) : amount;
  return mention.negative ? negate(whole) : whole;
}

function amountOf(written: string): Rational | null {
  if (/^百分之?百$/.test(written)) return rational(1n);
  const recurring = recurringValue(written);
  if (recurring !== undefined) return recurring;
  const compact = written
    .replace(/,(?=\d{3})/g, '')
    .replace(/^\d{1,3}(?: \d{3})+(?!\d)/, (d) => d.replaceAll(' ', ''))
    .trim();
  const shares = /(\\?[%‰]|折|成([一二三四五六七八九半]|\d)?)$/.exec(compact);
  if (shares !== null) {
    const digits = compact.slice(0, shares.index).trim();
    if (shares[1] === '折' && TWO_DIGITS.test(digits)) return discountOf(digits);
    const base = plainOf(digits);
    return base === null ? null : shareOf(base, digits, shares[1] ?? '');
  }
  return plainOf(compact);
}

const TWO_DIGITS = /^[一二三四五六七八九]{2}$/;

/** 八五折 is 85 hundredths; anywhere else two bare digits name no number. */
function discountOf(digits: string): Rational {
  const [tens, units] = Array.from(digits, (digit) => parseChineseInteger(digit) ?? 0n);
  return rational((tens ?? 0n) * 10n + (units ?? 0n), 100n);
}

/** 85%, 3‰, 八折, 八五折, 三成, 三成五. */
function shareOf(base: Rational, digits: string, sign: string): Rational | null {
  if (sign.endsWith('%')) return multiply(base, rational(1n, 100n));
  if (sign.endsWith('‰')) return multiply(base, rational(1n, 1000n));
  if (sign === '折') {
    // 85折 and 八五折 count in hundredths, 8折 and 8.5折 in tenths.
    const hundredths = /^\d{2}$/.test(digits);
    return multiply(base, rational(1n, hundredths ? 100n : 10n));
  }
  const rest = sign.slice(1);
  const part =
    rest === '半' ? 5n : (parseChineseInteger(rest) ?? (rest === '' ? 0n : BigInt(rest)));
  return add(multiply(base, rational(1n, 10n)), rational(part, 100n));
}

const VULGAR: ReadonlyMap<string, readonly [bigint, bigint]> = new Map([
  ['½', [1n, 2n]],
  ['⅓', [1n, 3n]],
  ['⅔', [2n, 3n]],
  ['¼', [1n, 4n]],
  ['¾', [3n, 4n]],
  ['⅕', [1n, 5n]],
  ['⅖', [2n, 5n]],
  ['⅗', [3n, 5n]],
  ['⅘', [4n, 5n]],
  ['⅙', [1n, 6n]],
  ['⅚', [5n, 6n]],
  ['⅐', [1n, 7n]],
  ['⅛', [1n, 8n]],
  ['⅜', [3n, 8n]],
  ['⅝', [5n, 8n]],
  ['⅞', [7n, 8n]],
  ['⅑', [1n, 9n]],
  ['⅒', [1n, 10n]],
]);

function plainOf(written: string): Rational | null {
  const text = written.replace(/\s+/g, ' ').trim();
  return (
    parseDecimal(text) ??
    mixedOf(text) ??
    texFraction(text) ??
    slashed(text) ??
    named(text) ??
    raised(text) ??
    scaledArabic(text) ??
    parseChineseNumber(text) ??
    recited(text)
  );
}

/** 三七二十一: a line of the multiplication table. */
function recited(text: string): Rational | null {
  const match =
    /^([一二三四五六七八九])([一二三四五六七八九])([一二三四五六七八九]?十[一二三四五六七八九]?)$/.exec(
      text,
    );
  if (match === null) return null;
  const [a, b, product] = match.slice(1).map((part) => parseChineseInteger(part) ?? 0n);
  return a !== undefined && b !== undefined && product === a * b ? rational(product) : null;
}

/** 1又1/2, 1½, 1\frac{1}{2}, `1 1/2`. */
function mixedOf(text: string): Rational | null {
  const match =
    /^(\d+)\s?(?:又\s?)?([½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅐⅛⅜⅝⅞⅑⅒]|\\[dt]?frac.+|(?:(?<=又\s?)|(?<= ))\d+\s?\/\s?\d+|(?<=又\s?)\d+分之\d+)$/.exec(
      text,
    );
  if (match === null) {
    const vulgar = VULGAR.get(text);
    return vulgar === undefined ? null : rational(vulgar[0], vulgar[1]);
  }
  const whole = parseDecimal(match[1] ?? '');
  const part = plainOf(match[2] ?? '');
  return whole === null || part === null ? null : add(whole, part);
}

function texFraction(text: string): Rational | null {
  const match =
    /^\\[dt]?frac\s*\{\s*(-?\d+(?:\.\d+)?)\s*\}\s*\{\s*(\d+(?:\.\d+)?)\s*\}$/.exec(text) ??
    /^\\[dt]?frac\s*(\d)\s*(\d)$/.exec(text);
  return match === null ? null : quotient(match[1] ?? '', match[2] ?? '');
}

/** 3/4, 3:4 and 4分之3 (which names the denominator first). */
function slashed(text: string): Rational | null {
  const match = /^(\d+(?:\.\d+)?)\s?[/:比]\s?(\d+(?:\.\d+)?)$/.exec(text);
  return match === null ? null : quotient(match[1] ?? '', match[2] ?? '');
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['百', '100'],
  ['千', '1000'],
  ['万', '10000'],
  ['十', '10'],
]);

function named(text: string): Rational | null {
  const match = /^(.{1,20}?)分之\s?(.{1,24})$/.exec(text);
  if (match === null) return null;
  const [, below = '', above = ''] = match;
  const denominator = parseDecimal(NAMED.get(below) ?? below) ?? parseChineseNumber(below);
  const numerator = parseDecimal(above) ?? parseChineseNumber(above);
  return denominator === null || numerator === null ? null : divide(numerator, denominator);
}

function quotient(above: string, below: string): Rational | null {
  const n = parseDecimal(above);
  const d = parseDecimal(below);
  return n === null || d === null ? null : divide(n, d);
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10², 2^10, 1.2×10^3, 1.2×10的3次方. */
function raised(text: string): Rational | null {
  const scientific = /^(.+?)\s*(?:×|[xX*·]|\\times|\\cdot)\s*10\s*(.+)$/.exec(text);
  if (scientific !== null) {
    const base = parseDecimal((scientific[1] ?? '').trim());
    const scale = powerOfTen(exponentOf(scientific[2] ?? ''));
    return base === null || scale === null ? null : multiply(base, scale);
  }
  const plain = /^([\d.]+)((?:\^|[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]|的).*)$/.exec(text);
  const base = plain === null ? null : parseDecimal(plain[1] ?? '');
  return base === null ? null : power(base, exponentOf(plain?.[2] ?? ''));
}

/** NaN when it is no whole number. */
function exponentOf(text: string): number {
  const worded = /^的(负?)(.+?)次[方幂]$/.exec(text);
  if (worded !== null) {
    const digits = worded[2] ?? '';
    const size = /^\d+$/.test(digits)
      ? Number(digits)
      : Number(parseChineseInteger(digits) ?? Number.NaN);
    return worded[1] === '' ? size : -size;
  }
  const plain = text
    .replace(/[\^{}\s]/g, '')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (c) => String(SUPERSCRIPTS.indexOf(c)))
    .replace('⁻', '-')
    .replace('⁺', '+');
  return /^[+-]?\d{1,4}$/.test(plain) ? Number(plain) : Number.NaN;
}

/** 3.5万, 3万5千, 1亿2000万, 3万5 (clipped: 35000). */
function scaledArabic(text: string): Rational | null {
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)\s?([十百千万亿]*)/g)];
  if (parts.length === 0 || parts.map((part) => part[0]).join('') !== text) return null;
  let sum = rational(0n);
  let last: bigint | null = null;
  for (const [, digits = '', units = ''] of parts) {
    const amount = parseDecimal(digits);
    if (amount === null) return null;
    let scale = scaleOf(units);
    if (last !== null) {
      if (units === '' && digits.length === 1) scale = last / 10n;
      if (scale >= last) return null;
    }
    sum = add(sum, multiply(amount, rational(scale)));
    last = scale;
  }
  return sum;
}
