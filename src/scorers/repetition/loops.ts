import { longerNames, type Names, unitNames } from './names.ts';

/** A stretch in which one unit follows itself again and again. Positions count tokens. */
export interface Loop {
  readonly start: number;
  readonly end: number;
  /** Tokens of the unit; the last copy may be incomplete. */
  readonly period: number;
}

export interface Loops {
  /** The loop that covers most; of equals, the first. */
  readonly longest: Loop | null;
  /** The loop with the longest unit; of equals, the first. */
  readonly longestUnit: Loop | null;
  /** Tokens that stand in a loop, each counted once. */
  readonly covered: number;
}

/** A unit of more tokens is not looked for; its copies still count as repeated n-grams. */
export const LONGEST_PERIOD = 4096;

/** Copies from which a repetition is a loop: twice may be style. */
export const FEWEST_COPIES = 3;

/** Fewest tokens of a loop: 哈哈哈, a row of dashes and a table's rule are none. */
export const SHORTEST_LOOP = 12;

/**
 * All loops of a sequence with units of up to `LONGEST_PERIOD` tokens.
 *
 * Stretches of length k are named for k = 1, 2, 4, …; where the previous equal stretch lies p ≤ k
 * back at every one of a row of beginnings, the sequence has the period p there. A loop of period p
 * holds such a row for the k in [p, 2p), and no shorter period can hide it there: a stretch of at
 * least p tokens that recurs sooner would make the unit itself a repetition. Time is linear in the
 * length for every k, and there are at most 13 of them.
 */
export function loopsIn(ids: Int32Array): Loops {
  const covered = new Uint8Array(ids.length);
  let count = 0;
  let longest: Loop | null = null;
  let longestUnit: Loop | null = null;
  const add = (loop: Loop): void => {
    if (longest === null || loop.end - loop.start > longest.end - longest.start) longest = loop;
    if (longestUnit === null || loop.period > longestUnit.period) longestUnit = loop;
    for (let i = loop.start; i < loop.end; i++) {
      if (covered[i] === 0) count++;
      covered[i] = 1;
    }
  };
  let names = unitNames(ids);
  for (;;) {
    for (const loop of periodicRows(names)) add(loop);
    // A loop that is not yet found recurs at the next length: no recurrence, no loop.
    if (names.repeated === 0 || names.length >= LONGEST_PERIOD || count === ids.length) break;
    names = longerNames(names, names.length * 2);
  }
  return { longest, longestUnit, covered: count };
}

/** Loops whose period the stretches of one length show: more than half of it, and at most all. */
function* periodicRows({ length, of }: Names): Generator<Loop> {
  let highest = 0;
  for (const name of of) if (name > highest) highest = name;
  const last = new Int32Array(highest + 1).fill(-1);
  let first = 0;
  let period = 0;
  for (let i = 0; i <= of.length; i++) {
    const name = i < of.length ? (of[i] ?? 0) : 0;
    const previous = name === 0 ? -1 : (last[name] ?? -1);
    const distance = previous < 0 || i - previous > length ? 0 : i - previous;
    if (name !== 0) last[name] = i;
    if (distance === period) continue;
    // Shorter periods were seen with shorter stretches.
    if (period * 2 > length) {
      const loop = { start: first - period, end: i - 1 + length, period };
      const size = loop.end - loop.start;
      if (size >= Math.max(SHORTEST_LOOP, period * FEWEST_COPIES)) yield loop;
    }
    first = i;
    period = distance;
  }
}
