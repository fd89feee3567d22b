import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClusterTally, Requirement } from '../../src/derive/index.ts';
import {
  clusterClaims,
  criticalCounts,
  designEffectOf,
  fraction,
  toNumber,
} from '../../src/derive/index.ts';
import type { Random } from '../../src/suite/random.ts';
import { randomFrom } from '../../src/suite/random.ts';
import { expectClose, rowsOf } from './statistics.ts';

interface Row {
  readonly clusters: readonly (readonly [times: number, n: number, k: number, invalid: number])[];
  readonly kind: Requirement['kind'];
  readonly limit: string;
  readonly alpha: string;
  readonly variance: number | null;
  readonly effectiveN: number;
  readonly effectiveK: number;
  readonly criticalK: number | null;
  readonly effectiveFailN: number;
  readonly effectiveFailK: number;
  readonly criticalFailK: number | null;
  readonly conforming: boolean;
  readonly nonconforming: boolean;
}

function clustersOf({ clusters }: Row): readonly ClusterTally[] {
  return clusters.flatMap(([times, n, k, invalid]) =>
    Array.from({ length: times }, () => ({ n, k, invalid })),
  );
}

const times = (count: number, n: number, k: number): ClusterTally[] =>
  Array.from({ length: count }, () => ({ n, k, invalid: 0 }));

const rule = (limit: string, kind: Requirement['kind'] = 'three-way') => ({
  ...{ kind, limit: fraction(limit), alpha: fraction('0.05') },
});

describe('independent implementations', () => {
  const rows = rowsOf<Row>('clusters');

  test('have the same variance between clusters', () => {
    for (const row of rows) {
      const { variance } = designEffectOf(clustersOf(row));
      if (row.variance === null) expect(variance).toBeNull();
      else expectClose(toNumber(variance ?? fraction('9')), row.variance, row);
    }
  });

  test('have the same effective sizes, critical counts and claims', () => {
    for (const row of rows) {
      const { asFailing, asPassing, ...claims } = clusterClaims(clustersOf(row), {
        ...{ kind: row.kind, limit: fraction(row.limit), alpha: fraction(row.alpha) },
      });
      expect({
        ...{ effectiveN: asFailing.n, effectiveK: asFailing.k },
        ...{ effectiveFailN: asPassing.n, effectiveFailK: asPassing.k, ...claims },
      }).toEqual({
        ...{ effectiveN: row.effectiveN, effectiveK: row.effectiveK, criticalK: row.criticalK },
        ...{ effectiveFailN: row.effectiveFailN, effectiveFailK: row.effectiveFailK },
        ...{ criticalFailK: row.criticalFailK },
        ...{ conforming: row.conforming, nonconforming: row.nonconforming },
      });
    }
  });
});

describe('the effective size', () => {
  test('of clusters that pass or fail as a whole is one less than their number', () => {
    const { effectiveN, designEffect } = designEffectOf([...times(30, 5, 5), ...times(10, 5, 0)]);
    expect(effectiveN).toBe(39);
    expect(designEffect).toEqual({ num: 200n, den: 39n });
  });

  test('is the number of clusters when nothing was seen of the correlation', () => {
    expect(designEffectOf(times(60, 5, 5)).effectiveN).toBe(60);
    expect(designEffectOf(times(60, 5, 0)).effectiveN).toBe(60);
    expect(designEffectOf(times(60, 5, 4))).toMatchObject({ effectiveN: 60, designEffect: null });
    expect(designEffectOf(times(1, 5, 3))).toMatchObject({ effectiveN: 1, variance: null });
  });

  test('is at most the number of clusters when there are fewer than 30', () => {
    const alternating = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ n: 4, k: i % 4 === 0 ? 2 : 3 }));
    expect(designEffectOf(alternating(29)).effectiveN).toBe(29);
    expect(designEffectOf(alternating(30)).effectiveN).toBe(120);
  });

  test('is refused without clusters and for counts that do not fit', () => {
    expect(() => designEffectOf([])).toThrow(RangeError);
    expect(() => designEffectOf([{ n: 2, k: 3 }])).toThrow(RangeError);
    expect(() => designEffectOf([{ n: 0, k: 0 }])).toThrow(RangeError);
  });
});

const cluster = (most: number) =>
  fc
    .tuple(fc.integer({ min: 1, max: most }), fc.nat(), fc.nat())
    .map(([n, k, bad]): ClusterTally => {
      const passing = k % (n + 1);
      return { n, k: passing, invalid: bad % 9 === 0 ? n - passing : 0 };
    });
const clusters = fc.oneof(
  fc.array(cluster(6), { minLength: 1, maxLength: 60 }),
  fc.array(cluster(40), { minLength: 1, maxLength: 5 }),
);
/** Mostly passing, so that the claims are not all the same. */
const goodClusters = fc.array(
  fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 30 }))
    .map(([n, lost]): ClusterTally => ({ n, k: lost > n ? n : n - lost, invalid: 0 })),
  { minLength: 25, maxLength: 70 },
);
const rules = fc
  .tuple(
    fc.constantFrom('0.6', '0.75', '0.9', '0.95'),
    fc.constantFrom<Requirement['kind']>('three-way', 'guarded'),
  )
  .map(([limit, kind]) => rule(limit, kind));

describe('whatever the clusters', () => {
  test('the effective size is at least 1 and at most the cases, and the clusters below 30', () => {
    fc.assert(
      fc.property(clusters, (given) => {
        const { n, count, effectiveN } = designEffectOf(given);
        expect(effectiveN).toBeGreaterThanOrEqual(1);
        expect(effectiveN).toBeLessThanOrEqual(n);
        if (count < 30) expect(effectiveN).toBeLessThanOrEqual(count);
      }),
    );
  });

  test('the order does not matter', () => {
    fc.assert(
      fc.property(clusters, fc.string(), (given, seed) => {
        expect(designEffectOf(randomFrom(seed).shuffle(given))).toEqual(designEffectOf(given));
      }),
    );
  });

  test('passes and failures are treated alike', () => {
    fc.assert(
      fc.property(clusters, (given) => {
        const turned = given.map(({ n, k }) => ({ n, k: n - k }));
        expect(designEffectOf(turned).effectiveN).toBe(designEffectOf(given).effectiveN);
      }),
    );
  });

  test('single cases are as many as they are', () => {
    fc.assert(
      fc.property(fc.array(cluster(1), { minLength: 1, maxLength: 80 }), (given) => {
        expect(designEffectOf(given).effectiveN).toBe(given.length);
      }),
    );
  });

  test('nothing is claimed that independent cases would not show', () => {
    fc.assert(
      fc.property(fc.oneof(clusters, goodClusters), rules, (given, of) => {
        const { n, k } = designEffectOf(given);
        const invalid = given.reduce((sum, one) => sum + one.invalid, 0);
        const { conforming, nonconforming } = clusterClaims(given, of);
        const { pass, fail } = criticalCounts(n, of);
        if (conforming) expect(k).toBeGreaterThanOrEqual(pass ?? Number.POSITIVE_INFINITY);
        if (nonconforming && of.kind === 'three-way') {
          expect(k + invalid).toBeLessThanOrEqual(fail ?? -1);
        }
        expect(conforming && nonconforming).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  test('a flawless result is never worse than one with failures, nor a hopeless one better', () => {
    fc.assert(
      fc.property(fc.oneof(clusters, goodClusters), rules, (given, of) => {
        const all = (value: 'pass' | 'fail') =>
          clusterClaims(
            given.map(({ n }) => ({ n, k: value === 'pass' ? n : 0, invalid: 0 })),
            of,
          );
        const { conforming, nonconforming } = clusterClaims(given, of);
        if (conforming) expect(all('pass').conforming).toBe(true);
        if (nonconforming) expect(all('fail').nonconforming).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test('clusters that go as a whole conform from some number of passing ones on', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 2, max: 6 }),
        rules,
        (count, n, of) => {
          const claims = Array.from({ length: count + 1 }, (_, passing) =>
            clusterClaims([...times(passing, n, n), ...times(count - passing, n, 0)], of),
          );
          for (const [passing, { conforming, nonconforming }] of claims.entries()) {
            const next = claims[passing + 1];
            if (conforming && next !== undefined) expect(next.conforming).toBe(true);
            if (next?.nonconforming === true) expect(nonconforming).toBe(true);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});

/**
 * Passes in a cluster of beta-binomial cases: each next one is drawn after those before it (Pólya's
 * urn), so that any two have the correlation given.
 */
function drawn(random: Random, n: number, share: number, correlation: number): ClusterTally {
  const weight = 1 / correlation - 1;
  let k = 0;
  for (let i = 0; i < n; i++) {
    if (random.chance((share * weight + k) / (weight + i))) k++;
  }
  return { n, k, invalid: 0 };
}

describe('in 1000 runs of 60 clusters of 5 cases with a correlation of 0.3', () => {
  /** How often conforming is claimed with clusters, and how often as if there were none. */
  function conforming(share: number, of: ReturnType<typeof rule>) {
    const random = randomFrom('clusters', share);
    const alone = criticalCounts(300, of).pass ?? expect.unreachable();
    let [clustered, ignored] = [0, 0];
    for (let run = 0; run < 1000; run++) {
      const seen = Array.from({ length: 60 }, () => drawn(random, 5, share, 0.3));
      if (clusterClaims(seen, of).conforming) clustered++;
      if (seen.reduce((sum, { k }) => sum + k, 0) >= alone) ignored++;
    }
    return { clustered: clustered / 1000, ignored: ignored / 1000 };
  }

  test('ignoring the clusters would conform at the limit more than twice as often as alpha says', () => {
    const { clustered, ignored } = conforming(0.8, rule('0.8'));
    expect(ignored).toBeGreaterThan(0.1);
    // Three standard errors of 1000 runs above 0.05.
    expect(clustered).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 1000));
  });

  test('a good system still conforms', () => {
    expect(conforming(0.93, rule('0.8')).clustered).toBeGreaterThan(0.9);
  });
});
