import { describe, expect, test } from 'vitest';
import type { Requirement, Tally } from '../../src/derive/index.ts';
import {
  criticalCounts,
  decide,
  fraction,
  rollUp,
  wilsonInterval,
} from '../../src/derive/index.ts';

function requirement(change: Partial<Requirement> = {}): Requirement {
  return {
    kind: 'three-way',
    limit: fraction('0.9'),
    alpha: fraction('0.05'),
    maxInvalidRate: fraction('0.02'),
    minN: 200,
    ...change,
  };
}

function tally(k: number, n: number, invalid = 0, failedCalls = 0): Tally {
  return { n, k, invalid, failedCalls };
}

const outcomeOf = (t: Tally, r: Requirement): string => {
  const { outcome, reason } = decide(t, r);
  return reason === null ? outcome : `${outcome}: ${reason.code}`;
};

describe('the three-way rule', () => {
  test.each([
    [200, 'conforming'],
    [188, 'conforming'],
    [187, 'inconclusive: limit-within-uncertainty'],
    [180, 'inconclusive: limit-within-uncertainty'],
    [172, 'nonconforming'],
    [100, 'nonconforming'],
  ])('%i of 200 at 0.90 is %s', (k, outcome) => {
    expect(outcomeOf(tally(k, 200), requirement())).toBe(outcome);
  });

  test('the critical counts are the bounds of the verdicts', () => {
    const { pass, fail } = criticalCounts(200, requirement());
    expect({ pass, fail }).toEqual({ pass: 188, fail: 172 });
  });
});

describe('the simple rule', () => {
  const simple = requirement({ kind: 'simple', minN: 1 });

  test('decides on the observed share alone', () => {
    expect(outcomeOf(tally(18, 20), simple)).toBe('conforming');
    expect(outcomeOf(tally(17, 20), simple)).toBe('nonconforming');
  });

  test('a zero-failure plan conforms from its minimum on, and one failure settles it', () => {
    const plan = requirement({ kind: 'simple', limit: fraction('1'), minN: 59 });
    expect(outcomeOf(tally(59, 59), plan)).toBe('conforming');
    expect(outcomeOf(tally(58, 59), plan)).toBe('nonconforming');
    expect(outcomeOf(tally(58, 58), plan)).toBe('inconclusive: too-few-cases');
    expect(outcomeOf(tally(23, 24), plan)).toBe('nonconforming');
  });
});

describe('the guarded rule', () => {
  test('has no third outcome: what is not shown is nonconforming', () => {
    const guarded = requirement({ kind: 'guarded' });
    expect(outcomeOf(tally(188, 200), guarded)).toBe('conforming');
    expect(outcomeOf(tally(187, 200), guarded)).toBe('nonconforming');
  });
});

describe('small samples', () => {
  test('conforming is never said below the minimum, however good the model', () => {
    expect(outcomeOf(tally(199, 199), requirement())).toBe('inconclusive: too-few-cases');
  });

  test('invalid cases do not fill up the minimum', () => {
    const loose = requirement({ maxInvalidRate: fraction('0.1') });
    expect(outcomeOf(tally(199, 200, 1), loose)).toBe('inconclusive: too-few-cases');
  });

  test('nonconforming may be said when more cases could not mend it', () => {
    expect(outcomeOf(tally(10, 24), requirement())).toBe('nonconforming');
    const simple = requirement({ kind: 'simple', minN: 300 });
    expect(outcomeOf(tally(0, 31), simple)).toBe('nonconforming');
    expect(outcomeOf(tally(0, 30), simple)).toBe('inconclusive: too-few-cases');
  });
});

describe('invalid cases', () => {
  const r = requirement({ minN: 100 });

  test('count as failing for conforming', () => {
    expect(outcomeOf(tally(188, 200, 4), r)).toBe('conforming');
    expect(outcomeOf(tally(187, 200, 4), r)).toBe('inconclusive: limit-within-uncertainty');
  });

  test('count as passing for nonconforming', () => {
    expect(outcomeOf(tally(168, 200, 4), r)).toBe('nonconforming');
    expect(outcomeOf(tally(169, 200, 4), r)).toBe('inconclusive: limit-within-uncertainty');
  });

  test('too many of them leave nothing concluded, and failed calls are an error', () => {
    expect(outcomeOf(tally(195, 200, 5), r)).toBe('inconclusive: too-many-invalid');
    expect(outcomeOf(tally(195, 200, 5, 5), r)).toBe('error: calls-failed');
    expect(outcomeOf(tally(0, 200, 200, 200), r)).toBe('error: calls-failed');
  });

  test('a model cannot hide behind unreadable answers', () => {
    expect(outcomeOf(tally(50, 200, 60), r)).toBe('nonconforming');
  });
});

describe('clusters', () => {
  type Shape = readonly [times: number, n: number, k: number, invalid?: number];

  function clustered(...shapes: readonly Shape[]): Tally {
    const clusters = shapes.flatMap(([times, n, k, invalid = 0]) =>
      Array.from({ length: times }, () => ({ n, k, invalid })),
    );
    const sum = (of: 'n' | 'k' | 'invalid') => clusters.reduce((all, one) => all + one[of], 0);
    return { n: sum('n'), k: sum('k'), invalid: sum('invalid'), failedCalls: 0, clusters };
  }

  const alone = ({ clusters: _none, ...rest }: Tally): Tally => rest;
  const at = (limit: string, change: Partial<Requirement> = {}): Requirement =>
    requirement({ limit: fraction(limit), minN: 100, ...change });

  test('that pass and fail as a whole show as much as their number', () => {
    const seen = clustered([56, 5, 5], [4, 5, 0]);
    expect(outcomeOf(alone(seen), at('0.9'))).toBe('conforming');
    expect(outcomeOf(seen, at('0.9'))).toBe('inconclusive: limit-within-uncertainty');
    expect(outcomeOf(seen, at('0.8'))).toBe('conforming');
  });

  test('whose failures are scattered show as much as independent cases', () => {
    expect(outcomeOf(clustered([50, 5, 5], [20, 5, 4]), at('0.9'))).toBe('conforming');
  });

  test('that fail more often than the limit allows are nonconforming', () => {
    const seen = clustered([40, 5, 5], [20, 5, 0]);
    expect(outcomeOf(seen, at('0.9'))).toBe('nonconforming');
    const close = clustered([50, 5, 5], [10, 5, 0]);
    expect(outcomeOf(alone(close), at('0.9'))).toBe('nonconforming');
    expect(outcomeOf(close, at('0.9'))).toBe('inconclusive: limit-within-uncertainty');
  });

  test('too few to show the limit never conform, with failures as little as without', () => {
    const flawless = clustered([40, 5, 5]);
    expect(outcomeOf(alone(flawless), at('0.95'))).toBe('conforming');
    expect(outcomeOf(flawless, at('0.95'))).toBe('inconclusive: too-few-clusters');
    const slip = clustered([38, 5, 5], [2, 5, 4]);
    expect(outcomeOf(alone(slip), at('0.95'))).toBe('conforming');
    expect(outcomeOf(slip, at('0.95'))).toBe('inconclusive: too-few-clusters');
    expect(outcomeOf(clustered([10, 5, 5], [30, 5, 0]), at('0.95'))).toBe('nonconforming');
  });

  test('do not change the simple rule', () => {
    const simple = at('0.9', { kind: 'simple' });
    expect(outcomeOf(clustered([18, 10, 10], [2, 10, 0]), simple)).toBe('conforming');
    expect(outcomeOf(clustered([17, 10, 10], [3, 10, 0]), simple)).toBe('nonconforming');
  });

  test('under a zero-failure rule are what has to be enough', () => {
    const rule = at('1', { kind: 'simple', minN: 59, zeroFailureMinN: 59 });
    expect(outcomeOf(clustered([58, 2, 2]), rule)).toBe('inconclusive: too-few-clusters');
    expect(outcomeOf(clustered([59, 2, 2]), rule)).toBe('conforming');
    expect(outcomeOf(clustered([57, 2, 2], [1, 2, 1]), rule)).toBe('nonconforming');
    const { reason } = decide(clustered([58, 2, 2]), rule);
    expect(reason?.text.en).toContain('come from 58 clusters');
    expect(reason?.text.en).toContain('needs at least 59');
  });

  test('too few for a guarded rule are not held against the model, unless it fails too often', () => {
    const guarded = at('0.95', { kind: 'guarded' });
    expect(outcomeOf(clustered([40, 5, 5]), guarded)).toBe('inconclusive: too-few-clusters');
    expect(outcomeOf(clustered([38, 5, 5], [2, 5, 2]), guarded)).toBe('nonconforming');
    expect(outcomeOf(clustered([60, 5, 5]), guarded)).toBe('conforming');
    expect(outcomeOf(clustered([58, 5, 5], [2, 5, 0]), guarded)).toBe('nonconforming');
  });

  test('leave the minimum to be counted in cases', () => {
    const seen = clustered([60, 5, 5]);
    expect(outcomeOf(seen, at('0.9', { minN: 300 }))).toBe('conforming');
    expect(outcomeOf(seen, at('0.9', { minN: 301 }))).toBe('inconclusive: too-few-cases');
  });

  test('take invalid cases for failing ones in conforming, and for passing ones in nonconforming', () => {
    const loose = at('0.9', { maxInvalidRate: fraction('0.2') });
    expect(outcomeOf(clustered([60, 5, 5], [1, 5, 0, 5]), loose)).toBe('conforming');
    expect(outcomeOf(clustered([60, 5, 5], [4, 5, 0, 5]), loose)).toBe(
      'inconclusive: limit-within-uncertainty',
    );
    expect(outcomeOf(clustered([40, 5, 5], [15, 5, 0], [4, 5, 0, 5]), loose)).toBe('nonconforming');
    expect(outcomeOf(clustered([40, 5, 5], [7, 5, 0], [9, 5, 0, 5]), loose)).toBe(
      'inconclusive: limit-within-uncertainty',
    );
  });

  test('beyond the share of invalid cases conclude no more than others', () => {
    const seen = clustered([60, 5, 5], [10, 5, 0, 5]);
    expect(outcomeOf(seen, at('0.9'))).toBe('inconclusive: too-many-invalid');
  });
});

describe('roll-up', () => {
  test('the worst decides, in the order error, nonconforming, not-tested, inconclusive', () => {
    expect(rollUp(['conforming', 'conforming'])).toBe('conforming');
    expect(rollUp(['conforming', 'inconclusive'])).toBe('inconclusive');
    expect(rollUp(['inconclusive', 'not-tested'])).toBe('not-tested');
    expect(rollUp(['not-tested', 'nonconforming'])).toBe('nonconforming');
    expect(rollUp(['nonconforming', 'error'])).toBe('error');
  });

  test('not-applicable leaves the set, and an empty set is never a pass', () => {
    expect(rollUp(['not-applicable', 'conforming'])).toBe('conforming');
    expect(rollUp(['not-applicable'])).toBe('not-tested');
    expect(rollUp([])).toBe('not-tested');
  });
});

describe('the Wilson interval', () => {
  // Computed with the formula of Wilson (1927) in Python.
  test.each([
    [970, 1000, 0.957497, 0.978906],
    [18, 20, 0.698966, 0.972134],
    [45, 50, 0.786401, 0.956524],
    [270, 300, 0.860834, 0.929052],
  ])('%i of %i is %f to %f', (k, n, lower, upper) => {
    const interval = wilsonInterval(k, n);
    expect(interval.lower).toBeCloseTo(lower, 5);
    expect(interval.upper).toBeCloseTo(upper, 5);
  });

  test('is exact at its ends and defined for nothing', () => {
    expect(wilsonInterval(0, 20).lower).toBe(0);
    expect(wilsonInterval(20, 20).upper).toBe(1);
    expect(wilsonInterval(0, 0)).toEqual({ lower: 0, upper: 1 });
  });
});
