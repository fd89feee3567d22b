import { describe, expect, it } from 'vitest';
import { instructionMix } from '../../../src/suite/generators/instruction-mix.ts';
import {
  ACROSTICS,
  VERSE_STARTS,
  verseLine,
} from '../../../src/suite/generators/material/verses.ts';
import { TOPIC_FAMILIES } from '../../../src/suite/generators/material/writing-topics.ts';
import { randomFrom } from '../../../src/suite/random.ts';

const SHAPES = ['prose', 'dressed-prose', 'list', 'notice', 'verse', 'table', 'json', 'english'];

/** A constraint of the scorer `instruction`, with the keys that the generator uses. */
interface Constraint {
  readonly check: string;
  readonly all?: readonly string[];
  readonly words?: readonly string[];
  readonly forbid?: readonly string[];
  readonly word?: string;
  readonly text?: string;
  readonly open?: string;
  readonly close?: string;
  readonly only?: string;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly exactly?: number;
}

const draw = (options: object, i: number) => {
  const made = instructionMix.generate(options as never, randomFrom('instruction-mix-test', i));
  return {
    prompt: made.prompt ?? '',
    reference: made.reference ?? '',
    wrong: made.wrong ?? [],
    constraints: made.scorer?.constraints as unknown as Constraint[],
  };
};

const han = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** Recounted here: none of these looks at a text the way the scorer does. */
const HOLDS: Readonly<Record<string, (text: string, c: Constraint) => boolean>> = {
  keywords: (text, c) => c.all?.every((word) => text.includes(word)) ?? false,
  forbidden: (text, c) => c.words?.every((word) => !text.includes(word)) ?? false,
  'keyword-count': (text, c) => text.split(c.word ?? '').length - 1 === c.exactly,
  paragraphs: (text, c) => text.split(/\n\n+/u).length === c.exactly,
  lines: (text, c) => text.split(/\n+/u).length === c.exactly,
  'starts-with': (text, c) => text.startsWith(c.text ?? '?'),
  'ends-with': (text, c) => text.endsWith(c.text ?? '?') || text.endsWith(`${c.text}。`),
  acrostic: (text, c) =>
    text
      .split('\n')
      .map((line) => line[0])
      .join('') === c.text,
  'placeholder-count': (text, c) => text.split('【').length - 1 === c.exactly,
  wrapped: (text, c) => text.startsWith(c.open ?? '?') && text.endsWith(c.close ?? '?'),
  punctuation: (text, c) => c.forbid?.every((mark) => !text.includes(mark)) ?? false,
  json: (text) => typeof JSON.parse(text) === 'object',
  length: (text, c) => {
    const n = c.unit === 'han' ? han(text) : text.split(/\s+/u).length;
    return n >= (c.min ?? 0) && n <= (c.max ?? n);
  },
};

describe('instruction-mix', () => {
  it('meets its requirements in the reference, recounted', () => {
    const seen = new Set<string>();
    for (let i = 0; i < 3000; i++) {
      const { prompt, reference, constraints } = draw({}, i);
      for (const constraint of constraints) {
        seen.add(constraint.check);
        const holds = HOLDS[constraint.check];
        if (holds !== undefined) {
          expect(holds(reference, constraint), `${prompt}\n${reference}`).toBe(true);
        }
      }
    }
    // A mix: most kinds of constraint of the suite format come up.
    expect(seen.size).toBeGreaterThanOrEqual(22);
  });

  it('tells every requirement that is checked', () => {
    for (let i = 0; i < 1000; i++) {
      const { prompt, constraints } = draw({}, i);
      for (const c of constraints) {
        for (const key of ['min', 'max', 'exactly'] as const) {
          if (c[key] === undefined || c.check === 'paragraphs') continue;
          expect(prompt, JSON.stringify(c)).toContain(String(c[key]));
        }
        for (const word of [...(c.all ?? []), ...(c.words ?? [])]) {
          expect(prompt).toContain(word.replaceAll('"', ''));
        }
        if (c.text !== undefined) expect(prompt).toContain(c.text);
      }
    }
  });

  it('has two to four requirements, no two of one kind, and wrong answers that differ', () => {
    for (let i = 0; i < 2000; i++) {
      const { constraints, reference, wrong } = draw({}, i);
      expect(constraints.length).toBeGreaterThanOrEqual(2);
      expect(constraints.length).toBeLessThanOrEqual(4);
      const kinds = constraints.map((c) => JSON.stringify([c.check, c.only, c.all]));
      expect(new Set(kinds).size).toBe(kinds.length);
      expect(wrong.length).toBeGreaterThan(0);
      expect(wrong).not.toContain(reference);
    }
  });

  it.each(SHAPES)('makes different cases of the shape %s alone', (shape) => {
    const prompts = new Set(
      Array.from({ length: 400 }, (_, i) => draw({ shapes: [shape] }, i).prompt),
    );
    expect(prompts.size).toBeGreaterThan(395);
  });

  it('states a target length and keeps within a tenth of it', () => {
    for (let i = 0; i < 400; i++) {
      const { prompt, reference, wrong, constraints } = draw(
        { length: { min: 200, max: 2400 } },
        i,
      );
      const target = Number(/(?:全文约|篇幅|目标字数) (\d+)/u.exec(prompt)?.[1]);
      expect(target % 50).toBe(0);
      expect(Math.abs(han(reference) - target)).toBeLessThanOrEqual(target / 10);
      expect(constraints).toEqual([
        { check: 'length', unit: 'han', min: target * 0.9, max: Math.round(target * 1.1) },
      ]);
      for (const text of wrong) expect(han(text)).toBeLessThan(target * 0.9);
    }
  });
});

describe('material of instruction-mix', () => {
  it.each(TOPIC_FAMILIES)('$id: sentences are complete and carry one keyword each', (family) => {
    for (const s of family.sentences) {
      expect(s).toMatch(/^[^[\]]*\[[^[\]]+\][^[\]]*。$/u);
      // Only these marks, so that forbidden marks, digits and letters can be required.
      expect(s.replaceAll('{s}', '')).not.toMatch(/[^\p{Script=Han}，、。[\]]/u);
    }
    const keywords = family.sentences.map((s) => /\[(.+)\]/u.exec(s)?.[1]);
    expect(new Set(keywords).size).toBe(keywords.length);
    for (const s of family.english) expect(s).toMatch(/^[A-Z][A-Za-z ,{}]*\[\w+\][a-z ,{}]*\.$/u);
  });

  it('verses have the lengths they are filed under', () => {
    for (const first of VERSE_STARTS) {
      for (const size of [5, 7] as const) {
        expect(verseLine(first, size)).toMatch(
          new RegExp(`^${first}\\p{Script=Han}{${size - 1}}$`, 'u'),
        );
      }
    }
    for (const saying of ACROSTICS) {
      for (const first of saying) expect(VERSE_STARTS).toContain(first);
    }
  });
});
