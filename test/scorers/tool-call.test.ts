import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { GradingKey, Json, ModelResponse, ToolDefinition } from '../../src/model/index.ts';
import { scoreResponse } from '../../src/scorers/index.ts';
import { toolCall } from '../../src/scorers/tool-call/index.ts';
import { pairing } from '../../src/scorers/tool-call/pairing.ts';
import { answer, expectSound, key, vectorsOf } from './vectors.ts';

const TOOLS: readonly ToolDefinition[] = [
  {
    name: 'weather',
    parameters: {
      type: 'object',
      additionalProperties: false,
      required: ['city'],
      properties: { city: { type: 'string' }, unit: { enum: ['c', 'f'] } },
    },
  },
  { name: 'time', parameters: {} },
  {
    name: 'add',
    parameters: {
      required: ['a', 'b'],
      properties: { a: { type: 'integer' }, b: { type: 'integer' } },
    },
  },
];

function keyWith(target: Json, tools = TOOLS): GradingKey {
  return key({
    target,
    request: { messages: [{ role: 'user', content: '问' }], params: {}, tools },
  });
}

const vectors = vectorsOf('tool-call');

test('there are enough vectors, each with its own id', () => {
  expect(vectors.length).toBeGreaterThanOrEqual(30);
  expect(new Set(vectors.map(({ id }) => id)).size).toBe(vectors.length);
});

test.each(vectors.map((v) => [v.id, v.why, v] as const))('%s: %s', (_id, _why, vector) => {
  const given = vector.response as ModelResponse;
  const graded = keyWith(vector.target ?? []);
  const score = scoreResponse(toolCall, graded, given, vector.options ?? {});
  expect(score).toMatchObject(vector.expect);
  expectSound(score, given);
});

describe('tool-call on any calls', () => {
  test('never throws, and a call of no offered tool never passes', () => {
    const call = fc.record({
      id: fc.string(),
      name: fc.oneof(fc.constantFrom('weather', 'time', '__proto__', ''), fc.string()),
      arguments: fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.constantFrom('{}', '')),
    });
    fc.assert(
      fc.property(fc.array(call), fc.string(), (toolCalls, text) => {
        const score = toolCall.score(
          keyWith([{ name: 'weather', arguments: { city: '青岛' } }]),
          answer(text, { toolCalls }),
          {},
        );
        const named = toolCalls.some(({ name }) => name === 'weather');
        expect(score.value === 'pass' && !named).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  test('a million characters and a hundred thousand levels of arguments', () => {
    for (const text of [
      '['.repeat(1e6),
      '['.repeat(1e5) + ']'.repeat(1e5),
      `"${'x'.repeat(1e6)}"`,
    ]) {
      const toolCalls = [{ id: '1', name: 'time', arguments: text }];
      const graded = keyWith([{ name: 'time', arguments: {} }]);
      const score = toolCall.score(graded, answer('', { toolCalls }), {});
      expect(score.value).toBe('fail');
      expect(score.parsed?.length).toBeLessThanOrEqual(4000);
    }
  });
});

describe('the cases of tool-call', () => {
  const targets: readonly Json[] = [
    [],
    [{ name: 'time', arguments: {} }],
    [
      { name: 'weather', arguments: { city: '青岛' } },
      { name: 'add', arguments: { a: 1, b: 2 } },
    ],
  ];

  test.each(targets.map((target) => [JSON.stringify(target), target] as const))(
    'the made-up answers to %s are right and wrong',
    (_name, target) => {
      for (const draw of [0, 0.49, 0.5, 0.99]) {
        for (const [kind, value] of [
          ['right', 'pass'],
          ['wrong', 'fail'],
        ] as const) {
          const made = toolCall.exemplify?.(keyWith(target), {}, kind, () => draw);
          const toolCalls = made?.toolCalls?.map((call) => ({ id: '1', ...call })) ?? [];
          const score = toolCall.score(
            keyWith(target),
            answer(made?.text ?? '', { toolCalls }),
            {},
          );
          expect(score.value).toBe(value);
        }
      }
    },
  );

  test('check finds a target that the tools do not allow, and a tool that cannot be used', () => {
    const check = (target: Json, tools = TOOLS): number =>
      toolCall.check?.(keyWith(target, tools), {}).length ?? 0;
    expect(check([{ name: 'weather', arguments: { city: '青岛' } }])).toBe(0);
    expect(check([{ name: 'weather', arguments: {} }])).toBe(1);
    expect(check([{ name: 'climate', arguments: {} }])).toBe(1);
    expect(check([], [{ name: 'x', parameters: { type: 'thing' } }])).toBe(1);
  });

  test('the reason says what is missing', () => {
    const toolCalls = [{ id: '1', name: 'weather', arguments: '{"city":"青岛"}' }];
    const target = [{ name: 'weather', arguments: { city: '青岛', unit: 'c' } }];
    expect(toolCall.score(keyWith(target), answer('', { toolCalls }), {}).reason).toEqual({
      zh: '缺少 weather.unit，应为 "c"。',
      en: 'weather.unit is missing; it should be "c".',
    });
  });
});

describe('arguments with numbers that no double holds', () => {
  const TOOL: ToolDefinition = {
    name: 'refund',
    parameters: { required: ['orderId'], properties: { orderId: { type: 'integer', minimum: 1 } } },
  };
  const called = (args: string): ModelResponse =>
    answer('', { toolCalls: [{ id: '1', name: 'refund', arguments: args }] });
  const graded = (args: Json): GradingKey => keyWith([{ name: 'refund', arguments: args }], [TOOL]);

  test.each([
    ['{"orderId": 202406151234567891}', '{"orderId": 202406151234567891}', 'pass'],
    ['{"orderId": 202406151234567891}', '{"orderId": 202406151234567890}', 'fail'],
    [{ orderId: 9007199254740992 }, '{"orderId": 9007199254740993}', 'fail'],
    [{ orderId: 9007199254740992 }, '{"orderId": 9007199254740992}', 'pass'],
  ])('target %j, call %s: %s', (target, args, value) => {
    expect(toolCall.check?.(graded(target), {})).toEqual([]);
    expect(scoreResponse(toolCall, graded(target), called(args), {}).value).toBe(value);
  });

  test('a target as text is its own right answer', () => {
    const key = graded('{"orderId": 202406151234567891}');
    const right = toolCall.exemplify?.(key, {}, 'right', () => 0.9);
    const given = called(right?.toolCalls?.[0]?.arguments ?? '');
    expect(scoreResponse(toolCall, key, given, {}).value).toBe('pass');
  });

  test('a target as text has to be JSON', () => {
    expect(toolCall.check?.(graded('{"orderId": '), {})).toHaveLength(1);
    expect(toolCall.exemplify?.(graded('{"orderId": '), {}, 'right', () => 0.9)).toBeNull();
    expect(scoreResponse(toolCall, graded('{"orderId": '), called('{}'), {})).toMatchObject({
      value: 'invalid',
      status: 'unreadable_target',
    });
  });
});

test('pairing gives every want its own fit whenever that is possible', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 6 }), fc.func(fc.boolean()), (n, noise) => {
      // A hidden perfect pairing among misleading fits.
      const fits = (w: number, g: number): boolean => g === n - 1 - w || noise(w, g);
      const pairs = pairing(n, n, fits);
      expect(new Set(pairs).size).toBe(n);
      expect(pairs.every((g, w) => g >= 0 && fits(w, g))).toBe(true);
    }),
  );
});
