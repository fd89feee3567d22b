import { createReadStream, createWriteStream, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createDeflateRaw } from 'node:zlib';
import { UserError } from '../../document/index.ts';
import { filesBelow } from '../bundle.ts';
import { folderProblem } from '../new-folder.ts';
import { RUN_FILES } from '../run-folder.ts';
import type { ZipLimits } from './limits.ts';
import { isBomb, ZIP_LIMITS } from './limits.ts';
import { pathFault } from './names.ts';

/**
 * Writes the files of a run folder as a zip file, the run folder itself being its root. The same
 * files come to the same bytes: sorted, without times, owners or rights.
 *
 * @throws UserError when the run is larger than what can be read again, or the file is there already
 *   or cannot be written
 */
export async function zipFolder(
  folder: string,
  file: string,
  limits: ZipLimits = ZIP_LIMITS,
): Promise<void> {
  const paths = filesBelow(folder, '.')
    .filter((path) => path !== RUN_FILES.lock)
    .toSorted();
  requireReadable(folder, paths, limits);
  const { ZipFile } = await import('yazl');
  const zip = new ZipFile();
  const bytes = zip.outputStream as Readable;
  zip.on('error', (error: Error) => bytes.destroy(error));
  const making = `${file}.making`;
  try {
    for (const path of paths) {
      const compress = !(await isTooDense(join(folder, path), limits));
      zip.addFile(join(folder, path), path, { ...plain(), compress });
    }
    zip.end();
    await pipeline(bytes, createWriteStream(making));
    // Reserves the name first: renaming would replace what is there.
    await pipeline([], createWriteStream(file, { flags: 'wx' }));
    renameSync(making, file);
  } catch (error) {
    rmSync(making, { force: true });
    throw folderProblem(file, error);
  }
}

/** A plain file that all may read. Zip files state local time: the same one is another moment. */
function plain() {
  return { mtime: new Date(1980, 1, 1), forceDosTimestamp: true, mode: 0o100644 };
}

/** What nobody could open again is not written. */
function requireReadable(folder: string, paths: readonly string[], limits: ZipLimits): void {
  const bytes = paths.reduce((sum, path) => sum + statSync(join(folder, path)).size, 0);
  const odd = paths.find((path) => pathFault(path) !== null);
  if (paths.length <= limits.entries && bytes <= limits.unpacked && odd === undefined) return;
  const gib = limits.unpacked / 1024 ** 3;
  const [zh, en] =
    odd === undefined
      ? [
          `${folder} 超出 zip 文件的限度（${limits.entries} 个文件、${gib} GiB）。`,
          `${folder} is larger than a zip file may be (${limits.entries} files, ${gib} GiB).`,
        ]
      : [
          `${odd} 的名称并非在所有系统上都可用，不能放入 zip 文件。`,
          `The name of ${odd} does not work on every system, so it cannot go into a zip file.`,
        ];
  throw UserError.of('not-for-zip', zh, en, {
    hint: { zh: '请直接交付文件夹。', en: 'Hand over the folder itself.' },
  });
}

/** A file that packs so well that a reader would take it for a bomb is stored as it is. */
async function isTooDense(path: string, limits: ZipLimits): Promise<boolean> {
  const { size } = statSync(path);
  if (size <= limits.ratioFrom) return false;
  let packed = 0;
  await pipeline(
    createReadStream(path),
    createDeflateRaw(),
    async (data: AsyncIterable<Buffer>) => {
      for await (const piece of data) packed += piece.length;
    },
  );
  return isBomb(packed, size, limits);
}
