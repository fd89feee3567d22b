import { describe, expect, test } from 'vitest';
import type { TrustEntry } from '../../src/attest/index.ts';
import { parseTrust, readTrust } from '../../src/attest/index.ts';
import type { UserError } from '../../src/document/index.ts';
import { makeWorkspace } from '../run/workspace.ts';
import { OPENSSL } from './openssl.ts';
import { entryOf, newKey, trustOf, trustText } from './trusted.ts';

const key = newKey('sm2');
const entry = entryOf(key, ['runner', 'certifier']);

/** Code and line of everything that is wrong with a policy, written with one key of JSON a line. */
function problemsOf(
  value: unknown,
): readonly (readonly [code: string, line: number | undefined])[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value, null, 1);
  try {
    parseTrust(text, 'trust.json');
    return [];
  } catch (error) {
    return (error as UserError).problems.map(({ code, line }) => [code, line]);
  }
}

const codesOf = (value: unknown): string[] => problemsOf(value).map(([code]) => code);

function policy(change: object | null, more: object = {}): object {
  const keys = change === null ? [] : [{ ...entry, ...change }];
  return { format: 'aigc-trust/1', keys, ...more };
}

describe('a trust policy', () => {
  test('is read with its defaults: one signature, and the lowest level for runners', () => {
    const trust = trustOf([entry]);
    expect(trust.thresholds).toEqual({ plan: 1, runner: 1, reviewer: 1, certifier: 1 });
    expect(trust.keys).toMatchObject([{ ...entry, assurance: 'self_attested' }]);
    const data = Buffer.from('x');
    expect(trust.keys[0]?.verify(data, key.sign(data))).toBe(true);
  });

  test('says what it says', () => {
    const full: TrustEntry = {
      ...entry,
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: '2027-01-01T00:00:00Z',
      revokedAt: '2026-06-01T00:00:00Z',
      assurance: 'third_party',
    };
    const trust = trustOf([full, entryOf(newKey(), ['certifier'])], { certifier: 2 });
    expect(trust.keys[0]).toMatchObject(full);
    expect(trust.thresholds).toMatchObject({ certifier: 2, runner: 1 });
  });

  test('can be written as YAML', () => {
    const pem = OPENSSL.ed25519.publicKey.trimEnd().split('\n').join('\n      ');
    const yaml = `format: aigc-trust/1
keys:
  - keyid: ${OPENSSL.ed25519.keyid}
    algorithm: ed25519
    publicKey: |
      ${pem}
    name: 某实验室
    roles: [runner]
`;
    expect(parseTrust(yaml, 'trust.yaml').keys).toMatchObject([{ name: '某实验室' }]);
  });

  test('may be empty: then nobody is trusted', () => {
    expect(trustOf([]).keys).toEqual([]);
  });

  test('that is not there is said so', () => {
    using workspace = makeWorkspace();
    expect(() => readTrust(workspace.path('trust.json'))).toThrow('cannot be read (ENOENT)');
    workspace.write('trust.json', trustText([entry]));
    expect(readTrust(workspace.path('trust.json')).keys).toHaveLength(1);
  });
});

describe('a trust policy is refused', () => {
  test.each([
    ['for another format', policy({}, { format: 'aigc-trust/2' }), 'schema-const'],
    ['for an unknown key', policy({}, { note: 1 }), 'unknown-key'],
    ['for an unknown key of an entry', policy({ role: 'runner' }), 'unknown-key'],
    ['for an unknown role', policy({ roles: ['root'] }), 'not-allowed'],
    ['for a role given twice', policy({ roles: ['plan', 'plan'] }), 'schema-uniqueitems'],
    ['for an entry without a role', policy({ roles: [] }), 'schema-minitems'],
    ['for an entry without a name', policy({ name: ' ' }), 'schema-pattern'],
    ['for an unknown algorithm', policy({ algorithm: 'rsa' }), 'not-allowed'],
    ['for an unknown level', policy({ assurance: 'best' }), 'not-allowed'],
    ['for a threshold of none', policy({}, { thresholds: { runner: 0 } }), 'schema-minimum'],
    ['for a threshold of an unknown role', policy({}, { thresholds: { root: 1 } }), 'unknown-key'],
    ['for a keyid of another key', policy({ keyid: newKey().keyid }), 'wrong-keyid'],
    ['for a keyid in capitals', policy({ keyid: key.keyid.toUpperCase() }), 'schema-pattern'],
    ['for an algorithm of another key', policy({ algorithm: 'ed25519' }), 'wrong-algorithm'],
    ['for a private key', policy({ publicKey: OPENSSL.sm2.privateKey }), 'not-a-key'],
    ['for a text that is no key', policy({ publicKey: 'x' }), 'not-a-key'],
    ['for a time with an offset', policy({ notBefore: '2026-01-01T00:00:00+08:00' }), 'wrong-time'],
    ['for a time that is none', policy({ revokedAt: '2026-02-30T00:00:00Z' }), 'wrong-time'],
    [
      'for a window that ends before it begins',
      policy({ notBefore: '2027-01-01T00:00:00Z', notAfter: '2026-01-01T00:00:00Z' }),
      'wrong-window',
    ],
    ['for a key that occurs twice', { ...policy(null), keys: [entry, entry] }, 'key-twice'],
    [
      'for a threshold that cannot be reached',
      policy({}, { thresholds: { certifier: 2 } }),
      'threshold-out-of-reach',
    ],
    [
      'for duplicate keys',
      '{"format": "aigc-trust/1", "keys": [], "keys": []}',
      'yaml-duplicate-key',
    ],
    ['for being something else', '[]', 'wrong-type'],
    ['for being nothing', '', 'wrong-type'],
    ['for a list that is none', policy(null, { keys: 'mine' }), 'wrong-type'],
  ])('%s', (_what, value, code) => {
    expect(codesOf(value)).toEqual([code]);
  });

  test('with all that is wrong, each with its line', () => {
    const wrong = policy({ keyid: 'ab'.repeat(32), notAfter: 'never', revokedAt: 'soon' });
    expect(problemsOf(wrong)).toEqual([
      ['wrong-time', 13],
      ['wrong-time', 14],
    ]);
    const two = { format: 'aigc-trust/1', keys: [{ ...entry, algorithm: 'ed25519' }, entry] };
    expect(codesOf(two)).toEqual(['wrong-algorithm', 'key-twice']);
  });
});
