import { trimEndOf, trimStartOf } from '../trim.ts';

/**
 * The ways to cut a text into tokens. None uses a dictionary or the ICU of the machine: the same
 * text gives the same tokens everywhere.
 *
 * - `char`: code points without blanks.
 * - `mixed`: each Han character, kana and Zhuyin letter, each word of other letters and digits
 *   (`don't`, `3.14`), and each other visible character. No Chinese words: those need a dictionary.
 * - `words`: what stands between blanks.
 * - `sacrebleu-zh`: the tokeniser `zh` of sacreBLEU 2.6.0.
 */
export type Tokeniser = 'char' | 'mixed' | 'words' | 'sacrebleu-zh';

/** White space as Python has it (`str.isspace`): U+001C to U+001F belong to it, U+FEFF does not. */
const BLANKS =
  '\t\n\v\f\r\u001c\u001d\u001e\u001f \u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006' +
  '\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000';
const BLANK_RUN = new RegExp(`[${BLANKS}]+`, 'g');

const MIXED = new RegExp(
  [
    '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}]',
    // An apostrophe joins Latin letters, a point or comma digits: don't, 3.14, 1,200.
    "W+(?:(?:(?<=\\p{Script=Latin})['’](?=\\p{Script=Latin})|(?<=\\p{Nd})[.,](?=\\p{Nd}))W+)*",
    `[^${BLANKS}]`,
  ]
    .join('|')
    .replaceAll(
      'W',
      '[[\\p{L}\\p{M}\\p{N}]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}]]',
    ),
  'gv',
);

export function tokensOf(text: string, tokeniser: Tokeniser): string[] {
  switch (tokeniser) {
    case 'char':
      return Array.from(text.replace(BLANK_RUN, ''));
    case 'mixed':
      return text.match(MIXED) ?? [];
    case 'words':
      return text.split(BLANK_RUN).filter((word) => word !== '');
    case 'sacrebleu-zh':
      return sacreBleuTokens(text);
  }
}

/**
 * What sacreBLEU's `zh` takes for a Chinese character. Its table writes two planes with five hex
 * digits behind `\u`, which Python reads as four digits and a letter: the range thought of as
 * Extension B is U+2001 to U+2A6D, so curly quotes, dashes, arrows and circled numbers stand alone
 * and a character of Extension B does not. The published figures contain this, so it is kept.
 */
const SACREBLEU_CHINESE =
  /[\u2001-\u2a6d\u2e80-\u2eff\u2f00-\u2fdf\u2ff0-\u303f\u3100-\u312f\u31a0-\u31ef\u3200-\u4db5\u4e00-\u9fbb\uf900-\ufa2d\ufa30-\ufa6a\ufa70-\ufad9\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uffef]/g;

function sacreBleuTokens(text: string): string[] {
  const trimmed = trimStartOf(trimEndOf(text, BLANKS), BLANKS);
  const spaced = trimmed
    .replace(SACREBLEU_CHINESE, ' $& ')
    // As mteval-v13a: ASCII punctuation but ' , - . alone; point and comma not inside a number; the
    // dash after a digit alone.
    .replace(/[{-~[-` -&(-+:-@/]/g, ' $& ')
    .replace(/([^0-9])([.,])/gu, '$1 $2 ')
    .replace(/([.,])([^0-9])/gu, ' $1 $2')
    .replace(/([0-9])(-)/g, '$1 $2 ');
  return tokensOf(spaced, 'words');
}

/** Token sequences as numbers: equal tokens have the same number, from 0 to `alphabet - 1`. */
export interface NumberedTokens {
  readonly sequences: readonly Int32Array[];
  readonly alphabet: number;
}

export function numberTokens(sequences: readonly (readonly string[])[]): NumberedTokens {
  const numbers = new Map<string, number>();
  const numberOf = (token: string): number => {
    const known = numbers.get(token);
    if (known !== undefined) return known;
    numbers.set(token, numbers.size);
    return numbers.size - 1;
  };
  const numbered = sequences.map((tokens) => Int32Array.from(tokens, numberOf));
  return { sequences: numbered, alphabet: numbers.size };
}
