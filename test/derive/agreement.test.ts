import { expect, test } from 'vitest';
import { cohenKappa, krippendorffAlpha } from '../../src/derive/index.ts';
import { expectClose, rowsOf } from './statistics.ts';

test('κ and its standard error are those of statsmodels', () => {
  type Row = {
    readonly table: readonly (readonly number[])[];
    readonly kappa: number;
    readonly standardError: number;
  };
  for (const row of rowsOf<Row>('kappa')) {
    const found = cohenKappa(row.table);
    expectClose(found?.kappa ?? Number.NaN, row.kappa, row);
    expectClose(found?.standardError ?? Number.NaN, row.standardError, row);
  }
});

test('α is that of the package krippendorff', () => {
  type Row = { readonly cases: readonly (readonly string[])[]; readonly alpha: number };
  for (const row of rowsOf<Row>('alpha')) {
    expectClose(krippendorffAlpha(row.cases) ?? Number.NaN, row.alpha, row);
  }
});

test('raters who know only one category show no agreement', () => {
  expect(
    cohenKappa([
      [30, 0],
      [0, 0],
    ]),
  ).toBeNull();
  expect(
    krippendorffAlpha([
      ['a', 'a'],
      ['a', 'a'],
    ]),
  ).toBeNull();
  expect(krippendorffAlpha([['a'], ['b']])).toBeNull();
});

test('κ does not depend on which rater is the first', () => {
  const table = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ];
  const turned = table.map((_, i) => table.map((row) => row[i] ?? 0));
  expectClose(cohenKappa(turned)?.kappa ?? 0, cohenKappa(table)?.kappa ?? 1);
  expectClose(cohenKappa(turned)?.standardError ?? 0, cohenKappa(table)?.standardError ?? 1);
});

test('a table that is not square, or empty, is refused', () => {
  expect(() => cohenKappa([[1, 2]])).toThrow(RangeError);
  expect(() =>
    cohenKappa([
      [0, 0],
      [0, 0],
    ]),
  ).toThrow(RangeError);
});
