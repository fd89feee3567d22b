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
  const before = text[start - 1] ?? '';
  const after = text.slice(end, end + 2);
  if (/[0-9]/.test(first) && /[0-9.\-/]/.test(before)) return false;
  if (/[0-9]/.test(last) && /^(?:[0-9/%万亿]|[.,]\d)/.test(after)) return false;
  if (/[A-Za-z]/.test(first) && /[A-Za-z]/.test(before)) return false;
  return !(/[A-Za-z]/.test(last) && /^[A-Za-z]/.test(after));
}

/** True when a text is too short to mean the option wherever it occurs: 是, 3, 大. */
export function isShort(text: string): boolean {
  return /^(?:.|[\dA-Za-z.]{1,3})$/u.test(text);
}
