import { closeSync, fstatSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { UserError } from '../document/index.ts';
import type { SigningKey } from './keys.ts';
import { newPrivateKey, signingKey } from './keys.ts';
import { encryptedPem, plainPem, readPrivatePem } from './pkcs8.ts';
import type { TrustEntry } from './trust.ts';
import type { Algorithm, Role } from './vocabulary.ts';

export interface NewKey {
  /** Files are named after it: `NAME.key.pem` and `NAME.pub.json`. */
  readonly out: string;
  readonly algorithm: Algorithm;
  /** Who or what signs with it, as a trust policy shows it. */
  readonly name: string;
  readonly roles: readonly Role[];
  /** Encrypts the private key; absent: it is written as it is. */
  readonly passphrase?: string;
}

export interface WrittenKey {
  /** Path of the private key. */
  readonly privateKey: string;
  /** Path of the public key: an entry ready for a trust policy. */
  readonly publicKey: string;
  readonly entry: TrustEntry;
}

/**
 * Makes a key pair and writes it. Nothing is overwritten: signatures of a key that is gone can
 * never be added to again.
 *
 * @throws UserError when a file is there already or cannot be written
 */
export function writeNewKey({ out, algorithm, name, roles, passphrase }: NewKey): WrittenKey {
  const pkcs8 = newPrivateKey(algorithm);
  const key = signingKey(pkcs8);
  if (typeof key === 'string') {
    throw UserError.of(
      'algorithm-unavailable',
      `此 Node.js 附带的 OpenSSL 不支持 ${algorithm}。`,
      `The OpenSSL of this Node.js cannot do ${algorithm}.`,
    );
  }
  const entry: TrustEntry = {
    keyid: key.keyid,
    algorithm,
    publicKey: key.publicKey,
    name,
    roles,
  };
  const paths = { privateKey: `${out}.key.pem`, publicKey: `${out}.pub.json` };
  const pem = passphrase === undefined ? plainPem(pkcs8) : encryptedPem(pkcs8, passphrase);
  writeNewFile(paths.publicKey, `${JSON.stringify(entry, null, 2)}\n`, 0o644);
  try {
    writeNewFile(paths.privateKey, pem, 0o600);
  } catch (error) {
    rmSync(paths.publicKey);
    throw error;
  }
  return { ...paths, entry };
}

function writeNewFile(path: string, content: string, mode: number): void {
  try {
    writeFileSync(path, content, { flag: 'wx', mode });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    if (code === 'EEXIST') {
      throw UserError.of(
        'file-exists',
        `${path} 已存在，不会覆盖。`,
        `${path} is there already; it is not overwritten.`,
        { hint: { zh: '请换一个 --out。', en: 'Choose another --out.' } },
      );
    }
    throw UserError.of(
      'file-unwritable',
      `无法写入 ${path}（${code}）。`,
      `Cannot write to ${path} (${code}).`,
    );
  }
}

/** A file that is longer holds no key, whatever it is. */
const LONGEST_KEY_FILE = 64 * 1024;

/** Permission bits of everyone but the owner. */
const OTHERS = 0o077;

/**
 * Reads a private key: PKCS#8 as PEM, made here or by OpenSSL.
 *
 * @throws UserError for a file that others can read, a missing or wrong passphrase, another
 * algorithm, anything that is no private key
 */
export function readSigningKey(path: string, passphrase: string | undefined): SigningKey {
  const read = readPrivatePem(readPrivateFile(path), passphrase);
  if (read.kind !== 'pkcs8') throw unreadable(path, read.kind);
  const key = signingKey(read.der);
  if (typeof key === 'string') throw unreadable(path, key);
  return key;
}

function readPrivateFile(path: string): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    throw UserError.of(
      'key-missing',
      `无法读取密钥文件 ${path}（${code}）。`,
      `The key file ${path} cannot be read (${code}).`,
    );
  }
  try {
    // Of the open file, so that nothing can be put in its place between the check and the reading.
    const { mode, size } = fstatSync(file);
    // Windows has no such bits; what Node reports there says nothing.
    if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
      const bits = (mode & 0o777).toString(8).padStart(4, '0');
      throw UserError.of(
        'key-exposed',
        `其他用户可以访问私钥文件 ${path}（权限 ${bits}），拒绝使用。`,
        `Other users can get at the private key file ${path} (mode ${bits}); it is not used.`,
        {
          hint: {
            zh: `请执行 chmod 600 ${path}；若已有人读过，请换新密钥。`,
            en: `Run chmod 600 ${path}; if anyone may have read it, make a new key.`,
          },
        },
      );
    }
    if (size > LONGEST_KEY_FILE) throw unreadable(path, 'not-a-key');
    return readFileSync(file, 'latin1');
  } catch (error) {
    if (error instanceof UserError) throw error;
    // A folder opens like a file and fails when it is read.
    throw unreadable(path, 'not-a-key');
  } finally {
    closeSync(file);
  }
}

type Unreadable =
  | 'passphrase-missing'
  | 'passphrase-wrong'
  | 'public-key'
  | 'other-format'
  | 'not-a-key'
  | 'other-algorithm';

function unreadable(path: string, why: Unreadable): UserError {
  const of = (zh: string, en: string, hint?: readonly [zh: string, en: string]): UserError =>
    UserError.of(
      `key-${why}`,
      `${path} ${zh}`,
      `${path} ${en}`,
      hint === undefined ? {} : { hint: { zh: hint[0], en: hint[1] } },
    );
  switch (why) {
    case 'passphrase-missing':
      return of('已加密。', 'is encrypted.', [
        '请把口令放入环境变量，并用 --passphrase-env 给出变量名。',
        'Put the passphrase into an environment variable and name it with --passphrase-env.',
      ]);
    case 'passphrase-wrong':
      return of(
        '无法解密：口令不对，或文件已损坏。',
        'cannot be decrypted: the passphrase is wrong or the file is damaged.',
      );
    case 'public-key':
      return of('是公钥；签名需要私钥。', 'is a public key; signing needs the private one.');
    case 'other-format':
    case 'not-a-key':
      return of('不是 PEM 格式的 PKCS#8 私钥。', 'is not a PKCS#8 private key in PEM form.', [
        '可转换其他格式：openssl pkcs8 -topk8 -in 旧文件 -out 新文件',
        'Other forms can be converted: openssl pkcs8 -topk8 -in OLD -out NEW',
      ]);
    case 'other-algorithm':
      return of('既不是 Ed25519 密钥，也不是 SM2 密钥。', 'is neither an Ed25519 nor an SM2 key.', [
        '用 aigc keygen 生成一个。',
        'aigc keygen makes one.',
      ]);
  }
}
