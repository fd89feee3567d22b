import { describe, expect, test } from 'vitest';
import { openModel } from '../../adapters/index.ts';
import type { Message, ModelConfig, ModelRequest, ModelResponse } from '../../src/model/index.ts';
import { type FaultName, parseFaults } from '../../src/simulator/faults.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { knownCase, STUB_SCORERS, until } from './known-cases.ts';

const TEXT = '青岛是一座海滨城市，夏天常有游客。';
const TOOLS = [{ name: 'weather', parameters: { type: 'object' } }];
const CITY: readonly Message[] = [
  { role: 'system', content: '你是导游。' },
  { role: 'user', content: '介绍青岛' },
];
const WEATHER: readonly Message[] = [{ role: 'user', content: '青岛天气' }];

interface Way {
  readonly adapter: 'openai' | 'anthropic';
  readonly stream: boolean;
}

/** One call through a real adapter, which loses patience where the fault never ends. */
async function generate(
  { adapter, stream }: Way,
  request: Pick<ModelRequest, 'messages' | 'tools'>,
  fault?: FaultName,
): Promise<ModelResponse> {
  await using simulator = await startSimulator({
    cases: [
      knownCase({ id: 'city', messages: CITY, reference: TEXT }),
      knownCase({
        id: 'call',
        scorer: 'call',
        request: { messages: WEATHER, params: {}, tools: TOOLS },
      }),
    ],
    ability: 1,
    seed: '1',
    scorers: STUB_SCORERS,
    faults: parseFaults(fault === undefined ? '' : `${fault}=1,retry-after=2`),
  });
  const config: ModelConfig = {
    name: 'simulator',
    adapter,
    model: 'aigc-simulator-1',
    baseUrl: simulator.url,
    apiKey: 'none',
    limits: { concurrency: 1 },
    params: {},
    timeoutMs: 60_000,
    stream,
    options: {},
  };
  const host = { readMedia: () => Promise.reject(new Error('no media here')), now: () => 0 };
  const model = await openModel(config, host);
  const patience = new AbortController();
  if (fault === 'stall') {
    void until(() => simulator.stats().faults.stall === 1).then(() => {
      patience.abort(new DOMException('out of patience', 'TimeoutError'));
    });
  }
  try {
    return await model.generate({ params: {}, ...request }, patience.signal, 'sample');
  } finally {
    await model.close?.();
  }
}

const WAYS: readonly Way[] = [
  { adapter: 'openai', stream: false },
  { adapter: 'openai', stream: true },
  { adapter: 'anthropic', stream: false },
  { adapter: 'anthropic', stream: true },
];

describe.each(WAYS)('through $adapter, stream $stream', (way) => {
  test('a case is found and answered', async () => {
    const response = await generate(way, { messages: CITY });
    expect(response).toMatchObject({ outcome: 'ok', text: TEXT, model: 'aigc-simulator-1' });
    expect(response.usage).toEqual({ inputTokens: 7, outputTokens: 12 });
  });

  test('a tool is called', async () => {
    const response = await generate(way, { messages: WEATHER, tools: TOOLS });
    expect(response.outcome).toBe('ok');
    const [call] = response.toolCalls ?? [];
    expect(call?.name).toBe('weather');
    expect(JSON.parse(call?.arguments ?? '')).toEqual({ city: '青岛' });
  });

  test.each([
    ['429', 'rate_limited'],
    ['500', 'server_error'],
    ['503', 'server_error'],
    ['drop', 'network'],
    ['stall', 'timeout'],
    ['html', 'unparsed'],
    ['empty', 'empty'],
    ['empty-body', 'unparsed'],
    ['half-json', 'unparsed'],
    ['filter-input', 'filtered_input'],
    ['filter-output', way.adapter === 'openai' ? 'filtered_output' : 'refused'],
    ['cut-stream', 'network'],
  ] as const)('%s ends as %s', async (fault, outcome) => {
    const response = await generate(way, { messages: CITY }, fault);
    expect(response.outcome).toBe(outcome);
    expect(response.text).not.toBe(TEXT);
  });

  test('429 says how long to wait', async () => {
    const { error } = await generate(way, { messages: CITY }, '429');
    expect(error?.retryAfterMs).toBe(2_000);
  });

  test('a byte that is not UTF-8 does not pass for the answer', async () => {
    const response = await generate(way, { messages: CITY }, 'invalid-utf8');
    expect(response.text).not.toBe(TEXT);
  });
});
