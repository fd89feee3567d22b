import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Json, JsonObject } from '../../src/model/index.ts';
import { jsonSchema } from '../../src/scorers/json-schema/index.ts';
import { readJson } from '../../src/scorers/json-schema/read-json.ts';
import { answer, expectSound, key, testVectors } from './vectors.ts';

testVectors(jsonSchema, 40);

const random = (): number => 0.9;

describe('json-schema on any answer', () => {
  test('never throws, and its span is in the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.constantFrom(
        '{',
        '}',
        '[',
        ']',
        '"',
        '\\',
        ':',
        ',',
        '```json\n',
        '\n```\n',
        '1e999',
        '“',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom('strict', 'lenient'), (pieces, mode) => {
        const given = answer(pieces.join(''));
        expectSound(jsonSchema.score(key(), given, { mode, schema: { type: 'object' } }), given);
      }),
      { numRuns: 500 },
    );
  });

  test('any object or list passes against itself, in a fence, in prose and bare', () => {
    const structure = fc.oneof(
      fc.array(fc.jsonValue()),
      fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }),
    );
    fc.assert(
      fc.property(structure, (value) => {
        const text = JSON.stringify(value);
        const target = JSON.parse(text) as Json;
        for (const given of [text, `\`\`\`json\n${text}\n\`\`\``, `结果：\n${text}\n完毕`]) {
          expect(jsonSchema.score(key({ target }), answer(given), {}).value).toBe('pass');
        }
      }),
    );
  });

  test('deep nesting is read up to a bound and is no JSON beyond it', () => {
    const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
    expect(jsonSchema.score(key(), answer(nested(400)), {}).value).toBe('pass');
    expect(jsonSchema.score(key(), answer(nested(100_000)), {})).toMatchObject({
      value: 'fail',
      rule: 'no-json',
    });
  });

  test.each([
    ['opening brackets', '['],
    ['opening objects', '{"a":'],
    ['closed brackets', '[]'],
    ['objects', '{"a":1}'],
    ['prose in brackets', '[见注]'],
    ['stray opening brackets', '[见注'],
    ['quotes', '{"'],
    ['back quotes', '```json\n'],
    ['back slashes', '{"\\'],
  ])(
    'a million characters of %s are read in bounded time',
    (_name, unit) => {
      const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
      // The bounds on starts and characters are what keeps this from being quadratic; without them
      // the test runs into its time limit.
      expect(jsonSchema.score(key(), answer(text), { schema: { type: 'object' } }).rule).not.toBe(
        '',
      );
    },
    10_000,
  );
});

describe('the cases of json-schema', () => {
  const schemas: readonly JsonObject[] = [
    { type: 'object', required: ['a'], properties: { a: { type: 'string', minLength: 3 } } },
    { type: 'array', minItems: 2, items: { enum: ['甲', '乙'] } },
    { type: 'array', items: { type: 'array', items: { type: 'integer', minimum: 1 } } },
    { type: 'integer', minimum: 10 },
    { type: 'string' },
    { type: 'boolean' },
    { const: { a: [1] } },
  ];

  test.each(schemas.map((schema) => [JSON.stringify(schema), schema] as const))(
    'the made-up answers to %s are right and wrong',
    (_name, schema) => {
      for (const mode of ['strict', 'lenient']) {
        for (const draw of [0, 0.49, 0.5, 0.99]) {
          const right = jsonSchema.exemplify?.(key(), { schema, mode }, 'right', () => draw);
          const wrong = jsonSchema.exemplify?.(key(), { schema, mode }, 'wrong', () => draw);
          expect(jsonSchema.score(key(), answer(right?.text ?? ''), { schema }).value).toBe('pass');
          expect(jsonSchema.score(key(), answer(wrong?.text ?? ''), { schema }).value).toBe('fail');
        }
      }
    },
  );

  test('a target is its own right answer', () => {
    for (const target of [{ a: 1 }, [1, [2]], 84, '文', null, false]) {
      const right = jsonSchema.exemplify?.(key({ target }), {}, 'right', random);
      expect(jsonSchema.score(key({ target }), answer(right?.text ?? ''), {}).value).toBe('pass');
    }
  });

  test('nothing is made up for a schema that asks for more than is known', () => {
    const schema = { type: 'string', pattern: '^\\d{4}$' };
    expect(jsonSchema.exemplify?.(key(), { schema }, 'right', random)).toBeNull();
  });

  test('check finds an unusable schema, an unknown format and a target that does not fit', () => {
    const check = (schema: JsonObject, target?: Json): number =>
      jsonSchema.check?.(target === undefined ? key() : key({ target }), { schema }).length ?? 0;
    expect(check({ type: 'object' })).toBe(0);
    expect(check({ type: 'thing' })).toBe(1);
    expect(check({ typo: 1 })).toBe(1);
    const formatted = (format: string) => ({
      ...{ type: 'object', properties: { d: { type: 'string', format } } },
    });
    expect(check(formatted('date'))).toBe(0);
    expect(check(formatted('dato'))).toBe(1);
    expect(check({ type: 'object', properties: { format: { type: 'string' } } })).toBe(0);
    expect(check({ type: 'object' }, [1])).toBe(1);
  });

  test('the reason names the place in both languages', () => {
    const score = jsonSchema.score(
      key({ target: { items: [{ name: '甲' }] } }),
      answer('{"items": [{"name": "乙"}]}'),
      {},
    );
    expect(score.reason).toEqual({
      zh: 'items.0.name 应为 "甲"，实为 "乙"。',
      en: 'items.0.name should be "甲"; it is "乙".',
    });
  });
});

test('what a parser loses is listed', () => {
  const read = readJson('{"a":1,"b":{"a":2},"a":3,"n":[9007199254740993,-9007199254740993,1e30]}', {
    mode: 'strict',
  });
  expect(read?.duplicateKeys).toEqual(['a']);
  expect(read?.unsafeIntegers).toEqual(['9007199254740993', '-9007199254740993']);
});

describe('numbers are compared as they are written', () => {
  const score = (target: string, text: string) =>
    jsonSchema.score(key({ target }), answer(text), { targetAs: 'json-text' });

  test.each([
    ['{"id": 9007199254740993}', '{"id": 9007199254740993}', 'pass'],
    ['{"id": 9007199254740993}', '{"id": 9007199254740993.0}', 'pass'],
    ['{"id": 9007199254740993}', '{"id": 9.007199254740993e15}', 'pass'],
    ['{"id": 9007199254740993}', '{"id": 9007199254740992}', 'fail'],
    ['{"id": 9007199254740992}', '{"id": 9007199254740993}', 'fail'],
    ['{"id": 9007199254740993}', '{"id": "9007199254740993"}', 'fail'],
    ['[0.12345678901234567890]', '[0.1234567890123456789]', 'pass'],
    ['[0.12345678901234567890]', '[0.12345678901234567891]', 'fail'],
    ['[123456789012345678901234567890]', '[123456789012345678901234567890]', 'pass'],
    ['[123456789012345678901234567890]', '[123456789012345678901234567891]', 'fail'],
    ['[1e999]', '[1e998]', 'fail'],
    ['9007199254740993', '9007199254740993', 'pass'],
    ['[1]', '[1.0]', 'pass'],
  ])('target %s, answer %s: %s', (target, text, value) => {
    expect(score(target, text).value).toBe(value);
  });

  test('with a target that is a value, too', () => {
    const target = { id: 9007199254740992 };
    const { value, reason, parsed } = jsonSchema.score(
      key({ target }),
      answer('{"id": 9007199254740993}'),
      {},
    );
    expect(value).toBe('fail');
    expect(reason).toEqual({
      zh: 'id 应为 9007199254740992，实为 9007199254740993。',
      en: 'id should be 9007199254740992; it is 9007199254740993.',
    });
    expect(parsed).toBe('{"id":9007199254740993}');
  });

  const constraints: readonly (readonly [JsonObject, string, 'pass' | 'fail'])[] = [
    [{ const: 9007199254740992 }, '9007199254740993', 'fail'],
    [{ enum: [9007199254740992] }, '9007199254740993', 'fail'],
    [{ enum: [9007199254740994] }, '9007199254740993', 'fail'],
    [{ type: 'integer', maximum: 9007199254740992 }, '9007199254740993', 'fail'],
    [{ type: 'integer', minimum: 9007199254740992 }, '9007199254740993', 'pass'],
    [{ type: 'integer', exclusiveMinimum: 9007199254740992 }, '9007199254740993', 'fail'],
    [{ type: 'integer' }, '9007199254740993', 'pass'],
    [{ type: 'integer' }, '1.00000000000000000001', 'fail'],
    [{ type: 'number', minimum: 0.1 }, '0.09999999999999999999', 'fail'],
  ];
  test.each(constraints)('schema %j, answer %s: %s', (schema, text, value) => {
    const score = jsonSchema.score(key(), answer(`{"n": ${text}}`), {
      schema: { type: 'object', properties: { n: schema } },
    });
    expect(score.value).toBe(value);
    if (value === 'fail') expect(score.reason?.en).toContain(text);
  });

  test('a target as text has to be JSON, without a key twice and fit for the schema', () => {
    const check = (target: Json, schema?: JsonObject): number =>
      jsonSchema.check?.(key({ target }), {
        targetAs: 'json-text',
        ...(schema === undefined ? {} : { schema }),
      }).length ?? 0;
    expect(check('{"id": 9007199254740993}', { type: 'object' })).toBe(0);
    expect(check('{"id": 9007199254740993}', { type: 'array' })).toBe(1);
    expect(check('{"id": }')).toBe(1);
    expect(check({ id: 1 })).toBe(1);
    expect(check('{"id": 1, "id": 2}')).toBe(1);
    expect(score('{"id": }', '{"id": 1}')).toMatchObject({
      value: 'invalid',
      status: 'unreadable_target',
    });
  });

  test('a target as text is its own right answer', () => {
    const graded = key({ target: '{"id": 9007199254740993}' });
    const options = { targetAs: 'json-text' };
    const right = jsonSchema.exemplify?.(graded, options, 'right', random);
    expect(right?.text).toBe('{"id":9007199254740993}');
    expect(jsonSchema.score(graded, answer(right?.text ?? ''), options).value).toBe('pass');
  });
});
