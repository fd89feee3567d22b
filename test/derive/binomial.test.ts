import { describe, expect, test } from 'vitest';
import {
  binomialTail,
  ceilingCount,
  decimal,
  fraction,
  lowerCriticalCount,
  oneMinus,
  upperCriticalCount,
} from '../../src/derive/index.ts';

const ALPHA = fraction('0.05');

describe('fractions', () => {
  test('a decimal string is read exactly and written back without trailing zeros', () => {
    expect(fraction('0.95')).toEqual({ num: 95n, den: 100n });
    expect(decimal(oneMinus(fraction('0.05')))).toBe('0.95');
    expect(decimal(fraction('1'))).toBe('1');
    expect(decimal(fraction('0.900'))).toBe('0.9');
    expect(() => fraction('.9')).toThrow(RangeError);
    expect(() => fraction('1e-3')).toThrow(RangeError);
  });
});

describe('upperCriticalCount', () => {
  // Smallest n at which f failures still pass (one-sided 95 %, exact), as published for
  // zero-failure and few-failure sampling plans; also `qbinom` in R gives these.
  const PLANS = {
    '0.80': { 0: 14, 1: 22, 2: 30, 3: 37, 5: 50, 10: 82 },
    '0.90': { 0: 29, 1: 46, 2: 61, 3: 76, 5: 103, 10: 167 },
    '0.95': { 0: 59, 1: 93, 2: 124, 3: 153, 5: 208, 10: 336 },
    '0.98': { 0: 149, 1: 236, 2: 313, 3: 386, 5: 523, 10: 845 },
    '0.99': { 0: 299, 1: 473, 2: 628, 3: 773, 5: 1049, 10: 1693 },
    '0.999': { 0: 2995, 1: 4742, 2: 6294 },
  };
  for (const [share, row] of Object.entries(PLANS)) {
    for (const [failures, n] of Object.entries(row)) {
      test(`limit ${share}: ${failures} failures are allowed from n = ${n} on`, () => {
        const f = Number(failures);
        expect(upperCriticalCount(n, fraction(share), ALPHA)).toBe(n - f);
        const before = upperCriticalCount(n - 1, fraction(share), ALPHA);
        expect(before === null ? 0 : n - 1 - before).toBe(f === 0 ? 0 : f - 1);
      });
    }
  }

  test('n = 1000 at 0.95 needs 962, and 20 cases can never show 0.90', () => {
    expect(upperCriticalCount(1000, fraction('0.95'), ALPHA)).toBe(962);
    expect(upperCriticalCount(20, fraction('0.90'), ALPHA)).toBeNull();
  });

  test.each([
    [50, '0.90', 49],
    [100, '0.90', 96],
    [200, '0.90', 188],
    [300, '0.90', 279],
    [2000, '0.90', 1823],
    [300, '0.95', 292],
    [500, '0.95', 484],
    [200, '0.80', 170],
    [300, '0.85', 266],
  ])('n = %i at %s needs %i', (n, share, k) => {
    expect(upperCriticalCount(n, fraction(share), ALPHA)).toBe(k);
  });

  test('a limit of 1 cannot be shown, a limit of 0 always is', () => {
    expect(upperCriticalCount(100, fraction('1'), ALPHA)).toBeNull();
    expect(upperCriticalCount(100, fraction('0'), ALPHA)).toBe(0);
  });
});

describe('lowerCriticalCount', () => {
  test('mirrors the upper count at the complementary limit', () => {
    for (const n of [10, 59, 137, 400]) {
      for (const share of ['0.5', '0.9', '0.95']) {
        const low = lowerCriticalCount(n, fraction(share), ALPHA);
        const mirrored = upperCriticalCount(n, oneMinus(fraction(share)), ALPHA);
        expect(low).toBe(mirrored === null ? null : n - mirrored);
        if (low === null) continue;
        // By definition: P(X ≤ low) ≤ alpha < P(X ≤ low + 1).
        const atMost = (k: number): number => 1 - binomialTail(n, k + 1, fraction(share));
        expect(atMost(low)).toBeLessThanOrEqual(0.05);
        expect(atMost(low + 1)).toBeGreaterThan(0.05);
      }
    }
  });
});

describe('binomialTail', () => {
  // Sums of exact fractions in Python: sum(comb(n, i) * p**i * (1 - p)**(n - i), i = k … n).
  test.each([
    [10, 8, '0.5', 0.0546875],
    [300, 279, '0.95', 0.951421283138641],
    [1000, 962, '0.95', 0.04334819060690984],
    [5, 0, '0.3', 1],
    [5, 6, '0.3', 0],
  ])('n = %i, k = %i, p = %s gives %f', (n, k, share, p) => {
    expect(binomialTail(n, k, fraction(share))).toBeCloseTo(p, 6);
  });
});

test('ceilingCount is exact where floats are not', () => {
  // 0.07 * 100 is 7.000000000000001 in floating point.
  expect(ceilingCount(100, fraction('0.07'))).toBe(7);
  expect(ceilingCount(20, fraction('0.9'))).toBe(18);
  expect(ceilingCount(21, fraction('0.9'))).toBe(19);
});
