import { classesOf, classOf } from './classes.ts';
import { LEXICON } from './lexicon.ts';
import { begin, follow, trieOf } from './trie.ts';

/** A word of the vocabulary in a sentence, or the end of a clause. */
export interface Token {
  /** Its class: a number of `classes.ts`. */
  readonly kind: number;
  readonly start: number;
  readonly end: number;
}

const WORDS = trieOf(
  Object.entries(LEXICON).flatMap(([kind, words]) =>
    words.split(/\s+/).map((word) => [word.replaceAll('_', ' '), classOf(kind)] as const),
  ),
);

/** Of what a verb is negated into: 写不了, 打不开, 认不出, 看不懂. */
const COMPLEMENT =
  /^(?:不|唔|勿)(?:了(?!解)|到(?!底)|得(?!不)|来|出来?|成|起|动|开|上来?|住|下去|着|明白|懂|清|准|进去|过来?|去|出口|完|成了?)/;
/** Not: standard, Cantonese and Wu. */
const [NOT, NOT_CANTONESE, NOT_WU] = Array.from('不唔勿', (character) => character.charCodeAt(0));
/** Verbs that take such a complement, and any other single character. */
const VERBS = classesOf('speak', 'judge', 'make', 'help', 'handle', 'engage');
const POTENTIAL = classOf('potential');

/** The words of the vocabulary in a sentence, the longest first; other words leave no token. */
export function tokensOf(sentence: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < sentence.length; ) {
    const token = potentialAt(sentence, at, wordAt(sentence, at)) ?? markAt(sentence, at);
    if (token !== null) tokens.push(token);
    at = token?.end ?? unitEnd(sentence, at);
  }
  return tokens;
}

function wordAt(sentence: string, start: number): Token | null {
  let node = begin(WORDS, sentence, start);
  let kind: number | undefined;
  let to = start;
  for (let end = start + 1; node !== undefined; end++) {
    if (node.value !== undefined && !(isLatin(sentence, end - 1) && isLatin(sentence, end))) {
      kind = node.value;
      to = end;
    }
    node = follow(node, sentence, end);
  }
  return kind === undefined ? null : { kind, start, end: to };
}

/** The word, or the verb and its complement that it begins. */
function potentialAt(sentence: string, start: number, word: Token | null): Token | null {
  if (word !== null && !VERBS.has(word.kind)) return word;
  const end = word?.end ?? start + 1;
  if (!isNot(sentence.charCodeAt(end)) || !isHan(sentence.charCodeAt(start))) return word;
  const complement = COMPLEMENT.exec(sentence.slice(end, end + 4));
  if (complement === null) return word;
  return { kind: POTENTIAL, start, end: end + complement[0].length };
}

/** Longer than this is said by somebody, shorter a term. UTF-16 units with the marks. */
const LONG_TERM = 10;
const QUOTED = classOf('quoted');
const TERM = classOf('term');
/** A comma or a colon. */
export const CLAUSE_END = classOf(',');

const COMMA = ','.charCodeAt(0);
const COLON = ':'.charCodeAt(0);
const BLANKED = '□'.charCodeAt(0);

function markAt(sentence: string, start: number): Token | null {
  const code = sentence.charCodeAt(start);
  let end = start + 1;
  if (code === COMMA || code === COLON) return { kind: CLAUSE_END, start, end };
  if (code !== BLANKED) return null;
  while (sentence.charCodeAt(end) === BLANKED) end++;
  return { kind: end - start > LONG_TERM ? QUOTED : TERM, start, end };
}

/** The end of the Latin word, the number or the character that begins at `at`. */
export function unitEnd(text: string, at: number): number {
  let end = at + 1;
  if (isLatin(text, at)) while (isLatin(text, end)) end++;
  else if (isDigit(text, at)) while (isDigit(text, end)) end++;
  else if ((text.codePointAt(at) ?? 0) > 0xffff) end++;
  return end;
}

/** What Latin words are made of here: a to z and the apostrophe. */
function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 0x61 && code <= 0x7a) || code === 0x27;
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39;
}

/** How many letters of the range belong to words: Chinese characters and a to z. */
export function lettersIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i);
    if (isHan(code) || (code >= 0x61 && code <= 0x7a)) count++;
  }
  return count;
}

function isNot(code: number): boolean {
  return code === NOT || code === NOT_CANTONESE || code === NOT_WU;
}

function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}
