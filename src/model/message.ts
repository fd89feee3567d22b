import type { JsonObject } from './json.ts';

/**
 * A media file inside a message. Bytes never travel in the request itself: a request stays small
 * JSON that can be hashed and recorded, and an adapter reads the bytes by digest when it sends.
 */
export interface MediaPart {
  readonly type: 'image' | 'audio' | 'video';
  /** IANA media type, e.g. `image/png`. */
  readonly mediaType: string;
  /** SHA-256 of the file, lower-case hex. */
  readonly sha256: string;
}

export interface TextPart {
  readonly type: 'text';
  readonly text: string;
}

export type ContentPart = TextPart | MediaPart;

/** A function call the model asks for. `arguments` is the model's raw text, valid JSON or not. */
export interface ToolCall {
  readonly id: string;
  readonly name: string;
  readonly arguments: string;
}

export type Message =
  | { readonly role: 'system'; readonly content: string }
  | { readonly role: 'user'; readonly content: string | readonly ContentPart[] }
  | {
      readonly role: 'assistant';
      readonly content: string;
      readonly toolCalls?: readonly ToolCall[];
    }
  | { readonly role: 'tool'; readonly toolCallId: string; readonly content: string };

export interface ToolDefinition {
  readonly name: string;
  readonly description?: string;
  /** JSON Schema of the arguments object. */
  readonly parameters: JsonObject;
}

/** All text of a message's content, media left out. */
export function messageText(message: Message): string {
  if (typeof message.content === 'string') return message.content;
  return message.content.map((part) => (part.type === 'text' ? part.text : '')).join('');
}
