import OpenAI from 'openai';
import { describe, expect, test } from 'vitest';
import { FAULT_NAMES, type FaultName, parseFaults } from '../../src/simulator/faults.ts';
import { startSimulator } from '../../src/simulator/simulator.ts';
import { ask, knownCase, numberedCases, STUB_SCORERS, textOf, until } from './known-cases.ts';

const TEXT = '青岛啤酒博物馆位于登州路，由老厂房改建。';

function start(faults: string, seed = '1') {
  return startSimulator({
    cases: [
      knownCase({ id: 'beer', prompt: '啤酒博物馆', reference: TEXT }),
      ...numberedCases(300),
    ],
    ability: 1,
    seed,
    scorers: STUB_SCORERS,
    faults: parseFaults(faults),
  });
}

describe.each([{ stream: false }, { stream: true }])('with %j', (fields) => {
  /** One call under a fault that always strikes, read to its end. */
  async function struck(fault: FaultName, more = '') {
    await using simulator = await start(`${fault}=1${more}`);
    const response = await ask(simulator.url, '啤酒博物馆', fields);
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(simulator.stats()).toMatchObject({
      requests: 1,
      answered: 0,
      faults: { [fault]: 1 },
      byStatus: { [response.status]: 1 },
    });
    return { response, bytes, text: bytes.toString('utf8') };
  }

  test.each([
    ['429', 429, 'rate_limit_error'],
    ['500', 500, 'server_error'],
    ['503', 503, 'server_error'],
    ['filter-input', 400, 'invalid_request_error'],
  ] as const)('%s has its status and the OpenAI form of an error', async (fault, status, type) => {
    const { response, text } = await struck(fault);
    expect(response.status).toBe(status);
    expect(JSON.parse(text)).toMatchObject({ error: { type, message: expect.any(String) } });
  });

  test('429 and 503 say when to come again', async () => {
    for (const fault of ['429', '503'] as const) {
      expect((await struck(fault)).response.headers.get('retry-after')).toBe('0');
      const { response } = await struck(fault, ',retry-after=7');
      expect(response.headers.get('retry-after')).toBe('7');
    }
    expect((await struck('500')).response.headers.has('retry-after')).toBe(false);
  });

  test('filter-input names the filter', async () => {
    const { text } = await struck('filter-input');
    expect(JSON.parse(text)).toMatchObject({ error: { code: 'content_filter' } });
  });

  test('html is a page with status 200', async () => {
    const { response, text } = await struck('html');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toMatch(/^text\/html/);
    expect(text).toMatch(/^<!DOCTYPE html>/);
  });

  test('empty-body is nothing at all with status 200', async () => {
    const { response, bytes } = await struck('empty-body');
    expect([response.status, bytes.length]).toEqual([200, 0]);
  });

  test('half-json is JSON that ends too soon, in a message that does not', async () => {
    const { response, bytes, text } = await struck('half-json');
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    const json = fields.stream ? text.trimEnd().split('data: ').at(-1) : text;
    expect(json).toMatch(/^\{"id"/);
    expect(() => JSON.parse(json ?? '')).toThrow(SyntaxError);
    expect(text).not.toContain('[DONE]');
  });

  test('invalid-utf8 has bytes that no UTF-8 has', async () => {
    const { bytes, text } = await struck('invalid-utf8');
    expect(bytes.includes(0xff)).toBe(true);
    expect(text).toContain('\u{fffd}');
    expect(text).toContain('青岛');
  });

  test('drop closes the connection without a byte', async () => {
    await using simulator = await start('drop=1');
    await expect(ask(simulator.url, '啤酒博物馆', fields)).rejects.toThrow('fetch failed');
    await until(() => simulator.stats().inFlight === 0);
    expect(simulator.stats()).toMatchObject({ requests: 1, answered: 0, faults: { drop: 1 } });
    expect(simulator.stats().byStatus).toEqual({});
  });

  test('cut-stream sends the beginning and closes the connection', async () => {
    await using simulator = await start('cut-stream=1');
    const response = await ask(simulator.url, '啤酒博物馆', fields);
    expect(response.status).toBe(200);
    let received = '';
    const read = async (): Promise<void> => {
      for await (const chunk of response.body ?? []) received += Buffer.from(chunk).toString();
    };
    await expect(read()).rejects.toThrow('terminated');
    expect(received).toContain(fields.stream ? '青岛' : '{"id"');
    expect(received).not.toMatch(/"finish_reason":"stop"|DONE/);
  });

  test('stall sends headers and then nothing; close ends it', async () => {
    const simulator = await start('stall=1');
    const response = await ask(simulator.url, '啤酒博物馆', fields);
    expect(response.status).toBe(200);
    const body = response.text();
    const ended = expect(body).rejects.toThrow('terminated');
    expect(simulator.stats()).toMatchObject({ inFlight: 1, answered: 0, faults: { stall: 1 } });
    await simulator.close();
    await ended;
  });
});

describe('faults with a well-formed answer', () => {
  async function choice(fault: FaultName) {
    await using simulator = await start(`${fault}=1`);
    const client = new OpenAI({ baseURL: simulator.url, apiKey: 'none', maxRetries: 0 });
    const messages = [{ role: 'user' as const, content: '啤酒博物馆' }];
    const { choices } = await client.chat.completions.create({ model: 'any', messages });
    return choices[0];
  }

  test('filter-output keeps the beginning and says why it ends', async () => {
    expect(await choice('filter-output')).toMatchObject({
      message: { content: '青岛啤酒博物馆' },
      finish_reason: 'content_filter',
    });
  });

  test('empty has no text', async () => {
    expect(await choice('empty')).toMatchObject({
      message: { content: '' },
      finish_reason: 'stop',
    });
  });
});

describe('which calls a fault strikes', () => {
  const statuses = async (seed: string, order: readonly number[]): Promise<number[]> => {
    await using simulator = await start('500=0.3', seed);
    const found: number[] = [];
    for (const i of order) found[i] = (await ask(simulator.url, `第 ${i} 题`)).status;
    return found;
  };
  const numbers = Array.from({ length: 60 }, (_, i) => i);

  test('depends on the seed and the prompt, not on the order', async () => {
    const forward = await statuses('1', numbers);
    expect(await statuses('1', numbers.toReversed())).toEqual(forward);
    expect(await statuses('2', numbers)).not.toEqual(forward);
    expect(new Set(forward)).toEqual(new Set([200, 500]));
  });

  test('is drawn anew for a retry, so that every prompt gets its answer in the end', async () => {
    await using simulator = await start('429=0.3,500=0.2,drop=0.1');
    let retries = 0;
    for (const i of numbers) {
      const answered = async (): Promise<boolean> => {
        const response = await ask(simulator.url, `第 ${i} 题`).catch(() => null);
        await response?.text();
        return response?.status === 200;
      };
      while (!(await answered())) retries++;
    }
    const stats = simulator.stats();
    expect(retries).toBeGreaterThan(20);
    expect(stats).toMatchObject({
      requests: numbers.length + retries,
      answered: numbers.length,
      answeredDistinct: numbers.length,
      answeredRepeated: 0,
      distinctPrompts: numbers.length,
      repeatedPrompts: retries,
    });
    const struck = Object.values(stats.faults).reduce((sum, count) => sum + count, 0);
    expect(struck).toBe(retries);
  });

  test('keeps to the indicators it is for', async () => {
    await using simulator = await startSimulator({
      cases: [...numberedCases(3, 'C13.1.1'), knownCase({ id: 'other', indicator: 'C13.2.1' })],
      ability: 1,
      seed: '1',
      scorers: STUB_SCORERS,
      faults: parseFaults('C13.1:500=1'),
    });
    expect((await ask(simulator.url, '第 1 题')).status).toBe(500);
    expect((await ask(simulator.url, '题目 other')).status).toBe(200);
    expect((await ask(simulator.url, '没有这道题')).status).toBe(200);
  });

  test('does not touch what is asked about the service', async () => {
    await using simulator = await start('500=1');
    expect((await fetch(`${simulator.url}/models`)).status).toBe(200);
    expect((await fetch(new URL('/__stats', simulator.url))).status).toBe(200);
  });
});

test('every fault is tried above', async () => {
  const { readFile } = await import('node:fs/promises');
  const source = await readFile(import.meta.filename, 'utf8');
  expect(FAULT_NAMES.filter((name) => !source.includes(`'${name}`))).toEqual([]);
  await using simulator = await start('');
  expect(await textOf(ask(simulator.url, '啤酒博物馆'))).toBe(TEXT);
});
