import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/document/index.ts';
import { CHAIN_START, openChain, readLines, sha256 } from '../../src/evidence/index.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aigc-chain-'));
  file = join(folder, 'chain.jsonl');
});

afterEach(() => rmSync(folder, { recursive: true }));

function write(...records: object[]): void {
  const chain = openChain(file);
  for (const record of records) chain.append(record);
  chain.close();
}

const lines = (): string[] => readFileSync(file, 'utf8').trimEnd().split('\n');

describe('a hash-chained file', () => {
  test('numbers its lines and names the digest of the line before', () => {
    write({ a: 1 }, { b: '中文' });
    const [first = '', second = ''] = lines();
    expect(JSON.parse(first)).toEqual({ a: 1, seq: 0, prev: CHAIN_START });
    expect(JSON.parse(second)).toEqual({ b: '中文', seq: 1, prev: sha256(first) });
  });

  test('goes on where it was closed', () => {
    write({ a: 1 });
    write({ a: 2 });
    expect(JSON.parse(lines()[1] ?? '')).toMatchObject({ seq: 1, prev: sha256(lines()[0] ?? '') });
  });

  test('cuts off a line that a crash left half written, and keeps all before it', () => {
    write({ a: 1 }, { a: 2 });
    const whole = readFileSync(file, 'utf8');
    appendFileSync(file, '{"a":3,"prev":"12');
    const chain = openChain(file);
    expect(chain.healedBytes).toBe(17);
    chain.append({ a: 3 });
    chain.close();
    expect(readFileSync(file, 'utf8').startsWith(whole)).toBe(true);
    expect(JSON.parse(lines()[2] ?? '')).toMatchObject({ a: 3, seq: 2 });
  });

  test.each([
    ['an edited line', (text: string) => text.replace('"a":1', '"a":9')],
    ['a dropped line', (text: string) => text.split('\n').slice(1).join('\n')],
    [
      "two lines in each other's place",
      (text: string) => text.split('\n').toReversed().slice(1).join('\n').concat('\n'),
    ],
    ['a line that is no JSON', (text: string) => text.replace('{', '(')],
  ])('refuses to go on after %s', (_what, change) => {
    write({ a: 1 }, { a: 2 });
    writeFileSync(file, change(readFileSync(file, 'utf8')));
    expect(() => openChain(file)).toThrow(UserError);
  });

  test('keeps what canonical JSON cannot hold: a lone surrogate becomes U+FFFD', () => {
    write({ text: 'x\ud800y', 'k\udfff': 1 });
    expect(JSON.parse(lines()[0] ?? '')).toMatchObject({ text: 'x\ufffdy', 'k\ufffd': 1 });
  });

  test('writes the lines of one turn of the event loop without being asked', async () => {
    const chain = openChain(file);
    chain.append({ a: 1 });
    chain.append({ a: 2 });
    await new Promise((resolve) => setImmediate(resolve));
    expect(lines()).toHaveLength(2);
    chain.close();
  });
});

describe('reading lines', () => {
  test('splits no character at a chunk border and says when the last line is torn', () => {
    const text = '汉'.repeat(700_000);
    writeFileSync(file, `${text}\nshort\n\ntorn`);
    const read = [...readLines(file)];
    expect(read.map((line) => [line.text.length, line.complete])).toEqual([
      [700_000, true],
      [5, true],
      [0, true],
      [4, false],
    ]);
    expect(read[0]?.text).toBe(text);
  });
});
