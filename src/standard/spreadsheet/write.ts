import type { CellObject, Row, Sheet } from 'write-excel-file/node';
import type { Path } from '../../document/index.ts';
import type { LocalText } from '../../model/index.ts';
import type { Catalogue } from '../catalogue.ts';
import type { Column, Table } from './columns.ts';
import { HEAD_COLUMNS, HEAD_ROWS, HEAD_SHEET, headerText, sheetName, TABLES } from './columns.ts';

/** Keeps spreadsheet programs from turning `0.90` into 0.9 and `1-2` into a date. */
const TEXT_FORMAT = '@';

/**
 * A catalogue as a spreadsheet (Office Open XML): one sheet about the whole, one each for rules,
 * categories and indicators, headers in both languages. `catalogueFromXlsx` reads it back without
 * loss.
 */
export async function catalogueToXlsx(catalogue: Catalogue): Promise<Uint8Array> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = [headSheet(catalogue), ...TABLES.map((table) => tableSheet(table, catalogue))];
  return writeExcelFile(sheets).toBuffer();
}

function headSheet(catalogue: Catalogue): Sheet<never> {
  const rows = HEAD_ROWS.flatMap(({ key, label }): Row[] => {
    const value = catalogue[key];
    if (typeof value === 'string') return [[header(label), text(value)]];
    return [value].flat().map(({ zh, en }) => [header(label), text(zh), text(en)]);
  });
  return {
    sheet: sheetName(HEAD_SHEET),
    data: [HEAD_COLUMNS.map(header), ...rows],
    columns: [{ width: 16 }, { width: 60 }, { width: 60 }],
    stickyRowsCount: 1,
  };
}

function tableSheet({ key, label, columns }: Table, catalogue: Catalogue): Sheet<never> {
  return {
    sheet: sheetName(label),
    data: [
      columns.map((column) => header(column.label)),
      ...catalogue[key].map((entry) => columns.map((column) => cell(entry, column))),
    ],
    columns: columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: 1,
  };
}

function cell(entry: object, { path, kind }: Column): CellObject | null {
  const value = valueAt(entry, path);
  if (value === undefined) return null;
  switch (kind) {
    case 'count':
      return { value: value as number, type: Number };
    case 'yes-no':
      return { value: value as boolean, type: Boolean };
    case 'list':
      return text((value as readonly string[]).join(', '));
    case 'text':
      return text(value as string);
  }
}

function valueAt(entry: object, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Readonly<Record<string | number, unknown>> | undefined)?.[key],
    entry,
  );
}

function text(value: string): CellObject | null {
  if (value === '') return null;
  return { value, type: String, format: TEXT_FORMAT, wrap: true, alignVertical: 'top' };
}

function header(label: LocalText): CellObject {
  return { value: headerText(label), type: String, fontWeight: 'bold', wrap: true };
}
