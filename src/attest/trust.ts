import { readFileSync } from 'node:fs';
import type { SchemaObject } from 'ajv';
import schema from '../../schemas/trust.schema.json' with { type: 'json' };
import type { Path, Problem, YamlDocument } from '../document/index.ts';
import { readYaml, UserError } from '../document/index.ts';
import type { VerifyingKey } from './keys.ts';
import { verifyingKey } from './keys.ts';
import { checkWindow, checkWithTimes } from './times.ts';
import type { Algorithm, AssuranceLevel, Role } from './vocabulary.ts';
import { ROLES } from './vocabulary.ts';

/** One key of a trust policy as it is written. Times are RFC 3339 in UTC. */
export interface TrustEntry {
  readonly keyid: string;
  readonly algorithm: Algorithm;
  /** SubjectPublicKeyInfo as PEM. */
  readonly publicKey: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly revokedAt?: string;
  readonly assurance?: AssuranceLevel;
}

export interface TrustedKey extends VerifyingKey, TrustEntry {
  /** The highest level that runs of this runner may claim. */
  readonly assurance: AssuranceLevel;
}

/** Whom a verifier believes. It is the verifier's own and never comes with the evidence. */
export interface Trust {
  readonly file: string;
  readonly keys: readonly TrustedKey[];
  /** How many different keys of a role have to sign. */
  readonly thresholds: Readonly<Record<Role, number>>;
}

export const TRUST_SCHEMA = schema as SchemaObject;

const TIMES = ['notBefore', 'notAfter', 'revokedAt'] as const;

interface TrustDocument {
  readonly format: 'aigc-trust/1';
  readonly keys: readonly TrustEntry[];
  readonly thresholds?: Partial<Record<Role, number>>;
}

/** Reads a trust policy, JSON or YAML. Throws UserError with places. */
export function readTrust(file: string): Trust {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    throw UserError.of(
      'trust-missing',
      `无法读取信任策略 ${file}（${code}）。`,
      `The trust policy ${file} cannot be read (${code}).`,
    );
  }
  return parseTrust(text, file);
}

/** As `readTrust`, from the text of the file. */
export function parseTrust(text: string, file: string): Trust {
  const document = readYaml(text, file);
  const problems: Problem[] = [...document.problems];
  if (problems.length === 0) {
    problems.push(...checkWithTimes(document, TRUST_SCHEMA, timesOf(document.value)));
  }
  if (problems.length > 0) throw new UserError(problems);
  const { keys: entries, thresholds = {} } = document.value as TrustDocument;
  const keys = entries.map((entry, i) => trustedKey(entry, i, document, problems));
  for (const i of entries.keys()) {
    problems.push(...checkWindow(document, ['keys', i], 'notBefore', 'notAfter'));
  }
  problems.push(...repeatedKeys(entries, document));
  for (const role of ROLES) {
    const wanted = thresholds[role];
    const able = entries.filter((entry) => entry.roles.includes(role)).length;
    if (wanted === undefined || able === 0 || wanted <= able) continue;
    problems.push({
      code: 'threshold-out-of-reach',
      severity: 'error',
      ...document.place(['thresholds', role]),
      message: {
        zh: `要求 ${wanted} 个 ${role} 签名，但只有 ${able} 个密钥有此角色。`,
        en: `${wanted} signatures of the role ${role} are asked for, but only ${able} of the keys have it.`,
      },
    });
  }
  if (problems.length > 0) throw new UserError(problems);
  return {
    file,
    keys: keys.filter((key) => key !== null),
    thresholds: { plan: 1, runner: 1, certifier: 1, reviewer: 1, ...thresholds },
  };
}

/** Where times stand in the document, whatever it looks like. */
function timesOf(value: unknown): readonly Path[] {
  const { keys } = (value ?? {}) as { keys?: unknown };
  if (!Array.isArray(keys)) return [];
  return keys.flatMap((_, i) => TIMES.map((key) => ['keys', i, key]));
}

function trustedKey(
  entry: TrustEntry,
  i: number,
  document: YamlDocument,
  problems: Problem[],
): TrustedKey | null {
  const fail = (key: keyof TrustEntry, code: string, zh: string, en: string): null => {
    const place = document.place(['keys', i, key]);
    problems.push({ code, severity: 'error', ...place, message: { zh, en } });
    return null;
  };
  const key = verifyingKey(entry.publicKey);
  if (key === 'not-a-key') {
    return fail(
      'publicKey',
      'not-a-key',
      'publicKey 不是 PEM 格式的公钥。',
      'The publicKey is not a public key in PEM form.',
    );
  }
  if (key === 'other-algorithm' || key.algorithm !== entry.algorithm) {
    return fail(
      'algorithm',
      'wrong-algorithm',
      `publicKey 不是 ${entry.algorithm} 公钥。`,
      `The publicKey is not a key of ${entry.algorithm}.`,
    );
  }
  if (key.keyid !== entry.keyid) {
    return fail(
      'keyid',
      'wrong-keyid',
      `keyid 与 publicKey 不符，应为 ${key.keyid}。`,
      `The keyid is not the one of the publicKey, which is ${key.keyid}.`,
    );
  }
  return { assurance: 'self_attested', ...entry, ...key };
}

function repeatedKeys(entries: readonly TrustEntry[], document: YamlDocument): readonly Problem[] {
  return entries.flatMap(({ keyid }, i) =>
    entries.findIndex((other) => other.keyid === keyid) === i
      ? []
      : [
          {
            code: 'key-twice',
            severity: 'error' as const,
            ...document.place(['keys', i]),
            message: { zh: '同一密钥出现两次。', en: 'The same key occurs twice.' },
            hint: {
              zh: '请把角色合并到一个条目中。',
              en: 'Put the roles together in one entry.',
            },
          },
        ],
  );
}
