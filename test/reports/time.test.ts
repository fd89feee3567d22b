import { expect, test } from 'vitest';
import { splitDuration, utcTime } from '../../reports/time.ts';

test('times are shown in UTC, whatever their offset', () => {
  expect(utcTime('2026-11-23T09:00:00.123Z')).toBe('2026-11-23 09:00:00 UTC');
  expect(utcTime('2026-11-23T17:00:00+08:00')).toBe('2026-11-23 09:00:00 UTC');
});

test('what is not a time is shown as it is', () => {
  expect(utcTime('yesterday')).toBe('yesterday');
});

test('durations keep milliseconds under a minute only', () => {
  expect(splitDuration(7042)).toEqual({ hours: 0, minutes: 0, seconds: '7.042' });
  expect(splitDuration(3_726_877)).toEqual({ hours: 1, minutes: 2, seconds: '6' });
  expect(splitDuration(0)).toEqual({ hours: 0, minutes: 0, seconds: '0.000' });
});
