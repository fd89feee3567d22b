import { join } from 'node:path';
import { REPORTS, reportContext } from '../../reports/index.ts';
import type { Results } from '../derive/index.ts';
import { suggestion, UserError } from '../document/index.ts';
import { writeDerived } from '../evidence/index.ts';
import type { Language } from '../model/index.ts';

export const DEFAULT_REPORTS = ['json', 'html', 'markdown', 'junit'] as const;

/** Checks names of reports before anything is run. Throws UserError. */
export function requireReports(formats: readonly string[]): void {
  for (const format of formats) {
    if (REPORTS.has(format)) continue;
    throw UserError.of(
      'unknown-report',
      `没有名为 “${format}” 的报告格式。`,
      `There is no report format "${format}".`,
      suggestion(format, [...REPORTS.keys()]),
    );
  }
}

/**
 * Renders reports into `report/` of a run folder; returns the paths written. A file that has the same
 * name in every language is in the first of them.
 */
export async function writeReports(
  folder: string,
  results: Results,
  formats: readonly string[],
  languages: readonly Language[],
): Promise<readonly string[]> {
  requireReports(formats);
  const written = new Set<string>();
  for (const language of languages) {
    const context = reportContext(folder, language);
    for (const format of formats) {
      const report = REPORTS.get(format);
      if (report === undefined) continue;
      for await (const file of report.render(results, context)) {
        const path = join(folder, 'report', file.path);
        if (written.has(path)) continue;
        writeDerived(folder, join('report', file.path), file.content);
        written.add(path);
      }
    }
  }
  return [...written];
}
