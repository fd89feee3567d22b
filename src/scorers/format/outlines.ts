import type { Json } from '../../model/index.ts';
import { codeFences, parseChineseInteger, type Range } from '../../text/index.ts';
import { type Format, fault, type ListStyle, linesOf } from './reading.ts';
import { cellText } from './tables.ts';

interface Item {
  readonly style: ListStyle;
  readonly number: number;
  /** What follows the number, as written. */
  readonly rest: string;
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const HAN = '[一二三四五六七八九十百零〇]{1,6}';

const MARKERS: readonly (readonly [ListStyle, RegExp])[] = [
  ['parenthesis', new RegExp(`^[(（](\\d{1,4}|${HAN})[)）][、.．]?\\s*(\\S.*)$`)],
  ['arabic', /^(\d{1,4})(?:[.．](?!\d)|[、)）])\s*(\S.*)$/],
  ['circled', new RegExp(`^([${CIRCLED}])\\s*(\\S.*)$`)],
  ['chinese', new RegExp(`^(${HAN})[、.．]\\s*(\\S.*)$`)],
  ['ordinal', new RegExp(`^第(${HAN}|\\d{1,4})(?:[,，、:：.]|[步条点项][,，、:：]?)\\s*(\\S.*)$`)],
];

/** With what the line of an item begins: most lines of a long text are settled by it. */
const MAY_BE_ITEM = new RegExp(
  `^(?:\\*\\*|#{1,6} )?[(（\\d${CIRCLED}一二三四五六七八九十百零〇第]`,
);

/** The item that a line begins; indented lines belong to the item before. */
function itemOf(line: string): Item | null {
  if (!MAY_BE_ITEM.test(line)) return null;
  const text = /^[*#]/.test(line) ? line.replace(/^(?:\*\*|#{1,6} )/, '') : line;
  for (const [style, pattern] of MARKERS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const [, mark = '', rest = ''] = match;
    return { style, number: numberOf(mark), rest };
  }
  return null;
}

function numberOf(mark: string): number {
  if (/^\d/.test(mark)) return Number(mark);
  const circled = CIRCLED.indexOf(mark);
  return circled >= 0 ? circled + 1 : Number(parseChineseInteger(mark) ?? Number.NaN);
}

/** A numbered list: one style, numbers from 1 without a gap. */
export const orderedList: Format = {
  tags: ['markdown', 'md', 'text', 'txt', ''],
  embedded(text) {
    const lines = [...linesOf(text)];
    const first = lines.findIndex((line) => itemOf(line.text) !== null);
    const last = lines.findLastIndex((line) => itemOf(line.text) !== null);
    if (first < 0) return [];
    // What is indented under the last item is still the list.
    let end = last;
    while (/^(?:\s+\S|\s*$)/.test(lines[end + 1]?.text ?? 'x')) end++;
    while (end > last && (lines[end]?.text ?? '').trim() === '') end--;
    return [{ start: lines[first]?.start ?? 0, end: lines[end]?.end ?? text.length }];
  },
  read(source, { style }) {
    const items: Item[] = [];
    let other: string | null = null;
    for (const { text } of linesOf(source.trim())) {
      const item = itemOf(text);
      if (item !== null) items.push(item);
      else if (items.length === 0 || !/^\s/.test(text)) other ??= text.trim() || null;
    }
    const [first] = items;
    if (first === undefined) return fault('没有编号列表。', 'There is no numbered list.');
    if (other !== null) return fault('列表项之间有其他文字。', 'There is other text in the list.');
    const mixed = items.find((item) => item.style !== first.style);
    if (mixed !== undefined) {
      return fault('编号样式前后不一致。', 'The numbering changes its style.');
    }
    if (style !== undefined && first.style !== style) {
      return fault(
        `编号样式为 ${first.style}，应为 ${style}。`,
        `The numbering style is ${first.style}; it should be ${style}.`,
      );
    }
    const gap = items.findIndex((item, i) => item.number !== i + 1);
    if (gap >= 0) {
      const got = items[gap]?.number ?? 0;
      return fault(
        `第 ${gap + 1} 项的编号为 ${got}，编号不连续。`,
        `Item ${gap + 1} has the number ${got}; the numbers do not run on.`,
      );
    }
    const value: Json = items.map(({ rest }) =>
      cellText(rest.endsWith('**') ? rest.slice(0, -2) : rest),
    );
    return {
      ok: true,
      content: { columns: null, rows: items.length, value, style: first.style },
    };
  },
};

/** Markdown headings in a sound outline: no level is skipped on the way down. */
export const headings: Format = {
  tags: ['markdown', 'md', ''],
  embedded(text): readonly Range[] {
    const start = /^ {0,3}#{1,6}[ \t]+\S/m.exec(text)?.index;
    return start === undefined ? [] : [{ start, end: text.length }];
  },
  read(source, { maxLevel }) {
    const text = source.trim();
    const code = codeFences(text);
    const found: { level: number; text: string }[] = [];
    let fence = 0;
    for (const line of linesOf(text)) {
      while ((code[fence]?.end ?? Number.POSITIVE_INFINITY) <= line.start) fence++;
      if ((code[fence]?.start ?? Number.POSITIVE_INFINITY) <= line.start) continue;
      const match = /^ {0,3}(#{1,6})(?:[ \t]+(.*))?$/.exec(line.text);
      if (match === null) {
        if (found.length === 0 && line.text.trim() !== '') {
          return fault('第一个标题之前有其他文字。', 'There is text before the first heading.');
        }
        continue;
      }
      const title = cellText(withoutClosingMarks(match[2] ?? ''));
      if (title === '') return fault('有的标题没有文字。', 'A heading has no text.');
      found.push({ level: match[1]?.length ?? 1, text: title });
    }
    if (found.length === 0) return fault('没有 Markdown 标题。', 'There are no Markdown headings.');
    const skipped = found.findIndex((h, i) => i > 0 && h.level > (found[i - 1]?.level ?? 0) + 1);
    if (skipped >= 0) {
      return fault(
        `标题“${found[skipped]?.text ?? ''}”跳过了一级。`,
        `The heading "${found[skipped]?.text ?? ''}" skips a level.`,
      );
    }
    const level = found.reduce((deepest, heading) => Math.max(deepest, heading.level), 0);
    if (maxLevel !== undefined && level > maxLevel) {
      return fault(
        `标题深至第 ${level} 级，最深应为第 ${maxLevel} 级。`,
        `The headings go down to level ${level}; the deepest should be ${maxLevel}.`,
      );
    }
    const value: Json = found.map((heading) => heading.text);
    return { ok: true, content: { columns: null, rows: found.length, value, level } };
  },
};

/** `# Title #`: the closing marks belong to the notation (CommonMark 0.31, section 4.2). */
function withoutClosingMarks(title: string): string {
  const trimmed = title.trimEnd();
  let end = trimmed.length;
  while (end > 0 && trimmed[end - 1] === '#') end--;
  return end < trimmed.length && /^$|\s$/.test(trimmed.slice(0, end))
    ? trimmed.slice(0, end)
    : trimmed;
}
