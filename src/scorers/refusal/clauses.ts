import type { Range } from '../../text/index.ts';
import { width } from './aftermath.ts';
import { classesOf } from './classes.ts';
import { HEAD_UNITS, ownSentences, unquoted } from './own-words.ts';
import { CLAUSE_END, type Token, tokensOf } from './tokens.ts';

/** The beginning of an answer, and the sentences in it that are the model's own words. */
export interface Head {
  /** What stands in quotation marks is blanked out. */
  readonly text: string;
  readonly sentences: readonly Range[];
}

export function headOf(text: string): Head {
  const head = unquoted(text.slice(0, HEAD_UNITS));
  return { text: head, sentences: ownSentences(head) };
}

/** One clause of an answer with what stands around it. */
export interface Clause {
  readonly text: string;
  /** The words of its sentence with their places there; its own are those from `from` to `to`. */
  readonly words: readonly Token[];
  readonly from: number;
  readonly to: number;
  /** Whether anything stands before it in its sentence, and behind the mark that ends it. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** The words of the sentences before and behind. */
  readonly before: readonly Token[];
  readonly after: readonly Token[];
  readonly first: boolean;
  readonly last: boolean;
  readonly question: boolean;
  /** Width of the whole answer. */
  readonly width: number;
  /** Range of the sentence, and where the clause begins in that. */
  readonly start: number;
  readonly end: number;
  readonly at: number;
}

const NEGATING = ['cannot', 'not', 'declines', 'potential', 'resign', 'lacks'];
/** Classes of words that negate or decline. */
export const NEGATIONS = classesOf(...NEGATING);
/** Classes of words without one of which nothing is refused. */
const BEARS = classesOf(...NEGATING, 'redirect', 'bounds', 'norm', 'only', 'excuse');

/** The clauses of the own sentences of an answer that may refuse, with what stands around each. */
export function clausesOf(text: string, head: Head): Clause[] {
  const said = head.sentences.map(({ start, end }) => head.text.slice(start, end));
  const words = said.map(tokensOf);
  const size = width(text.trim());
  const found: Clause[] = [];
  for (const [i, sentence] of said.entries()) {
    const { start, end } = head.sentences[i] as Range;
    const own = words[i] ?? [];
    for (const clause of clausesIn(sentence, own)) {
      found.push({
        ...clause,
        words: own,
        before: words[i - 1] ?? [],
        after: words[i + 1] ?? [],
        first: i === 0,
        last: i === said.length - 1,
        question: head.text[end] === '?',
        width: size,
        start,
        end,
      });
    }
  }
  return found;
}

type ClauseInSentence = Pick<Clause, 'text' | 'from' | 'to' | 'opens' | 'closes' | 'at'>;

/** What stands between commas and colons and may refuse. No word holds one of these marks. */
function clausesIn(sentence: string, words: readonly Token[]): ClauseInSentence[] {
  const clauses: ClauseInSentence[] = [];
  let start = 0;
  let from = 0;
  let bears = false;
  for (let to = 0; to <= words.length; to++) {
    const word = words[to];
    if (word !== undefined && word.kind !== CLAUSE_END) {
      bears ||= BEARS.has(word.kind);
      continue;
    }
    const end = word?.start ?? sentence.length;
    if (bears) {
      const written = sentence.slice(start, end);
      const at = start + written.length - written.trimStart().length;
      const closes = end + 1 >= sentence.length;
      clauses.push({ text: written.trim(), from, to, opens: start === 0, closes, at });
    }
    start = end + 1;
    from = to + 1;
    bears = false;
  }
  return clauses;
}
