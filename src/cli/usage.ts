import type { CommanderError } from 'commander';
import type { Cli } from './cli.ts';

/** What the user typed wrongly, in the user's language. The library says it in English only. */
export function usageMessage(error: CommanderError, cli: Cli): string {
  const english = error.message.replace(/^error: /, '').replaceAll('\n', ' ');
  if (cli.language === 'en') return `${english[0]?.toUpperCase() ?? ''}${english.slice(1)}`;
  const word = /'([^']+)'/.exec(error.message)?.[1] ?? '';
  const near = /Did you mean ([^)?]+)\?/.exec(error.message)?.[1];
  const hint = near === undefined ? '' : `是否想写 ${near}？`;
  switch (error.code) {
    case 'commander.unknownOption':
      return `未知的选项 “${word}”。${hint}`;
    case 'commander.unknownCommand':
      return `未知的命令 “${word}”。${hint}`;
    case 'commander.missingArgument':
      return `缺少参数 “${word}”。`;
    case 'commander.optionMissingArgument':
      return `选项 “${word}” 缺少取值。`;
    case 'commander.missingMandatoryOptionValue':
      return `缺少必需的选项 “${word}”。`;
    case 'commander.excessArguments':
      return '参数过多。';
    case 'commander.invalidArgument':
      return `取值不合要求：${english}`;
    default:
      return english;
  }
}
