import { Z_95 } from './interval.ts';

/** So many of so many. */
export interface Observed {
  readonly k: number;
  readonly n: number;
}

/** What a judge that errs has said, and how it did where people had judged before it. */
export interface JudgedSample {
  /** Cases that the judge lets pass. */
  readonly judged: Observed;
  /** Of the cases that pass according to people, those that the judge lets pass. */
  readonly sensitivity: Observed;
  /** Of the cases that fail according to people, those that the judge fails. */
  readonly specificity: Observed;
}

export interface CorrectedShare {
  /** Corrected share of passing cases, cut to [0, 1]. */
  readonly share: number;
  /** se + sp − 1: 1 for a judge that never errs, 0 for one that guesses. */
  readonly youden: number;
  /** Of the corrected share before it is cut, calibration included. */
  readonly standardError: number;
  /** Two-sided 95 % interval. */
  readonly lower: number;
  readonly upper: number;
}

/** A judge below this se + sp − 1 corrects too little to be relied on: people have to review. */
export const LEAST_YOUDEN = 0.6;

/** Fewest cases judged by people, of one judge on one indicator, before its figures are used. */
export const LEAST_CALIBRATION = 200;

/**
 * The share that passes, corrected for the errors of the judge: (q + sp − 1)/(se + sp − 1) (Rogan
 * and Gladen 1978). The standard error is by the delta method over all three samples:
 * [q(1−q)/n + p²·se(1−se)/n_se + (1−p)²·sp(1−sp)/n_sp] / (se + sp − 1)².
 *
 * The interval is that of Lang and Reiczigel (2014), who add a few cases to each sample and shift
 * the centre: the plain one takes a judge without an error in 20 cases for one that never errs.
 *
 * Null when the judge is no better than guessing, which says nothing. Throws `RangeError` for an
 * empty sample. Example: q = 0.93, se = 0.95, sp = 0.90 give 0.976.
 */
export function roganGladen(sample: JudgedSample): CorrectedShare | null {
  const { judged, sensitivity, specificity } = sample;
  for (const { k, n } of [judged, sensitivity, specificity]) {
    if (n < 1 || k < 0 || k > n) throw new RangeError(`Needs 0 ≤ k ≤ n and n ≥ 1; got ${k}/${n}`);
  }
  const plain = corrected(padded(judged, 0), padded(sensitivity, 0), padded(specificity, 0));
  if (plain.youden <= 0) return null;
  const square = Z_95 * Z_95;
  const [q, se, sp] = [padded(judged, square), padded(sensitivity, 2), padded(specificity, 2)];
  const wide = corrected(q, se, sp);
  const shift = 2 * square * (wide.share * spread(se) - (1 - wide.share) * spread(sp));
  const half = Z_95 * wide.standardError;
  // A judge that a few more cases make one that guesses leaves everything open.
  const open = wide.youden <= 0;
  return {
    share: clipped(plain.share),
    youden: plain.youden,
    standardError: plain.standardError,
    lower: open ? 0 : clipped(wide.share + shift - half),
    upper: open ? 1 : clipped(wide.share + shift + half),
  };
}

/**
 * Whether people have to judge instead: fewer than `LEAST_CALIBRATION` cases judged by them before,
 * or none of one kind, a judge that errs too often, or a limit inside the corrected interval.
 */
export function needsReview(sample: JudgedSample, limit: number): boolean {
  const { sensitivity, specificity } = sample;
  if (sensitivity.n + specificity.n < LEAST_CALIBRATION) return true;
  if (sensitivity.n === 0 || specificity.n === 0) return true;
  const found = roganGladen(sample);
  if (found === null || found.youden < LEAST_YOUDEN) return true;
  return found.lower < limit && limit <= found.upper;
}

interface Share {
  readonly p: number;
  readonly n: number;
}

/** The share after `more` cases were added, half of them passing. */
function padded({ k, n }: Observed, more: number): Share {
  return { p: (k + more / 2) / (n + more), n: n + more };
}

function spread({ p, n }: Share): number {
  return (p * (1 - p)) / n;
}

function corrected(
  q: Share,
  se: Share,
  sp: Share,
): { readonly share: number; readonly youden: number; readonly standardError: number } {
  const youden = se.p + sp.p - 1;
  const share = (q.p + sp.p - 1) / youden;
  const variance = spread(q) + share ** 2 * spread(se) + (1 - share) ** 2 * spread(sp);
  return { share, youden, standardError: Math.sqrt(variance) / Math.abs(youden) };
}

function clipped(share: number): number {
  return Math.min(1, Math.max(0, share));
}
