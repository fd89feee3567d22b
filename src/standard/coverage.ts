import type { LocalText } from '../model/index.ts';
import type { Catalogue, Level } from './catalogue.ts';

/** Cases of one indicator by pool. */
export interface PoolCounts {
  readonly public: number;
  readonly hidden: number;
}

export interface IndicatorCoverage {
  readonly id: string;
  readonly level: Level;
  readonly verifiable: boolean;
  /** Why a program cannot test it; null when it can. */
  readonly reason: LocalText | null;
  readonly minN: number;
  readonly cases: PoolCounts;
}

/** How far the bank covers the catalogue. */
export interface Coverage {
  readonly indicators: readonly IndicatorCoverage[];
}

export type CoverageState = 'enough' | 'below-minimum' | 'no-cases' | 'not-verifiable';

/**
 * Sets the cases of the bank against the catalogue.
 *
 * @param cases cases by indicator id; ids that are left out have none. Cases of `custom` suites
 *   belong to no indicator and are the caller's to leave out.
 * @throws RangeError for an id that the catalogue does not have: no case is dropped in silence.
 */
export function coverage(catalogue: Catalogue, cases: ReadonlyMap<string, PoolCounts>): Coverage {
  const known = new Set(catalogue.indicators.map(({ id }) => id));
  for (const id of cases.keys()) {
    if (!known.has(id)) throw new RangeError(`Cases of an indicator not in the catalogue: ${id}`);
  }
  return {
    indicators: catalogue.indicators.map((indicator) => ({
      id: indicator.id,
      level: indicator.level,
      verifiable: indicator.verifiable,
      reason: indicator.notTestedReason ?? null,
      minN: indicator.minN,
      cases: cases.get(indicator.id) ?? { public: 0, hidden: 0 },
    })),
  };
}

export function coverageState({ verifiable, minN, cases }: IndicatorCoverage): CoverageState {
  if (!verifiable) return 'not-verifiable';
  const total = cases.public + cases.hidden;
  if (total === 0) return 'no-cases';
  return total < minN ? 'below-minimum' : 'enough';
}

/**
 * The coverage as CSV (RFC 4180 quoting, LF, UTF-8 without a byte order mark), one row per
 * indicator in catalogue order: the same input always gives the same bytes.
 */
export function coverageCsv({ indicators }: Coverage): string {
  const header = ['id', 'level', 'verifiable', 'minN', 'public', 'hidden', 'state', 'reason'];
  const rows = indicators.map((row) => [
    row.id,
    row.level,
    String(row.verifiable),
    String(row.minN),
    String(row.cases.public),
    String(row.cases.hidden),
    coverageState(row),
    row.reason?.en ?? '',
  ]);
  return [header, ...rows].map((cells) => `${cells.map(csvCell).join(',')}\n`).join('');
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
