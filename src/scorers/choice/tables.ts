import type { Run } from './runs.ts';
import { type Verdict, verdictOf } from './verdict-words.ts';

/** Longest row looked at; more is no table of options. */
const MAX_ROW = 800;

/** The rows of Markdown tables that begin with a label, by the run they begin with. */
export function tableVerdicts(
  text: string,
  runs: readonly Run[],
): ReadonlyMap<Run, Verdict> | null {
  if (!/(?:^|\n)[ \t]*\|/.test(text)) return null;
  const verdicts = new Map<Run, Verdict>();
  let header: readonly string[] = [];
  let previousEnd = -2;
  let next = 0;
  for (const match of text.matchAll(/(?<=^|\n)[ \t]*\|[^\n]*/g)) {
    const start = match.index;
    const end = start + match[0].length;
    const row = match[0].slice(0, MAX_ROW);
    if (previousEnd + 1 !== start) header = cellsOf(row);
    previousEnd = end;
    while (next < runs.length && (runs[next] as Run).start < start) next++;
    const run = runs[next];
    if (run === undefined || run.start >= end) continue;
    const lead = LEAD.exec(text.slice(start, Math.min(run.start, start + MAX_ROW)));
    if (lead === null) continue;
    const column = lead[1] === undefined ? 0 : 1;
    verdicts.set(run, rowVerdict(cellsOf(row), header, column));
  }
  return verdicts;
}

const ANSWERS = /^(?:最终|正确|参考|我的)?(?:答案|选择)$/;

/** The label that is the cell of a column of answers, where the table has one row: `| 1 | C |`. */
export function answerCell(text: string, runs: readonly Run[]): Run | null {
  if (!/答案|选择/.test(text)) return null;
  const rows = [...text.matchAll(/(?<=^|\n)[ \t]*\|[^\n]*/g)].slice(0, 4);
  const [head, rule, row] = rows;
  if (rows.length !== 3 || head === undefined || rule === undefined || row === undefined)
    return null;
  if (!/^[\s|:-]+$/.test(rule[0])) return null;
  const column = cellsOf(head[0].slice(0, MAX_ROW)).findIndex((cell) => ANSWERS.test(cell));
  const cells = row[0].slice(0, MAX_ROW).split('|');
  const cell = cells[column + 1];
  if (column < 0 || cell === undefined) return null;
  const start = row.index + cells.slice(0, column + 1).join('|').length + 1;
  const run = runs.find((r) => r.start >= start && r.end <= start + cell.length);
  return run !== undefined && /^[\s([【]*$/.test(text.slice(start, run.start)) ? run : null;
}

/** Before the label of a row: nothing, or a cell with the number of the row. */
const LEAD = /^\s*\|(\s*\d{1,2}\s*\|)?[\s([【]*(?:选项)?\s*$/;

function cellsOf(row: string): string[] {
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

function rowVerdict(cells: readonly string[], header: readonly string[], column: number): Verdict {
  const found: { verdict: Verdict; decisive: boolean }[] = [];
  for (let i = column + 1; i < cells.length; i++) {
    const title = header[i] ?? '';
    const verdict = cellVerdict(cells[i] ?? '', title);
    if (verdict !== 'none') found.push({ verdict, decisive: ASKS.test(title) });
  }
  const decisive = found.filter((one) => one.decisive);
  const counted = decisive.length > 0 ? decisive : found;
  const [first] = counted;
  // Columns that disagree and do not say what they are about tell properties apart, not options.
  return first !== undefined && counted.every(({ verdict }) => verdict === first.verdict)
    ? first.verdict
    : 'none';
}

/** The title of a column of verdicts. */
const ASKS =
  /是否(?:为)?(?:正确|符合|成立|当选|应?选|合适|恰当|满足|排除|错误|有误)|判断|判定|结论|对错|正误|正确(?:与否|性)|\b(?:correct|verdict|judge?ment)\b/i;

const ASKS_FOR_FAULT = /是否(?:应该?)?(?:排除|错误|有误)/;

const YES = /^(?:是|yes|true|y)$/i;
const NO = /^(?:否|不是|no|false|n)$/i;
const TICK = /^[√✓✔☑✅]/;
const CROSS = /^[×✗✘❌✖]/;
const OPENS_YES =
  /^(?:正确|对|相?符合?(?:题意|要求|条件)?|吻合|一致|成立|可选|当选|应选|选|correct|right)(?=$|[\s,。;:!(—√✓✔✅])/i;
const OPENS_NO =
  /^(?:不(?:正确|对|相?符合?(?:题意|要求|条件)?|吻合|一致|成立|选|当选|合适|恰当|满足)|错误?|有误|排除|wrong|incorrect)(?=$|[\s,。;:!(—×✗✘❌✖])/i;

function cellVerdict(cell: string, title: string): Verdict {
  const bare = YES.test(cell) || NO.test(cell);
  // 「是」 under 「是否含碳」 is about carbon.
  if (bare && !ASKS.test(title)) return 'none';
  if (bare || TICK.test(cell) || CROSS.test(cell)) {
    const yes = YES.test(cell) || TICK.test(cell);
    return yes !== ASKS_FOR_FAULT.test(title) ? 'affirms' : 'denies';
  }
  if (OPENS_NO.test(cell)) return 'denies';
  return OPENS_YES.test(cell) ? 'affirms' : verdictOf(cell);
}
