import { codeFences, foldWidth, type Range } from '../../text/index.ts';

export const STYLES = ['brackets', 'superscript', 'lenticular', 'any'] as const;

/**
 * How citations are marked: `[1]`, superscript ¹ or <sup>1</sup>, lenticular 【1】, or any of these.
 * Full-width forms are read as half-width ones.
 */
export type Style = (typeof STYLES)[number];

/** One mark, with the sources that it names. */
export interface Mark extends Range {
  readonly sources: readonly number[];
  /** True when it names what cannot be a source: 0, or a range that runs backwards. */
  readonly broken: boolean;
}

/** Longest range that is spelt out; nobody cites more sources by one mark. */
const LONGEST_RANGE = 50;

const NAME = '(?:来源|资料|文献|文档|材料|参考|片段|段落|source|doc(?:ument)?|ref(?:erence)?)';
const LIST = '\\d{1,6}(?:\\s{0,4}[-–—~～至,，、;；]\\s{0,4}\\d{1,6})*';
/** `[1]`, `[1,3]`, `[^1]`, `[来源1]`; not the year of a document number such as 国发[2024]5号. */
const BRACKETS = `\\[\\s{0,4}(?:\\^|${NAME}\\s?)?(${LIST})\\s{0,4}\\](?!\\d+号)`;
/** `【1】`, `【1†source】`. */
const LENTICULAR = `【\\s{0,4}(?:${NAME}\\s?)?(${LIST})(?:†[^】\\n]{0,80})?\\s{0,4}】`;
const SUPERSCRIPT = `<sup>\\s{0,4}\\[?(${LIST})\\]?\\s{0,4}</sup>|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,6}(?:[⁻˒,，][⁰¹²³⁴⁵⁶⁷⁸⁹]{1,6})*)`;

const PATTERNS: Readonly<Record<Style, RegExp>> = {
  brackets: new RegExp(BRACKETS, 'giu'),
  lenticular: new RegExp(LENTICULAR, 'giu'),
  superscript: new RegExp(SUPERSCRIPT, 'giu'),
  any: new RegExp(`${BRACKETS}|${LENTICULAR}|${SUPERSCRIPT}`, 'giu'),
};

/** The marks of a text in their order; those in code are an index of a program and not read. */
export function marksIn(text: string, style: Style): Mark[] {
  const folded = withoutCode(foldWidth(text));
  const marks: Mark[] = [];
  // Long texts repeat their marks.
  const known = new Map<string, Pick<Mark, 'sources' | 'broken'>>();
  for (const match of folded.matchAll(PATTERNS[style])) {
    const [whole, ...groups] = match;
    const start = match.index;
    const list = groups.find((group) => group !== undefined) ?? '';
    if (isSuperscript(list) && isExponent(folded, start)) continue;
    if (whole.startsWith('[') && isIndex(folded, start)) continue;
    const named = known.get(list) ?? sourcesOf(plainDigits(list));
    known.set(list, named);
    const { sources, broken } = named;
    marks.push({ start, end: start + whole.length, sources, broken });
  }
  return marks;
}

/** The text with code blanked out; every unit keeps its place. */
function withoutCode(text: string): string {
  if (!text.includes('`') && !text.includes('~~~')) return text;
  let out = '';
  let from = 0;
  for (const { start, end } of codeFences(text)) {
    out += text.slice(from, start) + ' '.repeat(Math.max(0, end - start));
    from = Math.max(from, end);
  }
  return (out + text.slice(from)).replace(/`[^`\n]+`/g, (code) => ' '.repeat(code.length));
}

function isSuperscript(list: string): boolean {
  return SUPERSCRIPTS.includes(list[0] ?? ' ');
}

/** 10², m², x²: behind a figure, a bracket or one or two Latin letters. */
function isExponent(text: string, at: number): boolean {
  return /(?:[\d)\]}]|(?<!\p{Script=Latin})\p{Script=Latin}{1,2})$/u.test(
    text.slice(Math.max(0, at - 3), at),
  );
}

/** x[1]: a single Latin letter is a variable. A word may be cited: shown[1]. */
function isIndex(text: string, at: number): boolean {
  if (!/[A-Za-z]/.test(text[at - 1] ?? '')) return false;
  return /(?<![\p{L}\p{N}])[A-Za-z]$/u.test(text.slice(Math.max(0, at - 2), at));
}

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function plainDigits(list: string): string {
  return list
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)))
    .replace(/⁻/g, '-')
    .replace(/˒/g, ',');
}

function sourcesOf(list: string): Pick<Mark, 'sources' | 'broken'> {
  const sources: number[] = [];
  let broken = false;
  for (const part of list.split(/[,，、;；]/)) {
    const [first = 0, last = first, ...more] = part
      .split(/[-–—~～至]/)
      .map((n) => Number(n.trim()));
    if (first < 1 || last < first || more.length > 0 || last - first > LONGEST_RANGE) {
      broken = true;
      sources.push(first, last);
      continue;
    }
    for (let source = first; source <= last; source++) sources.push(source);
  }
  return { sources, broken };
}

/** A line that opens the list of sources at the end of an answer. */
const REFERENCES =
  /^[ \t]*(?:#{1,6}[ \t]*|\*\*)?(?:参考(?:文献|资料|来源)|引用(?:来源|文献)|资料来源|来源|references|sources)(?:\*\*)?[ \t]*[:：]?(?:\*\*)?[ \t]*$/gimu;

/** Where the body ends: marks in a list of sources name the sources and cite none. */
export function bodyEnd(text: string): number {
  let end = text.length;
  for (const match of text.matchAll(REFERENCES)) end = match.index;
  return end;
}
