import { describe, expect, test } from 'vitest';
import { citation } from '../../src/scorers/citation/index.ts';
import { testAnyText, testExemplars, testMegabyte } from './invariants.ts';
import { answer, key, testVectors } from './vectors.ts';

testVectors(citation, 40);

const target = {
  sources: ['海葵号科考船于2019年3月下水。', '该船配备两台侧扫声呐。', '船员编制共四十八人。'],
};
const SETTINGS = [
  { key: key(), options: { sources: 3 } },
  { key: key(), options: { sources: 12, style: 'superscript', required: [1, 12] } },
  { key: key(), options: { sources: 3, style: 'lenticular', forbidden: [1], required: [3] } },
  { key: key(), options: { sources: 3, style: 'brackets', required: [1, 3], mode: 'exact' } },
  { key: key({ target }), options: { quoteMinOverlap: '0.8', minQuotes: 1 } },
];
testExemplars(citation, SETTINGS);
const PIECES = [
  '[1]',
  '[',
  ']',
  '1',
  ',',
  '-',
  '【2】',
  '“',
  '”',
  '甲乙丙丁戊己庚',
  '¹',
  '<sup>',
  '来源：',
];
testAnyText(citation, SETTINGS, PIECES);
testMegabyte(
  citation,
  [...SETTINGS.slice(0, 1), ...SETTINGS.slice(-1)],
  [
    '[1]',
    '[',
    '1,',
    '[1',
    '【1†',
    '“',
    '“甲乙丙丁戊己庚”[1]',
    '¹',
    '<sup>',
    '参考资料\n',
    '"',
    '[1-1000]',
  ],
);

describe('figures', () => {
  const score = (text: string, options: object) =>
    citation.score(key({ target }), answer(text), { ...options }).detail;

  test('precision is of what is cited, recall of what is required', () => {
    expect(score('见[1][2]。', { required: [1, 3] })).toMatchObject({
      cited: [1, 2],
      missing: [3],
      precision: '0.5000',
      recall: '0.5000',
    });
    expect(score('见[1][7]。', {})).toMatchObject({
      outOfRange: [7],
      precision: '0.5000',
      recall: null,
    });
  });

  test('a quotation that is not in its source is named with its overlap', () => {
    const { unsupported } = score('“该船配备三台侧扫声呐”[2]', { quoteMinOverlap: '0.9' });
    // 10 characters have 8 trigrams, of which the changed one breaks 3.
    expect(unsupported).toEqual([
      { text: '该船配备三台侧扫声呐', sources: [2], overlap: '0.6250' },
    ]);
  });
});

describe('checking a case', () => {
  test.each([
    ['no sources', key(), {}, 1],
    ['a number that is no source', key(), { sources: 2, required: [3] }, 1],
    ['required and forbidden', key(), { sources: 2, required: [1], forbidden: [1] }, 1],
    ['exact without a requirement', key(), { sources: 2, mode: 'exact' }, 1],
    ['quotations without texts', key(), { sources: 2, quoteMinOverlap: '0.8' }, 1],
    ['a sound case', key({ target }), { required: [3], quoteMinOverlap: '0.8' }, 0],
  ])('%s', (_what, grading, options, findings) => {
    expect(citation.check?.(grading, options)).toHaveLength(findings);
  });
});
