import type { Results } from '../../src/derive/index.ts';
import type { JsonObject, Language } from '../../src/model/index.ts';
import type { Report, ReportContext } from '../contract.ts';
import { uuidsOf } from '../identifiers.ts';
import { manifestOf } from '../manifest.ts';
import { plainText } from '../plain-text.ts';
import { wordingFor } from '../wording.ts';
import { artifactsOf, BASES } from './artifacts.ts';
import { sarifResults } from './results.ts';
import { conclusion, driver, GLOBAL, translation } from './rules.ts';

/**
 * SARIF 2.1.0 (docs.oasis-open.org/sarif) for tools that collect findings: a rule and a result for
 * each indicator. Section numbers in this folder are those of the standard. The texts are in the
 * language asked for; the other language goes with them as a translation.
 */
export const sarif: Report = {
  id: 'sarif',
  title: {
    zh: 'SARIF：供代码扫描与缺陷管理平台读取',
    en: 'SARIF: for platforms that collect findings',
  },
  produces: /^results\.sarif$/,
  async *render(results, context) {
    const log = {
      $schema:
        'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [await sarifRun(results, context)],
    };
    yield {
      path: 'results.sarif',
      mediaType: 'application/sarif+json',
      content: `${JSON.stringify(log, null, 2)}\n`,
    };
  },
};

async function sarifRun(results: Results, context: ReportContext): Promise<JsonObject> {
  const { run, language } = context;
  const wording = wordingFor(language);
  const { projections } = wording.messages;
  const manifest = manifestOf(results, run);
  const artifacts = artifactsOf(run, manifest);
  const other: Language = language === 'zh-CN' ? 'en' : 'zh-CN';
  return {
    tool: { driver: driver(results, run, language) },
    translations: [translation(results, run, other)],
    language,
    automationDetails: {
      id: `${results.catalogue.id}/${run.id}`,
      guid: uuidsOf(results, run)('run'),
      description: { id: GLOBAL.conclusion, text: conclusion(results, wording) },
    },
    invocations: [
      {
        executionSuccessful: run.finishedAt !== null,
        ...(run.startedAt === '' ? {} : { startTimeUtc: run.startedAt }),
        ...(run.finishedAt === null ? {} : { endTimeUtc: run.finishedAt }),
      },
    ],
    originalUriBaseIds: {
      [BASES.run]: { description: { id: GLOBAL.runFolder, text: projections.runFolder } },
      [BASES.suites]: { description: { id: GLOBAL.suiteFolder, text: projections.suiteFolder } },
    },
    artifacts: artifacts.list,
    columnKind: 'utf16CodeUnits',
    results: await sarifResults(results, context, artifacts, wording),
    properties: facts(results),
  };
}

/** What a reader has to know of the run before believing any of its results. */
function facts(results: Results): JsonObject {
  const { catalogue, model } = results;
  return {
    notice: { zh: plainText(catalogue.notice.zh), en: plainText(catalogue.notice.en) },
    ...{ simulated: results.simulated, assuranceLevel: results.assuranceLevel },
    ...{ outcome: results.outcome, scope: results.scope, planDigest: results.planDigest },
    ...{ catalogue: catalogue.id, edition: catalogue.edition },
    ...{ model: plainText(model.name), requested: plainText(model.requested) },
  };
}
