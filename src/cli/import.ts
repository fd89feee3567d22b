import { readFileSync, writeFileSync } from 'node:fs';
import { Option } from 'commander';
import { UserError } from '../document/index.ts';
import type { DefineCommand } from './command.ts';

export const defineImport: DefineCommand = (program, cli, done) => {
  program
    .command('import')
    .argument('<file>', cli.text('要导入的文件', 'file to import'))
    .addOption(
      new Option('--as <format>', cli.text('内容', 'what it is'))
        .choices(['standard'])
        .makeOptionMandatory(),
    )
    .option('--out <file>', cli.text('写出的 YAML 文件', 'YAML file to write'), 'standard.yaml')
    .description(cli.text('由表格导入指标目录', 'import an indicator catalogue from a spreadsheet'))
    .addHelpText(
      'after',
      cli.text(
        '\n示例：aigc export --as standard --out 目录.xlsx；在表格软件中修改；aigc import 目录.xlsx --as standard --out my-standard.yaml；aigc run --catalogue my-standard.yaml',
        '\nExample: aigc export --as standard --out table.xlsx; edit it; aigc import table.xlsx --as standard --out my-standard.yaml; aigc run --catalogue my-standard.yaml',
      ),
    )
    .action(async (file: string, options: { out: string }) => {
      const { catalogueFromXlsx } = await import('../standard/index.ts');
      const yaml = await catalogueFromXlsx(readBytes(file), file);
      writeFileSync(options.out, yaml);
      cli.print(options.out);
      done(0);
    });
};

function readBytes(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch {
    throw UserError.of('file-missing', `找不到文件 ${file}。`, `There is no file ${file}.`);
  }
}
