import type { LocalText } from '../../model/index.ts';
import type { Cell, Table } from './job.ts';

/** Two numbers of which one is REAL are equal within this share of the larger, or absolutely. */
const TOLERANCE = 1e-9;

export interface Comparison {
  readonly ordered: boolean;
  readonly columns: 'by-position' | 'by-name';
}

type Row = readonly Cell[];

/**
 * Why two results are not the same; null when they are. Without `ordered` they are compared as
 * multisets. Whole numbers are equal exactly, texts character by character, NULL equals NULL.
 */
export function tableDifference(
  expected: Table,
  got: Table,
  { ordered, columns }: Comparison,
): LocalText | null {
  const [left, right] = columns === 'by-name' ? [byName(expected), byName(got)] : [expected, got];
  if (columns === 'by-name' && left.columns.join('\n') !== right.columns.join('\n')) {
    return {
      zh: `列名应为 ${shownNames(expected)}，实为 ${shownNames(got)}。`,
      en: `The columns should be ${shownNames(expected)}; they are ${shownNames(got)}.`,
    };
  }
  if (left.columns.length !== right.columns.length) {
    return {
      zh: `应有 ${left.columns.length} 列，实有 ${right.columns.length} 列。`,
      en: `There should be ${left.columns.length} columns; there are ${right.columns.length}.`,
    };
  }
  if (left.rows.length !== right.rows.length) {
    return {
      zh: `应有 ${left.rows.length} 行，实有 ${right.rows.length} 行。`,
      en: `There should be ${left.rows.length} rows; there are ${right.rows.length}.`,
    };
  }
  return ordered ? orderedDifference(left.rows, right.rows) : setDifference(left.rows, right.rows);
}

/** The table with its columns in the order of their names, upper and lower case being the same. */
function byName({ columns, rows }: Table): Table {
  const names = columns.map((name) => name.toLowerCase());
  const order = [...names.keys()].sort((a, b) => compareTexts(names[a] ?? '', names[b] ?? ''));
  return {
    columns: order.map((i) => names[i] ?? ''),
    rows: rows.map((row) => order.map((i) => row[i] ?? null)),
  };
}

function orderedDifference(expected: readonly Row[], got: readonly Row[]): LocalText | null {
  const at = expected.findIndex((row, i) => !rowsEqual(row, got[i] ?? []));
  if (at < 0) return null;
  const [left, right] = [shownRow(expected[at] ?? []), shownRow(got[at] ?? [])];
  return {
    zh: `第 ${at + 1} 行应为 ${left}，实为 ${right}。`,
    en: `Row ${at + 1} should be ${left}; it is ${right}.`,
  };
}

/**
 * Pairs the rows. Rows can only be equal when they agree exactly in all that is no number; among
 * those, sorted by their first number, the partners of a row stand close together.
 */
function setDifference(expected: readonly Row[], got: readonly Row[]): LocalText | null {
  const groups = Map.groupBy(got, exactPart);
  const pools = new Map([...groups].map(([key, rows]) => [key, new Pool(rows)]));
  for (const row of [...expected].sort(compareNumbers)) {
    if (pools.get(exactPart(row))?.take(row) === true) continue;
    return {
      zh: `结果中缺少应有的行 ${shownRow(row)}。`,
      en: `The result lacks the row ${shownRow(row)}.`,
    };
  }
  return null;
}

/** Rows that are the same but for their numbers, each to be taken once. */
class Pool {
  readonly #rows: (Row | null)[];
  #from = 0;

  constructor(rows: readonly Row[]) {
    this.#rows = [...rows].sort(compareNumbers);
  }

  /** Takes a row that equals this one. Rows are asked for in ascending order. */
  take(row: Row): boolean {
    while (this.#from < this.#rows.length && this.#rows[this.#from] === null) this.#from++;
    for (let i = this.#from; i < this.#rows.length; i++) {
      const candidate = this.#rows[i] ?? null;
      if (candidate === null) continue;
      if (rowsEqual(row, candidate)) {
        this.#rows[i] = null;
        return true;
      }
      const [wanted, found] = [firstNumber(row), firstNumber(candidate)];
      if (found > wanted && !numbersEqual(wanted, found)) return false;
    }
    return false;
  }
}

/** All of a row that must agree exactly, as a key. */
function exactPart(row: Row): string {
  return JSON.stringify(
    row.map((cell) => {
      if (cell === null) return null;
      if (typeof cell === 'string') return cell;
      return cell instanceof Uint8Array ? [...cell] : 0;
    }),
  );
}

function isNumber(cell: Cell): cell is number | bigint {
  return typeof cell === 'number' || typeof cell === 'bigint';
}

function firstNumber(row: Row): number | bigint {
  return row.find(isNumber) ?? 0;
}

function compareNumbers(a: Row, b: Row): number {
  for (const [i, left] of a.entries()) {
    const right = b[i] ?? null;
    if (!isNumber(left) || !isNumber(right) || left === right) continue;
    if (left < right) return -1;
    if (left > right) return 1;
  }
  return 0;
}

function rowsEqual(a: Row, b: Row): boolean {
  return a.length === b.length && a.every((cell, i) => cellsEqual(cell, b[i] ?? null));
}

function cellsEqual(a: Cell, b: Cell): boolean {
  if (isNumber(a) && isNumber(b)) return numbersEqual(a, b);
  if (a instanceof Uint8Array && b instanceof Uint8Array) {
    return a.length === b.length && a.every((byte, i) => byte === b[i]);
  }
  return a === b;
}

function numbersEqual(a: number | bigint, b: number | bigint): boolean {
  if (typeof a === 'bigint' && typeof b === 'bigint') return a === b;
  const [left, right] = [Number(a), Number(b)];
  if (left === right) return true;
  return Math.abs(left - right) <= TOLERANCE * Math.max(1, Math.abs(left), Math.abs(right));
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function shownNames({ columns }: Table): string {
  return cut(`(${columns.join(', ')})`);
}

function shownRow(row: Row): string {
  return cut(`(${row.map(shownCell).join(', ')})`);
}

function shownCell(cell: Cell): string {
  if (cell === null) return 'NULL';
  if (cell instanceof Uint8Array) return `BLOB[${cell.length}]`;
  return typeof cell === 'string' ? `'${cell}'` : String(cell);
}

function cut(text: string): string {
  return (text.length > 120 ? `${text.slice(0, 117)}…` : text).toWellFormed();
}
