import type { CriticalCounts, Requirement } from './critical-counts.ts';
import { criticalCounts } from './critical-counts.ts';
import type { ClusterCount } from './design-effect.ts';
import { designEffectOf } from './design-effect.ts';

/** What was seen of the cases of one cluster, those that could not be judged among them. */
export interface ClusterTally extends ClusterCount {
  readonly invalid: number;
}

/** A share brought to the effective number of cases: `k` of `n` as if of independent ones. */
export interface EffectiveCount {
  readonly n: number;
  readonly k: number;
}

export interface ClusterClaims {
  /** With invalid cases failing and passes rounded down: what conforming is held against. */
  readonly asFailing: EffectiveCount;
  /** With invalid cases passing: what nonconforming is held against. */
  readonly asPassing: EffectiveCount;
  /** Conforming from so many passes of `asFailing.n` on. */
  readonly criticalK: number | null;
  /** Nonconforming up to so many passes of `asPassing.n`. */
  readonly criticalFailK: number | null;
  readonly conforming: boolean;
  readonly nonconforming: boolean;
}

/**
 * The exact rule on the effective number of cases instead of their number (Korn and Graubard 1998).
 * Passes are rounded to the side on which less is said: down for conforming, up for nonconforming.
 * Under the guarded rule nonconforming is what is not conforming, so both are rounded down.
 *
 * Not for the simple rule, which compares the observed share whatever it is worth.
 */
export function clusterClaims(
  clusters: readonly ClusterTally[],
  requirement: Pick<Requirement, 'kind' | 'limit' | 'alpha'>,
): ClusterClaims {
  const { kind } = requirement;
  const asFailing = effectiveCount(clusters, 'down');
  const asPassing = effectiveCount(
    clusters.map(({ n, k, invalid }) => ({ n, k: k + invalid })),
    kind === 'guarded' ? 'down' : 'up',
  );
  const { pass } = criticalCounts(asFailing.n, requirement);
  const { fail } = criticalCounts(asPassing.n, requirement);
  const whole = wholeClusters(clusters.length, requirement);
  const conforming = whole.pass !== null && pass !== null && asFailing.k >= pass;
  return {
    asFailing,
    asPassing,
    criticalK: pass,
    criticalFailK: fail,
    conforming,
    // Invalid cases taken for passing may bring the clusters further apart, and the size down.
    nonconforming: !conforming && whole.fail !== null && fail !== null && asPassing.k <= fail,
  };
}

/**
 * Whether so many clusters can show the limit at all: with every case passing they count as one case
 * each, so with a failure they must not count as more. Without this, one failing case, which shows
 * as little of the correlation, could turn inconclusive into conforming.
 *
 * A zero-failure rule, which decides by the observed share, needs as many clusters as it needs
 * independent cases.
 */
export function clustersSuffice(
  clusters: number,
  requirement: Pick<Requirement, 'kind' | 'limit' | 'alpha' | 'zeroFailureMinN'>,
): boolean {
  if (requirement.kind === 'simple') return clusters >= (requirement.zeroFailureMinN ?? 0);
  return criticalCounts(clusters, requirement).pass !== null;
}

/** The critical counts of clusters that pass or fail as a whole. */
function wholeClusters(
  clusters: number,
  requirement: Pick<Requirement, 'kind' | 'limit' | 'alpha'>,
): CriticalCounts {
  const counts = criticalCounts(clusters, requirement);
  // What the clusters could never have shown is no failing of the guarded rule.
  if (requirement.kind === 'guarded' && counts.pass === null) return { pass: null, fail: null };
  return counts;
}

/** k/n of the effective number of cases, rounded to a whole number of passes. */
export function effectiveCount(
  clusters: readonly ClusterCount[],
  rounding: 'down' | 'up',
): EffectiveCount {
  const { n, k, effectiveN } = designEffectOf(clusters);
  const scaled = BigInt(k) * BigInt(effectiveN);
  const whole = BigInt(n);
  const passes = rounding === 'down' ? scaled / whole : (scaled + whole - 1n) / whole;
  return { n: effectiveN, k: Number(passes) };
}
