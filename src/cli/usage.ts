import type { CommanderError } from 'commander';
import type { Cli } from './cli.ts';

/** What the user typed wrongly, in the user's language. The library says it in English only. */
export function usageMessage(error: CommanderError, cli: Cli): string {
  const english = error.message.replace(/^error: /, '').replaceAll('\n', ' ');
  if (cli.language === 'en') {
    const sentence = `${english[0]?.toUpperCase() ?? ''}${english.slice(1)}`;
    return /[.)]$/.test(sentence) ? sentence : `${sentence}.`;
  }
  const [word = '', other = ''] = [...english.matchAll(/'([^']*)'/g)].map((match) => match[1]);
  const near = /Did you mean (?:one of )?([^)?]+)\?/.exec(english)?.[1];
  const hint = near === undefined ? '' : `是否想写 ${near.replaceAll(', ', '、')}？`;
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
    case 'commander.conflictingOption':
      return `选项 “${word}” 与 “${other}” 不能同时使用。`;
    case 'commander.excessArguments':
      return `参数过多：${english
        .slice(english.lastIndexOf(': ') + 2)
        .replace(/\.$/, '')
        .replaceAll(', ', '、')}。`;
    case 'commander.invalidArgument':
      return invalidArgument(english, word, other);
    default:
      return english;
  }
}

/** `option 'FLAGS' argument 'VALUE' is invalid. WHY`, or the same of an argument. */
function invalidArgument(english: string, first: string, second: string): string {
  const [name, value] = english.startsWith('option') ? [first, second] : [second, first];
  const why = /is invalid(?: for argument '[^']*')?\. ?(.*)$/.exec(english)?.[1] ?? '';
  const choices = /^Allowed choices are (.*)\.$/.exec(why)?.[1];
  const reason = choices === undefined ? why : `可选：${choices.replaceAll(', ', '、')}。`;
  return `${english.startsWith('option') ? '选项' : '参数'} “${name}” 的取值 “${value}” 不合要求。${reason}`;
}
