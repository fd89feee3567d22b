import { describe, expect, test } from 'vitest';
import { fraction, twoStagePlan, twoStageProbabilities } from '../../src/derive/index.ts';
import { expectClose, rowsOf } from './statistics.ts';

interface Row {
  readonly first: number;
  readonly total: number;
  readonly limit: string;
  readonly share: number;
  readonly critical: readonly (number | null)[];
  readonly conforming: number;
  readonly nonconforming: number;
  readonly extended: number;
  readonly expectedN: number;
}

const ALPHA = fraction('0.05');
const planOf = (first: number, total: number, limit: string) =>
  twoStagePlan(first, total, { limit: fraction(limit), alpha: ALPHA });

test('the probabilities are those of walking every path', () => {
  for (const row of rowsOf<Row>('twoStage')) {
    const plan = planOf(row.first, row.total, row.limit);
    const { first, second } = plan;
    expect([
      ...[first.critical.pass, first.critical.fail],
      ...[second.critical.pass, second.critical.fail],
    ]).toEqual(row.critical);
    const found = twoStageProbabilities(plan, row.share);
    for (const key of ['conforming', 'nonconforming', 'extended', 'expectedN'] as const) {
      expectClose(found[key], row[key], { key, row });
    }
    expectClose(found.conforming + found.nonconforming + found.inconclusive, 1);
  }
});

describe('both looks together', () => {
  test.each([
    [60, 120, '0.9'],
    [200, 400, '0.95'],
    [100, 1000, '0.8'],
  ])('%i, then %i at %s conclude wrongly with at most alpha', (first, total, limit) => {
    const { conforming, nonconforming } = twoStageProbabilities(
      planOf(first, total, limit),
      Number(limit),
    );
    expect(conforming).toBeLessThanOrEqual(0.05);
    expect(nonconforming).toBeLessThanOrEqual(0.05);
  });

  test('need an extension', () => {
    expect(() => planOf(100, 100, '0.9')).toThrow(RangeError);
    expect(() => planOf(0, 100, '0.9')).toThrow(RangeError);
  });
});
