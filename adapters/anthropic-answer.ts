import type { Usage } from '../src/model/index.ts';
import type { AnswerDraft } from './answer.ts';
import { isObject } from './provider-error.ts';

/** A call without arguments has an empty input, of which no piece is ever streamed. */
const NO_ARGUMENTS = '{}';

type Fields = Readonly<Record<string, unknown>>;

/** Takes a whole message in; false when it has no list of content blocks. */
export function readMessage(body: Fields, draft: AnswerDraft): boolean {
  const { content } = body;
  if (!Array.isArray(content)) return false;
  readHead(body, draft);
  for (const [index, block] of content.entries()) {
    if (!isObject(block)) continue;
    readBlock(block, index, draft);
    draft.endToolCall(index, NO_ARGUMENTS);
  }
  readStop(body, draft);
  return true;
}

/** Takes one event of a streamed message in. */
export function readMessageEvent(event: Fields, draft: AnswerDraft): void {
  const index = typeof event['index'] === 'number' ? event['index'] : undefined;
  switch (event['type']) {
    case 'message_start':
      if (isObject(event['message'])) readHead(event['message'], draft);
      break;
    case 'content_block_start':
      if (isObject(event['content_block'])) readBlock(event['content_block'], index, draft);
      break;
    case 'content_block_delta':
      if (isObject(event['delta'])) readDelta(event['delta'], index, draft);
      break;
    case 'content_block_stop':
      if (index !== undefined) draft.endToolCall(index, NO_ARGUMENTS);
      break;
    case 'message_delta':
      draft.usage = readUsage(event['usage'], draft.usage);
      if (isObject(event['delta'])) readStop(event['delta'], draft);
      break;
  }
}

function readHead(message: Fields, draft: AnswerDraft): void {
  draft.model = textOf(message['model']) || draft.model;
  draft.usage = readUsage(message['usage'], draft.usage);
}

function readStop(fields: Fields, draft: AnswerDraft): void {
  draft.finishReason = textOf(fields['stop_reason']) || draft.finishReason;
  const details = fields['stop_details'];
  const explanation = isObject(details) ? textOf(details['explanation']) : '';
  if (isObject(details) && explanation !== '') {
    const category = textOf(details['category']);
    draft.stopError = { ...(category === '' ? {} : { code: category }), message: explanation };
  }
}

/** A block as a whole, or as it opens in a stream, where its text is still empty. */
function readBlock(block: Fields, index: number | undefined, draft: AnswerDraft): void {
  if (block['type'] === 'text') draft.addText(textOf(block['text']));
  if (block['type'] === 'thinking') draft.addReasoning(textOf(block['thinking']));
  if (block['type'] !== 'tool_use') return;
  const { input } = block;
  // A streamed block opens with an empty input; its JSON follows in pieces.
  const whole = isObject(input) && Object.keys(input).length > 0;
  draft.addToolCall({
    index,
    id: textOf(block['id']) || undefined,
    name: textOf(block['name']) || undefined,
    arguments: whole ? JSON.stringify(input) : '',
  });
}

function readDelta(delta: Fields, index: number | undefined, draft: AnswerDraft): void {
  draft.addText(textOf(delta['text']));
  draft.addReasoning(textOf(delta['thinking']));
  const json = delta['partial_json'];
  if (typeof json === 'string') {
    draft.addToolCall({ index, id: undefined, name: undefined, arguments: json });
  }
}

/** Counts come in two events; the later one may leave out what the earlier one said. */
function readUsage(value: unknown, before: Usage | undefined): Usage | undefined {
  if (!isObject(value)) return before;
  const details = value['output_tokens_details'];
  const thinking = isObject(details) ? details['thinking_tokens'] : undefined;
  const reasoningTokens = numberOf(thinking) ?? before?.reasoningTokens;
  const cached = ['cache_creation_input_tokens', 'cache_read_input_tokens']
    .map((name) => numberOf(value[name]) ?? 0)
    .reduce((a, b) => a + b, 0);
  const fresh = numberOf(value['input_tokens']);
  const inputTokens = fresh === undefined ? before?.inputTokens : fresh + cached;
  const outputTokens = numberOf(value['output_tokens']) ?? before?.outputTokens;
  if (inputTokens === undefined || outputTokens === undefined) return before;
  return {
    inputTokens,
    outputTokens,
    ...(reasoningTokens === undefined ? {} : { reasoningTokens }),
  };
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
