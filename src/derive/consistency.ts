import type { Fraction } from './fraction.ts';
import { lowest } from './fraction.ts';

/** One repeat of a case, as it was scored. */
export interface RepeatAnswer {
  /** The answer as read, in canonical form; null when it could not be read. */
  readonly parsed: string | null;
  readonly value: 'pass' | 'fail' | 'invalid';
}

/** How far the repeats of one case agree. */
export interface Consistency {
  /** All repeats were read and came to the same answer, right or wrong. */
  readonly agree: boolean;
  /** The answer of most repeats; null when none was read or several are equally frequent. */
  readonly majority: string | null;
  /** Share of the repeats that gave the commonest answer; what was not read is in the denominator. */
  readonly share: Fraction;
  /** All repeats passed: pass^K of exactly these K answers. */
  readonly passK: boolean;
}

/**
 * Holds the repeats of one case against each other by their canonical parsed answers. An answer
 * that could not be read agrees with none, not even with another such. Throws `RangeError` for
 * fewer than two repeats, which say nothing about consistency.
 */
export function consistencyOf(repeats: readonly RepeatAnswer[]): Consistency {
  if (repeats.length < 2) throw new RangeError('Consistency needs at least two repeats');
  const counts = new Map<string, number>();
  for (const { parsed } of repeats) {
    if (parsed !== null) counts.set(parsed, (counts.get(parsed) ?? 0) + 1);
  }
  const most = Math.max(0, ...counts.values());
  const commonest = [...counts].filter(([, count]) => count === most).map(([answer]) => answer);
  return {
    agree: most === repeats.length,
    majority: commonest.length === 1 ? (commonest[0] ?? null) : null,
    share: lowest(BigInt(most), BigInt(repeats.length)),
    passK: repeats.every(({ value }) => value === 'pass'),
  };
}
