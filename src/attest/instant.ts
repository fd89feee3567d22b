/** RFC 3339 in UTC; at most milliseconds, which is what a JavaScript date can tell apart. */
const INSTANT = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.\d{1,3})?Z$/;

/**
 * Milliseconds since 1970 of an RFC 3339 time in UTC, e.g. `2026-11-23T09:00:00Z`; null for any
 * other text, and for a time that no calendar has.
 */
export function instant(text: string): number | null {
  const whole = INSTANT.exec(text)?.[1];
  const time = Date.parse(text);
  // The parser makes 2 March of 30 February; what it read must be what was written.
  if (whole === undefined || Number.isNaN(time)) return null;
  return new Date(time).toISOString().startsWith(whole) ? time : null;
}

/** As `instant`, for times that have been checked before. */
export function timeOf(text: string): number {
  const time = instant(text);
  if (time === null) throw new RangeError(`not an RFC 3339 time in UTC: ${text}`);
  return time;
}

/** `at` is in the window; a bound that is absent does not bind, both bounds belong to it. */
export function within(
  at: string,
  window: { readonly notBefore?: string; readonly notAfter?: string },
): 'in' | 'before' | 'after' {
  const time = timeOf(at);
  if (window.notBefore !== undefined && time < timeOf(window.notBefore)) return 'before';
  if (window.notAfter !== undefined && time > timeOf(window.notAfter)) return 'after';
  return 'in';
}

/** The same day and time of day so many months later; the last day of a month that is shorter. */
export function monthsLater(at: string, months: number): string {
  const date = new Date(timeOf(at));
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months);
  if (date.getUTCDate() !== day) date.setUTCDate(0);
  return date.toISOString();
}
