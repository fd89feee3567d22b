import type { Fraction } from './fraction.ts';
import { lowest } from './fraction.ts';

/** Exact p-values of a paired comparison. */
export interface PairedTest {
  /** Against a loss: the probability that chance alone would lose so many or more. */
  readonly oneSided: Fraction;
  /** Against any change. */
  readonly twoSided: Fraction;
}

/**
 * The same independent cases put to two releases (McNemar 1947, in the exact form): when nothing has
 * changed, each case that differs is lost or gained with probability ½. Cases that pass in both or
 * in neither say nothing. Where cases form clusters or were asked more than once, `signFlip` instead.
 *
 * @param lost passed before and fails now
 * @param gained failed before and passes now
 *
 * Example: 15 lost and 5 gained give 0.0207 one-sided. Throws `RangeError` for negative counts.
 */
export function mcnemarExact(lost: number, gained: number): PairedTest {
  if (![lost, gained].every((count) => Number.isSafeInteger(count) && count >= 0)) {
    throw new RangeError(`McNemar needs two counts; got ${lost} and ${gained}`);
  }
  const differing = lost + gained;
  const all = 2n ** BigInt(differing);
  const oneSided = halves(differing, lost);
  const tail = 2n * halves(differing, Math.max(lost, gained));
  return {
    oneSided: lowest(oneSided, all),
    twoSided: lowest(tail < all ? tail : all, all),
  };
}

/** Σ C(n, i) for i from k to n. */
function halves(n: number, k: number): bigint {
  let term = 1n;
  let sum = 0n;
  for (let i = n; i >= k; i--) {
    sum += term;
    term = (term * BigInt(i)) / BigInt(n - i + 1);
  }
  return sum;
}
