import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openModel } from '../../adapters/index.ts';
import { UserError } from '../../src/document/problem.ts';
import type { Message, Model, ModelResponse } from '../../src/model/index.ts';
import { config, fakeHost } from './loopback.ts';

const never = new AbortController().signal;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replay-'));
});
afterAll(() => rm(folder, { recursive: true }));

let files = 0;
async function open(content: string | Uint8Array): Promise<Model & AsyncDisposable> {
  files += 1;
  const file = `${files}.jsonl`;
  await writeFile(join(folder, file), content);
  const model = await openModel(config('replay', { folder, options: { file } }), fakeHost());
  return { ...model, [Symbol.asyncDispose]: async () => model.close?.() };
}

const lines = (...values: readonly unknown[]): string =>
  values.map((value) => `${JSON.stringify(value)}\n`).join('');

/** Asks with a dialogue of alternating user and assistant texts. */
function ask(model: Model, sample: string, ...dialogue: readonly string[]): Promise<ModelResponse> {
  const messages = dialogue.map(
    (content, i): Message => ({ role: i % 2 === 0 ? 'user' : 'assistant', content }),
  );
  return model.generate({ messages, params: {} }, never, sample);
}

describe('the answer to a request', () => {
  test('is found by sample id before it is found by prompt', async () => {
    await using model = await open(
      lines({ prompt: '问', response: '按题目' }, { sample: 'a', response: '按编号' }),
    );
    expect((await ask(model, 'a', '问')).text).toBe('按编号');
    expect((await ask(model, 'b', '问')).text).toBe('按题目');
  });

  test('is found by the text of the last user message, pictures left out', async () => {
    await using model = await open(lines({ prompt: '看图', response: '猫' }));
    const content = [
      { type: 'text' as const, text: '看图' },
      { type: 'image' as const, mediaType: 'image/png', sha256: 'f'.repeat(64) },
    ];
    const response = await model.generate(
      { messages: [{ role: 'user', content }], params: {} },
      never,
      'a',
    );
    expect(response.text).toBe('猫');
  });

  test('comes in order when there are several', async () => {
    const failed = { text: '', outcome: 'rate_limited', error: { message: 'slow' } };
    await using model = await open(
      lines({ sample: 'a', response: failed }, { sample: 'a', response: '后来' }),
    );
    expect(await ask(model, 'a', '问')).toMatchObject({
      outcome: 'rate_limited',
      error: { message: 'slow' },
    });
    expect(await ask(model, 'a', '问')).toMatchObject({ outcome: 'ok', text: '后来' });
  });

  test('is never handed out twice, not even at once', async () => {
    await using model = await open(
      lines(...[1, 2, 3].map((n) => ({ prompt: '问', response: `答${n}` }))),
    );
    const responses = await Promise.all(['a', 'b', 'c'].map((sample) => ask(model, sample, '问')));
    expect(responses.map((r) => r.text).sort()).toEqual(['答1', '答2', '答3']);
  });

  test('is not made up when there is none left', async () => {
    await using model = await open(lines({ sample: 'a', response: '答' }));
    await ask(model, 'a', '问');
    const used = await ask(model, 'a', '问');
    const unknown = await ask(model, 'z', '问');
    expect(used).toMatchObject({ outcome: 'unsupported', text: '' });
    expect(used.error?.message).toBe('all 1 recorded answers for sample a have been used');
    expect(unknown).toMatchObject({ outcome: 'unsupported', text: '' });
    expect(unknown.error?.message).toBe('no recorded answer for sample z or for its prompt');
  });

  test('names its turn', async () => {
    await using model = await open(
      lines({ sample: 'a', turn: 1, response: '二' }, { sample: 'a', turn: 0, response: '一' }),
    );
    expect((await ask(model, 'a', '问', '一', '再问')).text).toBe('二');
    expect((await ask(model, 'a', '问')).text).toBe('一');
  });

  test('goes on where a dialogue was interrupted', async () => {
    const recorded = lines(...['好', '好', '完'].map((response) => ({ sample: 'a', response })));
    await using running = await open(recorded);
    expect((await ask(running, 'a', '1')).text).toBe('好');
    expect((await ask(running, 'a', '1', '好', '2')).text).toBe('好');
    expect((await ask(running, 'a', '1', '好', '2', '好', '3')).text).toBe('完');
    await using resumed = await open(recorded);
    expect((await ask(resumed, 'a', '1', '好', '2', '好', '3')).text).toBe('完');
  });

  test('is not put off by examples in the case itself', async () => {
    await using model = await open(
      lines({ sample: 'a', response: '一' }, { sample: 'a', response: '二' }),
    );
    expect((await ask(model, 'a', '例题', '例答', '问')).text).toBe('一');
    await using resumed = await open(
      lines({ sample: 'a', response: '一' }, { sample: 'a', response: '二' }),
    );
    expect((await ask(resumed, 'a', '问', '一', '例题', '例答', '再问')).text).toBe('二');
  });
});

describe('a recorded response', () => {
  const read = async (response: unknown) => {
    await using model = await open(lines({ sample: 'a', response }));
    return await ask(model, 'a', '问');
  };

  test('keeps everything that was recorded', async () => {
    const response = {
      text: '答',
      outcome: 'ok',
      reasoning: '想',
      toolCalls: [{ id: 'i', name: 'f', arguments: '{' }],
      finishReason: 'stop',
      model: 'm-1',
      fingerprint: 'fp',
      usage: { inputTokens: 1, outputTokens: 2, reasoningTokens: 1 },
      timing: { totalMs: 900, firstTokenMs: 100, firstAnswerMs: 300 },
    };
    expect(await read(response)).toEqual(response);
  });

  test.each([
    ['', { outcome: 'empty' }],
    [
      { text: '半', finishReason: 'length' },
      { outcome: 'truncated', finishReason: 'length' },
    ],
    [{ text: '', reasoning: '想', finishReason: 'length' }, { outcome: 'truncated_in_reasoning' }],
    [{ text: '', finishReason: 'content_filter' }, { outcome: 'filtered_output' }],
    [{ text: '答', finishReason: 'whatever' }, { outcome: 'unparsed' }],
    [{ text: '', outcome: 'refused' }, { outcome: 'refused' }],
  ])('%j has the outcome that follows from it', async (response, expected) => {
    expect(await read(response)).toMatchObject(expected);
  });

  test('without a finish reason does not get one', async () => {
    expect(await read('答')).not.toHaveProperty('finishReason');
  });
});

describe('a file', () => {
  test('may have a byte order mark, CR LF, blank lines and no last line break', async () => {
    const text = `\uFEFF{"sample":"a","response":"一"}\r\n\r\n  \n{"sample":"b","response":"二🎉"}`;
    await using model = await open(text);
    expect((await ask(model, 'a', '问')).text).toBe('一');
    expect((await ask(model, 'b', '问')).text).toBe('二🎉');
  });

  test('may be larger than one read, with answers across its pieces', async () => {
    const long = (i: number) => `${i}:${'长'.repeat(5000 + i)}`;
    const answers = Array.from({ length: 40 }, (_, i) => ({ sample: `s${i}`, response: long(i) }));
    await using model = await open(lines(...answers));
    for (const i of [39, 0, 17]) expect((await ask(model, `s${i}`, '问')).text).toBe(long(i));
  });

  const good = { sample: 'a', response: '答' };
  test.each<[string, string | Uint8Array, [line: number, code: string, message: RegExp]]>([
    ['not JSON', `${lines(good)}{oops\n`, [2, 'bad-json', /not JSON/]],
    ['not an object', lines(good, [1]), [2, 'bad-key', /not a JSON object/]],
    ['an unknown key', lines({ ...good, answer: 'x' }), [1, 'bad-key', /"answer"/]],
    ['an inherited key', lines({ ...good, toString: 'x' }), [1, 'bad-key', /"toString"/]],
    [
      'an unknown key of the response',
      lines({ sample: 'a', response: { text: 'x', score: 1 } }),
      [1, 'bad-key', /"response\.score"/],
    ],
    ['no text', lines({ sample: 'a', response: {} }), [1, 'bad-key', /"response\.text"/]],
    [
      'an outcome that does not exist',
      lines({ sample: 'a', response: { text: '', outcome: 'good' } }),
      [1, 'bad-key', /"response\.outcome"/],
    ],
    [
      'a tool call with an object',
      lines({
        sample: 'a',
        response: { text: '', toolCalls: [{ id: '', name: '', arguments: {} }] },
      }),
      [1, 'bad-key', /"response\.toolCalls"/],
    ],
    [
      'half a usage',
      lines({ sample: 'a', response: { text: '', usage: { inputTokens: 1 } } }),
      [1, 'bad-key', /"response\.usage"/],
    ],
    [
      'a time that is no whole number',
      lines({ sample: 'a', response: { text: '', timing: { totalMs: 0.5 } } }),
      [1, 'bad-key', /"response\.timing"/],
    ],
    ['no response', lines({ sample: 'a' }), [1, 'bad-key', /"response"/]],
    ['neither sample nor prompt', lines({ response: 'x' }), [1, 'bad-key', /either sample/]],
    ['both sample and prompt', lines({ ...good, prompt: 'x' }), [1, 'bad-key', /either sample/]],
    [
      'a turn of a prompt',
      lines({ prompt: 'x', turn: 0, response: 'x' }),
      [1, 'bad-key', /either sample/],
    ],
    ['a turn that is no count', lines({ ...good, turn: -1 }), [1, 'bad-key', /"turn"/]],
    ['an empty sample id', lines({ ...good, sample: '' }), [1, 'bad-key', /"sample"/]],
    [
      'bytes that are not UTF-8',
      Buffer.from('7b22ff227d0a', 'hex'),
      [1, 'bad-encoding', /not UTF-8/],
    ],
    [
      'the same turn answered twice',
      lines({ ...good, turn: 0 }, good, { ...good, turn: 0 }),
      [3, 'duplicate-answer', /Line 1/],
    ],
  ])('with %s is refused with the line', async (_, content, [line, code, message]) => {
    const error = await open(content).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(UserError);
    const { problems } = error as UserError;
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ file: join(folder, `${files}.jsonl`), line, code });
    expect(problems[0]?.message.en).toMatch(message);
    expect(problems[0]?.message.zh).toMatch(/[\u4e00-\u9fff]/);
  });

  test('may answer a turn after failures', async () => {
    const failed = { text: '', outcome: 'timeout' };
    await using model = await open(
      lines({ sample: 'a', turn: 0, response: failed }, { sample: 'a', turn: 0, response: '答' }),
    );
    expect((await ask(model, 'a', '问')).outcome).toBe('timeout');
    expect((await ask(model, 'a', '问')).text).toBe('答');
  });

  test('with many mistakes reports them together, not the first alone', async () => {
    const error = await open('{\n'.repeat(200)).catch((e: unknown) => e as UserError);
    expect((error as UserError).problems.map((p) => p.line)).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 1),
    );
  });

  test.each([
    [{}, 'missing-option'],
    [{ file: 1 }, 'bad-option'],
    [{ file: 'absent.jsonl' }, 'unreadable-file'],
  ])('%j is an error of the configuration', async (options, code) => {
    const error = await openModel(config('replay', { folder, options }), fakeHost()).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).problems[0]?.code).toBe(code);
  });
});
