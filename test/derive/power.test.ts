import { describe, expect, test } from 'vitest';
import {
  criticalCounts,
  decisionProbabilities,
  fraction,
  smallestN,
} from '../../src/derive/index.ts';
import { expectClose, rowsOf } from './statistics.ts';

interface Row {
  readonly limit: string;
  readonly share: number;
  readonly power: number;
  readonly smallestN: number;
  readonly conforming: number;
  readonly nonconforming: number;
}

const rule = (limit: string, kind: 'simple' | 'guarded' | 'three-way' = 'three-way') => ({
  ...{ kind, limit: fraction(limit), alpha: fraction('0.05') },
});

test('smallest n and probabilities are those of scipy', () => {
  for (const row of rowsOf<Row>('power')) {
    const n = smallestN(rule(row.limit), row.share, row.power);
    expect(n).toBe(row.smallestN);
    const found = decisionProbabilities(row.smallestN, rule(row.limit), row.share);
    expectClose(found.conforming, row.conforming, row);
    expectClose(found.nonconforming, row.nonconforming, row);
  }
});

test('the critical counts are those of scipy', () => {
  type Count = {
    readonly n: number;
    readonly limit: string;
    readonly alpha: string;
    readonly pass: number | null;
    readonly fail: number | null;
  };
  for (const { n, limit, alpha, pass, fail } of rowsOf<Count>('criticalCounts')) {
    const found = criticalCounts(n, { ...rule(limit), alpha: fraction(alpha) });
    expect(found, `${n} at ${limit}, ${alpha}`).toEqual({ pass, fail });
  }
});

describe('the smallest n', () => {
  test('is the first whose power is enough', () => {
    for (const kind of ['simple', 'guarded', 'three-way'] as const) {
      const n = smallestN(rule('0.85', kind), 0.93, 0.9) ?? expect.unreachable();
      const power = (at: number) => decisionProbabilities(at, rule('0.85', kind), 0.93).conforming;
      for (let m = 1; m < n; m++) expect(power(m)).toBeLessThan(0.9);
      expect(power(n)).toBeGreaterThanOrEqual(0.9);
    }
  });

  test('may be asked for from a minimum on', () => {
    expect(smallestN(rule('0.5'), 1, 0.9)).toBe(5);
    expect(smallestN(rule('0.5'), 1, 0.9, { from: 40 })).toBe(40);
  });

  test('does not exist for a system at the limit', () => {
    expect(smallestN(rule('0.9'), 0.9, 0.8, { most: 500 })).toBeNull();
  });
});

test('under the guarded rule nothing is inconclusive', () => {
  const { conforming, nonconforming } = decisionProbabilities(200, rule('0.9', 'guarded'), 0.93);
  expectClose(conforming + nonconforming, 1);
});
