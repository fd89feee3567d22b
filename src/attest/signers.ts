import type { LocalText } from '../model/index.ts';
import type { CheckedSignature, Envelope } from './dsse.ts';
import { checkSignatures } from './dsse.ts';
import { timeOf, within } from './instant.ts';
import type { Trust, TrustedKey } from './trust.ts';
import type { Role } from './vocabulary.ts';

/** Why a signature does not count. */
export type SignatureFault =
  | 'unknown-key'
  | 'wrong-signature'
  | 'repeated'
  | 'wrong-role'
  | 'not-yet-valid'
  | 'expired'
  | 'revoked';

/** What a verifier makes of one signature. */
export interface SignatureFinding {
  /** Place in the envelope, 0-based. */
  readonly at: number;
  /** As the envelope says; null where it says none. */
  readonly keyid: string | null;
  /** Null for a signature that counts. */
  readonly fault: SignatureFault | null;
  readonly message: LocalText;
}

/** Who signed an envelope, as far as a verifier trusts them. */
export interface TrustedSigners {
  /** Different trusted keys of the role whose signatures count, in the order of the envelope. */
  readonly signers: readonly TrustedKey[];
  readonly threshold: number;
  /** As many as the threshold asks for. */
  readonly reached: boolean;
  /** One for each signature of the envelope. */
  readonly signatures: readonly SignatureFinding[];
}

/**
 * The trusted signers of an envelope in a role. Keys are found by trying, since keyids are not
 * signed; a key counts once however many signatures it made.
 *
 * @param at the time that the statement claims: it has to lie in a key's window and before its
 *   revocation. A stolen key can claim any time, so a key that was stolen belongs out of the policy.
 */
export function trustedSigners(
  envelope: Envelope,
  trust: Trust,
  role: Role,
  at: string,
): TrustedSigners {
  const checked = checkSignatures(envelope, trust.keys);
  const judged = checked.map((signature) => ({
    by: signature.by,
    fault: faultOf(signature, trust, role, at),
  }));
  const signers = judged.flatMap(({ by, fault }) => (by === null || fault !== null ? [] : [by]));
  const threshold = trust.thresholds[role];
  return {
    signers,
    threshold,
    reached: signers.length >= threshold,
    signatures: checked.map(({ signature, by }, i) => {
      const fault = judged[i]?.fault ?? null;
      return {
        at: i,
        keyid: signature.keyid ?? null,
        fault,
        message: messageOf(fault, by, signature.keyid, role),
      };
    }),
  };
}

function faultOf(
  { signature, by, repeated }: CheckedSignature<TrustedKey>,
  trust: Trust,
  role: Role,
  at: string,
): SignatureFault | null {
  if (by === null) {
    return trust.keys.some((key) => key.keyid === signature.keyid)
      ? 'wrong-signature'
      : 'unknown-key';
  }
  if (repeated) return 'repeated';
  if (!by.roles.includes(role)) return 'wrong-role';
  const place = within(at, by);
  if (place === 'before') return 'not-yet-valid';
  if (place === 'after') return 'expired';
  return by.revokedAt !== undefined && timeOf(at) >= timeOf(by.revokedAt) ? 'revoked' : null;
}

function messageOf(
  fault: SignatureFault | null,
  by: TrustedKey | null,
  keyid: string | undefined,
  role: Role,
): LocalText {
  const name = by?.name ?? keyid ?? '';
  switch (fault) {
    case null:
      return { zh: `${name} 的签名有效。`, en: `The signature of ${name} is valid.` };
    case 'unknown-key':
      return keyid === undefined
        ? { zh: '签名者未知。', en: 'The signer is not known.' }
        : {
            zh: `密钥 ${name} 不在信任策略中。`,
            en: `The trust policy does not have the key ${name}.`,
          };
    case 'wrong-signature':
      return {
        zh: `署名为 ${name} 的签名与内容不符。`,
        en: `The signature in the name of ${name} does not fit what is signed.`,
      };
    case 'repeated':
      return {
        zh: `${name} 重复签名，只计一次。`,
        en: `${name} has signed more than once, which counts once.`,
      };
    case 'wrong-role':
      return {
        zh: `${name} 没有 ${role} 角色。`,
        en: `${name} does not have the role ${role}.`,
      };
    case 'not-yet-valid':
      return {
        zh: `签名时间早于 ${name} 密钥的生效时间 ${by?.notBefore ?? ''}。`,
        en: `It was signed before the key of ${name} became valid at ${by?.notBefore ?? ''}.`,
      };
    case 'expired':
      return {
        zh: `签名时间晚于 ${name} 密钥的失效时间 ${by?.notAfter ?? ''}。`,
        en: `It was signed after the key of ${name} had expired at ${by?.notAfter ?? ''}.`,
      };
    case 'revoked':
      return {
        zh: `${name} 的密钥已于 ${by?.revokedAt ?? ''} 吊销。`,
        en: `The key of ${name} was revoked at ${by?.revokedAt ?? ''}.`,
      };
  }
}
