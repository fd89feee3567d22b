/** A piece of SQL text that means nothing by itself or is one unit: comment, quoted text, name. */
const SKIPPED = /--[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^']|'')*(?:'|$)|"(?:[^"]|"")*(?:"|$)/y;

/** The first word after white space, comments and semicolons, in lower case; empty when none is. */
export function firstWord(sql: string): string {
  for (let at = 0; at < sql.length; at++) {
    if (/[\s;\uFEFF]/.test(sql[at] ?? '')) continue;
    if (!sql.startsWith('--', at) && !sql.startsWith('/*', at)) {
      const word = /[\p{L}_]+|./suy;
      word.lastIndex = at;
      return word.exec(sql)?.[0].toLowerCase() ?? '';
    }
    at = skip(sql, at) - 1;
  }
  return '';
}

/** The position after the comment or quoted text that starts here; `at` when none does. */
export function skip(sql: string, at: number): number {
  SKIPPED.lastIndex = at;
  return at + (SKIPPED.exec(sql)?.[0].length ?? 0);
}

/** True when the query orders its result: ORDER BY outside of all brackets. */
export function ordersResult(sql: string): boolean {
  let depth = 0;
  for (let at = 0; at < sql.length; at++) {
    const next = skip(sql, at);
    if (next > at) {
      at = next - 1;
    } else if (sql[at] === '(') {
      depth++;
    } else if (sql[at] === ')') {
      depth--;
    } else if (depth === 0 && isOrderBy(sql, at)) {
      return true;
    }
  }
  return false;
}

function isOrderBy(sql: string, at: number): boolean {
  if (!/o/i.test(sql[at] ?? '') || /[\p{L}\p{N}_$]/u.test(sql[at - 1] ?? '')) return false;
  const found = /order(?:\s|--[^\n]*|\/\*[\s\S]*?\*\/)+by(?![\p{L}\p{N}_$])/iuy;
  found.lastIndex = at;
  return found.test(sql);
}
