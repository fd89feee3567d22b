import { type Reading, readingOf } from '../../text/index.ts';
import { type Found, given, type Placed, type Undecided } from './decisions.ts';
import { polarityOf, readVerdict } from './judgement.ts';
import type { LabelSet } from './label-set.ts';
import { saidOnce, withoutMarkup, withoutScanBlanks } from './markup.ts';
import { mentionsOf } from './mentions.ts';
import { tied } from './option-text.ts';
import { ordinalRuns } from './ordinals.ts';
import { keyOf, MAX_KEYED } from './records.ts';
import { joinedRuns, type Run, runsOf } from './runs.ts';
import { type Stance, stanceOf } from './stance.ts';
import { isKnown, structuredAnswer } from './structured.ts';
import { concludedText, givenText, onlyText } from './text-answers.ts';
import { byTextVerdicts } from './text-verdicts.ts';
import { verdictOf } from './verdict-words.ts';
import { byContrast, byVerdicts, isException } from './verdicts.ts';

/** What an answer settles on. */
export interface ChoiceReading {
  readonly status: 'ok' | 'unparsed' | 'invalid_multiple';
  /** Indices of the options, in the case's order; for `invalid_multiple` all that were given. */
  readonly indices: readonly number[];
  /** The rule that found it; null when nothing was found. */
  readonly rule: string | null;
  /** Half-open range in `reading.text`; null when nothing was found. */
  readonly range: { readonly start: number; readonly end: number } | null;
  readonly reading: Reading;
}

/** The text of an answer as the choice reader sees it. */
export function choiceReading(answer: string): Reading {
  const reading = readingOf(answer);
  // One look at the text for all that most answers have none of.
  const plain = UNPLAIN.test(reading.text) ? withoutMarkup(plainBrackets(reading)) : reading;
  return withoutScanBlanks(plain);
}

const UNPLAIN = /[*`$_~\\<〖〗〔〕]/;
const RARE_BRACKETS = /[〖〗〔〕]/g;
const PLAIN_BRACKETS: Readonly<Record<string, string>> = {
  '〖': '【',
  '〗': '】',
  '〔': '(',
  '〕': ')',
};

/** Rare brackets as their usual kin; each is one character, so that positions stay. */
function plainBrackets(reading: Reading): Reading {
  const text = reading.text.replace(RARE_BRACKETS, (bracket) => PLAIN_BRACKETS[bracket] ?? bracket);
  return text === reading.text ? reading : { ...reading, text };
}

export interface ReadOptions {
  readonly multiple: boolean;
  /** Whether the question asks for the wrong one (下列说法错误的是); most answers do not need it. */
  readonly asksForWrong: () => boolean;
}

/**
 * Reads the choice that an answer settles on.
 *
 * The tiers, from plain to inferred; the first that yields something decides, and inside a tier the
 * last statement wins, because models revise:
 * 1. an answer given as such (答案是B, 故选B, \boxed{B}, a line or an answer that is only labels);
 * 2. the text of an option given as the answer (答案是北京);
 * 3. which one is right (正确的是B, 只有B正确), or, asked for the wrong one, which one is wrong;
 * 4. verdicts on the options one by one (A错误，B正确);
 * 5. the only one that is set apart from the others (只有B是碱; …的是500，即C。);
 * 6. the one that is said to be wrong, where nothing is said to be right;
 * 7. the only option whose text occurs.
 * What is negated, supposed or asked settles nothing, and nothing is ever guessed.
 */
export function readChoice(answer: string, set: LabelSet, options: ReadOptions): ChoiceReading {
  const whole = choiceReading(answer);
  const once = saidOnce(whole);
  // All options again and again are only an echo.
  const reading = once === whole || namesAll(once.text, set) ? whole : once;
  const { text } = reading;
  if (!mayBeStructured(text)) return readPlain(reading, set, options);
  const found = structuredAnswer(text, set, (value) => optionsOf(value, set, options), options);
  if (found === null) return readPlain(reading, set, options);
  // What is said below a record revises it: 「{"answer": "A"} 更正：答案是B」.
  const { end } = found;
  const below = text.slice(0, end).replace(/[^\n]/g, ' ') + text.slice(end);
  const revised = end + 4 < text.length ? readGiven(below, set, options) : null;
  return conclude(revised ?? found.answer, reading, options);
}

function namesAll(text: string, set: LabelSet): boolean {
  const named = new Set(mentionsOf(text, set).flatMap(({ indices }) => indices));
  return named.size > 1 && named.size === set.options.length;
}

function conclude(found: Found | Undecided, reading: Reading, options: ReadOptions): ChoiceReading {
  return 'undecided' in found ? nothing(reading) : settle(found, reading, options);
}

function mayBeStructured(text: string): boolean {
  if (text.includes('{') || text.includes('<')) return true;
  if (text.length > MAX_KEYED || !text.includes('\n')) return false;
  const key = KEYED.exec(text)?.[1];
  return key !== undefined && isKnown(keyOf(key));
}

/** A first line that is a key with its value. */
const KEYED =
  /^\s*[-•]?\s*["']?([^\s,。;:=()【】"'-][^\n,。;:=()【】"']{0,24})["']?\s*[:=][^\n]*\n/;

/** The value of an answer's key, read as an answer by itself. */
function optionsOf(value: string, set: LabelSet, options: ReadOptions): Omit<Found, 'rule'> | null {
  const { status, indices, range } = readPlain(readingOfText(value), set, options);
  if (range === null || status === 'unparsed') return null;
  return { indices, ...range, alternatives: status === 'invalid_multiple' };
}

function readingOfText(text: string): Reading {
  return { source: text, text, places: null };
}

function readGiven(text: string, set: LabelSet, options: ReadOptions): Found | Undecided | null {
  return given(text, set, placedRuns(text, set, options), options.multiple);
}

function readPlain(reading: Reading, set: LabelSet, options: ReadOptions): ChoiceReading {
  const { text } = reading;
  const polarity = polarityOf(set);
  const byWord = polarity !== null && set.kind === 'word';
  const runs = byWord ? [] : placedRuns(text, set, options);
  const found =
    given(text, set, runs, options.multiple) ??
    (polarity === null ? givenText(text, set, runs) : null) ??
    inferred(text, set, runs, options);
  if (found !== null) return conclude(found, reading, options);
  if (polarity !== null) {
    const verdict = readVerdict(text);
    if (verdict === null) return nothing(reading);
    const index = verdict.yes ? polarity.yes : polarity.no;
    return settle({ ...verdict, indices: [index] }, reading, options);
  }
  const only =
    byTextVerdicts(text, set, options.multiple, () => isWrongAsked(text, options)) ??
    onlyText(text, set) ??
    concludedText(text, set) ??
    tied(text, set);
  return only === null ? nothing(reading) : settle(only, reading, options);
}

/** Tiers 3 to 6. */
function inferred(
  text: string,
  set: LabelSet,
  runs: readonly Placed[],
  options: ReadOptions,
): Found | null {
  if (runs.length === 0) return null;
  const { multiple } = options;
  const asksForWrong = isWrongAsked(text, options);
  return (
    named(text, runs, asksForWrong ? 'wrong' : 'right', multiple) ??
    byVerdicts(text, set, runs, { multiple, asksForWrong }) ??
    (multiple && !asksForWrong ? byContrast(set, runs) : null) ??
    single(text, runs, multiple) ??
    named(text, runs, asksForWrong ? 'right' : 'wrong', multiple)
  );
}

function isWrongAsked(text: string, options: ReadOptions): boolean {
  return options.asksForWrong() || SAYS_WRONG_IS_ASKED.test(text);
}

/** 「题目要求选出错误的一项」, in the answer itself. */
const SAYS_WRONG_IS_ASKED =
  /(?:题[目干]?|要求)[^。;\n]{0,8}(?:要求|问|让|要|求|选)[^。;\n]{0,10}(?:不正确|错误|有误|不属于|不符合|不恰当|不合适|不可能|不包括|不是|不当)[^。;\n]{0,6}(?:的|选项|一项|项)|选非题|选出?(?:其中)?(?:不正确|错误|有误|不属于|不符合)[^。;\n]{0,8}(?:项|的)/;

function nothing(reading: Reading): ChoiceReading {
  return { status: 'unparsed', indices: [], rule: null, range: null, reading };
}

function settle(found: Found, reading: Reading, { multiple }: ReadOptions): ChoiceReading {
  const indices = [...found.indices].toSorted((a, b) => a - b);
  const open = found.alternatives === true && indices.length > 1;
  return {
    status: open || (!multiple && indices.length > 1) ? 'invalid_multiple' : 'ok',
    indices,
    rule: found.rule,
    range: { start: found.start, end: found.end },
    reading,
  };
}

/** Labels looked at in one answer: some at its head, the rest at its end, where answers stand. */
const MAX_RUNS = { head: 100, tail: 3900 } as const;

function placedRuns(text: string, set: LabelSet, options: ReadOptions): Placed[] {
  const labels = runsOf(text, set, options.multiple);
  const all = labels.length > 0 ? labels : joinedRuns(text, ordinalRuns(text, set));
  const runs =
    all.length <= MAX_RUNS.head + MAX_RUNS.tail
      ? all
      : [...all.slice(0, MAX_RUNS.head), ...all.slice(-MAX_RUNS.tail)];
  const placed = runs.map((run) => ({ ...run, stance: stanceOf(text, set, run) }));
  return placed.map((run, i) => {
    if (isAlternative(text, placed[i - 1], run)) return { ...run, stance: 'supposes' };
    return opensWalk(text, run, placed[i + 1]) ? { ...run, stance: walkStance(text, run) } : run;
  });
}

/** 「选A还是选B」 asks about both. */
function isAlternative(text: string, previous: Placed | undefined, run: Placed): boolean {
  return (
    run.stance === 'decides' &&
    previous?.stance === 'supposes' &&
    run.start - previous.end < 16 &&
    /^[^。;\n]{0,6}还是\s*(?:选择?|填)?\s*$/.test(text.slice(previous.end, run.start))
  );
}

const BEGINS_LINE = /\n[\s>\-•([【]*$/;

/** The first of lines that take the options in turn, below 「不正确的一项：」 or 「答案分析：」. */
function opensWalk(text: string, run: Placed, next: Placed | undefined): boolean {
  if (run.stance !== 'names' && run.stance !== 'names-wrong' && run.stance !== 'decides')
    return false;
  if (next === undefined || next.indices.join() === run.indices.join()) return false;
  if (!BEGINS_LINE.test(text.slice(Math.max(0, run.start - 8), run.start))) return false;
  if (!BEGINS_LINE.test(text.slice(Math.max(run.end, next.start - 8), next.start))) return false;
  return verdictOf(lineRest(text, run)) !== 'none';
}

function walkStance(text: string, run: Placed): Stance {
  const verdict = verdictOf(lineRest(text, run));
  return verdict === 'none' ? run.stance : verdict;
}

function lineRest(text: string, run: Run): string {
  return /^[^\n。;]*/.exec(text.slice(run.end, run.end + 160))?.[0] ?? '';
}

/** Tiers 3 and 6. Of several wrong ones only 「错误的是B、D」 is a list of them. */
function named(
  text: string,
  runs: readonly Placed[],
  side: 'right' | 'wrong',
  multiple: boolean,
): Found | null {
  const run = runs.findLast((r) =>
    side === 'right'
      ? r.stance === 'names'
      : multiple
        ? r.stance === 'names-wrong'
        : isException(r),
  );
  if (run === undefined) return null;
  const { start, end, alternatives } = run;
  // 「A是正确答案。B也是正确答案。」
  const first = /^(?:选?项)?也/.test(text.slice(run.end, run.end + 4))
    ? runs.findLast((r) => r.stance === run.stance && r.start < run.start)
    : undefined;
  const indices = [...new Set([...(first?.indices ?? []), ...run.indices])];
  return { indices, rule: `named-${side}`, start, end, alternatives };
}

/** Before a letter that names something of the question's own: 点D, A球 is another matter. */
const NOUN_BEFORE = /(?:[点线面角圆边球图车站村]|集合|物质|元素|过|在|设|连接?)\s*$/;

function isOneOf(run: Run, other: Run): boolean {
  return run.indices.some((i) => other.indices.includes(i));
}

/** 「照相机成的像是A，投影仪成的像是B」: several things are each one of the options. */
function isPredicate(text: string, run: Placed): boolean {
  const before = text.slice(Math.max(0, run.start - 6), run.start);
  return run.stance === 'none' && /(?:是|为|属于|对应|启动)(?:选项)?\s*$/.test(before);
}

/** Tier 5: the only option that is set apart, and not denied afterwards. */
function single(text: string, runs: readonly Placed[], multiple: boolean): Found | null {
  const apart = runs.filter(
    ({ stance, indices }) => stance === 'singles' && (multiple || indices.length === 1),
  );
  const run = apart.at(-1);
  if (run === undefined || apart.some((r) => r.indices.join() !== run.indices.join())) return null;
  if (runs.some((r) => !isOneOf(r, run) && isPredicate(text, r))) return null;
  const denied = runs.some((r) => r.stance === 'denies' && r.start > run.start && isOneOf(r, run));
  if (
    denied ||
    runs.some(
      (r) => isOneOf(r, run) && NOUN_BEFORE.test(text.slice(Math.max(0, r.start - 3), r.start)),
    )
  ) {
    return null;
  }
  const { indices, start, end, alternatives } = run;
  return { indices, rule: 'single', start, end, alternatives };
}
