/**
 * Pairs wanted with given things so that as many as possible fit (Kuhn's augmenting paths). The
 * first that fits is not always right: one that fits two wants may be the only one for the second.
 * Returns for each want the index of what it got, or -1.
 */
export function pairing(
  wanted: number,
  given: number,
  fits: (wanted: number, given: number) => boolean,
): number[] {
  const takenBy = Array.from({ length: given }, () => -1);
  for (let w = 0; w < wanted; w++) place(w, new Set());
  return Array.from({ length: wanted }, (_, w) => takenBy.indexOf(w));

  function place(w: number, tried: Set<number>): boolean {
    for (let g = 0; g < given; g++) {
      if (tried.has(g) || !fits(w, g)) continue;
      tried.add(g);
      const holder = takenBy[g] ?? -1;
      if (holder < 0 || place(holder, tried)) {
        takenBy[g] = w;
        return true;
      }
    }
    return false;
  }
}
