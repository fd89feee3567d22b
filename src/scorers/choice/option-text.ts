import type { Found } from './decisions.ts';
import type { LabelSet } from './label-set.ts';
import type { Run } from './runs.ts';

/** Where the texts of the options occur, the longest one where they overlap; no labels involved. */
export function optionTextRuns(text: string, set: LabelSet): Run[] {
  const found: { index: number; start: number; end: number }[] = [];
  for (const [index, option] of set.options.entries()) {
    if (option.text === '') continue;
    let at = text.indexOf(option.text);
    for (let times = 0; at >= 0 && times < MAX_OCCURRENCES; times++) {
      const end = at + option.text.length;
      if (standsAlone(text, at, end)) found.push({ index, start: at, end });
      at = text.indexOf(option.text, end);
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const runs: Run[] = [];
  for (const { index, start, end } of found) {
    const last = runs.at(-1);
    if (last !== undefined && start < last.end) continue;
    runs.push({ indices: [index], start, end, alternatives: false, weak: false, compact: false });
  }
  return runs;
}

/** More occurrences of one option say nothing new. */
const MAX_OCCURRENCES = 200;

/** 36 is not in 136 or 36.5, and cat is not in category. */
function standsAlone(text: string, start: number, end: number): boolean {
  const first = text[start] ?? '';
  const last = text[end - 1] ?? '';
  // All below is about digits, Latin letters and formulas.
  if (first > '\x7f' && last > '\x7f') return true;
  const before = text[start - 1] ?? '';
  const after = text.slice(end, end + 2);
  if (/[0-9]/.test(first) && /[0-9.\-/]/.test(before)) return false;
  if (/[0-9]/.test(last) && /^(?:[0-9/%万亿]|[.,]\d)/.test(after)) return false;
  if (/[A-Za-z]/.test(first) && /[A-Za-z]/.test(before)) return false;
  if (isInFormula(text, start, end)) return false;
  return !(/[A-Za-z]/.test(last) && /^[A-Za-z]/.test(after));
}

/** `2x` is not in `x^2+2x` nor in `2x+1`. */
function isInFormula(text: string, start: number, end: number): boolean {
  const after = text.slice(end, end + 3);
  if (/[\w})]/.test(text[end - 1] ?? '') && /^\s?[+*/^_×÷]\s?[\w\\(]|^-[\w\\]/.test(after))
    return true;
  if (!/[\w\\]/.test(text[start] ?? '')) return false;
  return /[\w})]\s?[+*/^_×÷-]\s?$/.test(text.slice(Math.max(0, start - 4), start));
}

const LEFT_SIDE = /[A-Za-z\\][A-Za-z0-9\\{}()'’′/^]{0,20}\s*=\s*$/;

/** The run with the left side of an equation that the option does not have: `f'(x)=2x`. */
export function withLeftSide(text: string, run: Run): Run {
  if (!/=\s*$/.test(text.slice(Math.max(0, run.start - 3), run.start))) return run;
  const from = Math.max(0, run.start - 32);
  const at = text.slice(from, run.start).search(LEFT_SIDE);
  return at < 0 ? run : { ...run, start: from + at };
}

/** What may lead to an equation that is the whole answer: 「解得 x = 36」, 「导数为 y = 2x」. */
const LEADS =
  /^(?:[解求可算]?得到?|即|所以|因此|故|则|∴|[^\s,。;:不非没无设令]{1,6}(?<!不)[是为])?[:,\s]*$/;

const ANSWERS = /(?<![不非没无][^,。;\n]{0,6})(?:答案|正解)(?:应?该?当?[是为]|:)\s*$/;

/** One equation and no further one: not `x=3, y=-4`. */
const ENDS_EQUATION = /^[\s"'”)】\]]*(?:$|[。;!\n(]|[.,](?!\s*[\w\\]))/;

/** 「答案是 y=2x」, where the option is 2x. */
export function isAnswered(text: string, run: Run): boolean {
  const { start } = withLeftSide(text, run);
  if (start === run.start || !ENDS_EQUATION.test(text.slice(run.end, run.end + 8))) return false;
  return ANSWERS.test(text.slice(Math.max(0, start - 16), start));
}

/** The answer is the text of an option and nothing else, but for the left side of an equation. */
export function isWhole(text: string, run: Run): boolean {
  if (run.start > 48) return false;
  const before = text.slice(0, withLeftSide(text, run).start);
  const led = before.length + 1 < run.start && LEADS.test(before.trim());
  return (
    (led || /^[\s"'“(【[]*$/.test(before)) &&
    /^[\s"'”)】\]。.!,;]*$/.test(text.slice(run.end, run.end + 40)) &&
    text.length - run.end <= 40
  );
}

/** True when a text is too short to mean the option wherever it occurs: 是, 3, 大. */
export function isShort(text: string): boolean {
  return /^(?:.|[\dA-Za-z.]{1,3})$/u.test(text);
}

const TIE =
  /^(?:两者|二者|两个回[复答])?(?:打平|平[手局]|不相上下|旗鼓相当|难分(?:高下|伯仲|上下)|差不多|相当|一样(?:好|差)?|tied?)(?:了|吧)?[。.!]*$/i;

/** 「打平。」, where 「两者相当」 is an option. */
export function tied(text: string, set: LabelSet): Found | null {
  const indices = [...set.options.keys()].filter((i) => TIE.test(set.options[i]?.text ?? ''));
  const said = text.length > 16 ? '' : text.trim();
  if (indices.length !== 1 || !TIE.test(said)) return null;
  const start = text.indexOf(said);
  return { indices, rule: 'option-text', start, end: start + said.length };
}
