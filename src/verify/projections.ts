import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPORTS, reportContext } from '../../reports/index.ts';
import type { Results } from '../derive/index.ts';
import { packageIdentity } from '../document/index.ts';
import type { Language } from '../model/index.ts';
import type { Findings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';

const LANGUAGES: readonly Language[] = ['zh-CN', 'en'];

/**
 * V9: every report in the folder is what this program makes of the derived results. Reports are
 * made again and compared whole, so that a changed word is seen wherever it stands.
 */
export async function checkProjections(
  opened: OpenedBundle,
  results: Results,
  findings: Findings,
): Promise<void> {
  const present = new Set([...opened.files].filter((path) => path.startsWith('report/')));
  if (present.size === 0) return;
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
  for (const language of LANGUAGES) {
    const context = reportContext(opened.folder, language);
    for (const report of REPORTS.values()) {
      if (!mayBePresent(report.id, language, present)) continue;
      for await (const { path, content } of report.render(results, context)) {
        const file = `report/${path}`;
        if (!present.delete(file)) continue;
        const bytes = readFileSync(join(opened.folder, file));
        if (bytes.equals(Buffer.from(content))) continue;
        const [zh, en] = ['报告与结论不符。', 'The report does not say what was concluded.'];
        findings.error('PROJECT_REPORT', zh, en, { file });
      }
    }
  }
  for (const file of present) {
    const [zh, en] = ['不是本工具生成的报告。', 'This program makes no such report.'];
    findings.error('PROJECT_UNKNOWN', zh, en, { file });
  }
}

const PATTERNS: Readonly<Record<string, RegExp>> = {
  html: /\.html$/,
  markdown: /\.md$/,
  junit: /\.xml$/,
  json: /results\.json$/,
};

/** Spares the rendering of formats of which no file is there. */
function mayBePresent(id: string, _language: Language, present: ReadonlySet<string>): boolean {
  const pattern = PATTERNS[id];
  return pattern === undefined || [...present].some((path) => pattern.test(path));
}
