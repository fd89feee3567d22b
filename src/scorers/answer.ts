import type { ModelResponse } from '../model/index.ts';
import { splitReasoning } from '../text/index.ts';
import type { Score } from './contract.ts';

/** The answer of a response and where it stands in `response.text`. */
export interface Answer {
  /** The response with nothing but the answer in `text`. */
  readonly response: ModelResponse;
  /** First UTF-16 unit of the answer in the original text. */
  readonly start: number;
  /** True when the text breaks off inside the reasoning. */
  readonly cutInReasoning: boolean;
}

/** The answer without the reasoning that some models write into the same text. */
export function answerOf(response: ModelResponse): Answer {
  const { state, answer } = splitReasoning(response.text);
  if (state === 'none') return { response, start: 0, cutInReasoning: false };
  // The blank lines between a closing mark and the answer belong to neither.
  const written = response.text.slice(answer.start, answer.end);
  const text = written.trim();
  return {
    response: { ...response, text },
    start: answer.start + (text === '' ? 0 : written.indexOf(text)),
    cutInReasoning: state === 'unclosed',
  };
}

/** The score with its span moved from the answer to the original text. */
export function placedInText(score: Score, start: number): Score {
  if (score.span === null || start === 0) return score;
  const { span } = score;
  return { ...score, span: { ...span, start: span.start + start, end: span.end + start } };
}

/** True when there is nothing to read: neither text nor a tool call. */
export function isBlank(response: ModelResponse): boolean {
  return response.text.trim() === '' && (response.toolCalls?.length ?? 0) === 0;
}
