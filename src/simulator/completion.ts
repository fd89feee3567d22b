import type { Answer } from './answer.ts';
import { estimateTokens, firstTokens, graphemes } from './tokens.ts';

/** The bounds that a call sets to an answer. */
export interface AnswerLimits {
  /** Estimated tokens; null for no bound. */
  readonly maxTokens: number | null;
  readonly stop: readonly string[];
}

/** What is wrong with an answer that is sent all the same. */
export type Flaw = 'none' | 'empty' | 'filtered' | 'invalid-utf8';

/**
 * A private-use character that stands where the bytes of an answer are to break. The wire format
 * is made of text; the byte that is not UTF-8 takes its place when the text has become bytes.
 */
export const BREAK_MARK = '\u{e000}';

/** An answer as it ends: cut to the call's limits, with its reason and its count. */
export interface Completion {
  readonly text: string;
  readonly toolCalls: Answer['toolCalls'];
  readonly finish: 'stop' | 'length' | 'tool-calls' | 'filtered';
  /** The stop string that ended it. */
  readonly stopSequence: string | null;
  /** Estimated. */
  readonly outputTokens: number;
}

export function complete(answer: Answer, limits: AnswerLimits, flaw: Flaw): Completion {
  if (flaw === 'empty') return completion('', [], 'stop');
  if (answer.filtered) return completion(answer.text, [], 'filtered');
  if (flaw === 'filtered') return completion(beginning(answer.text), [], 'filtered');
  // In front, where neither bound can cut it off.
  const whole = flaw === 'invalid-utf8' ? BREAK_MARK + answer.text : answer.text;

  const { text: unstopped, stopSequence } = cutAtStop(whole, limits.stop);
  const text = limits.maxTokens === null ? unstopped : firstTokens(unstopped, limits.maxTokens);
  if (text !== unstopped) return completion(text, [], 'length');
  if (stopSequence !== null) return completion(text, [], 'stop', stopSequence);
  if (answer.toolCalls.length === 0) return completion(text, [], 'stop');
  const { calls, cut } = cutCalls(answer.toolCalls, text, limits.maxTokens);
  return completion(text, calls, cut ? 'length' : 'tool-calls');
}

function completion(
  text: string,
  toolCalls: Completion['toolCalls'],
  finish: Completion['finish'],
  stopSequence: string | null = null,
): Completion {
  const calls = toolCalls.reduce((sum, call) => sum + callTokens(call), 0);
  return { text, toolCalls, finish, stopSequence, outputTokens: estimateTokens(text) + calls };
}

function cutAtStop(
  text: string,
  stop: readonly string[],
): { text: string; stopSequence: string | null } {
  let end = text.length;
  let stopSequence: string | null = null;
  for (const sequence of stop) {
    const at = sequence === '' ? -1 : text.indexOf(sequence);
    if (at >= 0 && at < end) {
      end = at;
      stopSequence = sequence;
    }
  }
  return { text: text.slice(0, end), stopSequence };
}

function callTokens(call: Answer['toolCalls'][number]): number {
  return estimateTokens(call.name) + estimateTokens(call.arguments);
}

/** Tool calls within the bound: the last one may end in the middle of its arguments. */
function cutCalls(
  toolCalls: Answer['toolCalls'],
  text: string,
  maxTokens: number | null,
): { calls: Answer['toolCalls']; cut: boolean } {
  if (maxTokens === null) return { calls: toolCalls, cut: false };
  let left = maxTokens - estimateTokens(text);
  const calls: Answer['toolCalls'][number][] = [];
  for (const call of toolCalls) {
    const tokens = callTokens(call);
    if (tokens > left) {
      const room = left - estimateTokens(call.name);
      if (room > 0) calls.push({ name: call.name, arguments: firstTokens(call.arguments, room) });
      return { calls, cut: true };
    }
    calls.push(call);
    left -= tokens;
  }
  return { calls, cut: false };
}

/** The first third: what was out before the filter spoke. */
function beginning(text: string): string {
  const parts = graphemes(text);
  return parts.slice(0, Math.ceil(parts.length / 3)).join('');
}

/** At most so many pieces of a streamed text: enough to be a stream, few enough to be cheap. */
const MOST_PIECES = 8;

/** A text as a stream carries it: several pieces of whole graphemes. */
export function pieces(text: string): string[] {
  const parts = graphemes(text);
  const size = Math.max(1, Math.ceil(parts.length / MOST_PIECES));
  const out: string[] = [];
  for (let at = 0; at < parts.length; at += size) out.push(parts.slice(at, at + size).join(''));
  return out;
}
