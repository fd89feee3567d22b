import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  benjaminiHochberg,
  compareFractions,
  fraction,
  holm,
  toNumber,
} from '../../src/derive/index.ts';
import { expectClose, rowsOf } from './statistics.ts';

interface Row {
  readonly values: readonly string[];
  readonly holm: readonly number[];
  readonly benjaminiHochberg: readonly number[];
}

test('the adjusted p-values are those of statsmodels', () => {
  for (const row of rowsOf<Row>('multiplicity')) {
    const values = row.values.map(fraction);
    for (const [i, value] of holm(values).entries()) {
      expectClose(toNumber(value), row.holm[i] ?? Number.NaN, row);
    }
    for (const [i, value] of benjaminiHochberg(values).entries()) {
      expectClose(toNumber(value), row.benjaminiHochberg[i] ?? Number.NaN, row);
    }
  }
});

const values = fc.array(
  fc.integer({ min: 0, max: 1000 }).map((num) => ({ num: BigInt(num), den: 1000n })),
  { maxLength: 20 },
);

test('nothing falls by adjusting, and a gate is never laxer than a list', () => {
  fc.assert(
    fc.property(values, (given) => {
      const [strict, listed] = [holm(given), benjaminiHochberg(given)];
      for (const [i, value] of given.entries()) {
        const [a, b] = [strict[i] ?? value, listed[i] ?? value];
        expect(compareFractions(a, b)).toBeGreaterThanOrEqual(0);
        expect(compareFractions(b, value)).toBeGreaterThanOrEqual(0);
        expect(toNumber(a)).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test('the order of the comparisons does not matter', () => {
  fc.assert(
    fc.property(values, (given) => {
      const mirrored = given.toReversed();
      const same = (of: typeof holm) =>
        of(mirrored)
          .toReversed()
          .every((value, i) => compareFractions(value, of(given)[i] ?? value) === 0);
      expect(same(holm) && same(benjaminiHochberg)).toBe(true);
    }),
  );
});

test('a single comparison is as it is, none are none, and what is no p-value is refused', () => {
  expect(holm([fraction('0.04')]).map(toNumber)).toEqual([0.04]);
  expect(benjaminiHochberg([])).toEqual([]);
  expect(() => holm([fraction('1.1')])).toThrow(RangeError);
});
