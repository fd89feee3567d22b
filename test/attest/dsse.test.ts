import { describe, expect, test } from 'vitest';
import type { Envelope } from '../../src/attest/index.ts';
import {
  ALGORITHMS,
  addSignature,
  checkSignatures,
  envelopeText,
  hasSigned,
  payloadOf,
  preAuthEncoding,
  readEnvelope,
  readStatement,
  STATEMENT_TYPE,
  signEnvelope,
  signingKey,
  verifyingKey,
} from '../../src/attest/index.ts';
import { OPENSSL } from './openssl.ts';
import { newKey } from './trusted.ts';

const PAYLOAD = Buffer.from('{"of":"结论"}');

const codesOf = (text: string): string[] =>
  readEnvelope(text, 'x.dsse.json').problems.map(({ code }) => code);

test('the pre-authentication encoding is the one of the specification', () => {
  expect(
    preAuthEncoding('http://example.com/HelloWorld', Buffer.from('hello world')).toString(),
  ).toBe('DSSEv1 29 http://example.com/HelloWorld 11 hello world');
});

test('lengths are counted in bytes, and bytes are left as they are', () => {
  const bytes = Buffer.of(0xff, 0, 0x20);
  const encoded = preAuthEncoding('类', bytes);
  expect(encoded.subarray(0, -3).toString()).toBe('DSSEv1 3 类 3 ');
  expect(encoded.subarray(-3)).toEqual(bytes);
});

describe.each(ALGORITHMS)('an envelope that OpenSSL signed by %s', (algorithm) => {
  const { publicKey, privateKey, keyid, signature } = OPENSSL[algorithm];
  const text = JSON.stringify({
    payload: Buffer.from(OPENSSL.payload).toString('base64'),
    payloadType: STATEMENT_TYPE,
    signatures: [{ sig: signature }],
  });

  test('verifies here', () => {
    const { envelope, problems } = readEnvelope(text, 'x');
    expect(problems).toEqual([]);
    const key = verifyingKey(publicKey);
    if (envelope === null || typeof key === 'string') return expect.unreachable();
    expect(checkSignatures(envelope, [key])).toMatchObject([{ by: { keyid }, repeated: false }]);
    expect(readStatement(payloadOf(envelope), 'plan', 'x')).toMatchObject({
      statement: { predicate: { issuer: '某协会' } },
      problems: [],
    });
  });

  test('is what we sign with that key, as far as the algorithm leaves no choice', () => {
    const pem = privateKey.replaceAll(/-----.*-----|\n/g, '');
    const key = signingKey(Buffer.from(pem, 'base64'));
    if (typeof key === 'string') return expect.unreachable(key);
    const signed = signEnvelope(Buffer.from(OPENSSL.payload), key);
    expect(signed.signatures).toMatchObject([{ keyid }]);
    // Ed25519 has no chance in it; SM2 takes a new number each time.
    expect(signed.signatures[0]?.sig === signature).toBe(algorithm === 'ed25519');
    expect(hasSigned(signed, key)).toBe(true);
  });
});

describe('signatures', () => {
  test('hold for the payload, its type and the key, and for nothing else', () => {
    const [key, other] = [newKey(), newKey('sm2')];
    const envelope = signEnvelope(PAYLOAD, key);
    expect(payloadOf(envelope)).toEqual(PAYLOAD);
    expect(hasSigned(envelope, key)).toBe(true);
    expect(hasSigned(envelope, other)).toBe(false);
    const payload = Buffer.from('{"of":"别的"}').toString('base64');
    expect(hasSigned({ ...envelope, payload }, key)).toBe(false);
    const otherType = { ...envelope, payloadType: 'application/json' } as unknown as Envelope;
    expect(hasSigned(otherType, key)).toBe(false);
  });

  test('of several keys stand side by side on the same payload', () => {
    const [first, second] = [newKey(), newKey('sm2')];
    const once = signEnvelope(PAYLOAD, first);
    const twice = addSignature(once, second);
    expect(twice).toMatchObject({ payload: once.payload, signatures: [once.signatures[0], {}] });
    expect(checkSignatures(twice, [second, first]).map(({ by }) => by?.keyid)).toEqual([
      first.keyid,
      second.keyid,
    ]);
    expect(() => addSignature(twice, first)).toThrow('already');
  });

  test('of one key count once, under its keyid, another or none', () => {
    const [key, other] = [newKey('sm2'), newKey()];
    const envelope = signEnvelope(PAYLOAD, key);
    const again = signEnvelope(PAYLOAD, key).signatures[0]?.sig ?? '';
    const signatures = [
      ...envelope.signatures,
      { keyid: other.keyid, sig: again },
      { sig: again },
      { keyid: key.keyid, sig: again },
    ];
    const checked = checkSignatures({ ...envelope, signatures }, [other, key]);
    expect(checked.map(({ by, repeated }) => [by?.keyid, repeated])).toEqual([
      [key.keyid, false],
      [key.keyid, true],
      [key.keyid, true],
      [key.keyid, true],
    ]);
  });

  test('are not believed for their keyid', () => {
    const [key, other] = [newKey(), newKey()];
    const envelope = signEnvelope(PAYLOAD, other);
    const signatures = [{ keyid: key.keyid, sig: envelope.signatures[0]?.sig ?? '' }];
    expect(checkSignatures({ ...envelope, signatures }, [key])).toMatchObject([{ by: null }]);
  });
});

describe('reading an envelope', () => {
  const good = signEnvelope(PAYLOAD, newKey());
  const [signature] = good.signatures;
  const text = (change: object): string => JSON.stringify({ ...good, ...change });

  test('what is written is read', () => {
    expect(readEnvelope(envelopeText(good), 'x')).toEqual({ envelope: good, problems: [] });
    expect(readEnvelope(JSON.stringify(good, null, '\t'), 'x').problems).toEqual([]);
  });

  test.each([
    ['another payload type', { payloadType: 'application/json' }, 'not-allowed'],
    ['an unknown key', { note: 'x' }, 'unknown-key'],
    ['an unknown key in a signature', { signatures: [{ ...signature, x: 1 }] }, 'unknown-key'],
    ['no signature', { signatures: [] }, 'schema-minitems'],
    ['a signature without bytes', { signatures: [{ sig: '' }] }, 'schema-minlength'],
    [
      'more signatures than any body has',
      { signatures: Array(65).fill(signature) },
      'schema-maxitems',
    ],
    ['no payload', { payload: undefined }, 'missing-key'],
    ['an empty payload', { payload: '' }, 'schema-minlength'],
    ['URL-safe base64', { signatures: [{ sig: '-_-_' }] }, 'not-base64'],
    ['base64 without its padding', { payload: 'eHg' }, 'not-base64'],
    ['base64 with bits to spare', { payload: 'eHh=' }, 'not-base64'],
    ['base64 in lines', { payload: 'eHh4\neHh4' }, 'not-base64'],
    ['base64 with something after it', { payload: 'eHh4=' }, 'not-base64'],
  ])('refuses %s', (_what, change, code) => {
    expect(codesOf(text(change))).toEqual([code]);
  });

  test('refuses keys that occur twice, of which programs take different ones', () => {
    const twice = text({}).replace('{', `{"payload":"eHh4",`);
    expect(codesOf(twice)).toEqual(['yaml-duplicate-key']);
  });

  test.each([
    ['YAML that is no JSON', text({}).replaceAll('"', "'")],
    ['a comma at the end', text({}).replace(/\}$/, ',}')],
    ['nothing', ''],
    ['an envelope cut off', text({}).slice(0, -5)],
  ])('refuses %s', (_what, broken) => {
    expect(codesOf(broken)).toEqual(['not-json']);
  });

  test.each(['[]', 'null', '"x"', '1'])('refuses %s', (other) => {
    expect(codesOf(other)).toEqual(['wrong-type']);
  });

  test('names the place of what is wrong', () => {
    const [problem] = readEnvelope(JSON.stringify({ ...good, note: 1 }, null, 1), 'a/b').problems;
    expect(problem).toMatchObject({ file: 'a/b', line: 10, column: 2 });
  });
});
