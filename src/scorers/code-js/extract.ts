import { chooseFence } from '../sandbox/fences.ts';
import type { ExtractedCode } from '../sandbox/program.ts';

export interface ExtractedJs extends ExtractedCode {
  readonly typescript: boolean;
}

const TYPESCRIPT = ['ts', 'typescript', 'mts', 'cts'];
const LANGUAGES = new Set(
  ['', 'js', 'javascript', 'node', 'nodejs', 'mjs', 'cjs', 'es6', 'ecmascript'].concat(TYPESCRIPT),
);

/**
 * The code of an answer, or null. An answer without any fence is code as a whole or not at all,
 * and only when it names the function.
 */
export function extractCode(text: string, entry: string): ExtractedJs | null {
  const defines = definitionOf(entry);
  const fence = chooseFence(text, LANGUAGES, defines);
  if (fence === null) return null;
  if (fence === 'none') {
    if (!defines.test(text)) return null;
    return { code: text, typescript: false, start: 0, end: text.length, rule: 'whole-text' };
  }
  const { code, start, end, closed, language } = fence;
  const rule = closed ? 'fence' : 'fence-open';
  return { code, typescript: TYPESCRIPT.includes(language), start, end, rule };
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
