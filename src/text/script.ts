import { SHARED, SIMPLIFIED, TRADITIONAL } from './script-table.ts';

const HAN = /\p{Script=Han}/u;
const SHARED_SET = new Set(SHARED);
const TRADITIONAL_ONLY = new Set(TRADITIONAL);
const SIMPLIFIED_ONLY = new Set(Array.from(SIMPLIFIED).filter((c) => !SHARED_SET.has(c)));

/** True for a Han character, 〇 and 々 and all extension blocks included. */
export function isHan(character: string): boolean {
  return HAN.test(character);
}

/** True when the character is written only in simplified texts. */
export function isSimplifiedOnly(character: string): boolean {
  return SIMPLIFIED_ONLY.has(character);
}

/** True when the character is written only in traditional texts. */
export function isTraditionalOnly(character: string): boolean {
  return TRADITIONAL_ONLY.has(character);
}

/** Number of matches of a pattern with the flag `g`. */
export function countMatches(text: string, pattern: RegExp): number {
  let count = 0;
  for (const _ of text.matchAll(pattern)) count++;
  return count;
}
