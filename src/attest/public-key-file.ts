import { readFileSync } from 'node:fs';
import { UserError } from '../document/index.ts';
import type { VerifyingKey } from './keys.ts';
import { verifyingKey } from './keys.ts';

/**
 * Reads a public key: the `NAME.pub.json` that was written beside a private key, or a PEM file.
 *
 * @throws UserError when the file holds none
 */
export function readPublicKey(path: string): VerifyingKey {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    throw UserError.of(
      'key-missing',
      `无法读取 ${path}（${code}）。`,
      `Cannot read ${path} (${code}).`,
    );
  }
  const key = verifyingKey(pemOf(text));
  if (typeof key !== 'string') return key;
  throw UserError.of(
    'no-public-key',
    `${path} 不是公钥文件（NAME.pub.json 或 PEM）。`,
    `${path} holds no public key (NAME.pub.json or PEM).`,
  );
}

function pemOf(text: string): string {
  try {
    const { publicKey } = JSON.parse(text) as { publicKey?: unknown };
    return typeof publicKey === 'string' ? publicKey : '';
  } catch {
    return text;
  }
}
