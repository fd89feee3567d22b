interface Range {
  readonly start: number;
  readonly end: number;
}

/** Longest content of a box, in UTF-16 units. */
const LONGEST = 4000;
/** What may stand between the boxes of one answer: \boxed{1} 或 \boxed{2}. */
const BETWEEN = /^[\s,;、]*(?:或者?|和|与|及|且|or|and)?[\s,;、]*$/i;

/**
 * Where the content of the last \boxed{…} stands, with the boxes that it is joined to. Braces are
 * balanced. An open box (the answer was cut off) and an empty one are ranges too, and unreadable.
 */
export function boxedRange(text: string): Range | null {
  const starts = [...text.matchAll(/\\f?boxed(?![A-Za-z])\s{0,4}/g)].slice(-8);
  const boxes = starts.map((match) => boxAt(text, match.index, match.index + match[0].length));
  const last = boxes.pop();
  if (last === undefined) return null;
  let { start, outer } = last;
  for (const box of boxes.toReversed()) {
    const between = text.slice(box.close, outer);
    if (between.length > 40 || between.trim() === '' || !BETWEEN.test(between)) break;
    ({ start, outer } = box);
  }
  return { start, end: last.end };
}

interface Box extends Range {
  /** Where the command begins. */
  readonly outer: number;
  /** First unit behind the box. */
  readonly close: number;
}

function boxAt(text: string, outer: number, at: number): Box {
  if (text[at] !== '{') {
    // \boxed 5
    const word = /^[^\s{}。,，;]{1,40}/.exec(text.slice(at, at + 40))?.[0] ?? '';
    return { outer, start: at, end: at + word.length, close: at + word.length };
  }
  let depth = 0;
  for (let i = at; i < Math.min(text.length, at + LONGEST); i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '{') depth++;
    else if (text[i] === '}' && --depth === 0)
      return { outer, start: at + 1, end: i, close: i + 1 };
  }
  return { outer, start: at, end: at, close: text.length };
}
