import type { CodeFence } from '../../text/index.ts';
import { codeFences } from '../../text/index.ts';

/** A block of an answer that holds the code. */
export interface ChosenFence extends CodeFence {
  /** The language of its tag, e.g. `js` of ```` ```js:a.js ````; empty without one. */
  readonly language: string;
}

/**
 * The fenced block that holds an answer's code; `none` when the answer has no fence at all, null
 * when none of its blocks fits. Of the blocks in a fitting language the last that `defines` what
 * was asked for is taken, because models like to close with an example of its use or its output;
 * when none seems to, the last. Terminated blocks go before one that the text breaks off in.
 */
export function chooseFence(
  text: string,
  languages: ReadonlySet<string>,
  defines: RegExp,
): ChosenFence | 'none' | null {
  const fences = codeFences(text);
  if (fences.length === 0) return 'none';
  const fitting = fences
    .map((fence) => ({ ...fence, language: language(fence) }))
    .filter((fence) => languages.has(fence.language) && fence.code.trim() !== '');
  const closed = fitting.filter((fence) => fence.closed);
  const open = fitting.filter((fence) => !fence.closed);
  return (
    closed.findLast(({ code }) => defines.test(code)) ??
    open.findLast(({ code }) => defines.test(code)) ??
    closed.at(-1) ??
    open.at(-1) ??
    null
  );
}

/** The language of a block: ```js title="a.js"``` and ```js:a.js``` are js. */
function language({ tag }: CodeFence): string {
  return /^[a-z0-9+#.]*/.exec(tag)?.[0] ?? '';
}
