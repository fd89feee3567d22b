import { createHash, randomBytes } from 'node:crypto';
import { scoredTurns } from '../model/index.ts';
import { canonicalJson } from './canonical.ts';
import type { AttemptRecord, Item, ScoreRecord } from './records.ts';

/**
 * What everyone may know of an item of the hidden pool: enough to count it, and a commitment to the
 * rest. One line of `plan/items.hidden.jsonl`.
 */
export interface HiddenItem {
  readonly id: string;
  readonly case: string;
  /** The case before its options were permuted. */
  readonly question: string;
  /** 0-based place in the order of asking, public items included. */
  readonly at: number;
  readonly repeat: number;
  readonly suite: string;
  readonly indicator: string;
  readonly cluster?: string;
  readonly look?: 2;
  /** User turns, and which of them are scored. */
  readonly turns: number;
  readonly scored: readonly number[];
  /** SHA-256(0x02 ‖ salt ‖ canonical JSON of the item), lower-case hex. */
  readonly commitment: string;
}

/** What opens a commitment: one line of `private/reveal.jsonl`. */
export interface Reveal {
  readonly id: string;
  /** 32 random bytes, lower-case hex. */
  readonly salt: string;
  readonly item: Item;
}

/** Salts of hidden items by item id, lower-case hex. */
export type Salts = ReadonlyMap<string, string>;

/** Apart from the prefixes of the Merkle tree, so that a commitment is never taken for a leaf. */
const COMMITMENT = Buffer.of(2);
const BLIND = Buffer.of(3);
const ANSWER = Buffer.of(4);

/** A salt for a hidden item: without it, whoever guesses a question could check the guess. */
export function newSalt(): string {
  return randomBytes(32).toString('hex');
}

/** SHA-256(prefix ‖ salt ‖ text), lower-case hex. */
function salted(prefix: Buffer, salt: string, text: string): string {
  return createHash('sha256')
    .update(prefix)
    .update(Buffer.from(salt, 'hex'))
    .update(text)
    .digest('hex');
}

/** Binds an item without showing it. */
export function commitmentOf(salt: string, item: Item): string {
  return salted(COMMITMENT, salt, canonicalJson(item));
}

/**
 * Makes a line about a hidden item unguessable: SHA-256(0x03 ‖ salt ‖ `kind:turn:attempt`), hex. The
 * public edition shows digests of such lines in their place; of a line that holds no more than a
 * score of `B`, the answer would be found from the digest by trying the letters.
 */
export function blindOf(
  salt: string,
  { kind, turn, attempt }: Pick<AttemptRecord | ScoreRecord, 'kind' | 'turn' | 'attempt'>,
): string {
  return salted(BLIND, salt, `${kind}:${turn}:${attempt}`);
}

/** The record as it is written: with its blind when it is about a hidden item. */
export function blinded<R extends AttemptRecord | ScoreRecord>(record: R, salts: Salts): R {
  const salt = salts.get(record.sample);
  return salt === undefined ? record : { ...record, blind: blindOf(salt, record) };
}

/**
 * Tells the answers to one hidden case apart without showing them: SHA-256(0x04 ‖ salt ‖ answer),
 * hex.
 *
 * @param salt of the first sample of the case in the order of asking
 */
export function answerMark(salt: string, answer: string): string {
  return salted(ANSWER, salt, answer);
}

export function hiddenItem(item: Item, at: number, salt: string): HiddenItem {
  const { id, repeat, suite, indicator, cluster, permutation, look } = item;
  return {
    ...{
      id,
      case: item.case,
      question: permutation?.of ?? item.case,
      at,
      repeat,
      suite,
      indicator,
    },
    ...(cluster === undefined ? {} : { cluster }),
    ...(look === undefined ? {} : { look }),
    turns: 1 + (item.turns?.length ?? 0),
    scored: scoredTurns(item),
    commitment: commitmentOf(salt, item),
  };
}

/** Stands in for an item that the reader may not see: it counts alike and asks nothing. */
export function standIn(hidden: HiddenItem): Item {
  const { id, question, repeat, suite, indicator, cluster, turns, scored } = hidden;
  const scorer = { use: 'hidden', options: {} };
  const later = Array.from({ length: turns - 1 }, (_, i) => ({
    content: '',
    ...(scored.includes(i + 1) ? { scorer } : {}),
  }));
  return {
    ...{ id, case: hidden.case, repeat, suite, indicator, pool: 'hidden', expect: 'comply' },
    request: { messages: [], params: {} },
    ...(cluster === undefined ? {} : { cluster }),
    ...(hidden.look === undefined ? {} : { look: hidden.look }),
    ...(question === hidden.case ? {} : { permutation: { of: question, order: [] } }),
    ...(scored.includes(0) ? { scorer } : {}),
    ...(later.length === 0 ? {} : { turns: later }),
  };
}

/** The line of an item that the plan's root is over: the item itself, or what binds it unseen. */
export function itemLine(item: Item, at: number, salts: Salts): string {
  if (item.pool === 'public') return canonicalJson(item);
  const salt = salts.get(item.id);
  if (salt === undefined) throw new Error(`The hidden item ${item.id} has no salt.`);
  return canonicalJson(hiddenItem(item, at, salt));
}
