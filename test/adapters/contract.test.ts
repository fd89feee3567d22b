import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/document/problem.ts';
import type { ModelRequest, ModelResponse } from '../../src/model/index.ts';
import { DEFAULT_CAPABILITIES, MAX_ERROR_MESSAGE } from '../../src/model/index.ts';
import type { Scripted } from './contract.ts';
import { UNDER_CONTRACT } from './contract.ts';
import { KEY } from './loopback.ts';

const ask = (content: string): ModelRequest => ({
  messages: [
    { role: 'system', content: '你是助手。' },
    { role: 'user', content },
  ],
  params: { maxTokens: 64 },
});
const signal = (): AbortSignal => new AbortController().signal;

describe.each(UNDER_CONTRACT)('$name', ({ open }) => {
  async function answerTo(said: Scripted): Promise<ModelResponse> {
    await using opened = await open({ 问: said });
    return await opened.model.generate(ask('问'), signal(), 'case-1');
  }

  test('brings the answer to a question', async () => {
    const response = await answerTo({ text: '答案是 42。🎉' });
    expect(response).toMatchObject({ outcome: 'ok', text: '答案是 42。🎉' });
    expect(response.error).toBeUndefined();
    expect(Number.isInteger(response.timing.totalMs)).toBe(true);
  });

  test('keeps reasoning out of the answer', async () => {
    const response = await answerTo({ reasoning: '先想一想', text: '好' });
    expect(response).toMatchObject({ outcome: 'ok', text: '好', reasoning: '先想一想' });
  });

  test('brings tool calls with their arguments as the model wrote them', async () => {
    const toolCalls = [
      { id: 'a', name: 'weather', arguments: '{"city":"青岛"}' },
      { id: 'b', name: 'time', arguments: '{}' },
    ];
    const response = await answerTo({ toolCalls });
    expect(response).toMatchObject({ outcome: 'ok', text: '', toolCalls });
  });

  test.each<[string, Scripted, Partial<ModelResponse>]>([
    ['a cut answer', { text: '一半', end: 'length' }, { outcome: 'truncated', text: '一半' }],
    [
      'a cut thought',
      { reasoning: '想', end: 'length' },
      { outcome: 'truncated_in_reasoning', text: '' },
    ],
    ['no answer', {}, { outcome: 'empty', text: '' }],
    ['only a thought', { reasoning: '想' }, { outcome: 'empty', text: '' }],
    ['a refusal', { text: '不行', end: 'refusal' }, { outcome: 'refused', text: '不行' }],
  ])('names %s', async (_, said, expected) => {
    expect(await answerTo(said)).toMatchObject(expected);
  });

  test('never shows an error in the place of the answer', async () => {
    const response = await answerTo({ tooFast: 'slow down' });
    expect(response).toMatchObject({ outcome: 'rate_limited', text: '' });
    expect(response.error).toMatchObject({ status: 429, message: 'slow down' });
  });

  test('does not try again by itself: every attempt belongs on record', async () => {
    await using opened = await open({ 问: { tooFast: 'slow down' } });
    await opened.model.generate(ask('问'), signal(), 'case-1');
    expect(opened.requests ?? ['one']).toHaveLength(1);
  });

  test('bounds an error message', async () => {
    const { error } = await answerTo({ tooFast: 'x'.repeat(MAX_ERROR_MESSAGE + 1) });
    expect(error?.message).toHaveLength(MAX_ERROR_MESSAGE);
  });

  test('writes the key down nowhere, not even when it is echoed', async () => {
    const echoed = `Incorrect API key provided: ${KEY}.`;
    const failed = await answerTo({ tooFast: echoed });
    const answered = await answerTo({ text: echoed, reasoning: KEY });
    expect(JSON.stringify([failed, answered])).not.toContain(KEY);
    expect(failed.error?.message).toMatch(/^Incorrect API key provided: .*\[redacted\]/);
  });

  test('answers each of many calls at once with its own answer', async () => {
    const prompts = Array.from({ length: 40 }, (_, i) => `问 ${i}`);
    await using opened = await open(
      Object.fromEntries(prompts.map((prompt) => [prompt, { text: `答 ${prompt}` }])),
    );
    const responses = await Promise.all(
      prompts.map((prompt, i) => opened.model.generate(ask(prompt), signal(), `case-${i}`)),
    );
    expect(responses.map((r) => r.text)).toEqual(prompts.map((prompt) => `答 ${prompt}`));
  });

  test('stops before it begins when it was cancelled before', async () => {
    await using opened = await open({ 问: { text: '答' } });
    const response = await opened.model.generate(ask('问'), AbortSignal.abort(), 'case-1');
    expect(response).toMatchObject({ outcome: 'cancelled', text: '' });
  });

  test('calls it a timeout when the signal says so', async () => {
    await using opened = await open({ 问: { text: '答' } });
    const late = AbortSignal.abort(new DOMException('late', 'TimeoutError'));
    const response = await opened.model.generate(ask('问'), late, 'case-1');
    expect(response).toMatchObject({ outcome: 'timeout', text: '' });
  });

  test('has the capabilities that are declared, else those of a chat endpoint', async () => {
    await using plain = await open({});
    await using declared = await open({}, { capabilities: ['text', 'image-input'] });
    expect([...plain.model.capabilities]).toEqual(DEFAULT_CAPABILITIES);
    expect([...declared.model.capabilities]).toEqual(['text', 'image-input']);
  });

  test('does not know options that it does not know', async () => {
    await expect(open({}, { options: { maxTokenField: 'x' } })).rejects.toThrow(UserError);
    await expect(open({}, { options: { maxTokenField: 'x' } })).rejects.toThrow(
      /Unknown key "maxTokenField"/,
    );
  });
});
