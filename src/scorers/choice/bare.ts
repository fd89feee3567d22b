import type { LabelSet } from './label-set.ts';
import { type Run, skipOwnText } from './runs.ts';
import { verdictOf } from './verdict-words.ts';

/** A line, as far as labels matter: what it begins with and whether anything else is on it. */
interface Line {
  readonly start: number;
  readonly end: number;
  /** The run that the line begins with. */
  readonly run: Run | null;
  /** The line holds its run and nothing else but brackets and the option's own text. */
  readonly bare: boolean;
}

/** A run that is an answer by its place, and the rule that says so. */
export interface Bare {
  readonly run: Run;
  readonly rule: 'whole' | 'head' | 'line' | 'bracketed';
}

/**
 * Runs that are an answer by standing alone: the whole answer, a line of its own, the head of an
 * answer that goes on to explain it, or 【B】. Lines that list the options side by side are not.
 */
export function bareRuns(text: string, set: LabelSet, runs: readonly Run[]): Bare[] {
  // A sum that stands alone may be a formula: `A+C`.
  const labels = runs.filter(
    (run) => !/[+&]/.test(text.slice(run.start, run.end)) && !isEcho(text, set, run),
  );
  const lines = linesOf(text, set, labels);
  const heading = isAloneAbove(text, lines) ? (lines[0]?.run ?? null) : null;
  if (heading !== null) return [{ run: heading, rule: 'head' }];
  const whole = wholeList(lines, set);
  if (whole !== null) return [{ run: whole, rule: 'whole' }];
  const found: Bare[] = [];
  for (const run of labels) if (isBracketed(text, run)) found.push({ run, rule: 'bracketed' });
  let aside = false;
  for (const [i, { start, end, run, bare }] of lines.entries()) {
    if (run === null) {
      aside = SETS_ASIDE.test(text.slice(start, Math.min(end, start + 40)));
      continue;
    }
    if (aside) continue;
    if (i === 0 && bare && isHeading(text, lines)) {
      found.push({ run, rule: 'head' });
      continue;
    }
    if (isAloneBelow(text, lines, i)) {
      found.push({ run, rule: 'line' });
      continue;
    }
    // Neighbours that begin with other labels: a walk through the options, not an answer.
    if (isOther(run, lines[i - 1]?.run) || isOther(run, lines[i + 1]?.run)) continue;
    if (bare) found.push({ run, rule: i === 0 ? 'head' : 'line' });
    else if (i === 0 && isHead(text, set, run) && !opensInlineWalk(text, set, labels))
      found.push({ run, rule: 'head' });
  }
  return found;
}

/** All options with their texts, or again and again, are the question's own. */
function isEcho(text: string, set: LabelSet, { indices, start, end }: Run): boolean {
  const count = set.options.length;
  if (indices.length < count || count < 3) return false;
  const written = text.slice(start, end);
  const first = set.options[0]?.text ?? '';
  if (first !== '' && written.includes(first)) return true;
  return (written.match(set.pattern)?.join('').length ?? 0) > indices.length * 2 - 1;
}

/** A heading of options that are not the answer: 「错误选项：」. */
const SETS_ASIDE =
  /^[\s#>•\-【(\d.、]*(?:错误|不正确|不选|不当选|排除|不符合|干扰|其他|其余)[^\n,。]{0,14}[:】]?\s*$/;

/** A first line that is the answer, and below it only the others: bulleted, or said to be wrong. */
function isHeading(text: string, lines: readonly Line[]): boolean {
  const [first, ...rest] = lines;
  const own = first?.run;
  if (own === undefined || own === null || isBulleted(text, first as Line)) return false;
  const items = rest.filter((line) => line.run !== null);
  return (
    items.length > 0 &&
    items.every(
      (line) =>
        (isBulleted(text, line) || isDenied(text, line)) &&
        !(line.run?.indices ?? []).some((i) => own.indices.includes(i)),
    )
  );
}

/** Only a label, above lines that each say something of an option, the same one among them. */
function isAloneAbove(text: string, lines: readonly Line[]): boolean {
  const [first, ...rest] = lines;
  const own = first?.run;
  if (own === undefined || own === null || !isAlone(text, first as Line)) return false;
  const items = rest.filter((line) => line.run !== null);
  if (items.length < 2 || items.some((line) => isAlone(text, line))) return false;
  const next = items[0]?.run?.indices[0] ?? 0;
  // `A⏎B. 乙⏎C. 丙` may be the options themselves; in any other order they begin anew.
  return next !== (own.indices.at(-1) ?? 0) + 1 || items.every((line) => !line.bare);
}

/** Only a label, at the end, below lines that each say something of an option. */
function isAloneBelow(text: string, lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (at === 0 || at !== lines.length - 1 || !isAlone(text, line as Line)) return false;
  const above = lines[at - 1];
  const previous = above?.run?.indices.at(-1);
  if (previous === undefined || isAlone(text, above as Line)) return false;
  // `C. 丙⏎D` may be options that break off.
  return (line?.run?.indices[0] ?? 0) !== previous + 1;
}

/** A line with nothing but its label. */
function isAlone(text: string, { start, end, run }: Line): boolean {
  if (run === null) return false;
  return (
    ALONE_BEFORE.test(text.slice(start, run.start)) &&
    ALONE_AFTER.test(text.slice(run.end, Math.min(end, run.end + 8)))
  );
}

const ALONE_BEFORE = /^[\s>#(["“「『【]*$/;
const ALONE_AFTER = /^(?:选?项)?[)\]】”」』".。!\s]*$/;

function isBulleted(text: string, line: Line): boolean {
  return /^\s*[-•]/.test(text.slice(line.start, line.start + 16));
}

function isDenied(text: string, line: Line): boolean {
  const said = text.slice(line.start, Math.min(line.end, line.start + 200));
  return verdictOf(said.split(/[。;]/, 1)[0] ?? '') === 'denies';
}

/** All lines are bare: one list of labels. All options with their texts are only an echo. */
function wholeList(lines: readonly Line[], set: LabelSet): Run | null {
  const [first] = lines;
  if (first === undefined || first.run === null || !lines.every((line) => line.bare)) return null;
  if (lines.length === 1) return first.run;
  const indices = [...new Set(lines.flatMap((line) => line.run?.indices ?? []))];
  const echo = indices.length === set.options.length && lines.length === indices.length;
  const last = lines.at(-1)?.run ?? first.run;
  return echo && lines.length > 2 ? null : { ...first.run, indices, end: last.end };
}

/** Lines looked at: some at the head, the rest at the end; those between are one that says nothing. */
const MAX_LINES = { head: 500, tail: 4000 } as const;

/** Where the last lines begin; 0 where an answer has so few that all are looked at. */
function tailStart(text: string): number {
  let at = text.length;
  for (let n = 0; n < MAX_LINES.head + MAX_LINES.tail; n++) {
    at = at <= 0 ? -1 : text.lastIndexOf('\n', at - 1);
    if (at < 0) return 0;
  }
  at = text.length;
  for (let n = 0; n < MAX_LINES.tail; n++) at = text.lastIndexOf('\n', at - 1);
  return at + 1;
}

function linesOf(text: string, set: LabelSet, runs: readonly Run[]): Line[] {
  const lines: Line[] = [];
  const tail = tailStart(text);
  let next = 0;
  for (let start = 0, count = 0; start < text.length; count++) {
    if (count === MAX_LINES.head && start < tail) {
      lines.push({ start, end: tail - 1, run: null, bare: false });
      start = tail;
    }
    const first = lineEnd(text, start);
    while (next < runs.length && (runs[next] as Run).start < start) next++;
    const candidate = runs[next];
    const begins = candidate !== undefined && beginsLine(text, start, candidate.start);
    const run = begins ? candidate : null;
    // A run over several lines (A⏎C) is one statement.
    const end = run === null ? first : Math.max(first, lineEnd(text, run.end));
    if (text.slice(start, end).trim() !== '') {
      lines.push({ start, end, run, bare: run !== null && isBare(text, set, run, end) });
    }
    start = end + 1;
  }
  return lines;
}

function lineEnd(text: string, at: number): number {
  const newline = text.indexOf('\n', at);
  return newline < 0 ? text.length : newline;
}

const LEAD =
  /^[\s>#\-•(["'“‘「『【《{✅☑✔✓√👉➡]*(?:\d{1,2}[.、)]\s*)?(?:选项|options?\s)?[\s([【]*$/iu;

function beginsLine(text: string, line: number, at: number): boolean {
  return at >= line && at - line <= 16 && LEAD.test(text.slice(line, at));
}

function isBare(text: string, set: LabelSet, run: Run, end: number): boolean {
  const after = text.slice(run.end, Math.min(end, run.end + 120 + textLength(set, run)));
  const tail = after.slice(skipOwnText(after, set, run));
  return (
    /^(?:\s*这?[两二三四五六](?:个|项|者)(?:选项)?|\s*选?项)?[)\]】》}」』”’"'.。,;:!、\s]*$/.test(
      tail,
    ) && run.end + after.length >= end
  );
}

function textLength(set: LabelSet, run: Run): number {
  return set.options[run.indices.at(-1) ?? 0]?.text.length ?? 0;
}

function isOther(run: Run, neighbour: Run | null | undefined): boolean {
  return (
    neighbour !== null &&
    neighbour !== undefined &&
    !neighbour.indices.every((i) => run.indices.includes(i))
  );
}

const HEAD_END =
  /^[)\]】}」』”’"']*(?:\s*选?项)?\s*(?:[.。,;:!、(…—]|因为|由于|理由|原因|解析|\bbecause\b|\bsince\b)/i;

/** `B。因为…` and `B. 36 千克 …`; not `A. 混淆概念，错误。`, which begins a walk through the options. */
function isHead(text: string, set: LabelSet, run: Run): boolean {
  if (run.weak) return false;
  const after = text.slice(run.end, run.end + 120 + textLength(set, run));
  if (!HEAD_END.test(after)) return isQuoted(after, set, run);
  if (!/^[)\]】}]*[.:、]/.test(after)) return true;
  return verdictOf(after.split(/[。;\n]/, 1)[0] ?? '') !== 'denies';
}

/** The first of several labels that are taken in turn on one line, or judged, or set aside as a list. */
function opensInlineWalk(text: string, set: LabelSet, [run, next]: readonly Run[]): boolean {
  if (run === undefined || next === undefined) return false;
  if (isJudged(text, run)) return true;
  const between = text.slice(run.end, Math.min(next.start, run.end + 8));
  // `A, B and D are ruled out` is a list; `A，B、C、D都错` gives A and names all the rest.
  const rest = next.indices.filter((i) => !run.indices.includes(i)).length;
  if (/^,\s*$/.test(between) && run.end + between.length === next.start && rest > 1)
    return rest + run.indices.length < set.options.length;
  // `A：缺氧。B：…` takes them in order; `B. 长江。A. …` gives B first.
  const mark = /^[.:、]/.exec(between)?.[0];
  if (mark === undefined || text[next.end] !== mark || run.indices.join() !== '0') return false;
  if (next.indices.join() !== '1') return false;
  const said = text.slice(run.end, next.start);
  return /[。;,\s]$/.test(said) || skipOwnText(said, set, run) === said.length;
}

/** `A(对),B(错)` begins a walk through the options. */
function isJudged(text: string, run: Run): boolean {
  return /^[)\]】}]*(?:选?项)?\s*[(:、.,]?\s*(?:对|错|正确|错误|[√✓✔☑✅×✗✘❌✖])[)\s]*(?:$|[,。;\n]|(?<=[)\s])[A-Z①-⑳甲乙丙丁])/.test(
    text.slice(run.end, run.end + 16),
  );
}

/** `(D) 黄梅戏。《天仙配》是……`: the option itself is the first sentence. */
function isQuoted(after: string, set: LabelSet, run: Run): boolean {
  const option = textLength(set, run);
  const own = skipOwnText(after, set, run);
  return option > 0 && own > option && /^\s*。/.test(after.slice(own));
}

/** 【B】 at the end of a clause, with nothing else inside. */
function isBracketed(text: string, run: Run): boolean {
  return (
    /【\s*$/.test(text.slice(Math.max(0, run.start - 4), run.start)) &&
    /^\s*】[\s。.!]*(?:$|\n)/.test(text.slice(run.end, run.end + 8))
  );
}
