import { UserError } from '../document/index.ts';
import type { JsonObject } from '../model/index.ts';
import type { DefineCommand } from './command.ts';

export const defineTry: DefineCommand = (program, cli, done) => {
  program
    .command('try')
    .argument('<scorer>', cli.text('评分方法', 'scorer'))
    .requiredOption(
      '--cases <file>',
      cli.text(
        'JSONL：{id?, response, target?, choices?, options?}',
        'JSONL: {id?, response, target?, choices?, options?}',
      ),
    )
    .option('--options <json>', cli.text('评分选项，JSON 对象', 'scorer options, a JSON object'))
    .description(
      cli.text('用一个评分方法逐行评判', 'run one scorer over lines and show what it reads'),
    )
    .action(async (scorer: string, options: { cases: string; options?: string }) => {
      const { tryScorer } = await import('../run/try.ts');
      for await (const tried of tryScorer(scorer, options.cases, parseOptions(options.options))) {
        cli.printJson(tried);
      }
      done(0);
    });
};

function parseOptions(text: string | undefined): JsonObject {
  if (text === undefined) return {};
  try {
    const value: unknown = JSON.parse(text);
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return value as JsonObject;
    }
  } catch {
    // Falls through to the message.
  }
  throw UserError.of(
    'bad-option',
    '--options 应为 JSON 对象，例如 \'{"unit":"optional"}\'。',
    '--options has to be a JSON object, e.g. \'{"unit":"optional"}\'.',
  );
}
