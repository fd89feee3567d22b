import type { Problem } from '../document/index.ts';
import { formatProblem } from '../document/index.ts';
import type { Language, LocalText } from '../model/index.ts';
import { localize } from '../model/index.ts';

/** The world as a command sees it: language, streams, environment. */
export interface Cli {
  readonly language: Language;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True when people watch: bars and colours make sense. */
  readonly terminal: boolean;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly columns: number;
  text(zh: string, en: string): string;
  local(text: LocalText): string;
  /** One line of the command's result, to stdout. */
  print(line: string): void;
  /** One JSON document, and nothing else, to stdout. */
  printJson(value: unknown): void;
  /** Progress, warnings and errors, to stderr. */
  note(line: string): void;
  problems(problems: readonly Problem[]): void;
}

/** The exit code of a command is its result; see the table in the README. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

export function makeCli(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Cli {
  const language = languageOf(argv, env);
  const terminal = process.stderr.isTTY === true && env['CI'] === undefined;
  const text = (zh: string, en: string): string => (language === 'zh-CN' ? zh : en);
  const note = (line: string): void => {
    process.stderr.write(`${line}\n`);
  };
  return {
    language,
    env,
    terminal,
    colour:
      process.stdout.isTTY === true && env['NO_COLOR'] === undefined && env['CI'] === undefined,
    columns: process.stdout.columns ?? 100,
    text,
    local: (both) => localize(both, language),
    print: (line) => void process.stdout.write(`${line}\n`),
    printJson: (value) => void process.stdout.write(`${JSON.stringify(value)}\n`),
    note,
    problems(problems) {
      for (const problem of problems) {
        const word =
          problem.severity === 'error' ? text('错误：', 'Error: ') : text('警告：', 'Warning: ');
        note(`${word}${formatProblem(problem, language)}`);
      }
    },
  };
}

/** `--lang` wins over the locale; what is not Chinese is English. */
function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = at === -1 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  const locale = asked ?? env['LC_ALL'] ?? env['LC_MESSAGES'] ?? env['LANG'] ?? '';
  return /^zh/i.test(locale) ? 'zh-CN' : 'en';
}
