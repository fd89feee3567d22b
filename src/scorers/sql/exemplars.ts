import type { Json } from '../../model/index.ts';
import type { Exemplar } from '../contract.ts';

/** The reference in a fence, or a query that spells out the rows that are expected. */
export function rightSql(target: Json | undefined): Exemplar | null {
  const query = referenceOf(target);
  return query === null ? null : { text: `查询语句如下：\n\n${fenced(query)}` };
}

/** A query of the right shape that gives other rows: a false condition, or a column too many. */
export function wrongSql(target: Json | undefined, random: () => number): Exemplar | null {
  const query = referenceOf(target);
  if (query === null) return null;
  const inner = `(\n${query.trim().replace(/;\s*$/, '')}\n)`;
  const isEmpty = Array.isArray(target) && target.length === 0;
  const candidates = isEmpty
    ? ['SELECT 1']
    : [`SELECT * FROM ${inner} WHERE 1 = 0`, `SELECT *, 1 AS 多余 FROM ${inner}`];
  return { text: fenced(candidates[Math.floor(random() * candidates.length)] ?? 'SELECT 1') };
}

function referenceOf(target: Json | undefined): string | null {
  if (typeof target === 'string') return target;
  if (!Array.isArray(target)) return null;
  const [first] = target;
  if (!Array.isArray(first)) return 'SELECT NULL WHERE 1 = 0';
  const rows = target.map((row) => `(${(Array.isArray(row) ? row : []).map(literal).join(', ')})`);
  const names = first.map((_, i) => `c${i + 1}`).join(', ');
  return `WITH 结果(${names}) AS (VALUES ${rows.join(', ')})\nSELECT * FROM 结果`;
}

function literal(value: Json): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : 'NULL';
}

function fenced(query: string): string {
  return `\`\`\`sql\n${query.trim()}\n\`\`\``;
}
