import type { Outcome } from './results.ts';
import { OUTCOMES } from './results.ts';

/** From the worst to the best: what decides when several are together. */
const PRECEDENCE: readonly Outcome[] = [
  'error',
  'nonconforming',
  'not-tested',
  'inconclusive',
  'conforming',
];

/**
 * The outcome of a set of MUST indicators. Not-applicable ones leave the set, and an empty set is
 * not-tested: nothing was shown.
 */
export function rollUp(outcomes: Iterable<Outcome>): Outcome {
  const present = new Set(outcomes);
  return PRECEDENCE.find((outcome) => present.has(outcome)) ?? 'not-tested';
}

export function countOutcomes(outcomes: Iterable<Outcome>): Record<Outcome, number> {
  const counts = Object.fromEntries(OUTCOMES.map((o) => [o, 0])) as Record<Outcome, number>;
  for (const outcome of outcomes) counts[outcome]++;
  return counts;
}
