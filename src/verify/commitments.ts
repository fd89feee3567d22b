import type { HiddenItem, Reveal } from '../evidence/index.ts';
import { canonicalJson, hiddenItem, ITEM_FILES } from '../evidence/index.ts';
import type { Findings } from './findings.ts';
import type { CheckedItem } from './items.ts';

/**
 * V6: what was opened of a hidden item is what its commitment bound before the run, and in the
 * edition for auditors every one is opened.
 */
export function checkCommitment(
  { item, hidden, reveal }: CheckedItem,
  edition: 'auditor' | 'public',
  findings: Findings,
): void {
  const file = ITEM_FILES.reveal;
  if (hidden === null) {
    if (item.pool === 'public') return;
    const [zh, en] = ['保密题以明文列出。', 'An item of the hidden pool is listed openly.'];
    findings.error('COMMIT_OPEN', zh, en, { file: ITEM_FILES.public, sample: item.id });
  } else if (reveal === null) {
    if (edition === 'public') return;
    const [zh, en] = ['缺少打开这道保密题的记录。', 'What opens this hidden item is missing.'];
    findings.error('COMMIT_MISSING', zh, en, { file, sample: hidden.id });
  } else if (!opens(reveal, hidden)) {
    findings.error(
      'COMMIT_OPENING',
      '打开的题目与事先的承诺不符。',
      'The opened item is not the one that was committed to.',
      { file, sample: hidden.id },
    );
  }
}

function opens({ salt, item }: Reveal, hidden: HiddenItem): boolean {
  if (item.pool !== 'hidden') return false;
  return canonicalJson(hiddenItem(item, hidden.at, salt)) === canonicalJson(hidden);
}
