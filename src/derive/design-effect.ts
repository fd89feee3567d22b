import type { Fraction } from './fraction.ts';
import { lowest } from './fraction.ts';

/*
 * Cases of one cluster (one passage, one table, one family of problems) are not independent of each
 * other, so many of them show less than their number. This file measures how much less.
 */

/** What was seen of the cases of one cluster. A case without a cluster is one by itself. */
export interface ClusterCount {
  /** Cases, 1 or more. */
  readonly n: number;
  /** Passing cases. */
  readonly k: number;
}

/** With fewer clusters than this their spread says too little, and the cluster is the unit. */
export const FEWEST_CLUSTERS = 30;

export interface DesignEffect {
  /** Clusters: G. */
  readonly count: number;
  /** Cases of the largest cluster. */
  readonly largest: number;
  /** Cases: n. */
  readonly n: number;
  /** Passing cases: k. */
  readonly k: number;
  /**
   * Squared standard error of k/n with the spread between the clusters:
   * G/(G−1) · n⁻² Σ_c (k_c − n_c·k/n)² (Cochran 1977, section 9A; Kish 1965, section 6.4). Null for
   * a single cluster, which has no spread.
   */
  readonly variance: Fraction | null;
  /**
   * Variance over that of n independent cases, k(n−k)/n³; more than 1 when cases of one cluster
   * pass and fail together. Null when the clusters do not differ in their share: then nothing was
   * seen of the correlation.
   */
  readonly designEffect: Fraction | null;
  /**
   * So many independent cases show as much: n over the design effect, rounded down, n at most (Korn
   * and Graubard 1998, “Confidence intervals for proportions with small expected number of positive
   * counts estimated from survey data”, Survey Methodology 24). G at most below `FEWEST_CLUSTERS`
   * clusters, where the variance itself is uncertain (Dean and Pagano 2015), and G when nothing was
   * seen of the correlation: cases that all pass may be G independent ones asked often.
   */
  readonly effectiveN: number;
}

/** True when some cluster has more than one case; else all cases are independent. */
export function isClustered(clusters: readonly ClusterCount[]): boolean {
  return clusters.some(({ n }) => n > 1);
}

/**
 * The effective number of cases of a sample of clusters, exactly. Where every cluster is one case it
 * is their number. Example: 40 clusters of 5, 30 of which pass as a whole and 10 fail, are 39.
 *
 * Throws `RangeError` without clusters, and for counts that are no whole numbers with 0 ≤ k ≤ n.
 */
export function designEffectOf(clusters: readonly ClusterCount[]): DesignEffect {
  requireCounts(clusters);
  const count = clusters.length;
  const largest = clusters.reduce((most, cluster) => Math.max(most, cluster.n), 0);
  const n = clusters.reduce((sum, cluster) => sum + cluster.n, 0);
  const k = clusters.reduce((sum, cluster) => sum + cluster.k, 0);
  const [G, N, K] = [BigInt(count), BigInt(n), BigInt(k)];
  // Σ (k_c·n − n_c·k)²: n² times the sum of squares, so that it is a whole number.
  const spread = clusters.reduce((sum, cluster) => {
    const residual = BigInt(cluster.k) * N - BigInt(cluster.n) * K;
    return sum + residual * residual;
  }, 0n);
  const size = { count, largest, n, k };
  const variance = count === 1 ? null : lowest(G * spread, (G - 1n) * N ** 4n);
  if (spread === 0n) {
    return { ...size, variance, designEffect: null, effectiveN: isClustered(clusters) ? count : n };
  }
  const independent = K * (N - K) * N * (G - 1n);
  const designEffect = lowest(G * spread, independent);
  if (!isClustered(clusters)) return { ...size, variance, designEffect, effectiveN: n };
  const most = count < FEWEST_CLUSTERS ? count : n;
  const effectiveN = Math.min(most, Number((N * independent) / (G * spread)));
  return { ...size, variance, designEffect, effectiveN };
}

function requireCounts(clusters: readonly ClusterCount[]): void {
  if (clusters.length === 0) throw new RangeError('A design effect needs at least one cluster');
  for (const { n, k } of clusters) {
    const whole = Number.isSafeInteger(n) && Number.isSafeInteger(k);
    if (!whole || n < 1 || k < 0 || k > n) {
      throw new RangeError(`A cluster needs 0 ≤ k ≤ n and n ≥ 1; got n=${n}, k=${k}`);
    }
  }
}
