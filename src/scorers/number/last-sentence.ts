import { statesResult } from './evidence.ts';
import { quantitiesIn } from './quantities.ts';
import type { Picked } from './quantity.ts';
import { courtesyStart, isCaution, isToolCall, namesMost, type Role, roleOf } from './remarks.ts';
import { mainEnd } from './sections.ts';
import { settle, type Wanted } from './sentence.ts';
import { sentenceStart, WINDOW } from './stretches.ts';
import { asksForNumber, isArticle } from './wordings.ts';

/** Sentences with numbers looked at from the end. */
const MAX_LOOKED = 10;
/** Nothing plain counts after it. */
const SUMMARY = /综上|总之|总而言之/;
/** Sentences looked at from the end. */
const MAX_SENTENCES = 200;

/** The number of the last sentence that states one; a place (第7个) where no sentence has another. */
export function inLastSentence(text: string, wanted: Wanted): Picked | null {
  if (isToolCall(text)) return null;
  const end = mainEnd(text);
  const proper = end < text.length ? lastSentence(text.slice(0, end), wanted, false) : null;
  if (proper !== null && proper.kind !== 'vague') return proper;
  const found = lastSentence(text, wanted, false);
  return found === null && /[第π]/.test(text) ? lastSentence(text, wanted, true) : found;
}

interface Stated {
  readonly picked: Picked;
  readonly role: Exclude<Role, 'none'> | 'unstated';
}

function lastSentence(text: string, wanted: Wanted, reserves: boolean): Picked | null {
  let end = text.length;
  /** Counts only if no conclusion stands before it. */
  let later: Stated | null = null;
  let asked: Picked | null = null;
  let looked = 0;
  for (let i = 0; i < MAX_SENTENCES && end > 0; i++) {
    const start = sentenceStart(text, end);
    const found = inPlainSentence(text, start, end, wanted, reserves);
    end = start - 1;
    if (found === null) continue;
    if (++looked > MAX_LOOKED) break;
    const stop = start + found.sentence.length;
    if (asksForNumber(text, found.picked.end, stop)) {
      asked ??= found.picked;
    } else if (later === null) {
      const summed =
        found.role === 'plain' && SUMMARY.test(text.slice(Math.max(0, start - WINDOW), start));
      if (found.role === 'conclusion' || (found.role === 'plain' && !summed)) return found.picked;
      later = summed ? { ...found, role: 'remark' } : found;
    } else if (found.role === 'conclusion') {
      return later.role === 'rest' && !namesMost(found.sentence) ? later.picked : found.picked;
    } else if (found.role === 'plain') {
      const weaker = later.role === 'unstated' || later.role === 'check';
      return weaker ? found.picked : later.picked;
    }
  }
  if (later !== null) return later.picked;
  // A number that is only asked about is no answer.
  return asked === null ? null : { ...asked, kind: 'vague' };
}

/** Nothing before the sentence says that it has the answer, so that its 一个 may be an article. */
function inPlainSentence(
  text: string,
  start: number,
  end: number,
  wanted: Wanted,
  reserves: boolean,
): (Stated & { readonly sentence: string }) | null {
  const mentions = quantitiesIn(text, start, end, wanted, reserves).filter(
    (m) => !isArticle(text, m),
  );
  if (mentions.length === 0) return null;
  const role = roleOf(text, start, end);
  if (role === 'none') {
    const stop = courtesyStart(text, start, end);
    return stop < end ? inPlainSentence(text, start, stop, wanted, reserves) : null;
  }
  const picked = settle({ text, start, end, mentions, wanted }, 'plain');
  if (picked === null) return null;
  const sentence = text.slice(start, end);
  if (isConditional(text, start, sentence)) {
    return { picked: { ...picked, kind: 'vague' }, role, sentence };
  }
  if (picked.kind === 'vague' && isCaution(sentence)) return { picked, role: 'check', sentence };
  if (picked.kind !== 'one') return { picked, role, sentence };
  const mention = mentions.find((m) => m.start === picked.start);
  if (mention === undefined || statesResult(text, start, end, mention, wanted))
    return { picked, role, sentence };
  return { picked: { ...picked, kind: 'vague' }, role: 'unstated', sentence };
}

const CONDITION = /^[\s*-]*(?:但|而|或)?(?:如果|若是?|假如|要是|倘若|当)/;

const BRANCH = /(?:^|[:,])[\s*-]*(?:但|而|或)?(?:如果|若是?|假如|要是|倘若|当)/;

/** 「如果包括，是52；如果不包括，是50」: it depends. */
function isConditional(text: string, start: number, sentence: string): boolean {
  if (!CONDITION.test(sentence)) return false;
  if (/[,;]\s*(?:但|而|或)?(?:如果|若是?|假如|要是|倘若|按)/.test(sentence)) return true;
  const end = start - 1;
  return end > 0 && BRANCH.test(text.slice(sentenceStart(text, end), end));
}

const ITEM = '[^\\d\\n;()①-⑨]{0,8}-?\\d+(?:[./]\\d+)?[^\\d\\n;()①-⑨=+×÷]{0,4}';
const FIRST_ITEM = /\(1\)|①|(?:^|\n)1[.、]/;
const BREAK = '[;,。\\s]{1,4}';
const SUB_ANSWERS = [
  ['\\(1\\)', '\\(2\\)', '\\([3-9]\\)'],
  ['①', '②', '[③-⑨]'],
  ['(?:^|\\n)1[.、]', '(?<=\\n)2[.、]', '(?<=\\n)[3-9][.、]'],
].map(
  ([one, two, more]) =>
    new RegExp(`${one}${ITEM}${BREAK}${two}${ITEM}(?:${BREAK}${more}${ITEM}){0,6}[。.\\s]*$`),
);

/** 「（1）12；（2）15」: answers to several questions. */
export function subAnswers(text: string): Picked | null {
  const from = Math.max(0, text.length - WINDOW);
  const tail = text.slice(from).trimEnd();
  if (!FIRST_ITEM.test(tail)) return null;
  const match = SUB_ANSWERS.map((pattern) => pattern.exec(tail)).find((m) => m !== null);
  if (match == null) return null;
  const start = from + match.index;
  const values = [...match[0].matchAll(/(?:[)①-⑨]|\d[.、]\s)[^\d]*?(-?\d+(?:[./]\d+)?)/g)].map(
    (m) => m[1] ?? '',
  );
  return new Set(values).size > 1 ? { kind: 'several', values, start, end: text.length } : null;
}
