import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatRational,
  parseChineseInteger,
  parseChineseNumber,
  parseDecimal,
  power,
  rational,
} from '../../src/text/index.ts';

test.each([
  ['零', 0n],
  ['七', 7n],
  ['十', 10n],
  ['十二', 12n],
  ['二十', 20n],
  ['一百二十', 120n],
  ['一百零八', 108n],
  ['一百八', 180n],
  ['两百五', 250n],
  ['一千五', 1500n],
  ['一千零五', 1005n],
  ['一万二', 12000n],
  ['一万零二', 10002n],
  ['三亿五千万', 350000000n],
  ['一万亿', 1000000000000n],
  ['廿五', 25n],
  ['卅', 30n],
  ['二〇二四', 2024n],
  ['二零二四', 2024n],
  ['壹佰贰拾叁', 123n],
  ['两千零二十四', 2024n],
])('%s is %s', (text, value) => expect(parseChineseInteger(text)).toBe(value));

test.each([
  '',
  '三五',
  '七八十',
  '两三',
  '百',
  '千万',
  '万一',
  '十百',
  '一二',
  '两〇',
  '兆',
  '一兆',
  '甲',
])('%j names no single number', (text) => expect(parseChineseInteger(text)).toBeNull());

test.each([
  ['三点五', '3.5'],
  ['三点五万', '35000'],
  ['三分之一', '1/3'],
  ['一又二分之一', '1.5'],
  ['百分之八十五', '0.85'],
  ['千分之三', '0.003'],
  ['负三', '-3'],
  ['半', '0.5'],
  ['一半', '0.5'],
])('%s is %s', (text, value) => {
  const parsed = parseChineseNumber(text);
  expect(parsed === null ? null : formatRational(parsed)).toBe(value);
});

test.each(['零分之三', '点五', '三点', '一又二', '负'.repeat(1_000_000), '亿'.repeat(1_000_000)])(
  'what is malformed or endless is no number (%#)',
  (text) => expect(parseChineseNumber(text)).toBeNull(),
);

const DIGITS = '零一二三四五六七八九';

/** The full written form, by the schoolbook: 10203 is 一万零二百零三. */
function written(value: number): string {
  if (value < 10) return DIGITS[value] ?? '';
  for (const [unit, word] of [
    [100_000_000, '亿'],
    [10_000, '万'],
    [1000, '千'],
    [100, '百'],
    [10, '十'],
  ] as const) {
    if (value < unit) continue;
    const rest = value % unit;
    const gap = rest > 0 && rest < unit / 10 ? '零' : '';
    return `${written(Math.floor(value / unit))}${word}${gap}${rest > 0 ? written(rest) : ''}`;
  }
  return '';
}

test('every number in its full written form is read back', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), (value) => {
      // A lone last digit is clipped speech (一百八) unless a zero stands before it.
      expect(parseChineseInteger(written(value))).toBe(BigInt(value));
    }),
    { numRuns: 5000 },
  );
});

describe('exact numbers', () => {
  test('decimals are read and written exactly', () => {
    expect(formatRational(parseDecimal('-0012.500') ?? rational(0n))).toBe('-12.5');
    expect(formatRational(parseDecimal('1.2e-3') ?? rational(0n))).toBe('0.0012');
    expect(formatRational(rational(2n, -6n))).toBe('-1/3');
    expect(formatRational(rational(7n, 40n))).toBe('0.175');
  });

  test('numbers of absurd size are refused, not computed', () => {
    expect(parseDecimal('1e9999')).toBeNull();
    expect(parseDecimal('9'.repeat(401))).toBeNull();
    expect(power(rational(9n), 9_999)).toBeNull();
    expect(power(rational(0n), -1)).toBeNull();
  });

  test('what is written is what was read', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt({ min: 1n, max: 10n ** 6n }), (n, d) => {
        const text = formatRational(rational(n, d));
        const [above = '', below = '1'] = text.split('/');
        const value = parseDecimal(above);
        if (value === null) return;
        expect(rational(value.n, value.d * BigInt(below))).toEqual(rational(n, d));
      }),
    );
  });
});
