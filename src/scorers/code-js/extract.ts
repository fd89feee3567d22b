import type { CodeFence } from '../../text/index.ts';
import { codeFences } from '../../text/index.ts';

export interface ExtractedCode {
  readonly code: string;
  readonly typescript: boolean;
  /** Half-open range in the text. */
  readonly start: number;
  readonly end: number;
  /** `fence`, `fence-open` (not terminated) or `whole-text`. */
  readonly rule: 'fence' | 'fence-open' | 'whole-text';
}

const TYPESCRIPT = new Set(['ts', 'typescript', 'mts', 'cts']);
const FITTING = new Set(
  ['', 'js', 'javascript', 'node', 'nodejs', 'mjs', 'cjs', 'es6', 'ecmascript'].concat([
    ...TYPESCRIPT,
  ]),
);

/**
 * The code of an answer, or null. Of the fenced blocks whose tag fits, the last that defines the
 * function is taken, because models like to close with an example of its use or its output; when
 * none seems to, the last. Terminated blocks go before one that the text breaks off in. An answer
 * without any fence is code as a whole or not at all, and only when it names the function.
 */
export function extractCode(text: string, entry: string): ExtractedCode | null {
  const fences = codeFences(text);
  const defines = definitionOf(entry);
  if (fences.length === 0) {
    if (!defines.test(text)) return null;
    return { code: text, typescript: false, start: 0, end: text.length, rule: 'whole-text' };
  }
  const fitting = fences.filter(
    (fence) => FITTING.has(language(fence)) && fence.code.trim() !== '',
  );
  const closed = fitting.filter((fence) => fence.closed);
  const open = fitting.filter((fence) => !fence.closed);
  const fence =
    closed.findLast(({ code }) => defines.test(code)) ??
    open.findLast(({ code }) => defines.test(code)) ??
    closed.at(-1) ??
    open.at(-1);
  if (fence === undefined) return null;
  return {
    code: fence.code,
    typescript: TYPESCRIPT.has(language(fence)),
    start: fence.start,
    end: fence.end,
    rule: fence.closed ? 'fence' : 'fence-open',
  };
}

/** The language of a block: ```js title="a.js"``` and ```js:a.js``` are js. */
function language({ tag }: CodeFence): string {
  return /^[a-z0-9+#.]*/.exec(tag)?.[0] ?? '';
}

/** Where a text seems to define the function; a hint for choosing, not a parse. */
function definitionOf(entry: string): RegExp {
  const name = `${entry.replaceAll('$', '\\$')}(?![\\w$])`;
  return new RegExp(
    [
      `\\b(?:function|class|const|let|var|as)\\b[\\s*]{1,20}${name}`,
      `(?<![\\w$])${name}\\s{0,20}=(?!=)`,
      '\\bmodule\\.exports\\s{0,20}=',
      '\\bexport\\s{1,20}default\\b',
    ].join('|'),
  );
}
