import type { Fraction } from './fraction.ts';
import { compareFractions, lowest } from './fraction.ts';

/*
 * p-values of many comparisons at once, adjusted so that each can be held against the same level.
 * Exact: a gate that hangs on one of them is the same on every machine. The results are in the order
 * of the p-values given.
 */

const ONE: Fraction = { num: 1n, den: 1n };

/**
 * For a gate: at any level, the probability of one false alarm or more among all comparisons stays
 * below it, whatever their dependence (Holm 1979). Example: 0.01, 0.04, 0.03 become 0.03, 0.06, 0.06.
 */
export function holm(values: readonly Fraction[]): readonly Fraction[] {
  const order = ascending(values);
  const adjusted: Fraction[] = [];
  let floor: Fraction = { num: 0n, den: 1n };
  for (const [rank, index] of order.entries()) {
    floor = larger(floor, smaller(ONE, multiple(values[index] ?? ONE, values.length - rank, 1)));
    adjusted[index] = floor;
  }
  return adjusted;
}

/**
 * For a list to look into: at any level, the expected share of false alarms among those listed stays
 * below it when the comparisons are independent or positively dependent (Benjamini and Hochberg
 * 1995). Example: 0.01, 0.04, 0.03 become 0.03, 0.04, 0.04.
 */
export function benjaminiHochberg(values: readonly Fraction[]): readonly Fraction[] {
  const order = ascending(values);
  const adjusted: Fraction[] = [];
  let ceiling = ONE;
  for (const [rank, index] of [...order.entries()].toReversed()) {
    ceiling = smaller(ceiling, multiple(values[index] ?? ONE, values.length, rank + 1));
    adjusted[index] = ceiling;
  }
  return adjusted;
}

/** The places of the values, smallest value first. */
function ascending(values: readonly Fraction[]): readonly number[] {
  for (const value of values) {
    if (value.num < 0n || compareFractions(value, ONE) > 0) {
      throw new RangeError(`Not a p-value: ${value.num}/${value.den}`);
    }
  }
  return values
    .map((value, index) => ({ value, index }))
    .toSorted((a, b) => compareFractions(a.value, b.value) || a.index - b.index)
    .map(({ index }) => index);
}

function multiple({ num, den }: Fraction, times: number, over: number): Fraction {
  return lowest(num * BigInt(times), den * BigInt(over));
}

function larger(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) >= 0 ? a : b;
}

function smaller(a: Fraction, b: Fraction): Fraction {
  return compareFractions(a, b) <= 0 ? a : b;
}
