import Anthropic from '@anthropic-ai/sdk';
import { describe, expect, test } from 'vitest';
import { parseFaults } from '../../../src/simulator/faults.ts';
import { type SimulatorOptions, startSimulator } from '../../../src/simulator/simulator.ts';
import { knownCase, STUB_SCORERS } from '../known-cases.ts';

const TEXT = '青岛是一座海滨城市，夏天常有游客。';
const TOOLS = [{ name: 'weather', parameters: {} }];
const ASKED = [{ role: 'user' as const, content: '青岛天气' }];

function start(options: Partial<SimulatorOptions> = {}) {
  return startSimulator({
    cases: [
      knownCase({
        id: 'city',
        messages: [
          { role: 'system', content: '你是导游。' },
          { role: 'user', content: '介绍青岛' },
        ],
        reference: TEXT,
      }),
      knownCase({
        id: 'call',
        scorer: 'call',
        request: { messages: ASKED, params: {}, tools: TOOLS },
      }),
      knownCase({
        id: 'result',
        messages: [
          ...ASKED,
          {
            role: 'assistant',
            content: '',
            toolCalls: [{ id: 'c1', name: 'weather', arguments: '{}' }],
          },
          { role: 'tool', toolCallId: 'c1', content: '晴' },
        ],
        target: '晴',
      }),
      knownCase({ id: 'filtered', prompt: '违规内容', expect: 'filtered' }),
    ],
    ability: 1,
    seed: '1',
    scorers: STUB_SCORERS,
    ...options,
  });
}

function client(url: string, apiKey = 'none'): Anthropic {
  return new Anthropic({ baseURL: new URL(url).origin, apiKey, maxRetries: 0 });
}

const city = {
  model: 'any',
  max_tokens: 100,
  system: '你是导游。',
  messages: [{ role: 'user' as const, content: '介绍青岛' }],
};

test('a whole answer has what a real one has', async () => {
  await using simulator = await start();
  const message = await client(simulator.url).messages.create(city);
  expect(message).toMatchObject({
    type: 'message',
    role: 'assistant',
    model: 'aigc-simulator-1',
    content: [{ type: 'text', text: TEXT }],
    stop_reason: 'end_turn',
    stop_sequence: null,
    usage: { input_tokens: 7, output_tokens: 12 },
  });
});

test('a streamed answer is the same', async () => {
  await using simulator = await start();
  const stream = client(simulator.url).messages.stream(city);
  const pieces: string[] = [];
  stream.on('text', (piece) => pieces.push(piece));
  const message = await stream.finalMessage();
  expect(pieces.length).toBeGreaterThan(2);
  expect(pieces.join('')).toBe(TEXT);
  expect(message).toMatchObject({
    content: [{ type: 'text', text: TEXT }],
    stop_reason: 'end_turn',
    usage: { input_tokens: 7, output_tokens: 12 },
  });
});

test('a system text in blocks is the same question', async () => {
  await using simulator = await start();
  const message = await client(simulator.url).messages.create({
    ...city,
    system: [{ type: 'text', text: '你是导游。' }],
    messages: [{ role: 'user', content: [{ type: 'text', text: '介绍青岛' }] }],
  });
  expect(message.content).toMatchObject([{ text: TEXT }]);
});

test('tool calls, whole and streamed', async () => {
  await using simulator = await start();
  const request = {
    model: 'any',
    max_tokens: 100,
    messages: ASKED,
    tools: [{ name: 'weather', input_schema: { type: 'object' as const } }],
  };
  const expected = {
    content: [{ type: 'tool_use', name: 'weather', input: { city: '青岛' } }],
    stop_reason: 'tool_use',
  };
  expect(await client(simulator.url).messages.create(request)).toMatchObject(expected);
  const stream = client(simulator.url).messages.stream(request);
  expect(await stream.finalMessage()).toMatchObject(expected);
});

test('what a tool brought back is part of the question', async () => {
  await using simulator = await start();
  const message = await client(simulator.url).messages.create({
    model: 'any',
    max_tokens: 100,
    messages: [
      ...ASKED,
      { role: 'assistant', content: [{ type: 'tool_use', id: 'c1', name: 'weather', input: {} }] },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'c1', content: '晴' }] },
    ],
  });
  expect(message.content).toMatchObject([{ text: '答案：晴' }]);
});

test.each([
  [{ max_tokens: 2 }, '青岛是', 'max_tokens', null],
  [{ stop_sequences: ['城市', '，'] }, '青岛是一座海滨', 'stop_sequence', '城市'],
])('%j is honoured', async (fields, text, reason, sequence) => {
  await using simulator = await start();
  expect(await client(simulator.url).messages.create({ ...city, ...fields })).toMatchObject({
    content: [{ text }],
    stop_reason: reason,
    stop_sequence: sequence,
  });
});

test('the filter is a refusal without text', async () => {
  await using simulator = await start();
  const messages = [{ role: 'user' as const, content: '违规内容' }];
  expect(
    await client(simulator.url).messages.create({ model: 'any', max_tokens: 9, messages }),
  ).toMatchObject({ content: [], stop_reason: 'refusal' });
});

describe('errors are in the Anthropic form', () => {
  test.each([
    ['no messages', { messages: [] }],
    ['no bound', { max_tokens: undefined }],
    ['a temperature over 1', { temperature: 1.5 }],
    ['a role of another protocol', { messages: [{ role: 'tool', content: '' }] }],
    ['an unnamed tool', { tools: [{}] }],
  ])('%s', async (_what, fields) => {
    await using simulator = await start();
    const response = await fetch(`${simulator.url}/messages`, {
      method: 'POST',
      body: JSON.stringify({ ...city, ...fields }),
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({
      type: 'error',
      error: { type: 'invalid_request_error' },
    });
  });

  test('a wrong key', async () => {
    await using simulator = await start({ apiKey: 'sesame' });
    await expect(client(simulator.url).messages.create(city)).rejects.toThrow(
      Anthropic.AuthenticationError,
    );
    const message = await client(simulator.url, 'sesame').messages.create(city);
    expect(message.stop_reason).toBe('end_turn');
  });

  test('a fault', async () => {
    await using simulator = await start({ faults: parseFaults('429=1,retry-after=3') });
    await expect(client(simulator.url).messages.create(city)).rejects.toThrow(
      Anthropic.RateLimitError,
    );
    expect(simulator.stats()).toMatchObject({ answered: 0, faults: { 429: 1 } });
  });
});
