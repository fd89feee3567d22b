/** Lines with something on them, as written. */
export function nonEmptyLines(text: string): string[] {
  return text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
}

/** What stands between blank lines. */
export function blankLineParagraphs(text: string): string[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n[^\S\n]*\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}

/** A fenced code block of Markdown (CommonMark 0.31, section 4.5). */
export interface CodeFence {
  /** First word of the info string, lower case; empty when there is none. */
  readonly tag: string;
  readonly code: string;
  /** Half-open range of `code` in the text. */
  readonly start: number;
  readonly end: number;
  /** False when the text ends before the closing fence. */
  readonly closed: boolean;
}

/** All fenced blocks; three or more back quotes or tildes, an unterminated last one included. */
export function codeFences(text: string): CodeFence[] {
  // Most texts have none, and their lines need not be looked at.
  if (!text.includes('```') && !text.includes('~~~')) return [];
  const fences: CodeFence[] = [];
  let open: { mark: string; tag: string; start: number } | null = null;
  let at = 0;
  while (at <= text.length) {
    const newline = text.indexOf('\n', at);
    const end = newline < 0 ? text.length : newline;
    const line = text.slice(at, end);
    const next = newline < 0 ? text.length + 1 : newline + 1;
    const fence = fenceMark(line);
    if (open === null) {
      if (fence !== null) open = { ...fence, start: next };
    } else if (fence?.mark.startsWith(open.mark) && fence.tag === '') {
      fences.push(block(text, open, at, true));
      open = null;
    }
    at = next;
  }
  if (open !== null && open.start <= text.length) {
    fences.push(block(text, open, text.length, false));
  }
  return fences;
}

/** The fence that a line is, or null. One inside a list item counts: models nest code in lists. */
function fenceMark(line: string): { mark: string; tag: string } | null {
  const found = /^[ \t]*(?:[-*+>][ \t]+)?(`{3,}|~{3,})/.exec(line);
  if (found === null) return null;
  const mark = found[1] ?? '';
  const info = line.slice(found[0].length).trim();
  if (mark.startsWith('`') && info.includes('`')) return null;
  return { mark, tag: (info.split(/\s/, 1)[0] ?? '').toLowerCase() };
}

function block(
  text: string,
  open: { readonly tag: string; readonly start: number },
  end: number,
  closed: boolean,
): CodeFence {
  return { tag: open.tag, code: text.slice(open.start, end), start: open.start, end, closed };
}

/** The text with its fenced blocks taken out. */
export function withoutCodeFences(text: string): string {
  const fences = codeFences(text);
  if (fences.length === 0) return text;
  let out = '';
  let from = 0;
  for (const fence of fences) {
    const opening = text.lastIndexOf('\n', Math.max(0, fence.start - 2)) + 1;
    out += text.slice(from, Math.max(from, opening));
    const closing = fence.closed ? text.indexOf('\n', fence.end) : text.length;
    from = closing < 0 ? text.length : closing;
  }
  return out + text.slice(from);
}
