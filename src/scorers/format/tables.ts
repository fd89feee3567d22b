import { createRequire } from 'node:module';
import type { Json } from '../../model/index.ts';
import type { Range } from '../../text/index.ts';
import { plainText } from '../plain-reading.ts';
import { type Content, type Format, type FormatReading, fault, linesOf } from './reading.ts';

const require = createRequire(import.meta.url);

/** A pipe table of GitHub Flavored Markdown (0.29, section 4.10). */
export const markdownTable: Format = {
  tags: ['markdown', 'md', 'table', ''],
  embedded(text) {
    const lines = linesOf(text);
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
    let open: (Range & { readonly lines: number }) | null = null;
    for (const line of [...linesOf(text), null]) {
      if (line?.text.includes(delimiter)) {
        open = {
          start: open === null ? line.start : open.start,
          end: line.end,
          lines: open === null ? 1 : open.lines + 1,
        };
        continue;
      }
      if (open !== null && open.lines > 1) blocks.push({ start: open.start, end: open.end });
      open = null;
    }
    return blocks;
  },
  read(source, { delimiter = ',' }) {
    const { parse } = require('csv-parse/sync') as typeof import('csv-parse/sync');
    try {
      const records: string[][] = parse(source, {
        bom: true,
        delimiter,
        relax_column_count: true,
        skip_empty_lines: true,
        max_record_size: MAX_RECORD,
      });
      const [header = [], ...rows] = records;
      if (header.length < 2) {
        return fault(
          `没有用“${delimiter}”分隔的多列数据。`,
          `There are no columns separated by "${delimiter}".`,
        );
      }
      return grid(header, rows);
    } catch (error) {
      const why = error instanceof Error ? error.message.split('\n', 1)[0] : String(error);
      return fault(`不是合法的 CSV：${why}。`, `Not valid CSV: ${why}.`);
    }
  },
};

/** Longest record of a CSV answer, in UTF-16 units: an unclosed quote swallows the rest. */
const MAX_RECORD = 1_000_000;

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
  const text = /^[\x21-\x7e]*$/.test(cell) ? cell : plainText(cell, false);
  return /^(\*\*|__|`)(.+)\1$/s.exec(text)?.[2]?.trim() ?? text;
}
