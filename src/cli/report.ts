import type { DefineCommand } from './command.ts';
import { folderPath, list } from './options.ts';
import { reportLanguages } from './running.ts';

export const defineReport: DefineCommand = (program, cli, done) => {
  program
    .command('report')
    .argument('<run>', cli.text('运行文件夹', 'run folder'), folderPath)
    .option(
      '--format <list>',
      cli.text(
        '格式，用逗号分隔（见 aigc list reports）',
        'formats, separated by commas (aigc list reports names them)',
      ),
      list,
    )
    .description(cli.text('根据运行文件夹生成报告', 'render reports from a run folder'))
    .action(async (folder: string, options: { format?: string[] }, command) => {
      const { DEFAULT_REPORTS, deriveFolder, writeReports } = await import('../run/index.ts');
      const results = deriveFolder(folder);
      const files = await writeReports(
        folder,
        results,
        options.format ?? DEFAULT_REPORTS,
        reportLanguages(cli),
      );
      if (command.optsWithGlobals().json === true) cli.printJson({ run: folder, files });
      else for (const file of files) cli.print(file);
      done(0);
    });
};
