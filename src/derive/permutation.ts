import { lowest } from './fraction.ts';
import type { PairedTest } from './mcnemar.ts';

/**
 * The sign-flip test of a paired comparison whose cases form clusters or were repeated (Fisher 1935,
 * section 21; Winkler et al. 2015 for whole blocks): when nothing has changed, the difference of a
 * whole cluster is as likely to have the other sign. The test is on the sum of the differences.
 *
 * The differences are whole numbers, so all 2^G assignments of signs are counted by convolution
 * (Pagano and Tritchler 1983) whatever the number of clusters: the p-values are exact, and nothing
 * is drawn. Differences of shares are to be brought to a common denominator first. The work is the
 * number of clusters times the sum of the differences.
 *
 * @param differences per cluster, cases lost less cases gained
 *
 * Example: 5, 3, 2, −1 give 2/16 one-sided. With one case to a cluster it is McNemar's exact test.
 * Throws `RangeError` for differences that are no whole numbers.
 */
export function signFlip(differences: readonly number[]): PairedTest {
  if (!differences.every((difference) => Number.isSafeInteger(difference))) {
    throw new RangeError('The sign-flip test needs whole differences');
  }
  // Clusters without a difference are the same with either sign.
  const sizes = differences.filter((difference) => difference !== 0).map(Math.abs);
  const reach = sizes.reduce((sum, size) => sum + size, 0);
  const lost = differences.reduce((sum, difference) => sum + Math.max(0, difference), 0);
  const ways = positiveSums(sizes, reach);
  const all = 2n ** BigInt(sizes.length);
  // A sum of signed differences is twice its positive part less the reach.
  const atLeast = (part: number): bigint =>
    ways.slice(part).reduce((total, count) => total + count, 0n);
  const tail = 2n * atLeast(Math.max(lost, reach - lost));
  return {
    oneSided: lowest(atLeast(lost), all),
    twoSided: lowest(tail < all ? tail : all, all),
  };
}

/** By their sum, the number of ways to choose some of the sizes. */
function positiveSums(sizes: readonly number[], reach: number): readonly bigint[] {
  const ways = Array.from({ length: reach + 1 }, () => 0n);
  ways[0] = 1n;
  let reached = 0;
  for (const size of sizes) {
    reached += size;
    for (let sum = reached; sum >= size; sum--) {
      ways[sum] = (ways[sum] ?? 0n) + (ways[sum - size] ?? 0n);
    }
  }
  return ways;
}
