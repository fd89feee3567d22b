import { bareRuns } from './bare.ts';
import type { LabelSet } from './label-set.ts';
import {
  areReadings,
  isChosenOnCondition,
  isConditional,
  isReconsidered,
  isRival,
  leavesOpen,
} from './openness.ts';
import { isPlainClause } from './plain-clause.ts';
import type { Run } from './runs.ts';
import type { Stance } from './stance.ts';
import { answerCell } from './tables.ts';

/** A run and what the text does with it. */
export interface Placed extends Run {
  readonly stance: Stance;
}

/** Options that an answer was read to give, and where. */
export interface Found {
  readonly indices: readonly number[];
  readonly rule: string;
  /** Half-open range in the text read. */
  readonly start: number;
  readonly end: number;
  /** The answer leaves open which of them. */
  readonly alternatives?: boolean;
}

/** The answer says that there is none: 「答案：无法确定」. */
export interface Undecided {
  readonly undecided: true;
}

const NO_ANSWER =
  /(?:答案|\banswer)[^。;\n]{0,8}?(?:无法(?:确定|判断|选择|得出|作答)|不(?:能|可)?确定|不存在|未知|暂无|没有正确|都不(?:对|正确)|\bcannot be determined|\bnone\b|\bunknown\b|\bunclear\b)/gi;

/** The last answer that is given as such; the last statement wins, because models revise. */
export function given(
  text: string,
  set: LabelSet,
  runs: readonly Placed[],
  multiple: boolean,
): Found | Undecided | null {
  let last: Found | null = null;
  const decisions = unconditional(text, decisionsOf(text, set, runs), runs);
  if (decisions === null) return { undecided: true };
  if (isEnumeration(decisions, set)) return { undecided: true };
  for (const { run, rule } of decisions) {
    const { indices, start, end, alternatives } = run;
    const found = withAlternative(text, { indices, rule, start, end, alternatives }, run, runs);
    last = last === null ? found : (combined(text, last, found, multiple) ?? found);
  }
  if (last !== null) last = changedTo(text, last, runs);
  if (multiple && last !== null) last = withListBelow(text, last, runs);
  const all = multiple ? allOf(text, set, runs) : null;
  if (all !== null && (last === null || all.start > last.start)) last = all;
  const denial = lastMatch(text, NO_ANSWER);
  if (denial !== null && denial.index >= (last?.start ?? -1)) return { undecided: true };
  if (last === null) return null;
  if (isTakenBack(text, last, runs)) return { undecided: true };
  return multiple ? withAdded(text, last, runs) : withRival(text, last, runs);
}

/** The last match of a pattern with the flag `g`; most texts have none, and are settled at once. */
function lastMatch(text: string, pattern: RegExp): RegExpExecArray | null {
  if (text.search(pattern) < 0) return null;
  return [...text.matchAll(pattern)].at(-1) ?? null;
}

/** 「答案：A。经检查，A有误。」 */
function isTakenBack(text: string, last: Found, runs: readonly Placed[]): boolean {
  return runs.some(
    (run) =>
      run.start > last.end &&
      run.indices.some((i) => last.indices.includes(i)) &&
      isReconsidered(text, run),
  );
}

/** Each option given as the answer, one after the other, is the format filled in. */
function isEnumeration(decisions: readonly Decision[], set: LabelSet): boolean {
  const count = set.options.length;
  const last = decisions.slice(-count).map(({ run }) => run);
  return (
    count > 2 &&
    last.length === count &&
    last.every((run, i) => run.indices.join() === String(i)) &&
    last.every((run, i) => run.start - (last[i - 1]?.end ?? run.start) <= 16)
  );
}

/** 「答案：A→B」, 「答案由A改为B」. */
function changedTo(text: string, found: Found, runs: readonly Placed[]): Found {
  const next = runs.find((run) => run.start >= found.end);
  if (next === undefined || next.start - found.end > 12) return found;
  const between = text.slice(found.end, next.start);
  if (!/^\s*(?:→|->|=>|⇒|[,(]?\s*(?:更正为|改为|改成|改选))\s*$/.test(between)) return found;
  const { indices, start, end, alternatives } = next;
  return { ...found, indices, start, end, alternatives };
}

const ADDED =
  /^(?:选?项)?(?:也|同样)(?:要|应该?|得|可以?)?(?:选|是|正确|对|符合|入选)(?=$|[,。;!\n了的])/;

/** 「选AB，D也要选」, where several are asked for. */
function withAdded(text: string, last: Found, runs: readonly Placed[]): Found {
  const added = runs.filter(
    (run) => run.start > last.end && ADDED.test(text.slice(run.end, run.end + 12)),
  );
  if (added.length === 0 || last.alternatives === true) return last;
  return { ...last, indices: [...new Set([...last.indices, ...added.flatMap((r) => r.indices)])] };
}

/** 「选B，但C也行」 leaves it open. */
function withRival(text: string, last: Found, runs: readonly Placed[]): Found {
  const rival = runs.find(
    (run) =>
      run.start > last.end && !last.indices.includes(run.indices[0] ?? 0) && isRival(text, run),
  );
  if (rival === undefined) return withFormer(text, last, runs);
  const indices = [...new Set([...last.indices, ...rival.indices])];
  return { ...last, indices, end: rival.end, alternatives: true };
}

/** 「选B也行，选A也行」 */
function withFormer(text: string, last: Found, runs: readonly Placed[]): Found {
  const at = runs.findIndex((run) => run.start >= last.start);
  const [former, own] = [runs[at - 1], runs[at]];
  if (former?.stance !== 'decides' || own === undefined || own.start - former.end > 24) return last;
  if (!isRival(text, former) || !isRival(text, own)) return last;
  const indices = [...new Set([...former.indices, ...last.indices])];
  return { ...last, indices, start: former.start, alternatives: true };
}

function decisionsOf(text: string, set: LabelSet, runs: readonly Placed[]): Decision[] {
  if (runs.length === 0) return [];
  const unsettled = new Set<Run>();
  const found: Decision[] = [];
  const cell = text.includes('|') ? answerCell(text, runs) : null;
  if (cell !== null) found.push({ run: cell, rule: 'table' });
  const plain: Decision[] = [];
  for (const run of runs) {
    const { stance } = run;
    if (stance === 'decides') found.push({ run, rule: 'marker-last' });
    else if (stance === 'denies' || stance === 'supposes') unsettled.add(run);
    else if (PLAIN.has(stance) && isPlainClause(text, run))
      plain.push({ run, rule: 'plain-clause' });
  }
  for (const bare of bareRuns(text, set, runs)) if (!unsettled.has(bare.run)) found.push(bare);
  found.push(...plain);
  const own = found.filter(({ run }) => !isPlaceholder(text, set, run));
  return withoutExercises(
    text,
    own.sort((a, b) => a.run.start - b.run.start),
  );
}

const EXERCISE =
  /\n[ \t#>【([]{0,8}(?:[\d一二三四五六]{1,2}[.、]\s*)?(?:变式|拓展|延伸|举一反三|思考题|巩固|类似题|同类题|附加题|练一练|下一题|追问)/;

/** 「变式训练：……选C」 below the answer answers another question. */
function withoutExercises(text: string, decisions: Decision[]): Decision[] {
  if (decisions.length < 2) return decisions;
  const at = text.search(EXERCISE);
  const own = at < 0 ? [] : decisions.filter(({ run }) => run.start < at);
  return own.length > 0 ? own : decisions;
}

/** Stances of labels that something is chosen by, be it only in play. */
const CHOSEN: ReadonlySet<Stance> = new Set(['decides', 'supposes']);

/** Stances under which a clause without content may still be an answer. */
const PLAIN: ReadonlySet<Stance> = new Set(['none', 'singles', 'affirms']);

interface Decision {
  readonly run: Run;
  readonly rule: string;
}

/**
 * Without the answers to other questions (如果问第二长，则选A). An answer that is only given under
 * conditions stands where they agree; null where they do not.
 */
export function unconditional<T extends { readonly run: Run }>(
  text: string,
  decisions: readonly T[],
  runs: readonly Placed[],
): readonly T[] | null {
  const last = decisions.at(-1)?.run;
  const before = runs.findLast((run) => run.start < (last?.start ?? 0) && CHOSEN.has(run.stance));
  if (before !== undefined && last !== undefined && areReadings(text, before, last)) return null;
  const plain = decisions.filter(({ run }) => !isConditional(text, run));
  if (plain.length > 0 || decisions.length === 0) return plain;
  const chosen = [
    ...decisions.map(({ run }) => run),
    ...runs.filter((run) => run.stance === 'supposes' && isChosenOnCondition(text, run)),
  ];
  return new Set(chosen.map(({ indices }) => indices.join())).size > 1 ? null : decisions;
}

/** Together with the label before it, where the answer leaves open which of the two. */
function withAlternative(text: string, found: Found, run: Run, runs: readonly Run[]): Found {
  let low = 0;
  // Runs stand in order: the first that begins at or behind this one.
  for (let high = runs.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((runs[middle] as Run).start < run.start) low = middle + 1;
    else high = middle;
  }
  const previous = runs[low - 1];
  if (previous === undefined || !leavesOpen(text, previous, run)) return found;
  const indices = [...new Set([...previous.indices, ...found.indices])];
  return { ...found, indices, start: previous.start, alternatives: true };
}

/** 选A或选C leaves it open; 选A，也选C adds up where several answers are asked for. */
function combined(text: string, a: Found, b: Found, multiple: boolean): Found | null {
  if (b.alternatives === true || b.start <= a.end || b.start - a.end > 24) return null;
  const between = text.slice(a.end, b.start);
  const alternatives = /^[^。;\n]{0,3}(?:或者?|还是)[^。;\n]{0,6}$/.test(between);
  const also = (multiple ? ALSO : ALSO_THIS).test(between);
  if (!alternatives && !also) return null;
  const indices = [...new Set([...a.indices, ...b.indices])];
  return { ...b, indices, start: a.start, alternatives };
}

/** Further lines below an answer that begins a line: `答案：⏎- A：…⏎- C：…`. */
function withListBelow(text: string, first: Found, runs: readonly Placed[]): Found {
  let found = first;
  if (!ITEM.test(lineBefore(text, first.start))) return found;
  for (const run of runs) {
    if (run.start < found.end) continue;
    const between = text.slice(found.end, run.start);
    const next = between.indexOf('\n');
    const item =
      next >= 0 && !between.includes('\n', next + 1) && ITEM.test(between.slice(next + 1));
    if (!item || run.stance === 'denies' || run.stance === 'supposes') break;
    const indices = [...new Set([...found.indices, ...run.indices])];
    found = { ...found, indices, end: run.end };
  }
  return found;
}

const ITEM = /^[\s\-•(【[]*$/;

function lineBefore(text: string, at: number): string {
  return text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 16), at);
}

/** Between two answers that add up: 选A，也选C. */
const ALSO = /^[\s,、]*选$|(?:也|还|同时|以及|再加上?|另外|此外)[^。;\n]{0,6}$/;

/** The same where one is asked for: 「答案是A，也是B」; 「也就是」 only says it again. */
const ALSO_THIS = /^[\s,]*(?:也|亦|同时)(?:可以?|能|应该?)?[是为选]$/;

/** All options with a slash between them, in a format that is only repeated: [A/B/C/D]. */
function isPlaceholder(text: string, set: LabelSet, run: Run): boolean {
  if (run.indices.length !== set.options.length || run.indices.length < 2) return false;
  const written = text.slice(run.start, run.end);
  return /[/|]/.test(written) || /\bplausible|\bpossible/i.test(text.slice(run.end, run.end + 40));
}

const ALL =
  /全选|全对(?=$|[,。;!\n])|(?:以上|上述|([三四五六])[个项条种]|所有)(?:的)?(?:选项|说法|各项|都|均|全)?(?:都|均|全部?|皆)(?:是)?(?:正确|对|符合|选|应选|要选)|全部(?:都)?(?:正确|选|应选|符合)|\ball of the above\b/gi;
const REST =
  /(?:其余|其他|剩下|剩余|另外)(?:的)?(?:[一二两三四五]?[个项])?(?:选项|说法|各项)?(?:都|均|全部?|皆)(?:是)?(?:正确|对|符合|选|应选|要选)/g;

/** 全选, 其余都对: for questions with several answers. */
function allOf(text: string, set: LabelSet, runs: readonly Placed[]): Found | null {
  const all = set.options.map((_, i) => i);
  const excepted = runs.findLast((run) => run.stance === 'excepts');
  if (excepted !== undefined) {
    const indices = all.filter((i) => !excepted.indices.includes(i));
    return { indices, rule: 'all-but', start: excepted.start, end: excepted.end };
  }
  const rest = lastMatch(text, REST);
  if (rest !== null) {
    const denied = new Set(
      runs.filter((r) => r.stance === 'denies' && r.start < rest.index).flatMap((r) => r.indices),
    );
    if (denied.size === 0 || denied.size === all.length) return null;
    const indices = all.filter((i) => !denied.has(i));
    return { indices, rule: 'all-but', start: rest.index, end: rest.index + rest[0].length };
  }
  const whole = lastMatch(text, ALL);
  if (whole === null || /[不非没未]/.test(text[whole.index - 1] ?? '')) return null;
  // 「A、B、D三项都对」 is not about all of four.
  if (whole[1] !== undefined && '三四五六'.indexOf(whole[1]) + 3 !== all.length) return null;
  return { indices: all, rule: 'all', start: whole.index, end: whole.index + whole[0].length };
}
