import type { IndicatorResult, Results } from '../src/derive/index.ts';
import { UserError } from '../src/document/problem.ts';
import { canonicalJson, RUN_FILES } from '../src/evidence/index.ts';
import type { JsonObject, LocalText } from '../src/model/index.ts';
import { inBoth } from './bilingual.ts';
import type { Manifest, Report, RunInfo } from './contract.ts';
import { urn } from './identifiers.ts';
import { manifestOf } from './manifest.ts';
import { plainText } from './plain-text.ts';

/**
 * An in-toto statement (github.com/in-toto/attestation, predicate test-result/v0.1) for gates that
 * know nothing of indicators. It is about the manifest of the run folder, and it is not signed:
 * whoever stands for it puts it into an envelope of their own.
 */
export const inToto: Report = {
  id: 'in-toto',
  title: {
    zh: 'in-toto：测试结果陈述（未签名），供发布门禁使用',
    en: 'in-toto: a statement of test results (unsigned), for release gates',
  },
  produces: /^test-result\.intoto\.json$/,
  async *render(results, { run }) {
    const manifest = manifestOf(results, run);
    if (manifest === null) throw noManifest();
    yield {
      path: 'test-result.intoto.json',
      mediaType: 'application/vnd.in-toto+json',
      content: `${canonicalJson(statement(results, run, manifest))}\n`,
    };
  },
};

function statement(results: Results, run: RunInfo, manifest: Manifest): JsonObject {
  const lists = testLists(results.indicators);
  return {
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: RUN_FILES.bundle, digest: { ...manifest.digest } }],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
    predicate: {
      result: summary(results, lists),
      configuration: configuration(results, run),
      ...lists,
    },
  };
}

/** Ids of indicators; what was not tested or does not apply stands in no list. */
interface TestLists {
  readonly passedTests: string[];
  readonly warnedTests: string[];
  readonly failedTests: string[];
}

/** Nothing that is short of conforming is called passed or warned, whatever its level. */
function testLists(leaves: readonly IndicatorResult[]): TestLists & JsonObject {
  const ids = (chosen: (leaf: IndicatorResult) => boolean): string[] =>
    leaves.filter(chosen).map(({ indicator }) => plainText(indicator));
  const conforms = ({ outcome }: IndicatorResult): boolean => outcome === 'conforming';
  return {
    passedTests: ids((leaf) => conforms(leaf) && leaf.modifiers.length === 0),
    warnedTests: ids((leaf) => conforms(leaf) && leaf.modifiers.length > 0),
    failedTests: ids(({ outcome }) => ['nonconforming', 'inconclusive', 'error'].includes(outcome)),
  };
}

/**
 * `PASSED` only without any reservation: a recommended indicator that does not conform, a waiver or
 * a simulated model are reservations.
 */
function summary(results: Results, lists: TestLists): 'PASSED' | 'WARNED' | 'FAILED' {
  if (results.outcome !== 'conforming') return 'FAILED';
  const reserved =
    results.simulated || lists.warnedTests.length > 0 || lists.failedTests.length > 0;
  return reserved ? 'WARNED' : 'PASSED';
}

/** What was tested against what, and how. */
function configuration(results: Results, run: RunInfo): JsonObject[] {
  const { catalogue, model, planDigest } = results;
  return [
    {
      name: 'plan',
      digest: { sha256: planDigest },
      annotations: { scope: results.scope, sampling: run.sampling, repeats: run.repeats },
    },
    {
      name: 'catalogue',
      uri: urn('catalogue', catalogue.id, catalogue.edition),
      annotations: { title: plainTexts(catalogue.title), notice: plainTexts(catalogue.notice) },
    },
    {
      name: 'model',
      uri: urn('model', model.name),
      annotations: {
        requested: plainText(model.requested),
        answered: model.answered.map(plainText),
        simulated: results.simulated,
        assuranceLevel: results.assuranceLevel,
      },
    },
    {
      name: 'harness',
      uri: `pkg:npm/${encodeURIComponent(run.harness.name)}@${encodeURIComponent(run.harness.version)}`,
    },
  ];
}

function plainTexts({ zh, en }: LocalText): JsonObject {
  return { zh: plainText(zh), en: plainText(en) };
}

function noManifest(): UserError {
  const { zh, en } = inBoth(({ messages }) => messages.projections.noManifest);
  return UserError.of('no-manifest', zh, en);
}
