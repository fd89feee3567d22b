import { join } from 'node:path';
import type { SchemaObject } from 'ajv';
import type { HiddenItem, Item, Reveal } from '../evidence/index.ts';
import { ITEM_FILES, readLineBytes, standIn } from '../evidence/index.ts';
import type { Findings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';
import { SHAPES, shapeFaults } from './shapes.ts';
import { readStrictJson } from './strict-json.ts';

/** An item in its place in the order of asking. */
export interface CheckedItem {
  /** Of a hidden item that is not opened: what counts alike. */
  readonly item: Item;
  /** The line that the plan's root is over. */
  readonly bytes: Buffer;
  /** Null for an item of the public pool. */
  readonly hidden: HiddenItem | null;
  /** Null for an item of the public pool, and where it is not opened. */
  readonly reveal: Reveal | null;
}

interface ItemLine<T> {
  readonly value: T;
  readonly bytes: Buffer;
}

/**
 * The items in the order of asking: public lines and hidden ones in their places, each hidden one
 * with the line that opens it. Lines that are damaged are reported and left out.
 */
export function* readCheckedItems(
  opened: OpenedBundle,
  findings: Findings,
): Generator<CheckedItem> {
  const lines = <T>(file: string, shape: SchemaObject) =>
    itemLines<T>(opened, file, shape, findings);
  const open = lines<Item>(ITEM_FILES.public, SHAPES.item);
  const hidden = lines<HiddenItem>(ITEM_FILES.hidden, SHAPES.hiddenItem);
  const reveals = new Map(
    [...lines<Reveal>(ITEM_FILES.reveal, SHAPES.reveal)].map(({ value }) => [value.id, value]),
  );
  let at = 0;
  for (const { value, bytes } of hidden) {
    for (; at < value.at; at++) {
      const item = open.next();
      if (item.done === true) break;
      yield { item: item.value.value, bytes: item.value.bytes, hidden: null, reveal: null };
    }
    if (at !== value.at) misplaced(value, findings);
    const reveal = reveals.get(value.id) ?? null;
    reveals.delete(value.id);
    yield { item: reveal?.item ?? standIn(value), bytes, hidden: value, reveal };
    at++;
  }
  for (const { value, bytes } of open) yield { item: value, bytes, hidden: null, reveal: null };
  checkReveals(opened, [...reveals.keys()], findings);
}

function misplaced({ id }: HiddenItem, findings: Findings): void {
  findings.error(
    'PLAN_PLACE',
    '保密题的位置不在提问次序之内。',
    'The hidden item has a place outside of the order of asking.',
    { file: ITEM_FILES.hidden, sample: id },
  );
}

/** Openings are the auditor's: all of them, no others, and none in a public edition. */
function checkReveals(
  { edition, files }: OpenedBundle,
  left: readonly string[],
  findings: Findings,
): void {
  const file = ITEM_FILES.reveal;
  for (const sample of left) {
    const [zh, en] = ['计划中没有这道保密题。', 'The plan has no such hidden item.'];
    findings.error('COMMIT_UNKNOWN', zh, en, { file, sample });
  }
  if (edition === 'auditor' || !files.has(file)) return;
  findings.error(
    'COMMIT_REVEALED',
    '公开版不应带有保密题的内容。',
    'A public edition must not hold what hidden items ask.',
    { file },
  );
}

function* itemLines<T>(
  { folder, files }: OpenedBundle,
  file: string,
  shape: SchemaObject,
  findings: Findings,
): Generator<ItemLine<T>> {
  if (!files.has(file)) return;
  let line = 0;
  for (const { bytes, complete } of readLineBytes(join(folder, file))) {
    line++;
    const read = complete ? readStrictJson(bytes) : TORN;
    const fault = read.fault ?? shapeFaults(shape, read.value)[0];
    if (read.fault === null && fault === undefined) yield { value: read.value as T, bytes };
    else findings.error('STRUCT_LINE', fault?.zh ?? '', fault?.en ?? '', { file, line });
  }
}

const TORN = {
  fault: { zh: '最后一行不完整。', en: 'The last line is cut off.' },
} as const;
