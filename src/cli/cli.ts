import type { Problem } from '../document/index.ts';
import { formatProblem } from '../document/index.ts';
import type { Language, LocalText } from '../model/index.ts';
import { localize } from '../model/index.ts';
import type { Wait } from '../run/wait.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** What a command writes to; a terminal says that it is one. */
export interface OutputStream {
  write(text: string): unknown;
  readonly isTTY?: boolean;
  readonly columns?: number;
}

export interface Streams {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
}

/** What a command line runs in; `process` is one. */
export interface World extends Streams {
  /** Waits before calls are made again; by the clock when absent. */
  readonly wait?: Wait;
}

/** The world as a command sees it: language, streams, environment. */
export interface Cli {
  readonly language: Language;
  readonly env: Environment;
  readonly wait: Wait | undefined;
  /** True when people watch: bars and colours make sense. */
  readonly terminal: boolean;
  readonly colour: boolean;
  /** Columns of the terminal; a terminal may be resized, so it is asked each time. */
  readonly columns: number;
  text(zh: string, en: string): string;
  local(text: LocalText): string;
  /** One line of the command's result, to stdout. */
  print(line: string): void;
  /** One JSON document, and nothing else, to stdout. */
  printJson(value: unknown): void;
  /** Progress, warnings and errors, to stderr. */
  note(line: string): void;
  /** Replaces the terminal's current line; for `terminal` only. */
  rewriteLine(line: string): void;
  problems(problems: readonly Problem[]): void;
}

/** The exit code of a command is its result; see the table in the README. */
export type ExitCode = 0 | 1 | 2 | 3 | 130;

/** Columns of what is not a terminal: a log, a file, another program. */
const COLUMNS_OF_A_FILE = 100;

/** Problems shown before a run: more would push the first ones off the screen. */
const MOST_PROBLEMS = 40;

export function makeCli(argv: readonly string[], env: Environment, world: World): Cli {
  const { stdout, stderr, wait } = world;
  const language = languageOf(argv, env);
  const watched = !env['CI'] || env['CI'] === 'false';
  const text = (zh: string, en: string): string => (language === 'zh-CN' ? zh : en);
  const note = (line: string): void => void stderr.write(`${line}\n`);
  return {
    language,
    env,
    wait,
    terminal: stderr.isTTY === true && watched,
    // A variable that is there but empty does not ask for anything (https://no-color.org).
    colour: stdout.isTTY === true && watched && !env['NO_COLOR'],
    get columns() {
      return stdout.columns ?? stderr.columns ?? COLUMNS_OF_A_FILE;
    },
    text,
    local: (both) => localize(both, language),
    print: (line) => void stdout.write(`${line}\n`),
    printJson: (value) => void stdout.write(`${JSON.stringify(value)}\n`),
    note,
    rewriteLine: (line) => void stderr.write(`\r\x1b[2K${line}`),
    problems(problems) {
      for (const problem of problems.slice(0, MOST_PROBLEMS)) {
        const word =
          problem.severity === 'error' ? text('错误：', 'Error: ') : text('警告：', 'Warning: ');
        note(`${word}${formatProblem(problem, language)}`);
      }
      const more = problems.length - MOST_PROBLEMS;
      if (more <= 0) return;
      note(
        text(
          `另有 ${more} 个问题未显示；aigc lint 会逐一列出。`,
          `${more} more are not shown; aigc lint lists them all.`,
        ),
      );
    },
  };
}

/** `--lang` wins over the locale; what is not Chinese is English. */
function languageOf(argv: readonly string[], env: Environment): Language {
  const at = argv.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  const asked = at === -1 ? undefined : (argv[at]?.split('=')[1] ?? argv[at + 1]);
  // POSIX: an empty variable of the locale counts as not set.
  const locale = asked || env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh-CN' : 'en';
}
