import type { Path, Problem } from '../../document/index.ts';
import { suggestion } from '../../document/index.ts';
import type { LocalText } from '../../model/index.ts';
import type { CatalogueDocument } from '../read.ts';
import type { CellKind, Column, HeadRow, Table } from './columns.ts';
import { HEAD_ROWS, HEAD_SHEET, headerText, isLabel, sheetName, TABLES } from './columns.ts';

export type CellValue = string | number | boolean | Date | null;

/** A sheet as the spreadsheet library reads it. */
export interface WorkbookSheet {
  readonly sheet: string;
  readonly data: readonly (readonly CellValue[])[];
}

/** 1-based. */
interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A catalogue under construction: its value, and the cell that each part of it came from. */
class CellCatalogue {
  readonly problems: Problem[] = [];
  readonly value: Record<string, unknown> = {};
  private readonly cells = new Map<string, Cell>();
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  set(path: Path, value: unknown, cell: Cell): void {
    let target = this.value as Record<string | number, unknown>;
    for (const [i, key] of path.slice(0, -1).entries()) {
      target[key] ??= typeof path[i + 1] === 'number' ? [] : {};
      target = target[key] as Record<string | number, unknown>;
    }
    target[path.at(-1) as string | number] = value;
    for (let length = path.length; length > 0; length--) this.note(path.slice(0, length), cell);
  }

  /** Says where the value at `path` stands, unless that is known. */
  note(path: Path, cell: Cell): void {
    const key = JSON.stringify(path);
    if (!this.cells.has(key)) this.cells.set(key, cell);
  }

  place = (path: Path): { file: string; line: number; column: number } => {
    for (let length = path.length; length >= 0; length--) {
      const cell = this.cells.get(JSON.stringify(path.slice(0, length)));
      if (cell !== undefined) return this.at(cell);
    }
    return { file: this.file, line: 1, column: 1 };
  };

  at({ sheet, row, column }: Cell): { file: string; line: number; column: number } {
    return { file: `${this.file} [${sheet}]`, line: row, column };
  }

  fail(code: string, cell: Cell | null, message: LocalText, more: Partial<Problem> = {}): void {
    const place = cell === null ? { file: this.file } : this.at(cell);
    this.problems.push({ code, severity: 'error', ...place, message, ...more });
  }
}

/** The sheets of a workbook as a catalogue document whose places are sheets, rows and columns. */
export function workbookDocument(
  sheets: readonly WorkbookSheet[],
  file: string,
): CatalogueDocument {
  const catalogue = new CellCatalogue(file);
  const find = (label: LocalText): WorkbookSheet | undefined => {
    const found = sheets.find(({ sheet }) => isLabel(sheet, label));
    if (found === undefined) {
      const name = sheetName(label);
      catalogue.fail('missing-sheet', null, {
        zh: `缺少工作表 “${name}”。`,
        en: `The sheet "${name}" is missing.`,
      });
    }
    return found;
  };
  const head = find(HEAD_SHEET);
  if (head !== undefined) {
    catalogue.note([], { sheet: head.sheet, row: 1, column: 1 });
    readHead(head, catalogue);
  }
  for (const table of TABLES) {
    const sheet = find(table.label);
    if (sheet !== undefined) readTable(table, sheet, catalogue);
  }
  const { value, problems, place } = catalogue;
  return { value, problems, place, placeOfKey: place };
}

function readHead({ sheet, data }: WorkbookSheet, catalogue: CellCatalogue): void {
  let publishers = 0;
  for (const [i, cells] of data.entries()) {
    if (i === 0 || isBlank(cells)) continue;
    const at = (column: number): Cell => ({ sheet, row: i + 1, column });
    const name = String(cells[0] ?? '');
    const row = HEAD_ROWS.find(({ label }) => isLabel(name, label));
    if (row === undefined) {
      unknownLabel('unknown-row', name, HEAD_ROWS, at(1), catalogue);
      continue;
    }
    if (row.shape !== 'pairs' && row.key in catalogue.value) {
      const label = sheetName(row.label);
      catalogue.fail('duplicate-row', at(1), {
        zh: `行 “${label}” 重复。`,
        en: `The row "${label}" occurs twice.`,
      });
      continue;
    }
    const path = row.shape === 'pairs' ? [row.key, publishers++] : [row.key];
    catalogue.note(path, at(1));
    const parts =
      row.shape === 'plain'
        ? [path]
        : [
            [...path, 'zh'],
            [...path, 'en'],
          ];
    for (const [c, part] of parts.entries()) {
      const value = readCell(cells[c + 1] ?? null, 'text', at(c + 2), catalogue);
      if (value !== undefined) catalogue.set(part, value, at(c + 2));
    }
  }
}

function readTable({ key, columns }: Table, sheet: WorkbookSheet, catalogue: CellCatalogue): void {
  const [header = [], ...rows] = sheet.data;
  const layout = readHeader(header, columns, sheet.sheet, catalogue);
  catalogue.value[key] = [];
  let index = 0;
  for (const [i, cells] of rows.entries()) {
    if (isBlank(cells)) continue;
    const entry: Path = [key, index++];
    const at = (column: number): Cell => ({ sheet: sheet.sheet, row: i + 2, column });
    catalogue.note(entry, at(1));
    for (const [c, column] of layout) {
      const value = readCell(cells[c] ?? null, column.kind, at(c + 1), catalogue);
      if (value !== undefined) catalogue.set([...entry, ...column.path], value, at(c + 1));
    }
  }
}

/** Which column stands where: the order is free, and optional columns may be left out. */
function readHeader(
  header: readonly CellValue[],
  columns: readonly Column[],
  sheet: string,
  catalogue: CellCatalogue,
): ReadonlyMap<number, Column> {
  const layout = new Map<number, Column>();
  for (const [c, value] of header.entries()) {
    if (value === null) continue;
    const at: Cell = { sheet, row: 1, column: c + 1 };
    const column = columns.find(({ label }) => isLabel(String(value), label));
    if (column === undefined) {
      unknownLabel('unknown-column', String(value), columns, at, catalogue);
    } else if ([...layout.values()].includes(column)) {
      const name = sheetName(column.label);
      catalogue.fail('duplicate-column', at, {
        zh: `列 “${name}” 重复。`,
        en: `The column "${name}" occurs twice.`,
      });
    } else {
      layout.set(c, column);
    }
  }
  for (const column of columns) {
    if (!column.required || [...layout.values()].includes(column)) continue;
    const name = sheetName(column.label);
    catalogue.fail(
      'missing-column',
      { sheet, row: 1, column: 1 },
      { zh: `缺少列 “${name}”。`, en: `The column "${name}" is missing.` },
    );
  }
  return layout;
}

function unknownLabel(
  code: 'unknown-row' | 'unknown-column',
  name: string,
  known: readonly (HeadRow | Column)[],
  at: Cell,
  catalogue: CellCatalogue,
): void {
  const shown = name.replace(/\s+/g, ' ');
  const [zh, en] = code === 'unknown-row' ? ['行', 'row'] : ['列', 'column'];
  const labels = known.map(({ label }) => headerText(label).replace('\n', ' '));
  const message = { zh: `未知的${zh} “${shown}”。`, en: `Unknown ${en} "${shown}".` };
  catalogue.fail(code, at, message, suggestion(shown, labels));
}

function isBlank(cells: readonly CellValue[]): boolean {
  return cells.every((cell) => cell === null || cell === '');
}

const YES_NO: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['yes', true],
  ['是', true],
  ['false', false],
  ['no', false],
  ['否', false],
]);

/**
 * The value of a cell, undefined when it is empty. What cannot be read as the column's kind comes
 * back as it is, for the schema to object to.
 */
function readCell(cell: CellValue, kind: CellKind, at: Cell, catalogue: CellCatalogue): unknown {
  if (cell instanceof Date) {
    catalogue.fail(
      'date-cell',
      at,
      { zh: '单元格的内容是日期。', en: 'The cell holds a date.' },
      {
        hint: {
          zh: '请把单元格格式设为“文本”后重新填写。',
          en: 'Format the cell as text and write the value again.',
        },
      },
    );
    return undefined;
  }
  // A number is taken at its shortest decimal form, which is what the person typed.
  const text = cell === null ? '' : String(cell).trim();
  if (kind === 'list') return text.split(/[\s,，、;；]+/).filter((word) => word !== '');
  if (text === '') return undefined;
  switch (kind) {
    case 'text':
      return typeof cell === 'boolean' ? cell : text;
    case 'count':
      return /^\d{1,15}$/.test(text) ? Number(text) : text;
    case 'yes-no':
      return YES_NO.get(text.toLowerCase()) ?? text;
  }
}
