import { readFileSync } from 'node:fs';
import { Ajv2020, type SchemaObject } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { OUTCOMES } from '../../src/derive/index.ts';
import { CAPABILITIES } from '../../src/model/index.ts';
import { RESULTS } from './fixture.ts';
import { largeResults } from './large-fixture.ts';
import { renderOne } from './render.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/results.schema.json', import.meta.url), 'utf8'),
) as SchemaObject & { readonly $defs: Record<string, SchemaObject> };
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(schema);

describe('json', () => {
  test('is the results in canonical form with a final newline', async () => {
    const { path, text } = await renderOne('json');
    expect(path).toBe('results.json');
    expect(text).toMatch(/^\{"assuranceLevel":"self_attested","catalogue":\{"edition":/);
    expect(text.endsWith('}\n')).toBe(true);
    expect(JSON.parse(text)).toEqual(RESULTS);
  });

  test('does not depend on the order of keys', async () => {
    const reversed = Object.fromEntries(Object.entries(RESULTS).toReversed()) as typeof RESULTS;
    expect((await renderOne('json', reversed)).text).toBe((await renderOne('json')).text);
  });

  test('rejects a lone surrogate, which canonical JSON cannot hold', async () => {
    const results = { ...RESULTS, model: { ...RESULTS.model, answered: ['\uD800'] } };
    await expect(renderOne('json', results)).rejects.toThrow(/surrogate/);
  });
});

/** Every object inside a value, with its path. */
function* objectsIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield path;
  for (const [key, inner] of Object.entries(value)) yield* objectsIn(inner, [...path, key]);
}

/** Results changed at one place. */
function changed(path: readonly string[], change: (at: Record<string, unknown>) => void): unknown {
  const copy = structuredClone(RESULTS) as unknown as Record<string, unknown>;
  change(path.reduce((at, key) => at[key] as Record<string, unknown>, copy));
  return copy;
}

describe('results.schema.json', () => {
  test('accepts results with all six outcomes and results of a full catalogue', () => {
    for (const results of [RESULTS, largeResults(16)]) {
      validate(results);
      expect(validate.errors).toBeNull();
    }
  });

  /** Keys that stand only where there is something to say. */
  const OPTIONAL = new Set(['positionBias', 'clusters']);
  /** Objects whose keys are data; all others are closed. */
  const OPEN = /provenance$|statuses$|positions$/;
  const paths = [...objectsIn(RESULTS)].map((path) => [path.join('.'), path] as const);
  const closed = paths.filter(([name]) => !OPEN.test(name));

  test.each(closed)('is closed at “%s”: no key more and none less', (_, path) => {
    expect(validate(changed(path, (at) => (at['unknown'] = 1)))).toBe(false);
    const keys = Object.keys(path.reduce<object>((at, key) => at[key as never], RESULTS));
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) {
      const without = changed(path, (at) => delete at[key]);
      expect(validate(without), `without ${key}`).toBe(OPTIONAL.has(key));
    }
  });

  test.each([
    ['a rate as a float', ['indicators', '0'], { rate: 0.98 }],
    ['a design effect as a float', ['indicators', '5', 'clusters'], { designEffect: 1.5 }],
    ['clusters of single cases', ['indicators', '5', 'clusters'], { largest: 1 }],
    ['a rate above one', ['indicators', '0'], { rate: '1.01' }],
    ['a negative count', ['indicators', '0'], { k: -1 }],
    ['an unknown outcome', ['indicators', '0'], { outcome: 'passed' }],
    ['an unknown level', ['indicators', '0'], { level: 'must' }],
    ['an unknown kind of source', ['catalogue', 'provenance'], { 'a-guess': 1 }],
    ['a digest of the wrong length', [], { planDigest: 'abc' }],
    ['another format', [], { format: 'aigc-results/2' }],
    ['an unknown capability', ['model'], { capabilities: ['telepathy'] }],
  ])('rejects %s', (_, path, wrong) => {
    expect(validate(changed(path, (at) => Object.assign(at, wrong)))).toBe(false);
  });

  test('knows the same outcomes and capabilities as the program', () => {
    expect(schema.$defs['outcome']?.['enum']).toEqual([...OUTCOMES]);
    const { capabilities } = schema['properties'].model.properties;
    expect(capabilities.items.enum).toEqual([...CAPABILITIES]);
  });

  test('describes every property', () => {
    const missing = [...objectsIn(schema)].flatMap((path) => {
      const at = path.reduce<SchemaObject>((value, key) => value[key], schema);
      const properties = (at['properties'] ?? {}) as Record<string, SchemaObject>;
      return Object.entries(properties)
        .filter(([, property]) => {
          const name = String(property['$ref'] ?? '').replace('#/$defs/', '');
          return property['description'] === undefined && !schema.$defs[name]?.['description'];
        })
        .map(([key]) => [...path, key].join('.'));
    });
    expect(missing).toEqual([]);
  });
});
