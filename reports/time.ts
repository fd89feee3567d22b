/** An RFC 3339 time as `2026-11-23 09:00:00 UTC`; unchanged when it is not one. */
export function utcTime(time: string): string {
  const instant = new Date(time);
  if (Number.isNaN(instant.getTime())) return time;
  const iso = instant.toISOString();
  return `${iso.slice(0, 10)} ${iso.slice(11, 19)} UTC`;
}

/** Whole hours, minutes and seconds of a duration; under a minute with milliseconds. */
export interface Duration {
  readonly hours: number;
  readonly minutes: number;
  /** `7.042` under a minute, `7` above. */
  readonly seconds: string;
}

export function splitDuration(milliseconds: number): Duration {
  const ms = Math.max(0, Math.round(milliseconds));
  const total = Math.floor(ms / 1000);
  const seconds =
    total < 60 ? `${total}.${String(ms % 1000).padStart(3, '0')}` : String(total % 60);
  return { hours: Math.floor(total / 3600), minutes: Math.floor(total / 60) % 60, seconds };
}
