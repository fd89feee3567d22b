/** Words and signs before a number that make it the end of an open range. 至少 and 最多 do not: they ask for it. */
const BOUND_BEFORE =
  /(?:超过|超出|(?<!最)[大小多少高低]于(?:或?等于)?|(?<![得找用达])不到|不足|(?<!相)不满|≥|≤|≧|≦|⩾|⩽|<=?|>=?|\\(?:geq?|leq?|gt|lt|geqslant|leqslant)|\b(?:more|less|fewer|greater) than)\s{0,2}$/i;
/** An arrow, a tag and a quotation end with the same sign and bound nothing. */
const NO_BOUND = /(?:[-=]>|<\/?[a-z]{1,12}>|(?:^|\n)\s{0,3}>)\s{0,2}$/i;
const BOUND_AFTER = /^ ?(?:以[上下内外]|之内|开外)/;

/**
 * What a bound makes of the number in [start, end): 超过500 and 50以内 have no one value; 100以内的
 * and 超过60分的 qualify something else. Null where the number is not bounded.
 */
export function boundKind(text: string, start: number, end: number): 'vague' | 'skip' | null {
  const before = text.slice(Math.max(0, start - 20), start);
  const bounded = BOUND_BEFORE.test(before) && !NO_BOUND.test(start > 20 ? `.${before}` : before);
  const after = BOUND_AFTER.exec(text.slice(end, end + 4))?.[0] ?? '';
  if (!bounded && after === '') return null;
  return text[end + after.length] === '的' ? 'skip' : 'vague';
}
