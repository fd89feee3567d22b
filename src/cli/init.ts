import { cpSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot, UserError } from '../document/index.ts';
import type { DefineCommand } from './command.ts';

export const defineInit: DefineCommand = (program, cli, done) => {
  program
    .command('init')
    .argument('[dir]', cli.text('文件夹（默认当前）', 'folder (this one)'), '.')
    .description(
      cli.text(
        '生成可用的项目：配置、自有套件、CI 工作流',
        'make a working project: configuration, a suite of your own, a CI workflow',
      ),
    )
    .action((dir: string) => {
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
      cpSync(template, dir, { recursive: true });
      for (const file of files) cli.print(join(dir, file));
      cli.print(
        cli.text(
          '接下来：修改 aigc.yaml，然后 aigc run suites --model my-model',
          'Next: edit aigc.yaml, then aigc run suites --model my-model',
        ),
      );
      done(0);
    });
};
