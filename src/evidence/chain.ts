import { closeSync, existsSync, fdatasyncSync, ftruncateSync, openSync, writeSync } from 'node:fs';
import { UserError } from '../document/index.ts';
import { canonicalJson, sha256, wellFormed } from './canonical.ts';
import { readLines } from './lines.ts';
import { merkleTree } from './merkle.ts';

/** `prev` of the first line of a chain. */
export const CHAIN_START = '0'.repeat(64);

/** The head of a chain: what the next line has to name. */
export interface ChainHead {
  readonly lines: number;
  /** SHA-256 of the last line's bytes without the line feed. */
  readonly head: string;
  /** Merkle root (RFC 6962) over the lines. */
  readonly root: string;
}

/**
 * An append-only JSON Lines file in which every line holds its number (`seq`) and the digest of
 * the line before (`prev`).
 *
 * Lines of one turn of the event loop are written together. A process that is killed loses what it
 * has not yet written, at most the lines of the turn it dies in; against a loss of power the file
 * is synced at `sync()` and `close()`.
 */
export interface ChainWriter {
  append(record: object): void;
  /** Hands everything appended so far to the operating system. */
  flush(): void;
  /** As `flush`, and waits until the disk has it. */
  sync(): void;
  close(): ChainHead;
  /** Bytes of a torn last line that were cut off when the file was opened. */
  readonly healedBytes: number;
}

export function openChain(path: string): ChainWriter {
  const tree = merkleTree();
  let seq = 0;
  let prev = CHAIN_START;
  let good = 0;
  let seen = 0;
  if (existsSync(path)) {
    for (const line of readLines(path)) {
      seen = line.end;
      if (!line.complete) break;
      checkLink(line.text, seq, prev, path);
      prev = sha256(line.text);
      tree.add(line.text);
      seq++;
      good = line.end;
    }
  }
  const file = openSync(path, 'a');
  // A write cut off by a crash leaves half a line; the answer in it was never acknowledged.
  if (seen > good) ftruncateSync(file, good);

  let pending: string[] = [];
  let scheduled = false;
  let failure: unknown;
  const flush = (): void => {
    if (failure !== undefined) throw failure;
    if (pending.length === 0) return;
    const bytes = Buffer.from(pending.join(''));
    pending = [];
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    } catch (error) {
      failure = writeProblem(path, error);
      throw failure;
    }
  };
  return {
    healedBytes: seen - good,
    append(record) {
      if (failure !== undefined) throw failure;
      const line = canonicalJson({ ...wellFormed(record), seq, prev });
      seq++;
      prev = sha256(line);
      tree.add(line);
      pending.push(`${line}\n`);
      if (scheduled) return;
      scheduled = true;
      setImmediate(() => {
        scheduled = false;
        try {
          flush();
        } catch {
          // Kept in `failure`; the next append, flush or close reports it.
        }
      });
    },
    flush,
    sync() {
      flush();
      fdatasyncSync(file);
    },
    close() {
      flush();
      fdatasyncSync(file);
      closeSync(file);
      return { lines: seq, head: prev, root: tree.root() };
    },
  };
}

function writeProblem(path: string, error: unknown): UserError {
  const code = (error as NodeJS.ErrnoException).code ?? 'error';
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return new UserError(
    [
      {
        code: full ? 'disk-full' : 'write-failed',
        severity: 'error',
        file: path,
        message: {
          zh: `无法写入证据（${code}）${full ? '：磁盘已满' : ''}。`,
          en: `The evidence cannot be written (${code})${full ? ': the disk is full' : ''}.`,
        },
        hint: {
          zh: '已写入的回答不会丢失；排除原因后用 --resume 继续。',
          en: 'Answers already written are kept; mend the cause and go on with --resume.',
        },
      },
    ],
    3,
  );
}

function checkLink(text: string, seq: number, prev: string, path: string): void {
  let link: { seq?: unknown; prev?: unknown } = {};
  try {
    link = JSON.parse(text) as typeof link;
  } catch {
    // Falls through: a line that is no JSON is not a link of the chain either.
  }
  if (link.seq === seq && link.prev === prev) return;
  throw UserError.of(
    'chain-broken',
    `证据链在第 ${seq + 1} 行断开：该行已损坏或被改动。`,
    `The evidence chain breaks at line ${seq + 1}: the line is damaged or was changed.`,
    {
      file: path,
      line: seq + 1,
      hint: {
        zh: '请换用新的 --out 文件夹重新运行。',
        en: 'Run again into a new --out folder.',
      },
    },
  );
}
