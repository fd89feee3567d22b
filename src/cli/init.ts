import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageRoot, UserError } from '../document/index.ts';
import type { DefineCommand } from './command.ts';

export const defineInit: DefineCommand = (program, cli, done) => {
  program
    .command('init')
    .argument('[dir]', cli.text('文件夹（默认当前文件夹）', 'folder (default: this one)'), '.')
    .description(
      cli.text(
        '新建可直接运行的项目：配置、自有套件、CI 工作流',
        'make a working project: configuration, a suite of your own, a CI workflow',
      ),
    )
    .action((dir: string, _options, command) => {
      const template = join(packageRoot(), 'templates', 'init');
      const files = readdirSync(template, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(template.length + 1));
      const taken = files.filter((file) => existsSync(join(dir, file)));
      if (taken.length > 0) {
        throw UserError.of(
          'file-exists',
          `${dir} 中已有 ${taken.join('、')}，不会覆盖。`,
          `${dir} already has ${taken.join(', ')}; nothing is overwritten.`,
        );
      }
      copyTemplate(template, dir);
      const made = files.map((file) => join(dir, file));
      done(0);
      if (command.optsWithGlobals().json === true) {
        cli.printJson({ folder: dir, files: made });
        return;
      }
      for (const file of made) cli.print(file);
      const enter = relative('.', dir) === '' ? '' : `cd ${dir} && `;
      cli.print(
        cli.text(
          `接下来：修改 ${join(dir, 'aigc.yaml')}，然后执行 ${enter}aigc run suites --model my-model`,
          `Next: edit ${join(dir, 'aigc.yaml')}, then ${enter}aigc run suites --model my-model`,
        ),
      );
    });
};

function copyTemplate(template: string, dir: string): void {
  try {
    cpSync(template, dir, { recursive: true });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    throw UserError.of(
      'folder-unwritable',
      `无法写入 ${dir}（${code}）。`,
      `Cannot write to ${dir} (${code}).`,
    );
  }
}
