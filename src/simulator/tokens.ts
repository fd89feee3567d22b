/**
 * A stand-in for a tokenizer: 1.5 Han characters or 4 Latin letters to a token. Counted in
 * twelfths of a token, so that sums stay whole numbers.
 */
const TWELFTHS_WIDE = 8;
const TWELFTHS_NARROW = 3;
const TWELFTHS_PER_TOKEN = 12;

/** CJK radicals, where the scripts written without spaces begin. */
const FIRST_WIDE = 0x2e80;

const GRAPHEMES = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** User-perceived characters, in order. */
export function graphemes(text: string): string[] {
  return Array.from(GRAPHEMES.segment(text), (part) => part.segment);
}

function twelfths(text: string): number {
  let sum = 0;
  for (const character of text) {
    sum += (character.codePointAt(0) ?? 0) >= FIRST_WIDE ? TWELFTHS_WIDE : TWELFTHS_NARROW;
  }
  return sum;
}

/** Estimated tokens of a text; 0 only for an empty one. */
export function estimateTokens(text: string): number {
  return Math.ceil(twelfths(text) / TWELFTHS_PER_TOKEN);
}

/** The longest beginning of whole graphemes that has at most `tokens` estimated tokens. */
export function firstTokens(text: string, tokens: number): string {
  if (estimateTokens(text) <= tokens) return text;
  let left = tokens * TWELFTHS_PER_TOKEN;
  let end = 0;
  for (const grapheme of graphemes(text)) {
    left -= twelfths(grapheme);
    if (left < 0) break;
    end += grapheme.length;
  }
  return text.slice(0, end);
}
