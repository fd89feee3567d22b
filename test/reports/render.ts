import type { OutputFile, ReportContext } from '../../reports/contract.ts';
import { renderReport } from '../../reports/index.ts';
import type { Results } from '../../src/derive/index.ts';
import type { Language } from '../../src/model/index.ts';
import { contextOf, RESULTS } from './fixture.ts';

export const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

/** All files of a report. */
export async function renderAll(
  id: string,
  results: Results,
  context: ReportContext,
): Promise<readonly OutputFile[]> {
  const files: OutputFile[] = [];
  for await (const file of renderReport(id, results, context)) files.push(file);
  return files;
}

/** The only file of a report. */
export async function renderOne(
  id: string,
  results: Results = RESULTS,
  context: ReportContext = contextOf('en'),
): Promise<OutputFile & { readonly text: string }> {
  const files = await renderAll(id, results, context);
  const [file] = files;
  if (files.length !== 1 || file === undefined) throw new Error(`${files.length} files`);
  return { ...file, text: String(file.content) };
}
