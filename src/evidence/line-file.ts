import { closeSync, openSync, writeSync } from 'node:fs';

/** A new file that is written line by line. */
export interface LineFile {
  add(line: string): void;
  close(): void;
}

/** Lines that are written together. */
const BLOCK = 500;

/** Makes the file; fails when it is there already. */
export function newLineFile(path: string): LineFile {
  const file = openSync(path, 'wx');
  let block: string[] = [];
  const flush = (): void => {
    const bytes = Buffer.from(block.join(''));
    block = [];
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
  };
  return {
    add(line) {
      block.push(`${line}\n`);
      if (block.length >= BLOCK) flush();
    },
    close() {
      try {
        flush();
      } finally {
        closeSync(file);
      }
    },
  };
}
