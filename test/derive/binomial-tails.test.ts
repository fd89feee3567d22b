import { expect, test } from 'vitest';
import { atLeast, atMost, binomialPmf, binomialTail, fraction } from '../../src/derive/index.ts';
import { expectClose, rowsOf } from './statistics.ts';

interface Row {
  readonly n: number;
  readonly k: number;
  readonly p: number;
  readonly pmf: number;
  readonly atLeast: number;
  readonly atMost: number;
}

test('the probabilities are those of scipy, up to n = 20 000', () => {
  for (const row of rowsOf<Row>('binomial')) {
    expectClose(binomialPmf(row.n, row.k, row.p), row.pmf, row);
    expectClose(atLeast(row.n, row.k, row.p), row.atLeast, row);
    expectClose(atMost(row.n, row.k, row.p), row.atMost, row);
  }
});

test('the tails are the exact sums', () => {
  for (const [n, k] of [
    [10, 8],
    [300, 279],
    [1000, 940],
  ] as const) {
    expectClose(atLeast(n, k, 0.95), binomialTail(n, k, fraction('0.95')));
  }
});

test('a far tail keeps its digits', () => {
  // 0.5^100 and its sum with 100·0.5^100, both exact in binary.
  expect(atLeast(100, 100, 0.5) / 2 ** -100).toBeCloseTo(1, 11);
  expect(atLeast(100, 99, 0.5) / (101 * 2 ** -100)).toBeCloseTo(1, 11);
});

test('a share of 0 or 1 leaves nothing to chance', () => {
  expect([atLeast(5, 1, 0), atMost(5, 0, 0), atLeast(5, 5, 1), atMost(5, 4, 1)]).toEqual([
    0, 1, 1, 0,
  ]);
});
