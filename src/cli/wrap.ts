import stringWidth from 'string-width';

/** No line begins with these, and none ends with the others (GB/T 15834, 标点符号用法). */
const CLOSING = /^[，。、；：？！）》」』】〉”’…—～·,.;:?!)\]}%]/u;
const OPENING = /[（《「『【〈“‘([{]$/u;
/** Between these characters a line may be broken without a space. */
const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’…—]/u;

/**
 * Text in lines of at most `columns`: broken at spaces and between Chinese characters, which take
 * two columns. A word that is longer than a line stays whole. Line breaks of the text are kept.
 */
export function wrap(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n');
}

function wrapLine(text: string, columns: number): string {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text)) {
    if (line !== '' && stringWidth((line + piece).trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else {
      line += piece;
    }
  }
  return [...lines, line.trimEnd()].join('\n');
}

/** The text cut wherever a line may be broken; spaces stand at the front of the piece after them. */
function pieces(text: string): string[] {
  const found: string[] = [];
  let piece = '';
  for (const character of text) {
    if (piece !== '' && mayBreak(piece, character)) {
      found.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...found, piece];
}

function mayBreak(before: string, next: string): boolean {
  if (next === ' ') return !before.endsWith(' ');
  if (before.endsWith(' ') || CLOSING.test(next) || OPENING.test(before)) return false;
  return WIDE.test(next) || WIDE.test(before.slice(-1));
}
