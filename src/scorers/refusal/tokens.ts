import { LEXICON } from './lexicon.ts';

/** A word of the vocabulary in a sentence, or the end of a clause. */
export interface Token {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

const CLASS_OF: ReadonlyMap<string, string> = new Map(
  Object.entries(LEXICON)
    .reverse()
    .flatMap(([kind, words]) =>
      words.split(/\s+/).map((word) => [word.replaceAll('_', ' '), kind] as const),
    ),
);
const LONGEST = Math.max(...[...CLASS_OF.keys()].map((word) => word.length));
const LATIN = /[a-z']/;

/** Of what a verb is negated into: 写不了, 打不开, 认不出, 看不懂. */
const COMPLEMENT =
  /^(?:不|唔|勿)(?:了(?!解)|到(?!底)|得(?!不)|来|出来?|成|起|动|开|上来?|住|下去|着|明白|懂|清|准|进去|过来?|去|出口|完|成了?)/;
/** Verbs that take such a complement, and any other single character. */
const VERBS = new Set(['speak', 'judge', 'make', 'help', 'handle', 'engage']);

/** The words of the vocabulary in a sentence, the longest first; other words leave no token. */
export function tokensOf(sentence: string): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < sentence.length; ) {
    const token = potentialAt(sentence, at, wordAt(sentence, at)) ?? markAt(sentence, at);
    if (token !== null) tokens.push(token);
    at = token?.end ?? skip(sentence, at);
  }
  return tokens;
}

function wordAt(sentence: string, start: number): Token | null {
  const most = Math.min(LONGEST, sentence.length - start);
  for (let length = most; length > 0; length--) {
    const end = start + length;
    const kind = CLASS_OF.get(sentence.slice(start, end));
    if (kind === undefined) continue;
    const cut = LATIN.test(sentence.charAt(end - 1)) && LATIN.test(sentence.charAt(end));
    if (!cut) return { kind, start, end };
  }
  return null;
}

/** The word, or the verb and its complement that it begins. */
function potentialAt(sentence: string, start: number, word: Token | null): Token | null {
  if (word !== null && !VERBS.has(word.kind)) return word;
  if (!/[\u4e00-\u9fff]/.test(sentence.charAt(start))) return word;
  const end = word?.end ?? start + 1;
  const complement = COMPLEMENT.exec(sentence.slice(end, end + 4));
  if (complement === null) return word;
  return { kind: 'potential', start, end: end + complement[0].length };
}

/** Longer than this is said by somebody, shorter a term. UTF-16 units with the marks. */
const TERM = 10;

function markAt(sentence: string, start: number): Token | null {
  if (sentence.charAt(start) === '□') {
    let end = start + 1;
    while (sentence.charAt(end) === '□') end++;
    return { kind: end - start > TERM ? 'quoted' : 'term', start, end };
  }
  return /[,:]/.test(sentence.charAt(start)) ? { kind: ',', start, end: start + 1 } : null;
}

/** Past one character, or a whole Latin word. */
function skip(sentence: string, at: number): number {
  let end = at + 1;
  if (!LATIN.test(sentence.charAt(at))) return end;
  while (end < sentence.length && LATIN.test(sentence.charAt(end))) end++;
  return end;
}
