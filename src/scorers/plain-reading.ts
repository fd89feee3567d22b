import { foldWidth, INVISIBLE, type Reading, without } from '../text/index.ts';

const CJK = '\\p{Script=Han}\\u3001-\\u303f“”‘’…—';
const REPEATED_SPACE = / +(?= )/g;
/** Blanks beside Chinese are typesetting: 共 12 箱 is 共12箱. Text is half-width when this runs. */
const SPACE_BESIDE_CJK = new RegExp(` (?=[${CJK}])|(?<=[${CJK}]) `, 'gu');

/**
 * A text for comparison with another: half width, no invisible characters, each run of white space
 * one space and none beside Chinese. The script stays as it is: traditional characters in an answer
 * may be what a case is about.
 */
export function plainReading(source: string, ignoreCase: boolean): Reading {
  const visible = without({ source, text: foldWidth(source), places: null }, INVISIBLE);
  const spaced = without(
    { ...visible, text: visible.text.replace(/[^\S ]/g, ' ') },
    REPEATED_SPACE,
  );
  const reading = without(spaced, SPACE_BESIDE_CJK);
  return ignoreCase ? { ...reading, text: lowerCase(reading.text) } : reading;
}

/** The comparable form of a text that is looked for. */
export function plainText(text: string, ignoreCase: boolean): string {
  return plainReading(text, ignoreCase).text.trim();
}

/** Lower case that keeps the length: İ has a lower case of two units and stays. */
function lowerCase(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  return Array.from(text)
    .map((character) => {
      const small = character.toLowerCase();
      return small.length === character.length ? small : character;
    })
    .join('');
}
