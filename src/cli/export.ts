import type { Command } from 'commander';
import { Option } from 'commander';
import type { DefineCommand } from './command.ts';

export const defineExport: DefineCommand = (program, cli, done) => {
  program
    .command('export')
    .addOption(
      new Option('--as <format>', cli.text('导出的内容', 'what to export'))
        .choices(['standard'])
        .makeOptionMandatory(),
    )
    .option('--catalogue <file>', cli.text('替换自带的指标目录', 'replaces the shipped catalogue'))
    .requiredOption('--out <file>', cli.text('写出的 .xlsx 文件', '.xlsx file to write'))
    .description(
      cli.text(
        '把指标目录导出为表格，供修改后导回',
        'export the catalogue as a spreadsheet to edit and import again',
      ),
    )
    .action(async (options: { catalogue?: string; out: string }, command: Command) => {
      const { catalogueToXlsx, loadCatalogue } = await import('../standard/index.ts');
      const { shippedCatalogueFile } = await import('../run/bank.ts');
      const { writeOutputFile } = await import('../run/output-file.ts');
      const { catalogue } = await loadCatalogue(options.catalogue ?? shippedCatalogueFile());
      writeOutputFile(options.out, await catalogueToXlsx(catalogue));
      if (command.optsWithGlobals().json === true) cli.printJson({ file: options.out });
      else cli.print(options.out);
      done(0);
    });
};
