import { type Reading, readingOf, without } from '../../text/index.ts';
import { type NumberMention, numbersIn } from './lexer.ts';
import { chainStart, lastOfChain, type Picked, pick, type Quantity } from './quantity.ts';
import { conversion, type Unit } from './units.ts';
import { deniesNumber, isArticle, isYear, revisionsIn } from './wordings.ts';

/** What a case asks for, as far as reading goes: the unit guides which number is the answer. */
export interface Wanted {
  readonly units: readonly Unit[];
  /** A unit that only the case knows. */
  readonly own: string | null;
}

export interface NumberReading {
  readonly status: 'ok' | 'unparsed' | 'invalid_multiple';
  readonly quantity: Quantity | null;
  /** All values, when the answer leaves open which. */
  readonly several: readonly string[];
  readonly rule: string | null;
  readonly range: { readonly start: number; readonly end: number } | null;
  readonly reading: Reading;
}

/** Emphasis, TeX dollars and spacing, and braces around a thousands comma. */
const MARKUP =
  /\*\*(?!\d)|(?<!\d)\*\*|(?<![\d\s)*])\*(?=[\d-])|(?<=[\d\p{L}%.)])\*(?![\d\s(*])|[`$]|\\[()[\],;! ]|\\(?:left|right|displaystyle)\b|\{(?=,\})|(?<=\{,)\}|\\(?=%)|\\(?:text|mathrm|mathbf|textbf)\s*(?=\{)|<\/?(?:b|strong|em|i)>/gu;
const MARKUP_HINT = /[*`$\\<]|\{,\}/;
/** Braces around a unit and its exponent, as \\text and \\mathrm leave them: 50{ m}^{2}, 50{m^2}. */
const UNIT_BRACES =
  /(?<=[\d\s}])\{\s?(?=\p{L}{1,4}\s?(?:\^\{?[23]\}?)?\s?\})|(?<=[\d\s}]\{\s?\p{L}{1,4}\s?(?:\^\{?[23]\}?)?\s?)\}|(?<=m\}?\^)\{(?=[23]\})|(?<=m\}?\^\{[23])\}/gu;

/** The text of an answer as the number reader sees it. */
export function numberReading(answer: string): Reading {
  const reading = readingOf(answer);
  if (!MARKUP_HINT.test(reading.text)) return reading;
  const plain = without(reading, MARKUP);
  return plain.text.includes('{') ? without(plain, UNIT_BRACES) : plain;
}

const CONNECTOR = `(?:应该|应当|应|就|最终|最后|约|大约|便|即|仍){0,6}\\s{0,4}(?:是|为|等于|约为|得|≈|=|->|→|:){1,6}\\s*`;
const ANCHOR = new RegExp(
  `(?:答案|得数|结论|(?:最终|最后|计算|运算)?结果|(?<=^|[\\n。;,])\\s{0,4}答)(?:\\([^()\\n]{0,24}\\))?["”】\\])]{0,6}\\s{0,4}(?:${CONNECTOR})|【答案】|[\\\\]boxed\\s{0,4}\\{|####\\s*|<answer>|\\b(?:final\\s+)?(?:answer|result)(?:\\s+(?:is|are|equals|to|be|should|would|this|the|problem|question))*["\\s]*(?::|=|\\bis\\b)?\\s*`,
  'gi',
);

const CORRECTION = /(?:[更修订纠]正为|改为|应[为是]|应该[为是]|而是|实际(?:上)?是)\s*/g;
const NEGATION = /不对|哦不|错了?|有误|等等|等一下|不是|并非|更正|修正|订正|纠正|改|重新/;

const SUPPOSES =
  /如果|若|假如|假设|倘若|要是|例如|比如|格式|有人|有些人|很多人|误以为|是否|是不是|\bif\b|\bsuppose/i;

const NO_ANSWER =
  /(?:答案|结果|\banswer)[^。;\n]{0,8}?(?:无法(?:确定|判断|计算|得出|求出)|不(?:能|可)?确定|不存在|未知|无解|\bcannot be determined|\bunknown\b|\bundetermined\b)/gi;

/** Longest stretch looked at for one number, in UTF-16 units. */
const WINDOW = 600;
/** Sentences looked at from the end, when nothing says where the answer is. */
const MAX_SENTENCES = 200;
/** Statements looked at from the end. */
const MAX_ANCHORS = 200;

/**
 * Reads the number that an answer settles on.
 *
 * 1. The answer is one number, with its unit (`whole`).
 * 2. After the last statement of an answer (答案是, 结果为, \boxed{…}): the first number in the
 *    sentence, with the case's unit where one has it; after 答： the last one of its
 *    main clause (`marker-last`).
 * 3. Otherwise the last number of the last sentence that has one (`last-sentence`).
 * An equation counts with its last side, a part in brackets only where there is nothing else.
 * Dates, ordinals, list numbers, places of decimals and negated numbers are no answers; ranges and
 * vague quantities (三五个, 十几) are answers without a value, and nothing else takes their place.
 */
export function readNumber(answer: string, wanted: Wanted): NumberReading {
  const reading = numberReading(answer);
  const { text } = reading;
  const whole = wholeNumber(text, wanted);
  if (whole !== null) return result(reading, whole, 'whole');
  const anchors = [...text.matchAll(ANCHOR)].slice(-MAX_ANCHORS).map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const denial = [...text.matchAll(NO_ANSWER)].at(-1);
  for (const anchor of withCorrections(text, anchors).toReversed()) {
    if (denial !== undefined && denial.index >= anchor.start)
      return nothing(reading, 'marker-none');
    const picked = afterAnchor(text, anchor, wanted);
    if (picked !== null) return result(reading, picked, 'marker-last');
  }
  if (denial !== undefined) return nothing(reading, 'marker-none');
  const head = headNumber(text, wanted);
  if (head !== null) return result(reading, head, 'head');
  if (deniesNumber(text)) return nothing(reading, 'denied');
  const picked = inLastSentence(text, wanted);
  return picked === null ? nothing(reading, null) : result(reading, picked, 'last-sentence');
}

function nothing(reading: Reading, rule: string | null): NumberReading {
  return { status: 'unparsed', quantity: null, several: [], rule, range: null, reading };
}

function result(reading: Reading, picked: Picked, rule: string): NumberReading {
  const base = { rule, range: { start: picked.start, end: picked.end }, reading };
  switch (picked.kind) {
    case 'one':
      return { ...base, status: 'ok', quantity: picked.quantity, several: [] };
    case 'several':
      return { ...base, status: 'invalid_multiple', quantity: null, several: picked.values };
    case 'vague':
      return { ...base, status: 'unparsed', quantity: null, several: [] };
  }
}

interface Place {
  readonly start: number;
  readonly end: number;
}

/** Corrections count where something is taken back just before them. */
function withCorrections(text: string, anchors: readonly Place[]): Place[] {
  const all = [...anchors];
  for (const match of [...text.matchAll(CORRECTION)].slice(-MAX_ANCHORS)) {
    const before = text.slice(Math.max(0, match.index - 30), match.index + match[0].length - 1);
    const follows = anchors.some((a) => a.start < match.index);
    if (NEGATION.test(before) && (follows || /不是|并非/.test(before))) {
      all.push({ start: match.index, end: match.index + match[0].length });
    }
  }
  for (const place of revisionsIn(text).slice(-MAX_ANCHORS)) {
    if (anchors.some((a) => a.start < place.start)) all.push(place);
  }
  return all.toSorted((a, b) => a.start - b.start);
}

function wholeNumber(text: string, wanted: Wanted): Picked | null {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > 80) return null;
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
  if (!EXPLAINS.test(text.slice(end, end + 24))) return null;
  return wholeNumber(text.slice(0, end), wanted);
}

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
  if (/(?:吗|\?)\s*$/.test(text.slice(anchor.end, end + 1)) || text[end] === '?') return null;
  const mentions = numbersIn(text, anchor.end, end, wanted.own).filter((m) => m.kind !== 'skip');
  const until = mentions[0]?.start ?? end;
  if (deniesNumber(text, anchor.end, until))
    return { kind: 'vague', start: anchor.end, end: until };
  if (mentions.length === 0) return null;
  if (/^\s*答/.test(text.slice(anchor.start, anchor.end)) && !text.startsWith('答案', anchor.start))
    return inAnswerSentence(text, { start: anchor.end, end }, mentions, wanted);
  const dated = preferred(mentions, (m) => !isYear(text, m, wanted.units));
  const strong = preferred(dated, (m) => !m.weak);
  const first = dated.find((m) => fits(m, wanted)) ?? strong[0];
  return first === undefined ? null : pick(text, mentions, mentions.indexOf(first));
}

/** 「答：6个工人8天可以完成480个零件」: what is asked closes the clause, and asides follow it. */
function inAnswerSentence(
  text: string,
  { start }: Place,
  mentions: readonly NumberMention[],
  wanted: Wanted,
): Picked {
  const clauseOf = (m: NumberMention): string => clauseBefore(text, start, m.start);
  const dated = preferred(mentions, (m) => !isYear(text, m, wanted.units));
  const outside = preferred(dated, (m) => !inBrackets(text, start, m.start));
  const fitting = preferred(outside, (m) => fits(m, wanted));
  const main = preferred(fitting, (m) => !/^\s*(?:每|平均|其中)/.test(clauseOf(m)));
  const strong = preferred(main, (m) => !m.weak);
  const totals = preferred(strong, (m) => /共|总|合计/.test(clauseOf(m)));
  const first = totals[0] ?? (mentions[0] as NumberMention);
  const last = totals.findLast((m) => !/[,;:]\s*\D/.test(text.slice(first.end, m.start))) ?? first;
  return pick(text, mentions, chainStart(text, mentions, mentions.indexOf(last)));
}

function fits(mention: NumberMention, wanted: Wanted): boolean {
  return (
    wanted.units.length > 0 &&
    mention.kind === 'value' &&
    conversion(mention.units, wanted.units) !== null
  );
}

const SENTENCE_END = /[。!?\n;]/;

function sentenceEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + WINDOW);
  for (let i = from; i < limit; i++) {
    if (SENTENCE_END.test(text[i] ?? '')) return i;
    if (text[i] === '.' && /^\s|^$/.test(text.slice(i + 1, i + 2))) return i;
  }
  return limit;
}

/** Sentences that check or comment and do not answer. */
const ASIDE_SENTENCE =
  /^[\s*#>-]*(?:\(?)(?:代入[^,。;\n]{0,6}(?:验证|检验|验算|检查)|验算|检验|检查|验证|复核|备注|注意|注[:,]|说明[:,]|提示|\bcheck|\bverif|\bnote)/i;
/** Clauses that compare or break down what was answered. */
const ASIDE_CLAUSE = /^\s*(?:比|其中|相当于|约合|折合|占|平均|分别|也就是每|即每)/;

function inLastSentence(text: string, wanted: Wanted): Picked | null {
  let end = text.length;
  let asked: Picked | null = null;
  for (let i = 0; i < MAX_SENTENCES && end > 0; i++) {
    const start = sentenceStart(text, end);
    const sentence = text.slice(start, end);
    const picked = ASIDE_SENTENCE.test(sentence)
      ? null
      : lastNumber(text, start, end, wanted, true);
    if (picked !== null) {
      if (text[end] !== '?' && !/吗\s*$/.test(sentence)) return picked;
      asked ??= picked;
    }
    end = start - 1;
  }
  // A number that is only asked about is no answer.
  return asked === null ? null : { kind: 'vague', start: asked.start, end: asked.end };
}

function sentenceStart(text: string, end: number): number {
  const limit = Math.max(0, end - WINDOW);
  for (let i = end - 1; i >= limit; i--) {
    if (SENTENCE_END.test(text[i] ?? '')) return i + 1;
    if (text[i] === '.' && /\s/.test(text[i + 1] ?? '') && !/\d/.test(text[i - 1] ?? ''))
      return i + 1;
  }
  return limit;
}

/** `bare`: nothing before says that this is the answer, so that 一个 may be an article. */
function lastNumber(
  text: string,
  start: number,
  end: number,
  wanted: Wanted,
  bare = false,
): Picked | null {
  const all = numbersIn(text, start, end, wanted.own).filter(
    (m) => m.kind !== 'skip' && !(bare && isArticle(text, m)),
  );
  if (all.length === 0) return null;
  const dated = preferred(all, (m) => !isYear(text, m, wanted.units));
  const outside = preferred(dated, (m) => !inBrackets(text, start, m.start));
  const main = preferred(outside, (m) => !ASIDE_CLAUSE.test(clauseBefore(text, start, m.start)));
  const strong = preferred(main, (m) => !m.weak);
  const fitting = wanted.units.length === 0 ? strong : preferred(strong, (m) => fits(m, wanted));
  const last = fitting.at(-1) as NumberMention;
  return pick(text, all, chainStart(text, all, all.indexOf(last)));
}

/** Those that hold, or all when none does. */
function preferred(
  mentions: readonly NumberMention[],
  holds: (mention: NumberMention) => boolean,
): readonly NumberMention[] {
  const some = mentions.filter(holds);
  return some.length > 0 ? some : mentions;
}

function inBrackets(text: string, from: number, at: number): boolean {
  const before = text.slice(Math.max(from, at - 120), at);
  const open = before.lastIndexOf('(');
  // `(120-36)÷2` is arithmetic, 「（120-36=84）」 an aside.
  return (
    open >= 0 && before.indexOf(')', open) < 0 && !/[=+\-×÷*/]\s*$/.test(before.slice(0, open))
  );
}

function clauseBefore(text: string, from: number, at: number): string {
  const before = text.slice(Math.max(from, at - 60), at);
  return before.slice(before.search(/[^,;:]*$/));
}
