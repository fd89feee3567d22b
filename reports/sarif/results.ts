import type { IndicatorResult, Outcome, Results } from '../../src/derive/index.ts';
import { digestOf } from '../../src/evidence/index.ts';
import type { JsonObject } from '../../src/model/index.ts';
import { casesNotPassing, caseValue } from '../case-turns.ts';
import type { CaseView, ReportContext } from '../contract.ts';
import { uuidsOf } from '../identifiers.ts';
import { hasFigures, notPassing } from '../leaves.ts';
import { plainText } from '../plain-text.ts';
import type { Wording } from '../wording.ts';
import type { Artifacts } from './artifacts.ts';
import { GLOBAL, LEVELS, ruleId, VERDICT, verdict } from './rules.ts';

/** Cases of one indicator that are looked at; the others stay in the run folder. */
const CASES_PER_INDICATOR = 10;

const KINDS: Readonly<Record<Outcome, 'pass' | 'fail' | 'review' | 'notApplicable' | 'open'>> = {
  conforming: 'pass',
  nonconforming: 'fail',
  inconclusive: 'review',
  'not-applicable': 'notApplicable',
  'not-tested': 'open',
  error: 'open',
};

/** One result for each indicator, in the order of the rules. */
export async function sarifResults(
  results: Results,
  context: ReportContext,
  artifacts: Artifacts,
  wording: Wording,
): Promise<JsonObject[]> {
  const uuid = uuidsOf(results, context.run);
  const made: JsonObject[] = [];
  for (const [ruleIndex, leaf] of results.indicators.entries()) {
    const cases = hasFigures(leaf) && notPassing(leaf) > 0 ? await openCases(leaf, context) : [];
    made.push({
      ...{ ruleId: ruleId(leaf), ruleIndex, ...severity(leaf) },
      message: { id: VERDICT, text: verdict(leaf, wording) },
      locations: artifacts.locationsOf(leaf),
      ...(cases.length === 0
        ? {}
        : {
            relatedLocations: cases.map((view, id) => related(view, id, artifacts, wording)),
          }),
      guid: uuid('result', leaf.indicator),
      partialFingerprints: {
        'indicator/v1': digestOf([results.catalogue.id, leaf.indicator]),
      },
      properties: figures(leaf),
    });
  }
  return made;
}

/** What did not fail has no severity (3.27.10). */
function severity(leaf: IndicatorResult): JsonObject {
  const kind = KINDS[leaf.outcome];
  return { kind, level: kind === 'fail' ? LEVELS[leaf.level] : 'none' };
}

/** Cases that did not pass and that everyone may see. */
async function openCases(leaf: IndicatorResult, context: ReportContext): Promise<CaseView[]> {
  const views = await casesNotPassing(context, leaf.indicator, CASES_PER_INDICATOR);
  return views.filter(({ sample }) => sample.pool === 'public');
}

/** Which case it was and why it did not pass, in codes: answers stay in the run folder. */
function related(
  view: CaseView,
  id: number,
  artifacts: Artifacts,
  { messages }: Wording,
): JsonObject {
  const kind = caseValue(view) === 'fail' ? 'fail' : 'invalid';
  const score = view.scores.find(({ value }) => value !== 'pass');
  const name = plainText(view.sample.id);
  return {
    id,
    message: {
      id: GLOBAL[kind],
      text: messages.projections.cases[kind],
      arguments: [name, plainText(score?.status ?? '—')],
    },
    ...artifacts.physical(view.sample.suite),
    logicalLocations: [{ fullyQualifiedName: name, kind: 'case' }],
  };
}

function figures(leaf: IndicatorResult): JsonObject {
  const { outcome, level, inScope, n, k, invalid, rate, lower, upper, threshold } = leaf;
  return {
    ...{ outcome, level, inScope, cases: n, passed: k, invalid, rate, lower, upper, threshold },
    ...(leaf.reason === null ? {} : { reason: leaf.reason.code }),
    ...(leaf.modifiers.length === 0 ? {} : { modifiers: leaf.modifiers.map(plainText) }),
  };
}
