import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../src/model/index.ts';
import { scoreResponse } from '../../src/scorers/gate.ts';
import { math } from '../../src/scorers/math/index.ts';
import { answer, expectSound, key, keyOf, testVectors, vectorsOf } from './vectors.ts';

testVectors(math, 200);

function scored(text: string, target: string | string[], options: JsonObject = {}) {
  return scoreResponse(math, key({ target }), answer(text), options);
}

describe('the tier that decided is recorded', () => {
  test.each([
    ['x=0.50', '\\frac12', 'canonical', 1],
    ['2^{10}', '1024', 'rational', 2],
    ['\\{2,1\\}', '{1,2}', 'structure', 3],
    ['(x+1)^2', 'x^2+2x+1', 'sampling', 4],
  ])('%s is %s by %s', (text, target, rule, tier) => {
    expect(scored(text, target)).toMatchObject({
      value: 'pass',
      rule,
      detail: { tier, tierName: rule },
    });
  });

  test.each([
    ['0.3', '1/3', 2],
    ['\\{2,1,3\\}', '{1,2}', 3],
    ['(x+1)^2', 'x^2+2x+2', 4],
  ])('%s is not %s by tier %s', (text, target, tier) => {
    expect(scored(text, target)).toMatchObject({
      value: 'fail',
      rule: 'different',
      detail: { tier },
    });
  });

  test('what no tier decides is neither right nor wrong', () => {
    const undecided = { value: 'invalid', status: 'undecided', rule: 'undecided' };
    expect(scored('\\log 100', '2')).toMatchObject(undecided);
    expect(scored('\\ln x^2', '2\\ln x')).toMatchObject(undecided);
    expect(scored('\\ln x^2', '2\\ln x').detail).not.toHaveProperty('tier');
  });
});

describe('checking a case', () => {
  const findings = (target: string | string[], options = {}): number =>
    math.check?.(key({ target }), options).length ?? 0;

  test.each([
    '84',
    '\\frac{1}{2}',
    'x=1或x=2',
    '无解',
    '[1,2)∪(3,+∞)',
    '\\{1,2\\}',
    'y=2x+1',
    '84 纸箱',
    'k\\pi+\\frac{\\pi}{6},k\\in\\mathbb{Z}',
  ])('%s is a target', (target) => expect(findings(target)).toBe(0));

  test.each(['', 'B', '见解析', '\\int_0^1 x dx', '1+', '(1,2'])('%j is none', (target) =>
    expect(findings(target)).toBe(1),
  );

  test('every accepted answer is checked', () => {
    expect(findings(['1', '见解析', '略'])).toBe(2);
  });

  test('options that ask for what the target has not are found', () => {
    expect(findings('5', { unit: 'required' })).toBe(1);
    expect(findings('5 cm', { unit: 'required' })).toBe(0);
    expect(findings('{1,2}', { ordered: true })).toBe(1);
    expect(findings('1, 2', { ordered: true })).toBe(0);
  });
});

test('the span is the answer as written', () => {
  const text = '<think>也许是 $x=7$</think>解得，所以最终答案是 **$x＝\\dfrac{１}{2}$**。';
  const score = scored(text, '1/2');
  expect(score).toMatchObject({ value: 'pass', span: { text: 'x＝\\dfrac{１}{2}' } });
  expectSound(score, answer(text));
});

test('a text cannot make the reader do unbounded work', () => {
  for (const text of [
    '9^{9^{9^{9}}}',
    '99999999^{99999999}',
    `${'('.repeat(500)}1${')'.repeat(500)}`,
    `${'\\sqrt{'.repeat(150)}2${'}'.repeat(150)}`,
    `\\boxed{${'{'.repeat(900)}1${'}'.repeat(900)}}`,
    '170!!',
    '\\binom{99999999}{5000000}',
    '1.0e9999',
    `${'-'.repeat(399)}1`,
  ]) {
    const start = performance.now();
    expect([text.slice(0, 20), scored(text, '7').value === 'pass']).toEqual([
      text.slice(0, 20),
      false,
    ]);
    expect(performance.now() - start).toBeLessThan(1000);
  }
});

const STREAM = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));
const SMALL = fc.integer({ min: 1, max: 40 });
const TARGETS = fc.oneof(
  fc.integer({ min: -9999, max: 9999 }).map(String),
  fc.tuple(SMALL, SMALL).map(([a, b]) => `\\frac{${a}}{${b}}`),
  fc.tuple(SMALL, SMALL).map(([a, b]) => `${a}\\sqrt{${b}}`),
  fc.tuple(SMALL, SMALL).map(([a, b]) => `x=${a}或x=-${b}`),
  fc.tuple(SMALL, SMALL).map(([a, b]) => `(-${a},${b}]`),
  fc.tuple(SMALL, SMALL).map(([a, b]) => `y=${a}x-${b}`),
  fc.tuple(SMALL, SMALL).map(([a, b]) => `${a}x^2+${b}x`),
  fc.tuple(SMALL, SMALL).map(([a, b]) => `x=${a},y=${b}`),
  SMALL.map((a) => `${a}\\pi \\text{ cm}^2`),
  SMALL.map((a) => `${a}^\\circ`),
  SMALL.map((a) => `${a}%`),
  fc.constantFrom('无解', 'R', '\\{1,2,3\\}', '1, 2, 3', '84 纸箱', 'x>3', '3+4i'),
);

test('right exemplars pass and wrong ones fail', () => {
  fc.assert(
    fc.property(
      TARGETS,
      fc.constantFrom({}, { tolerance: { abs: '0.5' } }, { unit: 'ignored' }),
      STREAM,
      (target, options, stream) => {
        const grading = key({ target });
        expect([target, math.check?.(grading, options)]).toEqual([target, []]);
        const random = (): number => stream.next().value ?? 0;
        for (const kind of ['right', 'wrong'] as const) {
          const made = math.exemplify?.(grading, options, kind, random);
          expect([target, kind, made === null]).toEqual([target, kind, false]);
          const { value } = scoreResponse(math, grading, answer(made?.text ?? ''), options);
          const wanted = kind === 'right' ? 'pass' : 'fail';
          expect([target, made?.text, value]).toEqual([target, made?.text, wanted]);
        }
      },
    ),
    { numRuns: 400 },
  );
});

test('rational arithmetic is exact: a sum of fractions equals its value and no neighbour', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(SMALL, SMALL), { minLength: 1, maxLength: 5 }), (terms) => {
      const sum = terms.map(([a, b]) => `\\frac{${a}}{${b}}`).join('+');
      const d = terms.reduce((product, [, b]) => product * BigInt(b), 1n);
      const n = terms.reduce((total, [a, b]) => total + (BigInt(a) * d) / BigInt(b), 0n);
      expect(scored(`${n}/${d}`, sum).value).toBe('pass');
      expect(scored(`${n + 1n}/${d}`, sum).value).toBe('fail');
    }),
    { numRuns: 200 },
  );
});

test('products equal their expansion, and not one with a slip', () => {
  fc.assert(
    fc.property(SMALL, SMALL, SMALL, (a, b, c) => {
      const product = `(${a}x+${b})(x-${c})`;
      expect(scored(`${a}x^2+${b - a * c}x-${b * c}`.replace('+-', '-'), product).value).toBe(
        'pass',
      );
      expect(scored(`${a}x^2+${b - a * c}x-${b * c + 1}`.replace('+-', '-'), product).value).toBe(
        'fail',
      );
    }),
    { numRuns: 100 },
  );
});

/** The same answer in another dress. */
const DRESSES: readonly (readonly [string, (text: string) => string])[] = [
  ['a reasoning block in front', (text) => `<think>先算 x=97，再算 \\boxed{98}</think>\n\n${text}`],
  ['white space around', (text) => `\n \t${text}　\n\n`],
  [
    'full width outside LaTeX',
    (text) =>
      /[\\!$*`]/.test(text)
        ? text
        : text.replace(/[0-9A-Za-z=+,():<>]/g, (c) =>
            String.fromCharCode(c.charCodeAt(0) + 0xfee0),
          ),
  ],
  ['bold around', (text) => (/[*`$\n<]/.test(text) ? text : `**${text}**`)],
];

describe.each(DRESSES)('a score does not hang on %s', (_name, dress) => {
  test.each(vectorsOf('math').map((v) => [v.id, v] as const))('%s', (_id, vector) => {
    if (typeof vector.response !== 'string' || vector.response.includes('<think>')) return;
    const { value, status, parsed } = scoreResponse(
      math,
      keyOf(vector),
      answer(dress(vector.response)),
      vector.options ?? {},
    );
    expect({ value, status, parsed }).toMatchObject({
      value: vector.expect.value,
      status: vector.expect.status,
      parsed: vector.expect.parsed,
    });
  });
});

const PIECES = fc.constantFrom(
  ...'0 1 2 , ， . - − ± / ： % ! ! ° 度 √ π ∞ ∪ ∩ ∈ ∅ | ( ) [ ] { } $ ** _ ^ = < ≤ ≠ ≈ x y k e i R'.split(
    ' ',
  ),
  ...'或 和 且 又 当 时 无解 不存在 答案 是 为 所以 面积 平方厘米 个 三 分之 十'.split(' '),
  ...'\\frac \\sqrt \\sin \\log_ \\text{或} \\text{ cm} \\boxed{ \\left( \\right) \\{ \\} \\\\ \\pm \\circ \\infty \\begin{cases} \\end{cases} \\binom sin ln'.split(
    ' ',
  ),
  '\n',
  ' ',
  '\ud800',
  'e9',
  '1,234',
  '₁',
  '²',
  '½',
  '<think>',
  '</think>',
);
const TEXT = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.array(PIECES, { maxLength: 40 }).map((pieces) => pieces.join('')),
);

test('throws on no answer, and what it reads is where it says', () => {
  fc.assert(
    fc.property(TEXT, fc.constantFrom('84', 'x=1或x=2', '[1,2)', 'y=2x+1', '无解'), (text, t) => {
      const score = scored(text, t);
      expectSound(score, answer(text));
      if (score.status === 'ok') expect(score.detail).toHaveProperty('tier');
    }),
    { numRuns: 4000 },
  );
});

test('throws on no target', () => {
  fc.assert(
    fc.property(TEXT, (target) => {
      const given = key({ target });
      math.check?.(given, {});
      math.exemplify?.(given, {}, 'wrong', () => 0.5);
      expect(scored('x=1', target).status).not.toBe('');
    }),
    { numRuns: 1000 },
  );
});

test('a megabyte of anything is read in linear time', () => {
  const pieces = [
    '1',
    '1,',
    '1 ',
    '(',
    ')',
    '{',
    '\\boxed{',
    '\\boxed{1}',
    '\\boxed',
    '答案：1',
    '答案是',
    '所以',
    '所以x是',
    'x=1或',
    '1+',
    '\\frac',
    '√',
    '$',
    '**',
    '*',
    '\n',
    '。',
    '当',
    '时',
    '不是',
    '最大值',
    'k∈Z',
    '\\begin',
    '\\end',
    '\\text{',
    '一',
    '或',
    ' ',
    'answer ',
    'a',
    '\\',
    '|',
    '！',
    '1}或\\boxed{',
    '1。',
  ]; // prettier-ignore
  for (const piece of pieces) {
    for (const [head, tail] of [
      ['', ''],
      ['答案', 'x'],
      ['1', '。2'],
    ] as const) {
      const long = head + piece.repeat(Math.ceil(1_000_000 / piece.length)) + tail;
      const start = performance.now();
      scored(long, 'x=1或x=2');
      // Far above what linear work takes here, far below what quadratic work would.
      expect([piece, performance.now() - start < 3000]).toEqual([piece, true]);
    }
  }
});
