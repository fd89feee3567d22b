import { readFileSync } from 'node:fs';
import { expect } from 'vitest';

const lines = readFileSync(new URL('../vectors/statistics.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => JSON.parse(line) as { readonly of: string });

/** The rows of one table of `make-statistics.py`, which says where each figure comes from. */
export function rowsOf<Row>(table: string): readonly Row[] {
  const rows = lines.filter(({ of }) => of === table) as unknown as readonly Row[];
  expect(rows.length, table).toBeGreaterThan(0);
  return rows;
}

/** Equal to a billionth, of 1 or of the value itself where that is larger. */
export function expectClose(actual: number, expected: number, of: unknown = ''): void {
  const allowed = 1e-9 * Math.max(1, Math.abs(expected));
  const message = `${actual} for ${expected}: ${JSON.stringify(of)}`;
  expect(Math.abs(actual - expected), message).toBeLessThanOrEqual(allowed);
}
