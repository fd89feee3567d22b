import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bankCoverage, coverageIsCurrent } from '../../src/run/coverage.ts';
import { loadBank } from '../../src/run/index.ts';
import { SCORERS } from '../../src/scorers/index.ts';
import { qualityProblems } from '../../src/suite/index.ts';

const bank = await loadBank([]);

test('the committed coverage is what the bank gives; else: npm run coverage:update', () => {
  const file = join(import.meta.dirname, '../../suites/coverage.csv');
  expect(coverageIsCurrent(file, bankCoverage(bank))).toBe(true);
});

test('the shipped bank has no question twice and no answer that its own scorer misreads', async () => {
  for (const scorer of SCORERS.values()) await scorer.prepare?.();
  const problems = qualityProblems(bank.suites, SCORERS, bank.catalogue);
  expect(problems.filter((problem) => problem.severity === 'error')).toEqual([]);
});

test('30 indicators and more have a suite of 20 cases and more', () => {
  const sizes = new Map<string, number>();
  for (const { indicator, cases } of bank.suites) {
    sizes.set(indicator, (sizes.get(indicator) ?? 0) + cases.length);
  }
  expect([...sizes.values()].filter((cases) => cases >= 20).length).toBeGreaterThanOrEqual(30);
});
