import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openModel } from '../../adapters/index.ts';
import { UserError } from '../../src/document/problem.ts';
import type { Message, ModelConfig, ModelRequest, ModelResponse } from '../../src/model/index.ts';
import { chunk, completion, DONE, event } from './chat-replies.ts';
import type { Reply } from './loopback.ts';
import { config, fakeHost, json, KEY, serve, stream } from './loopback.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const SHA = createHash('sha256').update(PNG).digest('hex');
const host = fakeHost({ [SHA]: PNG });
const never = new AbortController().signal;
const hello: ModelRequest = { messages: [{ role: 'user', content: '你好' }], params: {} };

async function ask(
  request: ModelRequest,
  more: Partial<ModelConfig> = {},
  reply: Reply = json(completion({ content: '好' })),
) {
  await using server = await serve(() => reply);
  const baseUrl = `${server.url}/v1`;
  const model = await openModel(config('openai', { baseUrl, ...more }), host);
  const response = await model.generate(request, never, 'case-1');
  return { response, sent: server.requests[0] };
}

describe('the body that is sent', () => {
  test('has only what the request asks for', async () => {
    const { sent } = await ask(hello);
    expect(sent).toMatchObject({ method: 'POST', url: '/v1/chat/completions' });
    expect(sent?.body).toEqual({
      model: 'test-model',
      messages: [{ role: 'user', content: '你好' }],
    });
  });

  test('has all parameters under their own names, extra ones last', async () => {
    const params = {
      temperature: 0,
      topP: 0.5,
      maxTokens: 9,
      stop: ['。'],
      seed: 7,
      extra: { enable_thinking: false, top_p: 0.9 },
    };
    const { sent } = await ask({ ...hello, params });
    expect(sent?.body).toMatchObject({
      temperature: 0,
      top_p: 0.9,
      max_tokens: 9,
      stop: ['。'],
      seed: 7,
      enable_thinking: false,
    });
  });

  test('names the token limit as the configuration says', async () => {
    const options = { maxTokensField: 'max_completion_tokens' };
    const { sent } = await ask({ ...hello, params: { maxTokens: 9 } }, { options });
    expect(sent?.body).toMatchObject({ max_completion_tokens: 9 });
    expect(sent?.body).not.toHaveProperty('max_tokens');
  });

  test.each([
    ['the request', { ...hello, stream: true }, {}],
    ['the configuration', hello, { stream: true }],
  ])('asks for a stream with usage when %s does', async (_, request, more) => {
    const reply = stream([chunk({ content: '好' }, 'stop'), DONE]);
    const { sent } = await ask(request, more, reply);
    expect(sent?.body).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  test('carries tools, the choice of them and a response format', async () => {
    const parameters = { type: 'object', properties: { city: { type: 'string' } } };
    const { sent } = await ask({
      ...hello,
      tools: [{ name: 'weather', description: '天气', parameters }],
      toolChoice: 'required',
      responseFormat: { type: 'json-schema', name: 'reply', schema: parameters },
    });
    expect(sent?.body).toMatchObject({
      tools: [{ type: 'function', function: { name: 'weather', description: '天气', parameters } }],
      tool_choice: 'required',
      response_format: { type: 'json_schema', json_schema: { name: 'reply', schema: parameters } },
    });
    const { sent: plain } = await ask({ ...hello, responseFormat: { type: 'json' } });
    expect(plain?.body.response_format).toEqual({ type: 'json_object' });
  });

  test('carries a dialogue with tool calls', async () => {
    const messages: Message[] = [
      { role: 'system', content: '规则' },
      { role: 'user', content: '天气？' },
      { role: 'assistant', content: '', toolCalls: [{ id: 'a', name: 'w', arguments: '{bad' }] },
      { role: 'tool', toolCallId: 'a', content: '晴' },
    ];
    const { sent } = await ask({ ...hello, messages });
    const call = { id: 'a', type: 'function', function: { name: 'w', arguments: '{bad' } };
    expect(sent?.body.messages).toEqual([
      { role: 'system', content: '规则' },
      { role: 'user', content: '天气？' },
      { role: 'assistant', content: null, tool_calls: [call] },
      { role: 'tool', tool_call_id: 'a', content: '晴' },
    ]);
  });

  test('carries a picture, and the record has its digest instead', async () => {
    const { sent, response } = await ask({
      ...hello,
      messages: [
        {
          role: 'user',
          content: [
            { type: 'text', text: '这是什么？' },
            { type: 'image', mediaType: 'image/png', sha256: SHA },
          ],
        },
      ],
    });
    const url = `data:image/png;base64,${PNG.toString('base64')}`;
    expect(sent?.body.messages[0].content).toEqual([
      { type: 'text', text: '这是什么？' },
      { type: 'image_url', image_url: { url } },
    ]);
    expect(response.wire?.body).toMatchObject({
      messages: [{ content: [{ text: '这是什么？' }, { image_url: { url: { sha256: SHA } } }] }],
    });
    expect(JSON.stringify(response)).not.toContain(PNG.toString('base64'));
  });

  test('carries sound', async () => {
    const content = [{ type: 'audio' as const, mediaType: 'audio/mpeg', sha256: SHA }];
    const { sent, response } = await ask({ ...hello, messages: [{ role: 'user', content }] });
    const data = PNG.toString('base64');
    expect(sent?.body.messages[0].content).toEqual([
      { type: 'input_audio', input_audio: { data, format: 'mp3' } },
    ]);
    expect(JSON.stringify(response.wire?.body)).toContain(`"data":{"sha256":"${SHA}"}`);
  });

  test.each([
    ['video', 'video/mp4'],
    ['audio', 'audio/flac'],
  ] as const)('does not carry %s as %s, and says so without a call', async (type, mediaType) => {
    const content = [{ type, mediaType, sha256: SHA }];
    const { sent, response } = await ask({ ...hello, messages: [{ role: 'user', content }] });
    expect(sent).toBeUndefined();
    expect(response.outcome).toBe('unsupported');
    expect(response.error?.message).toContain(mediaType);
  });

  test('is what the record says, to the last field', async () => {
    const { sent, response } = await ask({ ...hello, params: { temperature: 0.25 } });
    expect(response.wire?.body).toEqual(sent?.body);
    expect(response.wire?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1\/chat\/completions$/);
  });
});

describe('the address and the headers', () => {
  test('a query of the base URL is sent, and its secrets are not written down', async () => {
    await using server = await serve(() => json(completion()));
    const baseUrl = `${server.url}/openai/chat/completions?api-version=2&access_token=hush-hush`;
    const model = await openModel(config('openai', { baseUrl }), host);
    const response = await model.generate(hello, never, 'case-1');
    expect(server.requests[0]?.url).toBe(
      '/openai/chat/completions?api-version=2&access_token=hush-hush',
    );
    expect(response.wire?.url).toContain('api-version=2');
    expect(JSON.stringify(response)).not.toContain('hush-hush');
  });

  test('the key goes out as a bearer token; nothing about this machine does', async () => {
    const { sent } = await ask(hello, { headers: { 'X-Tenant': 't1' } });
    const names = Object.keys(sent?.headers ?? {}).filter((name) => !TRANSPORT_HEADERS.has(name));
    expect(names.sort()).toEqual([
      'accept',
      'authorization',
      'content-type',
      'user-agent',
      'x-tenant',
    ]);
    expect(sent?.headers.authorization).toBe(`Bearer ${KEY}`);
  });

  test('a service that needs no key gets none', async () => {
    const { apiKey: _, ...keyless } = config('openai');
    await using server = await serve(() => json(completion({ content: '好' })));
    const model = await openModel({ ...keyless, baseUrl: server.url }, host);
    const response = await model.generate(hello, never, 'case-1');
    expect(response).toMatchObject({ outcome: 'ok', text: '好' });
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  test('the request id of the provider is kept', async () => {
    const reply = json(completion(), 200, { 'x-request-id': 'req-1' });
    expect((await ask(hello, {}, reply)).response.wire?.requestId).toBe('req-1');
    const failed = json({}, 500, { 'x-request-id': 'req-2' });
    expect((await ask(hello, {}, failed)).response.wire?.requestId).toBe('req-2');
  });
});

/** Put there by the HTTP client itself. */
const TRANSPORT_HEADERS = new Set([
  'host',
  'connection',
  'content-length',
  'accept-encoding',
  'accept-language',
  'sec-fetch-mode',
]);

describe('the environment', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  test('has no say: no key, address, organisation, header or log level comes from it', async () => {
    vi.stubEnv('OPENAI_API_KEY', 'sk-from-env');
    vi.stubEnv('OPENAI_ADMIN_KEY', 'sk-admin-env');
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/env');
    vi.stubEnv('OPENAI_ORG_ID', 'org-env');
    vi.stubEnv('OPENAI_PROJECT_ID', 'proj-env');
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'X-From-Env: env\nAuthorization: Bearer env');
    vi.stubEnv('OPENAI_LOG', 'debug');
    const written = (['debug', 'info', 'warn', 'error', 'log'] as const).map((level) =>
      vi.spyOn(console, level),
    );
    const { sent, response } = await ask(hello);
    expect(response.outcome).toBe('ok');
    expect(JSON.stringify(sent?.headers)).not.toContain('env');
    expect(sent?.headers.authorization).toBe(`Bearer ${KEY}`);
    for (const spy of written) expect(spy).not.toHaveBeenCalled();
  });

  test('stands in for no base URL', async () => {
    vi.stubEnv('OPENAI_BASE_URL', 'http://127.0.0.1:9/env');
    await expect(openModel(config('openai'), host)).rejects.toThrow(UserError);
  });
});

describe('dialects of streams', () => {
  const read = async (chunks: readonly (string | Uint8Array)[]): Promise<ModelResponse> =>
    (await ask({ ...hello, stream: true }, {}, stream(chunks))).response;
  const whole = [
    chunk({ role: 'assistant', content: '青岛' }),
    chunk({ content: '🎉' }),
    chunk({}, 'stop'),
    DONE,
  ];
  const text = whole.join('');

  test.each<[string, readonly (string | Uint8Array)[]]>([
    ['the plain one', whole],
    [
      'byte by byte, splitting characters',
      Array.from(Buffer.from(text), (byte) => Uint8Array.of(byte)),
    ],
    ['all at once', [text]],
    ['lines that end with CR LF', [text.replaceAll('\n', '\r\n')]],
    ['lines that end with CR', [text.replaceAll('\n', '\r')]],
    ['no space after the colon', [text.replaceAll('data: ', 'data:')]],
    ['comments in between', [`: keep-alive\n\n${text.replaceAll('\n\n', '\n\n: still here\n\n')}`]],
    ['blank lines before', [`\n\n\n${text}`]],
    [
      'event names and ids',
      [text.replaceAll('data: {', 'event: message\nid: 1\nretry: 9\ndata: {')],
    ],
    ['no [DONE]', [text.replace(DONE, '')]],
    ['no blank line after the last event', [text.replace(DONE, '').trimEnd()]],
    ['an empty first chunk', [event({ choices: [] }), text]],
    ['choices that are null', [event({ choices: null, usage: null }), text]],
    ['a last chunk that repeats the message', [...whole.slice(0, 2), repeated(), DONE]],
  ])('%s', async (_, chunks) => {
    expect(await read(chunks)).toMatchObject({
      outcome: 'ok',
      text: '青岛🎉',
      finishReason: 'stop',
    });
  });

  function repeated(): string {
    const message = { role: 'assistant', content: '青岛🎉' };
    return event({ choices: [{ index: 0, delta: {}, message, finish_reason: 'stop' }] });
  }

  test('usage comes in a chunk without choices', async () => {
    const usage = {
      prompt_tokens: 7,
      completion_tokens: 9,
      completion_tokens_details: { reasoning_tokens: 4 },
    };
    const response = await read([...whole.slice(0, 3), event({ choices: [], usage }), DONE]);
    expect(response.usage).toEqual({ inputTokens: 7, outputTokens: 9, reasoningTokens: 4 });
  });

  test('usage in every chunk: the last one counts', async () => {
    const counting = (n: number) =>
      event({
        choices: [{ index: 0, delta: { content: '字' }, finish_reason: n === 2 ? 'stop' : null }],
        usage: { prompt_tokens: 7, completion_tokens: n },
      });
    expect((await read([counting(1), counting(2)])).usage).toEqual({
      inputTokens: 7,
      outputTokens: 2,
    });
  });

  test('usage within the choice', async () => {
    const usage = { prompt_tokens: 1, completion_tokens: 2 };
    const last = event({ choices: [{ index: 0, delta: {}, finish_reason: 'stop', usage }] });
    expect((await read([...whole.slice(0, 2), last])).usage).toEqual({
      inputTokens: 1,
      outputTokens: 2,
    });
  });

  test.each(['reasoning_content', 'reasoning'])('reasoning in %s', async (field) => {
    const response = await read([
      chunk({ [field]: '想' }),
      chunk({ [field]: '想', content: '' }),
      ...whole,
    ]);
    expect(response).toMatchObject({ reasoning: '想想', text: '青岛🎉' });
  });

  test('reasoning in both fields is the same text once', async () => {
    const response = await read([chunk({ reasoning: '想', reasoning_content: '想' }), ...whole]);
    expect(response.reasoning).toBe('想');
  });

  test('inline thinking is left to whoever reads the answer', async () => {
    const response = await read([chunk({ content: '<think>想</think>' }), ...whole]);
    expect(response.text).toBe('<think>想</think>青岛🎉');
    expect(response.reasoning).toBeUndefined();
  });

  test('times: the first token of any kind, the first of the answer, the last byte', async () => {
    // The clock goes on by one at every look: sent at 1, the thought at 2, the answer at 3.
    await using server = await serve(() => stream([chunk({ reasoning: '想' }), ...whole]));
    const model = await openModel(
      config('openai', { baseUrl: server.url, stream: true }),
      fakeHost(),
    );
    const { timing } = await model.generate(hello, never, 'case-1');
    expect(timing).toEqual({ totalMs: 3, firstTokenMs: 1, firstAnswerMs: 2 });
  });

  test('a whole answer has no time of a first token', async () => {
    const { response } = await ask(hello);
    expect(Object.keys(response.timing)).toEqual(['totalMs']);
  });
});

describe('tool calls in pieces', () => {
  const piece = (call: object) => chunk({ tool_calls: [call] });
  const end = chunk({}, 'tool_calls');
  const read = async (chunks: readonly string[]) =>
    (await ask({ ...hello, stream: true }, {}, stream(chunks))).response.toolCalls;

  test('are put together by index, the id may come late', async () => {
    const calls = await read([
      piece({ index: 1, id: 'id-1', function: { name: 'b', arguments: '{}' } }),
      piece({ index: 0, function: { name: 'a', arguments: '{"x"' } }),
      piece({ index: 0, id: 'id-0', function: { arguments: ':1}' } }),
      end,
    ]);
    expect(calls).toEqual([
      { id: 'id-0', name: 'a', arguments: '{"x":1}' },
      { id: 'id-1', name: 'b', arguments: '{}' },
    ]);
  });

  test('do not double a name that is sent again and again', async () => {
    const calls = await read([
      piece({ index: 0, id: 'i', function: { name: 'a', arguments: '{' } }),
      piece({ index: 0, id: 'i', function: { name: 'a', arguments: '}' } }),
      end,
    ]);
    expect(calls).toEqual([{ id: 'i', name: 'a', arguments: '{}' }]);
  });

  test('without an index belong together until an id begins the next', async () => {
    const calls = await read([
      piece({ id: 'i', function: { name: 'a', arguments: '{"p":' } }),
      piece({ function: { arguments: '1}' } }),
      piece({ id: 'j', function: { name: 'b', arguments: '{}' } }),
      end,
    ]);
    expect(calls).toEqual([
      { id: 'i', name: 'a', arguments: '{"p":1}' },
      { id: 'j', name: 'b', arguments: '{}' },
    ]);
  });

  test('that never get an id are told apart by their place', async () => {
    const calls = await read([piece({ index: 0, function: { name: 'a', arguments: '{}' } }), end]);
    expect(calls).toEqual([{ id: 'call_0', name: 'a', arguments: '{}' }]);
  });
});

describe('dialects of whole answers', () => {
  const read = async (body: object) => (await ask(hello, {}, json(body))).response;

  test('several tool calls without an index, arguments as an object', async () => {
    const response = await read(
      completion({
        content: null,
        finish: 'tool_calls',
        tool_calls: [
          { id: 'i', function: { name: 'a', arguments: { x: 1 } } },
          { id: 'j', function: { name: 'b', arguments: '{not json' } },
        ],
      }),
    );
    expect(response.toolCalls).toEqual([
      { id: 'i', name: 'a', arguments: '{"x":1}' },
      { id: 'j', name: 'b', arguments: '{not json' },
    ]);
  });

  test('content in parts', async () => {
    const content = [
      { type: 'text', text: '一' },
      { type: 'text', text: '二' },
    ];
    expect((await read(completion({ content: content as never }))).text).toBe('一二');
  });

  test('facts about the service are kept', async () => {
    expect(await read(completion({ content: '好' }))).toMatchObject({
      model: 'served-model',
      fingerprint: 'fp_1',
      usage: { inputTokens: 3, outputTokens: 5 },
      finishReason: 'stop',
    });
  });

  test('usage that is no usage is left out rather than guessed', async () => {
    const response = await read({ ...completion({ content: '好' }), usage: { total_tokens: 3 } });
    expect(response).not.toHaveProperty('usage');
  });

  test('white space is not an answer', async () => {
    expect(await read(completion({ content: ' \n' }))).toMatchObject({
      outcome: 'empty',
      text: ' \n',
    });
  });
});

describe('options', () => {
  test.each([
    [{ maxTokensField: 'maxTokens' }, /max_tokens \| max_completion_tokens/],
    [{ maxResponseBytes: -1 }, /maxResponseBytes/],
    [{ maxResponseBytes: '9' }, /maxResponseBytes/],
    [{ finishReasons: { normal: 'good' } }, /finishReasons/],
    [{ finishReasons: [] }, /finishReasons/],
  ])('%j does not fit', async (options, message) => {
    const opening = openModel(config('openai', { baseUrl: 'http://h/v1', options }), host);
    await expect(opening).rejects.toThrow(UserError);
    await expect(opening).rejects.toThrow(message);
  });
});

test('media that nobody has is a mistake of the program, not an outcome of the model', async () => {
  const content = [{ type: 'image' as const, mediaType: 'image/png', sha256: 'f'.repeat(64) }];
  await expect(ask({ ...hello, messages: [{ role: 'user', content }] })).rejects.toThrow(
    /no media/,
  );
});
