import type { ResponseError, ResponseOutcome } from '../src/model/index.ts';
import { FAULT_RULES, type FaultRule, type RuleOutcome } from './fault-rules.ts';
import type { ProviderError } from './provider-error.ts';
import { readProviderError } from './provider-error.ts';
import { readRetryAfter } from './retry-after.ts';

/** Why a call did not bring a whole answer. The message is not scrubbed yet. */
export interface Fault {
  readonly outcome: ResponseOutcome;
  readonly error: ResponseError;
}

/** How much of a body that is not JSON is looked at, in UTF-16 units. */
const EXCERPT = 64 * 1024;

/** The fault of a response with an error status. Its body may be anything. */
export function faultOfStatus(status: number, headers: Headers, body: string): Fault {
  const error = readProviderError(parseJson(body)) ?? {
    codes: [],
    message: wordsOf(status, headers, body),
  };
  const retryAfterMs = readRetryAfter(headers);
  const fault = faultOf(error, { status, sawOutput: false });
  return retryAfterMs === undefined ? fault : { ...fault, error: { ...fault.error, retryAfterMs } };
}

/** The fault that an event, or a body with a good status, reports; undefined when it is none. */
export function faultOfBody(
  body: unknown,
  context: { readonly status: number; readonly sawOutput: boolean },
): Fault | undefined {
  const error = readProviderError(body);
  return error === undefined ? undefined : faultOf(error, context);
}

/** Why the caller stopped a call; undefined when it did not. */
export function faultOfSignal(signal: AbortSignal): Fault | undefined {
  if (!signal.aborted) return undefined;
  if (signal.reason instanceof Error && signal.reason.name === 'TimeoutError') {
    const message = 'no whole answer within the time allowed for one attempt';
    return { outcome: 'timeout', error: { message } };
  }
  return { outcome: 'cancelled', error: { message: 'stopped by the run' } };
}

function faultOf(
  error: ProviderError,
  context: { readonly status: number; readonly sawOutput: boolean },
): Fault {
  const status = statusOf(error, context.status);
  const rule = FAULT_RULES.find((candidate) => holds(candidate, error, status));
  const outcome = rule?.outcome ?? outcomeOfUnknown(status);
  const code = error.codes[0]?.value;
  return {
    outcome: settleSide(outcome, error.side, context.sawOutput),
    error: {
      status: context.status,
      ...(code === undefined ? {} : { code }),
      message: error.message,
    },
  };
}

/** Some gateways answer 200 and put the status they mean into the error's code. */
function statusOf(error: ProviderError, status: number): number {
  if (status >= 300) return status;
  const meant = error.codes.find((c) => /^[45]\d\d$/.test(c.value));
  return meant === undefined ? status : Number(meant.value);
}

function holds(rule: FaultRule, error: ProviderError, status: number): boolean {
  if (rule.status !== undefined && !rule.status.includes(status)) return false;
  if (rule.message !== undefined && !rule.message.test(error.message)) return false;
  if (rule.code === undefined) return true;
  const { at, code } = rule;
  return error.codes.some((c) => (at === undefined || at === c.place) && code.test(c.value));
}

/**
 * A filter that names no side is counted as one of the output when output had been seen, and of
 * the input otherwise. Both say "blocked"; they differ in where to look for the cause.
 */
function settleSide(
  outcome: RuleOutcome,
  side: 'input' | 'output' | undefined,
  sawOutput: boolean,
): ResponseOutcome {
  if (outcome !== 'filtered') return outcome;
  return (side ?? (sawOutput ? 'output' : 'input')) === 'output'
    ? 'filtered_output'
    : 'filtered_input';
}

/** 4xx blames the request; everything else, an unknown error within a 200 too, the provider. */
function outcomeOfUnknown(status: number): ResponseOutcome {
  return status >= 400 && status < 500 ? 'bad_request' : 'server_error';
}

/** What there is to say about an error response whose body is not an error object. */
function wordsOf(status: number, headers: Headers, body: string): string {
  if (status >= 300 && status < 400) {
    return `redirect to ${headers.get('location') ?? 'nowhere'} not followed; put the final address into baseUrl`;
  }
  const words = excerpt(body);
  return words === '' ? `HTTP ${status} without a body` : words;
}

/** The beginning of a body in one line. A last word that may be half a key is left out. */
export function excerpt(body: string): string {
  const beginning = body.length > EXCERPT ? body.slice(0, EXCERPT).replace(/\S*$/, '') : body;
  return beginning.replace(/\s+/g, ' ').trim();
}

/** The JSON value of a body; undefined when it is not JSON. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
