import { existsSync, readFileSync } from 'node:fs';
import { questionOf } from '../model/index.ts';
import type { Coverage, PoolCounts } from '../standard/index.ts';
import { coverage, coverageCsv } from '../standard/index.ts';
import type { Bank } from './bank.ts';

/** The bank's cases set against its catalogue; cases of suites of a user's own are left out. */
export function bankCoverage({ catalogue, suites }: Bank): Coverage {
  const counts = new Map<string, { public: number; hidden: number }>();
  for (const suite of suites) {
    if (suite.indicator === 'custom') continue;
    const own = counts.get(suite.indicator) ?? { public: 0, hidden: 0 };
    const questions = new Map(
      suite.cases.map(({ sample }) => [questionOf(sample), sample.pool] as const),
    );
    for (const pool of questions.values()) own[pool]++;
    counts.set(suite.indicator, own);
  }
  return coverage(catalogue, counts satisfies ReadonlyMap<string, PoolCounts>);
}

/** True when the file holds exactly what the bank gives now. */
export function coverageIsCurrent(file: string, current: Coverage): boolean {
  return existsSync(file) && readFileSync(file, 'utf8') === coverageCsv(current);
}
