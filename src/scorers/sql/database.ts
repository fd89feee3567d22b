import type { Database, SqlJs, SqlValue } from 'sql.js';
import { cutMessage } from '../sandbox/run.ts';
import type { Reply } from '../sandbox/thread.ts';
import { type Cell, MAX_CHARS, MAX_ROWS, type SqlJob, type SqlRun } from './job.ts';
import { firstWord } from './scan.ts';

/** Memory of SQLite with all data of one query, in bytes. */
const MEMORY_LIMIT = 64 * 1024 * 1024;

/** Nothing is written any more, and what would spill into a file stays in the limited memory. */
const LIMITS = `PRAGMA temp_store = MEMORY; PRAGMA query_only = ON;
  PRAGMA hard_heap_limit = ${MEMORY_LIMIT};`;

const READ_ONLY = /attempt to write a readonly database/;
const SYNTAX = /syntax error|incomplete input|unrecognized token/;

export async function newSqlite(): Promise<SqlJs> {
  const { default: initSqlJs } = await import('sql.js');
  return initSqlJs();
}

/** Runs one query in a fresh database in memory. */
export function runQuery(sqlite: SqlJs, { setup, query }: SqlJob): Reply<SqlRun> {
  const database = new sqlite.Database();
  try {
    fixChance(database);
    try {
      database.exec(setup);
      database.exec(LIMITS);
    } catch (error) {
      return { result: { kind: 'setup-error', message: messageOf(error) }, spent: isDead(error) };
    }
    return { result: readRows(database, query), spent: false };
  } catch (error) {
    return { result: failure(error), spent: isDead(error) };
  } finally {
    database.close();
  }
}

function failure(error: unknown): SqlRun {
  const message = messageOf(error);
  if (READ_ONLY.test(message)) return { kind: 'refused', why: 'writes' };
  return { kind: 'error', message, syntax: SYNTAX.test(message) };
}

/** What is thrown by WebAssembly itself leaves a module that cannot be trusted. */
function isDead(error: unknown): boolean {
  return !(error instanceof Error) || error.name === 'RuntimeError' || error instanceof RangeError;
}

function messageOf(error: unknown): string {
  return cutMessage(error instanceof Error ? error.message : String(error));
}

/** The same query gives the same rows: chance is replaced by a sequence that starts anew. */
function fixChance(database: Database): void {
  let state = 1;
  const next = (): number => {
    // xorshift32 (Marsaglia 2003).
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return state;
  };
  database.create_function('random', () => next());
  database.create_function('randomblob', (length: number) =>
    Uint8Array.from({ length: Math.min(Math.max(1, length), MAX_CHARS) }, () => next() >>> 24),
  );
}

function readRows(database: Database, query: string): SqlRun {
  if (STATEMENTS.has(firstWord(query))) return { kind: 'refused', why: 'writes' };
  const statements = database.iterateStatements(query);
  const { done, value: statement } = statements.next();
  if (done) return { kind: 'error', message: 'no statement', syntax: true };
  if (firstWord(statements.getRemainingSQL()) !== '') return { kind: 'refused', why: 'multiple' };
  const columns = statement.getColumnNames();
  const rows: Cell[][] = [];
  let chars = 0;
  while (statement.step()) {
    const row = statement.get(null, { useBigInt: true });
    for (const cell of row) chars += lengthOf(cell);
    rows.push(row);
    if (rows.length > MAX_ROWS || chars > MAX_CHARS) return { kind: 'too-much' };
  }
  statement.free();
  return { kind: 'rows', table: { columns, rows } };
}

/** The first words of SQLite's statements that are no queries. */
const STATEMENTS = new Set(
  `alter analyze attach begin commit create delete detach drop end insert pragma reindex release
  replace rollback savepoint update vacuum`.split(/\s+/),
);

function lengthOf(cell: SqlValue): number {
  return typeof cell === 'string' || cell instanceof Uint8Array ? cell.length : 1;
}
