import type { JournalRecord } from '../evidence/index.ts';
import { RUN_FILES } from '../evidence/index.ts';
import { checkedLines } from './chains.ts';
import type { Findings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';

/** Events that say no more than digests and figures: nothing in them has to be left out. */
const ALWAYS_SHOWN: readonly JournalRecord['event'][] = [
  'started',
  'resumed',
  'finished',
  'tail-healed',
];

/** V4 over the journal: what the runner did besides asking. */
export function readJournal(
  { folder, bundle, edition }: OpenedBundle,
  findings: Findings,
): readonly JournalRecord[] {
  const file = RUN_FILES.journal;
  const events: JournalRecord[] = [];
  const lines = checkedLines<JournalRecord>(folder, file, 'event', findings);
  let next = lines.next();
  for (; next.done !== true; next = lines.next()) {
    const { record, redacted, line } = next.value;
    if (redacted && (edition === 'auditor' || ALWAYS_SHOWN.includes(record.event))) {
      const [zh, en] = ['此行不应隐去。', 'This line must not be left out.'];
      findings.error('COMMIT_REDACTED', zh, en, { file, line });
    }
    events.push(record);
  }
  const { journalHeads } = bundle.roots;
  if (Object.keys(journalHeads).join() !== '000' || journalHeads['000'] !== next.value.head) {
    const [zh, en] = [
      '日志与清单记录的末行不符。',
      'The journal does not end as the manifest says.',
    ];
    findings.error('CHAIN_HEAD', zh, en, { file });
  }
  return events;
}
