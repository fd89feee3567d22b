import type { Found, Placed } from './decisions.ts';
import type { LabelSet } from './label-set.ts';
import type { Run } from './runs.ts';
import { withoutOpeners } from './stance.ts';
import { BOUNDARY, FRESH_LINE, MAYBE_WORD } from './stance-words.ts';
import { tableVerdicts } from './tables.ts';
import { selectionOf, type Verdict, verdictOf, withoutSelection } from './verdict-words.ts';

export interface VerdictOptions {
  readonly multiple: boolean;
  /** The question asks for the wrong one: 下列说法错误的是. */
  readonly asksForWrong: boolean;
}

/** One run with a verdict on it. */
interface Judged {
  readonly run: Run;
  readonly verdict: Verdict;
  /** 「当选」 and 「不符合题意」 are about the answer. */
  readonly selects: boolean;
  /** It is right but not to be chosen, or the other way round. */
  readonly reversed: boolean;
}

/** Verdicts on the options one by one: A错误，B正确; rows of a table; marks before or behind. */
export function byVerdicts(
  text: string,
  set: LabelSet,
  runs: readonly Placed[],
  options: VerdictOptions,
): Found | null {
  const judged = judge(text, runs);
  // Where right and wrong are one thing and to be chosen another, only the latter is an answer.
  if (judged.some(({ reversed }) => reversed)) {
    const selected = judged.filter(({ selects }) => selects);
    if (selected.some(({ verdict }) => verdict === 'affirms')) {
      return settled(text, set, selected, runs, { ...options, asksForWrong: false });
    }
  }
  return settled(text, set, judged, runs, options);
}

function judge(text: string, runs: readonly Placed[]): Judged[] {
  const rows = tableVerdicts(text, runs);
  const judged: Judged[] = [];
  for (const [i, run] of runs.entries()) {
    const row = rows?.get(run);
    const end = Math.min(runs[i + 1]?.start ?? text.length, run.end + 160);
    const one = row === undefined ? judgeRun(text, run, end) : verdictOn(run, row);
    if (one !== null && one.verdict !== 'none') judged.push(one);
  }
  return judged;
}

function verdictOn(run: Run, verdict: Verdict): Judged {
  return { run, verdict, selects: false, reversed: false };
}

function judgeRun(text: string, run: Placed, end: number): Judged | null {
  const { stance } = run;
  if (stance !== 'affirms' && stance !== 'denies' && stance !== 'none') return null;
  if (SUPPOSED.test(text.slice(Math.max(0, run.start - 24), run.start))) return null;
  const mark = markBefore(text, run);
  if (mark !== 'none') return verdictOn(run, mark);
  if (stance === 'none' && (run.weak || !isSubject(text, run.start))) return null;
  // What is said of the others is not said of this one: 「A入选，其余落选」.
  const segment = text.slice(run.end, end).split(/[。;\n]|[其剩][余他它下]|余下|另外/, 1)[0] ?? '';
  if (stance === 'none' && ASKED.test(segment)) return null;
  const said = stance === 'none' ? verdictOf(segment) : stance;
  const selection = selectionOf(segment);
  if (selection !== 'none') {
    const truth = verdictOf(withoutSelection(segment));
    const reversed = truth !== 'none' && truth !== selection;
    return { run, verdict: selection, selects: true, reversed };
  }
  if (said !== 'affirms' || !isHedged(text, run, segment)) return verdictOn(run, said);
  // 「可能A对，也可能不对」 says nothing.
  return MAYBE_NOT.test(segment) ? null : verdictOn(run, 'hedges');
}

function settled(
  text: string,
  set: LabelSet,
  judged: readonly Judged[],
  runs: readonly Placed[],
  { multiple, asksForWrong }: VerdictOptions,
): Found | null {
  const verdicts = new Map<number, Verdict>();
  for (const { run, verdict } of judged) {
    for (const index of run.indices) verdicts.set(index, verdict);
  }
  const wanted = asksForWrong ? 'denies' : 'affirms';
  const plain = indicesWith(verdicts, wanted);
  if (plain.length === 0) return asksForWrong ? null : hedgedOnes(verdicts, judged);
  const place = judged.findLast(({ run, verdict }) => {
    return verdict === wanted && run.indices.some((i) => verdicts.get(i) === wanted);
  })?.run;
  if (place === undefined) return null;
  const { start, end } = place;
  const also = judged.filter(
    ({ run, verdict }) => verdict === 'hedges' && ALSO.test(text.slice(run.start - 8, run.end + 8)),
  );
  if (also.length > 0 && !asksForWrong) {
    const indices = [...new Set([...plain, ...also.flatMap(({ run }) => run.indices)])];
    return { indices, rule: 'verdicts', start, end, alternatives: true };
  }
  // Several right ones and one exception: 「A、B、C都正确，只有D错误」 answers by the exception, and
  // where that is not said in so many words, it may, so that nothing is settled.
  const exceptions = [...verdicts.values()].filter((verdict) => verdict !== wanted).length;
  const byException = exceptions === 1 && plain.length + 1 === set.options.length;
  if (!multiple && plain.length > 1 && (byException || runs.some(isException))) return null;
  return { indices: plain, rule: 'verdicts', start, end };
}

/** A list of some options, where each of the others is denied: 「因素有A、B、E。…，C、D不选」. */
export function byContrast(set: LabelSet, runs: readonly Placed[]): Found | null {
  const denied = new Set(runs.filter((r) => r.stance === 'denies').flatMap((r) => r.indices));
  const rest = set.options.length - denied.size;
  const lists = runs.filter(({ stance }) => stance === 'none' || stance === 'singles');
  const list = lists.find(
    ({ indices }) => indices.length === rest && indices.every((i) => !denied.has(i)),
  );
  if (denied.size === 0 || rest < 2 || list === undefined) return null;
  const { indices, start, end, alternatives } = list;
  return { indices, rule: 'contrast', start, end, alternatives };
}

function indicesWith(verdicts: ReadonlyMap<number, Verdict>, wanted: Verdict): number[] {
  return [...verdicts].filter(([, verdict]) => verdict === wanted).map(([index]) => index);
}

/** One option that may be right is the answer; of several it is open which. */
function hedgedOnes(
  verdicts: ReadonlyMap<number, Verdict>,
  judged: readonly Judged[],
): Found | null {
  const hedging = judged.filter(({ verdict }) => verdict === 'hedges');
  const last = hedging.at(-1)?.run;
  if (last === undefined) return null;
  const { start, end } = last;
  const indices = indicesWith(verdicts, 'hedges');
  return { indices, rule: 'verdicts', start, end, alternatives: hedging.length > 1 };
}

/** One option that is said to be the wrong one. */
export function isException(run: Placed): boolean {
  const { stance } = run;
  const wrong = stance === 'names-wrong' || stance === 'only-wrong' || stance === 'excepts';
  return wrong && run.indices.length === 1;
}

const ALSO = /[也亦]/;

/** 「如果你觉得A对」: in the same clause. */
const SUPPOSED = /(?:如果|若(?!干)|假如|假设|要是|倘若|即使|就算)[^,。;!?\n则]*$/;

/** 「再看B是否更合适」 is no verdict. */
const ASKED = /是否|是不是|能否|对不对|\?|吗/;

const MAYBE_NOT = /[也又亦]有?可能(?:不|错|有误|是错)/;

/** 「可能A正确」 and 「A可能正确」; not 「A更可能正确」 nor 「A不可能正确」. */
function isHedged(text: string, run: Run, segment: string): boolean {
  const left = text.slice(Math.max(0, run.start - 10), run.start);
  const clause = left.slice(left.search(/[^,。;!?\n]*$/));
  return MAYBE_WORD.test(clause) || MAYBE_WORD.test(segment.slice(0, 24));
}

const MARK_BEFORE =
  /(?:^|\n)[\s\-•]*(?:([√✓✔☑✅]|\[[xX√✓]\])|[×✗✘❌✖]|\[ ?\])\s*(?:选项)?[\s([【]*$/;

/** A tick or a cross before the label that begins a line: `✅ A. 黄河`. */
function markBefore(text: string, run: Run): Verdict {
  const mark = MARK_BEFORE.exec(text.slice(Math.max(0, run.start - 12), run.start));
  if (mark === null) return 'none';
  return mark[1] === undefined ? 'denies' : 'affirms';
}

/** True when labels at this place can be the subject of a sentence. */
function isSubject(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 8), start);
  return FRESH_LINE.test(before) || BOUNDARY.test(withoutOpeners(before));
}
