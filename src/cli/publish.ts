import type { Command } from 'commander';
import { UserError } from '../document/index.ts';
import type { DefineCommand } from './command.ts';
import { folderPath } from './options.ts';

export const definePublish: DefineCommand = (program, cli, done) => {
  program
    .command('publish')
    .argument('<run>', cli.text('运行文件夹', 'run folder'), folderPath)
    .requiredOption(
      '--out <dir>',
      cli.text('公开版写入的新文件夹', 'new folder for the public edition'),
      folderPath,
    )
    .option('--zip', cli.text('另存为 <dir>.zip', 'also write <dir>.zip'))
    .description(
      cli.text(
        '制作公开版：去除保密题的题目、答案与回答，仍可复核',
        'make the public edition: without what hidden items ask and were answered, still verifiable',
      ),
    )
    .action(async (folder: string, options: { out: string; zip?: boolean }, command: Command) => {
      const { existsSync } = await import('node:fs');
      const { publicEdition, zipFolder } = await import('../evidence/index.ts');
      const zip = options.zip === true ? `${options.out}.zip` : null;
      if (zip !== null && existsSync(zip)) throw zipTaken(zip);
      const { bundle, replaced, removed } = publicEdition(folder, options.out);
      if (zip !== null) await zipFolder(options.out, zip);
      if (command.optsWithGlobals().json === true) {
        cli.printJson({ edition: options.out, zip, bundle, replaced, removed });
      } else {
        cli.print(options.out);
        if (zip !== null) cli.print(zip);
      }
      if (removed.length > 0) {
        cli.note(
          cli.text(
            `有 ${removed.length} 个文件可能涉及保密题，未收入公开版：${removed.slice(0, SHOWN).join('、')}${removed.length > SHOWN ? ' 等' : ''}。`,
            `Left out, since they may show hidden items: ${removed.slice(0, SHOWN).join(', ')}${removed.length > SHOWN ? ` and ${removed.length - SHOWN} more` : ''}.`,
          ),
        );
      }
      done(0);
    });
};

/** Files that are named; edition.json has them all. */
const SHOWN = 5;

function zipTaken(zip: string): UserError {
  return UserError.of('file-exists', `文件 ${zip} 已存在。`, `The file ${zip} is there already.`, {
    hint: { zh: '请删除它，或换一个 --out。', en: 'Remove it, or choose another --out.' },
  });
}
