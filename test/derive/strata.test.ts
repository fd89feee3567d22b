import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fraction, stratified, toNumber } from '../../src/derive/index.ts';
import { expectClose, rowsOf } from './statistics.ts';

interface Row {
  readonly strata: readonly (readonly [weight: string, n: number, k: number, population: number])[];
  readonly share: number;
  readonly variance: number;
  readonly finiteVariance: number;
  readonly effectiveN: number;
}

test('share, variances and effective size are those of numpy', () => {
  for (const row of rowsOf<Row>('strata')) {
    const strata = row.strata.map(([weight, n, k, population]) => ({
      ...{ weight: fraction(weight), n, k, population },
    }));
    const found = stratified(strata);
    expectClose(toNumber(found.share), row.share, row);
    expectClose(toNumber(found.variance), row.variance, row);
    expectClose(toNumber(found.finiteVariance ?? fraction('9')), row.finiteVariance, row);
    expect(found.effectiveN).toBe(row.effectiveN);
    const open = strata.map(({ population: _none, ...stratum }) => stratum);
    expect(stratified(open).finiteVariance).toBeNull();
  }
});

const counts = fc
  .tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: 300 }))
  .map(([n, k]) => ({ n, k: k % (n + 1) }));

test('a single stratum has as many cases as were asked', () => {
  fc.assert(
    fc.property(counts, ({ n, k }) => {
      expect(stratified([{ weight: fraction('1'), n, k }]).effectiveN).toBe(n);
    }),
  );
});

test('strata in the proportion of their cases are together the whole, and never count as more', () => {
  fc.assert(
    fc.property(fc.array(counts, { minLength: 1, maxLength: 6 }), (strata) => {
      const n = strata.reduce((sum, stratum) => sum + stratum.n, 0);
      const k = strata.reduce((sum, stratum) => sum + stratum.k, 0);
      const weighted = strata.map((stratum) => ({
        ...stratum,
        weight: { num: BigInt(stratum.n), den: BigInt(n) },
      }));
      const { share, effectiveN } = stratified(weighted);
      expect(share.num * BigInt(n)).toBe(share.den * BigInt(k));
      expect(effectiveN).toBe(n);
    }),
  );
});

test('where every case passes, uneven weights still cost', () => {
  const strata = [
    { weight: fraction('0.9'), n: 10, k: 10 },
    { weight: fraction('0.1'), n: 90, k: 90 },
  ];
  // 1/(0.81/10 + 0.01/90) = 12.33
  expect(stratified(strata).effectiveN).toBe(12);
});

test.each([
  ['weights that do not add up', [{ weight: fraction('0.9'), n: 10, k: 5 }]],
  ['an empty stratum', [{ weight: fraction('1'), n: 0, k: 0 }]],
  ['more passes than cases', [{ weight: fraction('1'), n: 2, k: 3 }]],
  ['a bank smaller than its sample', [{ weight: fraction('1'), n: 5, k: 3, population: 4 }]],
])('%s are refused', (_, strata) => {
  expect(() => stratified(strata)).toThrow(RangeError);
});
