import type { GradingKey } from '../../model/index.ts';
import type { Span } from '../contract.ts';
import { shorten } from '../shorten.ts';
import { bodyEnd, type Mark, marksIn, type Style } from './marks.ts';
import { type Quote, quotesIn, type Support, supportOf } from './quotes.ts';

export interface CitationOptions {
  /** Default `any`. */
  readonly style?: Style;
  /** Number of sources; absent: those of the target, or those listed in the prompt. */
  readonly sources?: number;
  readonly required?: readonly number[];
  readonly forbidden?: readonly number[];
  /** Whether sources besides the required may be cited. Default `subset`: they may. */
  readonly mode?: 'subset' | 'exact';
  /** Smallest share of a quotation's character n-grams that occur in its source. */
  readonly quoteMinOverlap?: string;
  readonly minQuotes?: number;
}

type CitationRule =
  | 'cited'
  | 'no-sources'
  | 'no-marks'
  | 'out-of-range'
  | 'forbidden'
  | 'missing'
  | 'not-exact'
  | 'too-few-quotes'
  | 'unsupported-quote';

/** What an answer cites, and the first thing that is wrong with it. */
export interface Cited {
  readonly rule: CitationRule;
  /** Different sources cited in the body, ascending; those out of range included. */
  readonly numbers: readonly number[];
  readonly outOfRange: readonly number[];
  readonly missing: readonly number[];
  /** Cited although forbidden, or besides the required in mode `exact`. */
  readonly unwanted: readonly number[];
  /** How many of `numbers` are required; without a requirement, how many are sources at all. */
  readonly matched: number;
  /** How many sources are required. */
  readonly required: number;
  readonly quotes: number;
  readonly minQuotes: number;
  readonly unsupported: readonly (Omit<Quote, 'start' | 'end'> & Pick<Support, 'overlap'>)[];
  readonly first: Span | null;
  /** Where the problem stands. */
  readonly problem: Span | null;
}

/** The source texts that a case brings. */
export function sourceTexts({ target }: GradingKey): readonly string[] | null {
  if (typeof target !== 'object' || target === null || Array.isArray(target)) return null;
  const { sources } = target;
  return Array.isArray(sources) ? sources.filter((text) => typeof text === 'string') : null;
}

/** The numbers that sources have, or null when nothing says which there are. */
export function sourceNumbers(
  key: GradingKey,
  { sources }: CitationOptions,
): ReadonlySet<number> | null {
  const count = sources ?? sourceTexts(key)?.length;
  if (count !== undefined) return new Set(Array.from({ length: count }, (_, i) => i + 1));
  const listed = new Set<number>();
  for (const { role, content } of key.request.messages) {
    if (role !== 'user' && role !== 'system') continue;
    const text =
      typeof content === 'string'
        ? content
        : content.map((part) => (part.type === 'text' ? part.text : '')).join('\n');
    for (const match of text.matchAll(LISTED)) listed.add(Number(match[1] ?? match[2]));
  }
  return listed.size === 0 ? null : listed;
}

/** A line of the prompt that brings a source: `[1] …`, `【1】…`, `资料1：…`. */
const LISTED =
  /^[ \t]*(?:[[【［]\s?(?:来源|资料|文献|文档|材料|source|doc(?:ument)?)?\s?(\d{1,5})\s?[\]】］]|(?:来源|资料|文献|文档|材料|source|document)\s?(\d{1,5})\s?[:：])/gimu;

export function judge(key: GradingKey, text: string, options: CitationOptions): Cited {
  const known = sourceNumbers(key, options);
  const { required = [], forbidden = [], mode = 'subset', minQuotes = 0 } = options;
  const marks = marksIn(text, options.style ?? 'any');
  const end = bodyEnd(text);
  const body = marks.filter((mark) => mark.start < end);
  const numbers = sourcesIn(body);
  const isBad = (mark: Mark): boolean =>
    mark.broken || (known !== null && mark.sources.some((n) => !known.has(n)));
  const bad = marks.filter(isBad);
  const outOfRange = sourcesIn(bad).filter((n) => known === null || !known.has(n));
  const isUnwanted = (n: number): boolean =>
    forbidden.includes(n) || (mode === 'exact' && !required.includes(n));
  const unwanted = numbers.filter(isUnwanted);
  const missing = required.filter((n) => !numbers.includes(n));
  const { quotes, unsupported } = quotations(key, text, end, body, options);
  const rule = ruleOf();
  return {
    rule,
    numbers,
    outOfRange,
    missing,
    unwanted,
    matched: numbers.filter((n) => (required.length > 0 ? required.includes(n) : known?.has(n)))
      .length,
    required: required.length,
    quotes,
    minQuotes,
    unsupported: unsupported.map((quote) => ({ ...quote, text: shorten(quote.text) })),
    first: spanOf(text, body[0]),
    problem: problemSpan(),
  };

  function ruleOf(): CitationRule {
    if (known === null) return 'no-sources';
    if (bad.length > 0) return 'out-of-range';
    if (numbers.length === 0) return 'no-marks';
    if (numbers.some((n) => forbidden.includes(n))) return 'forbidden';
    if (missing.length > 0) return 'missing';
    if (unwanted.length > 0) return 'not-exact';
    if (quotes < minQuotes) return 'too-few-quotes';
    return unsupported.length > 0 ? 'unsupported-quote' : 'cited';
  }

  function problemSpan(): Span | null {
    if (rule === 'out-of-range') return spanOf(text, bad[0]);
    if (rule === 'unsupported-quote') return spanOf(text, unsupported[0]);
    if (rule !== 'forbidden' && rule !== 'not-exact') return null;
    return spanOf(
      text,
      body.find(({ sources }) => sources.some(isUnwanted)),
    );
  }
}

/** The different sources that marks name, ascending. */
function sourcesIn(marks: readonly Mark[]): number[] {
  const found = new Set<number>();
  for (const { sources } of marks) for (const source of sources) found.add(source);
  return [...found].toSorted((a, b) => a - b);
}

function quotations(
  key: GradingKey,
  text: string,
  end: number,
  marks: readonly Mark[],
  { quoteMinOverlap, minQuotes }: CitationOptions,
): { readonly quotes: number; readonly unsupported: readonly (Quote & Support)[] } {
  if (quoteMinOverlap === undefined && minQuotes === undefined)
    return { quotes: 0, unsupported: [] };
  const quotes = quotesIn(text, end, marks);
  const support = supportOf(sourceTexts(key) ?? [], quoteMinOverlap ?? '0');
  const judged = quotes.map((quote) => ({ ...quote, ...support(quote) }));
  return { quotes: quotes.length, unsupported: judged.filter(({ supported }) => !supported) };
}

function spanOf(
  text: string,
  range: { readonly start: number; readonly end: number } | undefined,
): Span | null {
  if (range === undefined) return null;
  const { start, end } = range;
  return { start, end, text: text.slice(start, end) };
}
