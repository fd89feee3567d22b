import { Command, CommanderError, Option } from 'commander';
import { packageIdentity, UserError } from '../document/index.ts';
import type { Cli, Environment, ExitCode, World } from './cli.ts';
import { makeCli } from './cli.ts';
import type { DefineCommand } from './command.ts';
import { defineCoverage } from './coverage.ts';
import { defineDemo } from './demo.ts';
import { defineDisclose } from './disclose.ts';
import { defineExport } from './export.ts';
import { configureHelp, defineHelp } from './help.ts';
import { defineImport } from './import.ts';
import { defineInit } from './init.ts';
import { defineKeygen } from './keygen.ts';
import { defineLint } from './lint.ts';
import { defineList } from './list.ts';
import { definePlan } from './plan.ts';
import { definePublish } from './publish.ts';
import { defineRecord } from './record.ts';
import { defineReport } from './report.ts';
import { defineRun } from './run.ts';
import { defineScore } from './score.ts';
import { defineSign } from './sign.ts';
import { defineSimulate } from './simulate.ts';
import { defineSpotCheck } from './spot-check.ts';
import { defineTry } from './try.ts';
import { usageMessage } from './usage.ts';
import { defineVerify } from './verify.ts';

const COMMANDS: readonly DefineCommand[] = [
  defineDemo,
  defineRun,
  definePlan,
  defineLint,
  defineList,
  defineCoverage,
  defineTry,
  defineScore,
  defineReport,
  definePublish,
  defineDisclose,
  defineVerify,
  defineSimulate,
  defineImport,
  defineExport,
  defineInit,
  defineKeygen,
  defineSign,
  defineRecord,
  defineSpotCheck,
  defineHelp,
];

/** Runs one command line; returns its exit code. */
export async function main(
  argv: readonly string[],
  env: Environment,
  world: World = process,
): Promise<ExitCode> {
  const cli = makeCli(argv, env, world);
  let code: ExitCode = 0;
  const program = makeProgram(cli);
  for (const define of COMMANDS) {
    define(program, cli, (result) => {
      code = result;
    });
  }
  configureHelp([program, ...program.commands], cli, world);
  try {
    await program.parseAsync(argv, { from: 'user' });
    return code;
  } catch (error) {
    return report(error, cli, argv.includes('--verbose'));
  }
}

function makeProgram(cli: Cli): Command {
  const { version } = packageIdentity();
  const program = new Command('aigc')
    .description(
      cli.text(
        '按指标目录测试 AIGC 大模型，并逐项给出可复核的结论。',
        'Tests an AIGC large model against an indicator catalogue and gives a verdict with evidence per indicator.',
      ),
    )
    .version(version, '-V, --version', cli.text('显示版本', 'show the version'))
    .addOption(
      new Option('--lang <lang>', cli.text('语言', 'language')).choices(['en', 'zh-CN', 'zh']),
    )
    .option(
      '--json',
      cli.text('在标准输出上只写一个 JSON 文档', 'write one JSON document to stdout'),
    )
    .option('--verbose', cli.text('出错时显示调用栈', 'show stack traces with errors'))
    .helpCommand(false)
    .showSuggestionAfterError(true);
  return program;
}

function report(error: unknown, cli: Cli, verbose: boolean): ExitCode {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    if (error.code === 'commander.help') return 2;
    cli.note(cli.text('错误：', 'Error: ') + usageMessage(error, cli));
    cli.note(cli.text('用 --help 查看用法。', 'See --help.'));
    return 2;
  }
  if (error instanceof UserError) {
    cli.problems(error.problems);
    if (verbose) cli.note(error.stack ?? '');
    return error.exitCode;
  }
  const message = error instanceof Error ? error.message : String(error);
  cli.note(
    cli.text(
      `程序内部错误：${message}。这是本工具的缺陷，请附上 --verbose 的输出报告。`,
      `Internal error: ${message}. This is a defect of the program; please report it with the output of --verbose.`,
    ),
  );
  if (verbose && error instanceof Error) cli.note(error.stack ?? '');
  return 3;
}
