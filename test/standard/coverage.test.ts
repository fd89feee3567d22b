import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { Catalogue, IndicatorCoverage } from '../../src/standard/index.ts';
import { coverage, coverageCsv, coverageState } from '../../src/standard/index.ts';
import { readText, SMALL_CATALOGUE, smallCatalogueWith } from './small-catalogue.ts';

const catalogue = readText(SMALL_CATALOGUE).catalogue as Catalogue;

test('every indicator is listed, with and without cases', () => {
  const cases = new Map([['K1.1', { public: 70, hidden: 29 }]]);
  expect(coverage(catalogue, cases).indicators).toEqual([
    {
      id: 'K1.1',
      level: 'MUST',
      verifiable: true,
      reason: null,
      minN: 100,
      cases: { public: 70, hidden: 29 },
    },
    {
      id: 'K1.2',
      level: 'MAY',
      verifiable: false,
      reason: { zh: '须由人评判。', en: 'People judge it.' },
      minN: 10,
      cases: { public: 0, hidden: 0 },
    },
    {
      id: 'K2.1',
      level: 'MUST',
      verifiable: true,
      reason: null,
      minN: 60,
      cases: { public: 0, hidden: 0 },
    },
  ]);
});

test('cases of an unknown indicator are not dropped in silence', () => {
  const cases = new Map([['K9.9', { public: 1, hidden: 0 }]]);
  expect(() => coverage(catalogue, cases)).toThrow(/K9\.9/);
});

test.each([
  ['both pools together reach the minimum', true, 60, 40, 'enough'],
  ['one case short', true, 60, 39, 'below-minimum'],
  ['hidden cases alone count', true, 0, 100, 'enough'],
  ['none', true, 0, 0, 'no-cases'],
  ['cases do not make it verifiable', false, 100, 100, 'not-verifiable'],
] as const)('%s', (_what, verifiable, open, hidden, state) => {
  const row: IndicatorCoverage = {
    id: 'K1.1',
    level: 'MUST',
    verifiable,
    reason: null,
    minN: 100,
    cases: { public: open, hidden },
  };
  expect(coverageState(row)).toBe(state);
});

test('the CSV is read back by any reader, commas, quotes and all', () => {
  const quoted = readText(
    smallCatalogueWith('en: People judge it.', `en: 'People, and only "people", judge it.'`),
  ).catalogue as Catalogue;
  const csv = coverageCsv(coverage(quoted, new Map([['K1.1', { public: 100, hidden: 0 }]])));
  expect(parse(csv, { columns: true })).toEqual([
    {
      id: 'K1.1',
      level: 'MUST',
      verifiable: 'true',
      minN: '100',
      public: '100',
      hidden: '0',
      state: 'enough',
      reason: '',
    },
    {
      id: 'K1.2',
      level: 'MAY',
      verifiable: 'false',
      minN: '10',
      public: '0',
      hidden: '0',
      state: 'not-verifiable',
      reason: 'People, and only "people", judge it.',
    },
    {
      id: 'K2.1',
      level: 'MUST',
      verifiable: 'true',
      minN: '60',
      public: '0',
      hidden: '0',
      state: 'no-cases',
      reason: '',
    },
  ]);
  expect(csv).toMatch(/^id,level,verifiable,minN,public,hidden,state,reason\n/);
  expect(csv).not.toContain('\r');
  expect(csv.endsWith('\n')).toBe(true);
});
