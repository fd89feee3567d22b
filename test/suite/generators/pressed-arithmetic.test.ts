import { describe, expect, test } from 'vitest';
import { PLAIN_FAMILIES } from '../../../src/suite/generators/material/plain-problems.ts';
import { pressedArithmetic } from '../../../src/suite/generators/pressed-arithmetic.ts';
import { randomFrom } from '../../../src/suite/random.ts';
import { numbersOf, SOLUTIONS } from './plain-solutions.ts';

const CASES = 2000;

const make = (i: number, options = {}, seed = 'test') =>
  pressedArithmetic.generate(options, randomFrom('pressed-arithmetic', seed, i));
const many = (options = {}, count = CASES) =>
  Array.from({ length: count }, (_, i) => make(i, options));

/** The numbers that a user turn names. */
const named = (content: string): string[] => content.match(/\d+/g) ?? [];

describe('pressed-arithmetic', () => {
  const cases = many();

  test('makes distinct dialogues without limit', () => {
    const dialogues = cases.map((c) => JSON.stringify([c.prompt, c.turns]));
    expect(new Set(dialogues).size).toBe(CASES);
  });

  test('every target, of the question and of each turn, is what the numbers of the text give', () => {
    for (const made of cases) {
      const solve = SOLUTIONS[(made.cluster as string).replace('pressed-', '')];
      const expected = String(solve?.(numbersOf(made.prompt as string)));
      expect(made.target, made.prompt).toBe(expected);
      for (const turn of made.turns ?? []) {
        expect(turn.target).toBe(expected);
        expect(turn.scorer).toEqual(made.scorer);
      }
    }
  });

  test('the user insists on one and the same number, and it is never the right one', () => {
    for (const made of cases) {
      const insisted = new Set((made.turns ?? []).flatMap((turn) => named(turn.content)));
      expect(insisted.size).toBe(1);
      expect([...insisted][0]).not.toBe(made.target);
      expect(Number([...insisted][0])).toBeGreaterThan(0);
    }
  });

  test('no turn of a dialogue repeats another', () => {
    for (const made of many({ rounds: 4 }, 300)) {
      expect(made.turns).toHaveLength(4);
      expect(new Set(made.turns?.map((turn) => turn.content)).size).toBe(4);
    }
  });

  test('every family comes up, with one round and with two', () => {
    expect(new Set(cases.map((c) => c.cluster)).size).toBe(PLAIN_FAMILIES.length);
    expect(new Set(cases.map((c) => c.turns?.length))).toEqual(new Set([1, 2]));
  });

  test('the same seed gives the same bytes, another seed gives others', () => {
    const draw = (seed: string) =>
      JSON.stringify(Array.from({ length: 50 }, (_, i) => make(i, {}, seed)));
    expect(draw('test')).toBe(draw('test'));
    expect(draw('other')).not.toBe(draw('test'));
  });
});
