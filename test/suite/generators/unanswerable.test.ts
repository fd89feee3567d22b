import { describe, expect, it } from 'vitest';
import { FLAWED_PROBLEMS } from '../../../src/suite/generators/material/flawed-problems.ts';
import { UNDETERMINED, unanswerable } from '../../../src/suite/generators/unanswerable.ts';
import { randomFrom } from '../../../src/suite/random.ts';

type Numbers = readonly number[];

interface Check {
  /** The answer of the sound version, from the numbers of its text. */
  readonly sound: (n: Numbers) => number;
  /** Two values that the contradictory version gives to one thing; they have to differ. */
  readonly conflict: (n: Numbers, text: string) => readonly [number, number];
}

const at = (n: Numbers, i: number): number => n[i] ?? Number.NaN;

const CHECKS: Readonly<Record<string, Check>> = {
  purchase: {
    sound: (n) => at(n, 0) * at(n, 1) + at(n, 2) * at(n, 3),
    conflict: (n) => [at(n, 0) * at(n, 1), at(n, 3)],
  },
  journey: {
    sound: (n) => at(n, 0) * at(n, 1),
    conflict: (n) => [at(n, 0) * at(n, 1), at(n, 2)],
  },
  headcount: {
    sound: (n) => at(n, 0) - at(n, 1),
    conflict: (n) => [at(n, 0), at(n, 1) + at(n, 2)],
  },
  ages: {
    sound: (n) => (at(n, 1) - at(n, 0)) / 2 + at(n, 2),
    // The gap between two people never changes.
    conflict: (n) => [at(n, 0), at(n, 2)],
  },
  rectangle: {
    sound: (n) => at(n, 1) * (at(n, 0) / 2 - at(n, 1)),
    // The length would have to be below half the circumference.
    conflict: (n) => [Math.min(at(n, 1), at(n, 0) / 2 - 1), at(n, 1)],
  },
  mean: {
    sound: (n) => at(n, 0) * 4 - at(n, 1) - at(n, 2) - at(n, 3),
    // A mean above the highest score.
    conflict: (n) => [Math.min(at(n, 4), at(n, 3)), at(n, 4)],
  },
  triangle: {
    sound: (n) => 180 - at(n, 0) - at(n, 1),
    conflict: (n) => [Math.min(at(n, 0) + at(n, 1), 179), at(n, 0) + at(n, 1)],
  },
  queue: {
    sound: (n) => at(n, 0) + at(n, 1) + 1,
    conflict: (n) => [at(n, 0), at(n, 1) + at(n, 2) + 1],
  },
  sharedWork: {
    sound: (n) => at(n, 2) / (at(n, 0) + at(n, 1)),
    conflict: (n) => [(at(n, 0) + at(n, 1)) * at(n, 2), at(n, 3)],
  },
  remaining: {
    sound: (n) => at(n, 0) * (1 - at(n, 1) / 100),
    conflict: (n) => [(at(n, 0) * at(n, 1)) / 100, at(n, 2)],
  },
  overlap: {
    sound: (n) => at(n, 1) + at(n, 2) - at(n, 0),
    // More people know both languages than know the first one.
    conflict: (n) => [Math.min(at(n, 1), at(n, 0)), at(n, 1)],
  },
  ratio: {
    sound: (n) => (at(n, 2) * at(n, 1)) / (at(n, 0) + at(n, 1)),
    conflict: (n) => [(at(n, 2) * at(n, 1)) / at(n, 0) - at(n, 2), at(n, 3)],
  },
  temperature: {
    sound: (n) => at(n, 0) + at(n, 1) - at(n, 2),
    conflict: (n) => [at(n, 0) + at(n, 1), -at(n, 2)],
  },
  reading: {
    sound: (n) => at(n, 0) - at(n, 1) * at(n, 2),
    // More pages read than there are.
    conflict: (n) => [Math.min(at(n, 1) * at(n, 2), at(n, 0)), at(n, 1) * at(n, 2)],
  },
  seating: {
    sound: (n) => at(n, 0) * at(n, 1) - at(n, 2),
    conflict: (n) => [at(n, 0) * at(n, 1), at(n, 2)],
  },
};

const numbersOf = (text: string): Numbers => (text.match(/\d+/gu) ?? []).map(Number);

describe('unanswerable', () => {
  it.each(FLAWED_PROBLEMS.map((f) => [f.name, f] as const))('%s', (name, problem) => {
    const check = CHECKS[name];
    expect(check, `no check for ${name}`).toBeDefined();
    for (let i = 0; i < 200; i++) {
      const { sound, missing, contradictory } = problem(randomFrom('flaw', name, i));
      expect(sound.answer, sound.text).toBeCloseTo(check?.sound(numbersOf(sound.text)) ?? 0, 9);
      expect(sound.answer).toBeGreaterThan(0);
      expect(Number.isInteger(sound.answer)).toBe(true);
      expect([missing.answer, contradictory.answer]).toEqual([null, null]);
      const [a, b] = check?.conflict(numbersOf(contradictory.text), contradictory.text) ?? [0, 0];
      expect(a, contradictory.text).not.toBeCloseTo(b, 9);
    }
  });

  it('mixes sound problems and flawed ones about half and half', () => {
    let undetermined = 0;
    for (let i = 0; i < 2000; i++) {
      const { choices, target } = unanswerable.generate({}, randomFrom('mix', i));
      expect(choices).toHaveLength(5);
      expect(choices?.filter((c) => c.text === UNDETERMINED)).toHaveLength(1);
      if (choices?.find((c) => c.label === target)?.text === UNDETERMINED) undetermined += 1;
    }
    // Five standard deviations round a half.
    expect(Math.abs(undetermined - 1000)).toBeLessThan(5 * Math.sqrt(500));
  });

  it.each([
    [0, true],
    [100, false],
  ])('with %i percent sound problems, 无法确定 is always right: %s', (soundPercent, always) => {
    for (let i = 0; i < 200; i++) {
      const made = unanswerable.generate({ soundPercent }, randomFrom('share', i));
      const right = made.choices?.find((c) => c.label === made.target)?.text;
      expect(right === UNDETERMINED).toBe(always);
    }
  });

  it('keeps to the kind of flaw asked for', () => {
    for (let i = 0; i < 300; i++) {
      const options = { soundPercent: 0, flaws: ['missing'] };
      const { prompt } = unanswerable.generate(options, randomFrom('kind', i));
      expect(prompt).not.toMatch(/一共付了|同一份记录|此外没有别的座位/u);
    }
  });
});
