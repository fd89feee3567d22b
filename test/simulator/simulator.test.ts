import { request } from 'node:http';
import OpenAI from 'openai';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { UserError } from '../../src/document/index.ts';
import { choice } from '../../src/scorers/choice/index.ts';
import { scoreResponse } from '../../src/scorers/gate.ts';
import { type SimulatorOptions, startSimulator } from '../../src/simulator/simulator.ts';
import type { StatsSnapshot } from '../../src/simulator/stats.ts';
import { randomFrom } from '../../src/suite/random.ts';
import { ask, knownCase, numberedCases, STUB_SCORERS, textOf, until } from './known-cases.ts';

function start(options: Partial<SimulatorOptions> = {}) {
  return startSimulator({
    cases: numberedCases(20),
    ability: 1,
    seed: '1',
    scorers: STUB_SCORERS,
    ...options,
  });
}

function openai(url: string): OpenAI {
  return new OpenAI({ baseURL: url, apiKey: 'none', maxRetries: 0 });
}

const asked = (content: string) => [{ role: 'user' as const, content }];

/** A streamed answer as the SDK sees it. */
async function streamed(url: string, content: string, fields: object = {}) {
  const stream = await openai(url).chat.completions.create({
    model: 'any',
    messages: asked(content),
    stream: true,
    stream_options: { include_usage: true },
    ...fields,
  });
  const texts: string[] = [];
  const calls: { name: string; arguments: string }[] = [];
  let finish: string | null = null;
  let usage: OpenAI.CompletionUsage | null = null;
  for await (const chunk of stream) {
    usage = chunk.usage ?? usage;
    const choice = chunk.choices[0];
    if (choice?.delta.content) texts.push(choice.delta.content);
    for (const { index, function: part } of choice?.delta.tool_calls ?? []) {
      const before = calls[index] ?? { name: '', arguments: '' };
      calls[index] = {
        name: before.name + (part?.name ?? ''),
        arguments: before.arguments + (part?.arguments ?? ''),
      };
    }
    finish = choice?.finish_reason ?? finish;
  }
  return { texts, calls, finish, usage };
}

/** The body of a streamed answer in the pieces in which it arrives, which fetch would join. */
async function streamedBytes(url: string, content: string): Promise<Buffer[]> {
  const body = JSON.stringify({ model: 'any', messages: asked(content), stream: true });
  return new Promise((resolve, reject) => {
    const call = request(`${url}/chat/completions`, { method: 'POST' }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => resolve(chunks));
    });
    call.once('error', reject);
    call.end(body);
  });
}

describe('an able model', () => {
  test('answers 1,000 cases right exactly where the seed says, in any order and concurrency', async () => {
    const cases = numberedCases(1000);
    const expected = cases.map(
      ({ sample }) =>
        `答案：${sample.target as string}${randomFrom('7', sample.id).real() < 0.9 ? '' : '×'}`,
    );
    const right = expected.filter((text) => !text.endsWith('×')).length;
    // Four standard errors about 900.
    expect(Math.abs(right - 900)).toBeLessThan(38);

    await using forward = await start({ cases, ability: 0.9, seed: '7' });
    await using backward = await start({ cases: cases.toReversed(), ability: 0.9, seed: '7' });
    const inOrder: string[] = [];
    for (let at = 0; at < cases.length; at += 50) {
      const batch = Array.from({ length: 50 }, (_, i) =>
        textOf(ask(forward.url, `第 ${at + i} 题`)),
      );
      inOrder.push(...(await Promise.all(batch)));
    }
    expect(inOrder).toEqual(expected);
    for (let i = cases.length - 1; i >= 900; i--) {
      expect(await textOf(ask(backward.url, `第 ${i} 题`))).toBe(expected[i]);
    }
    expect(forward.stats()).toMatchObject({
      requests: 1000,
      answered: 1000,
      answeredDistinct: 1000,
      answeredRepeated: 0,
      unknown: 0,
    });
  });

  test.each([
    [1, ['pass']],
    [0, ['fail']],
  ])('of ability %d is scored so by the shipped scorers', async (ability, values) => {
    const cases = ['A', 'B', 'C', 'D'].map((target) =>
      knownCase({
        id: `choice-${target}`,
        scorer: 'choice',
        target,
        choices: ['A', 'B', 'C', 'D'].map((label) => ({ label, text: `选项${label}的内容` })),
      }),
    );
    await using simulator = await startSimulator({ cases, ability, seed: '1' });
    const scored = cases.map(async ({ sample }) => {
      const text = await textOf(ask(simulator.url, `题目 ${sample.id}`));
      return scoreResponse(choice, sample, { outcome: 'ok', text, timing: { totalMs: 0 } }, {})
        .value;
    });
    expect(new Set(await Promise.all(scored))).toEqual(new Set(values));
  });

  test('answers a repeated prompt alike', async () => {
    await using simulator = await start({ ability: 0.5 });
    const texts = await Promise.all(
      Array.from({ length: 10 }, () => textOf(ask(simulator.url, '第 3 题'))),
    );
    expect(new Set(texts).size).toBe(1);
  });

  test('follows a dialogue over its own answers', async () => {
    const scorer = { use: 'plain', options: {} };
    await using simulator = await start({
      cases: [
        knownCase({
          id: 'dialogue',
          prompt: '我叫小明。',
          scorer: null,
          turns: [{ content: '我叫什么？', target: '小明', scorer }],
        }),
      ],
    });
    const first = await textOf(ask(simulator.url, '我叫小明。'));
    expect(first).not.toContain('答案');
    const history = [
      ...asked('我叫小明。'),
      { role: 'assistant', content: first },
      ...asked('我叫什么？'),
    ];
    expect(await textOf(ask(simulator.url, history))).toBe('答案：小明');
  });
});

describe('/v1/chat/completions', () => {
  const long = '青岛是一座海滨城市，👨‍👩‍👧 常去看海。It rains in summer.';
  const tools = [{ name: 'weather', parameters: {} }];
  const cases = [
    knownCase({ id: 'long', prompt: '介绍青岛', reference: long }),
    knownCase({
      id: 'call',
      scorer: 'call',
      request: { messages: asked('青岛天气'), params: {}, tools },
    }),
    knownCase({ id: 'filtered', prompt: '违规内容', expect: 'filtered' }),
  ];

  test('a whole answer has what a real one has', async () => {
    await using simulator = await start({ cases });
    const create = () =>
      openai(simulator.url).chat.completions.create({ model: 'any', messages: asked('介绍青岛') });
    const [one, two] = [await create(), await create()];
    expect(one).toMatchObject({
      object: 'chat.completion',
      model: 'aigc-simulator-1',
      system_fingerprint: 'simulator',
      choices: [{ index: 0, message: { role: 'assistant', content: long }, finish_reason: 'stop' }],
      usage: { prompt_tokens: 3, completion_tokens: 18, total_tokens: 21 },
    });
    expect(one.id).not.toBe(two.id);
  });

  test('a streamed answer is the same text in several chunks, with usage', async () => {
    await using simulator = await start({ cases });
    const { texts, finish, usage } = await streamed(simulator.url, '介绍青岛');
    expect(texts.length).toBeGreaterThan(2);
    expect(texts.join('')).toBe(long);
    expect(texts.some((piece) => piece.includes('👨‍👩‍👧'))).toBe(true);
    expect(finish).toBe('stop');
    expect(usage).toEqual({ prompt_tokens: 3, completion_tokens: 18, total_tokens: 21 });
  });

  test('usage is streamed only when asked for, and the stream ends with [DONE]', async () => {
    await using simulator = await start({ cases });
    const response = await ask(simulator.url, '介绍青岛', { stream: true });
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
    const body = await response.text();
    expect(body).not.toContain('usage');
    expect(body.endsWith('data: [DONE]\n\n')).toBe(true);
  });

  test('the network cuts a stream inside a character', async () => {
    await using simulator = await start({ cases });
    const chunks = await streamedBytes(simulator.url, '介绍青岛');
    const decodes = chunks.map((chunk) => !new TextDecoder().decode(chunk).includes('\u{fffd}'));
    expect(decodes).toContain(false);
    expect(Buffer.concat(chunks).toString()).not.toContain('\u{fffd}');
  });

  test('tool calls, whole and streamed', async () => {
    await using simulator = await start({ cases });
    const whole = await openai(simulator.url).chat.completions.create({
      model: 'any',
      messages: asked('青岛天气'),
      tools: tools.map((tool) => ({ type: 'function', function: tool })),
    });
    const wanted = { name: 'weather', arguments: '{"city":"青岛"}' };
    expect(whole.choices[0]).toMatchObject({
      message: { content: null, tool_calls: [{ type: 'function', function: wanted }] },
      finish_reason: 'tool_calls',
    });
    expect(await streamed(simulator.url, '青岛天气')).toMatchObject({
      texts: [],
      calls: [wanted],
      finish: 'tool_calls',
    });
  });

  test('a filtered answer says so', async () => {
    await using simulator = await start({ cases });
    expect((await streamed(simulator.url, '违规内容')).finish).toBe('content_filter');
  });

  test.each([
    [{ max_tokens: 2 }, '青岛是', 'length', 2],
    [{ max_completion_tokens: 2, max_tokens: 9 }, '青岛是', 'length', 2],
    [{ stop: '，' }, '青岛是一座海滨城市', 'stop', 6],
    [{ stop: ['夏天', '海滨', '一座'] }, '青岛是', 'stop', 2],
  ])('%j is honoured, whole and streamed', async (fields, text, finish, tokens) => {
    await using simulator = await start({ cases });
    const whole = await openai(simulator.url).chat.completions.create({
      model: 'any',
      messages: asked('介绍青岛'),
      ...fields,
    });
    expect(whole.choices[0]).toMatchObject({ message: { content: text }, finish_reason: finish });
    expect(whole.usage?.completion_tokens).toBe(tokens);
    const stream = await streamed(simulator.url, '介绍青岛', fields);
    expect([stream.texts.join(''), stream.finish]).toEqual([text, finish]);
  });

  test.each([
    ['no JSON', '{"model":', 'invalid_json'],
    ['no object', '[]', 'invalid_json'],
    ['no messages', { messages: undefined }, 'messages'],
    ['an empty list of messages', { messages: [] }, 'messages'],
    ['messages of another type', { messages: '你好' }, 'messages'],
    ['an unknown role', { messages: [{ role: 'robot', content: '' }] }, 'messages[0].role'],
    [
      'content of another type',
      { messages: [{ role: 'user', content: 7 }] },
      'messages[0].content',
    ],
    [
      'an unknown part',
      { messages: [{ role: 'user', content: [{ type: 'smell' }] }] },
      'messages[0].content',
    ],
    ['no model', { model: undefined }, 'model'],
    ['an unknown model', { model: 'other' }, 'model'],
    ['a temperature over 2', { temperature: 2.1 }, 'temperature'],
    ['a negative temperature', { temperature: -0.1 }, 'temperature'],
    ['a temperature in words', { temperature: 'hot' }, 'temperature'],
    ['top_p over 1', { top_p: 1.5 }, 'top_p'],
    ['max_tokens 0', { max_tokens: 0 }, 'max_tokens'],
    ['max_tokens with a fraction', { max_tokens: 1.5 }, 'max_tokens'],
    ['two answers', { n: 2 }, 'n'],
    ['a stop that is a number', { stop: 5 }, 'stop'],
    ['stream in words', { stream: 'yes' }, 'stream'],
    ['a tool without a name', { tools: [{ type: 'function' }] }, 'tools[0].function.name'],
  ])('%s is a bad request that names the field', async (_what, fields, place) => {
    await using simulator = await start({ models: ['known'] });
    const response = await fetch(`${simulator.url}/chat/completions`, {
      method: 'POST',
      body:
        typeof fields === 'string'
          ? fields
          : JSON.stringify({ model: 'known', messages: asked('第 1 题'), ...fields }),
    });
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { param: string; code: string } };
    expect([error.param, error.code]).toContain(place);
    expect(error).toMatchObject({ type: 'invalid_request_error', message: expect.any(String) });
    expect(simulator.stats()).toMatchObject({
      answered: 0,
      distinctPrompts: 0,
      byStatus: { 400: 1 },
    });
  });

  test('limits of a parameter are allowed', async () => {
    await using simulator = await start();
    for (const fields of [{ temperature: 0 }, { temperature: 2 }, { top_p: 1 }, { n: 1 }]) {
      expect((await ask(simulator.url, '第 1 题', fields)).status).toBe(200);
    }
  });
});

describe('the service', () => {
  test('asks for the key that it was given', async () => {
    await using simulator = await start({ apiKey: 'sesame' });
    const client = (apiKey: string) =>
      new OpenAI({ baseURL: simulator.url, apiKey, maxRetries: 0 }).chat.completions.create({
        model: 'any',
        messages: asked('第 1 题'),
      });
    await expect(client('other')).rejects.toThrow(OpenAI.AuthenticationError);
    expect((await client('sesame')).choices[0]?.message.content).toBe('答案：1');
  });

  test('lists its models', async () => {
    await using one = await start();
    await using many = await start({ models: ['a', 'b'] });
    const names = async (url: string) => (await openai(url).models.list()).data.map((m) => m.id);
    expect(await names(one.url)).toEqual(['aigc-simulator-1']);
    expect(await names(many.url)).toEqual(['a', 'b']);
  });

  test.each([
    ['POST', '/images/generations', 404],
    ['POST', '/audio/speech', 404],
    ['GET', '/nothing?q=1', 404],
    ['GET', '/chat/completions', 405],
    ['POST', '/models', 405],
  ])('%s %s is refused in the OpenAI form', async (method, path, status) => {
    await using simulator = await start();
    const response = await fetch(`${simulator.url}${path}`, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({ error: { type: 'invalid_request_error' } });
    expect(simulator.stats().requests).toBe(0);
  });

  test('listens on the loopback interface', async () => {
    await using simulator = await start();
    expect(new URL(simulator.url).hostname).toBe('127.0.0.1');
  });

  test.each([
    { host: '0.0.0.0' as never },
    { host: 'example.com' as never },
    { port: -1 },
    { port: 65_536 },
    { port: 80.5 },
  ])('refuses to listen at %j', async (address) => {
    await expect(start(address)).rejects.toThrow(UserError);
  });

  test('a port in use is an error that names it', async () => {
    await using simulator = await start();
    const port = Number(new URL(simulator.url).port);
    const again = start({ port });
    await expect(again).rejects.toThrow(UserError);
    await expect(again).rejects.toThrow(String(port));
  });

  test.each([-1, Number.NaN, { min: 5, max: 1 }])('latency %j is refused', async (latencyMs) => {
    await expect(start({ latencyMs })).rejects.toThrow(UserError);
  });

  test('an ability that leaves out an indicator is refused before anything starts', async () => {
    await expect(start({ ability: { C1: 1 } })).rejects.toThrow(/C3\.1\.1/);
  });

  test('a scorer that fails is seen as a failure of the simulator, not as an answer', async () => {
    const broken = {
      ...STUB_SCORERS.get('plain'),
      exemplify: () => {
        throw new Error('mutated');
      },
    };
    const scorers = new Map([['plain', broken as never]]);
    await using simulator = await start({ scorers });
    const response = await ask(simulator.url, '第 1 题');
    expect(response.status).toBe(500);
    expect(await response.json()).toMatchObject({
      error: { code: 'simulator_failure', message: expect.stringContaining('mutated') },
    });
    expect(simulator.stats().answered).toBe(0);
  });
});

describe('GET /__stats', () => {
  test('tells distinct from repeated prompts, and answers from the rest', async () => {
    await using simulator = await start();
    for (const prompt of ['第 1 题', '第 2 题', '第 1 题', '没有这道题']) {
      await (await ask(simulator.url, prompt)).text();
    }
    await (await ask(simulator.url, [])).text();
    const response = await fetch(new URL('/__stats', simulator.url));
    const stats = (await response.json()) as StatsSnapshot;
    expect(stats).toEqual({
      requests: 5,
      answered: 4,
      answeredDistinct: 3,
      answeredRepeated: 1,
      unknown: 1,
      generic: 0,
      inFlight: 0,
      maxInFlight: 1,
      distinctPrompts: 3,
      repeatedPrompts: 1,
      faults: {},
      byStatus: { 200: 4, 400: 1 },
    });
    expect(simulator.stats()).toEqual(stats);
  });

  test('a dialogue with another history is another prompt', async () => {
    await using simulator = await start();
    for (const reply of ['甲', '乙']) {
      const history = [...asked('一'), { role: 'assistant', content: reply }, ...asked('二')];
      await (await ask(simulator.url, history)).text();
    }
    expect(simulator.stats()).toMatchObject({ distinctPrompts: 2, repeatedPrompts: 0 });
  });
});

describe('latency', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
  });

  const holdTime = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });

  test('an answer comes when its time has passed, not before', async () => {
    holdTime();
    await using simulator = await start({ latencyMs: 5_000 });
    const calls = Array.from({ length: 7 }, (_, i) => textOf(ask(simulator.url, `第 ${i} 题`)));
    await until(() => simulator.stats().inFlight === 7 && vi.getTimerCount() >= 7);
    await vi.advanceTimersByTimeAsync(4_999);
    expect(simulator.stats()).toMatchObject({ answered: 0, inFlight: 7 });
    await vi.advanceTimersByTimeAsync(1);
    expect(await Promise.all(calls)).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `答案：${i}`));
    expect(simulator.stats()).toMatchObject({ answered: 7, inFlight: 0, maxInFlight: 7 });
  });

  test('a range is drawn from the seed', async () => {
    holdTime();
    const waits = vi.spyOn(globalThis, 'setTimeout');
    const drawn = async (): Promise<number[]> => {
      waits.mockClear();
      await using simulator = await start({ latencyMs: { min: 70_001, max: 90_000 } });
      const calls = [0, 1, 2].map((i) => ask(simulator.url, `第 ${i} 题`));
      const settled = Promise.allSettled(calls);
      const long = () => waits.mock.calls.map(([, ms]) => ms ?? 0).filter((ms) => ms > 70_000);
      await until(() => long().length === 3);
      await simulator.close();
      await settled;
      return long().toSorted((a, b) => a - b);
    };
    const first = await drawn();
    expect(await drawn()).toEqual(first);
    expect(new Set(first).size).toBe(3);
    expect(Math.max(...first)).toBeLessThanOrEqual(90_000);
  });

  test('the first half of a stream comes at half time', async () => {
    holdTime();
    await using simulator = await start({ latencyMs: 4_000 });
    const pending = ask(simulator.url, '第 1 题', { stream: true });
    await until(() => simulator.stats().inFlight === 1 && vi.getTimerCount() > 0);
    await vi.advanceTimersByTimeAsync(2_000);
    const reader = (await pending).body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('assistant');
    expect(simulator.stats().answered).toBe(0);
    await vi.advanceTimersByTimeAsync(2_000);
    while (!(await reader?.read())?.done);
    expect(simulator.stats().answered).toBe(1);
  });

  test('a client that gives up is not answered', async () => {
    holdTime();
    await using simulator = await start({ latencyMs: 5_000 });
    const set = vi.spyOn(globalThis, 'setTimeout');
    const cleared = vi.spyOn(globalThis, 'clearTimeout');
    const abort = new AbortController();
    const call = fetch(`${simulator.url}/chat/completions`, {
      method: 'POST',
      body: JSON.stringify({ model: 'any', messages: asked('第 1 题') }),
      signal: abort.signal,
    });
    const failed = expect(call).rejects.toThrow();
    await until(() => simulator.stats().distinctPrompts === 1);
    abort.abort();
    await failed;
    await until(() => simulator.stats().inFlight === 0);
    expect(simulator.stats()).toMatchObject({ requests: 1, answered: 0, byStatus: {} });
    const timer = set.mock.results[set.mock.calls.findIndex(([, ms]) => ms === 5_000)];
    expect(cleared).toHaveBeenCalledWith(timer?.value);
  });

  test('close ends at once what is still waiting', async () => {
    holdTime();
    const simulator = await start({ latencyMs: 600_000 });
    const calls = [1, 2, 3].map((i) => ask(simulator.url, `第 ${i} 题`));
    const settled = Promise.allSettled(calls);
    await until(() => simulator.stats().inFlight === 3);
    await simulator.close();
    expect((await settled).map((call) => call.status)).toEqual(Array(3).fill('rejected'));
  });
});
