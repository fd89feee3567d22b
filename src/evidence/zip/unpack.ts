import { createReadStream, createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { crc32, createInflateRaw } from 'node:zlib';
import type { EvidenceFinding } from '../finding.ts';
import type { ZipDirectory, ZipEntry } from './directory.ts';
import { broken, readZipDirectory } from './directory.ts';
import type { ZipLimits } from './limits.ts';
import { ZIP_LIMITS } from './limits.ts';

/**
 * Unpacks a zip file into an empty folder, unless anything is wrong with it. No more is written than
 * its directory says, which was held against the limits before.
 *
 * @throws an error of the file system
 */
export async function unpackZip(
  file: string,
  folder: string,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<ZipDirectory> {
  const directory = await readZipDirectory(file, limits);
  for (const entry of directory.entries) {
    const finding = await unpackEntry(file, folder, entry);
    if (finding !== null) return { entries: [], findings: [finding] };
  }
  return directory;
}

/** What is found broken in an entry when its data are read, as opposed to what the disk says. */
class BrokenData extends Error {}

async function unpackEntry(
  file: string,
  folder: string,
  entry: ZipEntry,
): Promise<EvidenceFinding | null> {
  const target = join(folder, ...entry.path.split('/'));
  try {
    if (entry.kind === 'folder') {
      mkdirSync(target, { recursive: true });
      return null;
    }
    mkdirSync(dirname(target), { recursive: true });
    if (entry.packed === 0) {
      if (entry.deflated || entry.size > 0) throw new BrokenData('an entry has no data');
      writeFileSync(target, '', { flag: 'wx', mode: 0o600 });
      return null;
    }
    const { start, packed } = entry;
    const data = createReadStream(file, { start, end: start + packed - 1 });
    const out = createWriteStream(target, { flags: 'wx', mode: 0o600 });
    if (entry.deflated) await pipeline(data, createInflateRaw(), checked(entry), out);
    else await pipeline(data, checked(entry), out);
    return null;
  } catch (error) {
    if (!isAboutData(error)) throw error;
    return { ...broken((error as Error).message), place: entry.path };
  }
}

/** Passes on what the directory said would come, and fails for anything else. */
function checked({ size, crc32: expected }: ZipEntry) {
  return async function* (data: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let seen = 0;
    let sum = 0;
    for await (const piece of data) {
      seen += piece.length;
      if (seen > size) throw new BrokenData('an entry is longer than it says');
      sum = crc32(piece, sum);
      yield piece;
    }
    if (seen < size) throw new BrokenData('an entry is shorter than it says');
    if (sum !== expected) throw new BrokenData('the checksum of an entry is wrong');
  };
}

function isAboutData(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return error instanceof BrokenData || code.startsWith('Z_') || code === 'ERR_BUFFER_TOO_LARGE';
}
