import { Argument } from 'commander';
import type { Cli } from './cli.ts';
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
    .description(
      cli.text('列出指标、套件、评分方法等', 'list indicators, suites, scorers and so on'),
    )
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
            typeof cell === 'object' && cell !== null ? cli.local(cell) : shownCell(cell, cli),
          ),
        );
        const head = Object.keys(rows[0] ?? {}).map((key) => cli.text(TITLES[key] ?? key, key));
        cli.print(
          rows.length === 0 ? cli.text('（无）', '(none)') : table(head, shown, cli.columns),
        );
      }
      done(0);
    });
};

/** Titles of columns; in English they are the keys themselves. */
const TITLES: Readonly<Record<string, string>> = {
  id: '编号',
  title: '名称',
  version: '版本',
  group: '分组',
  level: '级别',
  limit: '限值',
  rule: '判定规则',
  minN: '最少样本',
  verifiable: '可验证',
  appliesWhen: '所需能力',
  provenance: '依据',
  suite: '套件',
  indicator: '指标',
  cases: '用例数',
};

function shownCell(cell: string | number | boolean | null | undefined, cli: Cli): string {
  if (typeof cell === 'boolean') return cell ? cli.text('是', 'yes') : cli.text('否', 'no');
  return String(cell ?? '');
}
