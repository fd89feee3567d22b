import { type ExactJson, parseExactJson } from '../../document/index.ts';
import { codeFences } from '../../text/index.ts';

/** Where in an answer its JSON stood. */
type JsonForm = 'whole' | 'fence' | 'embedded';

export interface JsonReading {
  readonly form: JsonForm;
  /** Half-open range in the text. */
  readonly start: number;
  readonly end: number;
  /** With every number as it is written. */
  readonly value: ExactJson;
  /** Keys that occur twice in one object, as paths; the parser keeps the last one only. */
  readonly duplicateKeys: readonly string[];
  /** Integers that a double cannot hold, as written. */
  readonly unsafeIntegers: readonly string[];
}

/** What may be taken for the answer's JSON. */
export interface JsonWish {
  /** `strict`: the answer is JSON and nothing else. `lenient`: a fence or prose may surround it. */
  readonly mode: 'strict' | 'lenient';
  /** True when a text, a number, `true`, `false` or `null` alone is wanted, too. */
  readonly scalars?: boolean;
  /** Among several values in prose, the first of this kind: a citation `[1]` is no object. */
  readonly kind?: 'object' | 'list';
}

/** Bounds on the search for embedded JSON: starts tried, and characters scanned from all of them. */
const MAX_STARTS = 256;
const MAX_SCAN = 4_000_000;

/** JSON nested deeper is not read: code that walks a value needs a bound. */
const MAX_DEPTH = 500;

/**
 * The JSON of an answer: the whole of it, else a fenced block, else the first balanced object or
 * list in its prose that parses. Strict reading takes the whole answer or nothing. Inner parts of
 * something that was meant to be JSON and is broken are never taken for the answer.
 */
export function readJson(text: string, wish: JsonWish): JsonReading | null {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  const end = text.trimEnd().length;
  const whole = parseRange(text, start, end, 'whole', wish);
  if (whole !== null || wish.mode === 'strict') return whole;
  const fences = codeFences(text);
  const tagged = fences.filter(({ tag }) => tag === 'json' || tag === 'jsonc' || tag === 'json5');
  for (const fence of [...tagged, ...fences.filter(({ tag }) => tag === '')]) {
    const found = parseRange(text, fence.start, fence.end, 'fence', {
      ...wish,
      scalars: wish.scalars === true && fence.tag !== '',
    });
    if (found !== null) return found;
  }
  return tagged.length > 0 ? null : embedded(text, wish);
}

function parseRange(
  text: string,
  start: number,
  end: number,
  form: JsonForm,
  wish: JsonWish,
): JsonReading | null {
  const source = text.slice(start, end);
  const first = source.trimStart()[0];
  if (first !== '{' && first !== '[' && wish.scalars !== true) return null;
  try {
    // Valid JSON only is looked through, and only what is not too deep is walked.
    JSON.parse(source);
    const { depth, ...lost } = inspect(source);
    if (depth > MAX_DEPTH) return null;
    return { form, start, end, value: parseExactJson(source), ...lost };
  } catch {
    return null;
  }
}

function embedded(text: string, wish: JsonWish): JsonReading | null {
  let scanned = 0;
  let starts = 0;
  let other: JsonReading | null = null;
  for (let at = nextOpening(text, 0); at >= 0; ) {
    if (++starts > MAX_STARTS || scanned >= MAX_SCAN) break;
    const end = balancedEnd(text, at, MAX_SCAN - scanned);
    scanned += (end < 0 ? text.length : end) - at;
    const found = end < 0 ? null : parseRange(text, at, end, 'embedded', { mode: wish.mode });
    if (found !== null) {
      const kind = Array.isArray(found.value) ? 'list' : 'object';
      if (wish.kind === undefined || wish.kind === kind) return found;
      other ??= found;
    }
    const isMeant = found !== null || MEANT_AS_JSON.test(text.slice(at, at + 100));
    if (isMeant && end < 0) break;
    at = nextOpening(text, isMeant ? end : at + 1);
  }
  return other;
}

/** How an object or a list begins, well-formed or not; prose in brackets does not. */
const MEANT_AS_JSON = /^(?:\{\s*(?:["'“”}/]|[\w$]+\s*[:：])|\[\s*["'“”[\]{/])/;

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
 * What a parser loses: keys that occur twice and integers beyond 2^53; and how deep it nests. One
 * pass over text that is known to be valid JSON.
 */
function inspect(
  source: string,
): Pick<JsonReading, 'duplicateKeys' | 'unsafeIntegers'> & { readonly depth: number } {
  const duplicateKeys: string[] = [];
  const unsafeIntegers: string[] = [];
  const objects: (Set<string> | null)[] = [];
  let depth = 0;
  for (let i = 0; i < source.length; i++) {
    const char = source[i];
    if (char === '{' || char === '[') {
      objects.push(char === '{' ? new Set() : null);
      depth = Math.max(depth, objects.length);
    } else if (char === '}' || char === ']') objects.pop();
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
  return { duplicateKeys, unsafeIntegers, depth };
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
