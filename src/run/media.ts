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
