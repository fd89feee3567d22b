import { type Reading, readingOf, without } from '../../text/index.ts';
import { type Found, given, type Placed, type Undecided, unconditional } from './decisions.ts';
import { polarityOf, readVerdict } from './judgement.ts';
import type { LabelSet } from './label-set.ts';
import { isDeclined, leavesOpen } from './openness.ts';
import { isShort, optionTextRuns } from './option-text.ts';
import { joinedRuns, type Run, runsOf } from './runs.ts';
import { isSubject, type Stance, stanceOf, verdictOf } from './stance.ts';

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

/** Emphasis, struck-out text, TeX dollars and text commands: they wrap labels and mean nothing. */
const MARKUP =
  /~~[^~\n]{1,200}~~|<del>[^<\n]{1,200}<\/del>|[*`$]|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])|\\(?:text(?:bf|rm|it|sf|tt)?|math(?:rm|bf|sf|it)|boldsymbol|bf|rm)\s*\{?|\\[()[\]]|<\/?(?:b|strong|em|i|u)>/g;
const MARKUP_HINT = /[*`$_~\\<]/;

/** The text of an answer as the choice reader sees it. */
export function choiceReading(answer: string): Reading {
  const reading = plainBrackets(readingOf(answer));
  return MARKUP_HINT.test(reading.text) ? without(reading, MARKUP) : reading;
}

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
  /** The question asks for the wrong one: 下列说法错误的是. */
  readonly asksForWrong: boolean;
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
 * 5. the one that is said to be wrong, where nothing is said to be right;
 * 6. the only option whose text occurs.
 * What is negated, supposed or asked settles nothing, and nothing is ever guessed.
 */
export function readChoice(answer: string, set: LabelSet, options: ReadOptions): ChoiceReading {
  const reading = choiceReading(answer);
  const { text } = reading;
  const polarity = polarityOf(set);
  const byWord = polarity !== null && set.kind === 'word';
  const runs = byWord ? [] : placedRuns(text, set, options);
  const found =
    given(text, set, runs, options.multiple) ??
    (polarity === null ? givenText(text, set, options.multiple) : null) ??
    named(runs, options.asksForWrong ? 'wrong' : 'right', options.multiple) ??
    byVerdicts(text, set, runs, options) ??
    named(runs, options.asksForWrong ? 'right' : 'wrong', options.multiple);
  if (found !== null && 'undecided' in found) return nothing(reading);
  if (found !== null) return settle(found, reading, options);
  if (polarity !== null) {
    const verdict = readVerdict(text);
    if (verdict === null) return nothing(reading);
    const index = verdict.yes ? polarity.yes : polarity.no;
    return settle({ ...verdict, indices: [index] }, reading, options);
  }
  const only = onlyText(text, set);
  return only === null ? nothing(reading) : settle(only, reading, options);
}

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
  const all = runsOf(text, set, options.multiple);
  const runs =
    all.length <= MAX_RUNS.head + MAX_RUNS.tail
      ? all
      : [...all.slice(0, MAX_RUNS.head), ...all.slice(-MAX_RUNS.tail)];
  return runs.map((run) => ({ ...run, stance: stanceOf(text, set, run) }));
}

/** Tier 2. */
function givenText(text: string, set: LabelSet, multiple: boolean): Found | Undecided | null {
  const texts = optionTextRuns(text, set);
  const runs = multiple ? joinedRuns(text, texts) : texts;
  const placed = runs.map((run, at) => ({ run, at, stance: stanceOf(text, set, run) }));
  const decisions = placed.filter(({ run, stance }) => stance === 'decides' || isWhole(text, run));
  const plain = unconditional(
    text,
    decisions,
    placed.map(({ run, stance }) => ({ ...run, stance })),
  );
  if (plain === null) return { undecided: true };
  const last = plain.at(-1);
  if (last === undefined) return null;
  const { indices, start, end, alternatives } = last.run;
  const found = { indices, rule: 'option-text-marker', start, end, alternatives };
  const previous = runs[last.at - 1];
  if (previous === undefined || !leavesOpen(text, previous, last.run)) return found;
  return { ...found, indices: [...new Set([...previous.indices, ...indices])], alternatives: true };
}

function isWhole(text: string, run: Run): boolean {
  return (
    /^[\s"'“(【[]*$/.test(text.slice(0, run.start)) &&
    /^[\s"'”)】\]。.!,;]*$/.test(text.slice(run.end, run.end + 40)) &&
    text.length - run.end <= 40
  );
}

/** Tiers 3 and 5. Of several wrong ones only 「错误的是B、D」 is a list of them. */
function named(runs: readonly Placed[], side: 'right' | 'wrong', multiple: boolean): Found | null {
  const run = runs.findLast((r) =>
    side === 'right'
      ? r.stance === 'names'
      : multiple
        ? r.stance === 'names-wrong'
        : isException(r),
  );
  if (run === undefined) return null;
  const { indices, start, end, alternatives } = run;
  return { indices, rule: `named-${side}`, start, end, alternatives };
}

/** One option that is said to be the wrong one. */
function isException(run: Placed): boolean {
  const { stance } = run;
  const wrong = stance === 'names-wrong' || stance === 'only-wrong' || stance === 'excepts';
  return wrong && run.indices.length === 1;
}

/** Tier 4. */
function byVerdicts(
  text: string,
  set: LabelSet,
  runs: readonly Placed[],
  options: ReadOptions,
): Found | null {
  const verdicts = new Map<number, 'affirms' | 'denies'>();
  let place: Run | null = null;
  const wanted = options.asksForWrong ? 'denies' : 'affirms';
  for (const [i, run] of runs.entries()) {
    let stance: Stance = run.stance;
    if (stance === 'none' && !run.weak && isSubject(text, run.start)) {
      const end = Math.min(runs[i + 1]?.start ?? text.length, run.end + 160);
      stance = verdictOf(text.slice(run.end, end).split(/[。;\n]/, 1)[0] ?? '');
    }
    if (stance !== 'affirms' && stance !== 'denies') continue;
    for (const index of run.indices) verdicts.set(index, stance);
    if (stance === wanted) place = run;
  }
  const indices = [...verdicts].filter(([, v]) => v === wanted).map(([index]) => index);
  if (indices.length === 0 || place === null) return null;
  // Several right ones and one exception: 「A、B、C都正确，只有D错误」 answers by the exception, and
  // where that is not said in so many words, it may, so that nothing is settled.
  const exceptions = [...verdicts.values()].filter((verdict) => verdict !== wanted).length;
  const byException = exceptions === 1 && indices.length + 1 === set.options.length;
  if (!options.multiple && indices.length > 1 && (byException || runs.some(isException)))
    return null;
  return { indices, rule: 'verdicts', start: place.start, end: place.end };
}

/** Tier 6: exactly one option's text occurs, and nothing takes it back. */
function onlyText(text: string, set: LabelSet): Found | null {
  const runs = optionTextRuns(text, set).filter((run) => {
    const stance = stanceOf(text, set, run);
    return stance !== 'denies' && stance !== 'supposes';
  });
  const last = runs.at(-1);
  if (last === undefined || new Set(runs.flatMap((run) => run.indices)).size !== 1) return null;
  if (runs.some((run) => isDeclined(text, run))) return null;
  if (isShort(set.options[last.indices[0] ?? 0]?.text ?? '')) return null;
  return { indices: last.indices, rule: 'option-text', start: last.start, end: last.end };
}
