import { describe, expect, test } from 'vitest';
import { wordingFor } from '../../reports/wording.ts';
import { ARITHMETIC, leaf, REFUSALS, RESULTS } from './fixture.ts';

const zh = wordingFor('zh-CN');
const en = wordingFor('en');

describe('limit', () => {
  test('says whether passing or failing cases are limited', () => {
    expect(zh.limit(ARITHMETIC)).toBe('通过率 ≥ 90.0%');
    expect(zh.limit(REFUSALS)).toBe('未通过率 ≤ 10.0%');
    expect(en.limit(REFUSALS)).toBe('failure rate ≤ 10.0%');
  });

  test('keeps a wording it does not know', () => {
    expect(en.limit({ ...ARITHMETIC, limit: 'as declared' })).toBe('as declared');
  });

  test('says when there is none', () => {
    expect(zh.limit({ ...ARITHMETIC, limit: null })).toBe('仅报告，不判定');
  });
});

describe('decision', () => {
  test('names the fewest passing cases needed, and what nonconforming needs', () => {
    expect(en.decision(ARITHMETIC)).toEqual([
      'Conforming when at least 188 of 200 cases pass: from that number on, the exact one-sided lower confidence bound of the pass rate (α = 0.05) reaches the limit.',
      'Nonconforming when at most 172 would pass even if every case that could not be judged were counted as passing; otherwise inconclusive.',
      'Passed: 196; could not be judged: 1.',
    ]);
    expect(zh.decision(ARITHMETIC)[0]).toMatch(/^200 个用例中至少通过 188 个，判为符合/);
  });

  test('does not speak of confidence under the simple rule', () => {
    const [first] = en.decision({ ...ARITHMETIC, ruleKind: 'simple', criticalK: 180 });
    expect(first).toBe(
      'Conforming when at least 180 of 200 cases pass (direct comparison with the limit).',
    );
  });

  test('says when no number of passing cases is enough', () => {
    const small = { ...ARITHMETIC, n: 10, k: 10, invalid: 0, criticalK: null, criticalFailK: null };
    expect(en.decision(small)).toEqual([
      '10 cases are too few for this limit: even if all pass, conformity is not shown.',
      'No number of passing cases shows nonconformity; short of the number above, the outcome is inconclusive.',
      'The 10 valid cases are fewer than the minimum of 50, so conforming cannot be said.',
      'Passed: 10; could not be judged: 0.',
    ]);
  });

  test('with clusters rests on the effective number of cases', () => {
    expect(en.decision(REFUSALS)).toEqual([
      'The 100 cases form 40 clusters and count as 64 independent ones, 58 of them passing.',
      'Conforming when at least 62 of these 64 pass: from that number on, the exact one-sided lower confidence bound of the pass rate (α = 0.05) reaches the limit.',
      'Nonconforming when at most 52 of 64 would pass even if every case that could not be judged were counted as passing; otherwise inconclusive.',
      'Passed: 92; could not be judged: 0.',
    ]);
    expect(zh.decision(REFUSALS)[0]).toBe(
      '100 个用例分属 40 个题组，相当于 64 个独立用例，折合通过 58 个。',
    );
    const few = { ...REFUSALS.clusters, effectiveN: 20, criticalK: null, criticalFailK: null };
    expect(en.decision({ ...REFUSALS, clusters: few as never }).slice(1, 3)).toEqual([
      '20 cases are too few for this limit: even if all pass, conformity is not shown.',
      'No number of passing cases shows nonconformity; short of the number above, the outcome is inconclusive.',
    ]);
  });

  test('under the simple rule rests on the cases themselves, whatever their clusters', () => {
    const sentences = en.decision({ ...REFUSALS, ruleKind: 'simple', criticalK: 90 });
    expect(sentences[0]).toContain('at least 90 of 100 cases pass');
    expect(sentences[2]).toMatch(/form 40 clusters; this rule compares the pass rate itself/);
  });

  test('takes invalid cases from the number that the minimum is held against', () => {
    const sentences = en.decision({ ...ARITHMETIC, n: 60, invalid: 15 });
    expect(sentences.join(' ')).toContain('The 45 valid cases are fewer than the minimum of 50');
  });

  test('decides nothing without a limit or without cases', () => {
    expect(zh.decision({ ...ARITHMETIC, threshold: null })).toEqual([
      '本指标没有限值，只报告数据，不作判定。',
    ]);
    expect(zh.decision(leaf('C1.1.1', { zh: '甲', en: 'a' }, 'not-tested'))).toEqual([
      '计划中没有本指标的用例，无法判定。',
    ]);
  });
});

test('an unknown status is shown as it is, also when it is called like a method', () => {
  expect(zh.status('timeout')).toBe('超时（timeout）');
  expect(zh.status('no_such_status')).toBe('no_such_status');
  expect(zh.status('constructor')).toBe('constructor');
});

test('the interval is rounded outwards', () => {
  expect(zh.interval(ARITHMETIC)).toBe('94.9% 至 99.3%');
  expect(en.interval({ ...ARITHMETIC, lower: null })).toBe('—');
});

test('the conclusion names catalogue, edition and model', () => {
  expect(zh.conclusion(RESULTS)).toBe(
    '依据“AIGC 功能测试指标目录”（版本 0.1.0），对被测模型“demo”进行测试。目录共 8 项指标，结果如下。',
  );
});

test('durations and sampling in words', () => {
  expect(zh.duration(3_726_877)).toBe('1 小时 2 分 6 秒');
  expect(en.duration(7042)).toBe('7.042 s');
  expect(zh.sampling('min')).toBe('每项指标取最小样本量');
  expect(en.sampling('50')).toBe('at most 50 cases per indicator');
  expect(en.sampling('stratified')).toBe('stratified');
});
