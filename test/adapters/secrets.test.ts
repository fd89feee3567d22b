import { describe, expect, test } from 'vitest';
import { scrubberFor } from '../../adapters/secrets.ts';
import type { ModelConfig, ModelResponse } from '../../src/model/index.ts';
import { MAX_ERROR_MESSAGE } from '../../src/model/index.ts';
import { config } from './loopback.ts';

const KEY = 'k+e/y "quoted" 0123';

function scrubber(more: Partial<ModelConfig> = {}) {
  return scrubberFor(config('openai', { apiKey: KEY, ...more }));
}

describe('an error message', () => {
  test.each<[what: string, text: string, expected: string]>([
    ['the key', `bad key ${KEY}.`, 'bad key [redacted].'],
    ['the key in a URL', `GET /?k=${encodeURIComponent(KEY)}`, 'GET /?k=[redacted]'],
    ['the key inside JSON', JSON.stringify({ got: KEY }), '{"got":"[redacted]"}'],
    ['somebody else’s key', 'try sk-proj-abc_DEF123 instead', 'try [redacted] instead'],
    ['a masked key', 'provided: sk-ab***********yz', 'provided: [redacted]'],
    ['a bearer token', 'sent Authorization: Bearer abc.def-123', 'sent Authorization: [redacted]'],
    ['basic credentials', 'basic dXNlcjpwYXNz failed', '[redacted] failed'],
    ['a JSON web token', 'jwt eyJhbGciOiJI.eyJzdWIiOiIx.c2ln!', 'jwt [redacted]!'],
  ])('loses %s', (_, text, expected) => {
    expect(scrubber().message(text)).toBe(expected);
  });

  test('loses the values of configured headers, and a token without its scheme', () => {
    const headers = { Authorization: 'Token tok-12345678', 'X-Tenant': 'acme-corp', 'X-Flag': '1' };
    const clean = scrubber({ headers }).message('tok-12345678 of acme-corp, flag 1');
    expect(clean).toBe('[redacted] of [redacted], flag 1');
  });

  test('loses the longer of two secrets that begin alike', () => {
    const headers = { 'x-token': 'abcd1234-and-more' };
    const clean = scrubber({ apiKey: 'abcd1234', headers }).message('got abcd1234-and-more');
    expect(clean).toBe('got [redacted]');
  });

  test('loses the secrets of the address', () => {
    const baseUrl = 'https://host.example/v1?access_token=secret-in-query';
    expect(scrubber({ baseUrl }).message('url secret-in-query')).toBe('url [redacted]');
  });

  test('does not keep half a key at its end', () => {
    const text = 'x'.repeat(MAX_ERROR_MESSAGE - 5) + KEY;
    const clean = scrubber().message(text);
    expect(clean).toHaveLength(MAX_ERROR_MESSAGE);
    expect(clean).not.toContain(KEY.slice(0, 3));
  });

  test('does not end within a character', () => {
    const clean = scrubber().message(`${'x'.repeat(MAX_ERROR_MESSAGE - 1)}🎉`);
    expect(clean.isWellFormed()).toBe(true);
  });
});

describe('a response', () => {
  const response: ModelResponse = {
    outcome: 'ok',
    text: `你的密钥是 ${KEY}。Bearer of good news, sk-learn, production`,
    toolCalls: [{ id: '1', name: 'f', arguments: JSON.stringify({ key: KEY }) }],
    timing: { totalMs: 1 },
    wire: { url: 'http://host/', body: { nested: [{ key: KEY }] } },
  };

  test('loses the key wherever it stands, and nothing else', () => {
    const kept = scrubber({ headers: { 'x-env': 'production' } }).response(response);
    expect(JSON.stringify(kept)).not.toContain(KEY);
    expect(JSON.stringify(kept)).not.toContain(JSON.stringify(KEY).slice(1, -1));
    expect(kept.text).toBe('你的密钥是 [redacted]。Bearer of good news, sk-learn, production');
    expect(kept.toolCalls?.[0]?.arguments).toBe('{"key":"[redacted]"}');
  });

  test('is not searched for a text so short that it is in every answer', () => {
    expect(scrubber({ apiKey: '好' }).response({ ...response, text: '好' }).text).toBe('好');
  });

  test('has the code of its error cleaned too', () => {
    const kept = scrubber().response({ ...response, error: { code: `bad:${KEY}`, message: 'no' } });
    expect(kept.error).toEqual({ code: 'bad:[redacted]', message: 'no' });
  });
});
