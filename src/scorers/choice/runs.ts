import { isHan } from '../../text/index.ts';
import { type LabelSet, wordKey } from './label-set.ts';

/** Labels that stand together as one statement: `B`, `ACD`, `A、C 和 D`, `（A）（C）`. */
export interface Run {
  /** Indices of the options, in the order written, each once. */
  readonly indices: readonly number[];
  /** Half-open range in the text read. */
  readonly start: number;
  readonly end: number;
  /** Joined by 或: the answer leaves open which. */
  readonly alternatives: boolean;
  /** Lower-case letters, bare digits: a label only where an answer is given. */
  readonly weak: boolean;
  /** Joined without a separator: `ACD`. */
  readonly compact: boolean;
}

/** The runs of labels in a text, in order. */
export function runsOf(text: string, set: LabelSet, multiple: boolean): Run[] {
  const mentions = mentionsOf(text, set);
  const groups = joined(mentions, (a, b) => tightLink(text, set, a, b));
  const lists = looselyJoined(text, groups, multiple);
  return multiple ? joined(lists, (a, b) => lineLink(text, set, a, b)) : lists;
}

/** Runs of other origin (texts of options) joined as labels are: 甲、乙和丙. */
export function joinedRuns(text: string, runs: readonly Run[]): Run[] {
  return joined(runs, (a, b) => {
    const between = text.slice(a.end, b.start);
    if (between.length > MAX_LINK || !TIGHT.test(between)) return null;
    return ALTERNATIVE.test(between) ? 'or' : 'and';
  });
}

/** Labels looked at in one answer: some at its head, the rest at its end, where answers stand. */
const MAX_MENTIONS = { head: 400, tail: 8000 } as const;

/** Characters read at a time; a shorter answer is read at once. */
const PART = 1 << 15;

function mentionsOf(text: string, set: LabelSet): Run[] {
  if (text.length <= PART) return mentionsIn(text, set, 0, text.length, Infinity);
  const head = mentionsIn(text, set, 0, text.length, MAX_MENTIONS.head);
  if (head.length < MAX_MENTIONS.head) return head;
  const parts: Run[][] = [];
  const from = head.at(-1)?.end ?? 0;
  let count = 0;
  for (let end = text.length; end > from && count < MAX_MENTIONS.tail; ) {
    const start = partStart(text, Math.max(from, end - PART), from);
    const part = mentionsIn(text, set, start, end, Infinity);
    parts.push(part);
    count += part.length;
    end = start;
  }
  return [...head, ...parts.reverse().flat().slice(-MAX_MENTIONS.tail)];
}

/** The place, at `at` or a little before it, where no label can be cut in two. */
function partStart(text: string, at: number, least: number): number {
  let start = at;
  while (start > least && at - start < 64 && !/[\s,。;、]/.test(text[start - 1] ?? '')) start--;
  return start;
}

/** The first labels, at most `most`, in [from, to). */
function mentionsIn(text: string, set: LabelSet, from: number, to: number, most: number): Run[] {
  const mentions: Run[] = [];
  for (const match of text.slice(from, to).matchAll(set.pattern)) {
    if (mentions.length === most) break;
    const word = match[0];
    const start = from + match.index;
    const end = start + word.length;
    const indices = labelsOfWord(word, set);
    if (indices === null || !standsAlone(text, start, end, set)) continue;
    const weak =
      set.kind === 'letter' ? /[a-z]/.test(word) : set.kind === 'number' && /\d/.test(word);
    mentions.push({ indices, start, end, alternatives: false, weak, compact: indices.length > 1 });
  }
  return mentions;
}

/** The labels that a word is made of; null when it is an ordinary word. */
function labelsOfWord(word: string, set: LabelSet): number[] | null {
  if (set.kind === 'word') {
    const index = set.index.get(wordKey(word));
    return index === undefined ? null : [index];
  }
  if (set.kind === 'number') {
    const code = word.charCodeAt(0);
    const number = /\d/.test(word)
      ? Number(word)
      : code - (code >= 0x2776 ? 0x2776 : code >= 0x2474 ? 0x2474 : 0x2460) + 1;
    const index = set.index.get(String(number));
    return index === undefined ? null : [index];
  }
  if (word.length > set.options.length) return null;
  const upper = word.toUpperCase();
  if (word.length > 1 && word !== upper && word !== word.toLowerCase()) return null;
  const indices: number[] = [];
  for (const letter of upper) {
    const index = set.index.get(letter);
    if (index === undefined || indices.includes(index)) return null;
    indices.push(index);
  }
  return indices;
}

/** Letters of formulas and English words, and digits of quantities, are no labels. */
function standsAlone(text: string, start: number, end: number, set: LabelSet): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  switch (set.kind) {
    case 'letter': {
      if ('∠△∩∪⊙√^'.includes(before) && before !== '') return false;
      if (isOperator(after) && !(end - start === 1 && SUM.test(text.slice(end, end + 24)))) {
        return false;
      }
      if (
        (after === "'" || after === '’' || after === '-') &&
        /[A-Za-z]/.test(text[end + 1] ?? '')
      ) {
        return false;
      }
      if (
        (before === '-' || before === "'" || before === '.') &&
        /[A-Za-z]/.test(text[start - 2] ?? '')
      ) {
        return false;
      }
      // `P(A)` and `f(B)` are functions.
      if (before === '(' && /[A-Za-z]/.test(text[start - 2] ?? '')) return false;
      if (after === '.' && /^[A-Z]\./.test(text.slice(end + 1, end + 3))) return false;
      return !isEnglishWord(text, start, end);
    }
    case 'number':
      // 2个, 3.5, 10% are quantities; 2号, 3项, (4) and ⑤ are options.
      if (!/\d/.test(text[start] ?? '') || before === '(') return true;
      return (
        !/^\s?[\p{Script=Han}A-Za-z%]/u.test(text.slice(end, end + 2)) || followsLabel(text, end)
      );
    case 'word':
      // 甲 is no option in 指甲 and 甲烷.
      if (end - start > 1 || !isHan(text.slice(start, end))) return true;
      return (
        (!isHan(before) || '选项故和与及或即是为案有除而'.includes(before)) &&
        (!isHan(after) || followsLabel(text, end))
      );
  }
}

function isOperator(after: string): boolean {
  return after !== '' && '=+^×÷∩∪_#°′″%&@'.includes(after);
}

/** `A+C` and `A&C` as lists of labels; nothing of a formula follows. */
const SUM = /^(?:\s?[+&]\s?[A-Z]){1,8}(?=$|[)\]】。.,;!、\n]|\s*(?:$|\n|\p{Script=Han}))/u;

/** True when the text goes on with what is said of a label, or with another one. */
function followsLabel(text: string, end: number): boolean {
  return /^\s?(?:个选|号|项|选|正|错|对|不|都|均|是|为|和|与|及|或|的|最|更|也|才|应|符|优|[甲乙丙丁戊己庚辛])/.test(
    text.slice(end, end + 3),
  );
}

/** The article in `A good answer …`, the pronoun in `I think …`. */
function isEnglishWord(text: string, start: number, end: number): boolean {
  if (end - start > 1 || !/[AaIi]/.test(text[start] ?? '')) return false;
  const next = /^ ([a-z]+)/.exec(text.slice(end, end + 24))?.[1];
  if (next === undefined) return false;
  return !/^(?:is|are|and|or|because|since|as|for|which|that|but|not|with|was|seems|looks|also|matches|since|in|instead|rather)$/.test(
    next,
  );
}

const CLOSE = `[)\\]】}」』”’"'\\s]*`;
const OPEN = `[\\s(\\[【{「『“‘"']*`;
const TIGHT = new RegExp(
  `^${CLOSE}(?:选?项)?\\s*(?:[、/&]|,?\\s*(?:和|与|及|以及|跟|还有|还是|或者?|\\band\\b|\\bor\\b))\\s*(?:选项|\\bor\\b|\\band\\b)?${OPEN}$`,
  'i',
);
const BRACKETS = /^[)\]】]\s*[([【]$|^\|$|^\s?[+]\s?$/;
const ALTERNATIVE = /或|还是|\bor\b/i;
/** Longest text between two labels of one list, without the option texts. */
const MAX_LINK = 16;

type Link = 'and' | 'or' | null;

function tightLink(text: string, set: LabelSet, a: Run, b: Run): Link {
  if (b.start - a.end > MAX_LINK + MAX_BRACKET + optionLength(set, a)) return null;
  let between = text.slice(a.end, b.start);
  if (between === '') return set.kind === 'letter' ? null : 'and';
  if (BRACKETS.test(between)) return 'and';
  if (between.length > MAX_LINK || !TIGHT.test(between)) {
    between = between.slice(skipOwnText(between, set, a));
    if (between.length > MAX_LINK || !TIGHT.test(between)) return null;
  }
  return ALTERNATIVE.test(between) ? 'or' : 'and';
}

const MAX_BRACKET = 60;

function optionLength(set: LabelSet, run: Run): number {
  return set.options[run.indices.at(-1) ?? 0]?.text.length ?? 0;
}

/** Length of what repeats the option after its label: `. 甲`, `（甲）`. */
export function skipOwnText(after: string, set: LabelSet, run: Run): number {
  const option = set.options[run.indices.at(-1) ?? 0]?.text ?? '';
  const lead = /^[)\]】}\s]*(?:选?项)?[.、:\s)(“「]*/.exec(after)?.[0].length ?? 0;
  if (option !== '' && after.startsWith(option, lead)) {
    const tail = /^[)”」]*/.exec(after.slice(lead + option.length, lead + option.length + 4));
    return lead + option.length + (tail?.[0].length ?? 0);
  }
  return /^[)\]】}\s]*\([^()\n]{1,58}\)/.exec(after.slice(0, MAX_BRACKET + 8))?.[0].length ?? 0;
}

const LOOSE = new RegExp(`^${CLOSE}(?:选?项)?[.]?\\s*(?:[,;]\\s*|\\s)${OPEN}$`);

const LIST_END = new RegExp(`^${CLOSE}(?:选?项)?${CLOSE}(?:$|[.。!;,(\\n]|等)`);
/** `A，C正确`: where several are asked for, a verdict behind a list is on the whole list. */
const LIST_RIGHT =
  /^[)\]】}\s]*(?:选?项)?\s*(?:是|为)?\s*(?:正确|对(?:的|$|[,。;.!\n])|符合|当选|应选|成立|无误)/;
const PLURAL = /^[)\]】}\s]*(?:选?项)?(?:[两二三四五六](?:个|项|者)|都|均|全|皆|are\b|all\b)/;

/**
 * A comma or a blank joins labels only where nothing is said of the last one alone: `答案：A，C` and
 * `A，B，C都对` are lists, `答案：B，A项有误` is not.
 */
function looselyJoined(text: string, runs: readonly Run[], multiple: boolean): Run[] {
  const out: Run[] = [];
  for (let i = 0; i < runs.length; ) {
    let end = i;
    while (end + 1 < runs.length && isLoose(text, runs[end] as Run, runs[end + 1] as Run)) end++;
    const whole = end > i && endsList(text, runs[end] as Run, multiple);
    const listed = whole ? end : multiple ? end - 1 : i;
    const last = Math.max(i, listed);
    out.push(...joined(runs.slice(i, last + 1), () => 'and'), ...runs.slice(last + 1, end + 1));
    i = end + 1;
  }
  return out;
}

function isLoose(text: string, a: Run, b: Run): boolean {
  if (b.start - a.end > MAX_LINK) return false;
  const between = text.slice(a.end, b.start);
  return !between.includes('\n') && LOOSE.test(between);
}

function endsList(text: string, run: Run, multiple: boolean): boolean {
  const after = text.slice(run.end, run.end + 12);
  if (multiple && LIST_RIGHT.test(after)) return true;
  return LIST_END.test(after) || (run.indices.length === 1 && PLURAL.test(after));
}

/** Lines that each begin with a label: `A. 甲⏎C. 丙`. */
function lineLink(text: string, set: LabelSet, a: Run, b: Run): Link {
  if (b.start - a.end > MAX_LINK + MAX_BRACKET + optionLength(set, a)) return null;
  const between = text.slice(a.end, b.start);
  const rest = between.slice(skipOwnText(between, set, a));
  if (isFaulted(text, set, b)) return null;
  return /^[)\]】.、:;,\s]*\n[\s\-([【•]*$/.test(rest) ? 'and' : null;
}

const FAULT =
  /^[)\]】}\t ]*(?:选?项)?[\t :,\-—]*(?:[两二三四](?:个|项|者))?(?:选?项)?(?:都|均|全|皆|是|的)*(?:错|不|有误|排除|误|×|✗|✘|❌|✖|(?:(?:is|are)\s+)?(?:wrong|incorrect|not|false)\b)/i;

/** A line on what is wrong with its labels: `B、D错误原因：…`. */
function isFaulted(text: string, set: LabelSet, run: Run): boolean {
  const after = text.slice(run.end, run.end + MAX_BRACKET + optionLength(set, run));
  return FAULT.test(after) || FAULT.test(after.slice(skipOwnText(after, set, run)));
}

/** Both, each once; the first as it is where the second adds nothing. */
function union(a: readonly number[], b: readonly number[]): readonly number[] {
  return b.every((i) => a.includes(i)) ? a : [...new Set([...a, ...b])];
}

function joined(runs: readonly Run[], link: (a: Run, b: Run) => Link): Run[] {
  const out: Run[] = [];
  for (const run of runs) {
    const last = out.at(-1);
    const how = last === undefined ? null : link(last, run);
    if (last === undefined || how === null) {
      out.push(run);
      continue;
    }
    out[out.length - 1] = {
      indices: union(last.indices, run.indices),
      start: last.start,
      end: run.end,
      alternatives: last.alternatives || run.alternatives || how === 'or',
      weak: last.weak && run.weak,
      compact: false,
    };
  }
  return out;
}
