import { type Rational, rational } from '../../text/index.ts';
import type { NumericPoint } from './numeric.ts';

/** Ranges that points are drawn from: domains of arcsin, ln, √(x-5), and both signs. */
const RANGES: readonly (readonly [from: number, to: number])[] = [
  [0.05, 0.95],
  [1.1, 4],
  [-0.95, -0.05],
  [4, 12],
  [-6, -1.1],
  [12, 90],
];

/** Points for floating point. The same seed gives the same points everywhere. */
export function numericPoints(
  variables: readonly string[],
  seed: string,
  count: number,
): NumericPoint[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, (_, i) => {
    // The first points lie close together, where most functions of several variables are defined.
    const shared = i % 2 === 0 ? Math.floor(i / 2) % RANGES.length : null;
    return new Map(
      variables.map((name) => {
        const [from, to] = RANGES[shared ?? Math.floor(random() * RANGES.length)] ?? [0, 1];
        return [name, from + (to - from) * random()];
      }),
    );
  });
}

/** Points with rational coordinates, for exact comparison. */
export function rationalPoints(
  variables: readonly string[],
  seed: string,
  count: number,
): ReadonlyMap<string, Rational>[] {
  const random = randomOf(seed);
  return Array.from({ length: count }, () => {
    const coordinate = (): Rational =>
      rational(
        BigInt(Math.floor(random() * 20_001) - 10_000),
        BigInt(1 + Math.floor(random() * 97)),
      );
    return new Map(variables.map((name) => [name, coordinate()]));
  });
}

/** Yields [0, 1): mulberry32 over an FNV-1a hash of the seed. */
function randomOf(seed: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) {
    state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  }
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
