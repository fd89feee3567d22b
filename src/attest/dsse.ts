import type { SchemaObject } from 'ajv';
import type { Problem } from '../document/index.ts';
import { checkSchema } from '../document/index.ts';
import { canonicalJson } from '../evidence/index.ts';
import { readJsonText } from './json-text.ts';
import type { SigningKey, VerifyingKey } from './keys.ts';

/** Payload type of in-toto statements. */
export const STATEMENT_TYPE = 'application/vnd.in-toto+json';

/** A signed payload: the JSON envelope of DSSE 1.0 (github.com/secure-systems-lab/dsse). */
export interface Envelope {
  /** Standard base64 of the payload's bytes. */
  readonly payload: string;
  readonly payloadType: typeof STATEMENT_TYPE;
  readonly signatures: readonly EnvelopeSignature[];
}

export interface EnvelopeSignature {
  /** Not signed, and so a hint that nothing may be concluded from. */
  readonly keyid?: string;
  /** Standard base64. */
  readonly sig: string;
}

/** More signatures than any body has certifiers; each costs a check with every trusted key. */
const MOST_SIGNATURES = 64;

const ENVELOPE_SCHEMA: SchemaObject = {
  type: 'object',
  additionalProperties: false,
  required: ['payload', 'payloadType', 'signatures'],
  properties: {
    payload: { type: 'string', minLength: 1 },
    payloadType: { enum: [STATEMENT_TYPE] },
    signatures: {
      type: 'array',
      minItems: 1,
      maxItems: MOST_SIGNATURES,
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['sig'],
        properties: { keyid: { type: 'string' }, sig: { type: 'string', minLength: 1 } },
      },
    },
  },
};

/**
 * What is signed: the pre-authentication encoding of DSSE 1.0, which binds the payload's type and
 * both lengths.
 */
export function preAuthEncoding(type: string, payload: Uint8Array): Buffer {
  const typeBytes = Buffer.from(type);
  const head = `DSSEv1 ${typeBytes.length} ${type} ${payload.length} `;
  return Buffer.concat([Buffer.from(head), payload]);
}

/** A new envelope with the signature of one key. */
export function signEnvelope(payload: Uint8Array, key: SigningKey): Envelope {
  const body = Buffer.from(payload).toString('base64');
  return { payload: body, payloadType: STATEMENT_TYPE, signatures: [signature(payload, key)] };
}

/**
 * The envelope with one more signature over the same payload.
 *
 * @throws Error for a key that has signed it already; ask `hasSigned` first
 */
export function addSignature(envelope: Envelope, key: SigningKey): Envelope {
  if (hasSigned(envelope, key)) throw new Error(`The key ${key.keyid} has signed this already.`);
  const added = signature(payloadOf(envelope), key);
  return { ...envelope, signatures: [...envelope.signatures, added] };
}

export function hasSigned(envelope: Envelope, key: VerifyingKey): boolean {
  return checkSignatures(envelope, [key]).some(({ by }) => by !== null);
}

function signature(payload: Uint8Array, key: SigningKey): EnvelopeSignature {
  const signed = key.sign(preAuthEncoding(STATEMENT_TYPE, payload));
  return { keyid: key.keyid, sig: signed.toString('base64') };
}

/** The signed bytes; read nothing else of an envelope once its signatures are checked. */
export function payloadOf(envelope: Envelope): Buffer {
  return Buffer.from(envelope.payload, 'base64');
}

/** What one signature of an envelope is worth. */
export interface CheckedSignature<Key extends VerifyingKey> {
  readonly signature: EnvelopeSignature;
  /** The key that made it, by trial and not by its keyid; null when none of the keys did. */
  readonly by: Key | null;
  /** The same key has a signature before this one. */
  readonly repeated: boolean;
}

/** Checks every signature with the given keys, in the order of the envelope. */
export function checkSignatures<Key extends VerifyingKey>(
  envelope: Envelope,
  keys: readonly Key[],
): readonly CheckedSignature<Key>[] {
  const signed = preAuthEncoding(envelope.payloadType, payloadOf(envelope));
  const seen = new Set<string>();
  return envelope.signatures.map((signature) => {
    const bytes = Buffer.from(signature.sig, 'base64');
    const by = hintedFirst(keys, signature.keyid).find((key) => key.verify(signed, bytes)) ?? null;
    const repeated = by !== null && seen.has(by.keyid);
    if (by !== null) seen.add(by.keyid);
    return { signature, by, repeated };
  });
}

function hintedFirst<Key extends VerifyingKey>(
  keys: readonly Key[],
  hint: string | undefined,
): readonly Key[] {
  const hinted = keys.filter((key) => key.keyid === hint);
  return hinted.length === 0 ? keys : [...hinted, ...keys.filter((key) => key.keyid !== hint)];
}

export function envelopeText(envelope: Envelope): string {
  return canonicalJson(envelope);
}

/**
 * Reads an envelope strictly: JSON without unknown or duplicate keys, base64 in its one standard
 * form. Nothing can stand in it that a signature does not cover but the keyids.
 *
 * @param file how problems name the text
 */
export function readEnvelope(
  text: string,
  file: string,
): { readonly envelope: Envelope | null; readonly problems: readonly Problem[] } {
  const document = readJsonText(text, file);
  const problems: Problem[] = [...document.problems];
  if (problems.length === 0) problems.push(...checkSchema(document, ENVELOPE_SCHEMA));
  if (problems.length > 0) return { envelope: null, problems };
  const envelope = document.value as Envelope;
  const texts = [
    { path: ['payload'], value: envelope.payload },
    ...envelope.signatures.map(({ sig }, i) => ({ path: ['signatures', i, 'sig'], value: sig })),
  ];
  for (const { path, value } of texts) {
    if (Buffer.from(value, 'base64').toString('base64') === value) continue;
    problems.push({
      code: 'not-base64',
      severity: 'error',
      ...document.place(path),
      message: {
        zh: `${path.join('.')} 不是标准 base64。`,
        en: `${path.join('.')} is not standard base64.`,
      },
    });
  }
  return { envelope: problems.length === 0 ? envelope : null, problems };
}
