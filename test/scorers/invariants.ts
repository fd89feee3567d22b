import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { GradingKey, JsonObject } from '../../src/model/index.ts';
import type { Scorer } from '../../src/scorers/contract.ts';
import { scoreResponse } from '../../src/scorers/gate.ts';
import { expectLinear } from './growth.ts';
import { answer, expectSound } from './vectors.ts';

/** A case of a scorer, for what must hold of any case. */
export interface Setting {
  readonly key: GradingKey;
  readonly options: JsonObject;
}

const STREAM = fc.infiniteStream(fc.double({ min: 0, max: 0.999, noNaN: true }));

/** Right exemplars pass and wrong ones do not; both can be made up for every setting. */
export function testExemplars(scorer: Scorer, settings: readonly Setting[], runs = 200): void {
  test(`${scorer.id}: right exemplars pass and wrong ones fail`, () => {
    fc.assert(
      fc.property(fc.constantFrom(...settings), STREAM, ({ key, options }, stream) => {
        expect(scorer.check?.(key, options) ?? []).toEqual([]);
        const random = (): number => stream.next().value ?? 0;
        for (const kind of ['right', 'wrong'] as const) {
          const made = scorer.exemplify?.(key, options, kind, random);
          const { value } = scoreResponse(scorer, key, answer(made?.text ?? ''), options);
          expect([options, made?.text, value]).toEqual([
            options,
            made?.text,
            kind === 'right' ? 'pass' : 'fail',
          ]);
        }
      }),
      { numRuns: runs },
    );
  });
}

/** Nothing is thrown on any text, and spans are where they say. */
export function testAnyText(
  scorer: Scorer,
  settings: readonly Setting[],
  pieces: readonly string[],
): void {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(...pieces, '\n', ' ', '。', '\ud800', '\u200b', 'İ', '𠮷', '<think>'),
        {
          maxLength: 40,
        },
      )
      .map((parts) => parts.join('')),
  );
  test(`${scorer.id}: throws on no answer, and spans are where they say`, () => {
    fc.assert(
      fc.property(text, fc.constantFrom(...settings), (given, { key, options }) => {
        const response = answer(given);
        expectSound(scoreResponse(scorer, key, response, options), response);
      }),
      { numRuns: 1500 },
    );
  });
}

/** A megabyte of each piece, with a tail that invites looking back. */
export function testMegabyte(
  scorer: Scorer,
  settings: readonly Setting[],
  pieces: readonly string[],
): void {
  test(`${scorer.id}: reads a megabyte in a time that grows with its length only`, () => {
    for (const piece of pieces) {
      for (const { key, options } of settings) {
        expectLinear(
          [piece, options],
          (length) => `${piece.repeat(Math.ceil(length / piece.length))}。尾`,
          (text) => void scoreResponse(scorer, key, answer(text), options),
        );
      }
    }
  });
}
