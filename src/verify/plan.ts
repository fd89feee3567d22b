import type { Trust, TrustedKey } from '../attest/index.ts';
import { planDigests, timeOf, within } from '../attest/index.ts';
import { criticalCounts, requirementOf } from '../derive/index.ts';
import type { JournalRecord, Plan, PlannedIndicator } from '../evidence/index.ts';
import { canonicalJson, ITEM_FILES, RUN_FILES } from '../evidence/index.ts';
import type { Sample } from '../model/index.ts';
import { clusterOf, questionOf } from '../model/index.ts';
import type { Findings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';
import type { SignedStatement, Statements } from './signatures.ts';
import { severityOfMissing } from './signatures.ts';

/**
 * V3: the plan that was signed is the one that was run, it was signed before the run, by keys that
 * may, for runners that may, and what it promises follows from what it holds.
 */
export function checkPlan(
  opened: OpenedBundle,
  statements: Statements,
  journal: readonly JournalRecord[],
  trust: Trust | null,
  findings: Findings,
): void {
  checkParts(opened.plan, findings);
  const started = journal[0];
  if (started?.event !== 'started' || started.detail['plan'] !== opened.planDigest) {
    findings.error(
      'PLAN_STARTED',
      '运行不是从这份计划开始的。',
      'The run did not start from this plan.',
      { file: RUN_FILES.journal, line: 1 },
    );
  }
  for (const [i, { event, detail }] of journal.entries()) {
    if (event !== 'resumed' || detail['plan'] === opened.planDigest) continue;
    const [zh, en] = ['恢复运行时用的是另一份计划。', 'The run was resumed under another plan.'];
    findings.error('PLAN_RESUMED', zh, en, { file: RUN_FILES.journal, line: i + 1 });
  }
  if (opened.results.planDigest !== opened.planDigest) {
    const [zh, en] = ['结论来自另一份计划。', 'The results are of another plan.'];
    findings.error('PLAN_RESULTS', zh, en, { file: RUN_FILES.results });
  }
  const { plan, run, records } = statements;
  const digests = planDigests(opened.plan);
  for (const { file, statement } of [plan, ...records].filter((s) => s !== null)) {
    if (statement.subject.every(({ digest }) => digest.sha256 === digests.sha256)) continue;
    const [zh, en] = ['所签的是另一份计划。', 'What is signed is another plan.'];
    findings.error('PLAN_SUBJECT', zh, en, { file });
  }
  if (run !== null && run.statement.predicate.plan !== opened.planDigest) {
    const [zh, en] = ['签名的运行属于另一份计划。', 'The signed run is of another plan.'];
    findings.error('PLAN_SUBJECT', zh, en, { file: run.file });
  }
  if (plan === null) {
    findings[severityOfMissing(trust, 'plan')](
      'PLAN_UNSIGNED',
      '计划没有签名：不能证明它先于运行固定。',
      'The plan is not signed: nothing shows that it was fixed before the run.',
    );
    return;
  }
  checkOrder(plan, journal, findings);
  if (run !== null && trust !== null) checkRunner(plan, run.signers, findings);
}

/** The parts of a plan speak of the same indicators and suites. */
function checkParts({ catalogue, indicators, suites, scope }: Plan, findings: Findings): void {
  const planned = new Map(indicators.map((own) => [own.indicator, own]));
  const known = catalogue.indicators.map(({ id }) => id);
  if (planned.size !== indicators.length || planned.size !== known.length) {
    const [zh, en] = [
      '计划与目录的指标不一致。',
      'The plan does not have the indicators of the catalogue.',
    ];
    findings.error('PLAN_INDICATORS', zh, en, { file: 'plan/rules.json' });
  }
  for (const indicator of known) {
    const own = planned.get(indicator);
    const filed = suites.filter((suite) => suite.indicator === indicator);
    const inScope = scope === 'catalogue' || filed.length > 0;
    const fits =
      own?.inScope === inScope &&
      own.suites.join('\n') === filed.map(({ suite }) => suite).join('\n');
    if (fits) continue;
    findings.error(
      'PLAN_INDICATORS',
      '计划中该指标的范围或套件与所列套件不符。',
      'The scope or the suites of the indicator do not follow from the suites of the plan.',
      { file: 'plan/rules.json', indicator },
    );
  }
}

/** The plan was issued before the first call, and the whole run lies in its window. */
function checkOrder(
  { file, statement }: SignedStatement<'plan'>,
  journal: readonly JournalRecord[],
  findings: Findings,
): void {
  const { issuedAt, notBefore, notAfter } = statement.predicate;
  const first = journal[0]?.at;
  const last = journal.at(-1)?.at;
  if (first !== undefined && timeOf(issuedAt) > timeOf(first)) {
    findings.error(
      'PLAN_LATE',
      `计划签署于 ${issuedAt}，晚于运行开始的 ${first}。`,
      `The plan was signed at ${issuedAt}, after the run had started at ${first}.`,
      { file },
    );
  }
  for (const at of new Set([first, last])) {
    if (at === undefined || within(at, { notBefore, notAfter }) === 'in') continue;
    findings.error(
      'PLAN_WINDOW',
      `运行（${at}）不在计划的有效期 ${notBefore} 至 ${notAfter} 内。`,
      `The run (${at}) lies outside of the plan's validity, ${notBefore} to ${notAfter}.`,
      { file },
    );
  }
}

function checkRunner(
  { file, statement }: SignedStatement<'plan'>,
  signers: readonly TrustedKey[],
  findings: Findings,
): void {
  const { runnerKeys } = statement.predicate;
  if (runnerKeys.length === 0) return;
  if (signers.some(({ keyid }) => runnerKeys.includes(keyid))) return;
  findings.error(
    'PLAN_RUNNER',
    '签署运行的密钥不在计划允许之列。',
    'The key that signed the run is not one that the plan allows.',
    { file },
  );
}

/** Counts what the items of a plan hold, to be compared with what the plan says it holds. */
export interface ItemCounter {
  add(item: Sample): void;
  check(): void;
}

export function itemCounter({ plan }: OpenedBundle, findings: Findings): ItemCounter {
  const questions = new Map<string, Questions>();
  const suites = new Map(plan.suites.map(({ suite, indicator }) => [suite, indicator]));
  const scorers = new Set(plan.scorers.map(({ id }) => id));
  let samples = 0;
  return {
    add(item) {
      const { id, suite, indicator } = item;
      samples++;
      const own = questions.get(indicator) ?? { early: new Set(), all: new Map() };
      questions.set(indicator, own);
      own.all.set(questionOf(item), clusterOf(item));
      if (item.look === undefined) own.early.add(questionOf(item));
      const wrong = (code: string, zh: string, en: string): void =>
        findings.error(code, zh, en, { file: ITEM_FILES.public, sample: id });
      if (suites.get(suite) !== indicator) {
        wrong(
          'PLAN_SUITE',
          `计划中没有指标 ${indicator} 的套件 ${suite}。`,
          `The plan has no suite ${suite} of the indicator ${indicator}.`,
        );
      }
      for (const use of usedScorers(item)) {
        if (scorers.has(use) || (item.pool === 'hidden' && use === HIDDEN_SCORER)) continue;
        wrong(
          'PLAN_SCORER',
          `计划未列出评分方法 ${use}。`,
          `The plan does not list the scorer ${use}.`,
        );
      }
    },
    check() {
      const [file, rules] = ['plan/suite.lock.json', 'plan/rules.json'];
      if (plan.samples !== samples) {
        findings.error(
          'PLAN_SAMPLES',
          `计划称有 ${plan.samples} 个样本，实有 ${samples} 个。`,
          `The plan says ${plan.samples} samples; there are ${samples}.`,
          { file },
        );
      }
      for (const planned of plan.indicators) {
        const { indicator } = planned;
        if (follows(planned, questions.get(indicator) ?? NO_QUESTIONS, plan)) continue;
        findings.error(
          'PLAN_COUNTS',
          '计划中的用例数或临界值与题目、规则不符。',
          'The number of cases or the critical counts do not follow from the items and the rule.',
          { file: rules, indicator },
        );
      }
    },
  };
}

/** The questions of an indicator, as its items have them. */
interface Questions {
  /** Those of the first look. */
  readonly early: Set<string>;
  /** All, with their clusters. */
  readonly all: Map<string, string>;
}

const NO_QUESTIONS: Questions = { early: new Set(), all: new Map() };

/** Whether what a plan says of an indicator follows from its items and its rule. */
function follows(planned: PlannedIndicator, { early, all }: Questions, plan: Plan): boolean {
  const leaf = plan.catalogue.indicators.find(({ id }) => id === planned.indicator);
  const looks = planned.first === undefined ? 1 : 2;
  const requirement = leaf === undefined ? null : requirementOf(leaf, plan, looks);
  const decides = (said: Counts, n: number): boolean => {
    const { pass, fail } =
      requirement === null ? { pass: null, fail: null } : criticalCounts(n, requirement);
    return said.cases === n && said.criticalK === pass && said.criticalFailK === fail;
  };
  const sizes = [...Map.groupBy(all.values(), (cluster) => cluster).values()].map(
    ({ length }) => length,
  );
  const largest = Math.max(0, ...sizes);
  const clusters = largest > 1 ? { count: sizes.length, largest } : null;
  return (
    decides(planned, all.size) &&
    decides(planned.first ?? planned, planned.first === undefined ? all.size : early.size) &&
    canonicalJson(planned.clusters ?? null) === canonicalJson(clusters)
  );
}

type Counts = Pick<PlannedIndicator, 'cases' | 'criticalK' | 'criticalFailK'>;

/** What stands for the scorer of a hidden item that is not opened. */
const HIDDEN_SCORER = 'hidden';

function usedScorers({ scorer, turns = [] }: Sample): readonly string[] {
  return [scorer, ...turns.map((turn) => turn.scorer)].flatMap((use) => use?.use ?? []);
}
