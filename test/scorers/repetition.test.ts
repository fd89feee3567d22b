import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repetition } from '../../src/scorers/repetition/index.ts';
import {
  FEWEST_COPIES,
  LONGEST_PERIOD,
  loopsIn,
  SHORTEST_LOOP,
} from '../../src/scorers/repetition/loops.ts';
import { diversities } from '../../src/scorers/repetition/names.ts';
import { tokensOf } from '../../src/scorers/repetition/tokens.ts';
import { randomFrom } from '../../src/suite/random.ts';
import { testAnyText, testExemplars, testMegabyte } from './invariants.ts';
import { answer, key, testVectors } from './vectors.ts';

testVectors(repetition, 25);

const SETTINGS = [
  { key: key(), options: {} },
  { key: key(), options: { minLength: 300, n: 6 } },
  { key: key(), options: { maxLoopShare: '0', maxRepeatedNgramShare: '0.1' } },
];
testExemplars(repetition, SETTINGS, 60);
testAnyText(repetition, SETTINGS, ['好', '好的', '啊', 'a', 'ab', '!', '哈哈', '的是']);
testMegabyte(repetition, SETTINGS.slice(0, 1), [
  '好',
  'a',
  'a ',
  'ab',
  '你好，',
  'a b a a b ',
  '!',
  ' ',
  'the cat sat ',
]);

test('a megabyte without a pattern is read in linear time, too', () => {
  for (const letters of ['ab', 'abcdefgh', '山水风云日月星辰江河湖海']) {
    const random = randomFrom('repetition', letters);
    const text = Array.from({ length: 500_000 }, () => random.pick(Array.from(letters))).join(' ');
    const start = performance.now();
    repetition.score(key(), answer(text), {});
    expect([letters, performance.now() - start < 4000]).toEqual([letters, true]);
  }
});

/** Every position that stands in a loop, by trying every period at every place. */
function coveredByBruteForce(ids: readonly number[]): number {
  const covered = new Set<number>();
  for (let period = 1; period * FEWEST_COPIES <= ids.length; period++) {
    for (let start = 0; start + period * FEWEST_COPIES <= ids.length; start++) {
      let end = start + period;
      while (end < ids.length && ids[end] === ids[end - period]) end++;
      if (end - start < Math.max(SHORTEST_LOOP, period * FEWEST_COPIES)) continue;
      for (let i = start; i < end; i++) covered.add(i);
    }
  }
  return covered.size;
}

describe('loops', () => {
  test('are those that trying every period finds', () => {
    const unit = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 9 });
    const piece = fc
      .tuple(unit, fc.integer({ min: 1, max: 5 }))
      .map(([ids, copies]) => Array.from({ length: copies }, () => ids).flat());
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 5 }), (pieces) => {
        const ids = pieces.flat();
        expect([ids, loopsIn(Int32Array.from(ids)).covered]).toEqual([
          ids,
          coveredByBruteForce(ids),
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  test('have the unit, the copies and the place that the answer shows', () => {
    const text = `开头的话不算。${'今天天气好，'.repeat(6)}结尾的话也不算。`;
    const { detail, span } = repetition.score(key(), answer(text), {});
    expect(detail['longestLoop']).toMatchObject({ unitLength: 6, copies: 6, units: 36 });
    expect(span?.text).toBe('今天天气好，'.repeat(6));
  });

  test('with long units are found, up to the longest period', () => {
    const random = randomFrom('long-unit');
    const unit = Array.from({ length: 3000 }, () => random.int(1, 500));
    const ids = Int32Array.from([...unit, ...unit, ...unit]);
    expect(unit.length).toBeLessThan(LONGEST_PERIOD);
    expect(loopsIn(ids)).toMatchObject({ covered: 9000, longestUnit: { period: 3000 } });
  });
});

test('n-grams are counted as a set counts them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 60 }),
      fc.integer({ min: 1, max: 12 }),
      (ids, n) => {
        const grams = Array.from({ length: Math.max(0, ids.length - n + 1) }, (_, i) =>
          ids.slice(i, i + n).join(' '),
        );
        expect(diversities(Int32Array.from(ids), [n])[0]).toEqual({
          total: grams.length,
          distinct: new Set(grams).size,
        });
      },
    ),
    { numRuns: 2000 },
  );
});

test('units are Han characters, words and marks', () => {
  const text = 'Hello, 世界！Ｎo 1 café';
  const { starts, ends } = tokensOf(text);
  const units = [...starts].map((start, i) => text.slice(start, ends[i]));
  expect(units).toEqual(['Hello', ',', '世', '界', '！', 'Ｎo', '1', 'café']);
});
