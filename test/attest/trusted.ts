import { writeFileSync } from 'node:fs';
import type { SigningKey, Trust, TrustEntry } from '../../src/attest/index.ts';
import { newPrivateKey, parseTrust, signingKey } from '../../src/attest/index.ts';
import type { Algorithm, Role } from '../../src/attest/vocabulary.ts';

export function newKey(algorithm: Algorithm = 'ed25519'): SigningKey {
  const key = signingKey(newPrivateKey(algorithm));
  if (typeof key === 'string') throw new Error(key);
  return key;
}

/** An entry of a trust policy for a key. */
export function entryOf(
  key: SigningKey,
  roles: readonly Role[],
  more: Partial<TrustEntry> = {},
): TrustEntry {
  const { keyid, algorithm, publicKey } = key;
  return { keyid, algorithm, publicKey, name: `name-${keyid.slice(0, 4)}`, roles, ...more };
}

export function trustText(
  keys: readonly TrustEntry[],
  thresholds?: Partial<Record<Role, number>>,
): string {
  return JSON.stringify({
    format: 'aigc-trust/1',
    keys,
    ...(thresholds === undefined ? {} : { thresholds }),
  });
}

export function trustOf(
  keys: readonly TrustEntry[],
  thresholds?: Partial<Record<Role, number>>,
): Trust {
  return parseTrust(trustText(keys, thresholds), 'trust.json');
}

/** Writes a trust policy and returns its path. */
export function writeTrust(path: string, ...trust: Parameters<typeof trustText>): string {
  writeFileSync(path, trustText(...trust));
  return path;
}
