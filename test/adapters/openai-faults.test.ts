import { describe, expect, test } from 'vitest';
import { openModel } from '../../adapters/index.ts';
import type { ModelResponse } from '../../src/model/index.ts';
import { chunk, completion, DONE, event } from './chat-replies.ts';
import type { Reply } from './loopback.ts';
import { config, fakeHost, json, KEY, serve, stream } from './loopback.ts';

const request = { messages: [{ role: 'user' as const, content: '问' }], params: {} };
const never = new AbortController().signal;

async function answerTo(reply: Reply, streamed = false): Promise<ModelResponse> {
  await using server = await serve(() => reply);
  const model = await openModel(
    config('openai', { baseUrl: `${server.url}/v1`, stream: streamed }),
    fakeHost(),
  );
  const response = await model.generate(request, never, 'case-1');
  // One attempt is one request: whoever retries puts every attempt on record.
  expect(server.requests).toHaveLength(1);
  expect(JSON.stringify(response)).not.toContain(KEY);
  return response;
}

const html: Reply = {
  headers: { 'content-type': 'text/html' },
  chunks: ['<html><body>Bad Gateway</body></html>'],
};

type Row = readonly [what: string, reply: Reply, expected: Partial<ModelResponse>];

describe('a whole answer that is none', () => {
  test.each<Row>([
    [
      'an error object with status 200',
      json({ error: { code: 'rate_limit_exceeded', message: 'slow' } }),
      {
        outcome: 'rate_limited',
        error: { status: 200, code: 'rate_limit_exceeded', message: 'slow' },
      },
    ],
    [
      'the status it means in the error code',
      json({ error: { code: 429, message: 'slow' } }),
      { outcome: 'rate_limited', error: { status: 200, code: '429', message: 'slow' } },
    ],
    [
      'an unknown error with status 200',
      json({ error: { message: 'hm' } }),
      { outcome: 'server_error', error: { status: 200, message: 'hm' } },
    ],
    [
      'a base_resp',
      json({ choices: null, base_resp: { status_code: 1008, status_msg: 'insufficient balance' } }),
      { outcome: 'quota', error: { status: 200, code: '1008', message: 'insufficient balance' } },
    ],
    [
      'an error code beside an answer',
      json({ ...completion({ content: '被拦' }), code: 10014, message: 'audit' }),
      {
        outcome: 'filtered_output',
        text: '',
        error: { status: 200, code: '10014', message: 'audit' },
      },
    ],
    [
      'an answer marked as sensitive',
      json({ ...completion({ content: '部分' }), output_sensitive: true }),
      { outcome: 'filtered_output', text: '' },
    ],
    ['a page of HTML', html, { outcome: 'unparsed', text: '' }],
    [
      'nothing',
      json(''),
      { outcome: 'unparsed', error: { status: 200, message: 'the response has no body' } },
    ],
    [
      'half of it',
      json('{"choices":[{"message":{"content":"半'),
      { outcome: 'unparsed', text: '' },
    ],
    ['JSON of another kind', json({ object: 'list', data: [] }), { outcome: 'unparsed', text: '' }],
    ['no choices', json({ ...completion(), choices: [] }), { outcome: 'unparsed', text: '' }],
    ['JSON that is no object', json('"好"'), { outcome: 'unparsed', text: '' }],
    [
      'an answer that is not UTF-8',
      { chunks: [Buffer.from('{"choices":[{"message":{"content":"\xC7\xE0"}}]}', 'latin1')] },
      { outcome: 'unparsed', text: '', error: { message: 'the body is not UTF-8' } },
    ],
    ['204', { status: 204, chunks: [] }, { outcome: 'unparsed', text: '' }],
  ])('%s', async (_, reply, expected) => {
    expect(await answerTo(reply)).toMatchObject(expected);
  });

  test('is quoted in the error, not in the answer', async () => {
    const { text, error } = await answerTo(html);
    expect(text).toBe('');
    expect(error?.message).toBe('not an answer: <html><body>Bad Gateway</body></html>');
  });
});

describe('an error status', () => {
  test.each<Row>([
    ['401', json({ error: { message: 'no' } }, 401), { outcome: 'auth' }],
    ['402', json({}, 402), { outcome: 'quota' }],
    ['403', json({}, 403), { outcome: 'auth' }],
    ['404', json({}, 404), { outcome: 'unsupported' }],
    ['408', json({}, 408), { outcome: 'timeout' }],
    ['409', json({}, 409), { outcome: 'server_error' }],
    ['413', json({}, 413), { outcome: 'context_exceeded' }],
    ['422', json({ detail: [{ msg: 'field required' }] }, 422), { outcome: 'bad_request' }],
    ['429', json({}, 429), { outcome: 'rate_limited' }],
    ['451', json({}, 451), { outcome: 'filtered_input' }],
    ['500', json({}, 500), { outcome: 'server_error' }],
    ['503', json({}, 503), { outcome: 'server_error' }],
    ['529', json({}, 529), { outcome: 'server_error' }],
    ['a page', { ...html, status: 502 }, { outcome: 'server_error' }],
    ['nothing to say', { status: 500, chunks: [] }, { outcome: 'server_error' }],
  ])('%s', async (_, reply, expected) => {
    const response = await answerTo(reply);
    expect(response).toMatchObject({ ...expected, text: '' });
    expect(response.error?.status).toBe(reply.status);
    expect(response.error?.message).not.toBe('');
  });

  test('whose page echoes the key keeps no part of it', async () => {
    for (const length of [1_990, 65_520]) {
      const page = `<p>${'x '.repeat(length / 2)}${KEY}${' y'.repeat(100)}</p>`;
      const { error } = await answerTo({ status: 502, chunks: [page] });
      expect(error?.message).not.toContain(KEY.slice(0, 6));
    }
  });

  test('with a time to wait', async () => {
    const { error } = await answerTo(json({}, 429, { 'retry-after': '7' }));
    expect(error?.retryAfterMs).toBe(7000);
  });

  test('that leads elsewhere is not followed, since the key would go along', async () => {
    await using elsewhere = await serve(() => json(completion({ content: '偷' })));
    const location = `${elsewhere.url}/v1/chat/completions`;
    const response = await answerTo({ status: 307, headers: { location }, chunks: [] });
    expect(response).toMatchObject({ outcome: 'unsupported', text: '' });
    expect(response.error?.message).toContain(location);
    expect(elsewhere.requests).toHaveLength(0);
  });

  test('is read as one in a streamed call too', async () => {
    const response = await answerTo(
      json({ error: { code: 'context_length_exceeded' } }, 400),
      true,
    );
    expect(response.outcome).toBe('context_exceeded');
  });
});

describe('the way an answer ends', () => {
  test.each<[finish: string | null, expected: Partial<ModelResponse>]>([
    ['stop', { outcome: 'ok', text: '半句' }],
    ['length', { outcome: 'truncated', text: '半句' }],
    ['content_filter', { outcome: 'filtered_output', text: '半句' }],
    ['sensitive', { outcome: 'filtered_output', text: '半句' }],
    ['repetition_truncation', { outcome: 'truncated', text: '半句' }],
    ['insufficient_system_resource', { outcome: 'server_error', text: '半句' }],
    ['network_error', { outcome: 'server_error', text: '半句' }],
    ['abort', { outcome: 'server_error', text: '半句' }],
    ['constructor', { outcome: 'unparsed', text: '半句' }],
  ])('%s, whole and streamed', async (finish, expected) => {
    const whole = await answerTo(json(completion({ content: '半句', finish })));
    const streamed = await answerTo(
      stream([chunk({ content: '半句' }), chunk({}, finish), DONE]),
      true,
    );
    expect(whole).toMatchObject({ ...expected, finishReason: finish });
    expect(streamed).toMatchObject({ ...expected, finishReason: finish });
  });

  test('without a reason is not taken for a whole answer', async () => {
    const whole = await answerTo(json(completion({ content: '半句', finish: null })));
    const streamed = await answerTo(stream([chunk({ content: '半句' }, ''), DONE]), true);
    expect(whole).toMatchObject({ outcome: 'unparsed', text: '半句' });
    expect(streamed).toMatchObject({ outcome: 'network', text: '半句' });
  });

  test('with a reason that only this endpoint knows can be told', async () => {
    await using server = await serve(() => json(completion({ content: '好', finish: 'normal' })));
    const options = { finishReasons: { normal: 'ok' } };
    const model = await openModel(config('openai', { baseUrl: server.url, options }), fakeHost());
    expect(await model.generate(request, never, 'case-1')).toMatchObject({
      outcome: 'ok',
      text: '好',
    });
  });

  test('because the question was filtered', async () => {
    const filtered = { hate: { filtered: true, severity: 'high' }, violence: { filtered: false } };
    const byPrompt = {
      ...completion({ finish: 'content_filter' }),
      prompt_filter_results: [{ prompt_index: 0, content_filter_results: filtered }],
    };
    const byRole = {
      ...completion({ finish: 'sensitive' }),
      content_filter: [{ role: 'user', level: 0 }],
    };
    expect(await answerTo(json(byPrompt))).toMatchObject({ outcome: 'filtered_input' });
    expect(await answerTo(json(byRole))).toMatchObject({ outcome: 'filtered_input' });
  });

  test('within a thought that is not shown', async () => {
    const usage = {
      prompt_tokens: 3,
      completion_tokens: 5,
      completion_tokens_details: { reasoning_tokens: 5 },
    };
    const response = await answerTo(json({ ...completion({ finish: 'length' }), usage }));
    expect(response).toMatchObject({
      outcome: 'truncated_in_reasoning',
      usage: { reasoningTokens: 5 },
    });
  });
});

describe('a stream', () => {
  const said = chunk({ content: '前半' });

  test.each<Row>([
    ['that ends early', stream([said]), { outcome: 'network', text: '前半' }],
    ['that is cut', stream([said], 'destroy'), { outcome: 'network', text: '前半' }],
    ['that is empty', stream([]), { outcome: 'network', text: '' }],
    [
      'of comments only',
      stream([': keep-alive\n\n', ': keep-alive\n\n']),
      { outcome: 'network', text: '' },
    ],
    [
      'with an error in it',
      stream([said, event({ error: { type: 'server_error', message: 'crash' } })]),
      {
        outcome: 'server_error',
        text: '前半',
        error: { status: 200, code: 'server_error', message: 'crash' },
      },
    ],
    [
      'with a named error in it',
      stream([said, `event: error\n${event({ code: 'Throttling', message: 'slow' })}`]),
      { outcome: 'rate_limited', text: '前半' },
    ],
    [
      'that a filter takes back after its end',
      stream([
        said,
        chunk({}, 'stop'),
        event({ error: { code: '1301', message: '不安全' } }),
        DONE,
      ]),
      { outcome: 'filtered_output', text: '前半' },
    ],
    [
      'that a filter stops before the first word',
      stream([event({ error: { code: 'content_filter', message: 'no' } })]),
      { outcome: 'filtered_input', text: '' },
    ],
    [
      'with a base_resp in it',
      stream([said, event({ choices: [], base_resp: { status_code: 1027, status_msg: 'no' } })]),
      { outcome: 'filtered_output', text: '前半' },
    ],
    [
      'with half an event',
      stream([said, 'data: {"choices":[{"del\n\n']),
      { outcome: 'unparsed', text: '前半' },
    ],
    [
      'that is cut after its finish reason',
      stream([said, chunk({}, 'stop')], 'destroy'),
      { outcome: 'ok', text: '前半' },
    ],
    ['answered by a page', html, { outcome: 'unparsed', text: '' }],
    [
      'answered by a document labelled as a stream',
      {
        ...json({ error: { code: 'Arrearage', message: 'pay' } }),
        headers: { 'content-type': 'text/event-stream' },
      },
      { outcome: 'quota', text: '' },
    ],
    ['answered whole', json(completion({ content: '全文' })), { outcome: 'ok', text: '全文' }],
  ])('%s', async (_, reply, expected) => {
    expect(await answerTo(reply, true)).toMatchObject(expected);
  });

  test('that nobody asked for is read all the same', async () => {
    const reply = stream([said, chunk({ content: '后半' }, 'stop'), DONE]);
    expect(await answerTo(reply)).toMatchObject({ outcome: 'ok', text: '前半后半' });
  });

  test('that is not labelled as one is read all the same', async () => {
    const { chunks } = stream([said, chunk({}, 'stop'), DONE]);
    const reply = { headers: { 'content-type': 'text/plain' }, chunks };
    expect(await answerTo(reply, true)).toMatchObject({ outcome: 'ok', text: '前半' });
  });
});

describe('a connection', () => {
  const open = (baseUrl: string) => openModel(config('openai', { baseUrl }), fakeHost());

  test('that is refused', async () => {
    const server = await serve(() => json({}));
    await server[Symbol.asyncDispose]();
    const response = await (await open(server.url)).generate(request, never, 'case-1');
    expect(response).toMatchObject({
      outcome: 'network',
      text: '',
      error: { code: 'ECONNREFUSED' },
    });
  });

  test('that is cut before the answer', async () => {
    const response = await answerTo({ chunks: ['{"cho'], after: 'destroy' });
    expect(response).toMatchObject({ outcome: 'network', text: '' });
  });

  test.each([
    ['cancelled', new Error('enough'), 'cancelled'],
    ['timed out', new DOMException('late', 'TimeoutError'), 'timeout'],
  ])('that is %s in the middle of a stream keeps what was said', async (_, reason, outcome) => {
    await using server = await serve(() => stream([chunk({ content: '前半' })], 'stall'));
    const stop = new AbortController();
    const host = fakeHost();
    // The clock is looked at when a token has arrived: the third look is the first token.
    let looks = 0;
    const now = (): number => {
      looks += 1;
      if (looks === 3) setImmediate(() => stop.abort(reason));
      return host.now();
    };
    const model = await openModel(config('openai', { baseUrl: server.url, stream: true }), {
      ...host,
      now,
    });
    const response = await model.generate(request, stop.signal, 'case-1');
    expect(response).toMatchObject({ outcome, text: '前半' });
  });

  test('that brings more than the bound is ended', async () => {
    const long = chunk({ content: 'x'.repeat(1000) });
    await using server = await serve(() =>
      stream(
        Array.from({ length: 100 }, () => long),
        'stall',
      ),
    );
    const options = { maxResponseBytes: 10_000 };
    const model = await openModel(
      config('openai', { baseUrl: server.url, stream: true, options }),
      fakeHost(),
    );
    const response = await model.generate(request, never, 'case-1');
    expect(response).toMatchObject({
      outcome: 'unparsed',
      error: { message: 'the response is larger than 10000 bytes' },
    });
    expect(response.text.length).toBeGreaterThan(0);
    expect(response.text.length).toBeLessThan(10_000);
  });
});
