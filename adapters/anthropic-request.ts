import type Anthropic from '@anthropic-ai/sdk';
import type {
  ContentPart,
  Message,
  ModelParams,
  ModelRequest,
  ToolCall,
} from '../src/model/index.ts';
import { messageText } from '../src/model/index.ts';
import { parseJson } from './faults.ts';
import type { EncodedMedia } from './media.ts';
import { base64Of } from './media.ts';
import { isObject } from './provider-error.ts';
import { UnsupportedRequest } from './unsupported-request.ts';

type Body = Anthropic.MessageCreateParams;
type Block = Anthropic.ContentBlockParam;
type ImageType = Anthropic.Base64ImageSource['media_type'];

/** The protocol demands a bound; this one is used when the request names none. */
const DEFAULT_MAX_TOKENS = 4096;

const IMAGE_TYPES: readonly ImageType[] = ['image/jpeg', 'image/png', 'image/gif', 'image/webp'];

export interface MessagesSettings {
  readonly model: string;
  readonly stream: boolean;
  readonly media: EncodedMedia;
}

/**
 * The body of a Messages call: system messages at the head are split out, tool results become
 * blocks of a user message. `params.extra` comes last and wins.
 *
 * @throws UnsupportedRequest for what the protocol has no field for. Leaving it out would ask the
 *   model something else than the record says.
 */
export function toMessages(request: ModelRequest, settings: MessagesSettings): Body {
  const { messages, tools, toolChoice } = request;
  const firstTurn = messages.findIndex((message) => message.role !== 'system');
  const head = firstTurn === -1 ? messages : messages.slice(0, firstTurn);
  const system = head.map((message) => ({ type: 'text' as const, text: messageText(message) }));
  return {
    model: settings.model,
    max_tokens: request.params.maxTokens ?? DEFAULT_MAX_TOKENS,
    ...(system.length === 0 ? {} : { system }),
    messages: toTurns(messages.slice(head.length), settings.media),
    ...toSampling(request.params),
    ...(tools === undefined || tools.length === 0 ? {} : { tools: tools.map(toTool) }),
    ...(toolChoice === undefined ? {} : { tool_choice: TOOL_CHOICES[toolChoice] }),
    ...toFormat(request.responseFormat),
    ...(settings.stream ? { stream: true } : {}),
    ...request.params.extra,
  };
}

const TOOL_CHOICES = {
  auto: { type: 'auto' },
  none: { type: 'none' },
  required: { type: 'any' },
} as const;

/**
 * Temperature and top_p are passed on although the newest protocol version no longer lists them:
 * endpoints of earlier versions take them, and one that does not says so in its own words.
 */
function toSampling({ temperature, topP, stop, seed }: ModelParams) {
  if (seed !== undefined) throw new UnsupportedRequest('the Messages protocol has no seed');
  return {
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(stop === undefined ? {} : { stop_sequences: [...stop] }),
  };
}

function toTool(tool: NonNullable<ModelRequest['tools']>[number]): Anthropic.Tool {
  const { name, description, parameters } = tool;
  return {
    name,
    ...(description === undefined ? {} : { description }),
    input_schema: { ...parameters, type: 'object' },
  };
}

function toFormat(format: ModelRequest['responseFormat']) {
  if (format === undefined) return {};
  if (format.type === 'json') {
    throw new UnsupportedRequest('the Messages protocol has no JSON mode without a schema');
  }
  return { output_config: { format: { type: 'json_schema' as const, schema: format.schema } } };
}

/** All results that answer one assistant message have to stand in one user message. */
function toTurns(messages: readonly Message[], media: EncodedMedia): Anthropic.MessageParam[] {
  const turns: Anthropic.MessageParam[] = [];
  let results: Block[] | undefined;
  for (const message of messages) {
    if (message.role !== 'tool') {
      results = undefined;
      turns.push(toTurn(message, media));
      continue;
    }
    if (results === undefined) {
      results = [];
      turns.push({ role: 'user', content: results });
    }
    const { toolCallId, content } = message;
    results.push({ type: 'tool_result', tool_use_id: toolCallId, content });
  }
  return turns;
}

function toTurn(
  message: Exclude<Message, { role: 'tool' }>,
  media: EncodedMedia,
): Anthropic.MessageParam {
  if (message.role === 'system') return message;
  if (message.role === 'user') {
    const { role, content } = message;
    if (typeof content === 'string') return { role, content };
    return { role, content: content.map((part) => toBlock(part, media)) };
  }
  const { content, toolCalls } = message;
  if (toolCalls === undefined || toolCalls.length === 0) return { role: 'assistant', content };
  // An empty text block is refused by the protocol.
  const text: Block[] = content === '' ? [] : [{ type: 'text', text: content }];
  return { role: 'assistant', content: [...text, ...toolCalls.map(toToolUse)] };
}

function toToolUse({ id, name, arguments: text }: ToolCall): Block {
  const input = parseJson(text);
  if (!isObject(input)) {
    throw new UnsupportedRequest(
      `the arguments of tool call ${id} are not a JSON object, which the Messages protocol cannot carry`,
    );
  }
  return { type: 'tool_use', id, name, input };
}

function toBlock(part: ContentPart, media: EncodedMedia): Block {
  if (part.type === 'text') return { type: 'text', text: part.text };
  const mediaType = IMAGE_TYPES.find((type) => type === part.mediaType);
  if (part.type !== 'image' || mediaType === undefined) {
    throw new UnsupportedRequest(
      `the Messages protocol does not carry ${part.type} as ${part.mediaType}`,
    );
  }
  const data = base64Of(part, media);
  return { type: 'image', source: { type: 'base64', media_type: mediaType, data } };
}
