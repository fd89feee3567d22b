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

/** Windows of the first pass; long enough for every period up to itself, see `loopsIn`. */
const SHORTEST_WINDOW = 4;

/**
 * All loops of a sequence with units of up to `LONGEST_PERIOD` tokens.
 *
 * Windows of 4, 8, 16, … tokens are compared with the nearest equal window before them. One that is
 * at most a window away makes all between them a run with that distance as its period. A loop of
 * period p has a window of length k in [p, 2p) whose nearest equal is exactly p back: an equal that
 * is nearer would make the unit itself a repetition (Fine and Wilf 1965). So each pass finds the
 * loops whose period is more than half its window, and at most all of it. Time is linear in the
 * length for every pass, and there are at most 11 of them.
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
  const hashes = ids.map((id) => mixed(id, 0));
  for (let length = 1; length < SHORTEST_WINDOW; length *= 2) widen(hashes, length);
  let seen = 0;
  let nearest = 0;
  for (let length = SHORTEST_WINDOW; length <= LONGEST_PERIOD; length *= 2) {
    // Where shorter windows have no equals so near, longer ones have none either.
    if (nearest <= length) {
      nearest = findLoops(ids, hashes, length, seen, add);
      seen = length;
    }
    if (nearest > LONGEST_PERIOD || count === ids.length) break;
    widen(hashes, length);
  }
  return { longest, longestUnit, covered: count };
}

/** Turns the hashes of the windows of `length` into those of twice the length. */
function widen(hashes: Int32Array, length: number): void {
  for (let i = 0; i + length < hashes.length; i++) {
    hashes[i] = mixed(hashes[i] ?? 0, hashes[i + length] ?? 0);
  }
}

function mixed(first: number, second: number): number {
  const hash = Math.imul(Math.imul(first, 0x9e3779b1) ^ (second + 0x7f4a7c15), 0x85ebca6b);
  return hash ^ (hash >>> 15);
}

/** Slots for the windows of the last `LONGEST_PERIOD` tokens: few share one, and all stay in cache. */
const SLOT_BITS = 14;
const RING = LONGEST_PERIOD * 2;

/**
 * Finds the loops whose period is more than `seen` and at most `length`. Returns the shortest way
 * back from a window of that length to an equal one; more than `LONGEST_PERIOD` when none is so near.
 * Hashes only propose: what is found was compared.
 */
function findLoops(
  ids: Int32Array,
  hashes: Int32Array,
  length: number,
  seen: number,
  found: (loop: Loop) => void,
): number {
  // Positions are kept plus 1, so that 0 is none; `earlier` chains those that share a slot.
  const latest = new Int32Array(1 << SLOT_BITS);
  const earlier = new Int32Array(RING);
  let nearest = LONGEST_PERIOD + 1;
  let end = 0;
  for (let i = 0; i + length <= ids.length; i++) {
    const hash = hashes[i] ?? 0;
    const slot = hash >>> (32 - SLOT_BITS);
    let at = latest[slot] ?? 0;
    earlier[i % RING] = at;
    latest[slot] = i + 1;
    // Inside the run that was met last every window has its nearest equal one period before.
    if (i + length <= end) continue;
    for (; at > 0 && i - at < LONGEST_PERIOD; at = earlier[(at - 1) % RING] ?? 0) {
      if (hashes[at - 1] !== hash) continue;
      const period = i + 1 - at;
      nearest = Math.min(nearest, period);
      if (period > length) break;
      const alike = alikeUntil(ids, i, period);
      if (alike < i + length) continue;
      end = alike;
      if (period > seen) {
        const start = alikeFrom(ids, i, period);
        if (end - start >= Math.max(SHORTEST_LOOP, period * FEWEST_COPIES)) {
          found({ start, end, period });
        }
      }
      // Of the windows inside, the last ones are the nearest equals of what may follow.
      i = Math.max(i, end - length - period);
      break;
    }
  }
  return nearest;
}

/** The first place from `from` on whose unit is not that of one period before. */
function alikeUntil(ids: Int32Array, from: number, period: number): number {
  let at = from;
  while (at < ids.length && ids[at] === ids[at - period]) at++;
  return at;
}

/** Where the run begins that has this period and in which `from` stands a period behind its start. */
function alikeFrom(ids: Int32Array, from: number, period: number): number {
  let at = from - period;
  while (at > 0 && ids[at - 1] === ids[at - 1 + period]) at--;
  return at;
}
