import type { Results } from '../src/derive/index.ts';
import { UserError } from '../src/document/problem.ts';
import type { OutputFile, Report, ReportContext } from './contract.ts';
import { earl } from './earl.ts';
import { html } from './html/index.ts';
import { inToto } from './in-toto.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { markdown } from './markdown.ts';
import { oscal } from './oscal/index.ts';
import { sarif } from './sarif/index.ts';

export type * from './contract.ts';
export { reportContext } from './run-context.ts';

/** Every report format by its id, in the order in which they are listed. */
export const REPORTS: ReadonlyMap<string, Report> = new Map(
  [html, json, markdown, junit, oscal, sarif, earl, inToto].map((report) => [report.id, report]),
);

/** Renders one format; throws `UserError` when there is no such format. */
export function renderReport(
  id: string,
  results: Results,
  context: ReportContext,
): AsyncIterable<OutputFile> {
  const report = REPORTS.get(id);
  if (report === undefined) {
    const known = [...REPORTS.keys()];
    throw UserError.of(
      'unknown-report',
      `没有报告格式“${id}”。可用的格式：${known.join('、')}。`,
      `There is no report format "${id}". Available: ${known.join(', ')}.`,
    );
  }
  return report.render(results, context);
}
