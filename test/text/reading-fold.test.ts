import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  foldScriptAndWidth,
  foldWidth,
  readingOf,
  sourceRange,
  without,
} from '../../src/text/index.ts';

test('only full-width ASCII and the ideographic space are folded: NFKC would corrupt numbers', () => {
  expect(foldWidth('：，；？！（Ａ）％　３．５')).toBe(':,;?!(A)% 3.5');
  expect(foldWidth('10² ½ ① … ㎡ 。、—“”【】')).toBe('10² ½ ① … ㎡ 。、—“”【】');
});

test('minus signs become one, traditional characters simplified, circled letters plain', () => {
  expect(foldScriptAndWidth('−5 ﹣5')).toBe('-5 -5');
  expect(foldScriptAndWidth('答案應為Ⓑ選項')).toBe('答案应为B选项');
});

test('a range of what is read is a range of what was written', () => {
  const reading = readingOf('答\u200b案：**Ｂ**');
  expect(reading.text).toBe('答案:**B**');
  const bare = without(reading, /\*/g);
  expect(bare.text).toBe('答案:B');
  expect(sourceRange(bare, 3, 4)).toEqual({ start: 6, end: 7, text: 'Ｂ' });
  expect(sourceRange(bare, 0, 2)).toEqual({ start: 0, end: 3, text: '答\u200b案' });
});

test('every unit read stands at its place in the text, whatever was dropped', () => {
  const unit = fc.constantFrom('a', 'Ｂ', '\u200b', '*', '應', '\ud83d\ude00', '\ud800', '\n');
  fc.assert(
    fc.property(fc.string({ unit }), (source) => {
      const reading = without(readingOf(source), /\*+/g);
      expect(reading.text.length).toBe(source.replace(/[\u200b*]/g, '').length);
      for (let i = 0; i < reading.text.length; i++) {
        const { start, end, text } = sourceRange(reading, i, i + 1);
        expect(source.slice(start, end)).toBe(text);
        expect(foldScriptAndWidth(text)).toBe(reading.text[i]);
      }
    }),
  );
});
