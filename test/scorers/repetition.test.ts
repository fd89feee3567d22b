import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distinctGrams, distinctPairs } from '../../src/scorers/repetition/grams.ts';
import { repetition } from '../../src/scorers/repetition/index.ts';
import {
  FEWEST_COPIES,
  LONGEST_PERIOD,
  loopsIn,
  SHORTEST_LOOP,
} from '../../src/scorers/repetition/loops.ts';

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

  test('in texts that nearly repeat are those that trying every period finds', () => {
    const random = randomFrom('near');
    for (let round = 0; round < 60; round++) {
      const unit = Array.from({ length: random.int(1, 40) }, () => random.int(1, 2));
      const ids = Array.from({ length: 400 }, (_, i) =>
        random.chance(0.02) ? 3 : (unit[i % unit.length] ?? 0),
      );
      expect([ids, loopsIn(Int32Array.from(ids)).covered]).toEqual([ids, coveredByBruteForce(ids)]);
    }
  });

  test('of Fibonacci and Thue-Morse words are those that trying every period finds', () => {
    let [short, word] = [[1], [1, 2]];
    while (word.length < 400) [short, word] = [word, [...word, ...short]];
    expect(loopsIn(Int32Array.from(word)).covered).toBe(coveredByBruteForce(word));
    const morse = Array.from({ length: 512 }, (_, i) => 1 + (i.toString(2).split('1').length % 2));
    expect(loopsIn(Int32Array.from(morse)).covered).toBe(0);
  });

  test('with long units are found, up to the longest period', () => {
    const random = randomFrom('long-unit');
    const unit = Array.from({ length: 3000 }, () => random.int(1, 500));
    const ids = Int32Array.from([...unit, ...unit, ...unit]);
    expect(unit.length).toBeLessThan(LONGEST_PERIOD);
    expect(loopsIn(ids)).toMatchObject({ covered: 9000, longestUnit: { period: 3000 } });
    for (const period of [LONGEST_PERIOD, LONGEST_PERIOD + 1]) {
      const row = Array.from({ length: period }, (_, i) => i + 1);
      const { covered } = loopsIn(Int32Array.from([...row, ...row, ...row]));
      expect([period, covered]).toEqual([period, period > LONGEST_PERIOD ? 0 : period * 3]);
    }
  });
});

describe('n-grams', () => {
  const bySet = (ids: readonly number[], n: number): number =>
    new Set(
      Array.from({ length: Math.max(0, ids.length - n + 1) }, (_, i) =>
        ids.slice(i, i + n).join(' '),
      ),
    ).size;

  test('are counted as a set counts them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 60 }),
        fc.integer({ min: 2, max: 12 }),
        (ids, n) => {
          expect(distinctGrams(Int32Array.from(ids), n)).toBe(bySet(ids, n));
          expect(distinctPairs(Int32Array.from(ids))).toBe(bySet(ids, 2));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('of a long text with many letters are counted as a set counts them, too', () => {
    const random = randomFrom('grams');
    const base = Array.from({ length: 5000 }, () => random.int(1, 900));
    const ids = [...base, 901, ...base.slice(0, 3000), ...base];
    for (const n of [2, 7, 10, 100]) {
      expect([n, distinctGrams(Int32Array.from(ids), n)]).toEqual([n, bySet(ids, n)]);
    }
    expect(distinctPairs(Int32Array.from(ids))).toBe(bySet(ids, 2));
  });
});

test('units are Han characters, words and marks', () => {
  const text = 'Hello, 世界！Ｎo 1 café';
  const { starts, ends } = tokensOf(text);
  const units = [...starts].map((start, i) => text.slice(start, ends[i]));
  expect(units).toEqual(['Hello', ',', '世', '界', '！', 'Ｎo', '1', 'café']);
});
