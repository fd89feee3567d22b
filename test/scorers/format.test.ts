import { describe, expect, test } from 'vitest';
import { format } from '../../src/scorers/format/index.ts';
import { testAnyText, testExemplars, testMegabyte } from './invariants.ts';
import { answer, key, testVectors } from './vectors.ts';

testVectors(format, 50);

const PEOPLE = [
  { 姓名: '张三', 年龄: 30 },
  { 姓名: '李四', 年龄: 25 },
];
const SETTINGS = [
  { key: key(), options: { as: 'markdown-table' } },
  { key: key({ target: PEOPLE }), options: { as: 'markdown-table', mode: 'strict' } },
  {
    key: key({
      target: [
        ['甲|乙', 'a'],
        ['丙', 'b'],
      ],
    }),
    options: { as: 'markdown-table' },
  },
  { key: key(), options: { as: 'csv', columns: ['name', 'age'], rows: 3 } },
  {
    key: key({
      target: [
        ['a;b', '"x"'],
        ['c', '1'],
      ],
    }),
    options: { as: 'csv', delimiter: ';' },
  },
  { key: key({ target: PEOPLE }), options: { as: 'xml', rootElement: '名单' } },
  { key: key(), options: { as: 'xml', rows: 1 } },
  { key: key({ target: PEOPLE }), options: { as: 'yaml', columns: ['姓名', '年龄'] } },
  { key: key({ target: { 端口: 8080, 启用: true } }), options: { as: 'yaml' } },
  { key: key({ target: ['取水', '烧水', '泡茶'] }), options: { as: 'ordered-list' } },
  ...['arabic', 'parenthesis', 'circled', 'chinese', 'ordinal'].map((style) => ({
    key: key(),
    options: { as: 'ordered-list', style, rows: 12 },
  })),
  { key: key({ target: ['总则', '附则'] }), options: { as: 'headings', maxLevel: 2 } },
];
testExemplars(format, SETTINGS, 400);
const BY_FORMAT = ['markdown-table', 'csv', 'xml', 'yaml', 'ordered-list', 'headings'].map(
  (as) => ({ key: key(), options: { as } }),
);
const PIECES = [
  '|',
  '---',
  '| a |',
  ',',
  '"',
  '<a',
  '>',
  '</a>',
  '<!--',
  '&',
  '- ',
  ': ',
  '[',
  '{',
  '1. ',
  '一、',
  '（1）',
  '# ',
  '```',
  '```yaml',
  '*a',
  '&a ',
];
testAnyText(format, BY_FORMAT, PIECES);
testMegabyte(format, BY_FORMAT, [
  '|',
  '| a ',
  '|-',
  '|-|\n',
  'a,b\n',
  '"',
  ',',
  '<a>',
  '<a/>',
  '<a ',
  '<!',
  '&',
  '- ',
  '[',
  '? ',
  'a: ',
  '1. a\n',
  '（',
  '# ',
  '#',
  '\n',
  '```\n',
]);

describe('strict and lenient are told apart whatever the mode', () => {
  const table = '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |';
  test.each([
    ['the table alone', table, true, true, 'whole'],
    ['in a fence', `\`\`\`md\n${table}\n\`\`\``, false, true, 'fence'],
    ['in prose', `如下：\n\n${table}`, false, true, 'embedded'],
    ['broken', '| 甲 | 乙 |\n|---|---|\n| 1 |', false, false, null],
  ])('%s', (_what, text, strict, lenient, form) => {
    for (const mode of ['strict', 'lenient']) {
      const score = format.score(key(), answer(text), { as: 'markdown-table', mode });
      expect(score.detail).toMatchObject({ strict, lenient, form });
      expect(score.value === 'pass').toBe(mode === 'strict' ? strict : lenient);
    }
  });
});

test('the span is the table in its prose', () => {
  const table = '| 甲 | 乙 |\n|---|---|\n| 1 | 2 |';
  const { span } = format.score(key(), answer(`如下：\n\n${table}\n\n完`), {
    as: 'markdown-table',
  });
  expect(span?.text).toBe(table);
});

describe('checking a case', () => {
  test.each([
    ['an option of another format', key(), { as: 'xml', delimiter: ';' }, 1],
    ['a target of another shape', key({ target: { a: 1 } }), { as: 'csv' }, 1],
    ['rows that contradict the target', key({ target: [['1', '2']] }), { as: 'csv', rows: 2 }, 1],
    ['a sound case', key({ target: [['1', '2']] }), { as: 'csv', rows: 1 }, 0],
  ])('%s', (_what, grading, options, findings) => {
    expect(format.check?.(grading, options)).toHaveLength(findings);
  });
});

describe('CSV', () => {
  const read = (text: string, options: object = {}) =>
    format.score(key(), answer(text), { as: 'csv', ...options });

  test('cells may hold the delimiter, line breaks and doubled quotation marks', () => {
    const { value, parsed } = read('名称,说明\r\n"甲,乙","一行\n""两""行"\r\n\r\n丙,\r\n');
    expect(value).toBe('pass');
    expect(JSON.parse(parsed ?? '')).toEqual([
      ['甲,乙', '一行"两"行'],
      ['丙', ''],
    ]);
  });

  test.each([
    ['a,b\n1,"2', '引号没有闭合'],
    ['a,b\n1,2"3', '引号的位置不对'],
    ['a,b\n"1"x,2', '引号的位置不对'],
  ])('%j is not CSV', (text, why) => {
    const { value, reason } = read(text);
    expect(value).toBe('fail');
    expect(reason?.zh).toContain(`第 2 行，${why}`);
  });

  test.each([';', '\t', '|', '^', ']', '-', '\\'])('%j may be the delimiter', (delimiter) => {
    const rows = [
      ['a', 'b'],
      ['1', '2,3'],
    ]
      .map((row) => row.join(delimiter))
      .join('\n');
    expect(read(rows, { delimiter, rows: 1, columns: ['a', 'b'] }).value).toBe('pass');
  });
});

test('numbers of YAML are compared as they are written', () => {
  const score = (text: string) =>
    format.score(key({ target: { id: 9007199254740992 } }), answer(text), { as: 'yaml' });
  expect(score('id: 9007199254740992').value).toBe('pass');
  expect(score('id: 9007199254740993')).toMatchObject({
    value: 'fail',
    parsed: '{"id":9007199254740993}',
  });
});
