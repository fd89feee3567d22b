import type { Command } from 'commander';
import { Option } from 'commander';
import type {
  FinishedRun,
  Signed,
  SignedRecord,
  SigningKey,
  Stands,
  StatementKind,
} from '../attest/index.ts';
import type { AssuranceLevel, Role } from '../attest/vocabulary.ts';
import { ASSURANCE_LEVELS, ROLES } from '../attest/vocabulary.ts';
import type { Results } from '../derive/index.ts';
import { UserError } from '../document/index.ts';
import type { Cli } from './cli.ts';
import type { DefineCommand } from './command.ts';
import { helpText } from './help.ts';
import { folderPath, wholeNumber } from './options.ts';
import type { SigningOptions } from './signing.ts';
import { endOfValidity, printSigned, requireFuture, signingKeyOf, someText } from './signing.ts';

type SigningRole = Exclude<Role, 'plan'>;

const SIGNING_ROLES = ROLES.filter((role) => role !== 'plan');

interface SignOptions extends SigningOptions {
  readonly role: SigningRole;
  readonly assurance?: AssuranceLevel;
  readonly reviewer?: string;
  readonly conflict?: string[];
  readonly trust?: string;
  readonly validUntil?: string;
  readonly validDays?: number;
}

/** Which options belong to which role; any other is refused rather than ignored. */
const OPTIONS_OF: Readonly<Record<SigningRole, readonly (keyof SignOptions)[]>> = {
  runner: ['assurance'],
  reviewer: ['reviewer', 'conflict'],
  certifier: ['trust', 'validUntil', 'validDays'],
};

export const defineSign: DefineCommand = (program, cli, done) => {
  program
    .command('sign')
    .argument('<run>', cli.text('运行文件夹', 'run folder'), folderPath)
    .description(cli.text('对一次运行签名', 'sign a run'))
    .requiredOption('--key <file>', cli.text('私钥文件', 'file of the private key'))
    .addOption(
      new Option('--role <role>', cli.text('以何种身份签名', 'in which role'))
        .choices(SIGNING_ROLES)
        .makeOptionMandatory(),
    )
    .option(
      '--passphrase-env <variable>',
      cli.text('存放私钥口令的环境变量', 'environment variable with the passphrase of the key'),
    )
    .addOption(
      new Option(
        '--assurance <level>',
        cli.text('runner：所声称的保证级别', 'runner: the assurance level that is claimed'),
      ).choices(ASSURANCE_LEVELS),
    )
    .option(
      '--reviewer <name>',
      cli.text('reviewer：评审记录中的姓名', 'reviewer: the name in the reviews'),
      someText(cli),
    )
    .option(
      '--conflict <text...>',
      cli.text('reviewer：声明的利益关系', 'reviewer: interests to declare'),
    )
    .option(
      '--trust <file>',
      cli.text(
        'certifier：核对 runner 与各项记录的签名所依据的 trust.json',
        'certifier: the trust.json by which the signatures of runner and records are checked',
      ),
    )
    .addOption(
      new Option(
        '--valid-until <date>',
        cli.text(
          'certifier：有效期至（默认 12 个月）',
          'certifier: end of validity (default: 12 months)',
        ),
      )
        .argParser(endOfValidity(cli))
        .conflicts('validDays'),
    )
    .option(
      '--valid-days <n>',
      cli.text('certifier：有效天数', 'certifier: days of validity'),
      wholeNumber(cli, 1),
    )
    .addHelpText('after', signHelp(cli))
    .action(async (folder: string, options: SignOptions, command: Command) => {
      requireFitting(options);
      const key = await signingKeyOf(options, cli);
      const signed = await signAs(folder, options, key, cli);
      const json = command.optsWithGlobals().json === true;
      printSigned(signed, { folder, key, json }, cli);
      done(0);
    });
};

function signHelp(cli: Cli): string {
  return helpText(
    cli,
    `
runner 对 bundle.json 签名，写入 attest/run.dsse.json。
reviewer 对 evidence/reviews.jsonl 签名，写入 attest/review-N.dsse.json。
certifier 对结论签名，写入 attest/verdict.dsse.json；其他 certifier 再次执行，则在同一内容上加签。`,
    `
A runner signs bundle.json in attest/run.dsse.json.
A reviewer signs evidence/reviews.jsonl in attest/review-N.dsse.json.
A certifier signs the verdict in attest/verdict.dsse.json; further certifiers who run the same command add their signatures to it.`,
  );
}

function requireFitting(options: SignOptions): void {
  const own = OPTIONS_OF[options.role];
  const other = Object.values(OPTIONS_OF)
    .flat()
    .find((name) => options[name] !== undefined && !own.includes(name));
  if (other !== undefined) {
    const flag = `--${other.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    throw UserError.of(
      'option-of-other-role',
      `${flag} 不适用于 --role ${options.role}。`,
      `${flag} does not go with --role ${options.role}.`,
    );
  }
  if (options.role !== 'reviewer' || options.reviewer !== undefined) return;
  throw UserError.of(
    'reviewer-missing',
    '--role reviewer 需要用 --reviewer 给出评审人姓名。',
    '--role reviewer needs the name of the reviewer: --reviewer.',
  );
}

async function signAs(
  folder: string,
  options: SignOptions,
  key: SigningKey,
  cli: Cli,
): Promise<Signed<StatementKind>> {
  const attest = await import('../attest/index.ts');
  const now = new Date();
  const at = now.toISOString();
  switch (options.role) {
    case 'runner': {
      const { assurance } = options;
      return attest.signRun(folder, { at, ...(assurance === undefined ? {} : { assurance }) }, key);
    }
    case 'reviewer': {
      const { reviewer = '', conflict = [] } = options;
      return attest.signReviews(folder, { at, reviewer, conflicts: conflict }, key);
    }
    case 'certifier': {
      const notAfter = validity(options, now);
      const trust = options.trust === undefined ? null : attest.readTrust(options.trust);
      if (trust === null) noteUnchecked(cli);
      const { standingOf } = await import('../derive/index.ts');
      const stands = (run: FinishedRun, records: readonly SignedRecord[]): Stands => {
        const standing = standingOf(run.results as Results, records, at);
        for (const { message } of standing.findings) {
          cli.note(cli.text('警告：', 'Warning: ') + cli.local(message));
        }
        return standing;
      };
      const wish = { at, trust, stands, ...(notAfter === undefined ? {} : { notAfter }) };
      return attest.certify(folder, wish, key);
    }
  }
}

const DAY_MS = 24 * 60 * 60 * 1000;

function validity({ validUntil, validDays }: SignOptions, now: Date): string | undefined {
  if (validDays !== undefined) {
    return new Date(now.getTime() + validDays * DAY_MS).toISOString();
  }
  if (validUntil !== undefined) requireFuture(validUntil, now, '--valid-until');
  return validUntil;
}

function noteUnchecked(cli: Cli): void {
  cli.note(
    cli.text(
      '警告：未给出 --trust，runner 的签名未经核对。',
      'Warning: without --trust the signature of the runner is not checked.',
    ),
  );
}
