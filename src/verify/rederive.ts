import type { IndicatorResult, Results } from '../derive/index.ts';
import { canonicalJson, RUN_FILES } from '../evidence/index.ts';
import type { Findings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';

/**
 * V8: the results that follow from plan and evidence are the recorded ones, byte for byte. Where
 * hidden items are redacted, what needs the answers themselves is left out of the comparison.
 */
export function checkDerived(
  derived: Results,
  opened: OpenedBundle,
  redacted: ReadonlySet<string>,
  findings: Findings,
): void {
  const file = RUN_FILES.results;
  const [here, recorded] = [derived, opened.results].map((results) => visible(results, redacted));
  if (here === undefined || recorded === undefined) return;
  const text = redacted.size === 0 ? opened.resultsText : canonicalJson(recorded);
  if (canonicalJson(here) === text) return;
  const known = new Map(recorded.indicators.map((leaf) => [leaf.indicator, leaf]));
  let named = 0;
  for (const leaf of here.indicators) {
    const differing = differences(leaf, known.get(leaf.indicator));
    if (differing.length === 0) continue;
    named++;
    findings.error(
      'DERIVE_INDICATOR',
      `由证据推导的结论与记录不同（${differing.join('、')}）：推导为 ${leaf.outcome}。`,
      `The evidence gives another result (${differing.join(', ')}): ${leaf.outcome}.`,
      { file, indicator: leaf.indicator },
    );
  }
  const keys = Object.keys({ ...here, ...recorded }) as (keyof Results)[];
  for (const key of keys) {
    if (key === 'indicators' && named > 0) continue;
    if (canonicalJson(here[key] ?? null) === canonicalJson(recorded[key] ?? null)) continue;
    findings.error(
      'DERIVE_RESULTS',
      `由证据推导的 ${key} 与记录不同。`,
      `The evidence gives another "${key}".`,
      { file },
    );
  }
}

function visible(results: Results, redacted: ReadonlySet<string>): Results {
  return {
    ...results,
    indicators: results.indicators.map((leaf) => {
      if (!redacted.has(leaf.indicator)) return leaf;
      const { positionBias: _bias, repeats: _repeats, ...rest } = leaf;
      return rest;
    }),
  };
}

function differences(here: IndicatorResult, there: IndicatorResult | undefined): string[] {
  if (there === undefined) return ['indicator'];
  const keys = Object.keys({ ...here, ...there }) as (keyof IndicatorResult)[];
  return keys.filter(
    (key) => canonicalJson(here[key] ?? null) !== canonicalJson(there[key] ?? null),
  );
}
