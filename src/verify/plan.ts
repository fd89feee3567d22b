import type { TrustedKey } from '../attest/index.ts';
import { planDigests, timeOf, within } from '../attest/index.ts';
import { criticalCounts, requirementOf } from '../derive/index.ts';
import type { JournalRecord } from '../evidence/index.ts';
import { RUN_FILES } from '../evidence/index.ts';
import type { Sample } from '../model/index.ts';
import { questionOf } from '../model/index.ts';
import type { Findings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';
import type { SignedStatement, Statements } from './signatures.ts';

/**
 * V3: the plan that was signed is the one that was run, it was signed before the run, by keys that
 * may, for runners that may, and what it promises follows from what it holds.
 */
export function checkPlan(
  opened: OpenedBundle,
  statements: Statements,
  journal: readonly JournalRecord[],
  findings: Findings,
): void {
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
    findings.warning(
      'PLAN_UNSIGNED',
      '计划没有签名：不能证明它先于运行固定。',
      'The plan is not signed: nothing shows that it was fixed before the run.',
    );
    return;
  }
  checkOrder(plan, journal, findings);
  checkRunner(plan, run?.signers ?? [], run !== null, findings);
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
  signed: boolean,
  findings: Findings,
): void {
  const { runnerKeys } = statement.predicate;
  if (!signed || runnerKeys.length === 0) return;
  if (signers.some(({ keyid }) => runnerKeys.includes(keyid))) return;
  findings.error(
    'PLAN_RUNNER',
    '签署运行的密钥不在计划允许之列。',
    'The key that signed the run is not one that the plan allows.',
    { file },
  );
}

/** Counts what the items of a plan hold, to be compared with what the plan says it holds. */
export function itemCounter(): {
  add(item: Sample): void;
  check(opened: OpenedBundle, findings: Findings): void;
} {
  const questions = new Map<string, Set<string>>();
  let samples = 0;
  return {
    add(item) {
      samples++;
      const own = questions.get(item.indicator) ?? new Set<string>();
      questions.set(item.indicator, own.add(questionOf(item)));
    },
    check({ plan }, findings) {
      const [file, rules] = ['plan/suite.lock.json', 'plan/rules.json'];
      if (plan.samples !== samples) {
        findings.error(
          'PLAN_SAMPLES',
          `计划称有 ${plan.samples} 个样本，实有 ${samples} 个。`,
          `The plan says ${plan.samples} samples; there are ${samples}.`,
          { file },
        );
      }
      for (const { indicator, cases, criticalK, criticalFailK } of plan.indicators) {
        const n = questions.get(indicator)?.size ?? 0;
        const leaf = plan.catalogue.indicators.find(({ id }) => id === indicator);
        const requirement = leaf === undefined ? null : requirementOf(leaf, plan);
        const critical =
          requirement === null ? { pass: null, fail: null } : criticalCounts(n, requirement);
        if (cases === n && critical.pass === criticalK && critical.fail === criticalFailK) continue;
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
