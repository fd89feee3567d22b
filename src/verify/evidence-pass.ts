import type { Results } from '../derive/index.ts';
import { derive } from '../derive/index.ts';
import type {
  AttemptRecord,
  EvidenceRecord,
  Item,
  JournalRecord,
  ScoreRecord,
} from '../evidence/index.ts';
import { canariesOf, ITEM_FILES, merkleTree, RUN_FILES } from '../evidence/index.ts';
import type { Scorer } from '../scorers/index.ts';
import type { ChainEnd, ChainLine } from './chains.ts';
import { checkedLines } from './chains.ts';
import { checkCommitment } from './commitments.ts';
import type { CompletenessCheck } from './completeness.ts';
import { completenessCheck } from './completeness.ts';
import type { ConductCheck } from './conduct.ts';
import { conductCheck } from './conduct.ts';
import type { Findings } from './findings.ts';
import { readCheckedItems } from './items.ts';
import type { OpenedBundle } from './layout.ts';
import { itemCounter } from './plan.ts';
import type { Statements } from './signatures.ts';

/** What one reading of the evidence brought. */
export interface EvidencePass {
  readonly results: Results;
  /** True when lines had to be left out. */
  readonly damaged: boolean;
  /** Indicators with scores that were not made again. */
  readonly trusted: ReadonlySet<string>;
  /** Indicators with records that are redacted. */
  readonly redacted: ReadonlySet<string>;
  readonly indicatorOf: (sample: string) => string | undefined;
}

interface Checks {
  readonly complete: CompletenessCheck;
  readonly conduct: ConductCheck;
  readonly findings: Findings;
}

/**
 * V4 to V7 and V10 in one reading of the evidence: the records are checked on their way into
 * `derive`, so that nothing is derived from what was not checked, and nothing is held that was.
 */
export function evidencePass(
  opened: OpenedBundle,
  statements: Statements,
  journal: readonly JournalRecord[],
  { scorers, at }: { readonly scorers: ReadonlyMap<string, Scorer>; readonly at: string },
  findings: Findings,
): EvidencePass {
  const { plan, planDigest, edition } = opened;
  const sessions = {
    resumed: journal.filter(({ event }) => event === 'resumed').length,
    finished: journal.some(({ event }) => event === 'finished'),
  };
  const checks: Checks = {
    complete: completenessCheck({ plan, edition, sessions, scorers, findings }),
    conduct: conductCheck(opened, statements, journal, at, findings),
    findings,
  };
  const redacted = new Set<string>();
  const items = checkedItems(opened, checks, redacted);
  const evidence = checkedEvidence(opened, checks);
  const results = derive(plan, planDigest, items, evidence);
  const settled = results.indicators.filter(({ look }) => look === 1);
  checks.complete.end(new Set(settled.map(({ indicator }) => indicator)));
  checks.conduct.end();
  const { trusted, indicatorOf } = checks.complete;
  const damaged = findings.has('STRUCT_LINE') || findings.has('CHAIN_TORN');
  return { results, damaged, trusted, redacted, indicatorOf };
}

function* checkedItems(
  opened: OpenedBundle,
  { complete, findings }: Checks,
  redacted: Set<string>,
): Generator<Item> {
  const { plan, bundle, edition } = opened;
  const tree = merkleTree();
  const counter = itemCounter(opened, findings);
  for (const checked of readCheckedItems(opened, findings)) {
    const { item, bytes, hidden, reveal } = checked;
    tree.add(bytes);
    checkCommitment(checked, edition, findings);
    const json = hidden === null ? bytes : reveal === null ? null : bytesOf(reveal.item);
    if (json === null) redacted.add(item.indicator);
    complete.item(item, json, reveal);
    checkMedia(item, opened, findings);
    counter.add(item);
    yield item;
  }
  for (const canary of canariesOf(plan)) complete.item(canary, bytesOf(canary), null);
  if (redacted.size > 0) findings.notChecked('V6');
  counter.check();
  const file = ITEM_FILES.public;
  const root = tree.root();
  if (root !== plan.itemsRoot || root !== bundle.roots.items) {
    const [zh, en] = ['题目与计划的根摘要不符。', 'The items do not have the root of the plan.'];
    findings.error('PLAN_ITEMS', zh, en, { file });
  }
  if (bundle.counts.items !== tree.size) {
    const [zh, en] = ['题目数与清单不符。', 'The number of items is not the manifest’s.'];
    findings.error('CHAIN_COUNT', zh, en, { file });
  }
}

/** What the model was shown is there. */
function checkMedia({ id, request }: Item, { files }: OpenedBundle, findings: Findings): void {
  for (const { content } of request.messages) {
    if (typeof content === 'string') continue;
    for (const part of content) {
      if (part.type === 'text' || files.has(`plan/media/${part.sha256}`)) continue;
      const [zh, en] = ['题目所用的媒体文件缺失。', 'A media file that the item shows is missing.'];
      findings.error('DIGEST_MEDIA', zh, en, { file: 'plan/media', sample: id });
    }
  }
}

function bytesOf(item: Item): Buffer {
  return Buffer.from(JSON.stringify(item));
}

function* checkedEvidence(
  { folder, bundle }: OpenedBundle,
  { complete, conduct, findings }: Checks,
): Generator<EvidenceRecord> {
  const { roots, counts } = bundle;
  const attempts = yield* asRecords(
    checkedLines<AttemptRecord>(folder, RUN_FILES.attempts, 'attempt', findings),
    (line) => {
      conduct.attempt(line.record);
      return complete.attempt(line);
    },
  );
  checkEnd(attempts, roots.samples, counts.attempts, RUN_FILES.attempts, findings);
  const scores = yield* asRecords(
    checkedLines<ScoreRecord>(folder, RUN_FILES.scores, 'score', findings),
    (line) => complete.score(line),
  );
  checkEnd(scores, roots.scores, counts.scores, RUN_FILES.scores, findings);
}

/** Passes checked lines on as records, but for those that cannot be counted. */
function* asRecords<R extends AttemptRecord | ScoreRecord>(
  lines: Generator<ChainLine<R>, ChainEnd>,
  counts: (line: ChainLine<R>) => boolean,
): Generator<EvidenceRecord, ChainEnd> {
  for (;;) {
    const next = lines.next();
    if (next.done === true) return next.value;
    if (counts(next.value)) yield next.value.record;
  }
}

function checkEnd(
  end: ChainEnd,
  root: string,
  count: number,
  file: string,
  findings: Findings,
): void {
  if (end.root !== root) {
    const [zh, en] = [
      '记录与清单的根摘要不符。',
      'The records do not have the root of the manifest.',
    ];
    findings.error('CHAIN_ROOT', zh, en, { file });
  }
  if (end.lines !== count) {
    const [zh, en] = ['记录数与清单不符。', 'The number of records is not the manifest’s.'];
    findings.error('CHAIN_COUNT', zh, en, { file });
  }
}
