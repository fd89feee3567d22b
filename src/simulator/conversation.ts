import { hash } from 'node:crypto';
import { type Message, type ModelRequest, messageText } from '../model/index.ts';

/** A media file: known by its digest, or as it came over the wire. */
export type Media = { readonly sha256: string } | { readonly base64: string };

export interface Utterance {
  readonly role: 'system' | 'user' | 'assistant' | 'tool';
  readonly text: string;
  readonly media: readonly Media[];
}

/** A conversation as every wire protocol can be read: the last utterance wants an answer. */
export type Conversation = readonly Utterance[];

/** What besides the conversation can tell two cases with the same words apart. */
export interface Setting {
  readonly tools: readonly string[];
  readonly maxTokens: number | null;
  readonly stop: readonly string[];
}

export function digest(value: unknown): string {
  return hash('sha256', JSON.stringify(value), 'base64url');
}

/** Stands for a media file: a picture may be sent re-encoded, or before or after the words. */
const MEDIA_MARK = '\u{fffc}';

/**
 * The digest by which a conversation is found. Assistant utterances are left out, so that turn k
 * of a dialogue is found whatever was answered before; system texts count as one, since some
 * protocols have one place for them.
 */
export function conversationKey(conversation: Conversation): string {
  const system = conversation.filter((said) => said.role === 'system').map((said) => said.text);
  const said = conversation
    .filter((utterance) => utterance.role === 'user' || utterance.role === 'tool')
    .map(({ role, text, media }) => [role, text + MEDIA_MARK.repeat(media.length)]);
  return digest([system.join('\n\n'), said]);
}

/** The digest that tells apart the cases that share a `conversationKey`. Reads media bytes. */
export function variantKey(conversation: Conversation, setting: Setting): string {
  const media = conversation.flatMap((utterance) => utterance.media.map(mediaDigest));
  return digest([media, setting.tools.toSorted(), setting.maxTokens, setting.stop]);
}

function mediaDigest(media: Media): string {
  if ('sha256' in media) return media.sha256;
  return hash('sha256', Buffer.from(media.base64, 'base64'), 'hex');
}

/** A case's messages as they will arrive. */
export function conversationOf(messages: readonly Message[]): Conversation {
  return messages.map((message) => {
    const parts = typeof message.content === 'string' ? [] : message.content;
    const media = parts.filter((part) => part.type !== 'text');
    return { role: message.role, text: messageText(message), media };
  });
}

export function settingOf(request: ModelRequest): Setting {
  return {
    tools: (request.tools ?? []).map((tool) => tool.name),
    maxTokens: request.params.maxTokens ?? null,
    stop: request.params.stop ?? [],
  };
}
