import type { ResponseOutcome } from '../src/model/index.ts';
import type { CodePlace } from './provider-error.ts';

/**
 * `filtered` is a content filter that does not say whose text it stopped; the side is settled by
 * what had arrived by then.
 */
export type RuleOutcome = ResponseOutcome | 'filtered';

/** Every condition that is present must hold. */
export interface FaultRule {
  /** Where the code stood; absent: anywhere. */
  readonly at?: CodePlace;
  /** The whole code, upper and lower case alike. */
  readonly code?: RegExp;
  readonly message?: RegExp;
  /** HTTP status. */
  readonly status?: readonly number[];
  readonly outcome: RuleOutcome;
}

/** A code that must match as a whole. */
const is = (...codes: readonly string[]): RegExp => new RegExp(`^(?:${codes.join('|')})$`, 'i');

const REFUSED_REQUEST = [400, 413, 422, 501];

/**
 * What errors mean, as data: the first rule that holds decides. Rules on codes come before rules
 * on messages, and both before the bare status, because several providers use one status for
 * many things. A new code is one line here.
 */
export const FAULT_RULES: readonly FaultRule[] = [
  // Content filters.
  { code: is('data_?inspection_?failed'), message: /^\s*input data/i, outcome: 'filtered_input' },
  { code: is('data_?inspection_?failed'), message: /^\s*output data/i, outcome: 'filtered_output' },
  { code: is('data_?inspection_?failed'), outcome: 'filtered' },
  {
    code: is('input\\w*(?:SensitiveContentDetected|RiskDetection).*', 'input_sensitive'),
    outcome: 'filtered_input',
  },
  {
    code: is('output\\w*(?:SensitiveContentDetected|RiskDetection).*', 'output_sensitive'),
    outcome: 'filtered_output',
  },
  { code: is('SensitiveContentDetected.*'), outcome: 'filtered' },
  {
    code: is('content_filter', 'content_policy_violation', 'ResponsibleAIPolicyViolation'),
    outcome: 'filtered',
  },
  { at: 'error', code: is('1300', '1301', '18'), outcome: 'filtered' },
  { at: 'base_resp', code: is('1026'), outcome: 'filtered_input' },
  { at: 'base_resp', code: is('1027'), outcome: 'filtered_output' },
  { at: 'body', code: is('10013'), outcome: 'filtered_input' },
  { at: 'body', code: is('10014'), outcome: 'filtered_output' },
  { status: [451], outcome: 'filtered' },

  // Money and allowances that waiting does not restore.
  {
    code: is(
      'insufficient_quota',
      'exceeded_current_quota_error',
      'QuotaExceeded',
      'Arrearage',
      'AccessDenied\\.Unpurchased',
      'insufficient_balance',
      'AccountOverdueError',
      'billing_error',
      'contract_spend_limit_reached',
    ),
    outcome: 'quota',
  },
  { at: 'error', code: is('1113'), outcome: 'quota' },
  { at: 'base_resp', code: is('1008'), outcome: 'quota' },

  // Too fast.
  {
    code: is(
      'Throttling(?:\\..*)?',
      'RateLimitExceeded(?:\\..*)?',
      '\\w*RateLimitExceeded',
      'rate_limit_exceeded',
      'rate_limit_error',
      'rate_limit_reached_error',
      'LimitExceeded(?:\\..*)?',
      'RequestLimitExceeded(?:\\..*)?',
      'too_many_requests',
    ),
    outcome: 'rate_limited',
  },
  { at: 'error', code: is('1302', '1303', '8'), outcome: 'rate_limited' },
  { at: 'base_resp', code: is('1002', '1039'), outcome: 'rate_limited' },
  { at: 'body', code: is('11202'), outcome: 'rate_limited' },
  { at: 'error_code', code: is('18'), outcome: 'rate_limited' },

  // Too long.
  {
    code: is('context_length_exceeded', 'prompt_too_long', 'request_too_large'),
    outcome: 'context_exceeded',
  },
  { at: 'error', code: is('1261', '17'), outcome: 'context_exceeded' },
  { at: 'error_code', code: is('336007', '336103'), outcome: 'context_exceeded' },
  { at: 'body', code: is('10907'), outcome: 'context_exceeded' },

  // The provider's own trouble.
  {
    code: is(
      'engine_overloaded_error',
      'overloaded_error',
      'ServerOverloaded',
      'InternalError(?:\\..*)?',
      'internal_error',
      'internal_server_error',
      'InternalServerError',
      'InternalServiceError',
      'server_error',
      'api_error',
      'timeout_error',
      'service_unavailable',
    ),
    outcome: 'server_error',
  },
  { at: 'error', code: is('1234', '1305'), outcome: 'server_error' },

  // Who may ask.
  {
    code: is(
      'invalid_api_key',
      'InvalidApiKey',
      'authentication_error',
      'AuthenticationError',
      'invalid_authentication_error',
      'incorrect_api_key_error',
      'permission_error',
      'AccessDenied(?:\\..*)?',
      'AuthFailure(?:\\..*)?',
      'InvalidEndpointOrModel\\.ModelIDAccessDisabled',
    ),
    outcome: 'auth',
  },
  { at: 'base_resp', code: is('1004'), outcome: 'auth' },
  { at: 'body', code: is('11200'), outcome: 'auth' },
  { at: 'error_code', code: is('110', '111'), outcome: 'auth' },

  // What the endpoint does not offer.
  {
    code: is(
      'model_not_found',
      'ModelNotFound',
      'not_found_error',
      'InvalidEndpointOrModel(?:\\..*)?',
      'unsupported_\\w+',
      'UnsupportedModel',
      'UnsupportedOperation(?:\\..*)?',
    ),
    outcome: 'unsupported',
  },

  // What the request got wrong.
  { at: 'error', code: is('121[0-5]'), outcome: 'bad_request' },
  { at: 'base_resp', code: is('2013'), outcome: 'bad_request' },

  // Messages, where the code says nothing.
  {
    status: [200, ...REFUSED_REQUEST],
    message: /considered high risk/i,
    outcome: 'filtered_input',
  },
  {
    status: [200, ...REFUSED_REQUEST],
    message:
      /maximum context length|context (?:length|window|size)|range of input length|(?:prompt|input) is too long|too many (?:input |prompt )?tokens|longer than the model'?s context|exceeds? .{0,40}\bcontext|(?:输入|上下文|prompt).{0,20}(?:过长|超长|超出|超过)/i,
    outcome: 'context_exceeded',
  },
  {
    status: [400, 403, 429],
    message: /insufficient (?:account )?balance|exceeded your current quota|arrear|余额不足|欠费/i,
    outcome: 'quota',
  },
  {
    status: REFUSED_REQUEST,
    message: /unsupported|(?:not|n't|not be) support(?:ed)?\b|不支持/i,
    outcome: 'unsupported',
  },

  // The bare status.
  { status: [402], outcome: 'quota' },
  { status: [401, 403, 407], outcome: 'auth' },
  { status: [408], outcome: 'timeout' },
  { status: [413], outcome: 'context_exceeded' },
  { status: [404, 405, 406, 410, 415, 501], outcome: 'unsupported' },
  { status: [300, 301, 302, 303, 304, 305, 307, 308], outcome: 'unsupported' },
  { status: [409, 425], outcome: 'server_error' },
  { status: [429], outcome: 'rate_limited' },
];

/** What the reasons for ending an answer mean, in the words of all protocols. */
export const FINISH_REASONS: Readonly<Record<string, ResponseOutcome>> = {
  stop: 'ok',
  end_turn: 'ok',
  stop_sequence: 'ok',
  eos: 'ok',
  eos_token: 'ok',
  tool_calls: 'ok',
  tool_use: 'ok',
  function_call: 'ok',
  pause_turn: 'ok',
  length: 'truncated',
  max_tokens: 'truncated',
  model_context_window_exceeded: 'truncated',
  repetition_truncation: 'truncated',
  refusal: 'refused',
  content_filter: 'filtered_output',
  sensitive: 'filtered_output',
  insufficient_system_resource: 'server_error',
  network_error: 'server_error',
  abort: 'server_error',
  error: 'server_error',
};
