import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { Option } from 'commander';
import { UserError } from '../document/index.ts';
import type { DefineCommand } from './command.ts';
import { helpText } from './help.ts';

export const defineImport: DefineCommand = (program, cli, done) => {
  program
    .command('import')
    .argument('<file>', cli.text('要导入的文件', 'file to import'))
    .addOption(
      new Option('--as <format>', cli.text('导入的内容', 'what it is'))
        .choices(['standard'])
        .makeOptionMandatory(),
    )
    .option('--out <file>', cli.text('写出的 YAML 文件', 'YAML file to write'), 'standard.yaml')
    .description(cli.text('从表格导入指标目录', 'import an indicator catalogue from a spreadsheet'))
    .addHelpText(
      'after',
      helpText(
        cli,
        `
示例：导出，在表格软件中修改，导回，用于测试
  aigc export --as standard --out my-standard.xlsx
  aigc import my-standard.xlsx --as standard --out my-standard.yaml
  aigc run --catalogue my-standard.yaml --model m`,
        `
Example: export, edit in a spreadsheet program, import again, test with it
  aigc export --as standard --out my-standard.xlsx
  aigc import my-standard.xlsx --as standard --out my-standard.yaml
  aigc run --catalogue my-standard.yaml --model m`,
      ),
    )
    .action(async (file: string, options: { out: string }, command: Command) => {
      const { catalogueFromXlsx } = await import('../standard/index.ts');
      const { writeOutputFile } = await import('../run/output-file.ts');
      const yaml = await catalogueFromXlsx(readBytes(file), file);
      writeOutputFile(options.out, yaml);
      if (command.optsWithGlobals().json === true) cli.printJson({ file: options.out });
      else cli.print(options.out);
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
