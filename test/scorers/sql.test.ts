import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Json } from '../../src/model/index.ts';
import type { Score } from '../../src/scorers/index.ts';
import { tableDifference } from '../../src/scorers/sql/compare.ts';
import { newSqlite, runQuery } from '../../src/scorers/sql/database.ts';
import { sql } from '../../src/scorers/sql/index.ts';
import type { Cell } from '../../src/scorers/sql/job.ts';
import { answer, expectSound, key, testVectors } from './vectors.ts';

const SETUP =
  "CREATE TABLE 城市(名称 TEXT, 人口 INTEGER); INSERT INTO 城市 VALUES ('青岛', 1037), ('济南', 943);";
const OPTIONS = { setup: SETUP };

function scoreOf(text: string, target: Json, options: object = {}): Score {
  const given = answer(text);
  const score = sql.score(key({ target }), given, { ...OPTIONS, ...options });
  expectSound(score, given);
  return score;
}

beforeAll(() => sql.prepare?.());

testVectors(sql, 35);

describe('two results', () => {
  const table = (rows: readonly (readonly Cell[])[]) => ({
    columns: (rows[0] ?? []).map(String),
    rows,
  });
  const same = (a: readonly (readonly Cell[])[], b: readonly (readonly Cell[])[]) =>
    tableDifference(
      table(a),
      { ...table(b), columns: table(a).columns },
      {
        ordered: false,
        columns: 'by-position',
      },
    ) === null;

  test('are the same in any order of rows, with noise below the tolerance', () => {
    const cell = fc.oneof(
      fc.constant(null),
      fc.bigInt({ min: -3n, max: 3n }),
      fc.constantFrom(0.1, 0.3, 2.5, 1e15 + 0.5),
      fc.constantFrom('', '甲', '乙'),
    );
    const noisy = (value: Cell): Cell => (typeof value === 'number' ? value * (1 + 1e-13) : value);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { maxLength: 30 }),
        fc.infiniteStream(fc.nat()),
        (rows, draws) => {
          const shuffled = rows
            .map((row) => ({ row: row.map(noisy), at: draws.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ row }) => row);
          expect(same(rows, shuffled)).toBe(true);
        },
      ),
    );
  });

  test('differ when one row is replaced', () => {
    const rows = Array.from({ length: 50 }, (_, i): Cell[] => [BigInt(i % 7), i / 10, '甲']);
    const other = rows.with(20, [6n, 2.00001, '甲']);
    expect(same(rows, other)).toBe(false);
    expect(same(rows, rows.toReversed())).toBe(true);
  });

  test('are paired although nearly equal numbers stand in another order', () => {
    expect(
      same(
        [
          [0.3, 1n],
          [0.1 + 0.2, 0n],
        ],
        [
          [0.3, 0n],
          [0.1 + 0.2, 1n],
        ],
      ),
    ).toBe(true);
    expect(
      same(
        [
          [0.3, 1n],
          [0.1 + 0.2, 0n],
        ],
        [
          [0.3, 1n],
          [0.1 + 0.2, 1n],
        ],
      ),
    ).toBe(false);
  });

  test('bytes are compared as bytes', () => {
    expect(same([[Uint8Array.of(1, 2)]], [[Uint8Array.of(1, 2)]])).toBe(true);
    expect(same([[Uint8Array.of(1, 2)]], [[Uint8Array.of(1, 3)]])).toBe(false);
  });

  test('ten thousand rows of one text and near numbers', () => {
    const rows = Array.from({ length: 10_000 }, (_, i): Cell[] => ['甲', i / 3]);
    expect(same(rows, rows.toReversed())).toBe(true);
  });
});

describe('sql on any answer', () => {
  test('never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        ...[
          '```sql\n',
          '```\n',
          '\n```\n',
          '\nSELECT ',
          'with a as (',
          ' FROM 城市',
          ';',
          "'",
          '"',
        ],
        ...['--', '/*', '*/', '\0', '`', '：', '。', ' union ', '(', ')', ' order by ', '\n\n'],
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const score = scoreOf(pieces.join(''), [['不会出现的值', 4711]], { timeoutMs: 2000 });
        expect(score.value).not.toBe('pass');
      }),
      { numRuns: 400 },
    );
  });

  test.each([
    ['words', 'select '.repeat(1.5e5)],
    ['lines', '\nselect'.repeat(1.5e5)],
    ['blank lines', `select 1${' \n '.repeat(3e5)}x`],
    ['quotes', `select ${"'".repeat(1e6)}`],
    ['comments', `select ${'/*'.repeat(5e5)}`],
    ['brackets', `\`\`\`sql\nselect ${'('.repeat(1e6)}\n\`\`\``],
    ['with', 'with a as '.repeat(1e5)],
    ['blank lines in a block', `\`\`\`sql\n${'\n'.repeat(1e6)}x\n\`\`\``],
    ['a wide with', `\nwith${' '.repeat(1e6)}`],
    ['semicolons', `\`\`\`sql\n${';'.repeat(1e6)}\n\`\`\``],
    ['fences', '```sql\nselect 1\n```\n'.repeat(5e4)],
  ])('a million characters of %s', (_name, text) => {
    expect(scoreOf(text, [[4711]]).value).not.toBe('pass');
  });

  test('chance is the same in every run, and one query leaves nothing to the next', () => {
    const random = '```sql\nSELECT random(), hex(randomblob(8)) FROM 城市 ORDER BY random()\n```';
    expect(scoreOf(random, [[1]])).toEqual(scoreOf(random, [[1]]));
    scoreOf('```sql\nPRAGMA hard_heap_limit = 1\n```', [[1]]);
    scoreOf('```sql\nDROP TABLE 城市\n```', [[1]]);
    expect(scoreOf('```sql\nSELECT count(*) FROM 城市\n```', [[2]]).value).toBe('pass');
  });
});

test('200 queries leave nothing behind', async () => {
  const sqlite = await newSqlite();
  const queries = [
    'SELECT hex(zeroblob(1000000))',
    'SELECT 无',
    'SELECT hex(zeroblob(1000000)); SELECT 2',
    'WITH t AS (SELECT 1) DELETE FROM 城市',
    'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT hex(zeroblob(9999)) FROM n',
  ];
  for (let i = 0; i < 200; i++) {
    const query = queries[i % queries.length] ?? '';
    expect(runQuery(sqlite, { setup: SETUP, query }).spent).toBe(false);
  }
  // Half of all the memory that SQLite may use is still there.
  const large = runQuery(sqlite, { setup: SETUP, query: 'SELECT length(zeroblob(32000000) || 1)' });
  expect(large.result).toMatchObject({ kind: 'rows' });
});

describe('the cases of sql', () => {
  const TARGETS: readonly Json[] = [
    'SELECT 名称 FROM 城市 ORDER BY 人口 DESC; ',
    'SELECT 名称, 人口 FROM 城市 -- 全部',
    [
      ['青岛', 1037],
      ["O'Neil", null],
    ],
    [[0.1]],
    [],
  ];

  test.each(TARGETS.map((target) => [JSON.stringify(target), target]))(
    'right and wrong answers for %s',
    (_name, target) => {
      const made = (kind: 'right' | 'wrong', draw: number): string =>
        sql.exemplify?.(key({ target }), OPTIONS, kind, () => draw)?.text ?? '';
      expect(scoreOf(made('right', 0), target).value).toBe('pass');
      for (const draw of [0, 0.6, 0.9]) {
        expect(scoreOf(made('wrong', draw), target).value).toBe('fail');
      }
    },
  );

  test.each([
    ['a good case', SETUP, 'SELECT 1', {}, 0],
    ['a setup that does not run', 'CREATE TABEL x', 'SELECT 1', {}, 1],
    ['a setup that does not run, for a list of rows', 'CREATE TABEL x', [[1]], {}, 1],
    ['a reference that does not run', SETUP, 'SELECT 无', {}, 1],
    ['a reference that writes', SETUP, 'DELETE FROM 城市', {}, 1],
    ['a reference without rows', SETUP, 'SELECT 1 WHERE 0', {}, 1],
    ['rows of different lengths', SETUP, [[1], [1, 2]], {}, 1],
    ['a list of rows has no names', SETUP, [[1]], { compareColumns: 'by-name' }, 1],
    ['a list of rows has no order of its own', SETUP, [[1]], { ordered: 'auto' }, 1],
  ] as const)('check: %s', (_name, setup, target, options, findings) => {
    const found = sql.check?.(key({ target: target as Json }), { setup, ...options }) ?? [];
    expect(found).toHaveLength(findings);
  });

  test('a case that does not work itself is never a pass', () => {
    const score = scoreOf('```sql\nSELECT 1 WHERE 0\n```', 'SELECT 无');
    expect(score).toMatchObject({ value: 'invalid', status: 'invalid_case' });
  });

  test('the reason says what is different', () => {
    expect(
      scoreOf('```sql\nSELECT 人口 + 1 FROM 城市\n```', 'SELECT 人口 FROM 城市').reason,
    ).toEqual({
      zh: '结果中缺少应有的行 (943)。',
      en: 'The result lacks the row (943).',
    });
  });

  test('a process that has scored ends by itself', () => {
    const script = `
      const { sql } = await import('./src/scorers/sql/index.ts');
      await sql.prepare();
      const response = { outcome: 'ok', text: 'SELECT 1', timing: {} };
      console.log(sql.score({ target: [[1]] }, response, { setup: 'CREATE TABLE t(a)' }).value);`;
    const { status, stdout } = spawnSync(
      process.execPath,
      ['--no-warnings', '--input-type=module', '--eval', script],
      { encoding: 'utf8', timeout: 60_000 },
    );
    expect([status, stdout.trim()]).toEqual([0, 'pass']);
  }, 60_000);
});
