import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactPercent, grouped, millionths, percent } from '../../reports/decimal.ts';

describe('percent', () => {
  test.each([
    ['0.980000', '98.0%'],
    ['0.5', '50.0%'],
    ['1', '100.0%'],
    ['1.000000', '100.0%'],
    ['0', '0.0%'],
    ['0.966102', '96.6%'],
    // As a float, 0.2885 * 100 is 28.849999999999998 and would be shown as 28.8%.
    ['0.2885', '28.9%'],
    ['0.0005', '0.1%'],
  ])('%s is %s', (share, expected) => {
    expect(percent(share)).toBe(expected);
  });

  test('one failure in 3,000 is not all of them', () => {
    expect(percent('0.999667')).toBe('>99.9%');
    expect(percent('0.000333')).toBe('<0.1%');
  });

  test('bounds are rounded outwards', () => {
    expect(percent('0.949713', 'down')).toBe('94.9%');
    expect(percent('0.992196', 'up')).toBe('99.3%');
    expect(percent('0.950000', 'up')).toBe('95.0%');
    expect(percent('0.9999', 'up')).toBe('100.0%');
  });

  test('what is not a decimal stays as it is', () => {
    expect(percent('NaN')).toBe('NaN');
    expect(percent('1e-7')).toBe('1e-7');
  });

  test('the nearest tenth lies between the rounded bounds', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (millionth) => {
        const share = `${Math.floor(millionth / 1e6)}.${String(millionth % 1e6).padStart(6, '0')}`;
        const value = (text: string): number => Number(text.replace(/[<>%]/g, ''));
        expect(value(percent(share))).toBeGreaterThanOrEqual(value(percent(share, 'down')));
        expect(value(percent(share))).toBeLessThanOrEqual(value(percent(share, 'up')));
      }),
    );
  });
});

test.each([
  ['0.9', '90.0%'],
  ['0.05', '5.0%'],
  ['0.995', '99.5%'],
  ['0.99950', '99.95%'],
  ['1', '100.0%'],
  ['1.00', '100.0%'],
  ['0', '0.0%'],
])('the limit %s is exactly %s', (share, expected) => {
  expect(exactPercent(share)).toBe(expected);
});

test('millionths are exact and null for what is no decimal', () => {
  expect(millionths('0.966102')).toBe(966_102);
  expect(millionths('1')).toBe(1_000_000);
  expect(millionths('0.12345678')).toBe(123_456);
  expect(millionths('x')).toBeNull();
  expect(millionths(null)).toBeNull();
});

test('counts are grouped by three, without any locale', () => {
  expect([0, 999, 1000, 1_234_567].map(grouped)).toEqual(['0', '999', '1,000', '1,234,567']);
});
