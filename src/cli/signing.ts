import { InvalidArgumentError } from 'commander';
import type { Signed, SigningKey, StatementKind } from '../attest/index.ts';
import { UserError } from '../document/index.ts';
import type { Cli } from './cli.ts';
import { counted } from './table.ts';

/** The options of every command that signs. */
export interface SigningOptions {
  readonly key: string;
  readonly passphraseEnv?: string;
}

/** The private key that the command line names. */
export async function signingKeyOf(options: SigningOptions, cli: Cli): Promise<SigningKey> {
  const { readSigningKey } = await import('../attest/index.ts');
  return readSigningKey(options.key, passphraseOf(options.passphraseEnv, cli));
}

/**
 * A passphrase comes from the environment only: what stands on a command line can be seen by every
 * user of the machine, and stays in the shell's history.
 */
export function passphraseOf(variable: string | undefined, cli: Cli): string | undefined {
  if (variable === undefined) return undefined;
  const passphrase = cli.env[variable];
  if (passphrase !== undefined && passphrase !== '') return passphrase;
  // What was given is not repeated: it may be the passphrase itself.
  throw UserError.of(
    'passphrase-missing',
    '--passphrase-env 所指的环境变量未设置或为空。',
    'The environment variable that --passphrase-env names is not set, or empty.',
    {
      hint: {
        zh: '请给出变量名，口令放在该变量里，例如 read -rs AIGC_PASSPHRASE && export AIGC_PASSPHRASE。',
        en: 'Give the name of a variable and put the passphrase into it, e.g. read -rs AIGC_PASSPHRASE && export AIGC_PASSPHRASE.',
      },
    },
  );
}

/** A day, which ends with its last second in UTC, or a time: RFC 3339 in UTC. */
export function endOfValidity(cli: Cli): (text: string) => string {
  return (text) => {
    const time = /^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T23:59:59Z` : text;
    // What the calendar does not have, the parser moves to the next month.
    const date = new Date(time);
    if (
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(time) &&
      !Number.isNaN(date.getTime()) &&
      date.toISOString().startsWith(time.slice(0, -1))
    ) {
      return time;
    }
    throw new InvalidArgumentError(
      cli.text(
        '应为日期（如 2027-11-23）或 UTC 时间（如 2027-11-23T09:00:00Z）。',
        'Expected a day such as 2027-11-23 or a time in UTC such as 2027-11-23T09:00:00Z.',
      ),
    );
  };
}

/** A text of which something is left without the spaces around it. */
export function someText(cli: Cli): (text: string) => string {
  return (text) => {
    if (text.trim() !== '') return text.trim();
    throw new InvalidArgumentError(cli.text('不能为空。', 'It must not be empty.'));
  };
}

/** Something that has ended before it is signed is a slip of the hand. */
export function requireFuture(time: string, now: Date, option: string): void {
  if (new Date(time) > now) return;
  throw UserError.of(
    'time-past',
    `${option} 的时间 ${time} 已过去。`,
    `The time of ${option}, ${time}, is past.`,
  );
}

/** Says what was signed, and by how many now. */
export function printSigned(
  { file, envelope, statement, joined }: Signed<StatementKind>,
  { folder, key, json }: { folder: string; key: SigningKey; json: boolean },
  cli: Cli,
): void {
  const path = `${folder}/${file}`;
  const signatures = envelope.signatures.length;
  if (json) {
    cli.printJson({ run: folder, file: path, keyid: key.keyid, signatures, joined, statement });
    return;
  }
  cli.print(path);
  cli.note(
    cli.text(
      `已用密钥 ${key.keyid} 签名，现有 ${signatures} 个签名。`,
      `Signed with the key ${key.keyid}; it has ${counted(signatures, 'signature')} now.`,
    ),
  );
}
