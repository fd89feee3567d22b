import { randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '../../model/index.ts';
import { type AnswerLimits, type Completion, complete, pieces } from '../completion.ts';
import { digest, type Setting, type Utterance } from '../conversation.ts';
import { estimateTokens } from '../tokens.ts';
import { type ApiError, MODEL_NAME, type ModelEndpoint, type Payload } from './contract.ts';
import {
  bearerToken,
  booleanField,
  checkModel,
  integerField,
  invalid,
  isObject,
  jsonBody,
  messagesField,
  numberField,
  objectsField,
  textsField,
} from './request-fields.ts';
import { eventStream, jsonPayload } from './server-sent-events.ts';

/** Anthropic messages, whole and streamed. */
export const messages: ModelEndpoint = {
  kind: 'model',
  method: 'POST',
  path: '/v1/messages',
  apiKey: (headers) => {
    const key = headers['x-api-key'];
    return typeof key === 'string' ? key : bearerToken(headers);
  },
  errorBody: anthropicError,
  read: ({ body: bytes }, model) => {
    const body = jsonBody(bytes);
    checkModel(body, model);
    const conversation = [...readSystem(body), ...messagesField(body).flatMap(readMessage)];
    const limits = readLimits(body);
    const stream = booleanField(body, 'stream');
    const setting: Setting = { tools: objectsField(body, 'tools').map(toolName), ...limits };
    const place = model.find(conversation, setting);
    const answer = model.answer(place);
    return {
      prompt: digest([body['system'] ?? null, body['messages']]),
      place,
      origin: answer.origin,
      render: (flaw) => {
        const completion = complete(answer, limits, flaw);
        const input = conversation.reduce((sum, said) => sum + estimateTokens(said.text), 0);
        return stream ? streamed(completion, input) : whole(completion, input);
      },
    };
  },
};

const ERROR_TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  503: 'overloaded_error',
};

function anthropicError({ status, code, message }: ApiError): JsonObject {
  // The protocol has no word of its own for a blocked input; gateways put the filter's name here.
  const type = code === 'content_filter' ? code : (ERROR_TYPES[status] ?? 'api_error');
  return { type: 'error', error: { type, message } };
}

function readSystem(body: JsonObject): Utterance[] {
  const system = body['system'] ?? null;
  if (system === null) return [];
  const text = typeof system === 'string' ? system : blocksText(system, 'system', '\n\n');
  return [{ role: 'system', text, media: [] }];
}

/** One message; the results of tools that it holds are utterances of their own. */
function readMessage(message: JsonObject, at: number): Utterance[] {
  const { role } = message;
  if (role !== 'user' && role !== 'assistant' && role !== 'system') {
    throw invalid(`messages.${at}.role`, 'expected user, assistant or system');
  }
  const content = message['content'] ?? null;
  if (typeof content === 'string') return [{ role, text: content, media: [] }];
  const param = `messages.${at}.content`;
  if (!Array.isArray(content) || !content.every(isObject)) {
    throw invalid(param, 'expected a text or a list of blocks');
  }
  const results = content.filter((block) => block['type'] === 'tool_result');
  const own = content.filter((block) => block['type'] !== 'tool_result');
  const said: Utterance = {
    role,
    text: own.map((block) => (block['type'] === 'text' ? textOf(block, param) : '')).join(''),
    media: own.flatMap((block) => {
      const data = isObject(block['source']) ? block['source']['data'] : undefined;
      return block['type'] === 'image' ? [{ base64: typeof data === 'string' ? data : '' }] : [];
    }),
  };
  return [
    ...results.map(
      (block): Utterance => ({ role: 'tool', text: resultText(block, param), media: [] }),
    ),
    ...(own.length > 0 ? [said] : []),
  ];
}

function resultText(block: JsonObject, param: string): string {
  const content = block['content'] ?? '';
  return typeof content === 'string' ? content : blocksText(content, param, '');
}

function blocksText(blocks: Json, param: string, separator: string): string {
  if (!Array.isArray(blocks) || !blocks.every(isObject)) {
    throw invalid(param, 'expected a text or a list of text blocks');
  }
  return blocks.map((block) => textOf(block, param)).join(separator);
}

function textOf(block: JsonObject, param: string): string {
  if (typeof block['text'] !== 'string') throw invalid(param, 'a text block has no text');
  return block['text'];
}

function readLimits(body: JsonObject): AnswerLimits {
  numberField(body, 'temperature', [0, 1]);
  numberField(body, 'top_p', [0, 1]);
  const maxTokens = integerField(body, 'max_tokens', 1);
  if (maxTokens === null) throw invalid('max_tokens', 'the field is required');
  return { maxTokens, stop: textsField(body, 'stop_sequences') };
}

function toolName(tool: JsonObject, at: number): string {
  if (typeof tool['name'] !== 'string') throw invalid(`tools.${at}.name`, 'expected a name');
  return tool['name'];
}

function stopReason({ finish, stopSequence }: Completion): string {
  switch (finish) {
    case 'stop':
      return stopSequence === null ? 'end_turn' : 'stop_sequence';
    case 'length':
      return 'max_tokens';
    case 'tool-calls':
      return 'tool_use';
    case 'filtered':
      return 'refusal';
  }
}

function envelope(): JsonObject {
  return { id: `msg_${randomUUID()}`, type: 'message', role: 'assistant', model: MODEL_NAME };
}

function toolUse(call: Completion['toolCalls'][number], input: JsonObject): JsonObject {
  return { type: 'tool_use', id: `toolu_${randomUUID()}`, name: call.name, input };
}

/** The protocol carries an object here: arguments that are none cannot be told in full. */
function parsedArguments(text: string): JsonObject {
  try {
    const value = JSON.parse(text) as Json;
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function whole(completion: Completion, input: number): Payload {
  const content = [
    ...(completion.text === '' ? [] : [{ type: 'text', text: completion.text }]),
    ...completion.toolCalls.map((call) => toolUse(call, parsedArguments(call.arguments))),
  ];
  return jsonPayload({
    ...envelope(),
    content,
    stop_reason: stopReason(completion),
    stop_sequence: completion.stopSequence,
    usage: { input_tokens: input, output_tokens: completion.outputTokens },
  });
}

function streamed(completion: Completion, input: number): Payload {
  const start = {
    ...envelope(),
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: input, output_tokens: 0 },
  };
  const events: ({ type: string } & JsonObject)[] = [
    { type: 'message_start', message: start },
    ...blocks(completion).flatMap(({ block, deltas }, index) => [
      { type: 'content_block_start', index, content_block: block },
      ...deltas.map((delta) => ({ type: 'content_block_delta', index, delta })),
      { type: 'content_block_stop', index },
    ]),
    {
      type: 'message_delta',
      delta: { stop_reason: stopReason(completion), stop_sequence: completion.stopSequence },
      usage: { output_tokens: completion.outputTokens },
    },
    { type: 'message_stop' },
  ];
  return eventStream(events.map((event) => ({ event: event.type, data: JSON.stringify(event) })));
}

function blocks(completion: Completion): { block: JsonObject; deltas: JsonObject[] }[] {
  const text = {
    block: { type: 'text', text: '' },
    deltas: pieces(completion.text).map((piece) => ({ type: 'text_delta', text: piece })),
  };
  const calls = completion.toolCalls.map((call) => ({
    block: toolUse(call, {}),
    deltas: pieces(call.arguments).map((piece) => ({
      type: 'input_json_delta',
      partial_json: piece,
    })),
  }));
  return [...(completion.text === '' ? [] : [text]), ...calls];
}
