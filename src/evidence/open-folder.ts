import { lstatSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../document/index.ts';
import type { EvidenceFinding } from './finding.ts';
import { unpackZip } from './zip/index.ts';

/** A run as it was handed over, as a folder. */
export interface OpenedFolder {
  /** Null when the zip file was not unpacked; the findings say why. */
  readonly folder: string | null;
  readonly findings: readonly EvidenceFinding[];
  /** Removes what was unpacked; to be called in any case. */
  close(): void;
}

/**
 * Opens a run folder, or a zip file of one, which is unpacked into a temporary folder. A run in a
 * zip file may lie in one folder at the top.
 *
 * @throws UserError when there is nothing, or it cannot be read, or the disk cannot take it
 */
export async function openRunFolder(path: string): Promise<OpenedFolder> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() === true) return { folder: path, findings: [], close: () => {} };
  if (found?.isFile() !== true) throw noRun(path);
  const unpacked = temporaryFolder(path);
  const close = (): void => rmSync(unpacked, { recursive: true, force: true });
  try {
    const { entries, findings } = await unpackZip(path, unpacked);
    const top = topFolder(entries.map((entry) => entry.path));
    const inside = top === null ? unpacked : join(unpacked, top);
    // A lone file at the top is no folder that everything lies in.
    const folder = lstatSync(inside, { throwIfNoEntry: false })?.isDirectory() ? inside : unpacked;
    return { folder: findings.length > 0 ? null : folder, findings, close };
  } catch (error) {
    close();
    throw notUnpacked(path, error);
  }
}

function temporaryFolder(path: string): string {
  try {
    return mkdtempSync(join(tmpdir(), 'aigc-run-'));
  } catch (error) {
    throw notUnpacked(path, error);
  }
}

/** What all paths begin with, or null. */
function topFolder(paths: readonly string[]): string | null {
  const tops = new Set(paths.map((path) => path.slice(0, (path.indexOf('/') + 1 || Infinity) - 1)));
  const [top = null] = tops;
  return tops.size === 1 ? top : null;
}

function noRun(path: string): UserError {
  return UserError.of(
    'not-a-run',
    `${path} 不存在，或既不是运行文件夹，也不是 zip 文件。`,
    `${path} is not there, or is neither a run folder nor a zip file.`,
  );
}

function notUnpacked(path: string, error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  if (error instanceof UserError || code === undefined) return error;
  return new UserError(
    [
      {
        code: 'zip-not-unpacked',
        severity: 'error',
        file: path,
        message: {
          zh: `无法将其解压到临时文件夹（${code}）。`,
          en: `It cannot be unpacked into a temporary folder (${code}).`,
        },
        hint: {
          zh: '请检查该文件的读取权限与临时文件夹的剩余空间（可用 TMPDIR 另行指定）。',
          en: 'Check that it may be read and that the temporary folder has room (TMPDIR names another).',
        },
      },
    ],
    3,
  );
}
