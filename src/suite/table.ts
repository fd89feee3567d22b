import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import {
  type ExactJson,
  firstWrittenNumber,
  type Problem,
  parseExactJson,
  roundedJson,
  UserError,
} from '../document/index.ts';
import type { Json } from '../model/index.ts';

/** One row of a data file. */
export interface Row {
  /** 1-based line of a text file, 1-based row of a table. */
  readonly line: number;
  readonly values: Readonly<Record<string, Json>>;
  /** Columns whose value has a number that no double holds, with that number as written. */
  readonly longNumbers: ReadonlyMap<string, string>;
}

export const TABLE_FORMATS = ['jsonl', 'json', 'csv', 'tsv', 'xlsx', 'parquet'] as const;

/**
 * Reads the rows of a data file: `.jsonl`, `.json` (a list of objects), `.csv`, `.tsv`, `.xlsx`
 * (first sheet, or `sheet`) and `.parquet`; the first row of a table holds the column names. Text
 * is UTF-8 with or without a byte order mark, else GB 18030.
 *
 * @throws UserError with the line, when the file is missing or a row cannot be read.
 */
export async function readRows(path: string, shown: string, sheet?: string): Promise<Row[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    throw UserError.of('file-missing', `找不到文件 ${shown}。`, `There is no file ${shown}.`);
  }
  switch (extname(path).toLowerCase()) {
    case '.jsonl':
    case '.ndjson':
      return jsonLines(decode(bytes), shown);
    case '.json':
      return jsonList(decode(bytes), shown);
    case '.csv':
      return delimited(decode(bytes), ',', shown);
    case '.tsv':
      return delimited(decode(bytes), '\t', shown);
    case '.xlsx':
      return spreadsheet(bytes, sheet, shown);
    case '.parquet':
      return parquet(bytes, shown);
    default:
      throw UserError.of(
        'unknown-format',
        `不认识的数据格式 ${shown}；可用：${TABLE_FORMATS.join('、')}。`,
        `Unknown data format ${shown}; known: ${TABLE_FORMATS.join(', ')}.`,
      );
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Question lists from Chinese office software are commonly GB 18030.
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function badRow(shown: string, line: number, zh: string, en: string): UserError {
  return new UserError([
    { code: 'bad-row', severity: 'error', file: shown, line, message: { zh, en } },
  ]);
}

/**
 * Refuses to go on with a number that would be rounded.
 *
 * @throws UserError when one of the columns has such a number
 */
export function requireHeld(row: Row, columns: Iterable<string>, place: Partial<Problem>): void {
  for (const column of columns) {
    const numeral = row.longNumbers.get(column);
    if (numeral === undefined) continue;
    throw UserError.of(
      'long-number',
      `列 “${column}” 中的数值 ${numeral} 读入时会被舍入；请加引号写成文本。`,
      `The number ${numeral} in the column "${column}" would be rounded; put it in quotation marks.`,
      place,
    );
  }
}

const NONE: ReadonlyMap<string, string> = new Map();

function asRow(value: ExactJson, line: number, shown: string): Row {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw badRow(shown, line, '这一行不是 JSON 对象。', 'This row is not a JSON object.');
  }
  const longNumbers = new Map<string, string>();
  for (const [column, cell] of Object.entries(value)) {
    const found = firstWrittenNumber(cell);
    if (found !== undefined) longNumbers.set(column, found.numeral);
  }
  const values = longNumbers.size === 0 ? value : roundedJson(value).below;
  return { line, values: values as Record<string, Json>, longNumbers };
}

function jsonLines(text: string, shown: string): Row[] {
  const rows: Row[] = [];
  for (const [i, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    let value: ExactJson;
    try {
      value = parseExactJson(line);
    } catch (error) {
      const detail = (error as Error).message;
      throw badRow(shown, i + 1, `不是合法的 JSON：${detail}。`, `Not valid JSON: ${detail}.`);
    }
    rows.push(asRow(value, i + 1, shown));
  }
  return rows;
}

function jsonList(text: string, shown: string): Row[] {
  let value: ExactJson;
  try {
    value = parseExactJson(text);
  } catch (error) {
    const detail = (error as Error).message;
    throw badRow(shown, 1, `不是合法的 JSON：${detail}。`, `Not valid JSON: ${detail}.`);
  }
  if (!Array.isArray(value)) {
    throw badRow(shown, 1, '文件应为对象的列表。', 'The file has to hold a list of objects.');
  }
  return value.map((row, i) => asRow(row, i + 1, shown));
}

async function delimited(text: string, delimiter: string, shown: string): Promise<Row[]> {
  const { parse } = await import('csv-parse/sync');
  let records: { record: string[]; info: { lines: number } }[];
  try {
    records = parse(text, {
      delimiter,
      info: true,
      skip_empty_lines: true,
      relax_column_count: false,
    }) as unknown as typeof records;
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    const detail = (error as Error).message;
    throw badRow(shown, line, `表格无法读取：${detail}。`, `The table cannot be read: ${detail}.`);
  }
  const header = records[0]?.record ?? [];
  return records.slice(1).map(({ record, info }) => ({
    line: info.lines,
    values: Object.fromEntries(header.map((name, i) => [name.trim(), record[i] ?? ''])),
    longNumbers: NONE,
  }));
}

async function spreadsheet(
  bytes: Uint8Array,
  sheet: string | undefined,
  shown: string,
): Promise<Row[]> {
  const { default: readSheets } = await import('read-excel-file/node');
  let sheets: { sheet: string; data: unknown[][] }[];
  try {
    sheets = (await readSheets(Buffer.from(bytes))) as unknown as typeof sheets;
  } catch (error) {
    const detail = (error as Error).message;
    throw badRow(
      shown,
      1,
      `工作簿无法读取：${detail}。`,
      `The workbook cannot be read: ${detail}.`,
    );
  }
  const chosen = sheet === undefined ? sheets[0] : sheets.find((s) => s.sheet === sheet);
  if (chosen === undefined) {
    throw badRow(shown, 1, `没有工作表 “${sheet}”。`, `There is no sheet "${sheet}".`);
  }
  const header = (chosen.data[0] ?? []).map((cell) =>
    typeof cell === 'string' ? cell.trim() : '',
  );
  return chosen.data.slice(1).map((cells, i) => ({
    line: i + 2,
    values: Object.fromEntries(
      header.map((name, column) => {
        const cell = cells[column] ?? null;
        return [name, cell instanceof Date ? cell.toISOString() : (cell as Json)];
      }),
    ),
    longNumbers: NONE,
  }));
}

async function parquet(bytes: Uint8Array, shown: string): Promise<Row[]> {
  const { parquetReadObjects } = await import('hyparquet');
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  let rows: Record<string, unknown>[];
  try {
    rows = await parquetReadObjects({ file: file as ArrayBuffer });
  } catch (error) {
    const detail = (error as Error).message;
    throw badRow(shown, 1, `无法读取 Parquet：${detail}。`, `Parquet cannot be read: ${detail}.`);
  }
  // 64-bit integers come as BigInt, which JSON does not have; as text no digit is lost.
  const plain = (value: unknown): Json =>
    JSON.parse(JSON.stringify(value ?? null, (_k, v) => (typeof v === 'bigint' ? `${v}` : v)));
  return rows.map((row, i) => ({
    line: i + 1,
    values: plain(row) as Record<string, Json>,
    longNumbers: NONE,
  }));
}
