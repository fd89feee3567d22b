import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/document/index.ts';
import { configuredModel, readConfig } from '../../src/run/config.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'aigc-config-'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function model(text: string, name?: string, env: Record<string, string> = {}) {
  const file = join(folder, 'aigc.yaml');
  writeFileSync(file, text);
  return configuredModel(readConfig(file), name, env);
}

function problem(act: () => unknown) {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error.problems[0];
    throw error;
  }
  return expect.unreachable('nothing was wrong');
}

describe('a model of the configuration', () => {
  test('has its defaults filled in and its key resolved', () => {
    const { model: config, price } = model(
      'models:\n  m:\n    adapter: openai\n    baseUrl: ${HOST}/v1\n    apiKey: ${KEY}\n',
      undefined,
      { KEY: ' k-1 ', HOST: 'http://127.0.0.1:1' },
    );
    expect(config).toEqual({
      name: 'm',
      adapter: 'openai',
      model: 'm',
      baseUrl: 'http://127.0.0.1:1/v1',
      apiKey: 'k-1',
      limits: { concurrency: 8 },
      params: {},
      timeoutMs: 18e4,
      stream: false,
      options: {},
      folder,
    });
    expect(price).toBeNull();
  });

  test('may have its key in a file beside it', () => {
    writeFileSync(join(folder, 'key.txt'), 'k-2\n');
    expect(model('models:\n  m: {adapter: openai, apiKey: "file:key.txt"}\n').model.apiKey).toBe(
      'k-2',
    );
  });
});

describe('what is wrong is said with its place', () => {
  test.each([
    [
      'a missing variable',
      'models:\n  m:\n    adapter: openai\n    apiKey: ${NOT_SET}\n',
      { code: 'secret-missing', line: 4 },
    ],
    [
      'an empty variable',
      'models:\n  m:\n    adapter: openai\n    apiKey: ${EMPTY}\n',
      { code: 'secret-missing', line: 4 },
    ],
    [
      'a key in the file itself',
      'models:\n  m: {adapter: openai, apiKey: sk-123456}\n',
      { code: 'key-in-file', line: 2 },
    ],
    [
      'a missing key file',
      'models:\n  m: {adapter: openai, apiKey: "file:none"}\n',
      { code: 'secret-missing' },
    ],
    [
      'an address without a protocol',
      'models:\n  m:\n    adapter: openai\n    baseUrl: localhost:80\n',
      { code: 'bad-url', line: 4 },
    ],
    [
      'a password in an address',
      'models:\n  m:\n    adapter: openai\n    baseUrl: http://u:p@h/v1\n',
      { code: 'bad-url' },
    ],
    [
      'an unknown key',
      'models:\n  m: {adapter: openai, baseURL: "http://h"}\n',
      { code: 'unknown-key', line: 2 },
    ],
    [
      'an unknown capability',
      'models:\n  m: {adapter: openai, capabilities: [txt]}\n',
      { code: 'not-allowed' },
    ],
    ['no model', 'models: {}\n', { code: 'schema-minproperties' }],
  ])('%s', (_what, text, expected) => {
    expect(problem(() => model(text, undefined, { EMPTY: '' }))).toMatchObject(expected);
  });

  test('a key that is refused is not repeated in the message', () => {
    const found = problem(() => model('models:\n  m: {adapter: openai, apiKey: sk-123456}\n'));
    expect(JSON.stringify(found)).not.toContain('123456');
  });

  test('an unknown name, with the nearest one; several models and no name', () => {
    const two = 'models:\n  qwen-max: {adapter: openai}\n  glm: {adapter: openai}\n';
    expect(problem(() => model(two, 'qwen-mx'))).toMatchObject({
      code: 'unknown-model',
      hint: { en: 'Did you mean "qwen-max"?' },
    });
    expect(problem(() => model(two))).toMatchObject({ code: 'model-not-named' });
  });

  test('a missing file', () => {
    expect(problem(() => readConfig(join(folder, 'none.yaml')))).toMatchObject({
      code: 'config-missing',
    });
  });
});
