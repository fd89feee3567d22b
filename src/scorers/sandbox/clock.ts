/** The time that programs in a sandbox start at, in milliseconds since 1970. */
export const START_OF_TIME_MS = Date.UTC(2025, 0, 1);

/**
 * Interpreters ask their thread for the time, the time zone and a first random number. All three
 * are fixed, so that an answer that uses them gets the same score on every machine. Only for the
 * thread of a sandbox: it changes the realm it is called in.
 */
export function stopTheClock(): void {
  Object.defineProperty(Date, 'now', { value: () => START_OF_TIME_MS });
  const parts = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds'] as const;
  for (const part of parts) {
    Object.defineProperty(Date.prototype, `get${part}`, { value: Date.prototype[`getUTC${part}`] });
  }
  Object.defineProperty(Date.prototype, 'getTimezoneOffset', { value: () => 0 });
}
