import type { DefineCommand } from './command.ts';
import { table } from './table.ts';

interface CoverageOptions {
  readonly catalogue?: string;
  readonly out?: string;
  readonly check?: string;
}

export const defineCoverage: DefineCommand = (program, cli, done) => {
  program
    .command('coverage')
    .argument(
      '[suite...]',
      cli.text('套件（默认全部自带套件）', 'suites (default: all shipped ones)'),
    )
    .description(
      cli.text(
        '每项指标的用例数、最少样本量与可验证性',
        'cases, minimum and verifiability per indicator',
      ),
    )
    .option('--catalogue <file>', cli.text('替换自带的指标目录', 'replaces the shipped catalogue'))
    .option('--out <file>', cli.text('写入 CSV 文件', 'write to a CSV file'))
    .option(
      '--check <file>',
      cli.text(
        '与已提交的 CSV 比较，不同则退出码为 1',
        'compare with a committed CSV; exit 1 when it is stale',
      ),
    )
    .action(async (suites: string[], options: CoverageOptions, command) => {
      const { bankCoverage, coverageIsCurrent } = await import('../run/coverage.ts');
      const { loadBank } = await import('../run/bank.ts');
      const { writeOutputFile } = await import('../run/output-file.ts');
      const { coverageCsv, coverageState } = await import('../standard/index.ts');
      const bank = await loadBank(suites, options.catalogue);
      const current = bankCoverage(bank);
      if (options.out !== undefined) writeOutputFile(options.out, coverageCsv(current));
      if (command.optsWithGlobals().json === true) cli.printJson(current);
      else if (options.out === undefined && options.check === undefined) {
        const head = cli
          .text('指标 级别 最少 公开 隐藏 状态', 'Indicator Level Minimum Public Hidden State')
          .split(' ');
        const rows = current.indicators.map((row) => [
          ...[row.id, row.level, String(row.minN), String(row.cases.public)],
          ...[String(row.cases.hidden), coverageState(row)],
        ]);
        cli.print(table(head, rows, cli.columns));
      }
      if (options.check === undefined || coverageIsCurrent(options.check, current)) return done(0);
      cli.note(
        cli.text(
          `${options.check} 已过期；请用 aigc coverage --out ${options.check} 更新。`,
          `${options.check} is stale; renew it with: aigc coverage --out ${options.check}`,
        ),
      );
      done(1);
    });
};
