import { codeFences } from '../../text/index.ts';
import { chooseFence } from '../sandbox/fences.ts';
import { skip } from './scan.ts';

export interface ExtractedSql {
  readonly sql: string;
  /** Half-open range in the text. */
  readonly start: number;
  readonly end: number;
  /** `fence`, `fence-open` (not terminated) or `statement` (found in the running text). */
  readonly rule: 'fence' | 'fence-open' | 'statement';
}

const SQL = new Set([
  'sql',
  'sqlite',
  'sqlite3',
  'mysql',
  'postgresql',
  'postgres',
  'pgsql',
  'tsql',
  'plsql',
]);
const UNTAGGED = new Set(['']);

/** A text with a line or a statement that begins like a query. */
const QUERY = /(?:^|;)[ \t]*(?:\([ \t]*)?(?:select|with|values)\b/im;

/**
 * The SQL of an answer, or null: the last block of SQL, of several the last with a query; without
 * one the last untagged block with a query; without fences the last query in the running text.
 */
export function extractSql(text: string): ExtractedSql | null {
  const tagged = chooseFence(text, SQL, QUERY);
  const untagged = tagged === null ? chooseFence(text, UNTAGGED, QUERY) : null;
  const fence = tagged ?? untagged;
  if (fence === null || fence === 'none') return lastStatement(text);
  if (fence.language === '' && !QUERY.test(fence.code)) return lastStatement(text);
  const { code, start, end, closed } = fence;
  return { sql: code, start, end, rule: closed ? 'fence' : 'fence-open' };
}

/**
 * Where a query may begin in running text: a line, or what follows a colon, a back quote or an
 * opening quotation mark. WITH must go on as SQL does, because English sentences begin with it.
 */
const BEGIN =
  /(?:^|[\n:：`“「])[ \t]{0,40}(?:[-*>][ \t]+)?(select\b|with\s+(?:recursive\s+)?["\p{L}_][\p{L}\p{N}_"]{0,99}\s{0,9}(?:\([^()]{0,400}\)\s{0,9})?as\s{0,9}\()/giu;

/** The last query outside of code blocks. One that begins inside another is part of it. */
function lastStatement(text: string): ExtractedSql | null {
  const fences = codeFences(text);
  let last: ExtractedSql | null = null;
  BEGIN.lastIndex = 0;
  for (let found = BEGIN.exec(text); found !== null; found = BEGIN.exec(text)) {
    const [whole, word = ''] = found;
    const start = found.index + whole.length - word.length;
    const isQuoted = whole.startsWith('`');
    const end = endOf(text, start, isQuoted);
    const inFence = fences.some((fence) => fence.start <= start && start < fence.end);
    if (!inFence) last = { sql: text.slice(start, end), start, end, rule: 'statement' };
    BEGIN.lastIndex = Math.max(end, start + 1);
  }
  return last;
}

/** A query ends at a semicolon, a blank line, a Chinese full stop, or the closing back quote. */
function endOf(text: string, start: number, isQuoted: boolean): number {
  for (let at = start; at < text.length; at++) {
    const next = skip(text, at);
    if (next > at) {
      at = next - 1;
      continue;
    }
    const character = text[at] ?? '';
    if (';。；”」'.includes(character) || (isQuoted && character === '`')) return at;
    if (character === '\n' && /\n[ \t]*(?:\r?\n|$)|\n[ \t]*```/y.test(text.slice(at, at + 80))) {
      return at;
    }
  }
  return text.length;
}
