/** How many different pairs of neighbours a sequence has. The units are numbered from 1. */
export function distinctPairs(ids: Int32Array): number {
  let highest = 0;
  for (const id of ids) if (id > highest) highest = id;
  // Sorted by the first unit, so that its second ones are told apart by one mark per unit.
  const ends = new Int32Array(highest + 2);
  for (let i = 0; i + 1 < ids.length; i++) increment(ends, (ids[i] ?? 0) + 1);
  for (let id = 1; id < ends.length; id++) ends[id] = (ends[id] ?? 0) + (ends[id - 1] ?? 0);
  const seconds = new Int32Array(Math.max(0, ids.length - 1));
  for (let i = 0; i + 1 < ids.length; i++) {
    const first = ids[i] ?? 0;
    seconds[ends[first] ?? 0] = ids[i + 1] ?? 0;
    increment(ends, first);
  }
  const marks = new Int32Array(highest + 1);
  let distinct = 0;
  let at = 0;
  for (let first = 1; first <= highest; first++) {
    for (; at < (ends[first] ?? 0); at++) {
      const second = seconds[at] ?? 0;
      if (marks[second] === first) continue;
      marks[second] = first;
      distinct++;
    }
  }
  return distinct;
}

function increment(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

/**
 * How many different n-grams a sequence has. Hashes only propose: two n-grams are the same when
 * their units are, so that two machines cannot disagree.
 */
export function distinctGrams(ids: Int32Array, n: number): number {
  const hashes = gramHashes(ids, n);
  // Open addressing over pairs of a place (plus 1, so that 0 is none) and its hash.
  let size = 16;
  while (size < hashes.length * 2) size *= 2;
  const table = new Int32Array(size * 2);
  let distinct = 0;
  let before = -1;
  for (let i = 0; i < hashes.length; i++) {
    const hash = hashes[i] ?? 0;
    let slot = hash & (size - 1);
    let place = -1;
    for (; table[slot * 2] !== 0; slot = (slot + 1) & (size - 1)) {
      if (table[slot * 2 + 1] !== hash) continue;
      const candidate = (table[slot * 2] ?? 0) - 1;
      // Next to the place where the last n-gram was found, only one unit is not compared yet.
      const compared = before >= 0 && candidate === before + 1 ? n - 1 : 0;
      if (!isEqual(ids, candidate, i, compared, n)) continue;
      place = candidate;
      break;
    }
    before = place;
    if (place >= 0) continue;
    table[slot * 2] = i + 1;
    table[slot * 2 + 1] = hash;
    distinct++;
  }
  return distinct;
}

/** An odd multiplier without structure (Steele and Vigna 2021); arithmetic is that of 32 bits. */
const BASE = 0x915f77f5;

/** Rolling hashes of the n-grams, by their place (Karp and Rabin 1987). */
function gramHashes(ids: Int32Array, n: number): Int32Array {
  const hashes = new Int32Array(Math.max(0, ids.length - n + 1));
  let leading = 1;
  for (let i = 0; i < n; i++) leading = Math.imul(leading, BASE);
  let rolling = 0;
  for (let i = 0; i < ids.length; i++) {
    rolling = (Math.imul(rolling, BASE) + (ids[i] ?? 0)) | 0;
    if (i >= n) rolling = (rolling - Math.imul(leading, ids[i - n] ?? 0)) | 0;
    if (i < n - 1) continue;
    const hash = Math.imul(rolling ^ (rolling >>> 15), 0x85ebca6b);
    hashes[i - n + 1] = hash ^ (hash >>> 13);
  }
  return hashes;
}

function isEqual(ids: Int32Array, a: number, b: number, from: number, to: number): boolean {
  for (let k = from; k < to; k++) {
    if (ids[a + k] !== ids[b + k]) return false;
  }
  return true;
}
