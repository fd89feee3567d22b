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

/** Runs the dialogue against an endpoint; \`say\` gets the texts of the messages of each call. */
async function spoken(workspace: Workspace, url: string, ...more: string[]) {
  const suite = workspace.write('own.yaml', SUITE);
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
});
