import { SIMPLIFIED, TRADITIONAL } from './script-table.ts';

/**
 * A text as a scorer reads it, and where each unit of it stands in the original.
 *
 * Reading folds characters (full to half width, traditional to simplified) and drops some (zero
 * width, markup). Evidence must point into the answer as the model wrote it, so every range that a
 * scorer finds goes through `sourceRange`.
 */
export interface Reading {
  /** The text as written. */
  readonly source: string;
  /** The text as read. */
  readonly text: string;
  /** Unit i of `text` stands for the unit `places[i]` of `source`; null when they coincide. */
  readonly places: Int32Array | null;
}

/** Half-open range of UTF-16 units in an original text, with the text itself. */
export interface SourceRange {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** U+FF01–FF5E to ASCII and U+3000 to a space. Nothing else: NFKC would turn 10² into 102. */
const WIDTH = characterTable((set) => {
  for (let code = 0xff01; code <= 0xff5e; code++) set(code, code - 0xfee0);
  set(0x3000, 0x20);
});

/** Width, traditional to simplified, the minus signs, circled Latin letters, no-break spaces. */
const READING = characterTable((set) => {
  for (let code = 0xff01; code <= 0xff5e; code++) set(code, code - 0xfee0);
  for (const space of [0x3000, 0xa0, 0x2002, 0x2003, 0x2009, 0x202f]) set(space, 0x20);
  for (const minus of [0x2212, 0xfe63, 0x2010, 0x2011]) set(minus, 0x2d);
  for (let i = 0; i < 26; i++) {
    set(0x24b6 + i, 0x41 + i);
    set(0x24d0 + i, 0x41 + i);
  }
  for (let i = 0; i < TRADITIONAL.length; i++) {
    set(TRADITIONAL.charCodeAt(i), SIMPLIFIED.charCodeAt(i));
  }
});

/** Zero-width and directional characters, soft hyphen, byte order mark, variation selectors. */
export const INVISIBLE =
  /(?:[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]|[\ufe00-\ufe0f])+/g;

/** Half-width forms for full-width ones; every unit keeps its place. */
export function foldWidth(text: string): string {
  return mapUnits(text, WIDTH);
}

/** Traditional characters as simplified ones, full width as half width; units keep their place. */
export function foldScriptAndWidth(text: string): string {
  return mapUnits(text, READING);
}

/** The text folded for reading, invisible characters dropped. */
export function readingOf(source: string): Reading {
  return without({ source, text: mapUnits(source, READING), places: null }, INVISIBLE);
}

/** The reading without what the pattern (with the flag `g`) matches. */
export function without(reading: Reading, pattern: RegExp): Reading {
  const { text, places } = reading;
  if (text.search(pattern) < 0) return reading;
  const kept = text.replace(pattern, '');
  const newPlaces = new Int32Array(kept.length);
  // A pattern of its own, since `exec` moves on a place that the pattern holds.
  const cut = new RegExp(pattern);
  let from = 0;
  let to = 0;
  const keep = (end: number): void => {
    for (let i = from; i < end; i++) newPlaces[to++] = places === null ? i : (places[i] ?? i);
  };
  for (let match = cut.exec(text); match !== null; match = cut.exec(text)) {
    keep(match.index);
    from = match.index + match[0].length;
    if (match[0] === '') cut.lastIndex += (text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1;
  }
  keep(text.length);
  return { source: reading.source, text: kept, places: newPlaces };
}

/** Where the range [start, end) of the reading stands in the original. */
export function sourceRange(reading: Reading, start: number, end: number): SourceRange {
  const { source, places } = reading;
  if (places === null) return { start, end, text: source.slice(start, end) };
  const first = places[start] ?? source.length;
  const last = end > start ? (places[end - 1] ?? source.length - 1) + 1 : first;
  return { start: first, end: last, text: source.slice(first, last) };
}

function characterTable(fill: (set: (from: number, to: number) => void) => void): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let code = 0; code < table.length; code++) table[code] = code;
  fill((from, to) => {
    table[from] = to;
  });
  return table;
}

const CHUNK = 4096;

function mapUnits(text: string, table: Uint16Array): string {
  let first = 0;
  while (first < text.length && table[text.charCodeAt(first)] === text.charCodeAt(first)) first++;
  if (first === text.length) return text;
  let out = text.slice(0, first);
  for (let from = first; from < text.length; from += CHUNK) {
    const units = new Uint16Array(Math.min(CHUNK, text.length - from));
    for (let i = 0; i < units.length; i++) units[i] = table[text.charCodeAt(from + i)] ?? 0;
    out += String.fromCharCode.apply(null, units as unknown as number[]);
  }
  return out;
}
