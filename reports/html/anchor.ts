/**
 * The fragment of an indicator or a category: its own id, so that links to a report last. Other
 * characters than letters, digits, `.` and `-` become `_` and their code, so that two ids never
 * share a fragment.
 */
export function anchor(kind: 'indicator' | 'category', id: string): string {
  const safe = id.replace(/[^A-Za-z0-9.-]/gu, (char) => `_${char.codePointAt(0)?.toString(16)}_`);
  return kind === 'category' ? `category-${safe}` : `indicator-${safe}`;
}
