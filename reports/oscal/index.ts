import { UserError } from '../../src/document/problem.ts';
import type { JsonObject } from '../../src/model/index.ts';
import type { OutputFile, Report, RunInfo } from '../contract.ts';
import { assessmentResults } from './assessment-results.ts';
import { catalog } from './catalog.ts';
import { CATALOG_FILE, CATALOG_MEDIA_TYPE } from './terms.ts';

/**
 * OSCAL (pages.nist.gov/OSCAL) for systems that manage compliance: the results, and the catalogue
 * that they refer to. One way only: nothing is ever read back.
 */
export const oscal: Report = {
  id: 'oscal',
  title: {
    zh: 'OSCAL：评估结果与指标目录，供合规管理系统读取',
    en: 'OSCAL: assessment results and catalog, for compliance systems',
  },
  produces: /^oscal-(?:ar|catalog)\.json$/,
  async *render(results, { run }) {
    requireStart(run);
    yield file(
      'oscal-ar.json',
      'application/oscal.assessment-results+json',
      assessmentResults(results, run),
    );
    yield file(CATALOG_FILE, CATALOG_MEDIA_TYPE, catalog(results, run));
  },
};

function file(path: string, mediaType: string, value: JsonObject): OutputFile {
  return { path, mediaType, content: `${JSON.stringify(value, null, 2)}\n` };
}

function requireStart({ startedAt }: RunInfo): void {
  if (startedAt !== '') return;
  throw UserError.of(
    'run-not-started',
    '运行尚未开始，而 OSCAL 评估结果必须写明开始时间；请先执行运行。',
    'The run has not begun, and OSCAL assessment results have to say when it did; run it first.',
  );
}
