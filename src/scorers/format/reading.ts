import type { ExactJson } from '../../document/index.ts';
import type { LocalText } from '../../model/index.ts';
import type { Range } from '../../text/index.ts';

export const FORMATS = [
  'markdown-table',
  'csv',
  'xml',
  'yaml',
  'ordered-list',
  'headings',
] as const;
export type FormatId = (typeof FORMATS)[number];

export const LIST_STYLES = ['arabic', 'parenthesis', 'circled', 'chinese', 'ordinal'] as const;
/** How items are numbered: 1. or 1、 / (1) / ① / 一、 / 第一，. */
export type ListStyle = (typeof LIST_STYLES)[number];

export interface FormatOptions {
  readonly as: FormatId;
  /** `strict`: nothing but the format. `lenient`: a fence or prose may surround it. Default lenient. */
  readonly mode?: 'strict' | 'lenient';
  /** Names of the columns, in order; for tables. */
  readonly columns?: readonly string[];
  /** Rows without the header, items of a list, headings, or children of the root. */
  readonly rows?: number;
  /** Default `,`. */
  readonly delimiter?: string;
  /** Name of the XML root. */
  readonly rootElement?: string;
  /** Deepest level of a heading. */
  readonly maxLevel?: number;
  readonly style?: ListStyle;
}

/** Where in an answer the format stood. */
type Form = 'whole' | 'fence' | 'embedded';

/** A part of an answer that may be what was asked for. */
export interface Candidate extends Range {
  readonly form: Form;
  readonly source: string;
}

/** What was read: the content, or why it is not the format. */
export type FormatReading =
  | { readonly ok: true; readonly content: Content }
  | { readonly ok: false; readonly fault: LocalText };

/** Content in a shape that options and target can be held against. */
export interface Content {
  /** Names of the columns; null where the format has none. */
  readonly columns: readonly string[] | null;
  /** What `rows` counts. */
  readonly rows: number;
  /** The values, as a target states them: a list of rows, of items, or any YAML value. */
  readonly value: ExactJson;
  /** Name of the root element; XML only. */
  readonly root?: string;
  /** Deepest level of a heading. */
  readonly level?: number;
  /** How a list is numbered. */
  readonly style?: ListStyle;
}

/** One format: how it is found in an answer and read. */
export interface Format {
  /** Tags of a fence that holds it. */
  readonly tags: readonly string[];
  /** Parts of the prose that may be it, when neither the whole answer nor a fence is. */
  embedded(text: string, options: FormatOptions): readonly Range[];
  read(source: string, options: FormatOptions): FormatReading;
}

export function fault(zh: string, en: string): FormatReading {
  return { ok: false, fault: { zh, en } };
}

export interface Line extends Range {
  readonly text: string;
}

/** Lines with their places, one by one; the line break belongs to none. */
export function* linesOf(text: string): Generator<Line> {
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(start, end);
    yield { start, end, text: line.endsWith('\r') ? line.slice(0, -1) : line };
    start = end + 1;
  }
}
