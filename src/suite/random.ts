import { createHash } from 'node:crypto';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/**
 * A seeded stream of numbers. Streams are named, not shared: each case, sample and exemplar draws
 * from a stream of its own, so that no result depends on the order in which things happen.
 */
export interface Random {
  /** Whole number in [min, max], both included. */
  int(min: number, max: number): number;
  /** Number in [0, 1) with 32 bits of resolution. */
  real(): number;
  /** True with probability `p`. */
  chance(p: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A new list in random order (Fisher–Yates). */
  shuffle<T>(list: readonly T[]): T[];
  /** `count` different elements, in random order. */
  sample<T>(list: readonly T[], count: number): T[];
}

/** The stream named by `parts`; the same parts give the same stream on every machine. */
export function randomFrom(...parts: readonly (string | number)[]): Random {
  const digest = createHash('sha256')
    .update(JSON.stringify(parts.map(String)))
    .digest();
  // All 128 bits of state come from the digest: 10^6 streams still do not coincide.
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => digest.readInt32LE(at)));
  const int = (min: number, max: number): number => uniformInt(generator, min, max);
  const shuffle = <T>(list: readonly T[]): T[] => {
    const out = [...list];
    for (let i = out.length - 1; i > 0; i--) {
      const j = int(0, i);
      const a = out[i] as T;
      out[i] = out[j] as T;
      out[j] = a;
    }
    return out;
  };
  const real = (): number => int(0, 0xffffffff) / 0x100000000;
  return {
    int,
    real,
    chance: (p) => real() < p,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('pick from an empty list');
      return list[int(0, list.length - 1)] as never;
    },
    shuffle,
    sample: (list, count) => {
      if (count > list.length) throw new RangeError(`${count} of ${list.length} elements`);
      return shuffle(list).slice(0, count);
    },
  };
}
