import { expect, test } from 'vitest';
import { consistencyOf, type RepeatAnswer } from '../../src/derive/consistency.ts';

const repeats = (...answers: (string | null)[]): RepeatAnswer[] =>
  answers.map((parsed) => ({
    parsed,
    value: parsed === null ? 'invalid' : parsed === 'B' ? 'pass' : 'fail',
  }));

test.each([
  ['all right', ['B', 'B', 'B', 'B'], true, 'B', [1n, 1n], true],
  ['all wrong alike is consistent', ['C', 'C'], true, 'C', [1n, 1n], false],
  ['three of four', ['B', 'B', 'A', 'B'], false, 'B', [3n, 4n], false],
  ['a tie has no majority', ['A', 'B', 'B', 'A'], false, null, [1n, 2n], false],
  ['unread answers are in the denominator', ['B', null, null, 'B'], false, 'B', [1n, 2n], false],
  ['unread answers do not agree', [null, null], false, null, [0n, 1n], false],
] as const)('%s', (_what, answers, agree, majority, [num, den], passK) => {
  expect(consistencyOf(repeats(...answers))).toEqual({
    agree,
    majority,
    share: { num, den },
    passK,
  });
});

test('one repeat says nothing about consistency', () => {
  expect(() => consistencyOf(repeats('B'))).toThrow(RangeError);
});
