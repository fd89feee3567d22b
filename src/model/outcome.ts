/**
 * How a call ended. Never mixed with the score: a filtered answer is not a wrong answer, and an
 * error text never stands in the place of an answer.
 */
export const RESPONSE_OUTCOMES = [
  'ok',
  'refused',
  'filtered_input',
  'filtered_output',
  'truncated',
  'truncated_in_reasoning',
  'empty',
  'context_exceeded',
  'rate_limited',
  'quota',
  'auth',
  'bad_request',
  'unsupported',
  'server_error',
  'timeout',
  'network',
  'task_failed',
  'cancelled',
  'unparsed',
] as const;

export type ResponseOutcome = (typeof RESPONSE_OUTCOMES)[number];

/**
 * What an outcome says about whom.
 * - `answered`: the model said something of its own; a scorer can read it.
 * - `blocked`: a filter or the model's own refusal field answered; a finding about the model.
 * - `failed`: the call did not produce an answer; says nothing about the model's ability.
 */
export type OutcomeKind = 'answered' | 'blocked' | 'failed';

export function outcomeKind(outcome: ResponseOutcome): OutcomeKind {
  switch (outcome) {
    case 'ok':
    case 'truncated':
    case 'truncated_in_reasoning':
    case 'empty':
      return 'answered';
    case 'refused':
    case 'filtered_input':
    case 'filtered_output':
      return 'blocked';
    case 'context_exceeded':
    case 'rate_limited':
    case 'quota':
    case 'auth':
    case 'bad_request':
    case 'unsupported':
    case 'server_error':
    case 'timeout':
    case 'network':
    case 'task_failed':
    case 'cancelled':
    case 'unparsed':
      return 'failed';
  }
}

/**
 * True when a later outcome takes the place of an earlier one for the same question: an answer does
 * after a failed call, and nothing else ever does. The first answer counts.
 */
export function takesPlace(later: ResponseOutcome, earlier: ResponseOutcome): boolean {
  return outcomeKind(earlier) === 'failed' && outcomeKind(later) !== 'failed';
}
