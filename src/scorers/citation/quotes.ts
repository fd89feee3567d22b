import type { Range } from '../../text/index.ts';
import { plainText } from '../plain-reading.ts';
import { compareShare, shareText } from '../share.ts';
import type { Mark } from './marks.ts';

/** A quotation, with the marks that it is cited by. */
export interface Quote extends Range {
  readonly text: string;
  readonly sources: readonly number[];
}

/** Quotations with fewer letters are terms or titles, not evidence. */
export const SHORTEST_QUOTE = 6;

/** Length of the character n-grams in which a quotation and its source are compared. */
const NGRAM = 3;

const QUOTATION =
  /“([^“”]{1,4000})”|「([^「」]{1,4000})」|『([^『』]{1,4000})』|"([^"\n]{1,4000})"/g;

/**
 * The quotations of a text. One belongs to the marks that follow it before the next quotation and
 * on its line; without any, to the last mark before it on that line.
 */
export function quotesIn(text: string, end: number, marks: readonly Mark[]): Quote[] {
  const found = [...text.slice(0, end).matchAll(QUOTATION)].flatMap((match) => {
    const inner = match.slice(1).find((group) => group !== undefined) ?? '';
    if (!hasLetters(inner, SHORTEST_QUOTE)) return [];
    return [{ start: match.index, end: match.index + match[0].length, text: inner }];
  });
  let at = 0;
  const lineOf = lineFinder(text);
  const lineEndOf = lineFinder(text);
  return found.map((quote, i) => {
    const from = Math.max(lineOf(quote.start).start, found[i - 1]?.end ?? 0);
    const to = Math.min(lineEndOf(quote.end).end, found[i + 1]?.start ?? text.length);
    while (at < marks.length && (marks[at]?.start ?? 0) < from) at++;
    return { ...quote, sources: cited(marks, at, quote, to) };
  });
}

function hasLetters(text: string, count: number): boolean {
  let found = 0;
  for (const character of text) {
    if (/[\p{L}\p{N}]/u.test(character) && ++found >= count) return true;
  }
  return false;
}

/** Finds the line of a place; the places asked for have to go forward, so that one pass is enough. */
function lineFinder(text: string): (place: number) => Range {
  const endFrom = (from: number): number => {
    const newline = text.indexOf('\n', from);
    return newline < 0 ? text.length : newline;
  };
  let line = { start: 0, end: endFrom(0) };
  return (place) => {
    while (place > line.end) line = { start: line.end + 1, end: endFrom(line.end + 1) };
    return line;
  };
}

function cited(marks: readonly Mark[], from: number, quote: Range, to: number): readonly number[] {
  let before: readonly number[] = [];
  const after: number[] = [];
  let reached = quote.end;
  for (let i = from; i < marks.length; i++) {
    const mark = marks[i];
    if (mark === undefined || mark.start >= to) break;
    if (mark.end <= quote.start) before = mark.sources;
    // The first mark, and those that touch it: [1][3].
    if (mark.start < quote.end) continue;
    if (after.length > 0 && mark.start > reached) break;
    after.push(...mark.sources);
    reached = mark.end;
  }
  return after.length > 0 ? after : before;
}

export interface Support {
  readonly supported: boolean;
  /** Best containment among the cited sources, decimal string. */
  readonly overlap: string;
}

/** Compares quotations with the sources; the n-grams of a source are collected once. */
export function supportOf(
  sources: readonly string[],
  minOverlap: string,
): (quote: Quote) => Support {
  const bySource = new Map<number, ReadonlySet<string>>();
  const gramsOf = (source: number): ReadonlySet<string> => {
    const grams = bySource.get(source) ?? new Set(ngrams(comparable(sources[source - 1] ?? '')));
    bySource.set(source, grams);
    return grams;
  };
  // Long texts repeat their shares, and an exact comparison takes some reckoning.
  const known = new Map<string, Support>();
  const judged = (found: number, wanted: number): Support => {
    const share = `${found}/${wanted}`;
    const support = known.get(share) ?? {
      supported: wanted > 0 && compareShare(found, wanted, minOverlap) >= 0,
      overlap: shareText(found, wanted),
    };
    known.set(share, support);
    return support;
  };
  return (quote) => {
    const wanted = ngrams(comparable(quote.text));
    let best = 0;
    for (const source of new Set(quote.sources)) {
      const grams = gramsOf(source);
      best = Math.max(best, wanted.filter((gram) => grams.has(gram)).length);
    }
    return judged(best, wanted.length);
  };
}

/** Letters and figures only: quotations differ from their source in marks and blanks. */
function comparable(text: string): string {
  // Most quotations are plain, and there may be a great many.
  if (/^[0-9a-z\u4e00-\u9fff]*$/.test(text)) return text;
  return plainText(text, true).replace(/[^\p{L}\p{N}]/gu, '');
}

function ngrams(text: string): string[] {
  const grams: string[] = [];
  const characters = /[\ud800-\udfff]/.test(text) ? Array.from(text) : text;
  for (let end = NGRAM; end <= characters.length; end++) {
    const gram = characters.slice(end - NGRAM, end);
    grams.push(typeof gram === 'string' ? gram : gram.join(''));
  }
  return grams;
}
