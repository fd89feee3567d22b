import type { GradingKey, Json, LocalText } from '../../model/index.ts';
import { defineScorer, type Score } from '../contract.ts';
import { tableDifference } from './compare.ts';
import { rightSql, wrongSql } from './exemplars.ts';
import { type ExtractedSql, extractSql } from './extract.ts';
import { MAX_ROWS, type SqlRun, type Table } from './job.ts';
import { loadSqlite, runSql } from './sandbox.ts';
import { ordersResult } from './scan.ts';

export interface SqlOptions {
  /** Statements that make and fill the tables. */
  readonly setup: string;
  /** Whether the order of rows counts; `auto`: where the reference orders its result. */
  readonly ordered?: boolean | 'auto';
  readonly dialect?: 'sqlite';
  readonly compareColumns?: 'by-position' | 'by-name';
  /** For one query, in milliseconds of real time. */
  readonly timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 5000;

/** Longest SQL kept as `parsed`, in UTF-16 units. */
const MAX_PARSED = 4000;

/**
 * Runs the answer's query and compares its rows with those of the reference query, each in a fresh
 * SQLite in memory. One statement is run, and only one that reads. An answer without SQL is
 * `unparsed`; for the rest `detail.verdict` says what became of it.
 */
export const sql = defineScorer<SqlOptions>({
  id: 'sql',
  version: '1.0.0',
  title: { zh: 'SQL 执行结果比对', en: 'SQL execution match' },
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['setup'],
    properties: {
      setup: { type: 'string', minLength: 1 },
      ordered: { enum: [true, false, 'auto'] },
      dialect: { enum: ['sqlite'] },
      compareColumns: { enum: ['by-position', 'by-name'] },
      timeoutMs: { type: 'integer', minimum: 1, maximum: 60_000 },
    },
  },
  target: {
    anyOf: [
      { type: 'string', pattern: '\\S' },
      {
        type: 'array',
        items: { type: 'array', minItems: 1, items: { type: ['number', 'string', 'null'] } },
      },
    ],
  },
  prepare: () => loadSqlite(),
  check: ({ target }, options) => [
    ...findingsOfRows(target, options),
    ...(typeof target === 'string' ? findingsOfRun(reference(target, options)) : setup(options)),
  ],
  score({ target }, { text }, options): Score {
    const found = extractSql(text);
    if (found === null) return noSql();
    const run = execute(found.sql, options);
    if (found.rule === 'statement' && run.kind === 'error' && run.syntax) return noSql();
    const expected = expectedTable(target, options);
    if (expected === null) return noReference();
    return judged(found, verdictOf(run, expected, target, options));
  },
  exemplify: ({ target }, _options, kind, random) =>
    kind === 'right' ? rightSql(target) : wrongSql(target, random),
});

function execute(query: string, { setup, timeoutMs = DEFAULT_TIMEOUT_MS }: SqlOptions): SqlRun {
  return runSql({ setup, query }, timeoutMs);
}

/** The reference has no need of a short limit: it is the case's own, and it must come to an end. */
function reference(query: string, { setup }: SqlOptions): SqlRun {
  return runSql({ setup, query }, 60_000);
}

function setup(options: SqlOptions): readonly LocalText[] {
  return findingsOfRun(reference('SELECT 1', options));
}

/** The rows to compare with; null when the case itself does not work. */
function expectedTable(target: GradingKey['target'], options: SqlOptions): Table | null {
  if (typeof target === 'string') {
    const run = reference(target, options);
    return run.kind === 'rows' ? run.table : null;
  }
  if (!Array.isArray(target)) return null;
  const rows = target.map((row) => (Array.isArray(row) ? row : []).map(cellOf));
  return { columns: (rows[0] ?? []).map((_, i) => `c${i + 1}`), rows };
}

function cellOf(value: Json): Table['rows'][number][number] {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  return typeof value === 'string' ? value : null;
}

interface SqlVerdict {
  readonly verdict: 'ok' | 'sql_error' | 'timeout' | 'wrong_rows';
  readonly reason: LocalText | null;
  readonly rows: number | null;
}

function verdictOf(
  run: SqlRun,
  expected: Table,
  target: GradingKey['target'],
  options: SqlOptions,
): SqlVerdict {
  if (run.kind !== 'rows') return { ...failed(run), rows: null };
  const { ordered = false, compareColumns = 'by-position' } = options;
  const isText = typeof target === 'string';
  // A list of no rows says nothing of its columns.
  const columns = isText || expected.rows.length > 0 ? expected.columns : run.table.columns;
  const reason = tableDifference({ ...expected, columns }, run.table, {
    ordered: ordered === 'auto' ? isText && ordersResult(target) : ordered,
    columns: isText ? compareColumns : 'by-position',
  });
  return { verdict: reason === null ? 'ok' : 'wrong_rows', reason, rows: run.table.rows.length };
}

/** Why a query has no rows to compare. */
function failed(run: Exclude<SqlRun, { kind: 'rows' }>): Omit<SqlVerdict, 'rows'> {
  switch (run.kind) {
    case 'too-much':
      return {
        verdict: 'wrong_rows',
        reason: {
          zh: `查询结果过大：行数超过 ${MAX_ROWS} 或数据量超出上限。`,
          en: `The result is too large: more than ${MAX_ROWS} rows, or too much data.`,
        },
      };
    case 'refused':
      return { verdict: 'sql_error', reason: REFUSALS[run.why] };
    case 'timeout':
      return {
        verdict: 'timeout',
        reason: {
          zh: '查询没有在限定时间内结束。',
          en: 'The query did not end within the time limit.',
        },
      };
    case 'setup-error':
    case 'error':
      return {
        verdict: 'sql_error',
        reason: {
          zh: `SQL 无法执行：${run.message}。`,
          en: `The SQL cannot be run: ${run.message}.`,
        },
      };
  }
}

const REFUSALS = {
  writes: {
    zh: '只执行查询（SELECT 或 WITH … SELECT）；回答中的语句会修改数据或数据库设置，未执行。',
    en: 'Only queries are run (SELECT or WITH … SELECT); the statement of the answer would change data or settings and was not run.',
  },
  multiple: {
    zh: '只执行一条语句；回答给出了多条，未执行。',
    en: 'Only one statement is run; the answer gives several, and none was run.',
  },
} as const satisfies Record<string, LocalText>;

function judged(found: ExtractedSql, { verdict, reason, rows }: SqlVerdict): Score {
  const { sql: text, start, end, rule } = found;
  return {
    value: verdict === 'ok' ? 'pass' : 'fail',
    status: 'ok',
    parsed: text.trim().slice(0, MAX_PARSED).toWellFormed(),
    rule: 'rows',
    span: { start, end, text },
    reason,
    detail: { verdict, form: rule, ...(rows === null ? {} : { rows }) },
  };
}

function noSql(): Score {
  return {
    value: 'invalid',
    status: 'unparsed',
    parsed: null,
    rule: null,
    span: null,
    reason: {
      zh: '回答中没有可执行的 SQL 查询，需人工复核。',
      en: 'The answer holds no SQL query that could be run; it needs a look by a person.',
    },
    detail: { verdict: 'no_sql' },
  };
}

function noReference(): Score {
  return {
    ...noSql(),
    status: 'invalid_case',
    reason: {
      zh: '用例自身的建表语句或参考查询无法执行，回答无从比对；请用 aigc lint 检查该用例。',
      en: "The case's own setup or reference query cannot be run, so there is nothing to compare with; check the case with aigc lint.",
    },
    detail: {},
  };
}

function findingsOfRun(run: SqlRun): readonly LocalText[] {
  if (run.kind === 'setup-error') {
    return [
      {
        zh: `setup 无法执行：${run.message}。请按 SQLite 语法修改。`,
        en: `The setup cannot be run: ${run.message}. Write it as SQLite understands it.`,
      },
    ];
  }
  if (run.kind === 'rows') {
    if (run.table.rows.length > 0) return [];
    return [
      {
        zh: '参考查询没有返回任何行，凡是结果为空的查询都会判为通过；请补充 setup 中的数据。',
        en: 'The reference query returns no row, so every query with an empty result would pass; add data to the setup.',
      },
    ];
  }
  const why = failed(run).reason;
  return [
    {
      zh: `参考查询（target）不可用：${why?.zh ?? ''}`,
      en: `The reference query (target) cannot be used: ${why?.en ?? ''}`,
    },
  ];
}

function findingsOfRows(target: GradingKey['target'], options: SqlOptions): readonly LocalText[] {
  if (!Array.isArray(target)) return [];
  const findings: LocalText[] = [];
  const widths = new Set(target.map((row) => (Array.isArray(row) ? row.length : 0)));
  if (widths.size > 1) {
    findings.push({
      zh: 'target 各行的列数不一致。',
      en: 'The rows of the target are not all of the same length.',
    });
  }
  if (options.compareColumns === 'by-name' || options.ordered === 'auto') {
    findings.push({
      zh: 'compareColumns: by-name 和 ordered: auto 需要参考 SQL；target 为行列表时不可用。',
      en: 'compareColumns: by-name and ordered: auto need a reference query; they do not go with a list of rows.',
    });
  }
  return findings;
}
