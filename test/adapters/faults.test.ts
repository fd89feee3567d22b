import { describe, expect, test } from 'vitest';
import { FAULT_RULES } from '../../adapters/fault-rules.ts';
import { excerpt, faultOfBody, faultOfSignal, faultOfStatus } from '../../adapters/faults.ts';
import type { ResponseOutcome } from '../../src/model/index.ts';
import { RESPONSE_OUTCOMES } from '../../src/model/index.ts';

const error = (code: unknown, message = 'words') => ({ error: { code, message } });
const top = (code: unknown, message = 'words') => ({ code, message });
const base = (status_code: number) => ({ base_resp: { status_code, status_msg: 'words' } });
const legacy = (error_code: number) => ({ error_code, error_msg: 'words' });
const envelope = (Code: string) => ({ Response: { Error: { Code, Message: 'words' } } });

type Row = readonly [status: number, body: unknown, outcome: ResponseOutcome];

describe('an error is read by its code, its message and its status', () => {
  test.each<Row>([
    // Filters that say whose text they stopped.
    [
      400,
      top('DataInspectionFailed', 'Input data may contain inappropriate content.'),
      'filtered_input',
    ],
    [
      400,
      top('DataInspectionFailed', 'Output data may contain inappropriate content.'),
      'filtered_output',
    ],
    [400, error('data_inspection_failed', 'Input data may contain …'), 'filtered_input'],
    [400, error('InputTextSensitiveContentDetected'), 'filtered_input'],
    [400, error('InputImageSensitiveContentDetected.PrivacyInformation'), 'filtered_input'],
    [400, error('InputTextRiskDetection'), 'filtered_input'],
    [400, error('OutputTextSensitiveContentDetected'), 'filtered_output'],
    [400, error('OutputImageRiskDetection'), 'filtered_output'],
    [200, base(1026), 'filtered_input'],
    [200, base(1027), 'filtered_output'],
    [200, { input_sensitive: true, choices: [] }, 'filtered_input'],
    [200, top(10013), 'filtered_input'],
    [200, top(10014), 'filtered_output'],
    [
      400,
      { ...error('1301'), contentFilter: [{ role: 'assistant', level: 1 }] },
      'filtered_output',
    ],
    [400, { ...error('1301'), contentFilter: [{ role: 'user', level: 1 }] }, 'filtered_input'],
    [400, { ...error('1301'), contentFilter: [{ role: 'history', level: 1 }] }, 'filtered_input'],
    // Filters that do not: nothing had been said yet.
    [400, top('DataInspectionFailed', 'Input or output data may contain …'), 'filtered_input'],
    [400, error('SensitiveContentDetected.SevereViolation'), 'filtered_input'],
    [400, error('1301'), 'filtered_input'],
    [400, error('content_filter', 'considered high risk'), 'filtered_input'],
    [
      400,
      { error: { code: null, type: 'content_filter', message: 'high risk' } },
      'filtered_input',
    ],
    [
      400,
      { error: { code: 'x', message: 'm', innererror: { code: 'ResponsibleAIPolicyViolation' } } },
      'filtered_input',
    ],
    [400, { error: { code: 18, message: 'unsafe' } }, 'filtered_input'],
    [451, { message: 'blocked' }, 'filtered_input'],
    [400, { message: 'The request was considered high risk' }, 'filtered_input'],
    // Too long.
    [
      400,
      top('InvalidParameter', 'Range of input length should be [1, 30720]'),
      'context_exceeded',
    ],
    [400, error('context_length_exceeded'), 'context_exceeded'],
    [400, error('1261'), 'context_exceeded'],
    [
      400,
      {
        object: 'error',
        message: "This model's maximum context length is 4096 tokens.",
        type: 'BadRequestError',
        code: 400,
      },
      'context_exceeded',
    ],
    [
      400,
      {
        type: 'error',
        error: { type: 'invalid_request_error', message: 'prompt is too long: 9 > 8' },
      },
      'context_exceeded',
    ],
    [
      413,
      { type: 'error', error: { type: 'request_too_large', message: 'words' } },
      'context_exceeded',
    ],
    [200, legacy(336103), 'context_exceeded'],
    [200, legacy(336007), 'context_exceeded'],
    [200, top(10907), 'context_exceeded'],
    [400, error(17), 'context_exceeded'],
    [400, error('x', '输入内容过长'), 'context_exceeded'],
    // Too fast.
    [429, top('Throttling.RateQuota'), 'rate_limited'],
    [429, top('Throttling.AllocationQuota'), 'rate_limited'],
    [429, error('RateLimitExceeded.EndpointTPMExceeded'), 'rate_limited'],
    [429, error('ModelAccountRpmRateLimitExceeded'), 'rate_limited'],
    [429, { error: { type: 'rate_limit_reached_error', message: 'words' } }, 'rate_limited'],
    [429, error('1302'), 'rate_limited'],
    [400, error('1303'), 'rate_limited'],
    [200, error(8), 'rate_limited'],
    [200, base(1002), 'rate_limited'],
    [200, base(1039), 'rate_limited'],
    [200, top(11202), 'rate_limited'],
    [200, legacy(18), 'rate_limited'],
    [200, envelope('LimitExceeded'), 'rate_limited'],
    // Money.
    [400, top('Arrearage'), 'quota'],
    [403, top('AccessDenied.Unpurchased'), 'quota'],
    [429, { error: { type: 'exceeded_current_quota_error', message: 'words' } }, 'quota'],
    [429, error('insufficient_quota'), 'quota'],
    [429, error('QuotaExceeded'), 'quota'],
    [429, error('1113'), 'quota'],
    [200, base(1008), 'quota'],
    [402, error('x', 'Insufficient Balance'), 'quota'],
    [403, error('x', 'your account has insufficient balance'), 'quota'],
    // Who may ask.
    [401, error('invalid_api_key'), 'auth'],
    [400, top('InvalidApiKey'), 'auth'],
    [404, error('InvalidEndpointOrModel.ModelIDAccessDisabled'), 'auth'],
    [200, base(1004), 'auth'],
    [200, top(11200), 'auth'],
    [200, legacy(110), 'auth'],
    [200, envelope('AuthFailure.SignatureFailure'), 'auth'],
    // The provider's own trouble.
    [429, { error: { type: 'engine_overloaded_error', message: 'words' } }, 'server_error'],
    [529, { type: 'error', error: { type: 'overloaded_error', message: 'words' } }, 'server_error'],
    [429, error('ServerOverloaded'), 'server_error'],
    [429, error('1305'), 'server_error'],
    [400, error('1234'), 'server_error'],
    [200, { error: 'out of memory' }, 'server_error'],
    // What is not on offer.
    [404, error('model_not_found'), 'unsupported'],
    [404, error('InvalidEndpointOrModel.NotFound'), 'unsupported'],
    [400, error('x', 'enable thinking can not be support when stream=False'), 'unsupported'],
    [400, error('unsupported_parameter'), 'unsupported'],
    // What the request got wrong.
    [
      400,
      error(
        'invalid_parameter_error',
        'parameter.enable_thinking must be set to false for non-streaming calls',
      ),
      'bad_request',
    ],
    [400, error('1214'), 'bad_request'],
    [200, error('1210'), 'bad_request'],
    [200, base(2013), 'bad_request'],
    [400, error('x', 'invalid temperature: only 1 is allowed'), 'bad_request'],
    [422, { detail: [{ msg: 'field required' }] }, 'bad_request'],
  ])('%i %j is %s', (status, body, outcome) => {
    const fault =
      status === 200
        ? faultOfBody(body, { status, sawOutput: false })
        : faultOfStatus(status, new Headers(), JSON.stringify(body));
    expect(fault?.outcome).toBe(outcome);
    expect(fault?.error.status).toBe(status);
  });

  test('the same number means other things in other places', () => {
    const outcome = (body: unknown) =>
      faultOfBody(body, { status: 200, sawOutput: false })?.outcome;
    expect(outcome(legacy(18))).toBe('rate_limited');
    expect(outcome(error(18))).toBe('filtered_input');
    expect(outcome(top(1026))).toBe('server_error');
  });

  test('a filter that names no side has stopped the answer when there was one', () => {
    const said = { status: 200, sawOutput: true };
    expect(faultOfBody(error('1301'), said)?.outcome).toBe('filtered_output');
    const ambiguous = top('DataInspectionFailed', 'Input or output data may contain …');
    expect(faultOfBody(ambiguous, said)?.outcome).toBe('filtered_output');
    const input = top('DataInspectionFailed', 'Input data may contain …');
    expect(faultOfBody(input, said)?.outcome).toBe('filtered_input');
  });
});

describe('a good body is not taken for an error', () => {
  test.each([
    { choices: [{ message: { content: 'x' } }] },
    { choices: [], usage: {} },
    { choices: [{ delta: {} }], error: null, code: 0 },
    { code: 0, message: 'Success', choices: [{}] },
    { code: '200', choices: [{}] },
    { base_resp: { status_code: 0, status_msg: '' }, choices: [{}] },
    { input_sensitive: false, output_sensitive: false, choices: [{}] },
    { type: 'message_start', message: { content: [] } },
    { type: 'message', content: [] },
    { type: 'ping' },
    { content: [], message: 'hello' },
    [],
    'text',
    null,
  ])('%j', (body) => {
    expect(faultOfBody(body, { status: 200, sawOutput: false })).toBeUndefined();
  });
});

describe('an error status always is a fault', () => {
  test.each([400, 401, 418, 499, 500, 599, 304])('%i with any body', (status) => {
    for (const body of ['', '{}', '{"choices":[]}', '<html>', 'null', '[]', '"x"']) {
      const fault = faultOfStatus(status, new Headers(), body);
      expect(RESPONSE_OUTCOMES).toContain(fault.outcome);
      expect(['ok', 'empty', 'truncated', 'refused']).not.toContain(fault.outcome);
      expect(fault.error.message).not.toBe('');
    }
  });
});

test('every rule can be the first that holds', () => {
  // A rule that a more general one above it shadows is dead: this is how an order goes wrong.
  const dead = FAULT_RULES.filter((rule, index) => {
    const above = FAULT_RULES.slice(0, index);
    return above.some(
      (other) =>
        other.code === undefined &&
        other.message === undefined &&
        other.status !== undefined &&
        rule.status?.every((status) => other.status?.includes(status)),
    );
  });
  expect(dead).toEqual([]);
});

describe('an excerpt', () => {
  test('is one line', () => {
    expect(excerpt('  <p>\n\tBad  Gateway</p>\n')).toBe('<p> Bad Gateway</p>');
  });
  test('does not end within a word: it could be half a key', () => {
    expect(excerpt(`a ${' '.repeat(65_530)}secret-key`)).toBe('a');
  });
});

describe('a signal', () => {
  test('that has not aborted is no fault', () => {
    expect(faultOfSignal(new AbortController().signal)).toBeUndefined();
  });
  test('tells a timeout from a cancellation', () => {
    const late = new DOMException('late', 'TimeoutError');
    expect(faultOfSignal(AbortSignal.abort(late))?.outcome).toBe('timeout');
    expect(faultOfSignal(AbortSignal.abort())?.outcome).toBe('cancelled');
    expect(faultOfSignal(AbortSignal.abort('TimeoutError'))?.outcome).toBe('cancelled');
  });
});
