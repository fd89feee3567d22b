/**
 * Characters that a reader cannot see, or that change how the text around them is shown: control
 * characters, bidirectional marks, invisible format characters and fillers, tag characters,
 * non-characters and lone surrogates. Line ends, tabs, joiners and variation selectors stay as they
 * are: texts, scripts and emoji need them.
 */
const HAZARDS =
  /[[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFF9-\uFFFB]--[\t\n\u200C\u200D\p{Variation_Selector}]]/gv;

/** A piece of a text: shown as it is, or a character that is named instead of shown. */
export interface TextPiece {
  readonly kind: 'text' | 'hazard';
  /** The text, or the name of the character as `U+202E`. */
  readonly value: string;
}

/** The text in pieces, hazards named; a line ends with `\n` only. */
export function textPieces(text: string): readonly TextPiece[] {
  const unix = text.replaceAll('\r\n', '\n');
  const pieces: TextPiece[] = [];
  let from = 0;
  for (const match of unix.matchAll(HAZARDS)) {
    if (match.index > from) pieces.push({ kind: 'text', value: unix.slice(from, match.index) });
    pieces.push({ kind: 'hazard', value: codePointName(match[0]) });
    from = match.index + match[0].length;
  }
  if (from < unix.length) pieces.push({ kind: 'text', value: unix.slice(from) });
  return pieces;
}

/** The text with every hazard replaced by its name in brackets, e.g. `[U+202E]`. */
export function plainText(text: string): string {
  return text.replaceAll('\r\n', '\n').replace(HAZARDS, (char) => `[${codePointName(char)}]`);
}

function codePointName(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/** The first `limit` UTF-16 units of a text, `…` in place of the rest; never half a character. */
export function clip(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, boundary(text, limit))}…`;
}

/** Half-open range of UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What is shown of a long text; `left-out` counts characters (code points). */
export type ExcerptPart =
  | { readonly kind: 'text' | 'mark'; readonly text: string }
  | { readonly kind: 'left-out'; readonly characters: number };

export interface ExcerptLimits {
  /** UTF-16 units shown at most. */
  readonly units: number;
  /** Lines shown at most in each unbroken stretch. */
  readonly lines: number;
}

/**
 * Cuts a text to what a reader can take in, and says how much was left out. The start is always
 * shown; when `mark` lies behind it, the text around the mark is shown too.
 */
export function excerpt(text: string, limits: ExcerptLimits, mark?: Range): readonly ExcerptPart[] {
  const parts: ExcerptPart[] = [];
  let at = 0;
  for (const { start, end } of shownRanges(text, limits, mark)) {
    if (start > at) parts.push({ kind: 'left-out', characters: characters(text, at, start) });
    pushMarked(parts, text, { start, end }, mark);
    at = end;
  }
  if (at < text.length) {
    parts.push({ kind: 'left-out', characters: characters(text, at, text.length) });
  }
  return parts;
}

function shownRanges(text: string, limits: ExcerptLimits, mark?: Range): readonly Range[] {
  const head = stretch(text, 0, limits.units, limits.lines);
  if (mark === undefined || mark.end <= head.end) return [head];
  const half = Math.floor(limits.units / 2);
  const around = Math.floor(half / 4);
  const shortHead = stretch(text, 0, half, limits.lines);
  const lead = Math.max(shortHead.end, mark.start - around);
  const start = lastLines(text, boundary(text, lead), mark.start, limits.lines >> 1);
  return [shortHead, stretch(text, start, half, limits.lines)];
}

/** Where the last `lines` lines of the range begin. */
function lastLines(text: string, start: number, end: number, lines: number): number {
  let at = end;
  for (let line = 0; line < lines; line++) {
    const previous = text.lastIndexOf('\n', at - 1);
    if (previous < start) return start;
    at = previous;
  }
  return Math.min(at + 1, end);
}

/** At most `units` units and `lines` lines from `start`. */
function stretch(text: string, start: number, units: number, lines: number): Range {
  const limit = boundary(text, Math.min(text.length, start + units));
  let end = start;
  for (let line = 0; line < lines; line++) {
    const next = text.indexOf('\n', end);
    if (next === -1 || next >= limit) return { start, end: limit };
    end = next + 1;
  }
  return { start, end };
}

function pushMarked(parts: ExcerptPart[], text: string, shown: Range, mark?: Range): void {
  const from = Math.max(shown.start, mark?.start ?? shown.end);
  const to = Math.min(shown.end, mark?.end ?? shown.end);
  const push = (kind: 'text' | 'mark', start: number, end: number): void => {
    if (end > start) parts.push({ kind, text: text.slice(start, end) });
  };
  if (mark === undefined || from >= to) {
    push('text', shown.start, shown.end);
    return;
  }
  push('text', shown.start, from);
  push('mark', from, to);
  push('text', to, shown.end);
}

/** `at`, or one less where it would split a surrogate pair. */
function boundary(text: string, at: number): number {
  const splits = isHigh(text.charCodeAt(at - 1)) && isLow(text.charCodeAt(at));
  return splits ? at - 1 : at;
}

function characters(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = start; i < end; i++) {
    if (isHigh(text.charCodeAt(i)) && i + 1 < end && isLow(text.charCodeAt(i + 1))) i++;
    count++;
  }
  return count;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
