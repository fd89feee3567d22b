import { describe, expect, test } from 'vitest';
import { displayUrl, readEndpoint, requestHeaders } from '../../adapters/endpoint.ts';
import { UserError } from '../../src/document/problem.ts';
import { config } from './loopback.ts';

const chat = /\/chat\/completions$/;
const read = (baseUrl: string) => readEndpoint(config('openai', { baseUrl }), chat);

describe('a base URL', () => {
  test.each([
    ['https://h.example/v1', 'https://h.example/v1'],
    ['https://h.example/v1/', 'https://h.example/v1'],
    ['https://h.example/v1/chat/completions', 'https://h.example/v1'],
    ['https://h.example/v1/chat/completions/', 'https://h.example/v1'],
    ['https://h.example/api/paas/v4', 'https://h.example/api/paas/v4'],
    ['https://h.example/api/v3', 'https://h.example/api/v3'],
    ['https://h.example', 'https://h.example'],
    ['http://127.0.0.1:8000/v1#x', 'http://127.0.0.1:8000/v1'],
  ])('%s becomes %s: nothing is ever added', (given, expected) => {
    expect(read(given)).toEqual({ baseUrl: expected, query: {} });
  });

  test('keeps its query apart', () => {
    expect(read('https://h.example/openai/chat/completions?api-version=2&k=v')).toEqual({
      baseUrl: 'https://h.example/openai',
      query: { 'api-version': '2', k: 'v' },
    });
  });

  test.each([
    ['', 'missing-base-url'],
    ['not a url', 'bad-base-url'],
    ['ftp://h.example/', 'bad-base-url'],
    ['https://user:pass@h.example/v1', 'credentials-in-base-url'],
  ])('%s is an error that says what to do and shows no secret', (given, code) => {
    const problem = problemOf(() => read(given));
    expect(problem?.code).toBe(code);
    expect(JSON.stringify(problem)).not.toContain('pass@');
    expect(problem?.message.zh).toMatch(/请/);
  });

  test('is never assumed', () => {
    expect(problemOf(() => readEndpoint(config('openai'), chat))?.code).toBe('missing-base-url');
  });
});

test('a URL is written down without its secrets', () => {
  expect(displayUrl('https://u:p@h.example/v1/x?api-version=2&access_token=abc&GroupId=7#f')).toBe(
    'https://h.example/v1/x?api-version=2&access_token=***&GroupId=***',
  );
});

describe('headers', () => {
  test('are exactly these', () => {
    expect(Object.fromEntries(requestHeaders(config('openai', { apiKey: 'k1' }), {}))).toEqual({
      accept: 'application/json',
      'content-type': 'application/json',
      'user-agent': 'aigc-conformance',
      authorization: 'Bearer k1',
    });
  });

  test('have no Authorization without a key', () => {
    expect(requestHeaders(config('openai', { apiKey: '' }), {}).has('authorization')).toBe(false);
  });

  test('of the configuration win', () => {
    const headers = { 'User-Agent': 'mine', Authorization: 'Key k2' };
    const all = requestHeaders(config('openai', { headers }), { 'x-version': '1' });
    expect(all.get('user-agent')).toBe('mine');
    expect(all.get('authorization')).toBe('Key k2');
    expect(all.get('x-version')).toBe('1');
  });

  test('with a line break are an error that does not show the value', () => {
    const key = problemOf(() => requestHeaders(config('openai', { apiKey: 'abc\ndef' }), {}));
    const headers = { 'x-a': 'abc\ndef' };
    const header = problemOf(() => requestHeaders(config('openai', { headers }), {}));
    expect(key?.code).toBe('bad-header');
    expect(key?.message.en).toContain('"apiKey"');
    expect(header?.message.en).toContain('"x-a"');
    expect(JSON.stringify([key, header])).not.toContain('abc');
  });
});

function problemOf(run: () => unknown) {
  try {
    run();
  } catch (error) {
    if (error instanceof UserError) return error.problems[0];
    throw error;
  }
  return undefined;
}
