import { isHan } from '../../text/index.ts';
import type { LabelSet } from './label-set.ts';
import { mentionsOf, type Run } from './mentions.ts';

export type { Run } from './mentions.ts';

/** The runs of labels in a text, in order. */
export function runsOf(text: string, set: LabelSet, multiple: boolean): Run[] {
  const mentions = mentionsOf(text, set);
  if (mentions.length < 2) return mentions;
  const link = (a: Run, b: Run) => linkOf(text, set, a, b, multiple);
  const groups = joined(mentions, link);
  const lists = looselyJoined(text, set, groups, multiple, link);
  if (!multiple) return lists;
  return joined(lists, (a, b) => {
    return link(a, b) === 'line' && !isFaulted(text, set, b) ? 'and' : null;
  });
}

/** Runs of other origin (texts of options) joined as labels are: 甲、乙和丙. */
export function joinedRuns(text: string, runs: readonly Run[]): Run[] {
  return joined(runs, (a, b) => {
    const between = text.slice(a.end, b.start);
    if (between === '') return 'and';
    return between.length > MAX_LINK || !TIGHT.test(between) ? null : linkBy(between);
  });
}

/**
 * A list of labels: items with a link between each two.
 *
 *     item = [text "("] label [")"] ["项"] [own text of the option]
 *     link = tight | loose | line
 *
 * - `and`, `or`: 、 / & 和 or and join wherever they stand;
 * - `loose`: a comma or a blank joins only where nothing is said of the last label alone: `答案：A，C`
 *   and `A，B，C都对` are lists, `答案：B，A项有误` is not; next to an option's own text nothing does as
 *   well (`A发热B咳嗽`);
 * - `line`: a line each.
 */
type Link = 'and' | 'or' | 'loose' | 'line' | null;

const CLOSE = `[)\\]】}」』”’"'\\s]*`;
const OPEN = `[\\s(\\[【{「『“‘"']*`;
const TIGHT = new RegExp(
  `^${CLOSE}(?:选?项|号)?\\s*(?:[、/&]|[,;]?\\s*(?:和|与|及|以及|跟|同(?!样)|还有|还是|或者?|\\band\\b|\\bor\\b))\\s*(?:选项|第|\\bor\\b|\\band\\b)?${OPEN}$`,
  'i',
);
const LOOSE = new RegExp(`^${CLOSE}(?:选?项)?[.]?\\s*(?:[,;]\\s*|\\s)${OPEN}$`);
const LINE = /^[)\]】.、:;,\s]*\n[\s\-([【•]*(?:\d{1,2}[.)]\s*)?$/;
const BRACKETS = /^[)\]】]\s*[([【]$|^\|$|^\s?[+]\s?$/;
const ALTERNATIVE = /或|还是|\bor\b/i;
/** Longest text between two labels of one list, without the option texts. */
const MAX_LINK = 16;

function linkOf(text: string, set: LabelSet, a: Run, b: Run, multiple: boolean): Link {
  if (b.start - a.end > MAX_LINK + MAX_BRACKET + optionLength(set, a)) return null;
  const between = text.slice(a.end, b.start);
  if (between === '') return set.kind === 'letter' ? null : 'and';
  if (isProse(between.charAt(0), set, a)) return null;
  if (BRACKETS.test(between)) return 'and';
  const plain = between.length > MAX_LINK ? null : linkBy(between);
  if (plain === 'and' || plain === 'or' || (plain === 'loose' && !between.includes('\n')))
    return plain;
  const own = skipOwnText(between, set, a);
  const rest = between.slice(own);
  if (rest.length > MAX_LINK) return null;
  if (own > 0 && multiple && /^\s*$/.test(rest) && !rest.includes('\n')) return 'loose';
  const link = own > 0 ? linkBy(rest) : plain;
  if (!multiple && link === 'loose') return null;
  return link === 'loose' && rest.includes('\n')
    ? 'line'
    : (link ?? (LINE.test(rest) ? 'line' : null));
}

/** Han characters that a link may begin with. */
const LINK_BEGINS = '选项号和与及以跟同还或';

/** Most of what stands between labels is prose, by its first character: no link, nor the option's own text. */
function isProse(first: string, set: LabelSet, run: Run): boolean {
  if (!isHan(first) || LINK_BEGINS.includes(first)) return false;
  const option = set.options[run.indices.at(-1) ?? 0]?.text ?? '';
  return first !== option.charAt(0) && first !== option.charAt(1);
}

function linkBy(between: string): Link {
  if (TIGHT.test(between)) return ALTERNATIVE.test(between) ? 'or' : 'and';
  return LOOSE.test(between) ? 'loose' : null;
}

const MAX_BRACKET = 60;

function optionLength(set: LabelSet, run: Run): number {
  return set.options[run.indices.at(-1) ?? 0]?.text.length ?? 0;
}

/** A numeral that begins an option's text, for which its label may stand. */
const NUMERAL = /^[一二三四五六七八九十\dⅠ-Ⅻ]/;

/** Length of what repeats the option after its label: `. 甲`, `（甲）`. */
export function skipOwnText(after: string, set: LabelSet, run: Run): number {
  if (isProse(after.charAt(0), set, run)) return 0;
  const option = set.options[run.indices.at(-1) ?? 0]?.text ?? '';
  const lead = /^[)\]】}\s]*(?:选?项)?[.、:\-\s)(“「]*/.exec(after)?.[0].length ?? 0;
  if (option !== '' && after.startsWith(option, lead)) {
    const from = lead + option.length;
    // `B. 咳嗽 (cough)`
    const tail = /^[)”」]*(?:\s?\([A-Za-z][^()\n]{1,40}\))?/.exec(after.slice(from, from + 48));
    return from + (tail?.[0].length ?? 0);
  }
  // `Ⅲ级响应`, where the option is 三级响应.
  const rest = NUMERAL.test(option) ? option.slice(1) : '';
  if (rest.length > 1 && after.startsWith(rest, lead)) return lead + rest.length;
  return /^[)\]】}\s]*\([^()\n]{1,58}\)/.exec(after.slice(0, MAX_BRACKET + 8))?.[0].length ?? 0;
}

const LIST_END = new RegExp(`^${CLOSE}(?:选?项)?${CLOSE}(?:$|[.。!;,(\\n]|等)`);
/** `A，C正确`: where several are asked for, a verdict behind a list is on the whole list. */
const LIST_RIGHT =
  /^[)\]】}\s]*(?:选?项)?\s*(?:是|为)?\s*(?:正确|对(?:的|$|[,。;.!\n])|符合|当选|应选|成立|无误)/;
const PLURAL = /^[)\]】}\s]*(?:选?项)?(?:[两二三四五六](?:个|项|者)|都|均|全|皆|are\b|all\b)/;

/**
 * A comma or a blank joins labels only where nothing is said of the last one alone: `答案：A，C` and
 * `A，B，C都对` are lists, `答案：B，A项有误` is not.
 */
function looselyJoined(
  text: string,
  set: LabelSet,
  runs: readonly Run[],
  multiple: boolean,
  link: (a: Run, b: Run) => Link,
): Run[] {
  const out: Run[] = [];
  for (let i = 0; i < runs.length; ) {
    let end = i;
    while (end + 1 < runs.length && isLoose(runs[end] as Run, runs[end + 1] as Run)) end++;
    const whole = end > i && endsList(text, set, runs[end] as Run, multiple);
    const listed = whole ? end : multiple ? end - 1 : i;
    const last = Math.max(i, listed);
    out.push(...joined(runs.slice(i, last + 1), () => 'and'), ...runs.slice(last + 1, end + 1));
    i = end + 1;
  }
  return out;

  // Where one answer is asked for no option's text stands between the two.
  function isLoose(a: Run, b: Run): boolean {
    return (multiple || b.start - a.end <= MAX_LINK) && link(a, b) === 'loose';
  }
}

function endsList(text: string, set: LabelSet, run: Run, multiple: boolean): boolean {
  const after = text.slice(run.end, run.end + MAX_BRACKET + optionLength(set, run));
  return ends(after.slice(multiple ? skipOwnText(after, set, run) : 0));

  function ends(rest: string): boolean {
    if ((multiple && LIST_RIGHT.test(rest)) || LIST_END.test(rest)) return true;
    // `A,B和C都错` may set aside the last two; `A, B, and C are wrong` speaks of three.
    const one = run.indices.length === 1 || SERIAL.test(text.slice(run.start, run.end));
    return one && PLURAL.test(rest);
  }
}

const SERIAL = /,\s*(?:and|or)\b/i;

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
    if (last === undefined || (how !== 'and' && how !== 'or')) {
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
