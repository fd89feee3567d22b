import { closeSync, openSync, readSync } from 'node:fs';

const CHUNK = 1 << 20;
const NEWLINE = 10;

/** One line of a file as bytes, which are those of a memory that is used again for the next line. */
export interface LineBytes {
  readonly bytes: Buffer;
  /** Offset of the byte after its line feed. */
  readonly end: number;
  /** False for a last line that has no line feed: a write that was cut off. */
  readonly complete: boolean;
}

/** One line of a file, with the offset of the byte after its line feed. */
export interface Line {
  readonly text: string;
  readonly end: number;
  /** False for a last line that has no line feed: a write that was cut off. */
  readonly complete: boolean;
}

/** The lines of a UTF-8 file one by one, as `readLineBytes`. */
export function* readLines(path: string, onBytes?: (bytes: Uint8Array) => void): Generator<Line> {
  for (const { bytes, end, complete } of readLineBytes(path, onBytes)) {
    yield { text: bytes.toString(), end, complete };
  }
}

/**
 * The lines of a file one by one; memory is bounded by the longest line.
 *
 * @param onBytes sees every byte of the file in order; the memory is used again after the call
 */
export function* readLineBytes(
  path: string,
  onBytes?: (bytes: Uint8Array) => void,
): Generator<LineBytes> {
  const file = openSync(path, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let rest: Buffer[] = [];
    let offset = 0;
    for (;;) {
      const read = readSync(file, chunk, 0, CHUNK, null);
      if (read === 0) break;
      onBytes?.(chunk.subarray(0, read));
      let from = 0;
      for (;;) {
        const at = chunk.subarray(0, read).indexOf(NEWLINE, from);
        if (at === -1) break;
        const piece = chunk.subarray(from, at);
        const bytes = rest.length === 0 ? piece : Buffer.concat([...rest, piece]);
        rest = [];
        from = at + 1;
        yield { bytes, end: offset + from, complete: true };
      }
      // The chunk's memory is used again, so what is left of it is copied.
      if (from < read) rest.push(Buffer.from(chunk.subarray(from, read)));
      offset += read;
    }
    if (rest.length > 0) yield { bytes: Buffer.concat(rest), end: offset, complete: false };
  } finally {
    closeSync(file);
  }
}
