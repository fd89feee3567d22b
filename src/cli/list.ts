import { Argument } from 'commander';
import type { DefineCommand } from './command.ts';
import { table } from './table.ts';

const KINDS = [
  'standard',
  'suites',
  'scorers',
  'adapters',
  'profiles',
  'reports',
  'generators',
] as const;

type Kind = (typeof KINDS)[number];

export const defineList: DefineCommand = (program, cli, done) => {
  program
    .command('list')
    .description(cli.text('列出现有的内容', 'list what there is'))
    .addArgument(
      new Argument('<kind>', cli.text('要列出的种类', 'what to list')).choices([...KINDS]),
    )
    .action(async (kind: Kind, _options, command) => {
      const { inventory } = await import('../run/inventory.ts');
      const rows = await inventory(kind);
      if (command.optsWithGlobals().json === true) {
        cli.printJson(rows);
      } else {
        const shown = rows.map((row) =>
          Object.values(row).map((cell) =>
            typeof cell === 'object' && cell !== null ? cli.local(cell) : String(cell ?? ''),
          ),
        );
        cli.print(table(Object.keys(rows[0] ?? {}), shown, cli.columns));
      }
      done(0);
    });
};
