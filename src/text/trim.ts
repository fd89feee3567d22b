/**
 * The text without those of `characters` at its end. A loop, because a pattern like `/[。.]+$/`
 * takes quadratic time on a long row of full stops with something behind it.
 */
export function trimEndOf(text: string, characters: string): string {
  let end = text.length;
  while (end > 0 && characters.includes(text[end - 1] ?? '')) end--;
  return text.slice(0, end);
}

/** The text without those of `characters` at its start. */
export function trimStartOf(text: string, characters: string): string {
  let start = 0;
  while (start < text.length && characters.includes(text[start] ?? '')) start++;
  return text.slice(start);
}
