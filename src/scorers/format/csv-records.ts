import { type FormatReading, fault } from './reading.ts';

/**
 * The records of a text of comma-separated values (RFC 4180), or what is wrong with it. Lines with
 * nothing on them are none. The library that reads data files takes several times as long, and an
 * answer may be a megabyte of short cells.
 */
export function csvRecords(text: string, delimiter: string): string[][] | FormatReading {
  const unquoted = new RegExp(`[^"\\r\\n${delimiter.replace(/[\\\]^-]/, '\\$&')}]*`, 'y');
  const records: string[][] = [];
  let record: string[] = [];
  for (let at = text.startsWith('\ufeff') ? 1 : 0; at <= text.length; at++) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? quoteEnd(text, at) : unquotedEnd(text, at, unquoted);
    if (end < 0) return broken(text, at, '引号没有闭合', 'a quotation mark is not closed');
    const cell = text.slice(at, end);
    record.push(isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    at = end;
    if (text[at] === delimiter) continue;
    if (!isLineEnd(text[at])) {
      return broken(text, at, '引号的位置不对', 'a quotation mark stands in the wrong place');
    }
    if (record.length > 1 || isQuoted || cell !== '') records.push(record);
    record = [];
    if (text.startsWith('\r\n', at)) at++;
  }
  return records;
}

function isLineEnd(character: string | undefined): boolean {
  return character === undefined || character === '\n' || character === '\r';
}

function unquotedEnd(text: string, at: number, unquoted: RegExp): number {
  unquoted.lastIndex = at;
  return at + (unquoted.exec(text)?.[0].length ?? 0);
}

/** The place behind the closing mark of the quoted cell that opens here; two marks are one. */
function quoteEnd(text: string, open: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at + 1;
  }
  return -1;
}

function broken(text: string, at: number, zh: string, en: string): FormatReading {
  const line = text.slice(0, at).split('\n').length;
  return fault(`不是合法的 CSV：第 ${line} 行，${zh}。`, `Not valid CSV: line ${line}, ${en}.`);
}
