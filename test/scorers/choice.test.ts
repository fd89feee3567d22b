import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Choice, Json } from '../../src/model/index.ts';
import { choice } from '../../src/scorers/choice/index.ts';
import { scoreResponse } from '../../src/scorers/gate.ts';
import { answer, expectSound, key, testVectors } from './vectors.ts';

testVectors(choice, 60);

const LETTERS: readonly Choice[] = ['A', 'B', 'C', 'D'].map((label) => ({
  label,
  text: `${label}项`,
}));

const LABELS: readonly (readonly string[])[] = [
  ['A', 'B', 'C', 'D'],
  ['①', '②', '③', '④'],
  ['(1)', '(2)', '(3)'],
  ['甲', '乙', '丙', '丁'],
  ['回复1', '回复2'],
  ['对', '错'],
  ['True', 'False'],
];

describe('reading', () => {
  test('several right answers may be given in any order and the missing ones are named', () => {
    const grading = key({ target: ['A', 'C', 'D'], choices: LETTERS });
    const given = (text: string) =>
      scoreResponse(choice, grading, answer(text), { multiple: true });
    expect(given('答案：D、A、C')).toMatchObject({ value: 'pass', parsed: 'ACD' });
    expect(given('答案：A、C')).toMatchObject({
      value: 'fail',
      detail: { missing: ['D'], extra: [], partial: true },
    });
    expect(given('答案：A、B')).toMatchObject({
      value: 'fail',
      detail: { missing: ['C', 'D'], extra: ['B'], partial: false },
    });
  });

  test('the span is the label in the answer as written, behind reasoning and zero-width marks', () => {
    const text = '<think>或许选A</think>\n\n**\u200b答案**：（\u200bＢ）';
    const given = answer(text);
    const score = scoreResponse(choice, key({ target: 'B', choices: LETTERS }), given, {});
    expect(score).toMatchObject({ value: 'pass', span: { text: 'Ｂ' } });
    expectSound(score, given);
  });

  test('without choices the labels are A to D, or as far as the target goes', () => {
    const read = (target: string, text: string) =>
      scoreResponse(choice, key({ target }), answer(text), {}).status;
    expect(read('B', '答案：E')).toBe('unparsed');
    expect(read('F', '答案：E')).toBe('ok');
  });
});

describe('checking a case', () => {
  const findings = (target: Json, multiple = false, choices = LETTERS): number =>
    choice.check?.(key({ target, choices }), { multiple }).length ?? 0;

  test('a target outside the choices, or several without `multiple`, is a finding', () => {
    expect(findings('B')).toBe(0);
    expect(findings('E')).toBe(1);
    expect(findings('AC')).toBe(1);
    expect(findings('AC', true)).toBe(0);
    expect(findings(['A', 'C'], true)).toBe(0);
  });

  test('a label that occurs twice is a finding', () => {
    expect(findings('A', false, [...LETTERS, { label: 'A', text: '又一个' }])).toBeGreaterThan(0);
  });
});

const STREAM = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));

test('right exemplars pass and wrong ones fail, for labels of every kind', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LABELS),
      fc.nat(),
      fc.boolean(),
      STREAM,
      (labels, pick, multiple, stream) => {
        const choices = labels.map((label, i) => ({
          label,
          text: `第${'一二三四'[i] ?? ''}种说法`,
        }));
        const several = multiple && labels.length > 2;
        const target = several
          ? [labels[0] ?? '', labels[2] ?? '']
          : (labels[pick % labels.length] ?? '');
        const grading = key({ choices, target: target as Json });
        const random = (): number => stream.next().value ?? 0;
        for (const kind of ['right', 'wrong'] as const) {
          const made = choice.exemplify?.(grading, { multiple: several }, kind, random);
          const { value } = scoreResponse(choice, grading, answer(made?.text ?? ''), {
            multiple: several,
          });
          expect([made?.text, value]).toEqual([made?.text, kind === 'right' ? 'pass' : 'fail']);
        }
      },
    ),
    { numRuns: 500 },
  );
});

const PIECES = fc.constantFrom(
  'A',
  'B',
  'b',
  'AC',
  '答案',
  '：',
  '是',
  '选',
  '不',
  '、',
  '，',
  '。',
  '（',
  '）',
  '【',
  '】',
  '\n',
  ' ',
  '正确',
  '错误',
  '如果',
  '等等',
  '或',
  '\\boxed{',
  '**',
  '除',
  '其他都对',
  '？',
  '<think>',
  '</think>',
  '\ud800',
  '𝐁',
  'Ⓑ',
  '①',
);
const TEXT = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join('')),
);

test('throws on no answer, and never passes without a label in its span', () => {
  fc.assert(
    fc.property(TEXT, fc.boolean(), fc.constantFrom(...LABELS), (text, multiple, labels) => {
      const choices = labels.map((label) => ({ label, text: '' }));
      const given = answer(text);
      const score = scoreResponse(choice, key({ target: labels[0] ?? '', choices }), given, {
        multiple,
      });
      expectSound(score, given);
      if (score.value === 'pass') expect(score.span?.text).not.toBe('');
    }),
    { numRuns: 3000 },
  );
});

test('a megabyte of anything is read in linear time', () => {
  const pieces = [
    'A、',
    '答案A',
    'A\n',
    'A ',
    '不',
    '全都',
    '【A】',
    '(',
    'A比',
    '答案：',
    '选A或',
    '*',
    '_',
    '。',
    '如果选A，',
    ' ',
    '\n',
    'A，',
    '~~',
    '除了A',
    '应该',
  ];
  for (const piece of pieces) {
    for (const [head, tail] of [
      ['', ''],
      ['答案', 'x'],
      ['A', '。B'],
    ] as const) {
      const long = answer(head + piece.repeat(Math.ceil(1_000_000 / piece.length)) + tail);
      const start = performance.now();
      scoreResponse(choice, key({ target: 'B', choices: LETTERS }), long, { multiple: true });
      // Far above what linear work takes here, far below what quadratic work would.
      expect([piece, performance.now() - start < 3000]).toEqual([piece, true]);
    }
  }
});
