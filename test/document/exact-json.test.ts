import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  firstWrittenNumber,
  parseExactJson,
  roundedJson,
  WrittenNumber,
} from '../../src/document/index.ts';

test('what JSON.parse reads without rounding is read alike', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(0, 2), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(parseExactJson(text)).toEqual(JSON.parse(text));
    }),
  );
});

test('numbers that no double holds are written out again as they were', () => {
  const text = '{"id":9007199254740993,"list":[0.12345678901234567890,1e999,0.1,"1e999"]}';
  const value = parseExactJson(text);
  expect(JSON.stringify(value)).toBe(text);
  expect(value).toMatchObject({ id: new WrittenNumber('9007199254740993') });
  expect(firstWrittenNumber(value)?.numeral).toBe('9007199254740993');
  expect(roundedJson(value).below).toEqual({
    id: 9007199254740992,
    list: [0.12345678901234568, Number.MAX_VALUE, 0.1, '1e999'],
  });
  expect(roundedJson(value).above).toMatchObject({ id: 9007199254740994 });
});

test('a key called __proto__ is a key', () => {
  const value = parseExactJson('{"__proto__": 9007199254740993}');
  expect(Object.keys(value as object)).toEqual(['__proto__']);
  expect(Object.keys(roundedJson(value).below as object)).toEqual(['__proto__']);
});

test('what is no JSON is an error, as it is to JSON.parse', () => {
  expect(() => parseExactJson('{"a": 09007199254740993}')).toThrow(SyntaxError);
});
