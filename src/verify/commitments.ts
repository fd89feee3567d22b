import type { PlacedItem } from '../evidence/index.ts';
import { canonicalJson, hiddenItem, ITEM_FILES } from '../evidence/index.ts';
import type { Findings } from './findings.ts';

/** V6: what was opened of a hidden item is what its commitment bound before the run. */
export function checkCommitment(placed: PlacedItem, at: number, findings: Findings): void {
  const { hidden, reveal, line } = placed;
  if (hidden === null || reveal === null) return;
  const place = { file: ITEM_FILES.reveal, sample: hidden.id };
  const opens =
    /^[0-9a-f]{64}$/.test(reveal.salt) &&
    reveal.id === hidden.id &&
    reveal.item.pool === 'hidden' &&
    canonicalJson(hiddenItem(reveal.item, at, reveal.salt)) === line;
  if (opens) return;
  findings.error(
    'COMMIT_OPENING',
    '打开的题目与事先的承诺不符。',
    'The opened item is not the one that was committed to.',
    place,
  );
}
