import { createRequire } from 'node:module';
import type { GradingKey, Json, JsonObject } from '../../model/index.ts';
import type { Exemplar } from '../contract.ts';
import { drawExemplar } from '../exemplars.ts';
import { judge } from './judge.ts';
import type { FormatId, FormatOptions, ListStyle } from './reading.ts';

const require = createRequire(import.meta.url);

/** A document with the target's values, or with values that mean nothing; wrong ones are broken. */
export function exemplify(
  key: GradingKey,
  options: FormatOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const text = WRITERS[options.as](key.target ?? null, options);
  const wrapped = [text, `以下是结果：\n\n${text}`, `\`\`\`${TAGS[options.as]}\n${text}\n\`\`\``];
  const wrong = [
    '抱歉，下面用文字说明，没有按格式整理。',
    text.slice(0, Math.floor(text.length / 2)),
    `${text}\n${text}`,
    `${text}\n\n以上供参考。`,
  ];
  const passes = (answer: string): boolean => {
    const { strict, lenient } = judge(answer, key.target, options);
    return options.mode === 'strict' ? strict : lenient;
  };
  return drawExemplar(
    kind === 'right' ? wrapped : wrong,
    (answer) => answer.trim() !== '' && passes(answer) === (kind === 'right'),
    random,
  );
}

const TAGS: Readonly<Record<FormatId, string>> = {
  'markdown-table': 'markdown',
  csv: 'csv',
  xml: 'xml',
  yaml: 'yaml',
  'ordered-list': '',
  headings: 'markdown',
};

const WRITERS: Readonly<Record<FormatId, (target: Json, options: FormatOptions) => string>> = {
  'markdown-table': (target, options) => {
    const { columns, rows } = gridOf(target, options);
    const line = (cells: readonly string[]): string =>
      `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n');
  },
  csv: (target, options) => {
    const { columns, rows } = gridOf(target, options);
    const { delimiter = ',' } = options;
    const cell = (text: string): string =>
      /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
    return [columns, ...rows].map((row) => row.map(cell).join(delimiter)).join('\n');
  },
  xml: (target, { rootElement = 'root', rows = 2 }) => {
    const items = Array.isArray(target) ? target : Array.from({ length: rows }, () => '示例');
    const body = items.map((item) => element('item', item)).join('');
    return `<${rootElement}>${body}</${rootElement}>`;
  },
  yaml: (target, { rows = 2, columns }) => {
    const { stringify } = require('yaml') as typeof import('yaml');
    const row: Json = columns === undefined ? '示例' : objectOf(columns);
    return stringify(target ?? Array.from({ length: rows }, () => row)).trimEnd();
  },
  'ordered-list': (target, { rows = 3, style = 'arabic' }) => {
    const items = Array.isArray(target) ? target.map(textOf) : fillers(rows);
    return items.map((item, i) => `${marker(style, i + 1)}${item}`).join('\n');
  },
  headings: (target, { rows = 2 }) => {
    const titles = Array.isArray(target) ? target.map(textOf) : fillers(rows);
    return titles.map((title) => `# ${title}\n\n正文。`).join('\n\n');
  },
};

function objectOf(columns: readonly string[]): JsonObject {
  return Object.fromEntries(columns.map((name) => [name, '示例']));
}

function gridOf(target: Json, { columns, rows = 2 }: FormatOptions) {
  const list = Array.isArray(target) ? target : Array.from({ length: rows }, (): Json => []);
  const [first] = list;
  const named = isObject(first) ? Object.keys(first) : null;
  const width = Array.isArray(first) && first.length > 1 ? first.length : 2;
  const names = columns ?? named ?? Array.from({ length: width }, (_, i) => `列${i + 1}`);
  const body = list.map((row) =>
    names.map((name, i) => {
      if (isObject(row)) return textOf(row[name] ?? '');
      const cells = Array.isArray(row) ? row : [row];
      return target === null ? '示例' : textOf(cells[i] ?? '');
    }),
  );
  return { columns: names, rows: body };
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function element(name: string, value: Json): string {
  if (Array.isArray(value)) return value.map((part) => element(name, part)).join('');
  const body = isObject(value)
    ? Object.entries(value)
        .map(([key, own]) =>
          Array.isArray(own) ? own.map((o) => element(key, o)).join('') : element(key, own),
        )
        .join('')
    : textOf(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `<${name}>${body}</${name}>`;
}

function textOf(value: Json): string {
  return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);
}

function fillers(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `第${i + 1}部分`);
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const HAN_DIGITS = '零一二三四五六七八九';

function marker(style: ListStyle, number: number): string {
  switch (style) {
    case 'arabic':
      return `${number}. `;
    case 'parenthesis':
      return `（${number}）`;
    case 'circled':
      return CIRCLED[number - 1] ?? `${number}. `;
    case 'chinese':
      return `${hanNumber(number)}、`;
    case 'ordinal':
      return `第${hanNumber(number)}，`;
  }
}

/** 1 to 99. */
function hanNumber(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  const head = tens === 0 ? '' : tens === 1 ? '十' : `${HAN_DIGITS[tens] ?? ''}十`;
  return head + (ones === 0 ? '' : (HAN_DIGITS[ones] ?? ''));
}
