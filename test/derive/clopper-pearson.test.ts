import { describe, expect, test } from 'vitest';
import {
  clopperPearson,
  criticalCounts,
  fraction,
  invalidBounds,
  wilsonInterval,
} from '../../src/derive/index.ts';
import { expectClose, rowsOf } from './statistics.ts';

interface Row {
  readonly k: number;
  readonly n: number;
  readonly alpha: number;
  readonly lower: number;
  readonly upper: number;
}

test('the bounds are those of statsmodels', () => {
  for (const row of rowsOf<Row>('clopperPearson')) {
    const { lower, upper } = clopperPearson(row.k, row.n, row.alpha);
    expectClose(lower, row.lower, row);
    expectClose(upper, row.upper, row);
  }
});

test('the Wilson interval is that of statsmodels, also for passes that are no whole number', () => {
  for (const row of rowsOf<Omit<Row, 'alpha'>>('wilson')) {
    const { lower, upper } = wilsonInterval(row.k, row.n);
    expectClose(lower, row.lower, row);
    expectClose(upper, row.upper, row);
  }
});

test('the bounds reach the limit from exactly the critical counts on', () => {
  const rule = { kind: 'three-way', limit: fraction('0.9'), alpha: fraction('0.05') } as const;
  for (const n of [30, 100, 251]) {
    const { pass, fail } = criticalCounts(n, rule);
    for (let k = 0; k <= n; k++) {
      const { lower, upper } = clopperPearson(k, n, 0.05);
      expect(lower >= 0.9, `${k} of ${n}`).toBe(pass !== null && k >= pass);
      expect(upper <= 0.9, `${k} of ${n}`).toBe(fail !== null && k <= fail);
    }
  }
});

test('without cases nothing is known, and counts that do not fit are refused', () => {
  expect(clopperPearson(0, 0, 0.05)).toEqual({ lower: 0, upper: 1 });
  expect(() => clopperPearson(3, 2, 0.05)).toThrow(RangeError);
  expect(() => clopperPearson(1, 2, 0)).toThrow(RangeError);
});

describe('bounds for answers that could not be judged', () => {
  test('lie between all of them failing and all of them passing', () => {
    const bounds = invalidBounds({ n: 1000, k: 950, invalid: 20 }, 0.05);
    expect(bounds.worst).toEqual({ num: 19n, den: 20n });
    expect(bounds.best).toEqual({ num: 97n, den: 100n });
    expectClose(bounds.lower, clopperPearson(950, 1000, 0.05).lower);
    expectClose(bounds.upper, clopperPearson(970, 1000, 0.05).upper);
  });

  test('refuse more answers than cases', () => {
    expect(() => invalidBounds({ n: 10, k: 8, invalid: 3 }, 0.05)).toThrow(RangeError);
    expect(() => invalidBounds({ n: 0, k: 0, invalid: 0 }, 0.05)).toThrow(RangeError);
  });
});
