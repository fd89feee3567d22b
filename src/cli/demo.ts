import type { DefineCommand } from './command.ts';
import { folderPath } from './options.ts';
import { showProgress } from './progress-line.ts';
import { concludeRun, newRunFolder, reportLanguages, stopOnSignals } from './running.ts';

export const defineDemo: DefineCommand = (program, cli, done) => {
  program
    .command('demo')
    .description(
      cli.text(
        '用模拟器演示全过程：不需要密钥和网络',
        'show the whole way with the simulator: no key, no network',
      ),
    )
    .option(
      '--out <dir>',
      cli.text('运行文件夹（默认在 runs 中新建）', 'run folder (default: a new one in runs)'),
      folderPath,
    )
    .action(async (options: { out?: string }, command) => {
      const json = command.optsWithGlobals().json === true;
      const { demo, DEFAULT_REPORTS, writeReports } = await import('../run/index.ts');
      const folder = options.out ?? newRunFolder('runs', 'demo');
      using signals = stopOnSignals(cli);
      let display: { end(): void } | undefined;
      const outcome = await demo({
        ...{ folder, stop: signals.stop, abort: signals.abort },
        onStart: (progress) => {
          display = showProgress(cli, progress);
        },
      }).finally(() => display?.end());
      const reports = await writeReports(
        folder,
        outcome.results,
        DEFAULT_REPORTS,
        reportLanguages(cli),
      );
      const code = concludeRun(outcome, { folder, reports, resume: null }, json, cli);
      // A demonstration that ran to its end succeeded, whatever the simulated model did.
      done(outcome.stopped === null ? 0 : code);
    });
};
