import { describe, expect, test } from 'vitest';
import type { Envelope, SigningKey, TrustEntry } from '../../src/attest/index.ts';
import { addSignature, mayClaim, signEnvelope, trustedSigners } from '../../src/attest/index.ts';
import { entryOf, newKey, trustOf } from './trusted.ts';

const AT = '2026-11-23T09:00:00Z';
const [a, b, c] = [newKey(), newKey('sm2'), newKey()] as const;

function signedBy(...keys: readonly SigningKey[]): Envelope {
  const [first = a, ...others] = keys;
  return others.reduce(addSignature, signEnvelope(Buffer.from('{}'), first));
}

/** What becomes of one signature of `a` when the policy says this of the key. */
function faultOf(more: Partial<TrustEntry>, at = AT): string | null | undefined {
  const trust = trustOf([entryOf(a, ['certifier'], more)]);
  const { signatures, reached } = trustedSigners(signedBy(a), trust, 'certifier', at);
  const fault = signatures[0]?.fault;
  expect(reached).toBe(fault === null);
  return fault;
}

describe('thresholds', () => {
  const two = trustOf(
    [a, b, c].map((key) => entryOf(key, ['certifier'])),
    { certifier: 2 },
  );
  const judge = (envelope: Envelope) => trustedSigners(envelope, two, 'certifier', AT);

  test('are reached by as many different keys', () => {
    expect(judge(signedBy(a))).toMatchObject({ threshold: 2, reached: false });
    expect(judge(signedBy(c, a))).toMatchObject({ reached: true });
    expect(judge(signedBy(c, a)).signers.map(({ keyid }) => keyid)).toEqual([c.keyid, a.keyid]);
    expect(judge(signedBy(a, b, c)).signers).toHaveLength(3);
  });

  test('are not reached by one key that signs twice, under whatever keyid', () => {
    const envelope = signedBy(b);
    const again = signEnvelope(Buffer.from('{}'), b).signatures[0]?.sig ?? '';
    for (const keyid of [b.keyid, a.keyid, 'x']) {
      const signatures = [...envelope.signatures, { keyid, sig: again }];
      const judged = judge({ ...envelope, signatures });
      expect(judged).toMatchObject({ reached: false, signatures: [{}, { fault: 'repeated' }] });
      expect(judged.signers).toHaveLength(1);
    }
  });

  test('are reached beside signatures that count for nothing', () => {
    const judged = judge(signedBy(newKey(), a, b));
    expect(judged.reached).toBe(true);
    expect(judged.signatures.map(({ fault }) => fault)).toEqual(['unknown-key', null, null]);
  });
});

describe('a signature does not count', () => {
  test('when nobody knows the key', () => {
    const judged = trustedSigners(signedBy(a), trustOf([]), 'runner', AT);
    expect(judged).toMatchObject({
      reached: false,
      signatures: [{ at: 0, keyid: a.keyid, fault: 'unknown-key' }],
    });
  });

  test('when it is another one under the name of a trusted key', () => {
    const sig = signEnvelope(Buffer.from('[]'), a).signatures[0]?.sig ?? '';
    const forged = { ...signedBy(a), signatures: [{ keyid: a.keyid, sig }] };
    const judged = trustedSigners(forged, trustOf([entryOf(a, ['runner'])]), 'runner', AT);
    expect(judged.signatures).toMatchObject([{ fault: 'wrong-signature' }]);
    expect(judged.reached).toBe(false);
  });

  test('in a role that the key does not have', () => {
    expect(faultOf({ roles: ['runner', 'plan', 'reviewer'] })).toBe('wrong-role');
    expect(faultOf({ roles: ['certifier'] })).toBeNull();
  });

  test.each([
    ['before the window', { notBefore: '2026-11-23T09:00:00.001Z' }, 'not-yet-valid'],
    ['on its first moment', { notBefore: AT }, null],
    ['on its last moment', { notAfter: AT }, null],
    ['after the window', { notAfter: '2026-11-23T08:59:59.999Z' }, 'expired'],
    ['before the revocation', { revokedAt: '2026-11-23T09:00:00.001Z' }, null],
    ['at the revocation', { revokedAt: AT }, 'revoked'],
    ['after the revocation', { revokedAt: '2026-11-23T08:00:00Z' }, 'revoked'],
  ] as const)('%s: %j gives %s', (_when, more, fault) => {
    expect(faultOf(more)).toBe(fault);
  });

  test('and the time compared is the claimed one, fractions of a second included', () => {
    const notAfter = '2026-11-23T09:00:00.5Z';
    expect(faultOf({ notAfter }, '2026-11-23T09:00:00.500Z')).toBeNull();
    expect(faultOf({ notAfter }, '2026-11-23T09:00:00.501Z')).toBe('expired');
    expect(() => faultOf({ notAfter }, 'today')).toThrow(RangeError);
  });

  test('every finding is told in both languages', () => {
    const trust = trustOf([entryOf(a, ['runner'], { name: '某实验室' })]);
    const { signatures } = trustedSigners(signedBy(a, b), trust, 'certifier', AT);
    expect(signatures.map(({ message }) => message.zh)).toEqual([
      '某实验室 没有 certifier 角色。',
      `密钥 ${b.keyid} 不在信任策略中。`,
    ]);
    expect(signatures[0]?.message.en).toBe('某实验室 does not have the role certifier.');
  });
});

test('a runner may claim its own level and any below it', () => {
  expect(mayClaim('self_attested', 'self_attested')).toBe(true);
  expect(mayClaim('witnessed', 'third_party')).toBe(true);
  expect(mayClaim('third_party', 'witnessed')).toBe(false);
  expect(mayClaim('reproduced', 'third_party')).toBe(false);
});
