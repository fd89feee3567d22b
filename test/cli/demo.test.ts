import { expect, test } from 'vitest';
import schema from '../../schemas/results.schema.json' with { type: 'json' };
import type { IndicatorResult } from '../../src/derive/index.ts';
import { OUTCOMES } from '../../src/derive/index.ts';
import { schemaFindings } from '../../src/document/index.ts';
import { shippedCatalogueFile } from '../../src/run/bank.ts';
import { loadCatalogue } from '../../src/standard/index.ts';
import { makeWorkspace } from '../run/workspace.ts';
import { command } from './command.ts';

test('the demonstration needs nothing, shows every outcome and says what every indicator is', async () => {
  using workspace = makeWorkspace();
  const told = await command(['demo', '--out', workspace.path('demo'), '--json']);
  // It ran to its end, and that is its success, whatever the simulated model did.
  expect(told.code).toBe(0);
  const results = workspace.json('demo/results/results.json');
  expect(schemaFindings(schema, results)).toEqual([]);
  expect(results.simulated).toBe(true);
  expect(results.counts.scored).toBeGreaterThanOrEqual(600);
  expect(JSON.parse(told.stdout)).toMatchObject({
    counts: { samples: results.counts.samples },
    outcomes: results.outcomes,
    simulated: true,
  });

  const { catalogue } = await loadCatalogue(shippedCatalogueFile());
  const indicators: readonly IndicatorResult[] = results.indicators;
  expect(indicators.map(({ indicator }) => indicator)).toEqual(
    catalogue.indicators.map(({ id }) => id),
  );
  for (const outcome of OUTCOMES) expect(results.outcomes[outcome]).toBeGreaterThan(0);
  for (const { indicator, outcome, reason } of indicators) {
    const decided = outcome === 'conforming' || outcome === 'nonconforming';
    if (!decided) expect(reason?.text.zh, indicator).toMatch(/\p{Script=Han}.*。$/u);
  }
  for (const report of ['report.zh-CN.html', 'report.en.md', 'report.zh-CN.md']) {
    expect(workspace.read(`demo/report/${report}`)).toMatch(/模拟|simulated/i);
  }
}, 60_000);
