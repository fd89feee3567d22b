import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LLMock } from '@copilotkit/aimock';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { prepare, run } from '../../src/run/index.ts';

let folder: string;
let server: LLMock;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'aigc-foreign-'));
  server = new LLMock({ port: 0 });
  server.onMessage('山东', { content: '答案：B' });
  server.onMessage('浙江', { content: '应选 A。' });
  server.onMessage('工具', { toolCalls: [{ name: 'weather', arguments: '{"city":"青岛"}' }] });
  await server.start();
});

afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});

const SUITE = `suite: foreign.server
version: 1.0.0
indicator: custom
title: {zh: 外部服务, en: Foreign server}
licence: CC-BY-4.0
source: own
defaults: {scorer: {use: choice}, choices: {A: 杭州, B: 济南}}
cases:
  - {id: f-1, prompt: '山东的省会是？A. 杭州 B. 济南', target: B}
  - {id: f-2, prompt: '浙江的省会是？A. 杭州 B. 济南', target: A}
  - id: f-3
    prompt: 用工具查青岛的天气
    tools: [{name: weather, parameters: {type: object, properties: {city: {type: string}}, required: [city]}}]
    scorer: {use: tool-call}
    target: [{name: weather, arguments: {city: 青岛}}]
`;

/** A server that nobody here wrote: what it says of the protocol is not our own opinion of it. */
describe.each([false, true])(
  'an OpenAI-compatible server from the registry, stream %s',
  (stream) => {
    test('is tested like any other model', async () => {
      writeFileSync(join(folder, 'suite.yaml'), SUITE);
      writeFileSync(
        join(folder, 'aigc.yaml'),
        `models: {m: {adapter: openai, model: gpt-4o, stream: ${stream}, baseUrl: "${server.url}/v1"}}\n`,
      );
      const ready = await prepare({
        named: [join(folder, 'suite.yaml')],
        config: join(folder, 'aigc.yaml'),
        env: {},
        sample: 'all',
        seed: '1',
        repeats: 1,
        repeatRule: 'all',
      });
      const never = new AbortController().signal;
      const out = join(folder, 'run');
      const { results, stopped } = await run({
        prepared: ready.prepared,
        folder: out,
        resume: false,
        model: ready.model,
        price: null,
        scorers: ready.scorers,
        stop: never,
        abort: never,
      });
      expect(stopped).toBeNull();
      expect(results).toMatchObject({
        outcome: 'conforming',
        simulated: false,
        counts: {
          pass: 3,
          fail: 0,
          invalid: 0,
          attempts: 3,
        },
      });
      const written = readFileSync(join(out, 'results/results.json'), 'utf8');
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(results)));
    });
  },
);
