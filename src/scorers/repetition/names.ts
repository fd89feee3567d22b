/**
 * Equal stretches of a sequence by number (Karp, Miller and Rosenberg 1972): the stretches of a
 * length get equal numbers exactly when they are equal, and those of double length get theirs from
 * the pair of their halves. No hash decides, so two machines cannot disagree; a stretch that occurs
 * once has the number 0, and with it every longer one it is a part of.
 */
export interface Names {
  /** Length of the stretches that are named. */
  readonly length: number;
  /** `of[i]` names the stretch that begins at i; one entry for each beginning. */
  readonly of: Int32Array;
  /** How many stretches have a number other than 0. */
  readonly repeated: number;
}

/** Names of the single units. */
export function unitNames(ids: Int32Array): Names {
  return withoutSingles(1, Int32Array.from(ids));
}

/** Names of the stretches of `length`, which is from one to two times that of `names`. */
export function longerNames(names: Names, length: number): Names {
  const shift = length - names.length;
  const count = Math.max(0, names.of.length - shift);
  const of = new Int32Array(count);
  const table = pairTable(names.repeated);
  for (let i = 0; i < count; i++) {
    const first = names.of[i] ?? 0;
    const second = names.of[i + shift] ?? 0;
    of[i] = first === 0 || second === 0 ? 0 : table(first, second);
  }
  return withoutSingles(length, of);
}

/** Open addressing over typed arrays: a `Map` of pairs costs several times as much. */
function pairTable(entries: number): (first: number, second: number) => number {
  let size = 16;
  while (size < entries * 2) size *= 2;
  const firsts = new Int32Array(size);
  const seconds = new Int32Array(size);
  const numbers = new Int32Array(size);
  let next = 1;
  return (first, second) => {
    let slot = Math.imul(Math.imul(first, 0x9e3779b1) ^ second, 0x85ebca6b);
    slot = (slot ^ (slot >>> 15)) & (size - 1);
    while (numbers[slot] !== 0) {
      if (firsts[slot] === first && seconds[slot] === second) return numbers[slot] ?? 0;
      slot = (slot + 1) & (size - 1);
    }
    firsts[slot] = first;
    seconds[slot] = second;
    numbers[slot] = next;
    return next++;
  };
}

function withoutSingles(length: number, of: Int32Array): Names {
  let highest = 0;
  for (const name of of) if (name > highest) highest = name;
  const counts = new Int32Array(highest + 1);
  for (const name of of) counts[name] = (counts[name] ?? 0) + 1;
  let repeated = 0;
  for (let i = 0; i < of.length; i++) {
    const name = of[i] ?? 0;
    if (name === 0) continue;
    if (counts[name] === 1) of[i] = 0;
    else repeated++;
  }
  return { length, of, repeated };
}

/** Stretches of one length: how many there are, and how many different ones. */
export interface Diversity {
  readonly total: number;
  readonly distinct: number;
}

/**
 * Counts the n-grams of a sequence for several n, ascending: distinct/total is distinct-n, what is
 * left of 1 is rep-n.
 */
export function diversities(ids: Int32Array, lengths: readonly number[]): Diversity[] {
  let names = unitNames(ids);
  return lengths.map((n) => {
    while (names.length < n) names = longerNames(names, Math.min(n, names.length * 2));
    return { total: Math.max(0, ids.length - n + 1), distinct: distinctIn(names) };
  });
}

function distinctIn({ of }: Names): number {
  let highest = 0;
  for (const name of of) if (name > highest) highest = name;
  const seen = new Uint8Array(highest + 1);
  let distinct = 0;
  for (const name of of) {
    if (name !== 0 && seen[name] === 1) continue;
    seen[name] = 1;
    distinct++;
  }
  return distinct;
}
