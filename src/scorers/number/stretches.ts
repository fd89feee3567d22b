/** Longest stretch looked at for one number, in UTF-16 units. */
export const WINDOW = 600;

const SENTENCE_MARKS = '。!?\n;';

/** Where the sentence ends that `from` stands in. */
export function sentenceEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + WINDOW);
  for (let i = from; i < limit; i++) {
    const mark = text[i] ?? '';
    if (SENTENCE_MARKS.includes(mark)) return i;
    if (mark === '.' && /^\s|^$/.test(text.slice(i + 1, i + 2))) return i;
  }
  return limit;
}

/** Where the sentence starts that ends at `end`. */
export function sentenceStart(text: string, end: number): number {
  const limit = Math.max(0, end - WINDOW);
  for (let i = end - 1; i >= limit; i--) {
    const mark = text[i] ?? '';
    if (SENTENCE_MARKS.includes(mark)) return i + 1;
    if (mark === '.' && /\s/.test(text[i + 1] ?? '') && !/\d/.test(text[i - 1] ?? '')) return i + 1;
  }
  return limit;
}
