import { randomUUID } from 'node:crypto';
import type { Json, JsonObject } from '../../model/index.ts';
import { type AnswerLimits, type Completion, complete, pieces } from '../completion.ts';
import { digest, type Media, type Setting, type Utterance } from '../conversation.ts';
import { estimateTokens } from '../tokens.ts';
import { ApiError, MODEL_NAME, type ModelEndpoint, openaiError, type Payload } from './contract.ts';
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

/** OpenAI chat completions, whole and streamed. */
export const chatCompletions: ModelEndpoint = {
  kind: 'model',
  method: 'POST',
  path: '/v1/chat/completions',
  apiKey: bearerToken,
  errorBody: openaiError,
  read: ({ body: bytes }, model) => {
    const body = jsonBody(bytes);
    checkModel(body, model);
    const conversation = messagesField(body).map(readMessage);
    const limits = readLimits(body);
    const stream = readStream(body);
    const tools = objectsField(body, 'tools').map(toolName);
    const setting: Setting = { tools, ...limits };
    const place = model.find(conversation, setting);
    const answer = model.answer(place);
    return {
      prompt: digest(body['messages']),
      place,
      origin: answer.origin,
      render: (flaw) => {
        const completion = complete(answer, limits, flaw);
        const prompt = conversation.reduce((sum, said) => sum + estimateTokens(said.text), 0);
        return stream.wanted
          ? streamed(completion, usage(prompt, completion), stream.usage)
          : whole(completion, usage(prompt, completion));
      },
    };
  },
};

const ROLES: Readonly<Record<string, Utterance['role']>> = {
  system: 'system',
  developer: 'system',
  user: 'user',
  assistant: 'assistant',
  tool: 'tool',
};

function readMessage(message: JsonObject, at: number): Utterance {
  const role = typeof message['role'] === 'string' ? ROLES[message['role']] : undefined;
  if (role === undefined) {
    throw invalid(`messages[${at}].role`, `expected one of ${Object.keys(ROLES).join(', ')}`);
  }
  const content = message['content'] ?? null;
  if (typeof content === 'string') return { role, text: content, media: [] };
  if (content === null && role === 'assistant') return { role, text: '', media: [] };
  const param = `messages[${at}].content`;
  if (!Array.isArray(content)) throw invalid(param, 'expected a text or a list of parts');
  const parts = content.map((part) => readPart(part, param));
  const text = parts.map((part) => (typeof part === 'string' ? part : '')).join('');
  return { role, text, media: parts.filter((part) => typeof part !== 'string') };
}

/** A part's text, or its media. */
function readPart(part: Json, param: string): string | Media {
  const type = isObject(part) ? part['type'] : undefined;
  if (isObject(part) && typeof type === 'string') {
    if (type === 'text' && typeof part['text'] === 'string') return part['text'];
    const value = part[type];
    const source = isObject(value) ? (value['url'] ?? value['data']) : value;
    if (MEDIA_PARTS.has(type) && typeof source === 'string') {
      return { base64: source.replace(/^data:[^,]*,/, '') };
    }
  }
  throw invalid(param, 'a part is neither text nor media');
}

const MEDIA_PARTS: ReadonlySet<string> = new Set(['image_url', 'input_audio', 'video_url']);

function readLimits(body: JsonObject): AnswerLimits {
  numberField(body, 'temperature', [0, 2]);
  numberField(body, 'top_p', [0, 1]);
  integerField(body, 'seed', Number.MIN_SAFE_INTEGER);
  if ((integerField(body, 'n', 1) ?? 1) !== 1) {
    throw new ApiError(400, 'unsupported_value', "Only 'n': 1 is supported.", 'n');
  }
  const bounds = [
    integerField(body, 'max_completion_tokens', 1),
    integerField(body, 'max_tokens', 1),
  ];
  return {
    maxTokens: bounds.find((bound) => bound !== null) ?? null,
    stop: textsField(body, 'stop'),
  };
}

function readStream(body: JsonObject): { readonly wanted: boolean; readonly usage: boolean } {
  const options = body['stream_options'] ?? {};
  if (!isObject(options)) throw invalid('stream_options', 'expected an object');
  return { wanted: booleanField(body, 'stream'), usage: booleanField(options, 'include_usage') };
}

function toolName(tool: JsonObject, at: number): string {
  const description = tool['function'];
  const name = isObject(description) ? description['name'] : undefined;
  if (typeof name !== 'string') throw invalid(`tools[${at}].function.name`, 'expected a name');
  return name;
}

const FINISH: Readonly<Record<Completion['finish'], string>> = {
  stop: 'stop',
  length: 'length',
  'tool-calls': 'tool_calls',
  filtered: 'content_filter',
};

function usage(prompt: number, { outputTokens }: Completion): JsonObject {
  return {
    prompt_tokens: prompt,
    completion_tokens: outputTokens,
    total_tokens: prompt + outputTokens,
  };
}

function envelope(object: 'chat.completion' | 'chat.completion.chunk'): JsonObject {
  return {
    id: `chatcmpl-${randomUUID()}`,
    object,
    created: Math.floor(Date.now() / 1000),
    model: MODEL_NAME,
    system_fingerprint: 'simulator',
  };
}

function toolCalls(completion: Completion): JsonObject[] {
  return completion.toolCalls.map((call) => ({
    id: `call_${randomUUID()}`,
    type: 'function',
    function: { ...call },
  }));
}

function whole(completion: Completion, counted: JsonObject): Payload {
  const calls = toolCalls(completion);
  const message = {
    role: 'assistant',
    content: calls.length > 0 && completion.text === '' ? null : completion.text,
    ...(calls.length === 0 ? {} : { tool_calls: calls }),
  };
  const choice = { index: 0, message, logprobs: null, finish_reason: FINISH[completion.finish] };
  return jsonPayload({ ...envelope('chat.completion'), choices: [choice], usage: counted });
}

function streamed(completion: Completion, counted: JsonObject, withUsage: boolean): Payload {
  const head = envelope('chat.completion.chunk');
  const pending = withUsage ? { usage: null } : {};
  const chunk = (delta: JsonObject, finish: string | null = null): string =>
    JSON.stringify({
      ...head,
      choices: [{ index: 0, delta, logprobs: null, finish_reason: finish }],
      ...pending,
    });
  const chunks = [
    chunk({ role: 'assistant', content: '' }),
    ...pieces(completion.text).map((content) => chunk({ content })),
    ...toolCalls(completion).flatMap((call, index) =>
      toolCallDeltas(call, index).map((delta) => chunk({ tool_calls: [delta] })),
    ),
    chunk({}, FINISH[completion.finish]),
    ...(withUsage ? [JSON.stringify({ ...head, choices: [], usage: counted })] : []),
    '[DONE]',
  ];
  return eventStream(chunks.map((data) => ({ data })));
}

/** The name first, then the arguments in pieces, as providers send them. */
function toolCallDeltas(call: JsonObject, index: number): JsonObject[] {
  const { name, arguments: text } = call['function'] as { name: string; arguments: string };
  return [
    { index, id: call['id'] ?? null, type: 'function', function: { name, arguments: '' } },
    ...pieces(text).map((piece) => ({ index, function: { arguments: piece } })),
  ];
}
