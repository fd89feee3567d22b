import { UserError } from '../document/index.ts';
import type { LocalText } from '../model/index.ts';
import type { StepId } from './contract.ts';
import { STEPS } from './contract.ts';
import type { Findings } from './findings.ts';

/**
 * What stands in the way of a step becomes a finding of it: an error of the verifier is never a
 * pass. Only what the operating system says of the disk goes on as it is: then nothing is known of
 * the bundle.
 *
 * @throws UserError (exit code 3) when the folder cannot be read
 */
export function reportUnexpected(
  error: unknown,
  step: StepId,
  folder: string,
  findings: Findings,
): void {
  if (isAboutDisk(error)) throw unreadable(error as NodeJS.ErrnoException, folder);
  const said =
    error instanceof UserError
      ? error.problems[0]?.message
      : { zh: String(error), en: String(error) };
  const { zh, en } = withoutFolder(said ?? { zh: '', en: '' }, folder);
  findings.error(
    `${STEPS[step].code}_UNREADABLE`,
    `这一步无法进行到底：${zh}`,
    `The step could not be carried out: ${en}`,
  );
}

function isAboutDisk(error: unknown): boolean {
  const { syscall } = (error ?? {}) as NodeJS.ErrnoException;
  return error instanceof Error && syscall !== undefined;
}

function unreadable({ code = 'error' }: NodeJS.ErrnoException, folder: string): UserError {
  return new UserError(
    [
      {
        code: 'folder-unreadable',
        severity: 'error',
        message: {
          zh: `无法读取 ${folder} 中的文件（${code}），核验未能进行。`,
          en: `A file in ${folder} cannot be read (${code}); nothing was verified.`,
        },
      },
    ],
    3,
  );
}

/** Where a folder lies on this machine is no part of what is said of it. */
export function withoutFolder({ zh, en }: LocalText, folder: string): LocalText {
  const cut = (text: string): string => text.replaceAll(`${folder}/`, '').replaceAll(folder, '.');
  return { zh: cut(zh), en: cut(en) };
}
