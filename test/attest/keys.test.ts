import { createPrivateKey, createPublicKey, generateKeyPairSync, sign } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ALGORITHMS, newPrivateKey, signingKey, verifyingKey } from '../../src/attest/index.ts';
import { OPENSSL } from './openssl.ts';
import { newKey } from './trusted.ts';

const DATA = Buffer.from('评测证据');

function publicOf(pem: string) {
  const key = verifyingKey(pem);
  return typeof key === 'string' ? expect.unreachable(key) : key;
}

describe.each(ALGORITHMS)('%s', (algorithm) => {
  test('what a key signs, its public half verifies, and nothing else does', () => {
    const key = newKey(algorithm);
    const signature = key.sign(DATA);
    const published = publicOf(key.publicKey);
    expect(published).toMatchObject({ algorithm, keyid: key.keyid });
    expect(published.verify(DATA, signature)).toBe(true);
    expect(published.verify(Buffer.from('评测证椐'), signature)).toBe(false);
    expect(newKey(algorithm).verify(DATA, signature)).toBe(false);
    for (const wrong of ['', 'x', '0'.repeat(64)]) {
      expect(published.verify(DATA, Buffer.from(wrong))).toBe(false);
    }
    expect(published.verify(DATA, Buffer.concat([signature, Buffer.of(0)]))).toBe(false);
  });

  test('the keyid is the SHA-256 of the public key as OpenSSL writes it', () => {
    const { publicKey, keyid } = OPENSSL[algorithm];
    expect(publicOf(publicKey)).toMatchObject({ keyid, publicKey, algorithm });
  });

  test('two keys are never alike', () => {
    expect(newPrivateKey(algorithm).equals(newPrivateKey(algorithm))).toBe(false);
  });
});

describe('SM2', () => {
  test('the example of GM/T 0003.5-2012, appendix A, verifies', () => {
    const spki = Buffer.from(
      '3059301306072a8648ce3d020106082a811ccf5501822d03420004' +
        '09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020' +
        'ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
      'hex',
    );
    const r = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3';
    const s = 'b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa';
    const key = publicOf(
      `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64')}\n-----END PUBLIC KEY-----\n`,
    );
    const signature = Buffer.from(`3046022100${r}022100${s}`, 'hex');
    expect(key.verify(Buffer.from('message digest'), signature)).toBe(true);
    expect(key.verify(Buffer.from('message digesT'), signature)).toBe(false);
  });

  test('ECDSA on the same curve is another scheme and does not verify', () => {
    // What Node makes with a key that was just generated on the curve.
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }).toString();
    expect(publicOf(pem).verify(DATA, sign('sm3', DATA, privateKey))).toBe(false);
  });

  test('a signature without the default user identifier does not verify', () => {
    const { privateKey, publicKey } = OPENSSL.sm2;
    const signature = sign('sm3', DATA, createPrivateKey(privateKey));
    expect(publicOf(publicKey).verify(DATA, signature)).toBe(false);
  });
});

describe('what is no key of ours', () => {
  const pkcs8 = (pem: string): Buffer =>
    createPrivateKey(pem).export({ type: 'pkcs8', format: 'der' });
  const p256 = createPublicKey(OPENSSL.p256).export({ type: 'spki', format: 'pem' }).toString();
  const rsa = generateKeyPairSync('rsa', { modulusLength: 1024 });
  const { publicKey, privateKey } = OPENSSL.ed25519;

  test('another algorithm is named so', () => {
    expect(signingKey(pkcs8(OPENSSL.p256))).toBe('other-algorithm');
    expect(verifyingKey(p256)).toBe('other-algorithm');
    expect(verifyingKey(rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString())).toBe(
      'other-algorithm',
    );
    expect(signingKey(Buffer.from('no key'))).toBe('not-a-key');
  });

  test.each([
    ['nothing', ''],
    ['a private key', privateKey],
    ['two keys', publicKey + publicKey],
    ['text before the key', `x\n${publicKey}`],
    ['text after the key', `${publicKey}x\n`],
    ['a key cut off', publicKey.replace('to8=', '')],
    ['base64 with bits to spare', publicKey.replace('to8=', 'to9=')],
    ['bytes after the key', publicKey.replace('to8=', 'to8A')],
  ])('%s is not taken for a public key', (_what, pem) => {
    expect(verifyingKey(pem)).toBe('not-a-key');
  });
});
