import { expect, test } from 'vitest';
import { scriptRatio } from '../../src/scorers/script-ratio.ts';
import { testAnyText, testExemplars, testMegabyte } from './invariants.ts';
import { answer, key, testVectors } from './vectors.ts';

testVectors(scriptRatio, 25);

const SETTINGS = [
  { script: 'han', min: '0.9' },
  { script: 'latin', min: '0.5', ignoreCode: true },
  { script: 'simplified', min: '1' },
  { script: 'traditional', min: '0.95' },
  { script: 'cyrillic', max: '0' },
  { script: 'hiragana-katakana', min: '0.2' },
  { script: 'hangul', min: '0.6', max: '1' },
].map((options) => ({ key: key(), options }));
testExemplars(scriptRatio, SETTINGS);
testAnyText(scriptRatio, SETTINGS, ['中', 'a', '`', '```', 'ж', 'あ', '한', 'https://a', '問']);
testMegabyte(scriptRatio, SETTINGS.slice(1, 3), [
  '中',
  'a',
  '`',
  '`a',
  '```\n',
  'www.',
  'ж',
  '中a',
  'é',
]);

test('the span of a leak is its first row of letters', () => {
  const options = { script: 'cyrillic', max: '0' };
  const score = scriptRatio.score(key(), answer('优势是 цена 和 вес。'), options);
  expect(score.span).toEqual({ start: 4, end: 8, text: 'цена' });
  expect(score.detail).toMatchObject({ letters: 11, of: 7, scripts: { han: 4, cyrillic: 7 } });
});

test('limits that no share can keep are a finding', () => {
  expect(scriptRatio.check?.(key(), { script: 'han', min: '0.9', max: '0.1' })).toHaveLength(1);
  expect(scriptRatio.check?.(key(), { script: 'han', min: '0.1', max: '0.9' })).toEqual([]);
});
