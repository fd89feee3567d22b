import {
  add,
  formatRational,
  multiply,
  parseChineseInteger,
  type Rational,
  rational,
} from '../../text/index.ts';
import type { NumberMention } from './mention.ts';
import { compoundDimension, conversion, type Unit } from './units.ts';
import { mentionValue } from './value.ts';

export interface Quantity {
  readonly value: Rational;
  /** What the unit may mean; empty when none was given. */
  readonly units: readonly Unit[];
}

/** What a statement of numbers comes to. */
export type Picked =
  | {
      readonly kind: 'one';
      readonly quantity: Quantity;
      readonly start: number;
      readonly end: number;
    }
  | {
      readonly kind: 'several';
      readonly values: readonly string[];
      readonly start: number;
      readonly end: number;
    }
  | { readonly kind: 'vague'; readonly start: number; readonly end: number };

type Glue = 'operator' | 'equals' | 'range' | 'or' | 'list' | null;

/** 「12，也可能是15」, 「12吧，或者15」: nothing is settled. */
const ALTERNATIVE =
  /^\s?(?:吧|呢|左右)?\s?[,;、]?\s?(?:(?:但|又)?(?:也|还|又)?有?(?:可能|也许|或许|没准)(?:是|为|等于)?|或者?(?:可能|也许|或许)?(?:是|为)?|要[么不](?:就)?(?:是|为)?)\s?$/;

/** 介于10和15之间, between 10 and 15. */
function isBetween(text: string, a: NumberMention, b: NumberMention, between: string): boolean {
  if (!/^\s?(?:和|与|到|至|、|,|~|-|and)\s?$/i.test(between)) return false;
  if (/^\s?之间(?!的|有|相差)/.test(text.slice(b.end, b.end + 5))) return true;
  return /(?:介于|\bbetween)\s?$/i.test(text.slice(Math.max(0, a.start - 9), a.start));
}

/** What stands between two numbers. */
function glue(text: string, a: NumberMention, b: NumberMention): Glue {
  const between = text.slice(a.end, b.start);
  if (between.length > 16) return null;
  if (isDeviation(text, b, between)) return 'range';
  // 17÷5=3……2, 84÷10=8余4: a quotient and what remains.
  if (/^\s?(?:…+|\.{3,6}|·{3,6}|余数?(?:是|为)?)\s?$/.test(between)) return 'or';
  if (isMultiple(text, b, between)) return 'operator';
  if (isBetween(text, a, b, between)) return 'range';
  if (ALTERNATIVE.test(between)) return 'or';
  if (/^\s*(?:~|～|–|—|至|到|-{1,2})\s*$/.test(between))
    return /-/.test(between) ? 'operator' : 'range';
  if (
    /^[)\]}\s]*(?:[+\-*/÷×·xX]|\\times|\\div|\\cdot|乘以?|除以|加上?|减去?)[({[\s]*$/.test(between)
  )
    return 'operator';
  if (/^[)\]}\s]*(?:=|≈|≒|==|等于|约等于|约为|得到?)[({[\s约]*$/.test(between)) return 'equals';
  // 12的7倍是84, 5√2，约7.07: only what is no plain number needs to be reckoned out.
  if (a.kind === 'vague' && /^\s?,?\s?(?:大?约|即|也就是)(?:是|为|等于)?\s?$/.test(between))
    return 'equals';
  if (isProduct(a) && /^\s?,?\s?(?:也就|就|即|刚好|正好)?(?:是|为|即)\s?$/.test(between))
    return 'equals';
  if (/^\s*(?:或者?|或是|还是|\bor\b)\s*(?:[a-z][₁₂]?\s*=\s*)?$/.test(between)) return 'or';
  // x₁=2，x₂=3: two solutions, not one.
  if (/^\s*(?:[、,;]|和|且)\s*[a-z][₁₂₃1-3]?\s*=\s*$/.test(between)) return 'or';
  if (/^\s*(?:[、,]|和|与|及|\band\b|,\s*\band\b)\s*$/.test(between)) return 'list';
  return null;
}

/** 12.5±0.1 and 12.5正负0.1. */
function isDeviation(text: string, b: NumberMention, between: string): boolean {
  const sign = between + text.slice(b.start, b.amount.start);
  return /^\s?(?:±|\+\/-|\\pm|正负|上下浮动)\s?$/.test(sign);
}

/** 50的2倍是100, 200的15%=30; 84是12的7倍 states the multiple itself. */
function isMultiple(text: string, b: NumberMention, between: string): boolean {
  if (!/^\s?的\s?$/.test(between) || !(isProduct(b) || b.share)) return false;
  return /^\s?,?\s?(?:[也就即]{1,2}|刚好|正好)?[是为即=得等约≈]/.test(text.slice(b.end, b.end + 8));
}

function isProduct({ units }: NumberMention): boolean {
  return units.some((unit) => unit.name === '倍');
}

/** Where the equation or the compound quantity begins that the number at `from` is part of. */
export function chainStart(text: string, mentions: readonly NumberMention[], from: number): number {
  let at = from;
  for (; at > 0; at--) {
    const how = glue(text, mentions[at - 1] as NumberMention, mentions[at] as NumberMention);
    const linked =
      how === 'list'
        ? rivalsOf(text, mentions, at - 1).includes(mentions[from] as NumberMention)
        : how !== null;
    if (!linked && compoundParts(text, mentions, at - 1).length < 2) break;
  }
  return at;
}

/** The quantity at `at`: the last side of its equation, all parts of 一年六个月. */
export function pick(text: string, mentions: readonly NumberMention[], at: number): Picked {
  const first = mentions[at] as NumberMention;
  let side = at;
  let best: number | null = null;
  let i = at;
  let single = !isOperand(text, first.start);
  for (; i + 1 < mentions.length; i++) {
    const how = glue(text, mentions[i] as NumberMention, mentions[i + 1] as NumberMention);
    if (how === 'operator') single = false;
    else if (how === 'equals') {
      if (single) best = side;
      side = i + 1;
      single = true;
    } else break;
  }
  if (single && !isOperandBefore(text, (mentions[i] as NumberMention).end)) best = side;
  const end = (mentions[i] as NumberMention).end;
  if (best === null || breaksOff(text, end)) return { kind: 'vague', start: first.start, end };
  const chosen = mentions[best] as NumberMention;
  const next = mentions[i + 1];
  const how = next === undefined ? null : glue(text, mentions[i] as NumberMention, next);
  if (how === 'range')
    return { kind: 'vague', start: chosen.start, end: (next as NumberMention).end };
  const rivals = rivalsOf(text, mentions, best);
  if (rivals.length > 1) {
    const several = severalOf(text, rivals);
    if (several.kind === 'several') return several;
  }
  return quantityAt(text, mentions, best);
}

/** Several numbers, or the one that all of them are. */
export function severalOf(text: string, rivals: readonly NumberMention[]): Picked {
  const [first, last] = [rivals[0] as NumberMention, rivals.at(-1) as NumberMention];
  const values = rivals
    .map((m) => mentionValue(text, m))
    .map((v) => (v === null ? '?' : formatRational(v)));
  if (new Set(values).size > 1)
    return { kind: 'several', values, start: first.start, end: last.end };
  return quantityAt(text, rivals, 0);
}

/** 底乘高除以2, x/2, x+5: the number only operates on what is no number. */
function isOperand(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 12), start);
  if (!/[以乘除上去×÷*/·+\-ste]/.test(before)) return false;
  return (
    /(?:[乘除]以?|(?<!增)加上|减去)[\s({[]*$/.test(before) ||
    /[\p{L})\]}][\s]*(?:[×÷*/]|\\times|\\div|\\cdot)[\s({[]*$/u.test(before) ||
    /(?:(?<![A-Za-z])[a-zA-Z](?:_\{?\d{1,2}\}?)?|[a-z\d)\]}]\^?[²³\d]?[)\]}])\s?[+-]\s?$/.test(
      before,
    )
  );
}

/** F=2+E-V: what follows shows that the number is only a term. */
function isOperandBefore(text: string, end: number): boolean {
  return /^\s?[-+×*·]\s?[A-Za-z](?![A-Za-z\p{Script=Han}])/u.test(text.slice(end, end + 6));
}

/** 「共240×」 at the end of an answer that was cut off. */
function breaksOff(text: string, end: number): boolean {
  return (
    text.length - end < 12 &&
    /^(?:\s*[×÷+=/]|\s+\*|\\times|\\div|乘以?|除以|加上|减去)\s*$/.test(text.slice(end))
  );
}

/** 「84或48」, 「3、4」: more numbers where one was asked for. */
function rivalsOf(text: string, mentions: readonly NumberMention[], at: number): NumberMention[] {
  const rivals = [mentions[at] as NumberMention];
  for (let i = at; i + 1 < mentions.length; i++) {
    const a = mentions[i] as NumberMention;
    const b = mentions[i + 1] as NumberMention;
    const how = glue(text, a, b);
    const same =
      b.units.length === 0 || a.units.length === 0 || conversion(a.units, b.units) !== null;
    if ((how !== 'or' && how !== 'list') || !same || compoundDimension(a.units, b.units) !== null)
      break;
    // 「36，2组」: only numbers that nothing else is said of make a list.
    if (
      how === 'list' &&
      !/^\s*(?:$|[,、。;!.)}\]\n]|和|与|或|and\b|or\b)/.test(text.slice(b.end, b.end + 5))
    )
      break;
    rivals.push(b);
  }
  return rivals;
}

function quantityAt(text: string, mentions: readonly NumberMention[], at: number): Picked {
  const first = mentions[at] as NumberMention;
  const value = mentionValue(text, first);
  if (value === null) return { kind: 'vague', start: first.start, end: first.end };
  const parts = compoundParts(text, mentions, at);
  const last = parts.at(-1) ?? first;
  const quantity = parts.length > 1 ? compoundOf(text, parts) : { value, units: first.units };
  if (quantity === null) return { kind: 'vague', start: first.start, end: last.end };
  return { kind: 'one', quantity, start: first.start, end: last.end };
}

/** The last number of the statement that begins at `at`. */
export function lastOfChain(
  mentions: readonly NumberMention[],
  at: number,
  text: string,
): NumberMention {
  let last = compoundParts(text, mentions, at).at(-1) ?? (mentions[at] as NumberMention);
  for (let i = mentions.indexOf(last); i + 1 < mentions.length; i++) {
    if (glue(text, mentions[i] as NumberMention, mentions[i + 1] as NumberMention) === null) break;
    last = mentions[i + 1] as NumberMention;
  }
  return last;
}

function compoundParts(
  text: string,
  mentions: readonly NumberMention[],
  at: number,
): NumberMention[] {
  const parts = [mentions[at] as NumberMention];
  for (let i = at; i + 1 < mentions.length; i++) {
    const a = mentions[i] as NumberMention;
    const b = mentions[i + 1] as NumberMention;
    if (!/^(?:\s|零|又|,\s?)?$/.test(text.slice(a.end, b.start)) || b.kind !== 'value') break;
    const clipped = b.units.length === 0 && isClippable(a.units);
    if (!clipped && compoundDimension(a.units, b.units) === null) break;
    parts.push(b);
    if (clipped) break;
  }
  return parts;
}

/** 12块5, 三毛五 and 1米75: the digits after the unit are its decimals. */
function isClippable(units: readonly Unit[]): boolean {
  return units.some((unit) => ['元', '角', '米'].includes(unit.name));
}

/**
 * The sum of a compound quantity: in the smallest unit for times (18 个月), in the largest for
 * money, lengths and masses (12.5 元).
 */
function compoundOf(text: string, parts: readonly NumberMention[]): Quantity | null {
  const [first, second] = parts;
  const last = parts.at(-1);
  if (first === undefined || second === undefined || last === undefined) return null;
  if (second.units.length === 0) {
    const whole = mentionValue(text, first);
    const decimals = clippedDecimals(text.slice(second.amount.start, second.amount.end));
    if (whole === null || decimals === null) return null;
    return { value: add(whole, decimals), units: first.units };
  }
  if (last.units.length === 0) return clippedCompound(text, parts);
  const dimension = compoundDimension(first.units, second.units) ?? '';
  const small = ['time', 'calendar', 'angle'].includes(dimension);
  const target = (small ? last : first).units.filter((unit) => unit.dimension === dimension);
  let sum = rational(0n);
  for (const part of parts) {
    const value = mentionValue(text, part);
    const factor = conversion(
      part.units.filter((u) => u.dimension === dimension),
      target,
    );
    if (value === null || factor === null) return null;
    sum = add(sum, multiply(value, factor));
  }
  return { value: sum, units: target };
}

/** The 75 of 1米75 and the 七五 of 一米七五, as decimals. */
function clippedDecimals(digits: string): Rational | null {
  if (!/^(?:\d{1,2}|[零〇一二三四五六七八九]{1,2})$/.test(digits)) return null;
  const values = Array.from(digits, (c) => parseChineseInteger(c) ?? BigInt(c));
  const value = values.reduce((sum, digit) => sum * 10n + digit, 0n);
  return rational(value, 10n ** BigInt(values.length));
}

/** 三块二毛五: what follows the last unit is a tenth of it. */
function clippedCompound(text: string, parts: readonly NumberMention[]): Quantity | null {
  const [tail, last] = [parts.at(-2), parts.at(-1)];
  const head = compoundOf(text, parts.slice(0, -1));
  if (tail === undefined || last === undefined || head === null) return null;
  const value = mentionValue(text, last);
  const factor = conversion(tail.units, head.units);
  if (value === null || factor === null || last.amount.end - last.amount.start !== 1) return null;
  const tenth = multiply(multiply(value, factor), rational(1n, 10n));
  return { value: add(head.value, tenth), units: head.units };
}
