import { add, compare, divide, multiply, negate, type Rational, ZERO } from '../../text/index.ts';
import { areParallel, type Clause, clauseAt, clausesIn, concludes, isTotal } from './clauses.ts';
import type { NumberMention } from './mention.ts';
import { chainStart, type Picked, pick, severalOf } from './quantity.ts';
import { conversion, type Unit } from './units.ts';
import { mentionValue } from './value.ts';
import { isYear } from './wordings.ts';

/** What a case asks for, as far as reading goes: the unit guides which number is the answer. */
export interface Wanted {
  readonly units: readonly Unit[];
  /** A unit that only the case knows. */
  readonly own: string | null;
  /** A share is asked for: 32%, 三成. */
  readonly share?: boolean;
}

/** A sentence, or what follows an announcement, with its numbers. */
export interface Sentence {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly mentions: readonly NumberMention[];
  readonly wanted: Wanted;
}

/**
 * Where a sentence says what it settles on: right behind 答案是 (`statement`), at the end of the main
 * clause after 答 (`answer`), or anywhere, the last counting (`plain`).
 */
export type Manner = 'statement' | 'answer' | 'plain';

/** The quantity that a sentence settles on. */
export function settle(sentence: Sentence, manner: Manner): Picked | null {
  const { text, start, end, mentions } = sentence;
  if (mentions.length < 2) return mentions.length === 0 ? null : pick(text, mentions, 0);
  const clauses = clausesIn(text, start, end);
  const main = candidates(sentence, clauses);
  const direct =
    manner === 'statement' && /^[\s"'“([~≈约是为:=]*$/.test(text.slice(start, main[0]?.start));
  const found = direct
    ? main[0]
    : manner === 'plain'
      ? lastSettled(sentence, clauses, main)
      : inMainClause(sentence, clauses, main);
  if (found === undefined) return null;
  const at = mentions.indexOf(found);
  const rivals = direct ? [] : parallels(sentence, clauses, found);
  if (rivals.length > 1) return severalOf(text, rivals);
  return pick(text, mentions, direct ? at : chainStart(text, mentions, at));
}

/** The numbers that may be meant: not the dates, the bracketed, the asides where others are there. */
function candidates(
  { text, start, mentions, wanted }: Sentence,
  clauses: readonly Clause[],
): readonly NumberMention[] {
  const dated = preferred(mentions, (m) => !isYear(text, m, wanted.units));
  const outside = preferred(dated, (m) => !inBrackets(text, start, m.start));
  const main = preferred(outside, (m) => !clauseAt(clauses, m.start).aside);
  const whole = preferred(main, (m) => !isAttribute(text, m));
  const strong = preferred(whole, (m) => !m.weak);
  if (wanted.share === true) return preferred(strong, (m) => m.share);
  return wanted.units.length === 0 ? strong : preferred(strong, (m) => fits(m, wanted));
}

/** 「50的2倍」, 「12和18的公倍数」: the number belongs to what follows. */
function isAttribute(text: string, { start, end }: NumberMention): boolean {
  // 前80回为曹雪芹所作.
  if (/[前后]\s?$/.test(text.slice(start - 2, start)) && /^[为是由]/.test(text.slice(end, end + 1)))
    return true;
  return /^(?:\s?(?:[和与及、]\s?[\d.]{1,9}){1,3})?\s?的\s?[\p{L}\d]/u.test(
    text.slice(end, end + 40),
  );
}

export function fits(mention: NumberMention, wanted: Wanted): boolean {
  return (
    wanted.units.length > 0 &&
    mention.kind === 'value' &&
    conversion(mention.units, wanted.units) !== null
  );
}

/** Those that hold, or all when none does. */
export function preferred(
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

/** 「6个工人8天可以完成480个零件」: what is asked closes the clause, and asides follow it. */
function inMainClause(
  { text }: Sentence,
  clauses: readonly Clause[],
  main: readonly NumberMention[],
): NumberMention | undefined {
  const wordsOf = (m: NumberMention): string => before(text, clauses, m);
  const own = preferred(main, (m) => !/^\s*(?:每|平均)/.test(wordsOf(m)));
  const totals = preferred(own, (m) => isTotal(wordsOf(m)));
  const [first] = totals;
  if (first === undefined) return undefined;
  return totals.findLast((m) => !/[,;:]\s*\D/.test(text.slice(first.end, m.start))) ?? first;
}

/** The last number, unless it only breaks down or spreads what was concluded before it. */
function lastSettled(
  { text }: Sentence,
  clauses: readonly Clause[],
  main: readonly NumberMention[],
): NumberMention | undefined {
  const last = main.at(-1);
  if (last === undefined) return undefined;
  const exact = beforeRounding(text, main);
  if (exact !== null) return exact;
  const whole = brokenDown(text, clauses, main);
  if (whole !== null) return whole;
  const clause = clauseAt(clauses, last.start);
  const previous = clauses[clauses.indexOf(clause) - 1];
  if (previous === undefined || !/^\s*每/.test(text.slice(clause.start, clause.end))) return last;
  if (!concludes(text.slice(previous.start, previous.end))) return last;
  return main.findLast((m) => clauseAt(clauses, m.start) === previous) ?? last;
}

const ROUNDS = /(?:约(?:等于|[为是])?|近似(?:值)?(?:等于|[为是于])?)\s?$/;

/** 「1/6，约等于0.167」: a fraction that is rounded afterwards. */
function beforeRounding(text: string, main: readonly NumberMention[]): NumberMention | null {
  const [exact, last] = [main.at(-2), main.at(-1)];
  if (exact === undefined || last === undefined || exact.kind !== 'value') return null;
  const between = text.slice(exact.end, last.start);
  if (between.length > 12 || !/^\s?,/.test(between) || !ROUNDS.test(between)) return null;
  return /[/½-¾⅐-⅞]|frac|分之/.test(text.slice(exact.amount.start, exact.amount.end))
    ? exact
    : null;
}

const REMAINS = /[剩还余差比]|所以|因此|最[终后]|现在|平均|每/;
const IN_TOTAL = /^[^,;:.\d]{0,24}\b(?:in total|altogether|in all)\b/i;
const MAX_PARTS = 8;

/** 「总人数为48人，男生28人，女生20人」: the total of the parts that follow it. */
function brokenDown(
  text: string,
  clauses: readonly Clause[],
  main: readonly NumberMention[],
): NumberMention | null {
  if (main.length < 3) return null;
  const at = main.findLastIndex(
    (m, i) =>
      i < main.length - 2 &&
      (isTotal(before(text, clauses, m)) || IN_TOTAL.test(text.slice(m.end, m.end + 40))),
  );
  const whole = main[at];
  const parts = main.slice(at + 1);
  if (whole === undefined || parts.length > MAX_PARTS) return null;
  if (parts.some((part) => REMAINS.test(before(text, clauses, part)))) return null;
  const [total, ...values] = [whole, ...parts].map((m) => mentionValue(text, m));
  if (total == null) return null;
  let sum: Rational = ZERO;
  for (const value of values) {
    if (value == null) return null;
    sum = add(sum, value);
  }
  return compare(sum, total) === 0 ? whole : null;
}

/** What stands before a number in its clause. */
function before(text: string, clauses: readonly Clause[], { start }: NumberMention): string {
  return text.slice(clauseAt(clauses, start).start, start);
}

/** The number and its neighbours of which the sentence says the same about other things. */
function parallels(
  { text, mentions }: Sentence,
  clauses: readonly Clause[],
  found: NumberMention,
): readonly NumberMention[] {
  const single = mentions.filter((m) => m.kind === 'value');
  const at = single.indexOf(found);
  if (at < 0) return [];
  const rivals = [found];
  for (const other of [single[at - 1], single[at + 1]]) {
    if (other === undefined) continue;
    const pair = other.start < found.start ? [other, found] : [found, other];
    const [x, y] = pair as [NumberMention, NumberMention];
    const [a, b] = [clauseAt(clauses, x.start), clauseAt(clauses, y.start)];
    if (clauses.indexOf(b) - clauses.indexOf(a) !== 1 || b.aside) continue;
    const alone = (c: Clause): boolean =>
      mentions.filter((m) => m.start >= c.start && m.start < c.end).length === 1;
    if (!alone(a) || !alone(b) || !sameKind(x, y)) continue;
    if (areParallel(text, [a, b], [x, y]) && !isReckoned(text, single, found)) rivals.push(other);
  }
  return rivals.toSorted((x, y) => x.start - y.start);
}

function sameKind(x: NumberMention, y: NumberMention): boolean {
  if (x.units.length === 0 || y.units.length === 0) return x.units.length === y.units.length;
  return conversion(x.units, y.units) !== null;
}

/** 「底是6，高是4，面积是24」: the last is reckoned from the two before it. */
function isReckoned(
  text: string,
  mentions: readonly NumberMention[],
  found: NumberMention,
): boolean {
  const at = mentions.indexOf(found);
  const [x, y] = [mentions[at - 2], mentions[at - 1]];
  if (x === undefined || y === undefined || at !== mentions.length - 1) return false;
  const [a, b, c] = [x, y, found].map((m) => mentionValue(text, m));
  if (a == null || b == null || c == null) return false;
  return [add(a, b), add(a, negate(b)), add(b, negate(a)), multiply(a, b), divide(a, b)].some(
    (result) => result !== null && compare(result, c) === 0,
  );
}
