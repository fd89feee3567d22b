import type { KeyObject } from 'node:crypto';
import { createHash, createSign, createVerify } from 'node:crypto';

/**
 * SM2 signatures with SM3 (GB/T 32918.2; curve of GB/T 32918.5) and the user identifier
 * `1234567812345678` that GM/T 0009 makes the default. Check one with
 * `openssl dgst -sm3 -verify PUBLIC.pem -sigopt distid:1234567812345678 -signature SIG DATA`.
 *
 * `crypto.sign('sm3', …)` would not do: it has no way to name the user, so nobody else's default
 * verifies its signatures, and for a key that was just generated it makes ECDSA, which is another
 * scheme. `createSign` signs the plain SM3 digest of what it is given; what is put before the
 * message there is the digest Z of the signer, which makes it the digest of the standard.
 */
export function sm2Sign(data: Uint8Array, privateKey: KeyObject, spki: Uint8Array): Buffer {
  return createSign('sm3').update(signerDigest(spki)).update(data).sign(privateKey);
}

/** False for what is no signature at all, too. */
export function sm2Verify(
  data: Uint8Array,
  publicKey: KeyObject,
  spki: Uint8Array,
  signature: Uint8Array,
): boolean {
  return createVerify('sm3').update(signerDigest(spki)).update(data).verify(publicKey, signature);
}

/** SubjectPublicKeyInfo of a key on the named curve up to the coordinates of its point. */
const SPKI_PREFIX = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d03420004', 'hex');
const COORDINATES = 64;

/** Whether a SubjectPublicKeyInfo (DER) is an uncompressed SM2 key on the named curve. */
export function isSm2(spki: Uint8Array): boolean {
  return (
    spki.length === SPKI_PREFIX.length + COORDINATES &&
    SPKI_PREFIX.equals(spki.subarray(0, SPKI_PREFIX.length))
  );
}

const USER = Buffer.from('1234567812345678');

/** Length of the user identifier in bits, two bytes; then a, b and the base point of the curve. */
const BEFORE_KEY = Buffer.concat([
  Buffer.of((USER.length * 8) >> 8, (USER.length * 8) & 0xff),
  USER,
  Buffer.from('fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc', 'hex'),
  Buffer.from('28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93', 'hex'),
  Buffer.from('32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7', 'hex'),
  Buffer.from('bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0', 'hex'),
]);

/** Z of GB/T 32918.2 §5.5: binds the signature to the signer's identifier and key. */
function signerDigest(spki: Uint8Array): Buffer {
  return createHash('sm3').update(BEFORE_KEY).update(spki.subarray(-COORDINATES)).digest();
}
