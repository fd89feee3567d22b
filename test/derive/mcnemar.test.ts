import { expect, test } from 'vitest';
import { mcnemarExact, toNumber } from '../../src/derive/index.ts';
import { expectClose, rowsOf } from './statistics.ts';

interface Row {
  readonly lost: number;
  readonly gained: number;
  readonly oneSided: number;
  readonly twoSided: number;
}

test('the p-values are those of statsmodels and scipy', () => {
  for (const row of rowsOf<Row>('mcnemar')) {
    const { oneSided, twoSided } = mcnemarExact(row.lost, row.gained);
    expectClose(toNumber(oneSided), row.oneSided, row);
    expectClose(toNumber(twoSided), row.twoSided, row);
  }
});

test('five lost and none gained are one in 32, exactly', () => {
  expect(mcnemarExact(5, 0).oneSided).toEqual({ num: 1n, den: 32n });
  expect(mcnemarExact(0, 0).oneSided).toEqual({ num: 1n, den: 1n });
  expect(() => mcnemarExact(-1, 0)).toThrow(RangeError);
});

test('thousands of differing cases still have a p-value', () => {
  expect(toNumber(mcnemarExact(1600, 1400).oneSided)).toBeCloseTo(0.000139, 5);
});
