import type { Fraction } from './fraction.ts';
import { compareFractions, lowest, oneMinus, plus, times } from './fraction.ts';

/** One stratum: a part of the bank that was sampled by itself. */
export interface Stratum {
  /** Its share of what is to be estimated. All weights add up to 1. */
  readonly weight: Fraction;
  /** Sampled cases, 1 or more. */
  readonly n: number;
  /** Passing cases. */
  readonly k: number;
  /** Cases of the stratum in the bank, n or more; absent when the bank is itself a sample. */
  readonly population?: number;
}

export interface Stratified {
  /** p̂ = Σ w_h k_h/n_h. */
  readonly share: Fraction;
  /** Σ w_h² p_h(1−p_h)/n_h. */
  readonly variance: Fraction;
  /**
   * The same with 1 − n_h/N_h in each stratum: only when the bank is all there is to say anything
   * of. Null unless every stratum states its population.
   */
  readonly finiteVariance: Fraction | null;
  /**
   * So many independent cases show as much: p̂(1−p̂)/variance, rounded down, and never more than were
   * asked. Where no stratum has both passing and failing cases the variance says nothing, and the
   * size is that of the weights alone, 1/Σ(w_h²/n_h) (Kish 1965, section 11.7).
   */
  readonly effectiveN: number;
}

/**
 * The share of a stratified sample (Cochran 1977, sections 5.3 and 5.10), exactly. The variance
 * within a stratum is that of n_h independent cases, so a single stratum has n of them. Example: two
 * strata of weight ½ with 90 of 100 and 40 of 50 come to 0.85 and count as 124.
 *
 * Throws `RangeError` when the weights do not add up to 1 or the counts do not fit.
 */
export function stratified(strata: readonly Stratum[]): Stratified {
  requireStrata(strata);
  const zero: Fraction = { num: 0n, den: 1n };
  const sum = (of: (stratum: Stratum) => Fraction): Fraction =>
    strata.reduce((total, stratum) => plus(total, of(stratum)), zero);
  const share = sum((stratum) => times(stratum.weight, passing(stratum)));
  const variance = sum(varianceOf);
  const known = strata.every(({ population }) => population !== undefined);
  const finiteVariance = known
    ? sum((stratum) => times(varianceOf(stratum), unsampled(stratum)))
    : null;
  const asked = strata.reduce((total, { n }) => total + n, 0);
  const spread = times(share, oneMinus(share));
  const size =
    variance.num === 0n
      ? inverse(sum(({ weight, n }) => times(times(weight, weight), lowest(1n, BigInt(n)))))
      : times(spread, inverse(variance));
  const effectiveN = Math.min(asked, Number(size.num / size.den));
  return { share, variance, finiteVariance, effectiveN };
}

function passing({ n, k }: Stratum): Fraction {
  return lowest(BigInt(k), BigInt(n));
}

function varianceOf(stratum: Stratum): Fraction {
  const share = passing(stratum);
  const spread = times(share, oneMinus(share));
  const { weight, n } = stratum;
  return times(times(weight, weight), times(spread, lowest(1n, BigInt(n))));
}

function unsampled({ n, population = n }: Stratum): Fraction {
  return lowest(BigInt(population - n), BigInt(population));
}

function inverse({ num, den }: Fraction): Fraction {
  return { num: den, den: num };
}

function requireStrata(strata: readonly Stratum[]): void {
  const one: Fraction = { num: 1n, den: 1n };
  let total: Fraction = { num: 0n, den: 1n };
  for (const { weight, n, k, population = n } of strata) {
    const whole = [n, k, population].every((count) => Number.isSafeInteger(count));
    if (!whole || n < 1 || k < 0 || k > n || population < n || weight.num < 0n) {
      throw new RangeError(
        `A stratum needs 0 ≤ k ≤ n ≤ population; got k=${k}, n=${n}, N=${population}`,
      );
    }
    total = plus(total, weight);
  }
  if (compareFractions(total, one) !== 0) {
    throw new RangeError(`The weights add up to ${total.num}/${total.den}`);
  }
}
