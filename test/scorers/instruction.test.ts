import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schemaFindings } from '../../src/document/index.ts';
import type { Json, JsonObject } from '../../src/model/index.ts';
import { scoreResponse } from '../../src/scorers/gate.ts';
import { CHECKERS, instruction } from '../../src/scorers/instruction/index.ts';
import { answer, expectSound, key, testVectors, vectorsOf } from './vectors.ts';

testVectors(instruction, 60);

test('every check has a vector that holds and one that does not', () => {
  const seen = new Map<string, Set<string>>();
  for (const vector of vectorsOf('instruction')) {
    const constraints = (vector.options?.['constraints'] ?? []) as { check: string }[];
    if (constraints.length > 1) continue;
    const check = constraints[0]?.check ?? '';
    seen.set(check, (seen.get(check) ?? new Set()).add(vector.expect.value ?? ''));
  }
  for (const check of CHECKERS.keys()) {
    expect([check, [...(seen.get(check) ?? [])].toSorted()]).toEqual([check, ['fail', 'pass']]);
  }
});

test('the detail lists every constraint, and the strict and the loose result', () => {
  const options = {
    constraints: [
      { check: 'keywords', all: ['春'] },
      { check: 'lines', exactly: 2 },
    ],
  };
  const score = scoreResponse(instruction, key(), answer('好的：\n春眠\n夏夜'), options);
  expect(score).toMatchObject({
    value: 'fail',
    parsed: '1/2',
    detail: {
      strict: false,
      loose: true,
      constraints: [
        { check: 'keywords', held: true, loose: true },
        { check: 'lines', held: false, loose: true, measured: 3 },
      ],
    },
  });
  expect(score.reason?.zh).toBe('行数为 3，要求恰好 2。');
  expect(
    scoreResponse(instruction, key(), answer('好的：\n春眠\n夏夜'), { ...options, mode: 'loose' })
      .value,
  ).toBe('pass');
});

describe('options', () => {
  const findings = (...constraints: JsonObject[]) =>
    schemaFindings(instruction.options, { constraints });
  const checks = (...constraints: JsonObject[]) =>
    instruction.check?.(key(), { constraints: constraints as Json[] }).length ?? 0;

  test('an unknown check or key, or a missing one, is an error', () => {
    expect(findings({ check: 'length', min: 3 })).toEqual([]);
    expect(findings({ check: 'lenght', min: 3 }).length).toBeGreaterThan(0);
    expect(findings({ check: 'length', minimum: 3 })[0]?.code).toBe('unknown-key');
    expect(findings({ check: 'title', min: 3 }).length).toBeGreaterThan(0);
    expect(findings({ check: 'forbidden' }).length).toBeGreaterThan(0);
  });

  test('bounds must be there and must not contradict each other', () => {
    expect(checks({ check: 'length' })).toBe(1);
    expect(checks({ check: 'length', min: 3, max: 2 })).toBe(1);
    expect(checks({ check: 'length', exactly: 3, max: 2 })).toBe(1);
    expect(checks({ check: 'length', min: 2, max: 3 })).toBe(0);
    expect(checks({ check: 'lines', min: 5 }, { check: 'lines', max: 3 })).toBe(1);
    expect(checks({ check: 'lines', min: 5 }, { check: 'sentences', max: 3 })).toBe(0);
  });

  test('what one constraint asks for another must not forbid', () => {
    expect(
      checks({ check: 'keywords', all: ['小猫'] }, { check: 'forbidden', words: ['猫'] }),
    ).toBe(1);
    expect(
      checks({ check: 'keywords', all: ['小狗'] }, { check: 'forbidden', words: ['猫'] }),
    ).toBe(0);
    expect(
      checks({ check: 'starts-with', text: '您好，' }, { check: 'punctuation', forbid: ['，'] }),
    ).toBe(1);
  });
});

const SIMPLE: readonly JsonObject[][] = [
  [{ check: 'keywords', all: ['春天', '花'] }],
  [{ check: 'length', min: 50, max: 80 }],
  [
    { check: 'length', exactly: 30 },
    { check: 'starts-with', text: '尊敬的用户' },
  ],
  [
    { check: 'ends-with', text: '谢谢' },
    { check: 'keywords', any: ['天气'] },
  ],
  [{ check: 'one-of', texts: ['同意', '不同意'] }],
];

test('simple sets of constraints have exemplars, right ones that pass and wrong ones that fail', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...SIMPLE),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (constraints, r) => {
        for (const kind of ['right', 'wrong'] as const) {
          const made = instruction.exemplify?.(key(), { constraints }, kind, () => r);
          const { value } = scoreResponse(instruction, key(), answer(made?.text ?? ''), {
            constraints,
          });
          expect([made?.text, value]).toEqual([made?.text, kind === 'right' ? 'pass' : 'fail']);
        }
      },
    ),
  );
});

/** One constraint of every kind, from the vectors. */
const ALL = [...CHECKERS.keys()].map((check) => {
  const found = vectorsOf('instruction')
    .flatMap((vector) => (vector.options?.['constraints'] ?? []) as JsonObject[])
    .find((constraint) => constraint['check'] === check);
  return found ?? { check };
});

test('throws on no text, strict or loose', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({
          unit: fc.constantFrom(
            '。',
            '\n',
            '|',
            '-',
            '*',
            '一',
            '、',
            '1',
            '.',
            '#',
            ' ',
            '`',
            '【',
            '\ud800',
            '👍',
          ),
        }),
      ),
      (text) => {
        const given = answer(text);
        for (const mode of ['strict', 'loose']) {
          expectSound(scoreResponse(instruction, key(), given, { constraints: ALL, mode }), given);
        }
      },
    ),
    { numRuns: 500 },
  );
});

test('300,000 characters of anything are measured in linear time, check by check', () => {
  const pieces = [
    '。',
    ' ',
    '\n',
    '- ',
    '-',
    '|',
    '*',
    '**',
    '`',
    '[',
    '【',
    '一、',
    '。\n',
    '#',
    '_',
    '1. ',
    '\n\n',
    'a ',
    '”',
    '《',
  ];
  for (const piece of pieces) {
    const long = answer(`一${piece.repeat(Math.ceil(300_000 / piece.length))}x`);
    for (const constraint of ALL) {
      const start = performance.now();
      scoreResponse(instruction, key(), long, { constraints: [constraint] });
      const ms = performance.now() - start;
      // Nine readings each (strict and loose); quadratic work would take minutes.
      expect([piece, constraint['check'], ms < 4000]).toEqual([piece, constraint['check'], true]);
    }
  }
}, 240_000);
