import type { RepeatAnswer } from './consistency.ts';
import { consistencyOf } from './consistency.ts';
import type { Fraction } from './fraction.ts';
import { shareText } from './interval.ts';
import { meanOf, passAtK, passPowerK } from './pass-at-k.ts';
import type { RepeatResult } from './results.ts';

/**
 * What the repeats of an indicator's cases show beside its verdict: how far they agree, and the
 * unbiased pass@k and pass^k. Each is the mean over the cases that were planned more than once.
 * Null without such cases.
 *
 * @param cases the planned repeats of each case; one that was not run is invalid and unread
 */
export function repeatResult(cases: readonly (readonly RepeatAnswer[])[]): RepeatResult | null {
  const repeated = cases.filter((repeats) => repeats.length > 1);
  if (repeated.length === 0) return null;
  const times = Math.min(...repeated.map((repeats) => repeats.length));
  const agreement = repeated.map(consistencyOf);
  const mean = (of: (n: number, c: number) => Fraction): string =>
    text(meanOf(repeated.map((repeats) => of(repeats.length, passing(repeats)))));
  const byK = (of: typeof passAtK): Record<string, string> =>
    Object.fromEntries(drawSizes(times).map((k) => [k, mean((n, c) => of(n, c, k))]));
  return {
    cases: repeated.length,
    times,
    agree: text(meanOf(agreement.map(({ agree }) => ({ num: agree ? 1n : 0n, den: 1n })))),
    share: text(meanOf(agreement.map(({ share }) => share))),
    passAt: byK(passAtK),
    passPower: byK(passPowerK),
  };
}

function passing(repeats: readonly RepeatAnswer[]): number {
  return repeats.filter(({ value }) => value === 'pass').length;
}

/** 1, 2, 4, … and the number of repeats itself. */
function drawSizes(times: number): readonly number[] {
  const sizes: number[] = [];
  for (let k = 1; k < times; k *= 2) sizes.push(k);
  return [...sizes, times];
}

function text(fraction: Fraction | null): string {
  const { num, den } = fraction ?? { num: 0n, den: 1n };
  return shareText(Number(num) / Number(den));
}
