import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaFindings } from '../../src/document/index.ts';
import { scoreResponse } from '../../src/scorers/index.ts';
import { textOverlap } from '../../src/scorers/text-overlap/index.ts';
import { tokensOf } from '../../src/text/metrics/index.ts';
import { answer, expectSound, key, testVectors, vectorsOf } from './vectors.ts';

testVectors(textOverlap, 30);

const ROUGE = { metric: 'rouge-l', threshold: '0.5' };
const BLEU = { metric: 'bleu', threshold: '0.5' };
const CHRF = { metric: 'chrf', threshold: '0.5' };
const CASES = [ROUGE, { ...ROUGE, tokens: 'mixed', beta: '1.2' }, BLEU, CHRF];
const TARGET = key({ target: ['项目于三月通过验收。', 'The project passed in March.'] });

describe('detail', () => {
  test('ROUGE-L shows what the figure is made of, and the best reference', () => {
    const grading = key({ target: ['完全无关', 'A B C D'] });
    const score = scoreResponse(textOverlap, grading, answer('A B X'), ROUGE);
    expect(score).toMatchObject({ value: 'pass', parsed: '0.571429', rule: 'rouge-l' });
    expect(score.detail).toEqual({
      figure: '0.571429',
      precision: '0.666667',
      recall: '0.500000',
      lcs: 2,
      answerTokens: 3,
      referenceTokens: 4,
      reference: 2,
      signature: 'rouge-l|nrefs:2,best|case:mixed|level:sentence|tok:char-1|beta:1',
    });
  });

  test('BLEU shows the counts from which the corpus figure is computed', () => {
    const grading = key({ target: '今天天气很好。' });
    const { detail } = scoreResponse(textOverlap, grading, answer('今天天气真好。'), BLEU);
    expect(detail).toEqual({
      figure: '0.488923',
      precisions: ['0.857143', '0.666667', '0.400000', '0.250000'],
      brevityPenalty: '1.000000',
      matched: [6, 4, 2, 1],
      total: [7, 6, 5, 4],
      answerTokens: 7,
      referenceTokens: 7,
      signature: 'bleu|nrefs:1|case:mixed|eff:yes|tok:zh-sacrebleu-2.6.0|smooth:exp|n:4',
    });
  });

  test('chrF names the orders and β', () => {
    const grading = key({ target: '今天天气很好。' });
    const { detail } = scoreResponse(textOverlap, grading, answer('今天天气真好。'), CHRF);
    expect(detail).toMatchObject({ figure: '0.362302', reference: 1 });
    expect(detail['signature']).toBe(
      'chrf|nrefs:1,best|case:mixed|eff:yes|nc:6|nw:0|space:no|beta:2',
    );
  });
});

describe('long texts', () => {
  test.each(CASES)('20,000 characters are compared, one more is not: $metric', (options) => {
    const reference = '文'.repeat(20_000);
    const grading = key({ target: reference });
    expect(scoreResponse(textOverlap, grading, answer(reference), options).value).toBe('pass');
    const score = scoreResponse(textOverlap, grading, answer(`${reference}字`), options);
    expect(score).toMatchObject({ value: 'invalid', status: 'too_long', parsed: null });
    // Code points count, not UTF-16 units.
    const emoji = answer('😀'.repeat(20_000));
    expect(scoreResponse(textOverlap, grading, emoji, options).status).toBe('ok');
  });

  test.each(CASES)('a megabyte is turned down at once: $metric', (options) => {
    for (const piece of ['字', ' ', '\u3000', 'a.', '😀']) {
      const long = answer(`x${piece.repeat(1_000_000)}x`);
      const start = performance.now();
      expect(scoreResponse(textOverlap, TARGET, long, options).status).toBe('too_long');
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});

describe('check', () => {
  const found = (target: string | string[], options: object): string[] =>
    (textOverlap.check?.(key({ target }), options as never) ?? []).map(({ zh, en }) => {
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
      return en;
    });

  test('sound cases have no findings', () => {
    for (const options of CASES) expect(found('参考', options)).toEqual([]);
  });

  test.each([
    [
      'a threshold that everything reaches',
      '参考',
      { ...BLEU, threshold: '0.000' },
      /every answer passes/,
    ],
    ['β of 0', '参考', { ...ROUGE, beta: '0' }, /above 0/],
    [
      'an option of another metric',
      '参考',
      { ...BLEU, tokens: 'char' },
      /"tokens" belongs to rouge-l/,
    ],
    ['an option of another metric', '参考', { ...CHRF, beta: '1' }, /"beta" belongs to rouge-l/],
    ['a blank reference', ['参考', ' \n'], ROUGE, /Reference 2 has no characters/],
    ['a reference that is too long', '长'.repeat(20_001), ROUGE, /more than 20000 characters/],
  ] as const)('finds %s', (_what, target, options, message) => {
    const findings = found(target as string | string[], options);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(message);
  });

  test.each(['.5', '1.1', '1.01', '0.1234567', '50%', '', '-0.1', 0.5])(
    'the threshold %j is none',
    (threshold) => {
      const options = { metric: 'bleu', threshold };
      expect(schemaFindings(textOverlap.options, options as never)).not.toEqual([]);
    },
  );
});

describe.each(CASES)('$metric $tokens', (options) => {
  test('right exemplars pass and wrong ones do not', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (stream) => {
        const random = (): number => stream.next().value ?? 0;
        for (const kind of ['right', 'wrong'] as const) {
          const made = textOverlap.exemplify?.(TARGET, options, kind, random);
          const { value } = scoreResponse(textOverlap, TARGET, answer(made?.text ?? ''), options);
          expect(value).toBe(kind === 'right' ? 'pass' : 'fail');
        }
      }),
      { numRuns: 40 },
    );
  });

  test('throws on no text, and the figure is a decimal in [0, 1]', () => {
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }));
    fc.assert(
      fc.property(text, text, (given, target) => {
        const response = answer(given);
        const score = textOverlap.score(key({ target }), response, options);
        expectSound(score, response);
        expect(score.parsed).toMatch(/^(?:0\.\d{6}|1\.000000)$/);
      }),
    );
  });

  test('the reference itself has the figure 1 whatever the threshold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        fc.pre(tokensOf(text, 'char').length > 0);
        const score = textOverlap.score(key({ target: text }), answer(text), {
          ...options,
          threshold: '1',
        });
        expect(score).toMatchObject({ value: 'pass', parsed: '1.000000' });
      }),
    );
  });
});

test('a target that shares a character with every unrelated text has no wrong exemplar', () => {
  const grading = key({ target: 'e' });
  const options = { metric: 'rouge-l', threshold: '0.000001' };
  const made = textOverlap.exemplify?.(grading, options, 'wrong', () => 0);
  // The Chinese texts share no letter with it.
  expect(made?.text).toMatch(/^\p{Script=Han}/u);
  const all = key({ target: '。e' });
  expect(textOverlap.exemplify?.(all, options, 'wrong', () => 0)).toBeNull();
});

test('the vectors hold every metric with passes and fails', () => {
  const seen = new Set(
    vectorsOf('text-overlap').map(({ options, expect: e }) =>
      JSON.stringify([options?.['metric'], e.value]),
    ),
  );
  for (const metric of ['rouge-l', 'bleu', 'chrf']) {
    for (const value of ['pass', 'fail']) expect(seen).toContain(JSON.stringify([metric, value]));
  }
});
