import { Z_95 } from './interval.ts';

export interface Kappa {
  /** 1 for full agreement, 0 for that of chance. */
  readonly kappa: number;
  readonly standardError: number;
  /** Two-sided 95 % interval by the normal approximation, cut to [−1, 1]. */
  readonly lower: number;
  readonly upper: number;
}

/**
 * Cohen's κ of two raters (Cohen 1960), with the large-sample standard error of Fleiss, Cohen and
 * Everitt (1969). Null when both use one and the same category throughout: there is then no
 * agreement beyond chance to measure.
 *
 * @param table cases by the category of the first rater (row) and of the second (column)
 *
 * Example: [[20, 5], [10, 15]] gives 0.4. Throws `RangeError` when the table is not square, and
 * without cases.
 */
export function cohenKappa(table: readonly (readonly number[])[]): Kappa | null {
  const n = table.flat().reduce((sum, count) => sum + count, 0);
  if (n === 0 || table.some((row) => row.length !== table.length)) {
    throw new RangeError('κ needs a square table with cases');
  }
  const share = table.map((row) => row.map((count) => count / n));
  const first = share.map((row) => row.reduce((sum, p) => sum + p, 0));
  const second = first.map((_, j) => share.reduce((sum, row) => sum + (row[j] ?? 0), 0));
  const over = (of: (i: number) => number): number => first.reduce((sum, _, i) => sum + of(i), 0);
  const at = (list: readonly number[], i: number): number => list[i] ?? 0;
  const agreed = over((i) => share[i]?.[i] ?? 0);
  const chance = over((i) => at(first, i) * at(second, i));
  if (chance >= 1) return null;
  const kappa = (agreed - chance) / (1 - chance);
  const onDiagonal = over(
    (i) => (share[i]?.[i] ?? 0) * (1 - (at(first, i) + at(second, i)) * (1 - kappa)) ** 2,
  );
  const offDiagonal = over((i) =>
    over((j) => (i === j ? 0 : (share[i]?.[j] ?? 0) * (at(second, i) + at(first, j)) ** 2)),
  );
  const variance =
    (onDiagonal + (1 - kappa) ** 2 * offDiagonal - (kappa - chance * (1 - kappa)) ** 2) /
    ((1 - chance) ** 2 * n);
  const standardError = Math.sqrt(Math.max(0, variance));
  return {
    kappa,
    standardError,
    lower: Math.max(-1, kappa - Z_95 * standardError),
    upper: Math.min(1, kappa + Z_95 * standardError),
  };
}

/**
 * Krippendorff's α for categories and any number of raters, some of whom may be missing
 * (Krippendorff 2004, chapter 11): 1 less the disagreement seen over that of chance. A case with
 * fewer than two ratings is left out. Null when no case has two, or all ratings are one category.
 *
 * @param cases the ratings that each case got
 */
export function krippendorffAlpha(cases: readonly (readonly string[])[]): number | null {
  const pairable = cases.filter((ratings) => ratings.length > 1);
  const totals = countOf(pairable.flat());
  const n = pairable.reduce((sum, ratings) => sum + ratings.length, 0);
  const expected = n * n - squares(totals);
  if (expected === 0) return null;
  const observed = pairable.reduce((sum, ratings) => {
    const { length } = ratings;
    return sum + (length * length - squares(countOf(ratings))) / (length - 1);
  }, 0);
  return 1 - ((n - 1) * observed) / expected;
}

function countOf(ratings: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const rating of ratings) counts.set(rating, (counts.get(rating) ?? 0) + 1);
  return counts;
}

function squares(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((sum, count) => sum + count * count, 0);
}
