import { describe, expect, test } from 'vitest';
import type { Claim } from '../../src/derive/index.ts';
import {
  fraction,
  spotCheckLimit,
  spotCheckP,
  spotCheckPower,
  toNumber,
} from '../../src/derive/index.ts';
import { expectClose, rowsOf } from './statistics.ts';

interface Row {
  readonly kind: Claim['kind'];
  readonly n: number;
  readonly k: number;
  readonly m: number;
  readonly passes: number;
  readonly p: number;
  readonly truth: number;
  readonly limit: number | null;
  readonly power: number;
}

const LEVEL = fraction('0.01');

function claimOf({ kind, n, k }: Row): Claim {
  return kind === 'share' ? { kind, share: { num: BigInt(k), den: BigInt(n) } } : { kind, n, k };
}

test('p-values, limits and power are those of scipy', () => {
  for (const row of rowsOf<Row>('spotCheck')) {
    const claim = claimOf(row);
    expectClose(toNumber(spotCheckP(claim, row.m, row.passes)), row.p, row);
    expect(spotCheckLimit(claim, row.m, LEVEL)).toBe(row.limit);
    expectClose(spotCheckPower(claim, row.m, LEVEL, row.truth), row.power, row);
  }
});

test.each([
  [100, 91, 0.41, 0.68],
  [200, 187, 0.82, 0.97],
  [300, 283, 0.95, 1.0],
])('of %i cases asked anew %i contradict 97 %%', (m, limit, at92, at90) => {
  const claim = { kind: 'share', share: fraction('0.97') } as const;
  expect(spotCheckLimit(claim, m, LEVEL)).toBe(limit);
  expect(spotCheckPower(claim, m, LEVEL, 0.92)).toBeCloseTo(at92, 2);
  expect(spotCheckPower(claim, m, LEVEL, 0.9)).toBeCloseTo(at90, 2);
});

describe('cases of the run itself', () => {
  const run = { kind: 'run', n: 100, k: 97 } as const;

  test('asked anew in full contradict the claim by a single pass less', () => {
    expect(toNumber(spotCheckP(run, 100, 97))).toBe(1);
    expect(toNumber(spotCheckP(run, 100, 96))).toBe(0);
  });

  test('cannot be more than the run has', () => {
    expect(() => spotCheckP(run, 101, 90)).toThrow(RangeError);
    expect(() => spotCheckP(run, 10, 11)).toThrow(RangeError);
  });
});

test('a few cases contradict nothing', () => {
  const claim = { kind: 'sample', n: 3, k: 3 } as const;
  expect(spotCheckLimit(claim, 2, LEVEL)).toBeNull();
  expect(spotCheckPower(claim, 2, LEVEL, 0)).toBe(0);
});
