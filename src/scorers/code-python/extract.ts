import { chooseFence } from '../sandbox/fences.ts';
import type { ExtractedCode } from '../sandbox/program.ts';

const LANGUAGES = new Set(['', 'python', 'py', 'python3', 'py3', 'python2', 'cpython', 'ipython']);

/**
 * The code of an answer, or null. An answer without any fence is code as a whole or not at all,
 * and only when it defines the function.
 */
export function extractCode(text: string, entry: string): ExtractedCode | null {
  const defines = definitionOf(entry);
  const fence = chooseFence(text, LANGUAGES, defines);
  if (fence === null) return null;
  if (fence === 'none') {
    return defines.test(text)
      ? { code: text, start: 0, end: text.length, rule: 'whole-text' }
      : null;
  }
  const { code, start, end, closed } = fence;
  return { code: dedented(code), start, end, rule: closed ? 'fence' : 'fence-open' };
}

/**
 * The code without the indentation that all of its lines share: a block inside a list item. Lines
 * of a text over several lines that stand further left keep it as it is.
 */
function dedented(code: string): string {
  const lines = code.split('\n');
  const first = lines.find((line) => line.trim() !== '') ?? '';
  const indent = /^[ \t]*/.exec(first)?.[0] ?? '';
  const shared = lines.every((line) => line.startsWith(indent) || line.trim() === '');
  if (indent === '' || !shared) return code;
  return lines.map((line) => line.slice(indent.length)).join('\n');
}

/** Where a text seems to define the function; a hint for choosing, not a parse. */
function definitionOf(entry: string): RegExp {
  return new RegExp(
    `(?<![\\w.])(?:def|class)[ \\t]{1,20}${entry}(?!\\w)|^[ \\t]{0,40}${entry}[ \\t]{0,20}=(?!=)`,
    'm',
  );
}
