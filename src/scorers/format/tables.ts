import type { Json } from '../../model/index.ts';
import type { Range } from '../../text/index.ts';
import { plainText } from '../plain-reading.ts';
import { csvRecords } from './csv-records.ts';
import { type Content, type Format, type FormatReading, fault, linesOf } from './reading.ts';

/** A pipe table of GitHub Flavored Markdown (0.29, section 4.10). */
export const markdownTable: Format = {
  tags: ['markdown', 'md', 'table', ''],
  embedded(text) {
    const lines = [...linesOf(text)];
    const tables: Range[] = [];
    for (let i = 1; i < lines.length; i++) {
      const [header, rule] = [lines[i - 1], lines[i]];
      if (header === undefined || rule === undefined) continue;
      if (!header.text.includes('|') || !isRule(rule.text)) continue;
      let last = i;
      while (lines[last + 1]?.text.includes('|')) last++;
      tables.push({ start: header.start, end: lines[last]?.end ?? rule.end });
      i = last;
    }
    return tables;
  },
  read(source) {
    const [header = '', rule = '', ...rows] = source.trim().split(/\r?\n/);
    if (!header.includes('|') || !isRule(rule)) {
      return fault(
        '没有 Markdown 表格：缺少表头或其下的分隔行（如 |---|---|）。',
        'There is no Markdown table: the header or the rule below it (|---|---|) is missing.',
      );
    }
    const outside = rows.findIndex((row) => !row.includes('|'));
    if (outside >= 0) {
      return fault('表格之外还有其他文字。', 'There is other text besides the table.');
    }
    const columns = cells(header);
    if (cells(rule).length !== columns.length) {
      return fault(
        `表头有 ${columns.length} 列，分隔行有 ${cells(rule).length} 列。`,
        `The header has ${columns.length} cells and the rule ${cells(rule).length}.`,
      );
    }
    return grid(columns, rows.map(cells));
  },
};

/** The line of dashes under a header: `|---|:-:|`. */
function isRule(line: string): boolean {
  if (!line.includes('-') || !line.includes('|')) return false;
  return cells(line).every((cell) => /^:?-+:?$/.test(cell));
}

function cells(line: string): string[] {
  const inner = line.trim();
  const from = inner.startsWith('|') ? 1 : 0;
  const parts = inner.slice(from).split(/(?<!\\)\|/);
  if (parts.length > 1 && (parts.at(-1) ?? '').trim() === '') parts.pop();
  return parts.map((cell) => cell.trim().replaceAll('\\|', '|'));
}

/** Comma-separated values (RFC 4180) with a header. */
export const csv: Format = {
  tags: ['csv', 'tsv', 'text', 'txt', ''],
  embedded(text, { delimiter = ',' }) {
    // Rows follow each other; a comma in prose stands in a line of its own.
    const blocks: Range[] = [];
    let start = 0;
    let end = 0;
    let rows = 0;
    const close = (): void => {
      if (rows > 1) blocks.push({ start, end });
      rows = 0;
    };
    for (const line of linesOf(text)) {
      if (!line.text.includes(delimiter)) {
        close();
        continue;
      }
      if (rows === 0) start = line.start;
      end = line.end;
      rows++;
    }
    close();
    return blocks;
  },
  read(source, { delimiter = ',' }) {
    // One look at the first line settles most prose.
    const [first = ''] = source.trimStart().split('\n', 1);
    if (!first.includes(delimiter) && !first.includes('"')) return noColumns(delimiter);
    const read = csvRecords(source, delimiter);
    if (!Array.isArray(read)) return read;
    const [header = [], ...rows] = read;
    return header.length < 2 ? noColumns(delimiter) : grid(header, rows);
  },
};

function noColumns(delimiter: string): FormatReading {
  return fault(
    `没有用“${delimiter}”分隔的多列数据。`,
    `There are no columns separated by "${delimiter}".`,
  );
}

function grid(header: readonly string[], rows: readonly (readonly string[])[]): FormatReading {
  const ragged = rows.findIndex((row) => row.length !== header.length);
  if (ragged >= 0) {
    const got = rows[ragged]?.length ?? 0;
    return fault(
      `第 ${ragged + 1} 行有 ${got} 列，表头有 ${header.length} 列。`,
      `Row ${ragged + 1} has ${got} cells and the header ${header.length}.`,
    );
  }
  const columns = header.map(cellText);
  const names = new Set<string>();
  const twice = columns.find((name) => {
    if (names.has(name)) return true;
    names.add(name);
    return false;
  });
  if (twice !== undefined) {
    return fault(`列名“${twice}”重复。`, `The column "${twice}" occurs twice.`);
  }
  const value = rows.map((row) => row.map(cellText));
  const content: Content = { columns, rows: rows.length, value: value as Json };
  return { ok: true, content };
}

/** A cell as it is compared: width and blanks folded, emphasis and code marks taken off. */
export function cellText(cell: string): string {
  // Most cells are plain, and there may be a great many.
  const text = /^[\x21-\x7e\u4e00-\u9fff]*$/.test(cell) ? cell : plainText(cell, false);
  return /^(\*\*|__|`)(.+)\1$/s.exec(text)?.[2]?.trim() ?? text;
}
