import type { Message } from '../model/index.ts';
import type { KnownCase } from '../suite/known-case.ts';
import {
  type Conversation,
  conversationKey,
  conversationOf,
  type Setting,
  settingOf,
  variantKey,
} from './conversation.ts';

/** One user turn of a known case. */
export interface Place {
  readonly known: KnownCase;
  /** 0 for the case's own messages, then 1, 2, … for its further turns. */
  readonly turn: number;
}

export interface CaseIndex {
  /** Indicators of the cases, each once. */
  readonly indicators: ReadonlySet<string>;
  /** The turn that a conversation asks, in constant time; undefined when no case asks it. */
  readonly find: (conversation: Conversation, setting: Setting) => Place | undefined;
}

/** The places that share a conversation. Nearly always there is one. */
interface Bucket {
  first: Place;
  /** By `variantKey`; filled when a second case arrives. */
  variants?: Map<string, Place>;
}

/**
 * Indexes every turn of every case by its conversation. Where cases cannot be told apart, the one
 * with the smallest id answers, so that the order of the cases does not matter.
 */
export function indexCases(cases: Iterable<KnownCase>): CaseIndex {
  const buckets = new Map<string, Bucket>();
  const indicators = new Set<string>();
  for (const known of cases) {
    indicators.add(known.sample.indicator);
    for (let turn = 0; turn <= (known.sample.turns?.length ?? 0); turn++) {
      addPlace(buckets, { known, turn });
    }
  }
  return {
    indicators,
    find: (conversation, setting) => {
      const bucket = buckets.get(conversationKey(conversation));
      if (bucket?.variants === undefined) return bucket?.first;
      return bucket.variants.get(variantKey(conversation, setting)) ?? bucket.first;
    },
  };
}

function addPlace(buckets: Map<string, Bucket>, place: Place): void {
  const key = conversationKey(conversationOf(messagesAt(place)));
  const bucket = buckets.get(key);
  if (bucket === undefined) {
    buckets.set(key, { first: place });
    return;
  }
  bucket.variants ??= new Map([[variantOf(bucket.first), bucket.first]]);
  const variant = variantOf(place);
  const rival = bucket.variants.get(variant);
  bucket.variants.set(variant, rival === undefined ? place : smaller(rival, place));
  bucket.first = smaller(bucket.first, place);
}

/** The messages of a case up to and with one of its turns, the model's own answers left out. */
export function messagesAt({ known: { sample }, turn }: Place): readonly Message[] {
  const further = (sample.turns ?? []).slice(0, turn);
  return [
    ...sample.request.messages,
    ...further.map(({ content }): Message => ({ role: 'user', content })),
  ];
}

function variantOf(place: Place): string {
  const conversation = conversationOf(messagesAt(place));
  return variantKey(conversation, settingOf(place.known.sample.request));
}

function smaller(a: Place, b: Place): Place {
  return b.known.sample.id < a.known.sample.id ? b : a;
}
