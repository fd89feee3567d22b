import type { Usage } from '../src/model/index.ts';
import type { AnswerDraft } from './answer.ts';
import { filteredSide, isObject } from './provider-error.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Takes a whole chat completion in; false when there is no choice with a message. */
export function readCompletion(body: Fields, draft: AnswerDraft): boolean {
  const choice = firstChoice(body);
  const message = choice?.['message'];
  if (choice === undefined || !isObject(message)) return false;
  readEnvelope(body, choice, draft);
  readPiece(message, draft);
  return true;
}

/** Takes one chunk of a streamed chat completion in. A chunk without choices carries the usage. */
export function readChunk(chunk: Fields, draft: AnswerDraft): void {
  const choice = firstChoice(chunk);
  readEnvelope(chunk, choice, draft);
  // Some services send a last chunk with the whole message; repeating it would double the answer.
  const delta = choice?.['delta'];
  if (isObject(delta)) readPiece(delta, draft);
}

function firstChoice(body: Fields): Fields | undefined {
  const choices = body['choices'];
  const first: unknown = Array.isArray(choices) ? choices[0] : undefined;
  return isObject(first) ? first : undefined;
}

function readEnvelope(body: Fields, choice: Fields | undefined, draft: AnswerDraft): void {
  draft.model = textOf(body['model']) || draft.model;
  draft.fingerprint = textOf(body['system_fingerprint']) || draft.fingerprint;
  draft.usage = readUsage(body['usage']) ?? readUsage(choice?.['usage']) ?? draft.usage;
  draft.finishReason = textOf(choice?.['finish_reason']) || draft.finishReason;
  if (promptFiltered(body) || filteredSide(body) === 'input') draft.inputFiltered = true;
}

/** The fields that a message and a delta share. */
function readPiece(piece: Fields, draft: AnswerDraft): void {
  // Two names for one channel; a gateway that sends both sends the same text twice.
  draft.addReasoning(textOf(piece['reasoning_content']) || textOf(piece['reasoning']));
  draft.addText(contentOf(piece['content']));
  draft.addRefusal(textOf(piece['refusal']));
  const calls = piece['tool_calls'];
  if (!Array.isArray(calls)) return;
  for (const [position, call] of calls.entries()) {
    if (!isObject(call)) continue;
    const called = isObject(call['function']) ? call['function'] : {};
    const { index } = call;
    draft.addToolCall({
      index: typeof index === 'number' ? index : calls.length > 1 ? position : undefined,
      id: textOf(call['id']) || undefined,
      name: textOf(called['name']) || undefined,
      arguments: argumentsOf(called['arguments']),
    });
  }
}

/** Content is a text, or a list of parts of which the text ones count. */
function contentOf(content: unknown): string {
  if (!Array.isArray(content)) return textOf(content);
  return content.map((part: unknown) => (isObject(part) ? textOf(part['text']) : '')).join('');
}

/** Arguments are JSON text; some services send the object itself. */
function argumentsOf(value: unknown): string {
  return isObject(value) ? JSON.stringify(value) : textOf(value);
}

function readUsage(value: unknown): Usage | undefined {
  if (!isObject(value)) return undefined;
  const inputTokens = value['prompt_tokens'];
  const outputTokens = value['completion_tokens'];
  if (typeof inputTokens !== 'number' || typeof outputTokens !== 'number') return undefined;
  const details = value['completion_tokens_details'];
  const reasoningTokens = isObject(details) ? details['reasoning_tokens'] : undefined;
  return {
    inputTokens,
    outputTokens,
    ...(typeof reasoningTokens === 'number' ? { reasoningTokens } : {}),
  };
}

/** `prompt_filter_results: [{content_filter_results: {<category>: {filtered: true}}}]`. */
function promptFiltered(body: Fields): boolean {
  const results = body['prompt_filter_results'];
  if (!Array.isArray(results)) return false;
  return results.some((result: unknown) => {
    const categories = isObject(result) ? result['content_filter_results'] : undefined;
    return (
      isObject(categories) &&
      Object.values(categories).some((entry) => isObject(entry) && entry['filtered'] === true)
    );
  });
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
