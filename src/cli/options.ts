import { InvalidArgumentError } from 'commander';
import type { Cli } from './cli.ts';

/** Parsers of option values; what does not fit is a usage error. */
export function wholeNumber(cli: Cli, min: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= min) return value;
    throw new InvalidArgumentError(
      cli.text(`应为不小于 ${min} 的整数。`, `Expected a whole number of at least ${min}.`),
    );
  };
}

export function amount(cli: Cli): (text: string) => number {
  return (text) => {
    if (/^\d+(\.\d+)?$/.test(text)) return Number(text);
    throw new InvalidArgumentError(cli.text('应为十进制数。', 'Expected a decimal number.'));
  };
}

/** `all`, `min` or a whole number of cases per indicator. */
export function sampling(cli: Cli): (text: string) => string {
  return (text) => {
    if (text === 'all' || text === 'min' || /^[1-9]\d*$/.test(text)) return text;
    throw new InvalidArgumentError(
      cli.text('应为 all、min 或正整数。', 'Expected all, min or a positive whole number.'),
    );
  };
}

export function list(text: string): string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A folder as it is written in messages: tab completion leaves a slash behind it. */
export function folderPath(text: string): string {
  return text.replace(/(?<=.)[/\\]+$/, '');
}
