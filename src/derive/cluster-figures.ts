import type { ClusterTally } from './cluster-claims.ts';
import { clusterClaims, effectiveCount } from './cluster-claims.ts';
import type { Requirement } from './critical-counts.ts';
import { designEffectOf } from './design-effect.ts';
import { rounded } from './fraction.ts';
import type { ClusterResult } from './results.ts';

/** What results say of clustered cases: the figures that the verdict rests on. */
export function clusterResult(
  clusters: readonly ClusterTally[],
  requirement: Requirement | null,
): ClusterResult {
  const { count, largest, designEffect } = designEffectOf(clusters);
  const size = {
    count,
    largest,
    designEffect: designEffect === null ? null : rounded(designEffect, 6),
  };
  if (requirement === null || requirement.kind === 'simple') {
    const best = clusters.map(({ n, k, invalid }) => ({ n, k: k + invalid }));
    const [asFailing, asPassing] = [effectiveCount(clusters, 'down'), effectiveCount(best, 'up')];
    return {
      ...size,
      ...{ effectiveN: asFailing.n, effectiveK: asFailing.k, criticalK: null },
      ...{ effectiveFailN: asPassing.n, effectiveFailK: asPassing.k, criticalFailK: null },
    };
  }
  const { asFailing, asPassing, criticalK, criticalFailK } = clusterClaims(clusters, requirement);
  return {
    ...size,
    ...{ effectiveN: asFailing.n, effectiveK: asFailing.k, criticalK },
    ...{ effectiveFailN: asPassing.n, effectiveFailK: asPassing.k, criticalFailK },
  };
}
