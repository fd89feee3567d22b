import { createCipheriv, createPrivateKey, randomBytes, scryptSync } from 'node:crypto';

/**
 * Work of scrypt: 16 MiB of memory, which is what OpenSSL still reads without being told to, gone
 * through five times.
 */
const SCRYPT = { N: 2 ** 14, r: 8, p: 5 } as const;
const KEY_BYTES = 32;
const SALT_BYTES = 16;
const IV_BYTES = 16;

/** PKCS#8 (DER) as a PEM block that anyone who has it can use. */
export function plainPem(pkcs8: Uint8Array): string {
  return pem('PRIVATE KEY', pkcs8);
}

/**
 * PKCS#8 (DER) as `ENCRYPTED PRIVATE KEY`: AES-256-CBC under a key made by scrypt (RFC 8018 PBES2,
 * RFC 7914 §7), which OpenSSL 3 reads. Node's own export would use 2,048 rounds of PBKDF2, which
 * guards no passphrase that a person can remember.
 */
export function encryptedPem(pkcs8: Uint8Array, passphrase: string): string {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const key = scryptSync(passphrase, salt, KEY_BYTES, SCRYPT);
  const cipher = createCipheriv('aes-256-cbc', key, iv);
  const encrypted = Buffer.concat([cipher.update(pkcs8), cipher.final()]);
  const { N, r, p } = SCRYPT;
  const derivation = sequence(
    OID.scrypt,
    sequence(octets(salt), integer(N), integer(r), integer(p), integer(KEY_BYTES)),
  );
  const algorithm = sequence(OID.pbes2, sequence(derivation, sequence(OID.aes256cbc, octets(iv))));
  return pem('ENCRYPTED PRIVATE KEY', sequence(algorithm, octets(encrypted)));
}

/** What stands in the PEM text of a private key. */
export type PrivatePem =
  | { readonly kind: 'pkcs8'; readonly der: Buffer }
  | { readonly kind: 'passphrase-missing' | 'passphrase-wrong' | 'public-key' | 'other-format' };

/** Reads one PEM block of PKCS#8, decrypted where it is encrypted. */
export function readPrivatePem(text: string, passphrase: string | undefined): PrivatePem {
  const labels = [...text.matchAll(/^-----BEGIN ([A-Z0-9 ]+)-----\r?$/gm)].map((match) => match[1]);
  const [label] = labels;
  if (label === 'PUBLIC KEY') return { kind: 'public-key' };
  if (labels.length !== 1) return { kind: 'other-format' };
  const encrypted = label === 'ENCRYPTED PRIVATE KEY';
  if (!encrypted && label !== 'PRIVATE KEY') return { kind: 'other-format' };
  if (encrypted && passphrase === undefined) return { kind: 'passphrase-missing' };
  try {
    const key = createPrivateKey({
      key: text,
      format: 'pem',
      ...(passphrase === undefined ? {} : { passphrase }),
    });
    return { kind: 'pkcs8', der: key.export({ type: 'pkcs8', format: 'der' }) };
  } catch {
    return { kind: encrypted ? 'passphrase-wrong' : 'other-format' };
  }
}

const OID = {
  pbes2: Buffer.from('06092a864886f70d01050d', 'hex'),
  scrypt: Buffer.from('06092b06010401da47040b', 'hex'),
  aes256cbc: Buffer.from('060960864801650304012a', 'hex'),
} as const;

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return element(0x30, Buffer.concat(parts));
}

function octets(bytes: Uint8Array): Buffer {
  return element(0x04, bytes);
}

/** A whole number whose first byte is below 0x80, as all are here: a higher one would be negative. */
function integer(value: number): Buffer {
  const hex = value.toString(16);
  return element(0x02, Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, 'hex'));
}

/** Tag, length and content (X.690 §8.1, DER); contents here stay below 256 bytes. */
function element(tag: number, content: Uint8Array): Buffer {
  const { length } = content;
  const head = length < 0x80 ? [tag, length] : [tag, 0x81, length];
  return Buffer.concat([Buffer.from(head), content]);
}

function pem(label: string, der: Uint8Array): string {
  const lines = Buffer.from(der)
    .toString('base64')
    .replaceAll(/.{64}(?=.)/g, '$&\n');
  return `-----BEGIN ${label}-----\n${lines}\n-----END ${label}-----\n`;
}
