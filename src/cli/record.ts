import type { Command } from 'commander';
import { InvalidArgumentError, Option } from 'commander';
import type { RecordKind } from '../attest/vocabulary.ts';
import { RECORD_KINDS } from '../attest/vocabulary.ts';
import type { Cli } from './cli.ts';
import type { DefineCommand } from './command.ts';
import { helpText } from './help.ts';
import { folderPath, list } from './options.ts';
import type { SigningOptions } from './signing.ts';
import { endOfValidity, printSigned, requireFuture, signingKeyOf, someText } from './signing.ts';

interface RecordOptions extends SigningOptions {
  readonly kind: RecordKind;
  readonly indicators: string[];
  readonly justification: string;
  readonly requestedBy: string;
  readonly expires: string;
  readonly reference?: string;
}

export const defineRecord: DefineCommand = (program, cli, done) => {
  program
    .command('record')
    .argument('<run>', cli.text('运行文件夹', 'run folder'), folderPath)
    .description(
      cli.text(
        '签署豁免、偏离或不适用的理由',
        'sign a waiver, a deviation or why indicators do not apply',
      ),
    )
    .addOption(
      new Option('--kind <kind>', cli.text('种类', 'kind'))
        .choices(RECORD_KINDS)
        .makeOptionMandatory(),
    )
    .requiredOption(
      '--indicators <list>',
      cli.text('指标，用逗号分隔', 'indicators, separated by commas'),
      indicators(cli),
    )
    .requiredOption('--justification <text>', cli.text('理由', 'why'), someText(cli))
    .requiredOption('--requested-by <name>', cli.text('申请人', 'who asked for it'), someText(cli))
    .requiredOption(
      '--expires <date>',
      cli.text('到期日', 'day on which it expires'),
      endOfValidity(cli),
    )
    .option(
      '--reference <text>',
      cli.text('作出决定的文件或会议纪要', 'where it was decided: a letter, an issue, minutes'),
      someText(cli),
    )
    .requiredOption('--key <file>', cli.text('批准者的私钥文件', 'private key of who approves it'))
    .option(
      '--passphrase-env <variable>',
      cli.text('存放私钥口令的环境变量', 'environment variable with the passphrase of the key'),
    )
    .addHelpText(
      'after',
      helpText(
        cli,
        `
记录写入 attest/record-ID.dsse.json，不改动结论，只影响证书上的判定。需由 certifier 批准；需要多个签名时，由其他 certifier 用同样的内容再执行一次。`,
        `
A record goes to attest/record-ID.dsse.json. It never changes the results, only what stands for a certificate. Certifiers approve it; where several have to, the others run the same command again.`,
      ),
    )
    .action(async (folder: string, options: RecordOptions, command: Command) => {
      const { signRecord } = await import('../attest/index.ts');
      const now = new Date();
      requireFuture(options.expires, now, '--expires');
      const key = await signingKeyOf(options, cli);
      const { kind, justification, requestedBy, expires, reference } = options;
      const signed = signRecord(
        folder,
        {
          ...{ kind, indicators: options.indicators, justification, requestedBy, expires },
          ...(reference === undefined ? {} : { reference }),
          at: now.toISOString(),
        },
        key,
      );
      const json = command.optsWithGlobals().json === true;
      printSigned(signed, { folder, key, json }, cli);
      done(0);
    });
};

function indicators(cli: Cli): (text: string) => string[] {
  return (text) => {
    const ids = list(text);
    if (ids.length > 0) return ids;
    throw new InvalidArgumentError(cli.text('不能为空。', 'It must not be empty.'));
  };
}
