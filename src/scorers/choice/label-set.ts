import type { GradingKey } from '../../model/index.ts';
import { foldScriptAndWidth } from '../../text/index.ts';
import { plainOptionText } from './markup.ts';

/** One option of the case, as the reader looks for it. */
export interface Option {
  /** As the case writes it; what a reading returns. */
  readonly label: string;
  /** The option's text, folded as answers are; empty when the case gives none. */
  readonly text: string;
}

/**
 * How the labels of a case are found in an answer.
 * - `letter`: single Latin letters; upper case anywhere, lower case only where an answer is given;
 * - `number`: ①②③, (1)(2), 1 2 3: any of these shapes names the option of that number;
 * - `word`: everything else: 甲乙丙丁, 回复1, 对/错, True/False.
 */
export type LabelKind = 'letter' | 'number' | 'word';

export interface LabelSet {
  readonly kind: LabelKind;
  readonly options: readonly Option[];
  /** Index of the option by what is found in the text. */
  readonly index: ReadonlyMap<string, number>;
  /** Finds candidates in a folded text; flags `gu`. */
  readonly pattern: RegExp;
}

/** How many labels are assumed where a case brings no options: A to D, or as far as the target goes. */
function assumedCount(target: GradingKey['target']): number {
  if (typeof target === 'string' && /^[A-D]{1,4}$/.test(target)) return 4;
  const named =
    JSON.stringify(target ?? '')
      .toUpperCase()
      .match(/[A-Z]/g) ?? [];
  return Math.max(4, ...named.map((letter) => letter.charCodeAt(0) - 64));
}

/** The label set of a case. */
export function labelSetOf(key: GradingKey): LabelSet {
  const { choices } = key;
  if (choices === undefined || choices.length === 0) {
    return ASSUMED[assumedCount(key.target) - 1] as LabelSet;
  }
  const known = sets.get(choices);
  if (known !== undefined) return known;
  const made = labelSet(choices.map(({ label, text }) => ({ label, text: foldText(text) })));
  sets.set(choices, made);
  return made;
}

// A pure memo: the same list of choices always gives the same set, and goes when the list goes.
const sets = new WeakMap<object, LabelSet>();

/** An option's text as answers quote it: folded, without blanks and full stops around it. */
function foldText(text: string): string {
  return plainOptionText(foldScriptAndWidth(text))
    .trim()
    .replace(/[.。;,]+$/, '')
    .replace(/\s+/g, ' ');
}

function labelSet(options: readonly Option[]): LabelSet {
  const folded = options.map(({ label }) => foldScriptAndWidth(label).trim());
  if (folded.every((label) => /^[A-Za-z]$/.test(label))) {
    const index = new Map(folded.map((label, i) => [label.toUpperCase(), i]));
    if (index.size === folded.length) {
      return { kind: 'letter', options, index, pattern: /[A-Za-z0-9_]+/gu };
    }
  }
  const numbers = folded.map(labelNumber);
  if (numbers.every((n) => n !== null) && new Set(numbers).size === numbers.length) {
    return {
      kind: 'number',
      options,
      index: new Map(numbers.map((n, i) => [String(n), i])),
      pattern: /[①-⑳⑴-⒇❶-❿]|(?<![\d.])\d{1,2}(?!\d|\.\d)/gu,
    };
  }
  const sorted = [...new Set(folded.map(wordKey))]
    .toSorted((a, b) => b.length - a.length)
    .map(wordPattern);
  return {
    kind: 'word',
    options,
    index: new Map(folded.map((label, i) => [wordKey(label), i])),
    pattern: new RegExp(sorted.join('|'), 'giu'),
  };
}

/** The sets of A, of A and B, … of A to Z, without texts. */
const ASSUMED: readonly LabelSet[] = Array.from({ length: 26 }, (_, last) =>
  labelSet(
    Array.from({ length: last + 1 }, (__, i) => ({ label: String.fromCharCode(65 + i), text: '' })),
  ),
);

/** The number that ①, ⑴, (1), 1 or 1. stands for; null for anything else. */
export function labelNumber(label: string): number | null {
  const match = /^\(?(\d{1,2})\)?\.?$/.exec(label);
  if (match !== null) return Number(match[1]);
  const code = label.length === 1 ? label.charCodeAt(0) : 0;
  for (const [first, count] of [
    [0x2460, 20],
    [0x2474, 20],
    [0x2776, 10],
  ] as const) {
    if (code >= first && code < first + count) return code - first + 1;
  }
  return null;
}

/** 回复 1 is 回复1: a blank between a Chinese word and its number means nothing. */
export function wordKey(word: string): string {
  return word.toLowerCase().replace(/(\p{Script=Han})\s(?=\d)/gu, '$1');
}

/** The word itself, where it is not part of a longer Latin word or number. */
function wordPattern(word: string): string {
  const escaped = word
    .replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
    .replace(/(\p{Script=Han})(?=\d)/gu, '$1 ?');
  const before = /^[A-Za-z]/.test(word) ? '(?<![A-Za-z])' : /^\d/.test(word) ? '(?<!\\d)' : '';
  const after = /[A-Za-z]$/.test(word) ? '(?![A-Za-z])' : /\d$/.test(word) ? '(?!\\d)' : '';
  return `${before}${escaped}${after}`;
}

/**
 * The options that a target names, as indices in the case's order, or null when it names something
 * that is no option. `"AC"`, `"A,C"` and `["A", "C"]` are the same target.
 */
export function targetIndices(set: LabelSet, target: GradingKey['target']): number[] | null {
  const parts = (Array.isArray(target) ? target : [target]).map((part) =>
    typeof part === 'number' ? String(part) : part,
  );
  const found = new Set<number>();
  for (const part of parts) {
    if (typeof part !== 'string') return null;
    const whole = indexOfLabel(set, part);
    if (whole !== undefined) {
      found.add(whole);
      continue;
    }
    const pieces = /[、,;\s/]/.test(foldScriptAndWidth(part))
      ? foldScriptAndWidth(part)
          .split(/[、,;\s/]+/)
          .filter((piece) => piece !== '')
      : Array.from(part.trim());
    for (const piece of pieces) {
      const index = indexOfLabel(set, piece);
      if (index === undefined) return null;
      found.add(index);
    }
  }
  return found.size === 0 ? null : [...found].toSorted((a, b) => a - b);
}

/** Index of the option with that label, in any of the shapes it may take. */
export function indexOfLabel(set: LabelSet, written: string): number | undefined {
  const folded = foldScriptAndWidth(written).trim();
  switch (set.kind) {
    case 'letter':
      return set.index.get(folded.toUpperCase());
    case 'number':
      return set.index.get(String(labelNumber(folded)));
    case 'word':
      return set.index.get(wordKey(folded));
  }
}

/** Labels as one text: joined in the case's order, with commas where a label is a word. */
export function joinLabels(set: LabelSet, indices: readonly number[]): string {
  const labels = [...indices].toSorted((a, b) => a - b).map((i) => set.options[i]?.label ?? '');
  return labels.join(labels.every((label) => Array.from(label).length === 1) ? '' : ',');
}
