import { expect, test } from 'vitest';
import { messagesFor } from '../../reports/messages.ts';
import { RESPONSE_OUTCOMES } from '../../src/model/index.ts';

/** Every text of a table with its path; a function stands for its text with blanks filled in. */
function texts(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, String(value(blanks(), '7', '7'))]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => texts(inner, `${path}.${key}`));
}

/** An argument object whose every property is 7. */
function blanks(): object {
  return new Proxy({}, { get: (_, key) => (key === Symbol.toPrimitive ? () => '7' : '7') });
}

const zh = texts(messagesFor('zh-CN'), 'zh');
const en = texts(messagesFor('en'), 'en');
/** Marks that are the same in both languages, and blanks that only one of them needs. */
const SIGNS =
  /\.(none|colon|listSeparator|sentenceGap|fullStop|brackets|coded|statusCount|media)$|pageNumber|levels/;

test('both languages have the same texts', () => {
  expect(zh.map(([path]) => path.slice(2))).toEqual(en.map(([path]) => path.slice(2)));
});

test('every Chinese text is Chinese, with full-width punctuation', () => {
  const texts = zh.filter(([path]) => !SIGNS.test(path));
  expect(texts.length).toBeGreaterThan(150);
  expect(texts.filter(([, text]) => !/\p{Script=Han}/u.test(text))).toEqual([]);
  // Half-width punctuation after a Han character is a slip of the keyboard.
  expect(texts.filter(([, text]) => /\p{Script=Han}[,;:?!()]/u.test(text))).toEqual([]);
});

test('every English text is English, with half-width punctuation', () => {
  const texts = en.filter(([path]) => !SIGNS.test(path));
  expect(texts.filter(([, text]) => !/[A-Za-z]/.test(text))).toEqual([]);
  expect(texts.filter(([, text]) => /\p{Script=Han}|[，。；：（）]/u.test(text))).toEqual([]);
});

test('every way in which a call can end has a title', () => {
  expect(Object.keys(messagesFor('en').statuses)).toEqual(
    expect.arrayContaining([...RESPONSE_OUTCOMES]),
  );
});

test('no text claims a certificate or an accreditation', () => {
  for (const [, text] of [...zh, ...en]) {
    expect(text).not.toMatch(/CMA|CNAS|认可标识|检验检测专用章/);
    expect(text.replaceAll(/不是认证证书|is not a certificate/g, '')).not.toMatch(
      /证书|certificate/i,
    );
  }
});
