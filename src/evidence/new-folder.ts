import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { UserError } from '../document/index.ts';

/** True when nothing is there, or an empty folder. */
export function isVacant(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}

/**
 * Makes a folder, at a place that is vacant, with everything that `fill` puts into it, or nothing:
 * it is made beside its place and moved there whole, so that a folder half made is never taken for a
 * run.
 *
 * @param last the part that makes the folder what it is; it is moved last where the folder is there
 *   already
 * @returns what `fill` returns
 * @throws UserError when the folder cannot be written
 */
export function makeFolder<T>(folder: string, last: string, fill: (making: string) => T): T {
  const making = `${resolve(folder)}.making`;
  try {
    rmSync(making, { recursive: true, force: true });
    mkdirSync(making, { recursive: true });
    const made = fill(making);
    moveIntoPlace(making, folder, last);
    return made;
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw folderProblem(folder, error);
  }
}

/** A folder that is there already (the working folder, a mount) keeps its place. */
function moveIntoPlace(making: string, folder: string, last: string): void {
  if (!existsSync(folder)) {
    renameSync(making, folder);
    return;
  }
  const parts = readdirSync(making).filter((part) => part !== last);
  for (const part of [...parts, last]) renameSync(join(making, part), join(folder, part));
  rmSync(making, { recursive: true });
}

/** What the operating system said of a folder, for the user; any other error as it is. */
export function folderProblem(folder: string, error: unknown): unknown {
  if (error instanceof UserError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  if (code === undefined) return error;
  return UserError.of(
    'folder-unwritable',
    `无法写入 ${folder}（${code}）。`,
    `Cannot write to ${folder} (${code}).`,
  );
}
