import { expect } from 'vitest';

/** Characters of the longer text: about a megabyte of Chinese. The shorter has a quarter of them. */
const LONG = 320_000;

/** Milliseconds below which a time says more about the machine than about the code. */
const NOISE = 4;

/** Linear work takes 4 times as long for 4 times the text, quadratic work 16 times. */
const MOST = 10;

/** Rounds after which a text is taken to be slow, not the machine to be busy. */
const ROUNDS = 25;

/**
 * Expects that the time for a text grows with its length only. Times are compared with each other
 * and never with a clock, and the best of several rounds counts, so that a busy machine does no harm.
 */
export function expectLinear(
  what: unknown,
  textOf: (length: number) => string,
  read: (text: string) => void,
): void {
  const [short, long] = [flat(textOf(LONG / 4)), flat(textOf(LONG))];
  let [quarter, whole] = [Infinity, Infinity];
  let growth = Infinity;
  // The first run of a text is slow for reasons of its own.
  read(short);
  for (let round = 0; round < ROUNDS && growth > MOST; round++) {
    quarter = Math.min(
      quarter,
      timeOf(() => read(short)),
    );
    whole = Math.min(
      whole,
      timeOf(() => read(long)),
    );
    growth = whole / Math.max(quarter, NOISE);
  }
  expect([what, growth > MOST ? `grows ${growth.toFixed(1)} times` : 'linear']).toEqual([
    what,
    'linear',
  ]);
}

/** Milliseconds of this thread's processor time: what others do on the machine is not in it. */
function timeOf(work: () => void): number {
  const start = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

/** The same text in one piece: repeating and joining leave the putting together to the first reader. */
function flat(text: string): string {
  return Buffer.from(text, 'utf16le').toString('utf16le');
}
