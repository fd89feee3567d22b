import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORTS, type Report, type ReportContext, reportContext } from '../../reports/index.ts';
import { packageIdentity, UserError } from '../document/index.ts';
import type { Language } from '../model/index.ts';
import type { Findings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

/**
 * V9: every report in the folder is what this program makes of the recorded results, which V8
 * compares with the evidence. Reports are made again and compared whole, so that a changed word is
 * seen wherever it stands.
 */
export async function checkProjections(opened: OpenedBundle, findings: Findings): Promise<void> {
  const present = [...opened.files].filter((path) => path.startsWith(FOLDER));
  if (present.length === 0) return;
  const { name, version } = packageIdentity();
  const { harness } = opened.plan;
  if (harness.name !== name || harness.version !== version) {
    findings.notChecked('V9');
    findings.warning(
      'PROJECT_VERSION',
      `报告由 ${harness.name} ${harness.version} 生成，此处为 ${name} ${version}：未逐字比对。`,
      `The reports were made by ${harness.name} ${harness.version}, here is ${name} ${version}: they were not compared.`,
      { file: 'report' },
    );
    return;
  }
  // The cases that a report shows are the same in every language, and are looked up once.
  const shown = reportContext(opened.folder, 'zh-CN');
  const contexts = LANGUAGES.map((language) => ({ ...shown, language }));
  for (const [report, files] of Map.groupBy(present, makerOf)) {
    if (report === undefined) {
      for (const file of files) {
        const [zh, en] = ['不是本工具生成的报告。', 'This program makes no such report.'];
        findings.error('PROJECT_UNKNOWN', zh, en, { file });
      }
    } else {
      await checkReport(report, files, contexts, opened, findings);
    }
  }
}

const FOLDER = 'report/';

function makerOf(path: string): Report | undefined {
  return REPORTS.values().find(({ produces }) => produces.test(path.slice(FOLDER.length)));
}

/** A file that has the same name in every language may be in any of them. */
async function checkReport(
  report: Report,
  files: readonly string[],
  contexts: readonly ReportContext[],
  opened: OpenedBundle,
  findings: Findings,
): Promise<void> {
  const unlike = new Set(files);
  try {
    for (const context of contexts) {
      if (unlike.size === 0) break;
      for await (const { path, content } of report.render(opened.results, context)) {
        const file = `${FOLDER}${path}`;
        if (!unlike.has(file)) continue;
        const bytes = readFileSync(join(opened.folder, file));
        if (bytes.equals(Buffer.from(content))) unlike.delete(file);
      }
    }
  } catch (error) {
    // A report that cannot be made of these results was not made of them.
    if (!(error instanceof UserError)) throw error;
  }
  for (const file of unlike) {
    const [zh, en] = ['报告与结论不符。', 'The report does not say what was concluded.'];
    findings.error('PROJECT_REPORT', zh, en, { file });
  }
}
