import { formatProblem } from '../document/index.ts';
import type { DefineCommand } from './command.ts';
import { counted } from './table.ts';

export const defineLint: DefineCommand = (program, cli, done) => {
  program
    .command('lint')
    .argument('[path...]', cli.text('套件、目录或配置', 'suites, catalogues, configurations'))
    .description(
      cli.text('检查目录、套件、配置与题库质量', 'check catalogue, suites, configuration and bank'),
    )
    .option('--quiet', cli.text('只显示错误', 'show errors only'))
    .action(async (paths: string[], options: { quiet?: boolean }, command) => {
      const { lint } = await import('../run/lint.ts');
      const { files, problems } = await lint(paths);
      const shown = problems.filter((p) => options.quiet !== true || p.severity === 'error');
      const errors = problems.filter((problem) => problem.severity === 'error').length;
      if (command.optsWithGlobals().json === true) {
        cli.printJson({
          files,
          problems: shown.map((problem) => ({
            file: problem.file ?? null,
            line: problem.line ?? null,
            column: problem.column ?? null,
            code: problem.code,
            severity: problem.severity,
            message: formatProblem(
              { ...problem, file: undefined, line: undefined, column: undefined } as never,
              cli.language,
            ),
          })),
        });
      } else {
        for (const problem of shown) {
          const word = problem.severity === 'warning' ? cli.text('[警告] ', '[warning] ') : '';
          const { message } = problem;
          const marked = { ...problem, message: { zh: word + message.zh, en: word + message.en } };
          cli.print(formatProblem(marked, cli.language));
        }
        const warnings = problems.length - errors;
        cli.print(
          cli.text(
            `检查了 ${files.length} 个文件：${errors} 个错误，${warnings} 个警告。`,
            `${counted(files.length, 'file')} checked: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}.`,
          ),
        );
      }
      done(errors > 0 ? 1 : 0);
    });
};
