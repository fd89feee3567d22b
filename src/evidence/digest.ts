import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';

/** Digests of one sequence of bytes, lower-case hex: SHA-256, and SM3 for Chinese commercial use. */
export interface DigestSet {
  readonly sha256: string;
  readonly sm3: string;
}

/** Takes bytes piece by piece. */
export interface Digester {
  add(bytes: Uint8Array): void;
  readonly size: number;
  /** Once, at the end. */
  digest(): DigestSet;
}

export function digester(): Digester {
  const sha256 = createHash('sha256');
  const sm3 = createHash('sm3');
  let size = 0;
  return {
    add(bytes) {
      sha256.update(bytes);
      sm3.update(bytes);
      size += bytes.length;
    },
    get size() {
      return size;
    },
    digest: () => ({ sha256: sha256.digest('hex'), sm3: sm3.digest('hex') }),
  };
}

export function digestsOf(data: string | Uint8Array): DigestSet {
  const all = digester();
  all.add(typeof data === 'string' ? Buffer.from(data) : data);
  return all.digest();
}

/** Size and digests of a file, read in pieces. */
export function fileDigests(path: string): { size: number; digest: DigestSet } {
  const all = digester();
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(1 << 20);
    for (;;) {
      const read = readSync(file, chunk, 0, chunk.length, null);
      if (read === 0) break;
      all.add(chunk.subarray(0, read));
    }
  } finally {
    closeSync(file);
  }
  return { size: all.size, digest: all.digest() };
}
