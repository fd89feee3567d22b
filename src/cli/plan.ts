import type { Command } from 'commander';
import type { DefineCommand } from './command.ts';
import type { PlanningOptions } from './run.ts';
import { addPlanningOptions } from './run.ts';
import { counted, table } from './table.ts';

export const definePlan: DefineCommand = (program, cli, done) => {
  const command = program
    .command('plan')
    .description(
      cli.text(
        '在产生费用之前固定用例、种子、规则与评分方法',
        'fix cases, seeds, rules and scorers before anything is spent',
      ),
    );
  addPlanningOptions(command, cli)
    .option('--out <file>', cli.text('把计划写入该文件', 'write the plan to this file'))
    .action(
      async (suites: string[], options: PlanningOptions & { out?: string }, self: Command) => {
        const { planOverview, prepare, writePlanFile } = await import('../run/index.ts');
        const ready = await prepare({ named: suites, env: cli.env, ...options });
        cli.problems(ready.warnings);
        if (options.out !== undefined) writePlanFile(options.out, ready.prepared);
        const overview = planOverview(ready.prepared);
        if (self.optsWithGlobals().json === true) {
          cli.printJson({ ...overview, file: options.out ?? null });
        } else {
          const head = cli
            .text(
              '指标 名称 用例 最少 限值 符合需通过 把握(p)',
              'Indicator Title Cases Minimum Limit Passes-needed Power(p)',
            )
            .split(' ');
          const rows = overview.indicators.map((row) => [
            row.indicator,
            cli.local(row.title),
            String(row.cases),
            String(row.minN),
            row.limit ?? '–',
            row.criticalK === null ? cli.text('不可能', 'impossible') : String(row.criticalK),
            row.power === null ? '–' : `${(row.power * 100).toFixed(1)}% (${row.assumedRate})`,
          ]);
          cli.print(table(head, rows, cli.columns));
          const most = overview.maxOutputTokens;
          cli.print(
            cli.text(
              `共 ${overview.samples} 个样本，至少 ${overview.calls} 次调用；输入约 ${overview.inputTokens} token，输出${most === null ? '未设上限' : `至多 ${most} token`}。`,
              `${counted(overview.samples, 'sample')}, at least ${counted(overview.calls, 'call')}; about ${overview.inputTokens} input tokens, output ${most === null ? 'without a bound' : `of at most ${most} tokens`}.`,
            ),
          );
          cli.print(
            cli.text(
              '把握：真实通过率为 p 的模型被判为符合的概率。',
              'Power: the probability that a model whose true rate is p is called conforming.',
            ),
          );
          if (options.out !== undefined)
            cli.print(cli.text(`计划：${options.out}`, `Plan: ${options.out}`));
        }
        done(0);
      },
    );
};
