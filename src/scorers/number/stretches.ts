/** Longest stretch looked at for one number, in UTF-16 units. */
export const WINDOW = 600;

const SENTENCE_MARKS = '。!?\n;';

/** Where the sentence ends that `from` stands in. */
export function sentenceEnd(text: string, from: number): number {
  const limit = Math.min(text.length, from + WINDOW);
  for (let i = from; i < limit; i++) {
    const mark = text[i] ?? '';
    if (SENTENCE_MARKS.includes(mark) && !isFactorial(text, i)) return i;
    if (mark === '.' && /^\s|^$/.test(text.slice(i + 1, i + 2)) && !isAbbreviation(text, i))
      return i;
    if (mark === '.' && isFullStop(text, i)) return i;
  }
  return limit;
}

/** Where the sentence starts that ends at `end`. */
export function sentenceStart(text: string, end: number): number {
  const limit = Math.max(0, end - WINDOW);
  for (let i = end - 1; i >= limit; i--) {
    const mark = text[i] ?? '';
    if (SENTENCE_MARKS.includes(mark) && !isFactorial(text, i)) return i + 1;
    if (mark === '.' && isFullStop(text, i)) return i + 1;
    if (
      mark === '.' &&
      /\s/.test(text[i + 1] ?? '') &&
      (!/\d/.test(text[i - 1] ?? '') || endsNumber(text, i))
    ) {
      if (!isAbbreviation(text, i)) return i + 1;
    }
  }
  return limit;
}

/** `… = 6. I hope`: a sentence ends with a number, and the next begins. */
function endsNumber(text: string, at: number): boolean {
  return (
    /^\s+[A-Z]/.test(text.slice(at + 1, at + 4)) &&
    !/(?:^|\n)[\s*(]*\d+$/.test(text.slice(Math.max(0, at - 8), at))
  );
}

/** p. 32, No. 5, Fig. 2: the full stop ends no sentence. */
function isAbbreviation(text: string, at: number): boolean {
  return (
    /(?:^|[\s(,])(?:pp?|no|vol|figs?|eqs?|ch|approx|ca|vs|e\.g|i\.e)$/i.test(
      text.slice(Math.max(0, at - 8), at),
    ) && !/\n/.test(text[at + 1] ?? '')
  );
}

/** 「一共有40个.小朋友们」: a full stop of the Latin kind between two Chinese characters. */
function isFullStop(text: string, at: number): boolean {
  return isHan(text.charCodeAt(at - 1)) && isHan(text.charCodeAt(at + 1));
}

function isHan(unit: number): boolean {
  return unit >= 0x4e00 && unit <= 0x9fff;
}

/** 5! = 120 and 6!÷2 go on. */
function isFactorial(text: string, at: number): boolean {
  return (
    text[at] === '!' &&
    /\d/.test(text[at - 1] ?? '') &&
    /^\s?(?:[=×÷+*/)]|\\|-\s?\d)/.test(text.slice(at + 1, at + 4))
  );
}
