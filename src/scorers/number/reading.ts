import { NUMERAL_CLASS, type Reading } from '../../text/index.ts';
import { inLastSentence, subAnswers } from './last-sentence.ts';
import { numbersIn } from './lexer.ts';
import { numberReading } from './markup.ts';
import { isOpen, leavesOpen } from './openness.ts';
import { quantitiesIn } from './quantities.ts';
import { lastOfChain, type Picked, pick, type Quantity } from './quantity.ts';
import { settle, type Wanted } from './sentence.ts';
import { sentenceEnd } from './stretches.ts';
import { resultField } from './structured.ts';
import { asksForNumber, deniesNumber, isServiceError, revisionsIn } from './wordings.ts';

export interface NumberReading {
  readonly status: 'ok' | 'unparsed' | 'invalid_multiple';
  readonly quantity: Quantity | null;
  /** All values, when the answer leaves open which. */
  readonly several: readonly string[];
  readonly rule: string | null;
  readonly range: { readonly start: number; readonly end: number } | null;
  readonly reading: Reading;
}

const CONNECTOR = `(?:应该|应当|应|就|最终|最后|约|大约|便|即|仍){0,6}\\s{0,4}(?:是|为|等于|约为|得|≈|=|->|→|:){1,6}\\s*`;
/** A Markdown heading that announces the answer below it. */
const HEADING =
  '#[#\\s]{0,8}[\\d.、一二三四五六七八九十]{0,4}\\s?(?:最[终后]|参考|正确|标准)?(?:答案|结论|结果)\\s*\\n';
const ANCHOR = new RegExp(
  `(?:答案|得数|结论|(?:最终|最后|计算|运算)?结果|(?<=^|[\\n。;,])\\s{0,4}答)(?:\\([^()\\n]{0,24}\\))?["”】\\])]{0,6}\\s{0,4}(?:${CONNECTOR})|(?:我的|最终)回答(?:${CONNECTOR})|${HEADING}|【(?:(?:参考|正确|标准|最终)?答案|结论)】|答案[ ]{1,2}(?=[-\\d¥$])|[\\\\]boxed\\s{0,4}\\{|####\\s*(?=[-$¥\\d.])|<answer>|\\b(?:final\\s+)?(?:answer|result)(?![a-z])(?:\\s+(?:is|are|equals|to|be|should|would|this|the|problem|question))*["\\s]*(?::|=|\\bis\\b)?\\s*`,
  'gi',
);

/** Without any of these nothing is announced. */
const HINT = /答|结[论果]|得数|boxed|#|answer|result/i;

const CORRECTION = /(?:[更修订纠]正[为成]|改[为成]|应[为是]|应[该当][为是]|而是|实际(?:上)?是)\s*/g;
const NEGATION =
  /不对|哦不|错了?|有误|漏|[多少][算加写]|看反|等等|等一下|不是|并非|更正|修正|订正|纠正|改|重新/;

const SUPPOSES =
  /如果|若|假如|假设|倘若|要是|例如|比如|格式|有人|有些人|很多人|误以为|是否|是不是|\bif\b|\bsuppose/i;

const NO_ANSWER =
  /(?:答案|结果|\banswer)[^。;\n]{0,8}?(?:无法(?:确定|判断|计算|得出|求出)|不(?:能|可)?确定|不存在|未知|无解|[无不][法能]排除|不敢肯定|\bcannot be determined|\bunknown\b|\bundetermined\b)/gi;

/** Statements looked at from the end. */
const MAX_ANCHORS = 200;

/**
 * Reads the number that an answer settles on.
 *
 * 0. A structured answer: the field that holds its result, read as below (`field`).
 * 1. The answer is one number, with its unit (`whole`).
 * 2. After the last statement of an answer (答案是, 结果为, \boxed{…}): the number right behind it, else
 *    the last one of the main clause (`marker-last`).
 * 3. The answer begins with a number alone, and words follow that lead to no other (`head`).
 * 4. Otherwise the last sentence that states a number as a result; a conclusion counts before the
 *    remarks and checks that follow it, and records, notices and verses never (`last-sentence`).
 *
 * The case's unit chooses among numbers. An equation counts with its last side, a part in brackets,
 * a breakdown or a condition only where there is nothing else. Dates, list numbers, places of
 * decimals, rejected roots and negated numbers are no answers, a place (第7个) only where it is what the
 * clause says. Ranges, formulas and vague quantities (三五个, 十几) are answers without a value, and
 * nothing else takes their place; two things of one kind (鸡3只，兔5只) are several answers.
 */
export function readNumber(answer: string, wanted: Wanted): NumberReading {
  const reading = numberReading(answer);
  const { text } = reading;
  const field = resultField(text);
  if (field === 'none') return result(reading, null, 'field-none');
  if (field === null) {
    const { picked, rule } = inText(text, wanted);
    return result(reading, picked, rule);
  }
  const { picked } = inText(text.slice(field.start, field.end), wanted);
  if (picked === null) return result(reading, null, 'field');
  const [start, end] = [picked.start + field.start, picked.end + field.start];
  return result(reading, { ...picked, start, end }, 'field');
}

interface Read {
  readonly picked: Picked | null;
  readonly rule: string | null;
}

/** The rules in their order, on prose or on one field of a structured answer. */
function inText(text: string, wanted: Wanted): Read {
  const whole = wholeNumber(text, wanted);
  if (whole !== null) return { picked: whole, rule: 'whole' };
  const announces = HINT.test(text);
  const anchors = announces ? placesOf(text, ANCHOR) : [];
  const denial = announces ? placesOf(text, NO_ANSWER).at(-1) : undefined;
  for (const anchor of withCorrections(text, anchors).toReversed()) {
    if (denial !== undefined && denial.start >= anchor.start) return none('marker-none');
    const picked = afterAnchor(text, anchor, wanted);
    if (picked !== null) return { picked, rule: 'marker-last' };
  }
  if (denial !== undefined) return none('marker-none');
  const head = headNumber(text, wanted);
  if (head !== null) return { picked: head, rule: 'head' };
  if (deniesNumber(text)) return none('denied');
  if (isServiceError(text)) return none('service-error');
  if (isOpen(text)) return none('open');
  const parts = subAnswers(text);
  if (parts !== null) return { picked: parts, rule: 'sub-answers' };
  const picked = inLastSentence(text, wanted);
  return { picked, rule: picked === null ? null : 'last-sentence' };
}

function none(rule: string): Read {
  return { picked: null, rule };
}

function result(reading: Reading, picked: Picked | null, rule: string | null): NumberReading {
  const unread = { status: 'unparsed', quantity: null, several: [], rule, reading } as const;
  if (picked === null) return { ...unread, range: null };
  const range = { start: picked.start, end: picked.end };
  switch (picked.kind) {
    case 'one':
      return { ...unread, range, status: 'ok', quantity: picked.quantity };
    case 'several':
      return { ...unread, range, status: 'invalid_multiple', several: picked.values };
    case 'vague':
      return { ...unread, range };
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Where the pattern matches, the last ones. */
function placesOf(text: string, pattern: RegExp): Place[] {
  if (text.search(pattern) < 0) return [];
  return [...text.matchAll(pattern)].slice(-MAX_ANCHORS).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}

/** Corrections count where something is taken back just before them. */
function withCorrections(text: string, anchors: readonly Place[]): Place[] {
  const all = [...anchors];
  if (anchors.length === 0 && !/不是|并非/.test(text)) return all;
  for (const place of placesOf(text, CORRECTION)) {
    const before = text.slice(Math.max(0, place.start - 30), place.end - 1);
    const follows = anchors.some((a) => a.start < place.start);
    if (NEGATION.test(before) && (follows || /不是|并非/.test(before))) all.push(place);
  }
  if (anchors.length === 0) return all.toSorted((a, b) => a.start - b.start);
  for (const place of revisionsIn(text).slice(-MAX_ANCHORS)) {
    if (anchors.some((a) => a.start < place.start)) all.push(place);
  }
  return all.toSorted((a, b) => a.start - b.start);
}

/** Nothing but signs and marks stands before the number. */
const NUMBER_FIRST = new RegExp(
  `^[\\s("'“【\\[=≈约¥￥$+\\-–±负的]*[\\d.半\\\\½-¾⅐-⅞${NUMERAL_CLASS}]`,
);

function wholeNumber(text: string, wanted: Wanted): Picked | null {
  const trimmed = text.trim();
  if (trimmed.length > 80 || !NUMBER_FIRST.test(trimmed)) return null;
  const from = text.indexOf(trimmed);
  const mentions = numbersIn(text, from, from + trimmed.length, wanted.own);
  const first = mentions.find((m) => m.kind !== 'skip');
  if (
    first === undefined ||
    text.slice(from, first.start).replace(/[\s("'“【[=≈约¥￥$]/g, '') !== ''
  )
    return null;
  const rest = text.slice(lastOfChain(mentions, mentions.indexOf(first), text).end);
  if (!/^[\s)"'”】\]。.!,;]*$/.test(rest)) return null;
  return pick(text, mentions, mentions.indexOf(first));
}

/** 「84箱。解释：……」: a number alone, and then how it came about. */
function headNumber(text: string, wanted: Wanted): Picked | null {
  const from = text.length - text.trimStart().length;
  const end = sentenceEnd(text, from);
  const alone = end - from > 80 ? null : wholeNumber(text.slice(0, end), wanted);
  if (alone === null) return null;
  const next = text.slice(end, end + 24);
  if (LISTS.test(text)) return null;
  const explained = EXPLAINS.test(next) || (COMMENTS.test(next) && !GOES_ON.test(text.slice(end)));
  return explained ? alone : null;
}

/** `1. …` and a second item: the number counts a list. */
const LISTS = /^\s*\(?1[.、)]\s?[^\n\d][^\n]{0,400}\n\s{0,4}\(?2[.、)]/;
/** Words, and no further number, follow. */
const COMMENTS = /^[。.!;\s*#()]*[\p{Script=Han}A-Za-z]/u;
/** What would make a number in the comment the answer. */
const GOES_ON =
  /所以|因此|因而|故|综上|最终|最后|答案|结果|不对|错|有误|应该|应[为是当]|等等|重新|[更修订纠]正|=|其实|准确|实际|[还余]剩|一共|共[有计]|总|然后|接着|\bwait\b|\bactually\b|\btherefore\b|\bso\b/i;
const EXPLAINS =
  /^[。.!;\s*#]*(?:解释|解析|理由|原因|因为|由于|说明|过程|计算|推导|分析|步骤|\bbecause\b|\bexplanation\b)/i;

function afterAnchor(text: string, anchor: Place, wanted: Wanted): Picked | null {
  const clause = text.slice(Math.max(0, anchor.start - 30), anchor.start);
  if (SUPPOSES.test(clause.slice(clause.search(/[^,。;!?\n]*$/)))) return null;
  let end = sentenceEnd(text, anchor.end);
  if (text.slice(anchor.end, end).replace(/[\s:"'*()]/g, '') === '') {
    const next = /^\s*/.exec(text.slice(end, end + 12))?.[0].length ?? 0;
    end = sentenceEnd(text, end + next);
  }
  const mentions = quantitiesIn(text, anchor.end, end, wanted, true);
  if (asksForNumber(text, mentions[0]?.end ?? anchor.end, end)) return null;
  const until = mentions[0]?.start ?? end;
  if (deniesNumber(text, anchor.end, until))
    return { kind: 'vague', start: anchor.end, end: until };
  if (mentions.length === 0) return null;
  const spoken = /^\s*答/.test(text.slice(anchor.start, anchor.end));
  const manner = spoken && !text.startsWith('答案', anchor.start) ? 'answer' : 'statement';
  const picked = settle({ text, start: anchor.end, end, mentions, wanted }, manner);
  // 「一法的结果是24，另一法是36，互相矛盾」.
  if (picked === null) return null;
  const open = deniesNumber(text, picked.end, end) || leavesOpen(text.slice(anchor.start, end));
  return open ? { ...picked, kind: 'vague' } : picked;
}
