import { type Reading, readingOf, without } from '../../text/index.ts';
import { isAsideSentence } from '../number/remarks.ts';
import { boxedRange } from './boxed.ts';
import { parseChinese } from './chinese.ts';
import { type Notation, type ReadValue, readNotation } from './notation.ts';
import { withoutRejected } from './rejected.ts';
import { runsIn } from './runs.ts';
import { withSigns } from './spoken.ts';
import { MAX_TEXT } from './tokens.ts';

export interface MathReading {
  /** The ways in which the answer can be read; empty when it cannot. */
  readonly values: readonly ReadValue[];
  /** Where the answer was looked for: `boxed`, `whole`, `marker-last` or `last-sentence`. */
  readonly rule: string | null;
  /** Range of the answer in `reading`. */
  readonly range: Range | null;
  readonly reading: Reading;
  /** First unit of the answer that `reading` holds. */
  readonly offset: number;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Emphasis and dollars; a power written `2**3` stays. */
const MARKUP =
  /\*\*(?![\w(\\])|(?<![\w)\]}])\*\*|(?<![\w)\]}*\s])\*(?=[\w\\$(-])|(?<=[\w)\]}$])\*(?![\w(\\{\s*])|(?<=[\w)\]}$])\*(?=[ \t]{0,8}(?:\n|$))|[`$]|(?<!\\)\\[()[\]]|<\/?(?:b|strong|em|i|answer)>/g;
const MARKUP_HINT = /[*`$\\<]/;

/** f(x)_{max} is f(x); in 直线 l：y=2x the letter only names the line. */
const NAMES =
  /_\s?(?:\{\s?)?\\?(?:max|min)\b\s?\}?|系数化[为成]\s?1\s?:|(?<=(?:直线|切线|圆|曲线|抛物线|轨迹)\s?\$?)[A-Za-z](?:_\{?\d\}?|[₁₂])?\s?:/g;

/**
 * A full stop for a full-width exclamation mark, which is no factorial; places stay. Blanks for the
 * dollars would part what they join: `$x_1=1$，$x_2=2$`.
 */
function mathReading(answer: string): Reading {
  let reading: Reading = { ...readingOf(withSigns(answer.replaceAll('！', '。'))), source: answer };
  if (/_|[直圆曲切物迹系]/.test(reading.text)) reading = without(reading, NAMES);
  return withoutRejected(MARKUP_HINT.test(reading.text) ? without(reading, MARKUP) : reading);
}

/** 答案是, 最终结果为, The answer is, ####. */
const STRONG =
  /(?:答案|结论|结果|得数|解集|取值范围|最小值|最大值|通解|(?<=^|\n)\s{0,4}答|的[解根](?=[是为]))[^。\n是为:=$,]{0,16}?(?:应该|应当|应|就)?(?:是|为|等于|:|(?==))\s*|\b(?:final\s+)?(?:answer|result|solution)\b[^.\n:]{0,24}?(?:\bis\b|\bare\b|:)\s*|####\s*|【答案】\s*/gi;
/** 所以面积为, 因此……是. */
const WEAK =
  /(?:故|所以|因此|因而|综上所述|综上|从而|于是|可得|解得|求得|得到|∴|\\therefore|therefore|hence|\bso\b)[^。\n]{0,60}?(?:是|为|:|\bis\b|\bare\b)\s*/gi;
/** 不对，应该是: what is taken back just before. */
const CORRECTION =
  /(?:[更订修纠]正[为成:]|改[为成]|应[该当]?[是为]|而是|(?:不对|错了|[哦啊]不)[,。:!]\s?(?:正确的?)?(?:答案|结果)?[是为])\s*/g;
const NEGATION = /不对|错了?|有误|等等|等一下|不是|并非|更正|修正|订正|重新/;
/** A marker that denies, asks, or talks about answers. */
const NO_MARKER = /(?:不|并非|未必|是否|是不)(?:是|为)?\s*$|如果|假如|假设|格式|例如|有人/;

/** What stands before a number that is ruled out. */
const DENIED = /(?:不[是取选]|并非|不等于|不为|排除|\bnot)\s*$/;
/** 可能是5，也可能是7: nothing is settled. */
const HEDGED =
  /[也又还]有?(?:可能|也许|或许)[是为]?|或者?(?:可能|也许|或许)[是为]|[拿说]不准|不知道(?:是|到底|究竟)?哪/;
/** 「最小值为-4，当x=2时取得」: where it is reached is no part of the value. */
const REACHED =
  /[,;]\s*\(?当(?:且仅当)?\s*[^,。;<>≤≥]{1,30}?(?:时\s?)?(?:取|等号|成立)[^。;\n]{0,12}$/;
/** What only checks, explains or adds at the end of a statement. */
const REMARK =
  /[,;]\s*(?:再?代入(?!得)[^。;]{0,30}?(?:成立|符合|正确|满足|检验|验证)[^。;]{0,6}|(?:经|经过)?检验[^。;]{0,12}(?:成立|正确|符合|无误)|顺便[^。;]*|(?:这是)?因为[^。;]*|理由是[^。;]*)$/;
/** 「代入原方程，左边=右边」: a sentence that tries what was found. */
const TRIES = /代入|左边|左右两边|^\s*验[:算证]|两边(?:都|均)|验证/;
const FITS = /成立|正确|相等|等于|右边|[✓✔✅]|符合|满足|[:=]/u;
const FINDS_NONE = /(?:所以|因此|故)[^。]{0,20}无(?:实数?)?[解根]/;
const DRAWS = /所以|因此|(?<!缘|事)故|∴|解得|得\s*[a-z]\s?=/;
/** What is solved after it is the answer: (x-2)(x-3)=0，所以x=2或3. */
const UNSOLVED = /=\s*0\s*[,;]?\s*(?:所以|因此|故|解得|从而|∴|\\therefore)\s*/;

/** Several lines are no plain answer, but in a system of equations. */
const LINES = /\n(?![\s\S]*\\end\s*\{)/;
/** x=4 and y=1 in lines of their own. */
const BINDINGS = /^(?:[A-Za-z]\s?=\s?[^\n=]{1,40}\s*\n\s*){1,5}[A-Za-z]\s?=\s?[^\n=]{1,40}$/;

const EXTREME = /^最[大小]值/;

const MAX_MARKERS = 50;
const MAX_SENTENCES = 100;
/** Only so much of the end of an answer is read, in UTF-16 units. */
const LONGEST_ANSWER = 200_000;
/** Longest stretch that is looked at as one statement, in UTF-16 units. */
const WINDOW = 1000;

/** Finds and reads the answer: \boxed, all of it, after a marker, in the last sentence. */
export function readMath(answer: string, notation: Notation): MathReading {
  const offset = Math.max(0, answer.length - LONGEST_ANSWER);
  return { ...readEnd(answer.slice(offset), notation), offset };
}

type EndReading = Omit<MathReading, 'offset'>;

function readEnd(answer: string, notation: Notation): EndReading {
  const reading = mathReading(answer);
  const { text } = reading;
  const boxed = boxedRange(text);
  if (boxed !== null) return found(reading, boxed, 'boxed', notation);
  const [strong, weak] = [rangesOf(text, STRONG), rangesOf(text, WEAK)];
  if (strong.length + weak.length === 0) {
    const whole = readWhole(reading, notation);
    if (whole !== null) return whole;
  }
  return (
    afterMarker(reading, withCorrections(text, strong), notation) ??
    afterMarker(
      reading,
      weak.filter((m) => !inAside(text, m)),
      notation,
    ) ??
    inLastSentence(reading, notation)
  );
}

function readWhole(reading: Reading, notation: Notation): EndReading | null {
  const all = trimmedRange(reading.text, 0, reading.text.length);
  const text = reading.text.slice(all.start, all.end);
  if (text.length > MAX_TEXT || (LINES.test(text) && !BINDINGS.test(text))) {
    return null;
  }
  const whole = found(reading, all, 'whole', notation);
  return whole.values.length > 0 ? whole : null;
}

function found(reading: Reading, range: Range, rule: string, notation: Notation): EndReading {
  const values =
    range.end - range.start > MAX_TEXT
      ? []
      : readNotation(reading.text.slice(range.start, range.end), notation);
  return { values, rule, range, reading };
}

/** 验算：……，所以……成立: what a check concludes is no answer. */
function inAside(text: string, { start }: Range): boolean {
  return isAsideSentence(text.slice(statementStart(text, start), start));
}

function rangesOf(text: string, pattern: RegExp): Range[] {
  return [...text.matchAll(pattern)]
    .slice(-MAX_MARKERS)
    .map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

function withCorrections(text: string, markers: readonly Range[]): Range[] {
  const corrections = rangesOf(text, CORRECTION).filter(({ start, end }) => {
    const before = text.slice(Math.max(0, start - 30), end);
    return (
      NEGATION.test(before) && (markers.some((m) => m.start < start) || /不是|并非/.test(before))
    );
  });
  return [...markers, ...corrections].toSorted((a, b) => a.start - b.start);
}

function afterMarker(
  reading: Reading,
  markers: readonly Range[],
  notation: Notation,
): EndReading | null {
  const { text } = reading;
  for (const marker of markers.toReversed()) {
    const clause = text.slice(Math.max(0, marker.start - 12), marker.end);
    if (NO_MARKER.test(clause.slice(clause.search(/[^。!?;\n]*$/)).replace(/[:是为]\s*$/, '')))
      continue;
    const lead = marker.end + leadOf(text, marker.end);
    const limit = statementEnd(text, lead);
    const reached = tailOf(text.slice(lead, limit));
    const end = reached === undefined ? limit : lead + reached;
    const start = lead + solvedFrom(text.slice(lead, end));
    if (text[limit] === '?' || /吗\s*$/.test(text.slice(start, end))) continue;
    if (namesSeveral(text, marker, end) || HEDGED.test(text.slice(marker.start, limit)))
      return { values: [], rule: 'marker-last', range: marker, reading };
    const range = answerRange(text, start, end, notation);
    if (range !== null)
      return partsRead(found(reading, range, 'marker-last', notation), start, end, notation);
  }
  return null;
}

/** Where what is solved begins, behind an equation that is not. */
function solvedFrom(statement: string): number {
  const unsolved = UNSOLVED.exec(statement);
  return unsolved === null ? 0 : unsolved.index + unsolved[0].length;
}

/** 最大值为 3，最小值为 1: only a person knows which was asked for. */
function namesSeveral(text: string, marker: Range, end: number): boolean {
  if (!EXTREME.test(text.slice(marker.start, marker.start + 3))) return false;
  const statement = text.slice(statementStart(text, marker.start), end);
  return statement.includes('最大值') && statement.includes('最小值');
}

/** Blanks and line breaks between a marker and what it announces. */
function leadOf(text: string, at: number): number {
  return /^[\s:]{0,12}/.exec(text.slice(at, at + 12))?.[0].length ?? 0;
}

/** One of several numbers in the statement is no answer where the case asks for several. */
function partsRead(read: EndReading, from: number, end: number, notation: Notation): EndReading {
  const single = read.values.every(
    ({ value }) => value.kind === 'scalar' || value.kind === 'equation',
  );
  if (!notation.several || !single) return read;
  const { text } = read.reading;
  const runs = runsIn(text, statementStart(text, from), end, notation.ownUnit);
  return runs.filter((run) => run.significant).length > 1 ? { ...read, values: [] } : read;
}

/** The first run of a statement that begins with one, else its last. */
function answerRange(text: string, start: number, end: number, notation: Notation): Range | null {
  const chinese =
    /^[\p{Script=Han}]{1,30}/u.exec(text.slice(start, Math.min(end, start + 31)))?.[0] ?? '';
  if (parseChinese(chinese) !== null) return { start, end: start + chinese.length };
  const runs = runsIn(text, start, end, notation.ownUnit);
  const [first] = runs;
  const last = runs.findLast((run) => run.significant);
  if (first !== undefined && text.slice(start, first.start).trim() === '') {
    // x至少为3 states more than x, and cannot be read.
    const goesOn = !first.significant && /^\s?\p{Script=Han}/u.test(text.slice(first.end, end));
    return goesOn && last !== undefined ? { start: first.start, end: last.end } : first;
  }
  return last ?? null;
}

function statementEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + WINDOW);
  let open = 0;
  for (let i = from; i < limit; i++) {
    if (text[i] === '\\' && text.startsWith('\\begin', i)) open++;
    if (text[i] === '\\' && text.startsWith('\\end', i)) open--;
    if (open <= 0 && endsStatement(text, i)) return i;
  }
  return limit;
}

function endsStatement(text: string, at: number): boolean {
  const unit = text[at] ?? '';
  if (unit === '。' || unit === '\n' || unit === '?') return true;
  return (
    unit === '.' && !/\d/.test(text[at + 1] ?? '') && /^(?:\s|$)/.test(text.slice(at + 1, at + 2))
  );
}

function inLastSentence(reading: Reading, notation: Notation): EndReading {
  const { text } = reading;
  let end = text.length;
  for (let i = 0; i < MAX_SENTENCES && end > 0; i++) {
    const start = statementStart(text, end);
    const reached = tailOf(text.slice(start, end));
    const stop = reached === undefined ? end : start + reached;
    const isQuestion =
      text[end] === '?' || /吗\s*$/.test(text.slice(Math.max(start, end - 8), end));
    const run = runsIn(text, start, stop, notation.ownUnit).findLast(
      (r) => r.significant && !DENIED.test(text.slice(Math.max(start, r.start - 12), r.start)),
    );
    if (run !== undefined && HEDGED.test(text.slice(start, end)))
      return { values: [], rule: 'last-sentence', range: run, reading };
    if (run !== undefined && !isQuestion && !isCheck(text.slice(start, stop))) {
      return partsRead(found(reading, run, 'last-sentence', notation), start, stop, notation);
    }
    end = start - 1;
  }
  return { values: [], rule: null, range: null, reading };
}

/** Where the tail begins that is no part of the answer. */
function tailOf(statement: string): number | undefined {
  return REACHED.exec(statement)?.index ?? REMARK.exec(statement)?.index;
}

function isCheck(sentence: string): boolean {
  if (isAsideSentence(sentence)) return !FINDS_NONE.test(sentence);
  const tries = sentence.search(TRIES);
  if (tries < 0 || DRAWS.test(sentence) || !FITS.test(sentence)) return false;
  const equation = sentence.indexOf('=');
  return equation < 0 || tries < equation || /把|将/.test(sentence.slice(0, 8));
}

function statementStart(text: string, end: number): number {
  const limit = Math.max(0, end - WINDOW);
  let open = 0;
  for (let i = end - 1; i >= limit; i--) {
    if (text[i] === '\\' && text.startsWith('\\end', i)) open++;
    if (text[i] === '\\' && text.startsWith('\\begin', i)) open--;
    if (open <= 0 && endsStatement(text, i)) return i + 1;
  }
  return limit;
}

function trimmedRange(text: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
