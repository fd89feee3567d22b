import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scoreResponse } from '../../src/scorers/gate.ts';
import { number } from '../../src/scorers/number/index.ts';
import { conversion, unitsNamed } from '../../src/scorers/number/units.ts';
import { answer, expectSound, key, testVectors } from './vectors.ts';

testVectors(number, 60);

describe('checking a case', () => {
  const findings = (target: string, options = {}): number =>
    number.check?.(key({ target }), options).length ?? 0;

  test.each(['84', '-3.5', '3/4', '84 箱', '1,234 元', '一年六个月', '85%', '84 纸箱'])(
    '%s is a target',
    (target) => expect(findings(target)).toBe(0),
  );

  test.each(['', '无解', '3-5', '三五个', '3 或 4', '2024年5月1日'])('%j is none', (target) =>
    expect(findings(target)).toBe(1),
  );

  test('a unit cannot be required of a target without one', () => {
    expect(findings('84', { unit: 'required' })).toBe(1);
    expect(findings('84 箱', { unit: 'required' })).toBe(0);
  });
});

test('a unit per another is known by its name, an unknown one is its own', () => {
  expect(unitsNamed('km/h').map(({ name }) => name)).toEqual(['千米/小时']);
  expect(conversion(unitsNamed('km/h'), unitsNamed('m/s'))).toEqual({ n: 5n, d: 18n });
  expect(unitsNamed('纸箱').map(({ dimension }) => dimension)).toEqual(['own:纸箱']);
  expect(conversion(unitsNamed('纸箱'), unitsNamed('箱'))).toBeNull();
});

test('the span is the number as written', () => {
  const given = answer('<think>也许是12</think>答案：**１，２３４ 元**。');
  const score = scoreResponse(number, key({ target: '1234 元' }), given, {});
  expect(score).toMatchObject({ value: 'pass', parsed: '1234', span: { text: '１，２３４ 元' } });
  expectSound(score, given);
});

test('numbers are exact where floats are not', () => {
  const value = (text: string, target: string) =>
    scoreResponse(number, key({ target }), answer(text), {}).value;
  expect(value('9007199254740993', '9007199254740992')).toBe('fail');
  expect(value('0.1000000000000000055511151231257827', '0.1')).toBe('fail');
  expect(value('1/3', '0.3333333333333333')).toBe('fail');
});

const STREAM = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));
const TARGETS = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }).map(String),
  fc
    .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 1, max: 99 }))
    .map(([a, b]) => `${a}.${b}`),
  fc
    .tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 2, max: 30 }))
    .map(([a, b]) => `${a}/${b}`),
  fc
    .tuple(fc.nat(999), fc.constantFrom('箱', '元', '千米', '小时', '纸箱', 'kg', '平方米', '岁'))
    .map(([a, u]) => `${a} ${u}`),
  fc.constantFrom('85%', '一年六个月', '2小时30分', '三分之一', '12块5'),
);
const OPTIONS = fc.constantFrom(
  {},
  { tolerance: { abs: '0.5' } },
  { tolerance: { rel: '0.05' } },
  { unit: 'ignored' },
  { unit: 'optional' },
);

test('right exemplars pass and wrong ones fail', () => {
  fc.assert(
    fc.property(TARGETS, OPTIONS, STREAM, (target, options, stream) => {
      const grading = key({ target });
      expect(number.check?.(grading, options)).toEqual([]);
      const random = (): number => stream.next().value ?? 0;
      for (const kind of ['right', 'wrong'] as const) {
        const made = number.exemplify?.(grading, options, kind, random);
        const { value } = scoreResponse(number, grading, answer(made?.text ?? ''), options);
        expect([target, made?.text, value]).toEqual([
          target,
          made?.text,
          kind === 'right' ? 'pass' : 'fail',
        ]);
      }
    }),
    { numRuns: 1500 },
  );
});

const PIECES = fc.constantFrom(
  '1',
  '2',
  '0',
  ',',
  '，',
  '.',
  '-',
  '−',
  '±',
  '/',
  '：',
  '%',
  '百分之',
  '一',
  '三',
  '十',
  '百',
  '万',
  '亿',
  '半',
  '点',
  '又',
  '分之',
  '负',
  '零下',
  '个',
  '元',
  '年',
  '月',
  '日',
  '答案',
  '是',
  '=',
  '×',
  '10^',
  '²',
  '\\frac{',
  '}',
  '{',
  '$',
  '**',
  '或',
  '第',
  '约',
  '\n',
  ' ',
  '(',
  ')',
  '\ud800',
  '兆',
  'e9',
  '折',
  '成',
  '<think>',
  '</think>',
);
const TEXT = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join('')),
);

test('throws on no answer, and what it reads is where it says', () => {
  fc.assert(
    fc.property(TEXT, fc.constantFrom('84', '84 箱', '18 个月', '3/4'), (text, target) => {
      const given = answer(text);
      const score = scoreResponse(number, key({ target }), given, {});
      expectSound(score, given);
      if (score.parsed !== null) expect(score.parsed).toMatch(/^-?\d+(?:\.\d+|\/\d+)?$/);
    }),
    { numRuns: 4000 },
  );
});

test('a megabyte of anything is read in linear time', () => {
  const pieces = [
    '1',
    '1,',
    '1 ',
    '答案：1',
    '一',
    '亿',
    '3-',
    '1=1+',
    '(',
    '半',
    '.',
    '。',
    '**',
    '$',
    '答案是',
    '\\frac',
    '负',
    '1年',
    '第1',
    '1或',
    '不是1而是',
    '\n',
    ' ',
    '答',
    '{,}',
    '9^9',
    '应为',
    '1、',
  ];
  for (const piece of pieces) {
    for (const [head, tail] of [
      ['', ''],
      ['答案', 'x'],
      ['1', '。2'],
    ] as const) {
      const long = answer(head + piece.repeat(Math.ceil(1_000_000 / piece.length)) + tail);
      const start = performance.now();
      scoreResponse(number, key({ target: '84 箱' }), long, {});
      // Far above what linear work takes here, far below what quadratic work would.
      expect([piece, performance.now() - start < 3000]).toEqual([piece, true]);
    }
  }
});
