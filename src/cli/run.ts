import type { Command } from 'commander';
import { Option } from 'commander';
import { UserError } from '../document/index.ts';
import type { RepeatRule } from '../evidence/index.ts';
import { REPEAT_RULES } from '../evidence/records.ts';
import type { Cli } from './cli.ts';
import type { DefineCommand } from './command.ts';
import { helpText } from './help.ts';
import { amount, folderPath, list, sampling, wholeNumber } from './options.ts';
import { showProgress } from './progress-line.ts';
import { concludeRun, newRunFolder, reportLanguages, stopOnSignals } from './running.ts';

/** Options that `run` and `plan` share: together they say what is asked. */
export interface PlanningOptions {
  readonly model?: string;
  readonly config?: string;
  readonly catalogue?: string;
  readonly sample: string;
  readonly extendTo?: string;
  readonly seed: string;
  readonly repeats: number;
  readonly repeatRule: RepeatRule;
  readonly canaries?: boolean;
}

interface RunCommandOptions extends PlanningOptions {
  readonly out?: string;
  readonly plan?: string;
  readonly resume?: boolean;
  readonly budgetTokens?: number;
  readonly budgetCost?: number;
  readonly format?: readonly string[];
}

export function addPlanningOptions(command: Command, cli: Cli): Command {
  return command
    .argument(
      '[suite...]',
      cli.text(
        '套件文件、文件夹或名称（默认全部自带套件）',
        'suite files, folders or names (default: all shipped ones)',
      ),
    )
    .option('--model <name>', cli.text('配置中的模型名', 'a model of the configuration'))
    .option(
      '--config <file>',
      cli.text('配置文件（默认 aigc.yaml）', 'configuration (default: aigc.yaml)'),
    )
    .option('--catalogue <file>', cli.text('替换自带的指标目录', 'replaces the shipped catalogue'))
    .option(
      '--sample <n>',
      cli.text('每项指标的用例数：all、min 或整数', 'cases per indicator: all, min or a number'),
      sampling(cli),
      'all',
    )
    .option(
      '--extend-to <n>',
      cli.text(
        '无法判定的指标扩样到的用例总数；两次判定各用 α/2',
        'cases in all where a verdict is inconclusive; two looks at half of alpha each',
      ),
      sampling(cli),
    )
    .option('--seed <s>', cli.text('抽样与次序的种子', 'seed of sampling and order'), '1')
    .option(
      '--repeats <k>',
      cli.text('每个用例的提问次数', 'how often each case is asked'),
      wholeNumber(cli, 1),
      1,
    )
    .addOption(
      new Option(
        '--repeat-rule <rule>',
        cli.text('一个用例的多次回答如何合为一个判定', 'how the repeats of a case are combined'),
      )
        .choices(REPEAT_RULES)
        .default('all'),
    )
    .option(
      '--canaries',
      cli.text(
        '在开头、中途和结尾询问模型身份（不计分）',
        'ask the model who it is at the start, half way and at the end (not scored)',
      ),
    );
}

export const defineRun: DefineCommand = (program, cli, done) => {
  const command = program
    .command('run')
    .description(cli.text('测试一个模型并写出报告', 'test a model and write the reports'));
  addPlanningOptions(command, cli)
    .option(
      '--out <dir>',
      cli.text('运行文件夹（默认在 runs 中新建）', 'run folder (default: a new one in runs)'),
      folderPath,
    )
    .addOption(
      new Option(
        '--plan <file>',
        cli.text(
          '执行 aigc plan 写出的计划，代替套件、抽样和种子',
          'run a plan written by aigc plan, in place of suites, sampling and seed',
        ),
      ).conflicts([
        ...['catalogue', 'sample', 'extendTo', 'seed', 'repeats', 'repeatRule', 'canaries'],
      ]),
    )
    .option('--resume', cli.text('继续 --out 中未完成的运行', 'go on with the run in --out'))
    .option(
      '--budget-tokens <n>',
      cli.text('累计用量达到该 token 数即停止', 'stop after so many tokens'),
      wholeNumber(cli, 1),
    )
    .option(
      '--budget-cost <x>',
      cli.text('累计费用达到该金额即停止（需配置 price）', 'stop at this cost (needs a price)'),
      amount(cli),
    )
    .option(
      '--format <list>',
      cli.text(
        '报告格式，用逗号分隔（见 aigc list reports）',
        'report formats, separated by commas (aigc list reports names them)',
      ),
      list,
    )
    .addHelpText(
      'after',
      helpText(
        cli,
        `
示例：
  aigc run --model m                          全部自带套件
  aigc run reasoning my-suite.yaml --model m  一个大类和一个自有套件
  aigc run --model m --out runs/r1 --resume   继续被中断的运行

退出码：0 符合  1 不符合  2 用法或配置错误  3 无法判定或未完成  130 被中断`,
        `
Examples:
  aigc run --model m                          all shipped suites
  aigc run reasoning my-suite.yaml --model m  a category and a suite of your own
  aigc run --model m --out runs/r1 --resume   go on with an interrupted run

Exit codes: 0 conforming, 1 nonconforming, 2 wrong usage or configuration,
3 undetermined or not finished, 130 interrupted`,
      ),
    )
    .action(async (suites: string[], options: RunCommandOptions, self: Command) => {
      const json = self.optsWithGlobals().json === true;
      const api = await import('../run/index.ts');
      const formats = options.format ?? api.DEFAULT_REPORTS;
      api.requireReports(formats);
      requireFitting(suites, options);
      const ready = await api.prepare({
        ...{ named: suites, env: cli.env, ...options },
        ...(options.resume === true && options.out !== undefined ? { resumed: options.out } : {}),
      });
      cli.problems(ready.warnings);
      if (!ready.prepared.plan.sut.capabilitiesDeclared) {
        cli.note(
          cli.text(
            `提示：配置未声明 capabilities，按 ${ready.prepared.plan.sut.capabilities.join('、')} 测试。`,
            `Note: the configuration declares no capabilities; testing as ${ready.prepared.plan.sut.capabilities.join(', ')}.`,
          ),
        );
      }
      const folder = options.out ?? newRunFolder(ready.outBase, ready.model.name);
      using signals = stopOnSignals(cli);
      let display: { end(): void } | undefined;
      const outcome = await api
        .run({
          ...{ prepared: ready.prepared, folder, resume: options.resume === true },
          ...{ model: ready.model, price: ready.price, scorers: ready.scorers },
          ...{ stop: signals.stop, abort: signals.abort },
          ...(cli.wait === undefined ? {} : { wait: cli.wait }),
          ...(options.budgetTokens === undefined ? {} : { budgetTokens: options.budgetTokens }),
          ...(options.budgetCost === undefined ? {} : { budgetCost: options.budgetCost }),
          onStart: (progress) => {
            display = showProgress(cli, progress);
          },
        })
        .finally(() => display?.end());
      const reports = await api.writeReports(
        folder,
        outcome.results,
        formats,
        reportLanguages(cli),
      );
      const resume = cli.text(
        `用同样的参数加 --out ${folder} --resume 可继续。`,
        `To go on, use the same options with --out ${folder} --resume.`,
      );
      done(concludeRun(outcome, { folder, reports, resume }, json, cli));
    });
};

/** What the options do not say of each other. */
function requireFitting(suites: readonly string[], options: RunCommandOptions): void {
  if (options.resume === true && options.out === undefined) {
    throw UserError.of(
      'resume-needs-out',
      '--resume 需要用 --out 指明要继续的运行文件夹。',
      '--resume needs --out, the folder of the run to go on with.',
    );
  }
  if (options.plan !== undefined && suites.length > 0) {
    throw UserError.of(
      'plan-with-suites',
      `计划 ${options.plan} 已固定套件，不能再指定 ${suites.join('、')}。`,
      `The plan ${options.plan} fixes the suites; ${suites.join(', ')} cannot be given beside it.`,
    );
  }
}
