import { NUMERAL_CLASS } from '../../text/index.ts';
import { unitAt } from '../number/units.ts';
import { FUNCTION_NAMES } from './expression.ts';
import { EMPTY } from './tokens.ts';

/** A stretch of mathematics in prose. */
export interface Run {
  readonly start: number;
  readonly end: number;
  /** More than a letter or a sign that prose may hold: it can be an answer by itself. */
  readonly significant: boolean;
}

/** Two or three letters that are English and no product. */
const WORDS = new Set(
  'is the are we so of to for by it be no yes if as at in on an all get has was not but can let may our its this that with'.split(
    ' ',
  ),
);
const FUNCTIONS = new Set<string>([
  ...FUNCTION_NAMES,
  'pi',
  'inf',
  'infinity',
  'oo',
  'cm',
  'mm',
  'km',
  'dm',
  'kg',
  'mg',
  'mol',
  'min',
  'Hz',
  'kHz',
  'Pa',
  'MPa',
  'kPa',
  'mL',
  'ml',
  'DNE',
]);
const JOINER = /或者?|并且|且|以?及|和|与|\bor\b|\band\b|又/iy;
const CONDITION = /当(?=[^。]{1,40}?时)/y;
const CONDITION_END = /时[,]?\s*/y;
const HAN = /[\p{Script=Han}“”‘’【】《》…—]/uy;
const SPOKEN_OPERATION = new RegExp(`[加减乘除][上去以]?(?=[ ]?[\\d(√根${NUMERAL_CLASS}])`, 'y');
const REALS = /(?:全体|任意|一切)实数/y;

interface Item {
  readonly kind: 'math' | 'joiner' | 'prose';
  readonly end: number;
}

/** The runs of mathematics between `start` and `end`, in order. */
export function runsIn(text: string, start: number, end: number, ownUnit: string | null): Run[] {
  const runs: Run[] = [];
  const part = text.slice(start, end);
  let from = -1;
  let to = -1;
  const close = (): void => {
    const run = from < 0 ? null : trimmed(part, from, to);
    if (run !== null) runs.push({ ...run, start: run.start + start, end: run.end + start });
    from = -1;
  };
  let at = 0;
  while (at < part.length) {
    const item = itemAt(part, at, from >= 0 && to === at, ownUnit);
    // 「Δ<0，无解」: what is concluded is a run of its own.
    if (from >= 0 && isNone(part, at)) close();
    if (item.kind === 'prose') {
      close();
    } else if (item.kind === 'math') {
      if (from < 0) from = at;
      to = item.end;
    }
    at = item.end;
    // A joiner or a blank may lie between two parts of one run.
    if (from >= 0 && item.kind === 'joiner') to = item.end;
  }
  close();
  return withoutAsides(text, start, runs);
}

function isNone(text: string, at: number): boolean {
  EMPTY.lastIndex = at;
  return /[,;\s]/.test(text[at - 1] ?? '') && EMPTY.test(text);
}

/** What stands in brackets that prose opened, （约 78.5）, is no answer by itself. */
function withoutAsides(text: string, start: number, runs: readonly Run[]): Run[] {
  let depth = 0;
  let at = start;
  return runs.map((run) => {
    for (; at < run.start; at++) {
      if (OPENING.test(text[at] ?? '')) depth++;
      else if (CLOSING.test(text[at] ?? '')) depth = Math.max(0, depth - 1);
    }
    return depth === 0 ? run : { ...run, significant: false };
  });
}

const SYSTEM = /^\\\{\s*\\begin/;
const OPENING = /[([{]/;
const CLOSING = /[)\]}]/;

/** Where the brackets of a run stop matching: before the first that is never closed, or closes none. */
function balancedEnd(text: string, start: number, end: number): number {
  const open: number[] = [];
  for (let i = start; i < end; i++) {
    // The brace before a system of equations has no partner.
    if (text.startsWith('\\{', i) && SYSTEM.test(text.slice(i, i + 20))) i++;
    else if (OPENING.test(text[i] ?? '')) open.push(i);
    else if (CLOSING.test(text[i] ?? '') && open.pop() === undefined) return i;
  }
  return open[0] ?? end;
}

function itemAt(text: string, at: number, follows: boolean, ownUnit: string | null): Item {
  const matchEnd = (pattern: RegExp): number => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    return match === null ? -1 : at + match[0].length;
  };
  // What could not be put in signs belongs to the run, which is then unreadable.
  const radical = matchEnd(/根号下?/y);
  if (radical >= 0) return { kind: 'math', end: radical };
  const operation = follows ? matchEnd(SPOKEN_OPERATION) : -1;
  if (operation >= 0) return { kind: 'math', end: operation };
  const empty = matchEnd(EMPTY);
  if (empty >= 0) return { kind: 'math', end: empty };
  const reals = matchEnd(REALS);
  if (reals >= 0) return { kind: 'math', end: reals };
  const wrapped = matchEnd(
    /\\(?:text|mathrm|mbox|operatorname|textbf|begin|end|mathbb|mathbf)\s*\{[^{}\n]{0,40}\}/y,
  );
  if (wrapped >= 0) return { kind: 'math', end: wrapped };
  const command = matchEnd(/\\(?:[A-Za-z]+|.)/y);
  if (command >= 0) return { kind: 'math', end: command };
  if (/[\p{Script=Han}℃]/u.test(text[at] ?? '')) {
    const unit = unitEnd(text, at, ownUnit);
    if (
      unit !== null &&
      /(?:[\d)}π°%²³\]万亿]|\\pi)\s?$/.test(text.slice(Math.max(0, at - 4), at))
    ) {
      return { kind: 'math', end: unit };
    }
  }
  if (/[万亿]/.test(text[at] ?? '') && /[\d万亿]\s?$/.test(text.slice(Math.max(0, at - 2), at))) {
    return { kind: 'math', end: at + 1 };
  }
  for (const pattern of [JOINER, CONDITION]) {
    const end = matchEnd(pattern);
    if (end >= 0) return { kind: pattern === JOINER && !follows ? 'prose' : 'joiner', end };
  }
  const conditionEnd = matchEnd(CONDITION_END);
  if (conditionEnd >= 0) return { kind: 'prose', end: conditionEnd };
  const letters = matchEnd(/[A-Za-z]+/y);
  if (letters >= 0)
    return { kind: isMath(text.slice(at, letters)) ? 'math' : 'prose', end: letters };
  if (matchEnd(HAN) >= 0 || /["?@#\ud800-\udfff]/.test(text[at] ?? ''))
    return { kind: 'prose', end: at + 1 };
  return { kind: 'math', end: at + 1 };
}

function unitEnd(text: string, at: number, ownUnit: string | null): number | null {
  return unitAt(text, at, ownUnit)?.end ?? null;
}

function isMath(letters: string): boolean {
  if (letters.length === 1 || FUNCTIONS.has(letters)) return true;
  if (WORDS.has(letters.toLowerCase())) return false;
  if (letters.length <= 3) return true;
  return FUNCTION_NAMES.some(
    (name) => letters.startsWith(name) && letters.length <= name.length + 2,
  );
}

const EDGE = /[\s,;:.、'!]/;

/** The run without what hangs on at its ends; null when nothing is left. */
function trimmed(text: string, start: number, end: number): Run | null {
  let from = start;
  let to = end;
  while (from < to && /[\s,;:、)\]}]/.test(text[from] ?? '')) from++;
  while (
    to > from &&
    EDGE.test(text[to - 1] ?? '') &&
    !(text[to - 1] === '!' && /\w/.test(text[to - 2] ?? ''))
  )
    to--;
  const joined = /(?:或者?|并且|且|以?及|和|与|又|当)$/.exec(
    text.slice(Math.max(from, to - 2), to),
  );
  if (joined !== null) return trimmed(text, from, to - joined[0].length);
  const balanced = balancedEnd(text, from, to);
  if (balanced < to) return trimmed(text, from, balanced);
  const run = text.slice(from, to);
  if (run === '') return null;
  EMPTY.lastIndex = 0;
  const significant =
    /[\d∅∞πℝ√]|\\(?:pi|infty|emptyset|varnothing|mathbb|frac|sqrt)|[A-Za-z](?:[²³⁴⁵ⁿ]|\s*[=<>≤≥^])/.test(
      run,
    ) ||
    /实数|根号/.test(run) ||
    EMPTY.test(run);
  return { start: from, end: to, significant };
}
