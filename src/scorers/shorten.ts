/** Longest text from an answer that a score or its reason repeats, in UTF-16 units. */
const LONGEST = 200;

/** The text as it is quoted in a score: cut where it is long. */
export function shorten(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}
