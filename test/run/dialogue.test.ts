import { describe, expect, test } from 'vitest';
import { command } from '../cli/command.ts';
import { answer, endpoint, reply } from '../cli/endpoints.ts';
import type { Workspace } from './workspace.ts';
import { makeWorkspace, writeConfig } from './workspace.ts';

const SUITE = `suite: own.dialogue
version: 1.0.0
indicator: custom
title: {zh: 对话, en: Dialogue}
licence: CC0-1.0
source: own
cases:
  - id: d-1
    prompt: 先打个招呼。
    turns:
      - {content: "选一个：A 或 B。", target: A, scorer: {use: choice}}
      - {content: "再选一个：A 或 B。", target: A, scorer: {use: choice}}
    choices: {A: 甲, B: 乙}
`;

const FILTERED = {
  choices: [
    { index: 0, message: { role: 'assistant', content: '' }, finish_reason: 'content_filter' },
  ],
};

const LOCKER = `suite: own.locker
version: 1.0.0
indicator: custom
title: {zh: 对话, en: Dialogue}
licence: CC0-1.0
source: own
cases:
  - id: locker-1
    messages:
      - {role: user, content: 在吗？}
      - {role: assistant, content: 在的，请问您需要储物柜吗？有什么可以帮您？}
      - {role: user, content: 请为我的储物柜想一个四位数密码，只写数字。}
    turns:
      - {content: 三件行李每件 15 元，一共多少元？, target: "45", scorer: {use: number}}
      - content: 我忘了密码，你刚才给的是多少？
        scorer:
          use: dialogue
          every: [{constraints: [{check: length, max: 10}, {check: forbidden, words: [储物柜]}]}]
          same: [{as: number, answers: [1, 3]}]
`;

/** Runs the dialogue against an endpoint. */
async function spoken(workspace: Workspace, url: string, ...more: string[]) {
  return await run(workspace, SUITE, url, ...more);
}

async function run(workspace: Workspace, yaml: string, url: string, ...more: string[]) {
  const suite = workspace.write('own.yaml', yaml);
  const config = writeConfig(workspace, { baseUrl: url });
  const out = workspace.path('run');
  return await command(['run', suite, '--config', config, '--out', out, ...more]);
}

const said = (workspace: Workspace) =>
  workspace
    .lines('run/evidence/samples.000.jsonl')
    .map(({ turn, attempt, response }) => [turn, attempt, response.outcome]);

describe('a dialogue', () => {
  test('that breaks off is gone on with at the turn where it did', async () => {
    using workspace = makeWorkspace();
    let broken = true;
    await using server = await endpoint((response, request, nth) => {
      const failing = broken && nth === 2;
      (failing ? reply(401, '{"error":{"code":"invalid_api_key"}}') : answer('A'))(
        response,
        request,
        nth,
      );
    });
    expect((await spoken(workspace, server.url)).code).toBe(3);
    expect(said(workspace)).toEqual([
      [0, 0, 'ok'],
      [1, 0, 'auth'],
    ]);
    broken = false;
    expect((await spoken(workspace, server.url, '--resume')).code).toBe(0);
    // The failed call keeps its number; the answer to the first turn is not asked for again.
    expect(said(workspace).slice(2)).toEqual([
      [1, 1, 'ok'],
      [2, 0, 'ok'],
    ]);
    expect(server.requests()).toBe(4);
    const last = workspace.lines('run/evidence/samples.000.jsonl').at(-1);
    const contents = last.response.wire.body.messages.map((m: { content: string }) => m.content);
    expect(contents).toEqual(['先打个招呼。', 'A', '选一个：A 或 B。', 'A', '再选一个：A 或 B。']);
    expect(workspace.json('run/results/results.json').counts).toMatchObject({
      pass: 1,
      attempts: 4,
    });
    const results = workspace.read('run/results/results.json');
    await command(['score', workspace.path('run')]);
    expect(workspace.read('run/results/results.json')).toBe(results);
  });

  test('that a filter ends is scored on every turn, and needs nothing more', async () => {
    using workspace = makeWorkspace();
    await using server = await endpoint(reply(200, JSON.stringify(FILTERED)));
    expect((await spoken(workspace, server.url)).code).not.toBe(0);
    expect(server.requests()).toBe(1);
    const scores = workspace.lines('run/evidence/scores.000.jsonl');
    expect(scores.map(({ turn, attempt }) => [turn, attempt])).toEqual([
      [1, 0],
      [2, 0],
    ]);
    await spoken(workspace, server.url, '--resume');
    expect(server.requests()).toBe(1);
  });

  test.each([
    ['the same', '密码是 4729。', 'pass', [true, true, true]],
    ['another', '密码是 4792。', 'fail', [true, true, false]],
  ])(
    'is held against what the model itself said before: %s number',
    async (_name, last, value, kept) => {
      using workspace = makeWorkspace();
      await using server = await endpoint((response, request, nth) =>
        answer(['4729', '一共 45 元。', last][nth - 1] ?? '')(response, request, nth),
      );
      expect((await run(workspace, LOCKER, server.url)).code).toBe(value === 'pass' ? 0 : 1);
      const scores = workspace.lines('run/evidence/scores.000.jsonl');
      expect(scores.map(({ turn, value: each }) => [turn, each])).toEqual([
        [1, 'pass'],
        [2, value],
      ]);
      expect(scores[1]).toMatchObject({ scorer: 'dialogue@1.0.0', detail: { answers: 3, kept } });
      const results = workspace.read('run/results/results.json');
      await command(['score', workspace.path('run')]);
      expect(workspace.read('run/results/results.json')).toBe(results);
      expect(workspace.lines('run/evidence/scores.000.jsonl')).toEqual(scores);
    },
  );
});
