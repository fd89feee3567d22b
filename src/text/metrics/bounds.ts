import { lengthOf } from '../length.ts';

/**
 * Longest text that is compared, in code points without blanks at its ends. Subsequences and edits
 * take time with the product of the lengths: at this bound about 0.15 s on a server core of 2025.
 */
export const LONGEST_COMPARED = 20_000;

export function isTooLong(text: string): boolean {
  // A text has at most as many code points as UTF-16 units.
  return text.length > LONGEST_COMPARED && lengthOf(text, 'codepoints') > LONGEST_COMPARED;
}
