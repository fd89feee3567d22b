import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SuiteMedia } from '../suite/index.ts';

/** Reads the media of a plan by digest, for adapters. */
export function mediaReader(
  media: ReadonlyMap<string, SuiteMedia>,
): (sha256: string) => Promise<Uint8Array> {
  return async (sha256) => {
    const file = media.get(sha256);
    if (file === undefined) throw new Error(`The plan has no media ${sha256}.`);
    return file.read();
  };
}

/** The media of a run folder. Which type they have stands in the messages that refer to them. */
export function runFolderMedia(folder: string): ReadonlyMap<string, SuiteMedia> {
  const top = join(folder, 'plan', 'media');
  if (!existsSync(top)) return new Map();
  return new Map(
    readdirSync(top).map((digest) => [
      digest,
      {
        sha256: digest,
        mediaType: 'application/octet-stream',
        read: () => readFileSync(join(top, digest)),
      },
    ]),
  );
}
