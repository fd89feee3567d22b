import { describe, expect, test } from 'vitest';
import { meanOf, passAtK, passPowerK } from '../../src/derive/pass-at-k.ts';

const of = (num: number, den: number) => ({ num: BigInt(num), den: BigInt(den) });

describe('published values', () => {
  // Hugging Face `evaluate`, metric code_eval, example of its card: two candidates, one right.
  test('one of two candidates: pass@1 = 0.5, pass@2 = 1', () => {
    expect(passAtK(2, 1, 1)).toEqual(of(1, 2));
    expect(passAtK(2, 1, 2)).toEqual(of(1, 1));
  });

  // Chen et al. 2021, figure 3: 1 − Π (1 − k/i) for i from n−c+1 to n, the stable form.
  test.each([
    [200, 13, 10],
    [100, 1, 100],
    [50, 49, 2],
    [20, 5, 5],
  ])('n = %i, c = %i, k = %i is what the stable product gives', (n, c, k) => {
    let missed = 1;
    for (let i = n - c + 1; i <= n; i++) missed *= 1 - k / i;
    const { num, den } = passAtK(n, c, k);
    expect(Number(num) / Number(den)).toBeCloseTo(1 - (n - c < k ? 0 : missed), 12);
  });

  // Yao et al. 2024 (τ-bench): pass^1 is the mean reward, and pass^k falls with k.
  test('pass^1 is the share of right answers', () => {
    expect(passPowerK(8, 5, 1)).toEqual(of(5, 8));
    expect(passPowerK(8, 5, 4)).toEqual(of(1, 14));
    expect(passPowerK(8, 5, 6)).toEqual(of(0, 1));
  });
});

/** The subsets of k of n answers, the first c of which are right. */
function subsets(n: number, k: number): number[][] {
  if (k === 0) return [[]];
  if (n < k) return [];
  return [...subsets(n - 1, k), ...subsets(n - 1, k - 1).map((rest) => [...rest, n - 1])];
}

test('both are the shares of the subsets in which one, or all, are right', () => {
  for (let n = 1; n <= 8; n++) {
    for (let c = 0; c <= n; c++) {
      for (let k = 1; k <= n; k++) {
        const all = subsets(n, k);
        const some = all.filter((drawn) => drawn.some((i) => i < c)).length;
        const every = all.filter((drawn) => drawn.every((i) => i < c)).length;
        const once = passAtK(n, c, k);
        const always = passPowerK(n, c, k);
        expect(once.num * BigInt(all.length)).toBe(once.den * BigInt(some));
        expect(always.num * BigInt(all.length)).toBe(always.den * BigInt(every));
      }
    }
  }
});

test.each([
  [3, 4, 1],
  [3, -1, 1],
  [3, 1, 4],
  [3, 1, 0],
  [3, 1.5, 1],
])('n = %d, c = %d, k = %d is refused', (n, c, k) => {
  expect(() => passAtK(n, c, k)).toThrow(RangeError);
  expect(() => passPowerK(n, c, k)).toThrow(RangeError);
});

test('the mean over cases is exact', () => {
  expect(meanOf([of(1, 2), of(1, 3), of(1, 1)])).toEqual(of(11, 18));
  expect(meanOf([of(0, 1)])).toEqual(of(0, 1));
  expect(meanOf([])).toBeNull();
});
