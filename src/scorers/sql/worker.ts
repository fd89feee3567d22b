/** The thread of the database. */
import { stopTheClock } from '../sandbox/clock.ts';
import { serve } from '../sandbox/serve.ts';
import { newSqlite, runQuery } from './database.ts';
import type { SqlJob, SqlRun } from './job.ts';

stopTheClock();
const sqlite = await newSqlite();
serve<SqlJob, SqlRun>(
  (job) => runQuery(sqlite, job),
  (message) => ({ kind: 'error', message, syntax: false }),
);
