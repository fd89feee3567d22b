import { isAsideSentence } from './clauses.ts';
import { quantitiesIn } from './quantities.ts';
import type { Picked } from './quantity.ts';
import { settle, type Wanted } from './sentence.ts';
import { sentenceStart, WINDOW } from './stretches.ts';
import { isArticle } from './wordings.ts';

/** Sentences looked at from the end. */
const MAX_SENTENCES = 200;

/** The number of the last sentence that has one; a place (第7个) where no sentence has another. */
export function inLastSentence(text: string, wanted: Wanted): Picked | null {
  const found = lastSentence(text, wanted, false);
  return found === null && /[第π]/.test(text) ? lastSentence(text, wanted, true) : found;
}

function lastSentence(text: string, wanted: Wanted, reserves: boolean): Picked | null {
  let end = text.length;
  let asked: Picked | null = null;
  for (let i = 0; i < MAX_SENTENCES && end > 0; i++) {
    const start = sentenceStart(text, end);
    const picked = inPlainSentence(text, start, end, wanted, reserves);
    if (picked !== null) {
      const sentence = text.slice(start, end);
      if (text[end] !== '?' && !/吗\s*$/.test(sentence))
        return isConditional(text, start, sentence) ? { ...picked, kind: 'vague' } : picked;
      asked ??= picked;
    }
    end = start - 1;
  }
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
): Picked | null {
  const mentions = quantitiesIn(text, start, end, wanted, reserves).filter(
    (m) => !isArticle(text, m),
  );
  if (mentions.length === 0 || isAsideSentence(text.slice(start, end))) return null;
  return settle({ text, start, end, mentions, wanted }, 'plain');
}

const CONDITION = /^[\s*-]*(?:但|而|或)?(?:如果|若是?|假如|要是|倘若|当)/;

/** 「如果包括，是52；如果不包括，是50」: it depends. */
function isConditional(text: string, start: number, sentence: string): boolean {
  if (!CONDITION.test(sentence)) return false;
  if (/[,;]\s*(?:但|而|或)?(?:如果|若是?|假如|要是|倘若)/.test(sentence)) return true;
  const end = start - 1;
  return end > 0 && CONDITION.test(text.slice(sentenceStart(text, end), end));
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
