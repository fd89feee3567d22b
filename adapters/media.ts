import type { AdapterHost, Json, MediaPart, ModelRequest } from '../src/model/index.ts';
import { mapStrings } from './secrets.ts';

/** Base64 of every media file of a request, by SHA-256. */
export type EncodedMedia = ReadonlyMap<string, string>;

export async function encodeMedia(request: ModelRequest, host: AdapterHost): Promise<EncodedMedia> {
  const encoded = new Map<string, string>();
  for (const { sha256 } of mediaParts(request)) {
    if (encoded.has(sha256)) continue;
    const bytes = await host.readMedia(sha256);
    encoded.set(sha256, Buffer.from(bytes).toString('base64'));
  }
  return encoded;
}

/** The base64 of one part. */
export function base64Of(part: MediaPart, media: EncodedMedia): string {
  const base64 = media.get(part.sha256);
  if (base64 === undefined) throw new Error(`media ${part.sha256} was not encoded`);
  return base64;
}

/**
 * A body as it was sent, every media file replaced by `{sha256}`, whether it stood there as bare
 * base64 or as a `data:` URL.
 */
export function withoutMedia(body: Json, media: EncodedMedia): Json {
  if (media.size === 0) return body;
  const digests = new Map([...media].map(([sha256, base64]) => [base64, sha256]));
  return mapStrings(body, (text) => {
    const bare = text.startsWith('data:') ? text.slice(text.indexOf(',') + 1) : text;
    const sha256 = digests.get(bare);
    return sha256 === undefined ? text : { sha256 };
  }) as Json;
}

function* mediaParts(request: ModelRequest): Generator<MediaPart> {
  for (const { content } of request.messages) {
    if (typeof content === 'string') continue;
    for (const part of content) if (part.type !== 'text') yield part;
  }
}
