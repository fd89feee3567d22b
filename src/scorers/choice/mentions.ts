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

/** Labels looked at in one answer: some at its head, the rest at its end, where answers stand. */
const MAX_MENTIONS = { head: 400, tail: 8000 } as const;

/** Characters read at a time; a shorter answer is read at once. */
const PART = 1 << 15;

/** The labels in a text, each by itself, in order. */
export function mentionsOf(text: string, set: LabelSet): Run[] {
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
    const small =
      set.kind === 'letter' ? /[a-z]/.test(word) : set.kind === 'number' && /\d/.test(word);
    // `d选项` is a label wherever it stands.
    const weak = small && !text.startsWith('选项', end);
    const compact = indices.length > 1;
    const lead = compact ? 0 : nameLength(text, set, indices[0] ?? 0, start);
    mentions.push({ indices, start: start - lead, end, alternatives: false, weak, compact });
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
  // `BBBBBBBB` is one label, said again and again.
  if (/^([A-Za-z])\1{3,}$/.test(word)) return labelsOfWord(word.charAt(0), set);
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
      if (before === '(' && /[A-Za-z]/.test(text[start - 2] ?? '')) {
        return end - start === 1 && isNamed(text, set, start);
      }
      if (after === '.' && /^[A-Z]\./.test(text.slice(end + 1, end + 3))) return false;
      return !isEnglishWord(text, start, end);
    }
    case 'number':
      // 2个, 3.5, 10% are quantities; 2号, 3项, (4) and ⑤ are options.
      if (!/\d/.test(text[start] ?? '') || before === '(') return true;
      return (
        !/^\s?[\p{Script=Han}A-Za-z%]/u.test(text.slice(end, end + 2)) ||
        followsLabel(text, end) ||
        isSpelt(text, set, start, end)
      );
    case 'word':
      // 甲 is no option in 指甲 and 甲烷.
      if (end - start > 1 || !isHan(text.slice(start, end))) return true;
      return (
        (!isHan(before) || BEFORE_WORD.includes(before) || set.index.has(before)) &&
        (!isHan(after) || followsLabel(text, end))
      );
  }
}

/** `No(N)`: the option's text stands before the bracket. */
function isNamed(text: string, set: LabelSet, at: number): boolean {
  const name = set.options[set.index.get((text[at] ?? '').toUpperCase()) ?? -1]?.text ?? '';
  return name.length > 1 && text.endsWith(name, at - 1);
}

/** `4 北`: the option's text stands behind its number. */
function isSpelt(text: string, set: LabelSet, start: number, end: number): boolean {
  const name = set.options[set.index.get(text.slice(start, end)) ?? -1]?.text ?? '';
  return name !== '' && text.startsWith(name, text[end] === ' ' ? end + 1 : end);
}

/** Characters that may stand before 甲 where it is a label. */
const BEFORE_WORD = '选项故和与及或即是为案有除而拣择同';

function isOperator(after: string): boolean {
  return after !== '' && '=+^×÷∩∪_#°′″%&@'.includes(after);
}

/** `A+C` and `A&C` as lists of labels; nothing of a formula follows. */
const SUM = /^(?:\s?[+&]\s?[A-Z]){1,8}(?=$|[)\]】。.,;!、\n]|\s*(?:$|\n|\p{Script=Han}))/u;

/** True when the text goes on with what is said of a label, or with another one. */
function followsLabel(text: string, end: number): boolean {
  return /^\s?(?:个选|号|项|选|[啦吧呗嘛啊哦呀咯喽]|[同跟](?!学)|正|错|对|不|就|填|都|均|是|为|和|与|及|或|的|最|更|也|才|应|符|优|[甲乙丙丁戊己庚辛])/.test(
    text.slice(end, end + 3),
  );
}

/** The article in `A good answer …`, the pronoun in `I think …`. */
function isEnglishWord(text: string, start: number, end: number): boolean {
  if (end - start > 1 || !/[AaIi]/.test(text[start] ?? '')) return false;
  const next = /^ ([a-z]+)/.exec(text.slice(end, end + 24))?.[1];
  // `a c d` is a list of small labels.
  if (next === undefined || /^[a-z]$/.test(next)) return false;
  return !/^(?:is|are|and|or|because|since|as|for|which|that|but|not|with|was|seems|looks|also|matches|since|in|instead|rather)$/.test(
    next,
  );
}

const IN_BRACKETS = /\s*\(\s*(?:即|对应)?(?:选项)?\s*$/;

/** Length of the option's text and the bracket before its label: `发热(A)`, `UDP(选项B)`. */
function nameLength(text: string, set: LabelSet, index: number, at: number): number {
  if (!'( 项即应'.includes(text[at - 1] ?? '-')) return 0;
  const name = set.options[index]?.text ?? '';
  const bracket = IN_BRACKETS.exec(text.slice(Math.max(0, at - 10), at))?.[0].length ?? 0;
  const named = name !== '' && bracket > 0 && text.endsWith(name, at - bracket);
  return named ? bracket + name.length : 0;
}
