/**
 * How long a provider asks to wait, in milliseconds: `retry-after-ms`, else `Retry-After` in
 * seconds or as a date (RFC 9110, section 10.2.3). A date counts from the response's own `Date`
 * header when it has one, so that two clocks that differ do no harm. Undefined when nothing is
 * asked or it cannot be read.
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const milliseconds = readDuration(headers.get('retry-after-ms'));
  if (milliseconds !== undefined) return milliseconds;
  const value = headers.get('retry-after');
  const seconds = readDuration(value, 1000);
  if (seconds !== undefined || value === null) return seconds;
  const until = readDate(value);
  if (until === undefined) return undefined;
  return Math.max(0, until - (readDate(headers.get('date') ?? '') ?? Date.now()));
}

function readDuration(value: string | null, factor = 1): number | undefined {
  if (value === null || !/^\s*\d+(?:\.\d+)?\s*$/.test(value)) return undefined;
  const duration = Math.round(Number(value) * factor);
  return Number.isSafeInteger(duration) ? duration : undefined;
}

/** `Date.parse` alone would take `-5` for a year. */
function readDate(value: string): number | undefined {
  const time = /^[A-Z][a-z]{2}.* GMT$/.test(value.trim()) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}
