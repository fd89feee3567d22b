import type { RuleKind } from '../standard/index.ts';
import { ceilingCount, lowerCriticalCount, upperCriticalCount } from './binomial.ts';
import type { Fraction } from './fraction.ts';

/** What is required of a share of passing cases, and how it is decided. */
export interface Requirement {
  readonly kind: RuleKind;
  /** The limit as a share of passing cases. */
  readonly limit: Fraction;
  readonly alpha: Fraction;
  readonly maxInvalidRate: Fraction;
  readonly minN: number;
  /** Of a zero-failure rule: independent cases without a failure that show what it is to show. */
  readonly zeroFailureMinN?: number;
}

/** Whole-number bounds that decide n cases; null when no count does. */
export interface CriticalCounts {
  /** Conforming from so many passes on. */
  readonly pass: number | null;
  /** Nonconforming up to so many passes. */
  readonly fail: number | null;
}

/** The critical counts of a rule on n cases. */
export function criticalCounts(
  n: number,
  { kind, limit, alpha }: Pick<Requirement, 'kind' | 'limit' | 'alpha'>,
): CriticalCounts {
  if (n === 0) return { pass: null, fail: null };
  switch (kind) {
    case 'simple': {
      const pass = ceilingCount(n, limit);
      return { pass, fail: pass === 0 ? null : pass - 1 };
    }
    case 'guarded': {
      const pass = upperCriticalCount(n, limit, alpha);
      return { pass, fail: pass === null ? n : pass === 0 ? null : pass - 1 };
    }
    case 'three-way':
      return {
        pass: upperCriticalCount(n, limit, alpha),
        fail: lowerCriticalCount(n, limit, alpha),
      };
  }
}
