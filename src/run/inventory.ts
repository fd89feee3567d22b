import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ADAPTERS } from '../../adapters/index.ts';
import { REPORTS } from '../../reports/index.ts';
import { packageRoot } from '../document/index.ts';
import type { LocalText } from '../model/index.ts';
import { SCORERS } from '../scorers/index.ts';
import { loadCatalogue } from '../standard/index.ts';
import { GENERATORS } from '../suite/generators/index.ts';
import { questionCount } from '../suite/index.ts';
import { loadBank, shippedCatalogueFile } from './bank.ts';

/** One thing there is, as a row of a list. */
export type InventoryRow = Readonly<Record<string, string | number | boolean | LocalText | null>>;

export type InventoryKind =
  | 'standard'
  | 'suites'
  | 'scorers'
  | 'adapters'
  | 'profiles'
  | 'reports'
  | 'generators';

/** What there is of a kind, in the order of its registry. */
export async function inventory(kind: InventoryKind): Promise<readonly InventoryRow[]> {
  switch (kind) {
    case 'standard': {
      const { catalogue } = await loadCatalogue(shippedCatalogueFile());
      return catalogue.indicators.map((i) => ({
        id: i.id,
        title: i.title,
        group: i.group,
        level: i.level,
        limit: i.threshold === undefined ? null : `${i.threshold.comparator} ${i.threshold.value}`,
        rule: i.rule,
        minN: i.minN,
        verifiable: i.verifiable,
        appliesWhen: i.appliesWhen.join(' '),
        provenance: i.provenance.kind,
      }));
    }
    case 'suites': {
      const { suites } = await loadBank([]);
      return suites.map((suite) => ({
        suite: suite.suite,
        version: suite.version,
        indicator: suite.indicator,
        cases: questionCount(suite),
        title: suite.title,
      }));
    }
    case 'scorers':
      return [...SCORERS.values()].map(({ id, version, title }) => ({ id, version, title }));
    case 'generators':
      return [...GENERATORS.values()].map(({ id, version, title }) => ({ id, version, title }));
    case 'adapters':
      return ADAPTERS.map(({ id, title }) => ({ id, title }));
    case 'reports':
      return [...REPORTS.values()].map(({ id, title }) => ({ id, title }));
    case 'profiles':
      return readdirSync(join(packageRoot(), 'adapters', 'profiles'))
        .filter((file) => file.endsWith('.yaml'))
        .map((file) => ({ id: file.replace(/\.yaml$/, '') }));
  }
}
