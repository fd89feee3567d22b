import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mcnemarExact, signFlip, toNumber } from '../../src/derive/index.ts';
import { expectClose, rowsOf } from './statistics.ts';

interface Row {
  readonly differences: readonly number[];
  readonly oneSided: number;
  readonly twoSided: number;
}

test('the p-values are those of all permutations of scipy', () => {
  for (const row of rowsOf<Row>('signFlip')) {
    const { oneSided, twoSided } = signFlip(row.differences);
    expectClose(toNumber(oneSided), row.oneSided, row);
    expectClose(toNumber(twoSided), row.twoSided, row);
  }
});

/** The share of all assignments of signs whose sum is at least the one seen. */
function enumerated(differences: readonly number[]): number {
  const seen = differences.reduce((sum, difference) => sum + difference, 0);
  let reaching = 0;
  for (let signs = 0; signs < 2 ** differences.length; signs++) {
    const sum = differences.reduce((total, d, i) => total + ((signs >> i) & 1 ? d : -d), 0);
    if (sum >= seen) reaching++;
  }
  return reaching / 2 ** differences.length;
}

test('they are those of going through every assignment of signs', () => {
  const differences = fc.array(fc.integer({ min: -6, max: 6 }), { maxLength: 9 });
  fc.assert(
    fc.property(differences, (given) => {
      expect(toNumber(signFlip(given).oneSided)).toBe(enumerated(given));
    }),
  );
});

test('with one case to a cluster it is the exact test of McNemar', () => {
  const count = fc.integer({ min: 0, max: 40 });
  fc.assert(
    fc.property(count, count, count, (lost, gained, same) => {
      const differences = [
        ...Array.from({ length: lost }, () => 1),
        ...Array.from({ length: gained }, () => -1),
        ...Array.from({ length: same }, () => 0),
      ];
      expect(signFlip(differences)).toEqual(mcnemarExact(lost, gained));
    }),
  );
});

test('whole clusters show less than their cases would', () => {
  const clustered = signFlip([5, 5, 5, -5]);
  expect(toNumber(clustered.oneSided)).toBe(5 / 16);
  expect(toNumber(mcnemarExact(15, 5).oneSided)).toBeLessThan(0.03);
});

test('hundreds of clusters are still counted out, and parts of cases are refused', () => {
  const many = Array.from({ length: 400 }, (_, i) => (i % 5 < 3 ? 2 : -2));
  expect(signFlip(many)).toEqual(mcnemarExact(240, 160));
  expect(() => signFlip([0.5])).toThrow(RangeError);
});
