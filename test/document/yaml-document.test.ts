import { describe, expect, test } from 'vitest';
import { checkSchema, readYaml } from '../../src/document/index.ts';

const codes = (text: string): string[] => readYaml(text, 'x.yaml').problems.map((p) => p.code);

describe('reading YAML strictly', () => {
  test('a plain document has its value and its places', () => {
    const document = readYaml('a: 1\nb:\n  - x\n  - y: 文\n', 'x.yaml');
    expect(document.problems).toEqual([]);
    expect(document.value).toEqual({ a: 1, b: ['x', { y: '文' }] });
    expect(document.place(['b', 1, 'y'])).toEqual({ file: 'x.yaml', line: 4, column: 8 });
    expect(document.placeOfKey(['b', 1, 'y'])).toEqual({ file: 'x.yaml', line: 4, column: 5 });
    expect(document.place(['b', 9, 'nothing'])).toMatchObject({ line: 3 });
  });

  test.each([
    ['a duplicate key', 'a: 1\na: 2\n', 'yaml-duplicate-key'],
    ['a custom tag', 'a: !!js/function x\n', 'yaml-tag'],
    ['a local tag', 'a: !env HOME\n', 'yaml-tag'],
    ['a second document', 'a: 1\n---\nb: 2\n', 'yaml-two-documents'],
    ['a merge key', 'x: &x {a: 1}\ny:\n  <<: *x\n', 'yaml-merge-key'],
    ['an open bracket', 'a: [1, 2\n', 'yaml-syntax'],
    ['a key that is a list', '? [a]\n: 1\n', 'yaml-key-not-text'],
  ])('refuses %s', (_what, text, code) => {
    expect(codes(text)).toContain(code);
  });

  test('an alias bomb ends at once', () => {
    const levels = Array.from(
      { length: 9 },
      (_, i) => `l${i + 1}: &l${i + 1} [${Array.from({ length: 9 }, () => `*l${i}`).join(', ')}]`,
    );
    expect(codes(`l0: &l0 [lol]\n${levels.join('\n')}\n`)).toEqual(['yaml-alias-bomb']);
  });

  test('nesting made to exhaust the stack ends in a message', () => {
    expect(codes('['.repeat(200_000))).not.toEqual([]);
  });

  test('words that other YAML versions take for booleans stay words', () => {
    expect(readYaml('a: no\nb: on\nc: 0777\n', 'x').value).toEqual({ a: 'no', b: 'on', c: 777 });
  });
});

describe('numbers', () => {
  test.each([
    ['a: 9007199254740993', '1:4'],
    ['a: -9007199254740993', '1:4'],
    ['a:\n  - 0x20000000000001', '2:5'],
    ['a: 0o400000000000000001', '1:4'],
    ['a: 3.14159265358979323846', '1:4'],
    ['a: 1e999', '1:4'],
  ])('that would be rounded are a problem where they stand: %s', (text, place) => {
    const { problems, value } = readYaml(text, 'x.yaml');
    expect(problems.map((p) => [p.code, `${p.line}:${p.column}`])).toEqual([
      ['yaml-long-number', place],
    ]);
    expect(value).toBeUndefined();
  });

  test.each([
    ['a: 9007199254740992', 9007199254740992],
    ['a: "9007199254740993"', '9007199254740993'],
    ['a: +0.10', 0.1],
    ['a: 1.', 1],
    ['a: 0x1F', 31],
    ['a: 1e30', 1e30],
  ])('that a double holds are themselves: %s', (text, a) => {
    expect(readYaml(text, 'x.yaml')).toMatchObject({ problems: [], value: { a } });
  });

  test('as keys are the text that was written', () => {
    const { value } = readYaml('9007199254740993: a\n1.0: b\n', 'x.yaml');
    expect(value).toEqual({ '9007199254740993': 'a', '1.0': 'b' });
  });

  test('that JSON does not have are a problem', () => {
    expect(codes('a: .inf')).toEqual(['yaml-not-a-number']);
    expect(codes('a: .nan')).toEqual(['yaml-not-a-number']);
  });

  test('can be kept as they are written', () => {
    const text = 'a: +09007199254740993\nb: [-.12345678901234567890, 0x20000000000001]\n';
    const { problems, value } = readYaml(text, 'x.yaml', 'written');
    expect(problems).toEqual([]);
    expect(JSON.stringify(value)).toBe(
      '{"a":9007199254740993,"b":[-0.12345678901234567890,9007199254740993]}',
    );
  });
});

describe('checking against a schema', () => {
  const schema = {
    type: 'object',
    additionalProperties: false,
    required: ['name'],
    properties: {
      name: { type: 'string' },
      level: { enum: ['MUST', 'SHOULD'] },
      n: { type: 'integer' },
    },
  };
  const problems = (text: string) => checkSchema(readYaml(text, 'x.yaml'), schema);

  test('an unknown key is shown where it stands, with the word that was meant', () => {
    expect(problems('name: a\nlevl: MUST\n')).toEqual([
      {
        code: 'unknown-key',
        severity: 'error',
        ...{ file: 'x.yaml', line: 2, column: 1 },
        message: { zh: '未知的键 “levl”。', en: 'Unknown key "levl".' },
        hint: { zh: '是否想写 “level”？', en: 'Did you mean "level"?' },
      },
    ]);
  });

  test('every finding is reported, not only the first', () => {
    const found = problems('level: must\nn: 1.5\n');
    expect(found.map((p) => p.code).toSorted()).toEqual([
      'missing-key',
      'not-allowed',
      'wrong-type',
    ]);
    expect(found.every((p) => p.message.zh !== p.message.en)).toBe(true);
  });
});
