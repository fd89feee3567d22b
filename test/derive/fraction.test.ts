import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  compareFractions,
  lowest,
  plus,
  rounded,
  times,
  toNumber,
} from '../../src/derive/fraction.ts';

const of = (num: number, den: number) => ({ num: BigInt(num), den: BigInt(den) });

test('sums and products are exact and in lowest terms', () => {
  expect(plus(of(1, 6), of(1, 3))).toEqual(of(1, 2));
  expect(times(of(2, 3), of(3, 4))).toEqual(of(1, 2));
  expect(lowest(0n, 7n)).toEqual(of(0, 1));
  expect(lowest(-2n, 4n)).toEqual(of(-1, 2));
});

test('fractions are compared by their value', () => {
  expect(compareFractions(of(1, 3), of(2, 6))).toBe(0);
  expect(compareFractions(of(1, 3), of(1, 2))).toBeLessThan(0);
  expect(compareFractions(of(-1, 3), of(-1, 2))).toBeGreaterThan(0);
});

test('a number comes out of whole numbers that are none themselves', () => {
  expect(toNumber({ num: 3n ** 3000n, den: 2n * 3n ** 3000n })).toBe(0.5);
  expect(toNumber({ num: 1n, den: 2n ** 5000n })).toBe(0);
  expect(toNumber({ num: -1n, den: 2n ** 900n })).toBe(-(2 ** -900));
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1, max: 1e6 }), (a, b) => {
      expect(toNumber(of(a, b))).toBe(a / b);
    }),
  );
});

test('decimals are rounded half up', () => {
  expect(rounded(of(1, 3), 6)).toBe('0.333333');
  expect(rounded(of(2, 3), 2)).toBe('0.67');
  expect(rounded(of(5, 2), 0)).toBe('3');
  expect(rounded(of(1, 2_000_000), 6)).toBe('0.000001');
  expect(rounded(of(200, 39), 6)).toBe('5.128205');
});
