import { sandboxThread } from '../sandbox/thread.ts';
import type { SqlJob, SqlRun } from './job.ts';

const thread = sandboxThread<SqlJob, SqlRun>(import.meta.url);

/** Starts the thread and resolves when SQLite is loaded. */
export const loadSqlite = thread.ready;

/** Runs a query. SQLite in WebAssembly cannot be interrupted, so its time is wall-clock time. */
export function runSql(job: SqlJob, timeoutMs: number): SqlRun {
  return thread.run(job, timeoutMs) ?? { kind: 'timeout' };
}
