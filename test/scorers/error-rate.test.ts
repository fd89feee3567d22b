import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaFindings } from '../../src/document/index.ts';
import { errorRate } from '../../src/scorers/error-rate/index.ts';
import { scoreResponse } from '../../src/scorers/index.ts';
import { answer, expectSound, key, testVectors, vectorsOf } from './vectors.ts';

testVectors(errorRate, 30);

const KEEP = { punctuation: 'keep', case: 'keep', width: 'keep' };
const CER = { metric: 'cer', max: '0.05' };
const WER = { metric: 'wer', max: '0.1' };
const MER = { metric: 'mer', max: '0.1', normalise: { script: 'simplified' } };
const CASES = [CER, { ...CER, normalise: KEEP }, WER, MER];
const TARGET = key({ target: ['meet me at the old bridge at noon', 'meet me at noon'] });

test('detail holds the exact fraction, the edits by kind and what was made alike', () => {
  const grading = key({ target: ['一二三四五六七八九十', '甲乙'] });
  const score = scoreResponse(errorRate, grading, answer('一二三X五六七八九十，十一'), CER);
  expect(score).toMatchObject({ value: 'fail', parsed: '0.300000', rule: 'cer' });
  expect(score.detail).toEqual({
    figure: '0.300000',
    rate: '3/10',
    hits: 9,
    substitutions: 1,
    deletions: 0,
    insertions: 2,
    answerTokens: 12,
    referenceTokens: 10,
    reference: 1,
    signature:
      'cer|nrefs:2,best|tok:char-1|punctuation:drop|case:fold|width:fold|script:none|invisible:drop',
  });
  expect(score.reason?.zh).toBe(
    'CER 为 3/10（0.300000），高于允许的 0.05：替换 1、删除 0、插入 2。',
  );
});

test('the fraction decides, not the figure shown: 1/3 is above 0.333333', () => {
  const grading = key({ target: '一二三' });
  const given = answer('一二');
  const at = (max: string): string =>
    scoreResponse(errorRate, grading, given, { metric: 'cer', max }).value;
  expect(at('0.333333')).toBe('fail');
  expect(at('0.333334')).toBe('pass');
});

describe('nothing to compare', () => {
  test('an answer of which nothing is left has the rate 1 and counts', () => {
    const score = errorRate.score(key({ target: '四个字吧' }), answer('……'), CER);
    expect(score).toMatchObject({ value: 'fail', status: 'ok', parsed: '1.000000' });
    expect(score.detail).toMatchObject({ rate: '4/4', deletions: 4 });
    expect(errorRate.score(key({ target: '四个字吧' }), answer(''), CER).parsed).toBe('1.000000');
  });

  test('a reference of which nothing is left has no rate', () => {
    const score = errorRate.score(key({ target: '。。。' }), answer('。。。'), CER);
    expect(score).toMatchObject({ value: 'invalid', status: 'empty_reference' });
    const kept = { ...CER, normalise: { punctuation: 'keep' } };
    expect(errorRate.score(key({ target: '。。。' }), answer('。。。'), kept).value).toBe('pass');
  });
});

describe('long texts', () => {
  test('20,000 characters are compared, one more is not', () => {
    const reference = '文'.repeat(20_000);
    const grading = key({ target: reference });
    expect(scoreResponse(errorRate, grading, answer(reference), CER).value).toBe('pass');
    const score = scoreResponse(errorRate, grading, answer(`${reference}字`), CER);
    expect(score).toMatchObject({ value: 'invalid', status: 'too_long', parsed: null });
  });

  test('10,000 characters against 10,000 others take no second', () => {
    const [a, b] = ['一二三四五', '三一四五二六'].map((s) => s.repeat(2000).slice(0, 10_000));
    const start = performance.now();
    const score = scoreResponse(errorRate, key({ target: a ?? '' }), answer(b ?? ''), CER);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(score.detail).toMatchObject({ referenceTokens: 10_000, answerTokens: 10_000 });
  });

  test.each(CASES)('a megabyte is turned down at once: %j', (options) => {
    for (const piece of ['字', ' ', '\u200b', 'a.', '1,', '😀']) {
      const long = answer(`x${piece.repeat(1_000_000)}x`);
      const start = performance.now();
      expect(scoreResponse(errorRate, TARGET, long, options).status).toBe('too_long');
      expect(performance.now() - start).toBeLessThan(1000);
    }
  });
});

describe('check', () => {
  const found = (target: string | string[], options: object): string[] =>
    (errorRate.check?.(key({ target }), options as never) ?? []).map(({ zh, en }) => {
      expect(zh).toMatch(/。$/);
      expect(en).toMatch(/\.$/);
      return en;
    });

  test('sound cases have no findings', () => {
    for (const options of CASES) expect(found('a reference', options)).toEqual([]);
  });

  test.each([
    ['a reference of which nothing is left', ['参考', '……'], CER, /Reference 2 has no characters/],
    ['a reference that is too long', '长'.repeat(20_001), CER, /more than 20000 characters/],
    ['words of a text without blanks', '今天天气很好', WER, /Use "cer" or "mer"/],
  ] as const)('finds %s', (_what, target, options, message) => {
    const findings = found(target as string | string[], options);
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatch(message);
  });

  test.each(['1', '1.0', '.05', '0.1234567', '5%', '', '-0', 0.05])(
    '%j is no highest rate',
    (max) => {
      expect(schemaFindings(errorRate.options, { metric: 'cer', max } as never)).not.toEqual([]);
    },
  );
});

describe.each(CASES)('%j', (options) => {
  test('right exemplars pass and wrong ones do not', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true })), (stream) => {
        const random = (): number => stream.next().value ?? 0;
        for (const kind of ['right', 'wrong'] as const) {
          const made = errorRate.exemplify?.(TARGET, options, kind, random);
          const { value } = scoreResponse(errorRate, TARGET, answer(made?.text ?? ''), options);
          expect(value).toBe(kind === 'right' ? 'pass' : 'fail');
        }
      }),
      { numRuns: 40 },
    );
  });

  test('throws on no text; the rate is 0 for the reference itself and never negative', () => {
    const pieces = fc
      .array(
        fc.constantFrom('臺', '乾', '淨', '，', "'", '3.', '-5', '\ud800', 'İ', '\u200b', ' ', 'a'),
      )
      .map((p) => p.join(''));
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), pieces);
    fc.assert(
      fc.property(text, text, (given, target) => {
        const response = answer(given);
        const score = errorRate.score(key({ target }), response, options);
        expectSound(score, response);
        if (score.status === 'ok') expect(score.parsed).toMatch(/^\d+\.\d{6}$/);
        else expect(score.status).toBe('empty_reference');
        const same = errorRate.score(key({ target }), answer(target), options);
        expect([null, '0.000000']).toContain(same.parsed);
      }),
    );
  });
});

test('the vectors hold every metric with passes and fails, and a rate above 1', () => {
  const vectors = vectorsOf('error-rate');
  const seen = new Set(
    vectors.map(({ options, expect: e }) => JSON.stringify([options?.['metric'], e.value])),
  );
  for (const metric of ['cer', 'wer', 'mer']) {
    for (const value of ['pass', 'fail']) expect(seen).toContain(JSON.stringify([metric, value]));
  }
  expect(vectors.some(({ expect: e }) => Number(e.parsed) > 1)).toBe(true);
});
