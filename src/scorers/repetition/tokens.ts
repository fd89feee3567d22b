/** A text as a sequence of numbered units: equal units have equal numbers, from 1 on. */
export interface Tokens {
  readonly ids: Int32Array;
  /** How many different units there are: the highest number. */
  readonly different: number;
  /** Half-open ranges of the units in the text. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Longest run of letters that is a word; a longer one is read letter by letter, so that `aaaa…` repeats. */
const LONGEST_WORD = 32;

/** Scripts that are written without blanks between words: each letter is a unit. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

const BLANK = 1;
const WORD = 2;
const SINGLE = 3;
type Kind = typeof BLANK | typeof WORD | typeof SINGLE;

/**
 * Splits a text into units: a Han or kana character, a word of letters and digits, or any other
 * character that is not blank. Case is folded, because a loop may begin with a capital.
 */
export function tokensOf(text: string): Tokens {
  const ids = new Int32Array(text.length);
  const starts = new Int32Array(text.length);
  const ends = new Int32Array(text.length);
  let count = 0;
  let different = 0;
  const idOf = unitNumbers(text);
  const kindAt = kinds(text);
  const add = (start: number, end: number): void => {
    const id = idOf(start, end);
    if (id > different) different = id;
    ids[count] = id;
    starts[count] = start;
    ends[count] = end;
    count++;
  };
  for (let i = 0; i < text.length; ) {
    const kind = kindAt(i);
    let end = i + sizeAt(text, i);
    if (kind !== WORD) {
      if (kind === SINGLE) add(i, end);
      i = end;
      continue;
    }
    while (end < text.length && kindAt(end) === WORD) end += sizeAt(text, end);
    if (end - i <= LONGEST_WORD) add(i, end);
    else for (let at = i; at < end; at += sizeAt(text, at)) add(at, at + sizeAt(text, at));
    i = end;
  }
  return {
    ids: ids.subarray(0, count),
    different,
    starts: starts.subarray(0, count),
    ends: ends.subarray(0, count),
  };
}

/** Numbers the units of a text in the order of their first occurrence. */
function unitNumbers(text: string): (start: number, end: number) => number {
  const known = new Map<string, number>();
  const numberOf = (unit: string): number => {
    const folded = unit.toLowerCase();
    const id = known.get(folded) ?? known.size + 1;
    known.set(folded, id);
    return id;
  };
  // Most units are one character: a table spares the look-up of a text.
  const numberOfCharacter = remembered((code) => numberOf(String.fromCodePoint(code)));
  return (start, end) =>
    end - start === sizeAt(text, start)
      ? numberOfCharacter(text.codePointAt(start) ?? 0)
      : numberOf(text.slice(start, end));
}

function sizeAt(text: string, at: number): 1 | 2 {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}

/** The kinds of the characters of a text. */
function kinds(text: string): (at: number) => Kind {
  const kindOfCharacter = remembered(kindOf);
  return (at) => kindOfCharacter(text.codePointAt(at) ?? 0) as Kind;
}

function kindOf(code: number): Kind {
  const character = String.fromCodePoint(code);
  if (/[\s\p{Cc}\p{Cf}]/u.test(character)) return BLANK;
  return LETTER.test(character) && !UNSPACED.test(character) ? WORD : SINGLE;
}

/** A function of code points that is worked out once for each that occurs. Its values are not 0. */
function remembered(of: (code: number) => number): (code: number) => number {
  const basic = new Int32Array(0x10000);
  const others = new Map<number, number>();
  return (code) => {
    const known = code < basic.length ? basic[code] : others.get(code);
    if (known !== undefined && known !== 0) return known;
    const value = of(code);
    if (code < basic.length) basic[code] = value;
    else others.set(code, value);
    return value;
  };
}
