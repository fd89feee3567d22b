import type { Trust } from '../attest/index.ts';
import type { Results } from '../derive/index.ts';
import { derive } from '../derive/index.ts';
import type {
  AttemptRecord,
  EvidenceRecord,
  Item,
  JournalRecord,
  ScoreRecord,
} from '../evidence/index.ts';
import {
  canariesOf,
  ITEM_FILES,
  merkleTree,
  RUN_FILES,
  readPlacedItems,
} from '../evidence/index.ts';
import type { Scorer } from '../scorers/index.ts';
import type { ChainEnd, ChainLine } from './chains.ts';
import { checkedLines } from './chains.ts';
import { checkCommitment } from './commitments.ts';
import type { CompletenessCheck } from './completeness.ts';
import { completenessCheck } from './completeness.ts';
import type { ConductCheck } from './conduct.ts';
import { conductCheck } from './conduct.ts';
import type { IndicatorStatus, StepId, Verification } from './contract.ts';
import { STEPS } from './contract.ts';
import { checkDigests } from './digests.ts';
import type { Findings } from './findings.ts';
import { collectFindings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';
import { openBundle } from './layout.ts';
import { checkPlan, itemCounter } from './plan.ts';
import { checkProjections } from './projections.ts';
import { checkDerived } from './rederive.ts';
import { checkScorerVersions } from './rescore.ts';
import type { Statements } from './signatures.ts';
import { assuranceLevel, checkSignatures } from './signatures.ts';
import { checkSubmission } from './submission.ts';

export interface VerifyOptions {
  /** Whom the verifier believes; null: signatures are not checked. */
  readonly trust: Trust | null;
  /** `submission`: what the association asks for besides. */
  readonly profile: 'submission' | null;
  /** When it is verified; RFC 3339 in UTC. */
  readonly at: string;
  readonly scorers: ReadonlyMap<string, Scorer>;
}

/**
 * Verifies a run folder from itself alone: no network, no model. Every check that can be made is
 * made, so that one report names everything that is wrong. What goes wrong in the checking itself
 * is a finding too: an error of the verifier is never a pass.
 */
export async function verifyRun(folder: string, options: VerifyOptions): Promise<Verification> {
  const steps = (Object.keys(STEPS) as StepId[]).filter(
    (id) => id !== 'SUB' || options.profile === 'submission',
  );
  const findings = collectFindings(steps);
  let opened: OpenedBundle | null = null;
  let verified: Verified = NOTHING;
  try {
    opened = openBundle(folder, findings);
    if (opened === null) for (const id of steps.slice(1)) findings.notChecked(id);
    else verified = await checkOpened(opened, options, findings);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    findings.error(
      'STRUCT_UNREADABLE',
      `核验无法进行到底：${detail}`,
      `The verification could not be carried out: ${detail}`,
    );
  }
  const results = findings.results();
  const warned = results.some(({ count, outcome }) => count > 0 || outcome === 'not-checked');
  return {
    format: 'aigc-verification/1',
    outcome: findings.failed ? 'failed' : warned ? 'verified-with-warnings' : 'verified',
    edition: opened?.edition ?? 'auditor',
    bundle: opened?.bundleDigest ?? null,
    plan: opened?.planDigest ?? null,
    concluded: opened?.results.outcome ?? null,
    assuranceLevel: verified.assuranceLevel,
    steps: results,
    indicators: verified.indicators,
  };
}

type Verified = Pick<Verification, 'assuranceLevel' | 'indicators'>;

const NOTHING: Verified = { assuranceLevel: null, indicators: [] };

async function checkOpened(
  opened: OpenedBundle,
  options: VerifyOptions,
  findings: Findings,
): Promise<Verified> {
  const { plan } = opened;
  for (const { id } of plan.scorers) await options.scorers.get(id)?.prepare?.();
  const statements = checkSignatures(opened.folder, options.trust, findings);
  const level = assuranceLevel(statements, opened.bundleDigest, findings);
  checkDigests(opened, statements, findings);
  const journal = readJournal(opened, findings);
  checkPlan(opened, statements, journal, findings);
  checkScorerVersions(plan, options.scorers, findings);
  const pass = evidencePass(opened, statements, journal, options, findings);
  checkDerived(pass.results, opened, pass.redacted, findings);
  await checkProjections(opened, findings);
  if (options.profile === 'submission') {
    checkSubmission({ opened, statements, journal, assuranceLevel: level }, findings);
  }
  return {
    assuranceLevel: level,
    indicators: opened.results.indicators
      .filter(({ n }) => n > 0)
      .map(({ indicator }) => ({
        id: indicator,
        status: statusOf(indicator, pass.trusted, findings),
      })),
  };
}

function statusOf(
  indicator: string,
  trusted: ReadonlySet<string>,
  findings: Findings,
): IndicatorStatus {
  if (findings.failed) return 'not-verifiable';
  return trusted.has(indicator) ? 'trusted' : 're-derived';
}

function readJournal(opened: OpenedBundle, findings: Findings): readonly JournalRecord[] {
  const events: JournalRecord[] = [];
  const lines = checkedLines<JournalRecord>(opened.folder, RUN_FILES.journal, 'event', findings);
  const end = yielded(lines, ({ record }) => events.push(record));
  const { journalHeads } = opened.bundle.roots;
  if (Object.keys(journalHeads).join() !== '000' || journalHeads['000'] !== end.head) {
    const [zh, en] = [
      '日志与清单记录的末行不符。',
      'The journal does not end as the manifest says.',
    ];
    findings.error('CHAIN_HEAD', zh, en, { file: RUN_FILES.journal });
  }
  return events;
}

interface Pass {
  readonly results: Results;
  /** Indicators with scores that were not made again. */
  readonly trusted: ReadonlySet<string>;
  /** Indicators with records that are redacted. */
  readonly redacted: ReadonlySet<string>;
}

/**
 * V4 to V7 in one reading of the evidence: the records are checked on their way into `derive`, so
 * that nothing is derived from what was not checked, and nothing is held that was.
 */
function evidencePass(
  opened: OpenedBundle,
  statements: Statements,
  journal: readonly JournalRecord[],
  { scorers, at }: VerifyOptions,
  findings: Findings,
): Pass {
  const { plan, planDigest, bundle } = opened;
  const sessions = {
    resumed: journal.filter(({ event }) => event === 'resumed').length,
    healed: journal.some(({ event }) => event === 'tail-healed'),
  };
  const complete = completenessCheck({ plan, sessions, scorers, findings });
  const conduct = conductCheck(opened, statements, journal, at, findings);
  const redacted = new Set<string>();
  const items = checkedItems(opened, complete, redacted, findings);
  const ends: { attempts?: ChainEnd; scores?: ChainEnd } = {};
  const evidence = checkedEvidence(opened, complete, conduct, ends, findings);
  const results = derive(plan, planDigest, items, evidence);
  complete.end();
  conduct.end();
  const { roots, counts } = bundle;
  checkEnd(ends.attempts, roots.samples, counts.attempts, RUN_FILES.attempts, findings);
  checkEnd(ends.scores, roots.scores, counts.scores, RUN_FILES.scores, findings);
  return { results, trusted: complete.trusted, redacted };
}

function* checkedItems(
  opened: OpenedBundle,
  complete: CompletenessCheck,
  redacted: Set<string>,
  findings: Findings,
): Generator<Item> {
  const tree = merkleTree();
  const counter = itemCounter();
  let at = 0;
  for (const placed of readPlacedItems(opened.folder)) {
    const { item, line, hidden, reveal } = placed;
    tree.add(line);
    checkCommitment(placed, at++, findings);
    const visible = hidden === null || reveal !== null;
    if (!visible) redacted.add(item.indicator);
    complete.item(item, visible);
    counter.add(item);
    yield item;
  }
  for (const canary of canariesOf(opened.plan)) complete.item(canary, true);
  if (redacted.size > 0) findings.notChecked('V6');
  counter.check(opened, findings);
  const root = tree.root();
  if (root !== opened.plan.itemsRoot || root !== opened.bundle.roots.items) {
    const [zh, en] = ['题目与计划的根摘要不符。', 'The items do not have the root of the plan.'];
    findings.error('PLAN_ITEMS', zh, en, { file: ITEM_FILES.public });
  }
  if (opened.bundle.counts.items !== tree.size) {
    const [zh, en] = ['题目数与清单不符。', 'The number of items is not the manifest’s.'];
    findings.error('CHAIN_COUNT', zh, en, { file: ITEM_FILES.public });
  }
}

function* checkedEvidence(
  { folder }: OpenedBundle,
  complete: CompletenessCheck,
  conduct: ConductCheck,
  ends: { attempts?: ChainEnd; scores?: ChainEnd },
  findings: Findings,
): Generator<EvidenceRecord> {
  ends.attempts = yield* asRecords(
    checkedLines<AttemptRecord>(folder, RUN_FILES.attempts, 'attempt', findings),
    (line) => {
      complete.attempt(line);
      if (!line.redacted) conduct.attempt(line.record);
    },
  );
  ends.scores = yield* asRecords(
    checkedLines<ScoreRecord>(folder, RUN_FILES.scores, 'score', findings),
    (line) => complete.score(line),
  );
}

/** Passes checked lines on as records. */
function* asRecords<R extends AttemptRecord | ScoreRecord>(
  lines: Generator<ChainLine<R>, ChainEnd>,
  check: (line: ChainLine<R>) => void,
): Generator<EvidenceRecord, ChainEnd> {
  for (;;) {
    const next = lines.next();
    if (next.done === true) return next.value;
    check(next.value);
    yield next.value.record;
  }
}

function yielded<R extends EvidenceRecord>(
  lines: Generator<ChainLine<R>, ChainEnd>,
  use: (line: ChainLine<R>) => void,
): ChainEnd {
  for (;;) {
    const next = lines.next();
    if (next.done === true) return next.value;
    use(next.value);
  }
}

function checkEnd(
  end: ChainEnd | undefined,
  root: string,
  count: number,
  file: string,
  findings: Findings,
): void {
  if (end?.root !== root) {
    const [zh, en] = [
      '记录与清单的根摘要不符。',
      'The records do not have the root of the manifest.',
    ];
    findings.error('CHAIN_ROOT', zh, en, { file });
  }
  if (end?.lines !== count) {
    const [zh, en] = ['记录数与清单不符。', 'The number of records is not the manifest’s.'];
    findings.error('CHAIN_COUNT', zh, en, { file });
  }
}
