import { join } from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Cell, Sheet } from 'write-excel-file/node';
import writeExcelFile from 'write-excel-file/node';
import { packageRoot, readYaml, UserError } from '../../src/document/index.ts';
import type { Catalogue } from '../../src/standard/index.ts';
import {
  catalogueFromXlsx,
  catalogueToXlsx,
  catalogueToYaml,
  loadCatalogue,
  readCatalogue,
} from '../../src/standard/index.ts';
import { readText, SMALL_CATALOGUE } from './small-catalogue.ts';

const small = readText(SMALL_CATALOGUE).catalogue as Catalogue;

function fromYaml(text: string): Catalogue | null {
  return readCatalogue(readYaml(text, 'back.yaml')).catalogue;
}

type Grid = Cell[][];

/** The cells of an exported catalogue by sheet name, to be changed as a person would. */
async function grids(catalogue: Catalogue): Promise<Map<string, Grid>> {
  const sheets = await readExcelFile(Buffer.from(await catalogueToXlsx(catalogue)));
  return new Map(
    sheets.map(({ sheet, data }) => [sheet, data.map((row) => row.map((cell) => cell as Cell))]),
  );
}

async function workbook(sheets: ReadonlyMap<string, Grid>): Promise<Uint8Array> {
  const list = [...sheets].map(([sheet, data]): Sheet<never> => ({ sheet, data }));
  return writeExcelFile(list).toBuffer();
}

function grid(sheets: ReadonlyMap<string, Grid>, name: string): Grid {
  return sheets.get(name) ?? expect.fail(`no sheet ${name}`);
}

/** 0-based column of a header that contains `label`. */
function columnOf(cells: Grid, label: string): number {
  const at = (cells[0] ?? []).findIndex(
    (cell) => typeof cell === 'string' && cell.split('\n').includes(label),
  );
  return at >= 0 ? at : expect.fail(`no column ${label}`);
}

async function problemsOf(bytes: Uint8Array): Promise<UserError['problems']> {
  const error = await catalogueFromXlsx(bytes, 'theirs.xlsx').catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UserError);
  return (error as UserError).problems;
}

describe('round trip', () => {
  let shipped: Catalogue;
  beforeAll(async () => {
    ({ catalogue: shipped } = await loadCatalogue(join(packageRoot(), 'suites', 'standard.yaml')));
  });

  test('the shipped catalogue loses nothing through a spreadsheet', async () => {
    const text = await catalogueFromXlsx(await catalogueToXlsx(shipped));
    expect(fromYaml(text)).toEqual(shipped);
  });

  test('the shipped catalogue loses nothing through YAML', () => {
    expect(fromYaml(catalogueToYaml(shipped))).toEqual(shipped);
  });

  test('every optional part survives, and so do awkward texts', async () => {
    const awkward: Catalogue = {
      ...small,
      edition: '1.10',
      publishers: [...small.publishers, { zh: '乙', en: 'B' }],
      indicators: small.indicators.map((indicator) => ({
        ...indicator,
        title: { zh: '=1+1，“引号”', en: '- "quoted": yes, [no] #1 & <b>\nsecond line' },
        metric: '0.10',
        minNProvenance: {
          kind: 'standard-clause',
          ref: '2026-11',
          textDigest: 'b'.repeat(64),
        },
      })),
    };
    const text = await catalogueFromXlsx(await catalogueToXlsx(awkward));
    expect(fromYaml(text)).toEqual(awkward);
    expect(fromYaml(catalogueToYaml(awkward))).toEqual(awkward);
  });

  test('one row per indicator, and headers in both languages', async () => {
    const sheets = await grids(shipped);
    expect([...sheets.keys()]).toEqual([
      '目录 Catalogue',
      '判定规则 Rules',
      '大类 Categories',
      '测试项 Indicators',
    ]);
    const rows = grid(sheets, '测试项 Indicators');
    expect(rows).toHaveLength(1 + 173);
    for (const cell of rows[0] ?? []) expect(cell).toMatch(/^[\u4e00-\u9fff].*\n[A-Z]/u);
  });
});

describe('what a person does to a spreadsheet', () => {
  test('columns may be moved, renamed to one language, and rows left blank', async () => {
    const sheets = await grids(small);
    const rows = grid(sheets, '大类 Categories');
    const [header = [], first = [], second = []] = rows;
    header[columnOf(rows, 'Weight')] = '权重';
    sheets.set('大类 Categories', [
      header.toReversed(),
      first.toReversed(),
      [],
      second.toReversed(),
    ]);
    expect(fromYaml(await catalogueFromXlsx(await workbook(sheets)))).toEqual(small);
  });

  test('a limit, a weight and a minimum typed as numbers are taken as typed', async () => {
    const sheets = await grids(small);
    const rows = grid(sheets, '测试项 Indicators');
    const row = rows[1] ?? [];
    row[columnOf(rows, 'Limit')] = 0.07;
    row[columnOf(rows, 'Comparator')] = '<=';
    row[columnOf(rows, 'Weight')] = 2;
    row[columnOf(rows, 'Minimum cases')] = '150';
    row[columnOf(rows, 'Verifiable')] = '是';
    row[columnOf(rows, 'Methods')] = 'rule、program；human';
    const back = fromYaml(await catalogueFromXlsx(await workbook(sheets)));
    expect(back?.indicators[0]).toMatchObject({
      threshold: { comparator: '<=', value: '0.07' },
      weight: '2',
      minN: 150,
      verifiable: true,
      methods: ['rule', 'program', 'human'],
    });
  });

  test('a wrong cell is named by sheet, row and column', async () => {
    const sheets = await grids(small);
    const rows = grid(sheets, '测试项 Indicators');
    const level = columnOf(rows, 'Level');
    (rows[2] ?? [])[level] = 'MUSST';
    const limit = columnOf(rows, 'Limit');
    (rows[3] ?? [])[limit] = '100%';
    const problems = await problemsOf(await workbook(sheets));
    expect(problems).toMatchObject([
      { code: 'not-allowed', line: 3, column: level + 1 },
      { code: 'schema-pattern', line: 4, column: limit + 1 },
    ]);
    for (const { file } of problems) expect(file).toBe('theirs.xlsx [测试项 Indicators]');
  });

  test('semantic checks point into the sheet as well', async () => {
    const sheets = await grids(small);
    const rows = grid(sheets, '测试项 Indicators');
    (rows[2] ?? [])[columnOf(rows, 'Id')] = 'K1.1';
    const rule = columnOf(rows, 'Rule');
    (rows[3] ?? [])[rule] = 'R-ZEROO';
    expect(await problemsOf(await workbook(sheets))).toMatchObject([
      { code: 'duplicate-id', line: 3, column: columnOf(rows, 'Id') + 1 },
      { code: 'unknown-rule', line: 4, column: rule + 1, hint: { en: 'Did you mean "R-ZERO"?' } },
    ]);
  });

  test('an empty cell that is needed is named by its row', async () => {
    const sheets = await grids(small);
    const rows = grid(sheets, '测试项 Indicators');
    (rows[1] ?? [])[columnOf(rows, 'Metric')] = null;
    expect(await problemsOf(await workbook(sheets))).toMatchObject([
      { code: 'missing-key', line: 2, column: 1, message: { en: 'The key "metric" is missing.' } },
    ]);
  });

  test('a value that the spreadsheet program turned into a date is refused', async () => {
    const sheets = await grids(small);
    const rows = grid(sheets, '目录 Catalogue');
    (rows[2] ?? [])[1] = { value: new Date(0), type: Date, format: 'yyyy-mm' };
    const problems = await problemsOf(await workbook(sheets));
    expect(problems).toMatchObject([
      { code: 'date-cell', file: 'theirs.xlsx [目录 Catalogue]', line: 3, column: 2 },
    ]);
  });

  test('a missing or misspelt column is said once, not once per row', async () => {
    const sheets = await grids(small);
    const rows = grid(sheets, '测试项 Indicators');
    const level = columnOf(rows, 'Level');
    (rows[0] ?? [])[level] = 'Levell';
    expect(await problemsOf(await workbook(sheets))).toMatchObject([
      { code: 'unknown-column', line: 1, column: level + 1 },
      { code: 'missing-column', line: 1, message: { en: 'The column "级别 Level" is missing.' } },
    ]);
  });

  test('a column, a row or a sheet that occurs twice or not at all is refused', async () => {
    const sheets = await grids(small);
    const rows = grid(sheets, '大类 Categories');
    for (const row of rows) row.push(row[0]);
    const head = grid(sheets, '目录 Catalogue');
    head.push([...(head[1] ?? [])], ['作者', 'A']);
    sheets.delete('判定规则 Rules');
    expect(await problemsOf(await workbook(sheets))).toMatchObject([
      { code: 'duplicate-row', line: head.length - 1 },
      { code: 'unknown-row', line: head.length },
      { code: 'missing-sheet', file: 'theirs.xlsx' },
      { code: 'duplicate-column', line: 1, column: rows[0]?.length },
    ]);
  });
});

test('a file that is no spreadsheet is a problem of the user', async () => {
  expect(await problemsOf(new TextEncoder().encode('id,title\n'))).toMatchObject([
    { code: 'spreadsheet-unreadable', file: 'theirs.xlsx' },
  ]);
});
