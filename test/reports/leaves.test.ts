import { describe, expect, test } from 'vitest';
import {
  byAttention,
  categoriesWithLeaves,
  groupByReason,
  hasFigures,
} from '../../reports/leaves.ts';
import { ARITHMETIC, INDICATORS, leaf, RESULTS } from './fixture.ts';

test('a leaf that is reported only keeps its figures, though nothing is decided', () => {
  expect(hasFigures({ ...ARITHMETIC, outcome: 'not-applicable' })).toBe(true);
});

test('an interrupted leaf with cases is shown, one without cases is not', () => {
  const title = { zh: '甲', en: 'a' };
  expect(hasFigures(leaf('C1.1.1', title, 'not-tested', { n: 5 }))).toBe(true);
  expect(hasFigures(leaf('C1.1.1', title, 'not-tested'))).toBe(false);
  expect(hasFigures(leaf('C1.1.1', title, 'error'))).toBe(true);
});

test('errors and findings come before what is in order', () => {
  expect(byAttention(INDICATORS).map((one) => one.outcome)).toEqual([
    'error',
    'nonconforming',
    'nonconforming',
    'inconclusive',
    'not-tested',
    'conforming',
    'not-applicable',
    'not-applicable',
  ]);
});

describe('groupByReason', () => {
  test('puts leaves with the same outcome and reason together', () => {
    const groups = groupByReason(RESULTS).map(({ outcome, leaves }) => [
      outcome,
      leaves.map((one) => one.indicator),
    ]);
    expect(groups).toEqual([
      ['not-applicable', ['C7.1.1', 'C7.2.1']],
      ['not-tested', ['C14.7.1']],
    ]);
  });

  test('does not merge two outcomes for the sake of one reason', () => {
    const reason = { code: 'x', text: { zh: '同', en: 'same' } };
    const title = { zh: '甲', en: 'a' };
    const indicators = [
      leaf('C1.1.1', title, 'not-tested', { reason }),
      leaf('C1.1.2', title, 'not-applicable', { reason }),
    ];
    expect(groupByReason({ ...RESULTS, indicators })).toHaveLength(2);
  });
});

test('a leaf whose category the results do not name is not lost', () => {
  const indicators = [...INDICATORS, { ...ARITHMETIC, indicator: 'own-1', category: 'own' }];
  const categories = categoriesWithLeaves({ ...RESULTS, indicators });
  const last = categories.at(-1);
  expect(last).toMatchObject({ category: 'own', title: null, result: null });
  expect(categories.flatMap(({ leaves }) => leaves)).toHaveLength(indicators.length);
});
