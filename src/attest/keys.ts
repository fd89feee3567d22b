import type { KeyObject } from 'node:crypto';
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  sign as signBytes,
  verify as verifyBytes,
} from 'node:crypto';
import { sha256 } from '../evidence/index.ts';
import { isSm2, sm2Sign, sm2Verify } from './sm2.ts';
import type { Algorithm } from './vocabulary.ts';

/** A public key that signatures can be checked with. */
export interface VerifyingKey {
  /** SHA-256 of the SubjectPublicKeyInfo (DER), lower-case hex. */
  readonly keyid: string;
  readonly algorithm: Algorithm;
  /** SubjectPublicKeyInfo as PEM. */
  readonly publicKey: string;
  verify(data: Uint8Array, signature: Uint8Array): boolean;
}

export interface SigningKey extends VerifyingKey {
  sign(data: Uint8Array): Buffer;
}

/** Why a text is no key that this program signs or verifies with. */
export type KeyFault = 'not-a-key' | 'other-algorithm';

/** A new private key, PKCS#8 as DER: the form in which it is written or encrypted. */
export function newPrivateKey(algorithm: Algorithm): Buffer {
  // A key just generated on the curve would sign by ECDSA; read back from PKCS#8 it is an SM2 key.
  const { privateKey } =
    algorithm === 'ed25519'
      ? generateKeyPairSync('ed25519')
      : generateKeyPairSync('ec', { namedCurve: 'SM2' });
  return privateKey.export({ type: 'pkcs8', format: 'der' });
}

/**
 * The key to sign with from PKCS#8 (DER, not encrypted).
 *
 * @returns `other-algorithm` for a key that is neither Ed25519 nor SM2 on the named curve
 */
export function signingKey(pkcs8: Uint8Array): SigningKey | KeyFault {
  let privateKey: KeyObject;
  try {
    privateKey = createPrivateKey({ key: Buffer.from(pkcs8), type: 'pkcs8', format: 'der' });
  } catch {
    return 'not-a-key';
  }
  const spki = createPublicKey(privateKey).export({ type: 'spki', format: 'der' });
  const key = keyOf(spki);
  if (typeof key === 'string') return key;
  return {
    ...key,
    sign: (data) =>
      key.algorithm === 'ed25519'
        ? signBytes(null, data, privateKey)
        : sm2Sign(data, privateKey, spki),
  };
}

const PUBLIC_PEM =
  /^-----BEGIN PUBLIC KEY-----\r?\n([A-Za-z0-9+/=\r\n]+)-----END PUBLIC KEY-----\r?\n?$/;

/** The key to verify with from a PEM text; only a public key will do, and only one. */
export function verifyingKey(pem: string): VerifyingKey | KeyFault {
  const base64 = PUBLIC_PEM.exec(pem)?.[1]?.replaceAll(/[\r\n]/g, '');
  if (base64 === undefined) return 'not-a-key';
  const spki = Buffer.from(base64, 'base64');
  return spki.toString('base64') === base64 ? keyOf(spki) : 'not-a-key';
}

function keyOf(spki: Buffer): VerifyingKey | KeyFault {
  let publicKey: KeyObject;
  try {
    publicKey = createPublicKey({ key: spki, type: 'spki', format: 'der' });
  } catch {
    return 'not-a-key';
  }
  // One key has one form and so one keyid: what the library would write otherwise is refused.
  if (!publicKey.export({ type: 'spki', format: 'der' }).equals(spki)) return 'not-a-key';
  const algorithm = algorithmOf(publicKey, spki);
  if (algorithm === null) return 'other-algorithm';
  return {
    keyid: sha256(spki),
    algorithm,
    publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    verify: (data, signature) =>
      algorithm === 'ed25519'
        ? verifyBytes(null, data, publicKey, signature)
        : sm2Verify(data, publicKey, spki, signature),
  };
}

function algorithmOf(key: KeyObject, spki: Uint8Array): Algorithm | null {
  if (key.asymmetricKeyType === 'ed25519') return 'ed25519';
  // Node has no name for SM2; were the key taken for one of ECDSA, it would verify another scheme.
  return isSm2(spki) && key.asymmetricKeyType !== 'ec' ? 'sm2' : null;
}
