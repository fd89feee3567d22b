import { describe, expect, test } from 'vitest';
import { needle } from '../../src/scorers/needle/index.ts';
import { needleText } from '../../src/scorers/needle/reading.ts';
import { testAnyText, testExemplars, testMegabyte } from './invariants.ts';
import { answer, key, testVectors } from './vectors.ts';

testVectors(needle, 30);

const facts = key({ target: ['白鹭洲头', ['4217', '四二一七'], '三点五米'] });
const SETTINGS = [
  { key: facts, options: {} },
  { key: facts, options: { mode: 'any', forbid: ['黄鹤矶边'] } },
  { key: facts, options: { mode: 'share', share: '0.6' } },
  { key: facts, options: { ordered: true } },
  { key: key({ target: '成都' }), options: {} },
];
testExemplars(needle, SETTINGS);
testAnyText(needle, SETTINGS, [
  '4217',
  '四',
  '二一七',
  '点',
  '万',
  '百分之',
  ',',
  '白鹭洲头',
  '3.5米',
]);
testMegabyte(needle, SETTINGS.slice(0, 2), [
  '4217',
  '四',
  '一,',
  '1,234',
  '点',
  '百分之',
  '万',
  '白鹭洲',
  ' ',
  '*',
]);

test.each([
  ['一百二十三', '123'],
  ['1,234,567', '1234567'],
  ['1,2345', '1,2345'],
  ['12万', '120000'],
  ['1.2亿', '120000000'],
  ['十二万', '120000'],
  ['百分之八十五', '85%'],
  ['二〇二四年', '2024年'],
  ['零零七', '007'],
  ['三五个', '三五个'],
  ['３．５', '3.5'],
  ['12千克', '12千克'],
  ['**42**', '42'],
])('%s is read as %s', (written, read) => {
  expect(needleText(written)).toBe(read);
});

test('what is found has its place in the answer as written', () => {
  const text = '先说：**四千二百一十七**，再说 白鷺洲頭。';
  const { detail } = needle.score(facts, answer(text), {});
  const found = detail['found'] as { fact: string; start: number; end: number }[];
  expect(found.map(({ fact, start, end }) => [fact, text.slice(start, end)])).toEqual([
    ['白鹭洲头', '白鷺洲頭'],
    ['4217', '四千二百一十七'],
  ]);
  expect(detail).toMatchObject({ missed: ['三点五米'], recall: '0.6667' });
});

describe('checking a case', () => {
  test.each([
    ['a share without the mode', { share: '0.5' }, 1],
    ['the mode without a share', { mode: 'share' }, 1],
    ['a forbidden text inside a fact', { forbid: ['白鹭'] }, 1],
    ['a sound case', { mode: 'share', share: '0.5', forbid: ['黄鹤'] }, 0],
  ])('%s', (_what, options, findings) => {
    expect(needle.check?.(facts, options)).toHaveLength(findings);
  });

  test('a fact of marks only is nothing to look for', () => {
    expect(needle.check?.(key({ target: ['**'] }), {})).toHaveLength(1);
  });
});
