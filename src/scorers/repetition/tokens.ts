/** A text as a sequence of numbered units: equal units have equal numbers, from 1 on. */
export interface Tokens {
  readonly ids: Int32Array;
  /** Half-open ranges of the units in the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Longest run of letters that is a word; a longer one is read letter by letter, so that `aaaa…` repeats. */
const LONGEST_WORD = 32;

/** Scripts that are written without blanks between words: each letter is a unit. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = /[\p{L}\p{N}\p{M}]/u;

type Kind = 'blank' | 'word' | 'single';

/**
 * Splits a text into units: a Han or kana character, a word of letters and digits, or any other
 * character that is not blank. Case is folded, because a loop may begin with a capital.
 */
export function tokensOf(text: string): Tokens {
  const ids = new Int32Array(text.length);
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let count = 0;
  const known = new Map<string, number>();
  // Most units are one character: a table spares the look-up of a text.
  const characters = new Int32Array(0x10000);
  const idOf = (start: number, end: number): number => {
    const code = end - start === 1 ? text.charCodeAt(start) : -1;
    if (code >= 0 && characters[code] !== 0) return characters[code] ?? 0;
    const unit = text.slice(start, end).toLowerCase();
    const id = known.get(unit) ?? known.size + 1;
    known.set(unit, id);
    if (code >= 0) characters[code] = id;
    return id;
  };
  const add = (start: number, end: number): void => {
    ids[count] = idOf(start, end);
    starts[count] = start;
    ends[count] = end;
    count++;
  };
  for (let i = 0; i < text.length; ) {
    const size = sizeAt(text, i);
    const kind = kindAt(text, i, size);
    if (kind !== 'word') {
      if (kind === 'single') add(i, i + size);
      i += size;
      continue;
    }
    const end = wordEnd(text, i);
    if (end - i <= LONGEST_WORD) add(i, end);
    else for (let at = i; at < end; at += sizeAt(text, at)) add(at, at + sizeAt(text, at));
    i = end;
  }
  return {
    ids: ids.subarray(0, count),
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
  };
}

function sizeAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const size = sizeAt(text, end);
    if (kindAt(text, end, size) !== 'word') break;
    end += size;
  }
  return end;
}

function kindAt(text: string, at: number, size: 1 | 2): Kind {
  const code = text.charCodeAt(at);
  // The two ranges that most texts are made of, without a pattern.
  if (code < 0x80) {
    if (code <= 0x20 || code === 0x7f) return 'blank';
    const isLetter = (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;
    return isLetter || (code >= 0x30 && code <= 0x39) ? 'word' : 'single';
  }
  if (code >= 0x4e00 && code <= 0x9fff) return 'single';
  const character = text.slice(at, at + size);
  if (/[\s\p{Cf}]/u.test(character)) return 'blank';
  return WORD.test(character) && !UNSPACED.test(character) ? 'word' : 'single';
}
