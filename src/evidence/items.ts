import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../document/index.ts';
import { canonicalJson } from './canonical.ts';
import type { HiddenItem, Reveal, Salts } from './hidden.ts';
import { itemLine, standIn } from './hidden.ts';
import { readJsonLines } from './json-lines.ts';
import type { LineFile } from './line-file.ts';
import { newLineFile } from './line-file.ts';
import { merkleTree } from './merkle.ts';
import type { Item } from './records.ts';

/** Files that hold the items of a run, relative to its folder. */
export const ITEM_FILES = {
  /** Items of the public pool, whole, in the order of asking. */
  public: 'plan/items.public.jsonl',
  /** Commitments to the items of the hidden pool; absent without such items. */
  hidden: 'plan/items.hidden.jsonl',
  /** The hidden items and their salts: only in the edition for auditors. */
  reveal: 'private/reveal.jsonl',
} as const;

/** Root over the items in the order of asking, for the plan. */
export function itemsRoot(items: Iterable<Item>, salts: Salts): { root: string; count: number } {
  const tree = merkleTree();
  let at = 0;
  for (const item of items) tree.add(itemLine(item, at++, salts));
  return { root: tree.root(), count: tree.size };
}

/** Writes the item files; the folders are there. */
export function writeItems(folder: string, items: Iterable<Item>, salts: Salts): void {
  const open = newLineFile(join(folder, ITEM_FILES.public));
  let hidden: LineFile | null = null;
  let reveal: LineFile | null = null;
  try {
    let at = 0;
    for (const item of items) {
      const line = itemLine(item, at++, salts);
      if (item.pool === 'public') {
        open.add(line);
        continue;
      }
      hidden ??= newLineFile(join(folder, ITEM_FILES.hidden));
      reveal ??= newLineFile(join(folder, ITEM_FILES.reveal));
      hidden.add(line);
      const opened: Reveal = { id: item.id, salt: salts.get(item.id) ?? '', item };
      reveal.add(canonicalJson(opened));
    }
  } finally {
    for (const file of [open, hidden, reveal]) file?.close();
  }
}

/** An item as a reader sees it, and the line that the plan's root is over. */
export interface PlacedItem {
  readonly item: Item;
  readonly line: string;
  /** Null for an item of the public pool. */
  readonly hidden: HiddenItem | null;
  /** Null for an item of the public pool, and where the reader may not see it. */
  readonly reveal: Reveal | null;
}

/**
 * The items of a run in the order of asking. A hidden item whose opening is not there comes as a
 * stand-in that counts alike.
 *
 * @throws UserError when a file is missing or damaged
 */
export function* readPlacedItems(folder: string): Generator<PlacedItem> {
  const open = readJsonLines<Item>(join(folder, ITEM_FILES.public));
  const hidden = optionalLines<HiddenItem>(join(folder, ITEM_FILES.hidden));
  const reveals = optionalLines<Reveal>(join(folder, ITEM_FILES.reveal));
  let next = hidden.next();
  for (let at = 0; ; at++) {
    if (next.done !== true && next.value.value.at === at) {
      const { value, text } = next.value;
      const opened = reveals.next();
      const reveal = opened.done === true ? null : opened.value.value;
      yield { item: reveal?.item ?? standIn(value), line: text, hidden: value, reveal };
      next = hidden.next();
      continue;
    }
    const item = open.next();
    if (item.done === true) break;
    yield { item: item.value.value, line: item.value.text, hidden: null, reveal: null };
  }
  if (next.done !== true) {
    throw UserError.of(
      'evidence-damaged',
      '有题目的位置不在提问次序之内。',
      'An item has a place outside of the order of asking.',
      { file: join(folder, ITEM_FILES.hidden) },
    );
  }
}

export function* readItems(folder: string): Generator<Item> {
  for (const { item } of readPlacedItems(folder)) yield item;
}

/** The salts of a run's hidden items; empty where there are none or they may not be seen. */
export function readSalts(folder: string): Salts {
  const salts = new Map<string, string>();
  for (const { value } of optionalLines<Reveal>(join(folder, ITEM_FILES.reveal))) {
    salts.set(value.id, value.salt);
  }
  return salts;
}

function* optionalLines<T>(file: string): Generator<{ value: T; text: string }> {
  if (existsSync(file)) yield* readJsonLines<T>(file);
}
