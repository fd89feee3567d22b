/** The proleptic Gregorian calendar by arithmetic on day numbers; no clock, no time zone. */

const DAY_MS = 86_400_000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** Days since 1970-01-01. */
export type DayNumber = number;

/** `month` from 1 to 12. Days beyond the month's end run on into the next one. */
export function dayNumber(year: number, month: number, day: number): DayNumber {
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

interface CivilDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

function civilDate(day: DayNumber): CivilDate {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** `2025年3月9日`. */
export function formatDate(day: DayNumber): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${year}年${month}月${dayOfMonth}日`;
}

/** `2025-03-09`. */
export function isoDate(day: DayNumber): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekday(day: DayNumber): number {
  return (((day + 4) % 7) + 7) % 7;
}

/** `星期三`; any whole number, 0 and 7 are Sunday. */
export function formatWeekday(index: number): string {
  return `星期${WEEKDAYS[((index % 7) + 7) % 7]}`;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Minutes since midnight as `07:05`; counts beyond a day wrap round. */
export function formatTime(minutes: number): string {
  const ofDay = ((minutes % 1440) + 1440) % 1440;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(ofDay / 60))}:${two(ofDay % 60)}`;
}
