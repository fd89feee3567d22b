import type { Json, LocalText } from '../../model/index.ts';
import { codeFences } from '../../text/index.ts';
import { differenceText, jsonDifference } from '../json-equal.ts';
import { headings, orderedList } from './outlines.ts';
import type { Candidate, Content, Format, FormatId, FormatOptions } from './reading.ts';
import { cellText, csv, markdownTable } from './tables.ts';
import { xml } from './xml.ts';
import { yaml } from './yaml.ts';

const BY_ID: Readonly<Record<FormatId, Format>> = {
  'markdown-table': markdownTable,
  csv,
  xml,
  yaml,
  'ordered-list': orderedList,
  headings,
};

/** What an answer is worth in one format. */
export interface Judged {
  /** The whole answer is the format and keeps every requirement. */
  readonly strict: boolean;
  /** It does so once a fence or prose around it is taken off. */
  readonly lenient: boolean;
  /** The part that was read; null when nothing is the format. */
  readonly candidate: Candidate | null;
  readonly content: Content | null;
  /** Why it does not pass leniently; null when it does. */
  readonly fault: LocalText | null;
}

/** Candidates in prose that are read at most. */
const MOST_CANDIDATES = 16;

/**
 * Reads the format from the whole answer, else from its fences, else from its prose. The first part
 * of it that is the format decides, whether or not it keeps the requirements: a second table does
 * not make good the first.
 */
export function judge(text: string, target: Json | undefined, options: FormatOptions): Judged {
  const format = BY_ID[options.as];
  let best: Judged = {
    strict: false,
    lenient: false,
    candidate: null,
    content: null,
    fault: { zh: '回答不是要求的格式。', en: 'The answer is not in the format.' },
  };
  for (const candidate of candidates(text, format, options)) {
    const read = format.read(candidate.source, options);
    if (!read.ok) {
      // The most telling fault is that of the narrowest part.
      if (best.content === null) best = { ...best, candidate, fault: read.fault };
      continue;
    }
    const { content } = read;
    const fault = requirementFault(content, target, options);
    const lenient = fault === null;
    const strict = lenient && candidate.form === 'whole';
    if (lenient || best.content === null) best = { strict, lenient, candidate, content, fault };
    // Prose may look like a header to a reader of CSV, so the whole alone does not decide.
    if (lenient || candidate.form !== 'whole') break;
  }
  return best;
}

/** The parts one after another: prose is only searched when the parts before it are not the format. */
function* candidates(text: string, format: Format, options: FormatOptions): Generator<Candidate> {
  const start = /^\s*/.exec(text)?.[0].length ?? 0;
  const end = text.trimEnd().length;
  const part = (form: Candidate['form'], from: number, to: number): Candidate => ({
    form,
    start: from,
    end: to,
    source: text.slice(from, to),
  });
  yield part('whole', start, end);
  const fences = codeFences(text).filter(({ tag }) => format.tags.includes(tag));
  const tagged = fences.filter(({ tag }) => tag !== '');
  const ordered = [...tagged, ...fences.filter(({ tag }) => tag === '')];
  for (const fence of ordered.slice(0, MOST_CANDIDATES)) {
    yield part('fence', fence.start, fence.end);
  }
  for (const range of format.embedded(text, options).slice(0, MOST_CANDIDATES)) {
    yield part('embedded', range.start, range.end);
  }
}

function requirementFault(
  content: Content,
  target: Json | undefined,
  { columns, rows }: FormatOptions,
): LocalText | null {
  if (rows !== undefined && content.rows !== rows) {
    return {
      zh: `共 ${content.rows} 行（项），应为 ${rows}。`,
      en: `There are ${content.rows} rows or items; there should be ${rows}.`,
    };
  }
  if (columns !== undefined) {
    const got = (content.columns ?? []).join(', ');
    if (columns.map(cellText).join('\n') !== (content.columns ?? []).map(cellText).join('\n')) {
      return {
        zh: `列为 ${got}，应为 ${columns.join(', ')}。`,
        en: `The columns are ${got}; they should be ${columns.join(', ')}.`,
      };
    }
  }
  if (target === undefined || target === null) return null;
  const difference = jsonDifference(comparable(target, content), content.value);
  return difference === null ? null : differenceText('', difference);
}

/** The target in the shape of the content: objects as rows of a table, and cells as texts. */
function comparable(target: Json, { columns, value, root }: Content): Json {
  if (!Array.isArray(target) || !Array.isArray(value)) return target;
  const isTable = columns !== null && value.every(Array.isArray);
  if (isTable) return target.map((row) => tableRow(row, columns));
  const isTexts = root !== undefined || value.every((item) => typeof item === 'string');
  return isTexts ? target.map(textual) : target;
}

function tableRow(row: Json, columns: readonly string[]): Json {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return textual(row);
  const named = new Map(Object.entries(row).map(([name, cell]) => [cellText(name), cell]));
  // A key without a column makes the row longer, so that it cannot be equal.
  const extra = [...named.keys()].filter((name) => !columns.includes(name));
  return [...columns.map((name) => textual(named.get(name) ?? '')), ...extra];
}

/** The same value with texts in the place of all scalars. */
function textual(value: Json): Json {
  if (Array.isArray(value)) return value.map(textual);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, textual(own)]));
  }
  return cellText(value === null ? '' : String(value));
}
