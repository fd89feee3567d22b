import { type Reading, without } from '../../text/index.ts';

const TERM = '(?:\\([^()]{1,20}\\)|[\\w.√π^\\\\{}/*]|(?<=[^\\s])\\s?[-+]\\s?){1,30}';
const NAME = '[A-Za-z](?:_\\{?\\d\\}?|[₀-₉])?\\s?=\\s?';
const VALUE = `[-±]?\\s?${TERM}`;
const BOUNDARY = '(?<![\\w)\\]}\\\\.^/*+=±-])';
/** What may stand between a root and the word that rejects it. */
const LINK =
  '(?:(?:经检验|显然|因为?|因此|所以|故|是|为|应|应当|已|需|原?方程的|此时|不合题意|不合|不符合?题意|增根|负[值根解])[,\\s]*){0,4}$';

const WORDS =
  /舍(?:去|弃|掉)?(?=[\s),;。]|[A-Za-z]|$)|增根|不合(?:题意)?(?=[\s),;。]|$)|不符合?题意/g;
const ROOT_AHEAD = new RegExp(`^[了掉]?\\s?(${NAME}${VALUE})`);
const ROOT_BEHIND = new RegExp(`${BOUNDARY}(${NAME}${VALUE})\\s*([(,]?)\\s*(${LINK})`);
/** A bare number is only rejected in brackets behind it. */
const NUMBER_BEHIND = new RegExp(`${BOUNDARY}(${VALUE})\\s*(\\()\\s*(${LINK})`);

/** 「x=1，x=2均为增根」: every root of the list. */
const ALL_BEHIND = new RegExp(
  `${BOUNDARY}(${NAME}${VALUE}(?:\\s*(?:[,、]|或者?|和|与|及)\\s*(?:${NAME})?${VALUE}){1,5})\\s*,?\\s*(?:经检验,?)?(?:均|都|全部?)\\s*(?:${LINK})`,
);

const MAX_REJECTIONS = 50;
/** A root stands within so many UTF-16 units of its rejection. */
const NEAR = 80;
/** It was named before within so many. */
const EARLIER = 400;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** The reading without roots that the answer itself rejects: x=5或x=-2（舍去）; x=1为增根，舍去. */
export function withoutRejected(reading: Reading): Reading {
  const { text } = reading;
  const words = [...text.matchAll(WORDS)].slice(-MAX_REJECTIONS);
  const none = noneLeft(reading, words);
  if (none !== null) return none;
  const cuts = words.flatMap((word) => rejectionAt(text, word.index, word.index + word[0].length));
  if (cuts.length === 0) return reading;
  const units = [...Array(text.length).keys()];
  const dropped = new Set(cuts.flatMap(({ start, end }) => units.slice(start, end)));
  const marked = units.map((i) => (dropped.has(i) ? '\u200b' : text[i])).join('');
  return without(without({ ...reading, text: marked }, /\u200b/g), /\(\s*\)/g);
}

/** Where all roots are rejected and nothing follows, the answer says that there is none: 无解. */
function noneLeft(reading: Reading, words: readonly RegExpExecArray[]): Reading | null {
  const { text } = reading;
  for (const word of words) {
    const from = Math.max(0, word.index - NEAR);
    const behind = ALL_BEHIND.exec(text.slice(from, word.index));
    if (behind === null) continue;
    const start = from + behind.index;
    const end = rejectionEnd(text, word.index + word[0].length, false);
    if (/[A-Za-z]\s?=|无解|无实[数根]|∅|[\d]/.test(text.slice(end))) continue;
    const units = Array.from({ length: end - start }, () => '\u200b');
    units[0] = '无';
    units[units.length - 1] = '解';
    const marked = text.slice(0, start) + units.join('') + text.slice(end);
    return without({ ...reading, text: marked }, /\u200b/g);
  }
  return null;
}

/** What to cut for one word of rejection. */
function rejectionAt(text: string, start: number, end: number): Range[] {
  const ahead = ROOT_AHEAD.exec(text.slice(end, end + NEAR));
  if (ahead !== null && text[start] === '舍') {
    const [all, root = ''] = ahead;
    return [{ start, end: end + all.length }, ...earlier(text, root.trim(), start)];
  }
  const from = Math.max(0, start - NEAR);
  const before = text.slice(from, start);
  const behind = ROOT_BEHIND.exec(before) ?? NUMBER_BEHIND.exec(before);
  if (behind === null) return [];
  const [, root = '', open = '', link = ''] = behind;
  const at = from + behind.index;
  const sign = root.indexOf('±');
  const until = rejectionEnd(text, end, open === '(');
  if (/负/.test(link) || /负[值根解]?$/.test(before)) {
    const aside = { start: at + root.length, end: until };
    if (sign >= 0) return [{ start: at + sign, end: at + sign + 1 }, aside];
    if (!/(?:^|=)\s?-/.test(root)) return [];
  }
  return [{ start: at, end: until }, ...earlier(text, root.trim(), at)];
}

/** Behind the closing bracket, or behind the words that follow: 为增根，舍去. */
function rejectionEnd(text: string, from: number, bracketed: boolean): number {
  const rest = text.slice(from, from + 40);
  const pattern = bracketed ? /^[^()]{0,30}\)/ : /^(?:[,\s]*(?:故|应|因此|所以)?舍[去弃]?)?/;
  const end = from + (pattern.exec(rest)?.[0].length ?? 0);
  return end + (/^\s*或者?/.exec(text.slice(end, end + 8))?.[0].length ?? 0);
}

/** The same root where it was found before it was tried. */
function earlier(text: string, root: string, before: number): Range[] {
  if (!root.includes('=')) return [];
  const ranges: Range[] = [];
  let at = text.indexOf(root, Math.max(0, before - EARLIER));
  while (at >= 0 && at < before) {
    const end = at + root.length;
    if (!/[\w.^/*+\\{(-]/.test(text[end] ?? '')) ranges.push({ start: at, end });
    at = text.indexOf(root, end);
  }
  return ranges;
}
