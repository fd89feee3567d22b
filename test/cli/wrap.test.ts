import { describe, expect, test } from 'vitest';
import { wrap } from '../../src/cli/wrap.ts';

describe('text in lines', () => {
  test.each([
    ['short enough stays as it is', 'one two', 7, 'one two'],
    ['is broken at spaces', 'one two three', 8, 'one two\nthree'],
    ['counts Chinese characters twice', '一二三四五', 4, '一二\n三四\n五'],
    ['does not begin a line with a closing mark', '一二，三四', 4, '一\n二，\n三四'],
    ['does not end a line with an opening one', '一（二三）', 4, '一\n（二\n三）'],
    ['keeps a number and its sign together', '共 100% 通过', 6, '共\n100%\n通过'],
    ['breaks between scripts', '输出token数', 6, '输出\ntoken\n数'],
    [
      'leaves a word whole that is longer than a line',
      'a extraordinary b',
      5,
      'a\nextraordinary\nb',
    ],
    ['keeps its own line breaks and indentation', '\n  one\n  two', 80, '\n  one\n  two'],
    ['of nothing is nothing', '', 10, ''],
  ])('%s', (_, text, columns, lines) => {
    expect(wrap(text, columns)).toBe(lines);
  });
});
