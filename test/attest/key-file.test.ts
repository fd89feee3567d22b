import { chmodSync, mkdirSync, statSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ALGORITHMS, readSigningKey, verifyingKey, writeNewKey } from '../../src/attest/index.ts';
import type { UserError } from '../../src/document/index.ts';
import type { Workspace } from '../run/workspace.ts';
import { makeWorkspace } from '../run/workspace.ts';
import { OPENSSL } from './openssl.ts';

const DATA = Buffer.from('evidence');

function keyFile(workspace: Workspace, pem: string, mode = 0o600): string {
  const path = workspace.write('some.key.pem', pem);
  chmodSync(path, mode);
  return path;
}

/** The code of the problem that reading a key ends in. */
function faultOf(path: string, passphrase?: string): string | undefined {
  try {
    readSigningKey(path, passphrase);
    return undefined;
  } catch (error) {
    return (error as UserError).problems[0]?.code;
  }
}

describe('a new key', () => {
  test.each(ALGORITHMS)('of %s is written so that only its owner reads it', (algorithm) => {
    using workspace = makeWorkspace();
    const out = workspace.path('lab');
    const written = writeNewKey({ out, algorithm, name: '实验室', roles: ['runner'] });
    expect(workspace.files('.').toSorted()).toEqual(['lab.key.pem', 'lab.pub.json']);
    expect(statSync(written.privateKey).mode & 0o777).toBe(0o600);
    expect(workspace.read('lab.pub.json')).not.toContain('PRIVATE');
    const entry = workspace.json('lab.pub.json');
    expect(entry).toEqual(written.entry);
    expect(entry).toMatchObject({ algorithm, name: '实验室', roles: ['runner'] });
    const key = readSigningKey(written.privateKey, undefined);
    const published = verifyingKey(entry.publicKey);
    if (typeof published === 'string') expect.unreachable(published);
    expect(published.keyid).toBe(entry.keyid);
    expect(published.verify(DATA, key.sign(DATA))).toBe(true);
  });

  test.each(ALGORITHMS)('of %s can be encrypted', (algorithm) => {
    using workspace = makeWorkspace();
    const out = workspace.path('lab');
    const passphrase = '正确的马 电池 订书钉';
    const { privateKey, entry } = writeNewKey({
      ...{ out, algorithm, name: 'lab', roles: ['runner'], passphrase },
    });
    expect(workspace.read('lab.key.pem')).toMatch(/^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/);
    expect(readSigningKey(privateKey, passphrase).keyid).toBe(entry.keyid);
    expect(faultOf(privateKey, 'wrong')).toBe('key-passphrase-wrong');
    expect(faultOf(privateKey)).toBe('key-passphrase-missing');
  });

  test.each(['lab.key.pem', 'lab.pub.json'])('never takes the place of %s', (name) => {
    using workspace = makeWorkspace();
    workspace.write(name, 'old');
    const out = workspace.path('lab');
    const write = () => writeNewKey({ out, algorithm: 'sm2', name: 'lab', roles: ['runner'] });
    expect(write).toThrow(`${name} is there already`);
    expect(workspace.files('.')).toEqual([name]);
    expect(workspace.read(name)).toBe('old');
  });

  test('is not written through a link that leads nowhere yet', () => {
    using workspace = makeWorkspace();
    symlinkSync(workspace.path('elsewhere'), workspace.path('lab.key.pem'));
    const out = workspace.path('lab');
    const write = () => writeNewKey({ out, algorithm: 'sm2', name: 'lab', roles: ['runner'] });
    expect(write).toThrow('is there already');
  });

  test('in a folder that is not there is refused in words', () => {
    using workspace = makeWorkspace();
    const out = workspace.path('nowhere/lab');
    const write = () => writeNewKey({ out, algorithm: 'sm2', name: 'lab', roles: ['runner'] });
    expect(write).toThrow('Cannot write to');
  });
});

describe('a key that OpenSSL made', () => {
  test.each([
    ['ed25519', OPENSSL.ed25519.privateKey, OPENSSL.ed25519],
    ['sm2', OPENSSL.sm2.privateKey, OPENSSL.sm2],
    ['ed25519 under scrypt', OPENSSL.ed25519.scrypt, OPENSSL.ed25519],
    ['ed25519 under PBKDF2', OPENSSL.ed25519.pbkdf2, OPENSSL.ed25519],
    ['sm2 under scrypt', OPENSSL.sm2.scrypt, OPENSSL.sm2],
  ])('%s is read', (_what, pem, { keyid }) => {
    using workspace = makeWorkspace();
    expect(readSigningKey(keyFile(workspace, pem), OPENSSL.passphrase).keyid).toBe(keyid);
  });
});

describe('a key file is refused', () => {
  const { privateKey, publicKey } = OPENSSL.ed25519;

  test.each([0o640, 0o604, 0o620, 0o601, 0o666])('with the mode %o', (mode) => {
    using workspace = makeWorkspace();
    expect(faultOf(keyFile(workspace, privateKey, mode))).toBe('key-exposed');
  });

  test('however it is reached: a link does not hide who can read it', () => {
    using workspace = makeWorkspace();
    symlinkSync(keyFile(workspace, privateKey, 0o644), workspace.path('link'));
    expect(faultOf(workspace.path('link'))).toBe('key-exposed');
  });

  test.each([
    ['a public key', publicKey, 'key-public-key'],
    ['another algorithm', OPENSSL.p256, 'key-other-algorithm'],
    ['no key', 'hello', 'key-other-format'],
    ['two keys', privateKey + privateKey, 'key-other-format'],
    ['the old form of OpenSSL', privateKey.replaceAll('PRIVATE', 'EC PRIVATE'), 'key-other-format'],
    ['a damaged key', privateKey.replace('MC4CAQAw', 'MC4CAQAx'), 'key-other-format'],
    ['a file too long for a key', `${privateKey}${' '.repeat(1 << 17)}`, 'key-not-a-key'],
  ])('that holds %s', (_what, pem, code) => {
    using workspace = makeWorkspace();
    expect(faultOf(keyFile(workspace, pem))).toBe(code);
  });

  test('that is not there, or a folder', () => {
    using workspace = makeWorkspace();
    mkdirSync(workspace.path('folder'), { mode: 0o700 });
    expect(faultOf(workspace.path('nothing'))).toBe('key-missing');
    expect(faultOf(workspace.path('folder'))).toBe('key-not-a-key');
  });
});
