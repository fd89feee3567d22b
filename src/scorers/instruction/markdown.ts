import { codeFences, emojiCount, withoutCodeFences } from '../../text/index.ts';
import { type Checker, COUNT, counted, countFault, defineChecker } from './checker.ts';

type ListStyle = 'bullet' | 'numbered' | 'any';

/** `- x`, `• x`; a line of dashes is a rule, `**bold**` is no item. */
const BULLET = /^([ \t\u3000]*)(?:[-*+] (?![-*_ ]*$) *|[•·●▪◦‣○■□◆◇]\s*)\S/;
/** `1. x`, `1、x`, `1) x`, `(1) x`, `（1）x`, `① x`, `一、x`, `（一）x`, `第一，x`; also in bold or as a heading. */
const NUMBERED =
  /^([ \t\u3000]*)(?:#{1,6} +)?(?:\*\*|__)?(?:[\d０-９]{1,3}(?:[.．](?![\d０-９])|[、)）])|[(（][\d０-９]{1,3}[)）]|[①-⑳⑴-⒇❶-❿]|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}[，,、：:])\s*\S/;

/** Items of the outermost list: points under a point are not counted. */
function listItems(text: string, style: ListStyle): number {
  const indents: number[] = [];
  for (const line of withoutCodeFences(text).split(/\r?\n/)) {
    const bullet = style === 'numbered' ? null : BULLET.exec(line);
    const found = bullet ?? (style === 'bullet' ? null : NUMBERED.exec(line));
    if (found !== null) indents.push((found[1] ?? '').replace(/\t/g, '    ').length);
  }
  const outermost = indents.reduce((least, indent) => Math.min(least, indent), Number.MAX_VALUE);
  return indents.filter((indent) => indent === outermost).length;
}

const items = defineChecker<{ style?: ListStyle }>({
  check: 'list-items',
  keys: { style: { enum: ['bullet', 'numbered', 'any'] } },
  required: [],
  bounded: true,
  measure: (text, keys) => counted(listItems(text, keys.style ?? 'any'), keys),
  fault: (keys, measured) => countFault({ zh: '列表项数', en: 'list items' }, keys, measured),
});

type NumberingStyle = 'arabic' | 'chinese' | 'circled' | 'parenthesis';

const LEAD = '^[ \\t\\u3000]*(?:#{1,6} +)?(?:\\*\\*|__)?';
const NUMBERINGS: Readonly<Record<NumberingStyle, RegExp>> = {
  arabic: new RegExp(`${LEAD}[\\d０-９]{1,3}(?:[.．](?![\\d０-９])|、)\\s*\\S`, 'gm'),
  chinese: new RegExp(`${LEAD}[一二三四五六七八九十]{1,3}、\\s*\\S`, 'gm'),
  // Circled numbers are as usual inside a paragraph as at the start of lines.
  circled: /[①-⑳](?=\s*\S)/g,
  parenthesis: new RegExp(`${LEAD}[(（][\\d０-９]{1,3}[)）]\\s*\\S`, 'gm'),
};

const NUMBERING_TITLES: Readonly<Record<NumberingStyle, { zh: string; en: string }>> = {
  arabic: { zh: '“1.”式编号数', en: 'items numbered "1."' },
  chinese: { zh: '“一、”式编号数', en: 'items numbered "一、"' },
  circled: { zh: '“①”式编号数', en: 'items numbered "①"' },
  parenthesis: { zh: '“（1）”式编号数', en: 'items numbered "(1)"' },
};

const numbering = defineChecker<{ style: NumberingStyle }>({
  check: 'numbering',
  keys: { style: { enum: Object.keys(NUMBERINGS) } },
  required: ['style'],
  bounded: true,
  measure: (text, keys) =>
    counted(withoutCodeFences(text).match(NUMBERINGS[keys.style])?.length ?? 0, keys),
  fault: (keys, measured) => countFault(NUMBERING_TITLES[keys.style], keys, measured),
});

/** A line with number signs, or underlined (CommonMark 0.31, sections 4.2 and 4.3). */
const HEADING =
  /^ {0,3}#{1,6}[ \t]+\S|^ {0,3}(?![-*+>#|] |\d{1,9}[.)] |[-=*_ \t]*\r?$)\S[^\n]*\n {0,3}(?:=+|-+)[ \t]*\r?$/m;
const BOOK_TITLE = /^[#*_]{0,8}\s?(?:《[^《》]+》|<<[^<>]+>>)[*_]{0,8}$/;

const title = defineChecker<{ style?: 'book' | 'heading' | 'any' }>({
  check: 'title',
  keys: { style: { enum: ['book', 'heading', 'any'] } },
  required: [],
  bounded: false,
  measure(text, { style = 'any' }) {
    const plain = withoutCodeFences(text);
    const book = plain.split(/\r?\n/).some((line) => BOOK_TITLE.test(line.trim()));
    const heading = HEADING.test(plain);
    const held = style === 'any' ? book || heading : style === 'book' ? book : heading;
    return { held, measured: { book, heading } };
  },
  fault: () => ({ zh: '没有规定格式的标题', en: 'has no title of the asked form' }),
});

const json = defineChecker({
  check: 'json',
  keys: {},
  required: [],
  bounded: false,
  measure(text) {
    const held = isJson(jsonBody(text));
    return { held, measured: held };
  },
  fault: () => ({ zh: '全文不是合法的 JSON', en: 'the answer is not JSON' }),
});

function jsonBody(text: string): string {
  const trimmed = text.trim();
  const [fence, more] = codeFences(trimmed);
  const only = fence?.closed === true && more === undefined;
  const outside = only
    ? trimmed.slice(trimmed.indexOf(fence.code, fence.start) + fence.code.length)
    : '';
  return only && fence.start === trimmed.indexOf('\n') + 1 && /^\s*[`~]+\s*$/.test(outside)
    ? fence.code
    : trimmed;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

interface Table {
  readonly columns: number;
  readonly rows: readonly number[];
}

/** The line of dashes under a header: `|---|:-:|`. */
function isRule(line: string): boolean {
  if (!line.includes('-')) return false;
  const inner = line.trim().replace(/^\|/, '').replace(/\|$/, '');
  return inner.split('|').every((cell) => /^:?-+:?$/.test(cell.trim()));
}

/** The Markdown tables of a text (GFM 0.29, section 4.10): cells per row, header and rule apart. */
function tablesOf(text: string): Table[] {
  const lines = withoutCodeFences(text).split(/\r?\n/);
  const tables: Table[] = [];
  for (let i = 1; i < lines.length; i++) {
    const [header = '', rule = ''] = [lines[i - 1], lines[i]];
    if (!header.includes('|') || !isRule(rule)) continue;
    const rows: number[] = [];
    while (i + 1 < lines.length && (lines[i + 1] ?? '').includes('|'))
      rows.push(cells(lines[++i] ?? ''));
    tables.push({ columns: cells(header), rows });
  }
  return tables;
}

function cells(line: string): number {
  return line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/).length;
}

const table = defineChecker<{ rows?: number; columns?: number }>({
  check: 'table',
  keys: { rows: COUNT, columns: COUNT },
  required: [],
  bounded: false,
  measure(text, { rows, columns }) {
    const tables = tablesOf(text);
    const [first] = tables;
    const held =
      tables.length === 1 &&
      first !== undefined &&
      (rows === undefined || first.rows.length === rows) &&
      (columns === undefined ||
        (first.columns === columns && first.rows.every((n) => n === columns)));
    return {
      held,
      measured: {
        tables: tables.length,
        rows: first?.rows.length ?? 0,
        columns: first?.columns ?? 0,
      },
    };
  },
  fault({ rows, columns }, measured) {
    const found = measured as { tables: number; rows: number; columns: number };
    const zh = [
      rows === undefined ? '' : `${rows} 行`,
      columns === undefined ? '' : `${columns} 列`,
    ];
    const en = [
      rows === undefined ? '' : ` of ${rows} rows`,
      columns === undefined ? '' : ` of ${columns} columns`,
    ];
    return {
      zh: `表格 ${found.tables} 个、${found.rows} 行 ${found.columns} 列，要求一个${zh.join('')}的表格`,
      en: `${found.tables} tables, ${found.rows} rows and ${found.columns} columns; asked for one table${en.join('')}`,
    };
  },
});

const MARKS: Readonly<Record<string, (text: string) => boolean>> = {
  bold: (text) =>
    /\*\*(?=\S)[^*\n]{1,2000}?(?<=\S)\*\*|(?<![\p{L}\p{N}])__(?=\S)[^_\n]{1,2000}?(?<=\S)__/u.test(
      text,
    ),
  heading: (text) => HEADING.test(text),
  list: (text) => listItems(text, 'any') > 0,
  code: (text) => codeFences(text).length > 0 || /`[^`\n]+`/.test(text),
  link: (text) => /\[[^[\]\n]{1,2000}\]\([^()\n]{1,2000}\)|<https?:\/\/[^<>\s]{1,2000}>/.test(text),
  emoji: (text) => emojiCount(text) > 0,
  table: (text) => tablesOf(text).length > 0,
};

const formatMarks = defineChecker<{ forbid: readonly string[] }>({
  check: 'format-marks',
  keys: { forbid: { type: 'array', minItems: 1, items: { enum: Object.keys(MARKS) } } },
  required: ['forbid'],
  bounded: false,
  measure(text, { forbid }) {
    const found = forbid.filter((mark) => MARKS[mark]?.(text) === true);
    return { held: found.length === 0, measured: found };
  },
  fault: (_, measured) => ({
    zh: `出现了禁用的格式：${(measured as string[]).join('、')}`,
    en: `forbidden formatting occurs: ${(measured as string[]).join(', ')}`,
  }),
});

export const MARKDOWN_CHECKERS: readonly Checker[] = [
  items,
  numbering,
  title,
  json,
  table,
  formatMarks,
];
