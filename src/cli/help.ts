import type { Command, HelpConfiguration } from 'commander';
import { Help } from 'commander';
import stringWidth from 'string-width';
import { suggestion, UserError } from '../document/index.ts';
import type { Cli, Streams } from './cli.ts';
import type { DefineCommand } from './command.ts';
import { wrap } from './wrap.ts';

/** Columns of help that is read in a file or through a pipe, and at most on a terminal. */
const COLUMNS = 80;
/** A column narrower than this is not worth wrapping into. */
const NARROWEST = 16;

/** The library's own words, which it has in English only. */
const WORDS: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Global Options:': '全局选项：',
  'Commands:': '命令：',
};

/** Help in the user's language, in lines that fit the terminal. */
function helpConfiguration(cli: Cli): HelpConfiguration {
  const translated = (text: string): string =>
    cli.text(text.replace('[options]', '[选项]').replace('[command]', '[命令]'), text);
  return {
    helpWidth: helpColumns(cli),
    showGlobalOptions: true,
    minWidthToWrap: NARROWEST,
    displayWidth: (text) => stringWidth(text),
    boxWrap: (text, columns) => wrap(text, columns),
    styleTitle: (title) => cli.text(WORDS[title] ?? title, title),
    commandUsage: (command) => translated(Help.prototype.commandUsage.call(HELP, command)),
    subcommandTerm: (command) => translated(Help.prototype.subcommandTerm.call(HELP, command)),
    optionDescription: ({ description, argChoices, defaultValue }) => {
      const notes = [
        ...(argChoices === undefined
          ? []
          : [cli.text(`可选：${argChoices.join('、')}`, `choices: ${argChoices.join(', ')}`)]),
        ...(defaultValue === undefined
          ? []
          : [cli.text(`默认：${String(defaultValue)}`, `default: ${String(defaultValue)}`)]),
      ];
      if (notes.length === 0) return description;
      return cli.text(
        `${description}（${notes.join('；')}）`,
        `${description} (${notes.join('; ')})`,
      );
    },
    argumentDescription: ({ description, argChoices }) =>
      argChoices === undefined
        ? description
        : cli.text(
            `${description}：${argChoices.join('、')}`,
            `${description}: ${argChoices.join(', ')}`,
          ),
  };
}

/** Only for methods that ask nothing of their object. */
const HELP = new Help();

/** Further help in the user's language, as wide as the rest of it. */
export function helpText(cli: Cli, zh: string, en: string): string {
  return wrap(cli.text(zh, en), helpColumns(cli));
}

function helpColumns(cli: Cli): number {
  return Math.min(COLUMNS, cli.columns);
}

/** The library's own command shows the general help for a command that is not there. */
export const defineHelp: DefineCommand = (program, cli) => {
  program
    .command('help')
    .argument('[command]', cli.text('命令', 'command'))
    .description(cli.text('显示某个命令的帮助', 'show the help of a command'))
    .action((name?: string) => {
      if (name === undefined) return program.help();
      const command = program.commands.find((known) => known.name() === name);
      if (command !== undefined) return command.help();
      throw UserError.of(
        'unknown-command',
        `未知的命令 “${name}”。`,
        `Unknown command "${name}".`,
        suggestion(
          name,
          program.commands.map((known) => known.name()),
        ),
      );
    });
};

/** Gives commands their help; what they write and how they fail is the program's own matter. */
export function configureHelp(commands: readonly Command[], cli: Cli, streams: Streams): void {
  for (const command of commands) {
    command
      .exitOverride()
      .helpOption('-h, --help', cli.text('显示帮助', 'show help'))
      .configureOutput({
        writeOut: (text) => void streams.stdout.write(text),
        writeErr: (text) => void streams.stderr.write(text),
        outputError: () => {},
      })
      .configureHelp(helpConfiguration(cli));
  }
}
