import { describe, expect, test } from 'vitest';
import { PLAIN_FAMILIES } from '../../../src/suite/generators/material/plain-problems.ts';
import { perturbedArithmetic } from '../../../src/suite/generators/perturbed-arithmetic.ts';
import { randomFrom } from '../../../src/suite/random.ts';
import { numbersOf, problemOf, SOLUTIONS } from './plain-solutions.ts';

const CASES = 2000;

const make = (i: number, options = {}, seed = 'test') =>
  perturbedArithmetic.generate(options, randomFrom('perturbed-arithmetic', seed, i));
const many = (options = {}, count = CASES) =>
  Array.from({ length: count }, (_, i) => make(i, options));

const familyOf = (cluster: string | undefined) => (cluster as string).replace('perturbed-', '');

describe('perturbed-arithmetic', () => {
  const cases = many();

  test('makes distinct prompts without limit', () => {
    expect(new Set(cases.map((c) => c.prompt)).size).toBe(CASES);
  });

  test('every target is what the numbers of the disturbed text give', () => {
    for (const made of cases) {
      const solve = SOLUTIONS[familyOf(made.cluster)];
      const expected = solve?.(numbersOf(made.prompt as string));
      const target = made.choices?.find((c) => c.label === made.target)?.text ?? made.target;
      expect(target, made.prompt).toBe(String(expected));
      expect(Number.isInteger(expected) && Number(expected) > 0).toBe(true);
    }
  });

  test('every family comes up, under a cluster of its own', () => {
    const seen = new Set(cases.map((c) => familyOf(c.cluster)));
    expect(seen).toEqual(new Set(PLAIN_FAMILIES.map((family) => family.id)));
    expect(seen).toEqual(new Set(Object.keys(SOLUTIONS)));
  });

  test('no case is left undisturbed', () => {
    const clean = /^[\p{Script=Han}\d，？]+$/u;
    const plain = many({ perturbations: ['typos', 'traditional'] }).map((c) => c.prompt as string);
    // Typos and traditional characters leave clean punctuation: the tests below look at them.
    expect(plain.every((prompt) => clean.test(problemOf(prompt)))).toBe(true);
    for (const kind of ['stutter', 'noise', 'spacing', 'width', 'aside', 'options']) {
      for (const made of many({ perturbations: [kind], each: 1 }, 200)) {
        const prompt = made.prompt as string;
        const disturbed =
          !clean.test(problemOf(prompt)) ||
          made.choices !== undefined ||
          /(\p{Script=Han})\1/u.test(prompt);
        expect(disturbed, prompt).toBe(true);
      }
    }
  });

  test('typos: two to four words are written wrong, and the numbers are untouched', () => {
    const slips =
      /仓裤|货务|云走|云来|现再|元来|多小|平钧|班机|铅毕|学笑|码投|售漂|儿同|一供|课车|公理|反回|行使|小石|车见|计化|生铲|零伴|以经|水裹|平果|千刻|图书管|故是|科计|鱼船|补鱼|作天|水迟|住入|已后|公郊|成客|显视器|长方型|莱地|离笆|小税|停车厂|收废/g;
    for (const made of many({ perturbations: ['typos'], each: 1 }, 600)) {
      const found = new Set((made.prompt as string).match(slips)).size;
      expect(found, made.prompt).toBeGreaterThanOrEqual(2);
      expect(found, made.prompt).toBeLessThanOrEqual(4);
    }
  });

  test('traditional: no simplified form is left, and 公里 stays 公里', () => {
    for (const made of many({ perturbations: ['traditional', 'aside'], each: 2 }, 400)) {
      const problem = problemOf(made.prompt as string);
      expect(problem).not.toMatch(/[仓库来货运现还学买铅笔个级码头处卖张儿辆车时驶从间计划产经苹]/);
      expect(problem).not.toMatch(/[图书馆渔鱼后显长宽围篱说页读没场费进对楼层当门办电话号机钟]/);
      expect(problem).not.toContain('公裡');
    }
  });

  test('stutter never doubles a numeral or a question word', () => {
    for (const made of many({ perturbations: ['stutter'], each: 1 }, 400)) {
      expect(made.prompt).not.toMatch(/一一|两两|千千|多多|少少|每每|首首|个个/);
    }
  });

  test('noise and spaces never cut a number', () => {
    for (const made of many({ perturbations: ['noise', 'spacing'], each: 2 }, 400)) {
      expect(problemOf(made.prompt as string)).not.toMatch(/\d[^\d\p{Script=Han}，？]/u);
    }
  });

  test('width: no half-width digit is left in the problem', () => {
    for (const made of many({ perturbations: ['width'], each: 1 }, 200)) {
      expect(problemOf(made.prompt as string)).toMatch(/[０-９]/);
      expect(problemOf(made.prompt as string)).not.toMatch(/[0-9，？]/);
    }
  });

  test('options: shown out of order, each label with its own text, answers on every label', () => {
    const made = many({ perturbations: ['options'], each: 1 }, 800);
    for (const { prompt, choices } of made) {
      const shown = [...(prompt as string).matchAll(/^([A-D])\. (\d+)$/gm)].map((m) => ({
        label: m[1],
        text: m[2],
      }));
      expect(shown).not.toEqual(choices);
      expect(shown.toSorted((a, b) => String(a.label).localeCompare(String(b.label)))).toEqual(
        choices,
      );
      expect(new Set(shown.map((c) => c.text)).size).toBe(4);
    }
    for (const label of ['A', 'B', 'C', 'D']) {
      const share = made.filter((c) => c.target === label).length / made.length;
      expect(share).toBeGreaterThan(0.18);
      expect(share).toBeLessThan(0.32);
    }
  });

  test('the same seed gives the same bytes, another seed gives others', () => {
    const draw = (seed: string) =>
      JSON.stringify(Array.from({ length: 50 }, (_, i) => make(i, {}, seed)));
    expect(draw('test')).toBe(draw('test'));
    expect(draw('other')).not.toBe(draw('test'));
  });
});
