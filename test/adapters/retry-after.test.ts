import { expect, test } from 'vitest';
import { readRetryAfter } from '../../adapters/retry-after.ts';

const date = 'Mon, 23 Nov 2026 08:00:00 GMT';

test.each<[what: string, headers: Record<string, string>, expected: number | undefined]>([
  ['seconds', { 'retry-after': '12' }, 12_000],
  ['parts of a second', { 'retry-after': '1.5' }, 1500],
  ['at once', { 'retry-after': '0' }, 0],
  ['milliseconds before seconds', { 'retry-after-ms': '250', 'retry-after': '12' }, 250],
  [
    'seconds when the milliseconds cannot be read',
    { 'retry-after-ms': 'soon', 'retry-after': '2' },
    2000,
  ],
  [
    'a date, counted on the clock of the server',
    { date, 'retry-after': 'Mon, 23 Nov 2026 08:01:30 GMT' },
    90_000,
  ],
  ['a date that has passed', { date, 'retry-after': 'Mon, 23 Nov 2026 07:00:00 GMT' }, 0],
  ['nothing', {}, undefined],
  ['what cannot be read', { 'retry-after': 'later' }, undefined],
  ['a negative time', { 'retry-after': '-5', date }, undefined],
  ['more than a number can hold', { 'retry-after': '9'.repeat(40) }, undefined],
])('%s', (_, headers, expected) => {
  expect(readRetryAfter(new Headers(headers))).toBe(expected);
});
