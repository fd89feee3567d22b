import { basename } from 'node:path';
import type { Command } from 'commander';
import { Option } from 'commander';
import type { Algorithm, Role } from '../attest/vocabulary.ts';
import { ALGORITHMS, ROLES } from '../attest/vocabulary.ts';
import type { DefineCommand } from './command.ts';
import { helpText } from './help.ts';
import { passphraseOf, someText } from './signing.ts';

interface KeygenOptions {
  readonly out: string;
  readonly algorithm: Algorithm;
  readonly role: Role[];
  readonly name?: string;
  readonly passphraseEnv?: string;
}

export const defineKeygen: DefineCommand = (program, cli, done) => {
  program
    .command('keygen')
    .description(cli.text('生成签名用的密钥对', 'make a key pair to sign with'))
    .requiredOption(
      '--out <name>',
      cli.text('写出 NAME.key.pem 与 NAME.pub.json', 'write NAME.key.pem and NAME.pub.json'),
    )
    .addOption(
      new Option('--algorithm <algorithm>', cli.text('算法', 'algorithm'))
        .choices(ALGORITHMS)
        .default('ed25519'),
    )
    .addOption(
      new Option('--role <role...>', cli.text('公钥条目中的角色', 'roles in the public entry'))
        .choices(ROLES)
        .default(['runner']),
    )
    .option(
      '--name <name>',
      cli.text('密钥归谁所有（默认取文件名）', 'whose key it is (default: the name of the file)'),
      someText(cli),
    )
    .option(
      '--passphrase-env <variable>',
      cli.text(
        '存放口令的环境变量，用于加密私钥',
        'environment variable whose passphrase encrypts the private key',
      ),
    )
    .addHelpText(
      'after',
      helpText(
        cli,
        `
NAME.key.pem 是私钥，不要外传。NAME.pub.json 可直接作为一个条目放入核验方的 trust.json：
  {"format": "aigc-trust/1", "keys": [ … ]}`,
        `
NAME.key.pem is the private key: keep it to yourself. NAME.pub.json is an entry that a verifier can put into trust.json as it is:
  {"format": "aigc-trust/1", "keys": [ … ]}`,
      ),
    )
    .action(async (options: KeygenOptions, command: Command) => {
      const { writeNewKey } = await import('../attest/index.ts');
      const passphrase = passphraseOf(options.passphraseEnv, cli);
      const { privateKey, publicKey, entry } = writeNewKey({
        out: options.out,
        algorithm: options.algorithm,
        name: options.name ?? basename(options.out),
        roles: ROLES.filter((role) => options.role.includes(role)),
        ...(passphrase === undefined ? {} : { passphrase }),
      });
      done(0);
      if (command.optsWithGlobals().json === true) {
        cli.printJson({ privateKey, publicKey, encrypted: passphrase !== undefined, entry });
        return;
      }
      cli.print(privateKey);
      cli.print(publicKey);
      cli.note(cli.text(`密钥编号：${entry.keyid}`, `Key id: ${entry.keyid}`));
    });
};
