import type OpenAI from 'openai';
import type {
  ContentPart,
  MediaPart,
  Message,
  ModelParams,
  ModelRequest,
} from '../src/model/index.ts';
import type { EncodedMedia } from './media.ts';
import { base64Of } from './media.ts';
import { UnsupportedRequest } from './unsupported-request.ts';

type Chat = OpenAI.Chat.Completions.ChatCompletionCreateParams;
type ChatMessage = OpenAI.Chat.Completions.ChatCompletionMessageParam;
type ChatPart = OpenAI.Chat.Completions.ChatCompletionContentPart;

export interface ChatSettings {
  readonly model: string;
  readonly stream: boolean;
  readonly maxTokensField: 'max_tokens' | 'max_completion_tokens';
  readonly media: EncodedMedia;
}

/**
 * The body of a chat completion. A field is present only when the request asks for it, so that the
 * provider's own defaults stay in force; `params.extra` comes last and wins.
 *
 * @throws UnsupportedRequest for a media type that the protocol does not carry.
 */
export function toChatCompletion(request: ModelRequest, settings: ChatSettings): Chat {
  const { tools, toolChoice, responseFormat } = request;
  return {
    model: settings.model,
    messages: request.messages.map((message) => toMessage(message, settings.media)),
    ...toSampling(request.params, settings.maxTokensField),
    ...(tools === undefined || tools.length === 0
      ? {}
      : {
          tools: tools.map((tool) => ({ type: 'function' as const, function: toFunction(tool) })),
        }),
    ...(toolChoice === undefined ? {} : { tool_choice: toolChoice }),
    ...(responseFormat === undefined ? {} : { response_format: toFormat(responseFormat) }),
    ...(settings.stream ? { stream: true, stream_options: { include_usage: true } } : {}),
    ...request.params.extra,
  };
}

function toSampling(params: ModelParams, maxTokensField: ChatSettings['maxTokensField']) {
  const { temperature, topP, maxTokens, stop, seed } = params;
  return {
    ...(temperature === undefined ? {} : { temperature }),
    ...(topP === undefined ? {} : { top_p: topP }),
    ...(maxTokens === undefined ? {} : { [maxTokensField]: maxTokens }),
    ...(stop === undefined ? {} : { stop: [...stop] }),
    ...(seed === undefined ? {} : { seed }),
  };
}

function toFunction(tool: NonNullable<ModelRequest['tools']>[number]) {
  const { name, description, parameters } = tool;
  return { name, ...(description === undefined ? {} : { description }), parameters };
}

function toFormat(format: NonNullable<ModelRequest['responseFormat']>) {
  if (format.type === 'json') return { type: 'json_object' as const };
  const { name, schema } = format;
  return { type: 'json_schema' as const, json_schema: { name, schema } };
}

function toMessage(message: Message, media: EncodedMedia): ChatMessage {
  switch (message.role) {
    case 'system':
      return { role: 'system', content: message.content };
    case 'user':
      return { role: 'user', content: toContent(message.content, media) };
    case 'tool':
      return { role: 'tool', tool_call_id: message.toolCallId, content: message.content };
    case 'assistant': {
      const { content, toolCalls } = message;
      if (toolCalls === undefined || toolCalls.length === 0) return { role: 'assistant', content };
      return {
        role: 'assistant',
        // A turn that only calls tools has no content, which the protocol writes as null.
        content: content === '' ? null : content,
        tool_calls: toolCalls.map(({ id, name, arguments: text }) => ({
          id,
          type: 'function',
          function: { name, arguments: text },
        })),
      };
    }
  }
}

function toContent(content: string | readonly ContentPart[], media: EncodedMedia) {
  if (typeof content === 'string') return content;
  return content.map(
    (part): ChatPart =>
      part.type === 'text' ? { type: 'text', text: part.text } : toMediaPart(part, media),
  );
}

const AUDIO_FORMATS: Readonly<Record<string, 'wav' | 'mp3'>> = {
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
};

function toMediaPart(part: MediaPart, media: EncodedMedia): ChatPart {
  const data = base64Of(part, media);
  if (part.type === 'image') {
    return { type: 'image_url', image_url: { url: `data:${part.mediaType};base64,${data}` } };
  }
  const format = part.type === 'audio' ? AUDIO_FORMATS[part.mediaType] : undefined;
  if (format === undefined) {
    throw new UnsupportedRequest(`chat completions do not carry ${part.type} as ${part.mediaType}`);
  }
  return { type: 'input_audio', input_audio: { data, format } };
}
