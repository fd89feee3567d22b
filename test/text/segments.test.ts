import { expect, test } from 'vitest';
import {
  blankLineParagraphs,
  codeFences,
  emojiCount,
  isHan,
  isSimplifiedOnly,
  isTraditionalOnly,
  LENGTH_UNITS,
  lengthOf,
  sentencesOf,
  trimEndOf,
  trimStartOf,
  withoutCodeFences,
} from '../../src/text/index.ts';
import { SHARED, SIMPLIFIED, TRADITIONAL } from '../../src/text/script-table.ts';

const sentences = (text: string): string[] =>
  sentencesOf(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['他说：“走吧。”然后离开了。', ['他说：“走吧。”', '然后离开了。']],
  ['真的吗？！好吧……', ['真的吗？！', '好吧……']],
  ['圆周率是3.14。', ['圆周率是3.14。']],
  ['见 https://a.cn/x?id=1 一页。', ['见 https://a.cn/x?id=1 一页。']],
  ['Dr. Wang lives in the U.S. now. Fine.', ['Dr. Wang lives in the U.S. now.', 'Fine.']],
  ['1. 一\n2. 二', ['1. 一', '2. 二']],
  ['---\n\n好', ['好']],
  ['', []],
])('sentences of %j', (text, expected) => expect(sentences(text)).toEqual(expected));

test('lengths differ by unit', () => {
  const of = (text: string): number[] => LENGTH_UNITS.map((unit) => lengthOf(text, unit));
  //           han, han-words, word-count, codepoints, graphemes
  expect(of('你好，world！')).toEqual([2, 3, 5, 9, 9]);
  expect(of('𠮷〇々')).toEqual([3, 3, 3, 3, 3]);
  expect(of('👨‍👩‍👧é')).toEqual([0, 1, 1, 6, 2]);
  expect(of('don’t GPT-4 3.5')).toEqual([0, 3, 3, 15, 15]);
});

test('emoji are counted as people see them', () => {
  expect(emojiCount('👍🏽👨‍👩‍👧🇨🇳✅ 1 © 甲')).toBe(4);
});

test('scripts: what both use proves nothing', () => {
  expect(Array.from('国学们').every(isSimplifiedOnly)).toBe(true);
  expect(Array.from('國學們後').every(isTraditionalOnly)).toBe(true);
  expect(Array.from('天后里干人').some((c) => isSimplifiedOnly(c) || isTraditionalOnly(c))).toBe(
    false,
  );
  expect(TRADITIONAL).toHaveLength(SIMPLIFIED.length);
  expect(new Set(TRADITIONAL).size).toBe(TRADITIONAL.length);
  expect(Array.from(SHARED).every((c) => SIMPLIFIED.includes(c))).toBe(true);
  expect(Array.from(TRADITIONAL + SIMPLIFIED).every(isHan)).toBe(true);
});

test('paragraphs are parted by blank lines, blank or not', () => {
  expect(blankLineParagraphs('一\r\n\r\n二\n \t\n三\n四')).toEqual(['一', '二', '三\n四']);
});

test.each([
  ['```js\na\n```', [['js', 'a\n', true]]],
  ['~~~\na\n~~~', [['', 'a\n', true]]],
  ['````md\n```\n````', [['md', '```\n', true]]],
  ['```Python title="x"\na', [['python', 'a', false]]],
  ['- ```js\n  a\n  ```', [['js', '  a\n', true]]],
  ['a ```js\n``` `b`', []],
])('fences of %j', (text, expected) => {
  const fences = codeFences(text);
  expect(fences.map(({ tag, code, closed }) => [tag, code, closed])).toEqual(expected);
  for (const { code, start, end } of fences) expect(text.slice(start, end)).toBe(code);
});

test('text without its fences', () => {
  expect(withoutCodeFences('甲\n```\n- 乙\n```\n丙').replace(/\n+/g, '\n')).toBe('甲\n丙');
});

test('trimming takes linear time on rows of marks', () => {
  const row = `${'。'.repeat(1_000_000)}x`;
  const start = performance.now();
  expect(trimEndOf(row, '。')).toBe(row);
  expect(trimStartOf(row, '。')).toBe('x');
  expect(performance.now() - start).toBeLessThan(2000);
});
