import type { DefineCommand } from './command.ts';
import { folderPath } from './options.ts';
import { concludeRun, reportLanguages } from './running.ts';

export const defineScore: DefineCommand = (program, cli, done) => {
  program
    .command('score')
    .argument('<run>', cli.text('运行文件夹', 'run folder'), folderPath)
    .description(
      cli.text(
        '根据证据重新评分并推导结论，不调用模型',
        'score and derive again from the evidence, without a call to the model',
      ),
    )
    .action(async (folder: string, _options, command) => {
      const json = command.optsWithGlobals().json === true;
      const { conclude, DEFAULT_REPORTS, rescore, writeReports } = await import('../run/index.ts');
      const { SCORERS } = await import('../scorers/index.ts');
      const rescored = await rescore(folder, SCORERS);
      const results = conclude(folder);
      const reports = await writeReports(folder, results, DEFAULT_REPORTS, reportLanguages(cli));
      cli.note(
        cli.text(
          `重新评分 ${rescored.scores} 条，与记录不同的 ${rescored.changed} 条。`,
          `${rescored.scores} answers scored again; ${rescored.changed} differ from what was recorded.`,
        ),
      );
      for (const { id, planned, used } of rescored.otherVersions) {
        cli.note(
          cli.text(
            `警告：评分方法 ${id} 的版本为 ${used}，计划中为 ${planned}。`,
            `Warning: the scorer ${id} is version ${used}; the plan says ${planned}.`,
          ),
        );
      }
      const outcome = { results, stopped: null };
      done(concludeRun(outcome, { folder, reports, resume: null }, json, cli));
    });
};
