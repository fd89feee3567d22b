/** Half-open range of UTF-16 units. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** Addresses hold full stops and question marks that end no sentence. */
const ADDRESS = /(?:https?:\/\/|www\.)[^\s\u3000-\u303f\uff00-\uffef\p{Script=Han}]+/gu;

const TERMINATOR = /[。！？!?…｡]/;
const CLOSER = /[”’"'」』）)】\]》*]/;

/**
 * The sentences of a text. A sentence ends with a run of 。！？!?… (one end for ？！ and ……) and
 * keeps the closing quotes and brackets after it, or with a full stop after a Latin word, or with
 * a line break. Decimals (3.5), abbreviated names (U.S.) and addresses do not split. What holds no
 * letter and no digit (`---`) is no sentence.
 */
export function sentencesOf(text: string): Range[] {
  const sentences: Range[] = [];
  const addresses = addressEnds(text);
  let start = 0;
  let i = 0;
  const close = (end: number): void => {
    if (/[\p{L}\p{N}]/u.test(text.slice(start, end))) sentences.push(trimmed(text, start, end));
    start = end;
  };
  while (i < text.length) {
    const address = addresses.get(i);
    if (address !== undefined) {
      i = address;
      continue;
    }
    const unit = text[i] ?? '';
    if (unit === '\n' || unit === '\r') {
      close(i);
      i++;
    } else if (TERMINATOR.test(unit) || (unit === '.' && endsWithStop(text, i))) {
      i++;
      while (i < text.length && TERMINATOR.test(text[i] ?? '')) i++;
      while (i < text.length && CLOSER.test(text[i] ?? '')) i++;
      close(i);
    } else {
      i++;
    }
  }
  close(text.length);
  return sentences;
}

function addressEnds(text: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  if (!text.includes('://') && !text.includes('www.')) return ends;
  for (const match of text.matchAll(ADDRESS)) {
    const address = match[0].replace(/[.!?,;:)]+$/, '');
    ends.set(match.index, match.index + Math.max(1, address.length));
  }
  return ends;
}

/** An ASCII full stop ends a sentence after a word or a bracket, before a blank or the end. */
function endsWithStop(text: string, at: number): boolean {
  if (!/^(?:[”’"')\]]*(?:\s|$))/.test(text.slice(at + 1, at + 8))) return false;
  const before = text.slice(Math.max(0, at - 12), at);
  if (
    /(?:^|[\s(])(?:(?:\p{Lu}\.){0,3}\p{Lu}|[a-z]\.[a-z]|Mr|Mrs|Ms|Dr|Prof|No|vs|etc|cf|Fig|Eq)$/u.test(
      before,
    )
  ) {
    return /(?:etc)$/.test(before) && at + 1 >= text.length;
  }
  // A number that opens a line is the mark of a list item: `1. …`.
  if (/(?:^|\n)[ \t]*\d{1,3}$/.test(text.slice(Math.max(0, at - 8), at))) return false;
  return /[\p{L}\p{N})\]”’"'%*`]$/u.test(before);
}

function trimmed(text: string, start: number, end: number): Range {
  let from = start;
  let to = end;
  while (from < to && /\s/.test(text[from] ?? '')) from++;
  while (to > from && /\s/.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
