import { describe, expect, test } from 'vitest';
import { needsReview, roganGladen } from '../../src/derive/index.ts';
import { randomFrom } from '../../src/suite/random.ts';
import { expectClose, rowsOf } from './statistics.ts';

interface Row {
  readonly judged: readonly [k: number, n: number];
  readonly sensitivity: readonly [k: number, n: number];
  readonly specificity: readonly [k: number, n: number];
  readonly share: number;
  readonly standardError: number;
  readonly lower: number;
  readonly upper: number;
}

const of = ([k, n]: readonly [number, number]) => ({ k, n });
const sample = (
  judged: readonly [number, number],
  sensitivity: readonly [number, number],
  specificity: readonly [number, number],
) => ({ judged: of(judged), sensitivity: of(sensitivity), specificity: of(specificity) });

test('share, standard error and interval are those of derivatives taken numerically', () => {
  for (const row of rowsOf<Row>('roganGladen')) {
    const found = roganGladen(sample(row.judged, row.sensitivity, row.specificity));
    expectClose(found?.share ?? Number.NaN, row.share, row);
    expectClose(found?.standardError ?? Number.NaN, row.standardError, row);
    expectClose(found?.lower ?? Number.NaN, row.lower, row);
    expectClose(found?.upper ?? Number.NaN, row.upper, row);
  }
});

test('a judge that never errs changes nothing', () => {
  const found = roganGladen(sample([93, 100], [1e9, 1e9], [1e9, 1e9]));
  expectClose(found?.share ?? Number.NaN, 0.93);
  expectClose(found?.standardError ?? Number.NaN, Math.sqrt((0.93 * 0.07) / 100));
});

test('a judge that guesses says nothing', () => {
  expect(roganGladen(sample([50, 100], [50, 100], [50, 100]))).toBeNull();
  expect(roganGladen(sample([50, 100], [20, 100], [30, 100]))).toBeNull();
  expect(() => roganGladen(sample([50, 100], [0, 0], [50, 100]))).toThrow(RangeError);
});

test('the interval holds the true share about 95 times in 100', () => {
  const random = randomFrom('rogan-gladen');
  const [share, se, sp] = [0.92, 0.95, 0.9];
  const draw = (n: number, p: number) => {
    let k = 0;
    for (let i = 0; i < n; i++) if (random.chance(p)) k++;
    return { k, n };
  };
  let held = 0;
  for (let i = 0; i < 500; i++) {
    const found = roganGladen({
      judged: draw(400, share * se + (1 - share) * (1 - sp)),
      sensitivity: draw(150, se),
      specificity: draw(60, sp),
    });
    if (found !== null && found.lower <= share && share <= found.upper) held++;
  }
  expect(held / 500).toBeGreaterThan(0.92);
  expect(held / 500).toBeLessThan(0.99);
});

describe('people have to judge', () => {
  const good = sample([950, 1000], [149, 150], [99, 100]);

  test('when the corrected interval holds the limit, and not otherwise', () => {
    expect(needsReview(good, 0.9)).toBe(false);
    expect(needsReview(good, 0.95)).toBe(true);
  });

  test('when the judge errs often, or was hardly calibrated', () => {
    expect(needsReview({ ...good, specificity: { k: 60, n: 100 } }, 0.5)).toBe(true);
    expect(needsReview({ ...good, sensitivity: { k: 99, n: 99 } }, 0.5)).toBe(true);
    expect(
      needsReview({ ...good, sensitivity: { k: 300, n: 300 }, specificity: { k: 0, n: 0 } }, 0.5),
    ).toBe(true);
  });
});
