import { describe, expect, test } from 'vitest';
import { tableLookup } from '../../../src/suite/generators/table-lookup.ts';
import { randomFrom } from '../../../src/suite/random.ts';

const CASES = 2000;

const make = (i: number, options = {}, seed = 'test') =>
  tableLookup.generate(options, randomFrom('table-lookup', seed, i));
const many = (options = {}, count = CASES) =>
  Array.from({ length: count }, (_, i) => make(i, options));

type Cells = Readonly<Record<string, string>>;

/** The table as a reader sees it: rows by column title, units and alignment left aside. */
function readTable(prompt: string): { titles: string[]; rows: Cells[] } {
  const lines = prompt.split('\n').filter((line) => line.startsWith('|'));
  const cells = lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
  const titles = (cells[0] as string[]).map((title) => title.replace(/（[^）]*）$/, ''));
  const rows = cells
    .slice(2)
    .map((row) => Object.fromEntries(titles.map((title, i) => [title, row[i] as string])));
  return { titles, rows };
}

const questionOf = (prompt: string): string =>
  prompt.split('\n\n').at(-1)?.split('\n')[0] as string;

/** Answers a question from the text of the prompt alone, by other means than the generator. */
function answer(prompt: string): string {
  const question = questionOf(prompt);
  const { titles, rows } = readTable(prompt);
  const [keyTitle, groupTitle] = titles as [string, string];
  const measures = titles.slice(2);
  const key = (row: Cells | undefined) => row?.[keyTitle] as string;
  // `14号泊位` contains `4号泊位`: a name counts only where no digit stands before it.
  const named = rows.filter((row) => new RegExp(`(?<!\\d)${key(row)}`).test(question));
  const value = (row: Cells | undefined, title: string) => Number(row?.[title]);
  const sorted = (title: string) => rows.toSorted((a, b) => value(b, title) - value(a, title));
  const sum = (list: readonly Cells[], title: string) =>
    list.reduce((acc, row) => acc + value(row, title), 0);
  const has = (pattern: RegExp) => pattern.exec(question);
  const any = `(${measures.join('|')})`;

  let m: RegExpExecArray | null;
  m = has(new RegExp(`^(${any})(?:最多|最高|最长)的.+，其${any}是多少`));
  if (m) return String(value(sorted(m[1] as string)[0], m[3] as string));
  m = has(/（(.+)减去(.+)）最大/);
  if (m) {
    const [, whole, part] = m as unknown as [string, string, string];
    const gap = (row: Cells) => value(row, whole) - value(row, part);
    return key(rows.toSorted((a, b) => gap(b) - gap(a))[0]);
  }
  m = has(new RegExp(`^把表中各.+按${any}从大到小排列，排在第二位的是`));
  if (m) return key(sorted(m[1] as string)[1]);
  m = has(new RegExp(`表中有几.+的${any}大于(-?\\d+)`));
  if (m) {
    const [, title, limit] = m as unknown as [string, string, string];
    return String(rows.filter((row) => value(row, title) > Number(limit)).length);
  }
  m = has(new RegExp(`^${groupTitle}为“(.+)”的各.+，${any}合计`));
  if (m) {
    const [, group, title] = m as unknown as [string, string, string];
    return String(
      sum(
        rows.filter((row) => row[groupTitle] === group),
        title,
      ),
    );
  }
  m = has(new RegExp(`^表中各.+的${any}(合计|平均)是多少`));
  if (m) {
    const whole = sum(rows, m[1] as string);
    return String(m[2] === '平均' ? whole / rows.length : whole);
  }
  m = has(new RegExp(`与.+的${any}合计是多少`));
  if (m) return String(sum(named, m[1] as string));
  m = has(new RegExp(`的${any}比.+(?:多|高|长)多少`));
  if (m) {
    const values = named.map((row) => value(row, m?.[1] as string));
    return String(Math.max(...values) - Math.min(...values));
  }
  m = has(new RegExp(`^哪.+的${any}(最.)？`));
  if (m) return key(sorted(m[1] as string).at('多高长'.includes(m[2]?.[1] as string) ? 0 : -1));
  m = has(new RegExp(`^哪.+的${any}是(-?\\d+)`));
  if (m) return key(rows.find((row) => value(row, m?.[1] as string) === Number(m?.[2])));
  m = has(new RegExp(`的${any}是多少`));
  if (m) return String(value(named[0], m[1] as string));
  throw new Error(`no reading for: ${question}`);
}

const shownOptions = (prompt: string) =>
  [...prompt.matchAll(/^([A-D])\. (.+)$/gm)].map((m) => ({ label: m[1], text: m[2] }));

describe('table-lookup', () => {
  const cases = many();

  test('makes distinct prompts without limit', () => {
    expect(new Set(cases.map((c) => c.prompt)).size).toBe(CASES);
  });

  test('every target is what a second reading of the table gives', () => {
    for (const made of cases) {
      const prompt = made.prompt as string;
      const expected = answer(prompt);
      const target = made.choices?.find((c) => c.label === made.target)?.text ?? made.target;
      expect(target, prompt).toBe(expected);
    }
  });

  test('a choice case shows exactly its options, once each, and asks for a letter', () => {
    const choice = cases.filter((c) => c.choices !== undefined);
    expect(choice.length).toBeGreaterThan(CASES / 10);
    for (const made of choice) {
      expect(shownOptions(made.prompt as string)).toEqual(made.choices);
      expect(new Set(made.choices?.map((c) => c.text)).size).toBe(4);
      expect(made.scorer).toEqual({ use: 'choice' });
      expect(made.prompt).toMatch(/只写选项字母。$/);
    }
  });

  test('right answers of choice cases fall on every label alike', () => {
    const labels = cases.filter((c) => c.choices !== undefined).map((c) => c.target);
    for (const label of ['A', 'B', 'C', 'D']) {
      const share = labels.filter((l) => l === label).length / labels.length;
      expect(share).toBeGreaterThan(0.18);
      expect(share).toBeLessThan(0.32);
    }
  });

  test('two cases share a cluster only when they share the table', () => {
    const tables = new Map<string, string>();
    for (const made of cases) {
      const table = JSON.stringify(readTable(made.prompt as string).rows);
      const cluster = made.cluster as string;
      expect(tables.get(cluster) ?? table).toBe(table);
      tables.set(cluster, table);
    }
    expect(tables.size).toBe(CASES);
  });

  test('no column repeats a value, so that extremes and ranks are unique', () => {
    for (const made of cases.slice(0, 300)) {
      const { titles, rows } = readTable(made.prompt as string);
      for (const title of titles.slice(2)) {
        expect(new Set(rows.map((row) => row[title])).size).toBe(rows.length);
      }
    }
  });

  test('the same seed gives the same bytes, another seed gives others', () => {
    const first = JSON.stringify(Array.from({ length: 50 }, (_, i) => make(i)));
    expect(JSON.stringify(Array.from({ length: 50 }, (_, i) => make(i)))).toBe(first);
    expect(JSON.stringify(Array.from({ length: 50 }, (_, i) => make(i, {}, 'other')))).not.toBe(
      first,
    );
  });

  test('options: a fixed number of rows and chosen kinds are kept to', () => {
    for (const made of many({ rows: 10, kinds: ['average', 'gap', 'group-sum'] }, 200)) {
      const prompt = made.prompt as string;
      expect(readTable(prompt).rows).toHaveLength(10);
      expect(questionOf(prompt)).toMatch(/平均|减去|的各.+，.+合计/);
    }
  });

  test('all kinds come up in a plain draw', () => {
    const difficulties = new Set(cases.map((c) => c.difficulty));
    expect(difficulties).toEqual(new Set([1, 2, 3, 4]));
    const scorers = new Set(cases.map((c) => c.scorer?.use));
    expect(scorers).toEqual(new Set(['choice', 'exact', 'number']));
  });
});
