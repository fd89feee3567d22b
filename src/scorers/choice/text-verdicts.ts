import type { Found } from './decisions.ts';
import type { LabelSet } from './label-set.ts';
import { optionTextRuns } from './option-text.ts';
import { tableVerdicts } from './tables.ts';
import { type Verdict, verdictOf } from './verdict-words.ts';

/** Before an option's text that begins a line: bullets, a number, the edge of a table. */
const LEAD = /^[\s>#\-•*|([【"“]*(?:\d{1,2}[.、)]\s*)?(?:[√✓✔☑✅×✗✘❌✖]\s*)?$/;

/** Lines looked at; options are tried one to a line, at the end of what is said of them. */
const MAX_LINE = 240;

/**
 * A list that tries every option by its text, one to a line, and says of each whether it will do:
 * `- 8 Ω → 1.5 A，符合 ✅`. Every option must have its line, and one line only.
 */
export function byTextVerdicts(
  text: string,
  set: LabelSet,
  multiple: boolean,
  asksForWrong: () => boolean,
): Found | null {
  if (set.options.length < 2 || !text.includes('\n')) return null;
  const runs = optionTextRuns(text, set);
  if (runs.length < set.options.length) return null;
  const rows = tableVerdicts(text, runs);
  const lines = new Map<number, { verdict: Verdict; start: number; end: number }>();
  for (const run of runs) {
    const { indices, start, end } = run;
    const line = text.lastIndexOf('\n', start - 1) + 1;
    const lead = text.slice(line, start);
    if (lead.length > 16 || !LEAD.test(lead)) continue;
    const index = indices[0] ?? 0;
    if (lines.has(index)) return null;
    const rest = text.slice(end, end + MAX_LINE).split('\n', 1)[0] ?? '';
    lines.set(index, { verdict: rows?.get(run) ?? lineVerdict(lead, rest), start, end });
  }
  if (lines.size < set.options.length) return null;
  if ([...lines.values()].some(({ verdict }) => verdict === 'none')) return null;
  const wanted = asksForWrong() ? 'denies' : 'affirms';
  const chosen = [...lines].filter(([, { verdict }]) => verdict === wanted);
  const [first] = chosen;
  if (first === undefined || (!multiple && chosen.length > 1)) return null;
  const { start, end } = (chosen.at(-1) ?? first)[1];
  return { indices: chosen.map(([index]) => index), rule: 'text-verdicts', start, end };
}

/** The mark before the option counts with what is said behind it; where they differ, neither does. */
function lineVerdict(lead: string, rest: string): Verdict {
  const said = verdictOf(rest);
  const mark = verdictOf(lead);
  if (mark === 'none' || said === mark) return said;
  return said === 'none' ? mark : 'none';
}
