import { writeFileSync } from 'node:fs';
import { UserError } from '../document/index.ts';

/** Writes a file that the user named. Throws UserError when it cannot be written. */
export function writeOutputFile(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    throw UserError.of(
      'file-unwritable',
      `无法写入 ${path}（${code}）。`,
      `Cannot write ${path} (${code}).`,
      {
        hint: {
          zh: '请检查文件夹是否存在、是否有写权限。',
          en: 'Check that its folder exists and may be written to.',
        },
      },
    );
  }
}
