import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Sample } from '../../src/model/index.ts';
import { choice } from '../../src/scorers/choice/index.ts';
import { scoreResponse } from '../../src/scorers/gate.ts';
import type { KnownCase } from '../../src/suite/known-case.ts';
import { type Permutation, permuteChoices } from '../../src/suite/permute-choices.ts';

const TEXTS: Readonly<Record<string, string>> = { A: '长江', B: '黄河', C: '珠江', D: '淮河' };

function known(fields: Partial<Sample> = {}, prompt?: string): KnownCase {
  const choices = fields.choices ?? Object.entries(TEXTS).map(([label, text]) => ({ label, text }));
  const shown = choices.map(({ label, text }) => `${label}. ${text}`).join('\n');
  return {
    reference: '答案：B',
    wrong: ['答案：A'],
    sample: {
      id: 'river-1',
      case: 'river-1',
      repeat: 1,
      suite: 's',
      indicator: 'custom',
      pool: 'public',
      expect: 'comply',
      target: 'B',
      scorer: { use: 'choice', options: {} },
      request: {
        messages: [
          { role: 'system', content: '你是考生。' },
          { role: 'user', content: prompt ?? `流经兰州的是哪条河？\n${shown}\n只写字母。` },
        ],
        params: {},
      },
      ...fields,
      choices,
    },
  };
}

const CIRCULAR: Permutation = { kind: 'circular' };

function variantsOf(from: KnownCase, permutation = CIRCULAR) {
  const permuted = permuteChoices(from, permutation);
  if ('findings' in permuted) throw new Error(JSON.stringify(permuted.findings));
  return permuted.variants;
}

function codes(from: KnownCase): string[] {
  const permuted = permuteChoices(from, CIRCULAR);
  return 'findings' in permuted ? permuted.findings.map(({ code }) => code) : [];
}

function userText({ sample }: KnownCase): string {
  const content = sample.request.messages.at(-1)?.content;
  return typeof content === 'string' ? content : '';
}

test('the circular variants move every option once through every place', () => {
  const variants = variantsOf(known());
  expect(variants.map(({ order }) => order.join(''))).toEqual(['ABCD', 'BCDA', 'CDAB', 'DABC']);
  expect(variants.map((v) => v.case.sample.id)).toEqual(
    [1, 2, 3, 4].map((number) => `river-1~${number}`),
  );
  expect(new Set(variants.map((v) => v.case.sample.cluster))).toEqual(new Set(['river-1']));
  expect(variants.map((v) => v.case.sample.target)).toEqual(['B', 'A', 'D', 'C']);
  expect(userText(variants[1]?.case ?? known())).toBe(
    '流经兰州的是哪条河？\nA. 黄河\nB. 珠江\nC. 淮河\nD. 长江\n只写字母。',
  );
});

test('stated answers are kept only where the order is', () => {
  const variants = variantsOf(known());
  expect(variants.map((v) => v.case.reference)).toEqual([
    '答案：B',
    undefined,
    undefined,
    undefined,
  ]);
  expect(variants.map((v) => v.case.wrong)).toEqual([['答案：A'], undefined, undefined, undefined]);
});

test('the option that was right is right in every order', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.constantFrom<string | string[]>('A', 'B', 'AC', 'BCD', ['D', 'A']),
      fc.boolean(),
      (seed, target, circular) => {
        const multiple = target !== 'A' && target !== 'B';
        const from = known({ target, scorer: { use: 'choice', options: { multiple } } });
        const right = new Set(Array.isArray(target) ? target : Array.from(target));
        for (const { case: made, order } of variantsOf(
          from,
          circular ? CIRCULAR : { kind: 'shuffle', seed },
        )) {
          const { choices = [] } = made.sample;
          expect(choices.map(({ text }) => text)).toEqual(order.map((label) => TEXTS[label]));
          const labels = choices.filter((_, i) => right.has(order[i] ?? '')).map((c) => c.label);
          const text = `答案：${labels.join('、')}`;
          const response = { outcome: 'ok' as const, text, timing: { totalMs: 1 } };
          expect(scoreResponse(choice, made.sample, response, { multiple }).value).toBe('pass');
          expect(choice.check?.(made.sample, { multiple })).toEqual([]);
        }
      },
    ),
  );
});

test('a shuffle is one variant, the same for the same seed', () => {
  const order = (seed: number): string =>
    variantsOf(known(), { kind: 'shuffle', seed })
      .map((v) => v.order.join(''))
      .join(' ');
  expect(order(7)).toBe(order(7));
  expect(order(7)).toHaveLength(4);
  const orders = new Set(Array.from({ length: 40 }, (_, seed) => order(seed)));
  expect(orders.size).toBeGreaterThan(10);
});

test('option texts with characters that a replacement would read are kept', () => {
  const choices = [
    { label: 'A', text: "$& 与 $'" },
    { label: 'B', text: '$1' },
  ];
  const variants = variantsOf(known({ choices, target: 'A' }));
  expect(userText(variants[1]?.case ?? known())).toContain("A. $1\nB. $& 与 $'");
});

describe('what cannot be permuted is a finding', () => {
  const withText = (label: string, text: string) =>
    known({
      choices: Object.entries({ ...TEXTS, [label]: text }).map(([l, t]) => ({ label: l, text: t })),
    });

  test.each([
    [
      'options that the prompt shows in its own way',
      known({}, '选哪个？(A)长江 (B)黄河'),
      'permute-frame',
    ],
    ['以上都不对', withText('D', '以上都不对'), 'permute-reference'],
    ['以上说法均正确', withText('D', '以上说法均正确'), 'permute-reference'],
    ['A和B', withText('D', 'A和B'), 'permute-reference'],
    ['all of the above', withText('D', 'All of the above'), 'permute-reference'],
    ['another scorer', known({ scorer: { use: 'exact', options: {} } }), 'permute'],
    ['no options', known({ choices: [] }), 'permute'],
    ['a target that is no label', known({ target: 'E' }), 'target'],
  ])('%s', (_what, from, code) => {
    expect(codes(from)).toContain(code);
  });

  test('a question that names a label', () => {
    const shown = Object.entries(TEXTS)
      .map(([label, text]) => `${label}. ${text}`)
      .join('\n');
    expect(codes(known({}, `为什么选项B是对的？\n${shown}`))).toEqual(['permute-reference']);
  });

  test.each(['18岁以上', '10度以下', '桌子上面', 'AB型血'])('%s names no option', (text) => {
    expect(codes(withText('D', text))).toEqual([]);
  });
});
