/** The key of a table by indicator that stands for every indicator without a nearer one. */
export const EVERY = '*';

/** What may stand before `=` or `:` to name indicators, e.g. `C3`, `C3.1`, `C3.1.1`, `custom`, `*`. */
export const INDICATOR_PREFIX = /^(?:\*|custom|C\d+(?:\.\d+)*)$/;

/**
 * The entry for an indicator in a table keyed by prefixes: the longest prefix wins, `*` is the
 * shortest. Prefixes end at a dot, so `C1` says nothing of `C12.1.1`. At most one look-up a level.
 */
export function longestPrefix<T>(
  table: ReadonlyMap<string, T>,
  indicator: string | undefined,
): T | undefined {
  let prefix = indicator ?? EVERY;
  while (true) {
    const entry = table.get(prefix);
    if (entry !== undefined) return entry;
    if (prefix === EVERY) return undefined;
    const dot = prefix.lastIndexOf('.');
    prefix = dot < 0 ? EVERY : prefix.slice(0, dot);
  }
}
