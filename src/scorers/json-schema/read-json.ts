import type { Json } from '../../model/index.ts';
import { codeFences } from '../../text/index.ts';

/** Where in an answer its JSON stood. */
export type JsonForm = 'whole' | 'fence' | 'embedded';

export interface JsonReading {
  readonly form: JsonForm;
  /** Half-open range in the text. */
  readonly start: number;
  readonly end: number;
  readonly value: Json;
  /** Keys that occur twice in one object, as paths; the parser keeps the last one only. */
  readonly duplicateKeys: readonly string[];
  /** Integers that a double cannot hold, as written. */
  readonly unsafeIntegers: readonly string[];
}

/** Bounds on the search for embedded JSON: starts tried, and characters scanned from all of them. */
const MAX_STARTS = 32;
const MAX_SCAN = 4_000_000;

/**
 * The JSON of an answer: the whole of it, else a fenced block, else the first balanced object or
 * list that parses. Strict reading takes the whole answer or nothing.
 */
export function readJson(text: string, mode: 'strict' | 'lenient'): JsonReading | null {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  const end = text.trimEnd().length;
  const whole = parseRange(text, start, end, 'whole');
  if (whole !== null || mode === 'strict') return whole;
  const fences = codeFences(text);
  const tagged = fences.filter(({ tag }) => tag === 'json' || tag === 'jsonc' || tag === 'json5');
  for (const fence of [...tagged, ...fences.filter(({ tag }) => tag === '')]) {
    const found = parseRange(text, fence.start, fence.end, 'fence');
    if (found !== null) return found;
  }
  return embedded(text);
}

function parseRange(text: string, start: number, end: number, form: JsonForm): JsonReading | null {
  const source = text.slice(start, end);
  const first = source.trimStart()[0];
  // A bare word or number is JSON too, but never what a structured answer is meant to be.
  if (first !== '{' && first !== '[') return null;
  try {
    const value = JSON.parse(source) as Json;
    return { form, start, end, value, ...inspect(source) };
  } catch {
    return null;
  }
}

function embedded(text: string): JsonReading | null {
  let scanned = 0;
  let starts = 0;
  for (let at = nextOpening(text, 0); at >= 0; at = nextOpening(text, at + 1)) {
    if (++starts > MAX_STARTS) return null;
    const end = balancedEnd(text, at, MAX_SCAN - scanned);
    scanned += (end < 0 ? text.length : end) - at;
    if (end < 0) {
      if (scanned >= MAX_SCAN) return null;
      continue;
    }
    const found = parseRange(text, at, end, 'embedded');
    if (found !== null) return found;
  }
  return null;
}

function nextOpening(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (char === '{' || char === '[') return i;
  }
  return -1;
}

/** End of the value that opens at `start`, or -1; brackets inside strings do not count. */
function balancedEnd(text: string, start: number, budget: number): number {
  let depth = 0;
  let inString = false;
  const last = Math.min(text.length, start + budget);
  for (let i = start; i < last; i++) {
    const char = text[i];
    if (inString) {
      if (char === '\\') i++;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '{' || char === '[') depth++;
    else if ((char === '}' || char === ']') && --depth === 0) return i + 1;
  }
  return -1;
}

/** At most so many findings are listed: the point is made by the first. */
const MAX_LISTED = 20;

/**
 * What a parser loses: keys that occur twice and integers beyond 2^53. One pass over text that is
 * known to be valid JSON.
 */
function inspect(source: string): Pick<JsonReading, 'duplicateKeys' | 'unsafeIntegers'> {
  const duplicateKeys: string[] = [];
  const unsafeIntegers: string[] = [];
  const objects: (Set<string> | null)[] = [];
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '{') objects.push(new Set());
    else if (char === '[') objects.push(null);
    else if (char === '}' || char === ']') objects.pop();
    else if (char === '"') {
      const end = stringEnd(source, i);
      const keys = objects.at(-1);
      if (keys instanceof Set && isKey(source, end)) {
        const key = JSON.parse(source.slice(i, end)) as string;
        if (keys.has(key) && duplicateKeys.length < MAX_LISTED) duplicateKeys.push(key);
        keys.add(key);
      }
      i = end - 1;
    } else if (char === '-' || (char !== undefined && char >= '0' && char <= '9')) {
      const end = numberEnd(source, i);
      const number = source.slice(i, end);
      const isInteger = /^-?\d+$/.test(number);
      if (isInteger && number.length > 15 && !Number.isSafeInteger(Number(number))) {
        if (unsafeIntegers.length < MAX_LISTED) unsafeIntegers.push(number);
      }
      i = end - 1;
    }
  }
  return { duplicateKeys, unsafeIntegers };
}

function stringEnd(source: string, start: number): number {
  let i = start + 1;
  while (source[i] !== '"') i += source[i] === '\\' ? 2 : 1;
  return i + 1;
}

/** A string in an object is a key when a colon follows it. */
function isKey(source: string, end: number): boolean {
  let i = end;
  while (/\s/.test(source[i] ?? 'x')) i++;
  return source[i] === ':';
}

function numberEnd(source: string, start: number): number {
  let i = start + 1;
  while (i < source.length && /[\d.eE+-]/.test(source[i] ?? '')) i++;
  return i;
}
