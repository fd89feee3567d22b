import { isToolCall } from './remarks.ts';

/** Where a structured answer keeps its result, or `none` where it says that there is no result. */
export type Field = { readonly start: number; readonly end: number } | 'none' | null;

/** Names of the field with the result, best first: what answers, what results, what is valued. */
const RANKS: readonly RegExp[] = [
  /^(?:final_?answer|answer|ans|(?:最终|正确|参考)?答案)$/i,
  /^(?:final_?result|final|result|output|conclusion|(?:最终|计算)?结果|结论)$/i,
  /^(?:value|number|total|sum|count|数值|值|总[数价额计和]|合计|数量)$/i,
];
const JSON_KEY = /["']([A-Za-z_]{3,12}|\p{Script=Han}{1,4})["']\s{0,4}:\s{0,4}/gu;
const TAG = /<([A-Za-z_]{3,12}|[\p{Script=Han}]{1,4})>/gu;
/** Longest value looked at, in UTF-16 units. */
const MAX_VALUE = 600;
const MAX_KEYS = 200;
const NOTHING =
  /^[\s"']*(?:null|none|nan|n\/?a|unknown|无|未知|不确定|无法[^\d]*|不能[^\d]*)?[\s"']*$/i;

interface Entry {
  readonly rank: number;
  readonly start: number;
  readonly end: number;
}

/**
 * The field of a structured answer that holds its result: `"answer": 42`, `<final>28</final>`. Of
 * several of one rank the last counts; a value inside counts before what stands beside it. Steps,
 * explanations, confidence and codes never do.
 */
export function resultField(text: string): Field {
  const tagged = text.includes('</');
  if (!tagged && !/["']\s{0,4}:/.test(text)) return null;
  const found = bestIn(text, 0, text.length, tagged);
  // A call of a tool has results only where it names an answer.
  if (found?.rank !== 0 && isToolCall(text)) return null;
  if (found === null) return isRecord(text) ? 'none' : null;
  const written = text.slice(found.start, found.end);
  if (NOTHING.test(written)) return 'none';
  const inner = /[{<]/.test(written) ? bestIn(text, found.start, found.end, tagged) : null;
  const field = inner ?? found;
  return HAS_NUMBER.test(text.slice(field.start, field.end)) ? field : null;
}

/** A whole object of several numbers, none of them named as its result. */
function isRecord(text: string): boolean {
  if (
    text.length > MAX_VALUE ||
    /答案|answer/i.test(text) ||
    !/^\s*(?:json\s*)?\{[\s\S]*\}\s*$/i.test(text)
  )
    return false;
  return [...text.matchAll(/["']\s?:\s?["']?-?\d/g)].length > 1;
}

const HAS_NUMBER = /[\d一二三四五六七八九十两百千万零半½-¾⅐-⅞]/;

function bestIn(text: string, from: number, to: number, tagged: boolean): Entry | null {
  const part = text.slice(from, to);
  let best: Entry | null = null;
  const consider = (name: string, start: number, endOf: () => number): void => {
    const rank = RANKS.findIndex((names) => names.test(name));
    if (rank < 0 || (best !== null && rank > best.rank)) return;
    const end = endOf();
    // What lies inside the best field so far is a part of it.
    if (best !== null && rank !== best.rank && start < best.end) return;
    best = { rank, start: from + start, end: from + end };
  };
  for (const match of [...part.matchAll(JSON_KEY)].slice(-MAX_KEYS)) {
    const start = match.index + match[0].length;
    consider(match[1] ?? '', start, () => jsonEnd(part, start));
  }
  if (!tagged || best !== null) return best;
  for (const match of [...part.matchAll(TAG)].slice(-MAX_KEYS)) {
    const start = match.index + match[0].length;
    const close = part.slice(start, start + MAX_VALUE).indexOf(`</${match[1]}>`);
    if (close >= 0) consider(match[1] ?? '', start, () => start + close);
  }
  return best;
}

/** Where the JSON value ends that begins at `start`. */
function jsonEnd(text: string, start: number): number {
  const limit = Math.min(text.length, start + MAX_VALUE);
  const open = text[start] ?? '';
  if (open === '"' || open === "'") {
    for (let i = start + 1; i < limit; i++) {
      if (text[i] === '\\') i++;
      else if (text[i] === open) return i;
    }
    return limit;
  }
  if (open !== '{' && open !== '[') {
    const stop = text.slice(start, limit).search(/[}\]\n]|,(?!\d{3}(?!\d))/);
    return stop < 0 ? limit : start + stop;
  }
  const close = open === '{' ? '}' : ']';
  let depth = 0;
  for (let i = start; i < limit; i++) {
    if (text[i] === open) depth++;
    else if (text[i] === close && --depth === 0) return i + 1;
  }
  return limit;
}
