/** A pair of marks that a family of models puts around its reasoning. */
interface ReasoningMarks {
  readonly family: string;
  /** Opens the reasoning; absent marks of the template are why a close may come alone. */
  readonly open: string;
  readonly close: string;
}

/**
 * The marks in use, as regular-expression sources. XML-like tags may carry attributes. New families
 * are lines of this table.
 */
const MARKS: readonly ReasoningMarks[] = [
  ...['think', 'thinking', 'thought', 'reasoning', 'seed:think'].map((name) => ({
    family: name,
    open: `<${name}(?:\\s[^<>\\n]{0,200})?>`,
    close: `</${name}\\s{0,8}>`,
  })),
  { family: 'kimi-vl', open: '◁think▷', close: '◁/think▷' },
  { family: 'magistral', open: '\\[THINK\\]', close: '\\[/THINK\\]' },
  {
    family: 'harmony',
    open: '<\\|channel\\|>(?:analysis|commentary)\\b[^<\\n]{0,100}<\\|message\\|>',
    close: '<\\|channel\\|>final\\b[^<\\n]{0,100}<\\|message\\|>',
  },
];

const ANY_MARK = new RegExp(MARKS.map(({ open, close }) => `(${open})|(${close})`).join('|'), 'gi');

/** Every mark contains one of these; most answers contain none, and are settled at once. */
const MARK_HINT = /<\/?[tTrRsS|]|◁|\[\/?THINK/;

export interface ReasoningSplit {
  /**
   * - `none`: no reasoning in this text;
   * - `split`: reasoning before (or after) the answer was found;
   * - `unclosed`: the text breaks off inside the reasoning, `answer` is what stood before it.
   */
  readonly state: 'none' | 'split' | 'unclosed';
  /** Half-open range of the answer in the text. */
  readonly answer: { readonly start: number; readonly end: number };
  /** The reasoning as written, marks left out; null when there is none. */
  readonly reasoning: string | null;
  readonly family: string | null;
}

interface Mark {
  readonly kind: 'open' | 'close';
  readonly family: string;
  readonly start: number;
  readonly end: number;
}

/**
 * Parts the reasoning from the answer. The last closing mark wins, because reasoning may nest or
 * quote the marks and templates may have opened it before the first token. Marks that the answer
 * only talks about (in back quotes, in quotation marks, 「</think> 标签」) are text.
 */
export function splitReasoning(text: string): ReasoningSplit {
  const whole: ReasoningSplit = {
    state: 'none',
    answer: { start: 0, end: text.length },
    reasoning: null,
    family: null,
  };
  if (!MARK_HINT.test(text)) return whole;
  const marks = marksOf(text);
  const open = marks.find((mark) => mark.kind === 'open' && startsLine(text, mark.start));
  const close = marks.findLast((mark) => mark.kind === 'close' && mark.start >= (open?.start ?? 0));
  // A mark that opens a line and is never closed: the model was cut off while thinking.
  if (close === undefined) {
    if (open === undefined) return whole;
    return {
      state: 'unclosed',
      answer: { start: 0, end: open.start },
      reasoning: text.slice(open.end),
      family: open.family,
    };
  }
  const reopened = marks.find(
    (mark) => mark.kind === 'open' && mark.start >= close.end && startsLine(text, mark.start),
  );
  const end = reopened?.start ?? text.length;
  const after = { start: close.end, end };
  const reasoning = text.slice(open?.end ?? 0, close.start);
  if (text.slice(after.start, after.end).trim() === '' && open !== undefined) {
    const before = { start: 0, end: open.start };
    if (text.slice(0, open.start).trim() !== '') {
      return { state: 'split', answer: before, reasoning, family: close.family };
    }
    if (reopened !== undefined) {
      return { state: 'unclosed', answer: before, reasoning, family: close.family };
    }
  }
  return { state: 'split', answer: after, reasoning, family: close.family };
}

function marksOf(text: string): Mark[] {
  const marks: Mark[] = [];
  for (const match of text.matchAll(ANY_MARK)) {
    const group = match.slice(1).findIndex((found) => found !== undefined);
    const family = MARKS[group >> 1]?.family ?? '';
    const start = match.index;
    const end = start + match[0].length;
    if (isMention(text, start, end)) continue;
    marks.push({ kind: group % 2 === 0 ? 'open' : 'close', family, start, end });
  }
  return marks;
}

/** True when only blanks stand between the start of the line and `at`. */
function startsLine(text: string, at: number): boolean {
  let i = at - 1;
  while (i >= 0 && (text[i] === ' ' || text[i] === '\t' || text[i] === '\u3000')) i--;
  return i < 0 || text[i] === '\n' || text[i] === '\r';
}

const QUOTES = new Map([
  ['`', '`'],
  ['“', '”'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
  ["'", "'"],
]);

/** True when the mark is spoken of: quoted, or followed by the word for a tag. */
function isMention(text: string, start: number, end: number): boolean {
  // Blanks of the same line only: a fence that ends the reasoning and one that opens the answer
  // are no quotation marks around the mark between them.
  const before = /[^ \t\u3000][ \t\u3000]?$/.exec(
    text.slice(Math.max(0, start - 2), start),
  )?.[0][0];
  const closing = QUOTES.get(before ?? '');
  const after = text.slice(end, end + 2).replace(/^[ \t\u3000]/, '');
  if (closing !== undefined && after.startsWith(closing)) return true;
  return /^\s?(?:这个|这一)?(?:标签|标记|符号|字符串|tags?\b|tokens?\b|markers?\b)/i.test(
    text.slice(end, end + 12),
  );
}
