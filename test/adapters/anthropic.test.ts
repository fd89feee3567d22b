import { createHash } from 'node:crypto';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { PROTOCOL_VERSION } from '../../adapters/anthropic.ts';
import { openModel } from '../../adapters/index.ts';
import { UserError } from '../../src/document/problem.ts';
import type { Message, ModelConfig, ModelRequest } from '../../src/model/index.ts';
import type { Reply } from './loopback.ts';
import { config, fakeHost, json, KEY, serve, stream } from './loopback.ts';

const PNG = Buffer.from('89504e470d0a1a0a', 'hex');
const SHA = createHash('sha256').update(PNG).digest('hex');
const host = fakeHost({ [SHA]: PNG });
const never = new AbortController().signal;
const hello: ModelRequest = { messages: [{ role: 'user', content: '你好' }], params: {} };

const reply = (more: object = {}) =>
  json({
    type: 'message',
    role: 'assistant',
    model: 'served-model',
    content: [{ type: 'text', text: '好' }],
    stop_reason: 'end_turn',
    usage: { input_tokens: 3, output_tokens: 5 },
    ...more,
  });

async function ask(
  request: ModelRequest,
  more: Partial<ModelConfig> = {},
  answer: Reply = reply(),
  path = '/v1',
) {
  await using server = await serve(() => answer);
  const model = await openModel(
    config('anthropic', { baseUrl: `${server.url}${path}`, ...more }),
    host,
  );
  const response = await model.generate(request, never, 'case-1');
  return { response, sent: server.requests[0] };
}

describe('the body that is sent', () => {
  test('has the system message apart and the bound that the protocol demands', async () => {
    const messages: Message[] = [
      { role: 'system', content: '规则一' },
      { role: 'system', content: '规则二' },
      { role: 'user', content: '你好' },
    ];
    const { sent } = await ask({ messages, params: {} });
    expect(sent?.body).toEqual({
      model: 'test-model',
      max_tokens: 4096,
      system: [
        { type: 'text', text: '规则一' },
        { type: 'text', text: '规则二' },
      ],
      messages: [{ role: 'user', content: '你好' }],
    });
  });

  test('has all parameters under their own names, extra ones last', async () => {
    const params = {
      temperature: 0,
      topP: 0.5,
      maxTokens: 9,
      stop: ['。'],
      extra: { thinking: { type: 'disabled' } },
    };
    const { sent } = await ask({ ...hello, params });
    expect(sent?.body).toMatchObject({
      temperature: 0,
      top_p: 0.5,
      max_tokens: 9,
      stop_sequences: ['。'],
      thinking: { type: 'disabled' },
    });
  });

  test.each([
    ['auto', 'auto'],
    ['none', 'none'],
    ['required', 'any'],
  ] as const)('carries tools and the choice %s as %s', async (toolChoice, type) => {
    const parameters = { type: 'object', properties: {} };
    const tools = [{ name: 'weather', description: '天气', parameters }];
    const { sent } = await ask({ ...hello, tools, toolChoice });
    expect(sent?.body.tools).toEqual([
      { name: 'weather', description: '天气', input_schema: parameters },
    ]);
    expect(sent?.body.tool_choice).toEqual({ type });
  });

  test('puts all results that answer one message into one message', async () => {
    const messages: Message[] = [
      { role: 'user', content: '天气？' },
      {
        role: 'assistant',
        content: '',
        toolCalls: [
          { id: 'a', name: 'w', arguments: '{"city":"青岛"}' },
          { id: 'b', name: 'w', arguments: '{}' },
        ],
      },
      { role: 'tool', toolCallId: 'a', content: '晴' },
      { role: 'tool', toolCallId: 'b', content: '雨' },
      { role: 'assistant', content: '再查', toolCalls: [{ id: 'c', name: 'w', arguments: '{}' }] },
      { role: 'tool', toolCallId: 'c', content: '雪' },
    ];
    const { sent } = await ask({ ...hello, messages });
    expect(sent?.body.messages).toEqual([
      { role: 'user', content: '天气？' },
      {
        role: 'assistant',
        content: [
          { type: 'tool_use', id: 'a', name: 'w', input: { city: '青岛' } },
          { type: 'tool_use', id: 'b', name: 'w', input: {} },
        ],
      },
      {
        role: 'user',
        content: [
          { type: 'tool_result', tool_use_id: 'a', content: '晴' },
          { type: 'tool_result', tool_use_id: 'b', content: '雨' },
        ],
      },
      {
        role: 'assistant',
        content: [
          { type: 'text', text: '再查' },
          { type: 'tool_use', id: 'c', name: 'w', input: {} },
        ],
      },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 'c', content: '雪' }] },
    ]);
  });

  test('carries a picture, and the record has its digest instead', async () => {
    const content = [
      { type: 'text' as const, text: '这是什么？' },
      { type: 'image' as const, mediaType: 'image/png', sha256: SHA },
    ];
    const { sent, response } = await ask({ ...hello, messages: [{ role: 'user', content }] });
    const data = PNG.toString('base64');
    expect(sent?.body.messages[0].content[1]).toEqual({
      type: 'image',
      source: { type: 'base64', media_type: 'image/png', data },
    });
    expect(response.wire?.body).toMatchObject({
      messages: [{ content: [{}, { source: { data: { sha256: SHA } } }] }],
    });
  });

  test('carries a schema for the answer', async () => {
    const schema = { type: 'object' };
    const { sent } = await ask({
      ...hello,
      responseFormat: { type: 'json-schema', name: 'reply', schema },
    });
    expect(sent?.body.output_config).toEqual({ format: { type: 'json_schema', schema } });
  });

  const bad = [{ id: 'a', name: 'w', arguments: '{bad' }];
  test.each<[string, ModelRequest]>([
    ['a seed', { ...hello, params: { seed: 1 } }],
    ['JSON without a schema', { ...hello, responseFormat: { type: 'json' } }],
    [
      'a picture of another kind',
      {
        ...hello,
        messages: [
          { role: 'user', content: [{ type: 'image', mediaType: 'image/bmp', sha256: SHA }] },
        ],
      },
    ],
    [
      'sound',
      {
        ...hello,
        messages: [
          { role: 'user', content: [{ type: 'audio', mediaType: 'audio/wav', sha256: SHA }] },
        ],
      },
    ],
    [
      'arguments that are not JSON',
      { ...hello, messages: [{ role: 'assistant', content: '', toolCalls: bad }] },
    ],
  ])('cannot carry %s, and says so without a call', async (_, request) => {
    const { sent, response } = await ask(request);
    expect(sent).toBeUndefined();
    expect(response).toMatchObject({ outcome: 'unsupported', text: '' });
    expect(response.error?.message).toMatch(/Messages protocol/);
  });
});

describe('the address and the headers', () => {
  test.each(['', '/', '/v1', '/v1/', '/v1/messages', '/anthropic/v1/messages', '/anthropic'])(
    'base URL with %s',
    async (path) => {
      const { sent } = await ask(hello, {}, reply(), path);
      expect(sent?.url).toBe(`${path.startsWith('/anthropic') ? '/anthropic' : ''}/v1/messages`);
    },
  );

  test('the key goes out as the SDK sends it, with the version that the SDK writes', async () => {
    const { default: Anthropic } = await import('@anthropic-ai/sdk');
    await using server = await serve(() => reply());
    const sdk = new Anthropic({ baseURL: server.url, apiKey: KEY, maxRetries: 0 });
    await sdk.messages.create({ model: 'm', max_tokens: 1, messages: [] });
    const { sent } = await ask(hello);
    const plain = server.requests[0]?.headers;
    for (const name of ['authorization', 'anthropic-version', 'content-type', 'accept']) {
      expect(sent?.headers[name]).toBe(plain?.[name]);
    }
    expect(sent?.headers['anthropic-version']).toBe(PROTOCOL_VERSION);
    expect(Object.keys(sent?.headers ?? {}).some((name) => name.startsWith('x-stainless'))).toBe(
      false,
    );
  });

  test('an earlier version can be asked for', async () => {
    const { sent } = await ask(hello, { headers: { 'anthropic-version': '2023-06-01' } });
    expect(sent?.headers['anthropic-version']).toBe('2023-06-01');
  });

  test('no key is an error at opening, and a key in the headers will do', async () => {
    const { apiKey: _, ...keyless } = config('anthropic', { baseUrl: 'http://127.0.0.1:9' });
    await expect(openModel(keyless, host)).rejects.toThrow(UserError);
    await expect(openModel(keyless, host)).rejects.toThrow(/needs one/);
    const headers = { 'X-Api-Key': 'k' };
    await expect(openModel({ ...keyless, headers }, host)).resolves.toBeDefined();
  });

  test('the request id is kept', async () => {
    const answer = {
      ...reply(),
      headers: { 'content-type': 'application/json', 'request-id': 'req_1' },
    };
    expect((await ask(hello, {}, answer)).response.wire?.requestId).toBe('req_1');
  });
});

test('a model that the SDK knows to be deprecated is asked without a word', async () => {
  const warn = vi.spyOn(console, 'warn');
  await ask(hello, { model: 'claude-sonnet-4-5' });
  expect(warn).not.toHaveBeenCalled();
  warn.mockRestore();
});

describe('the environment', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  test('has no say', async () => {
    vi.stubEnv('ANTHROPIC_API_KEY', 'sk-from-env');
    vi.stubEnv('ANTHROPIC_AUTH_TOKEN', 'token-env');
    vi.stubEnv('ANTHROPIC_BASE_URL', 'http://127.0.0.1:9/env');
    vi.stubEnv('ANTHROPIC_CUSTOM_HEADERS', 'X-From-Env: env\nanthropic-version: env');
    vi.stubEnv('ANTHROPIC_LOG', 'debug');
    const written = (['debug', 'info', 'warn', 'error', 'log'] as const).map((level) =>
      vi.spyOn(console, level),
    );
    const { sent, response } = await ask(hello);
    expect(response.outcome).toBe('ok');
    expect(JSON.stringify(sent?.headers)).not.toMatch(/env/i);
    for (const spy of written) expect(spy).not.toHaveBeenCalled();
  });
});

describe('the answer', () => {
  const read = async (more: object) => (await ask(hello, {}, reply(more))).response;

  test.each([
    ['end_turn', 'ok'],
    ['stop_sequence', 'ok'],
    ['max_tokens', 'truncated'],
    ['model_context_window_exceeded', 'truncated'],
    ['refusal', 'refused'],
    ['hasOwnProperty', 'unparsed'],
    [null, 'unparsed'],
  ])('that ends with %s is %s', async (stop_reason, outcome) => {
    expect(await read({ stop_reason })).toMatchObject({ outcome, text: '好' });
  });

  test('a refusal keeps why, beside the answer and not in it', async () => {
    const stop_details = { type: 'refusal', category: 'bio', explanation: 'policy' };
    const response = await read({ content: [], stop_reason: 'refusal', stop_details });
    expect(response).toMatchObject({
      outcome: 'refused',
      text: '',
      error: { code: 'bio', message: 'policy' },
    });
  });

  test('counts cached input, and thought among the output', async () => {
    const usage = {
      input_tokens: 3,
      cache_read_input_tokens: 10,
      cache_creation_input_tokens: 20,
      output_tokens: 5,
      output_tokens_details: { thinking_tokens: 4 },
    };
    const response = await read({ usage });
    expect(response.usage).toEqual({ inputTokens: 33, outputTokens: 5, reasoningTokens: 4 });
  });

  test('that is an error object with status 200', async () => {
    const answer = json({ type: 'error', error: { type: 'overloaded_error', message: 'busy' } });
    const { response } = await ask(hello, {}, answer);
    expect(response).toMatchObject({
      outcome: 'server_error',
      text: '',
      error: { message: 'busy' },
    });
  });

  test('of another protocol is none', async () => {
    const { response } = await ask(hello, {}, json({ choices: [{ message: { content: '好' } }] }));
    expect(response).toMatchObject({ outcome: 'unparsed', text: '' });
  });
});

describe('a stream', () => {
  const say = (data: { readonly type: string; readonly [field: string]: unknown }) =>
    `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;
  const start = say({
    type: 'message_start',
    message: { model: 'served-model', usage: { input_tokens: 3, output_tokens: 1 } },
  });
  const text = (words: string) =>
    say({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: words } });
  const stop = (stop_reason: string) =>
    say({ type: 'message_delta', delta: { stop_reason }, usage: { output_tokens: 9 } });
  const whole = [
    start,
    text('青'),
    say({ type: 'ping' }),
    text('岛'),
    stop('end_turn'),
    say({ type: 'message_stop' }),
  ];
  const read = async (chunks: readonly (string | Uint8Array)[], after?: Reply['after']) =>
    (await ask({ ...hello, stream: true }, {}, stream(chunks, after))).response;

  test.each<[string, readonly (string | Uint8Array)[]]>([
    ['plain', whole],
    ['byte by byte', Array.from(Buffer.from(whole.join('')), (byte) => Uint8Array.of(byte))],
    ['with CR LF', [whole.join('').replaceAll('\n', '\r\n')]],
    ['without event names', [whole.join('').replaceAll(/^event: .*\n/gm, '')]],
    ['with a [DONE] of the other protocol', [...whole, 'data: [DONE]\n\n']],
  ])('%s', async (_, chunks) => {
    expect(await read(chunks)).toMatchObject({
      outcome: 'ok',
      text: '青岛',
      usage: { inputTokens: 3, outputTokens: 9 },
      model: 'served-model',
    });
  });

  test('that ends early keeps what was said', async () => {
    expect(await read([start, text('青')])).toMatchObject({ outcome: 'network', text: '青' });
    expect(await read([start, text('青')], 'destroy')).toMatchObject({
      outcome: 'network',
      text: '青',
    });
  });

  test('with an error event', async () => {
    const error = { type: 'overloaded_error', message: 'busy' };
    const response = await read([start, text('青'), say({ type: 'error', error })]);
    expect(response).toMatchObject({
      outcome: 'server_error',
      text: '青',
      error: { message: 'busy' },
    });
  });

  test('with an event that is not JSON', async () => {
    const response = await read([start, text('青'), 'event: x\ndata: {"half\n\n']);
    expect(response).toMatchObject({ outcome: 'unparsed', text: '青' });
  });

  test('of a tool call without arguments', async () => {
    const block = { type: 'tool_use', id: 't', name: 'now', input: {} };
    const response = await read([
      start,
      say({ type: 'content_block_start', index: 0, content_block: block }),
      say({ type: 'content_block_stop', index: 0 }),
      stop('tool_use'),
    ]);
    expect(response.toolCalls).toEqual([{ id: 't', name: 'now', arguments: '{}' }]);
  });
});
