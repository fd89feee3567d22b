import type {
  AssuranceLevel,
  Attestation,
  ManyKind,
  Role,
  StatementKind,
  Trust,
  TrustedKey,
} from '../attest/index.ts';
import {
  ATTEST_FILES,
  attestFiles,
  claimedTime,
  mayClaim,
  readAttestation,
  trustedSigners,
} from '../attest/index.ts';
import type { Findings } from './findings.ts';

/** A statement of the bundle, and whose signatures on it count. */
export interface SignedStatement<Kind extends StatementKind> extends Attestation<Kind> {
  readonly signers: readonly TrustedKey[];
  /** As many trusted signatures as the policy asks for. */
  readonly established: boolean;
}

/** Every statement that could be read. */
export interface Statements {
  readonly plan: SignedStatement<'plan'> | null;
  readonly run: SignedStatement<'run'> | null;
  readonly verdict: SignedStatement<'verdict'> | null;
  readonly records: readonly SignedStatement<'record'>[];
  readonly reviews: readonly SignedStatement<'review'>[];
  readonly spotChecks: readonly SignedStatement<'spot-check'>[];
}

/** Who has to sign what. A waiver is a certifier's decision; a spot check an auditor's. */
const ROLE_OF: Readonly<Record<StatementKind, Role>> = {
  plan: 'plan',
  run: 'runner',
  review: 'reviewer',
  verdict: 'certifier',
  record: 'certifier',
  'spot-check': 'reviewer',
};

/**
 * V1: reads every envelope, and counts the signatures of keys that the verifier's own policy
 * trusts. Keys that come with the evidence are worth nothing.
 */
export function checkSignatures(
  folder: string,
  trust: Trust | null,
  findings: Findings,
): Statements {
  const one = <Kind extends StatementKind>(file: string, kind: Kind) =>
    checkStatement(folder, file, kind, trust, findings);
  const many = <Kind extends ManyKind>(kind: Kind): readonly SignedStatement<Kind>[] =>
    attestFiles(folder, kind).flatMap((file) => one(file, kind) ?? []);
  const statements: Statements = {
    plan: one(ATTEST_FILES.plan, 'plan'),
    run: one(ATTEST_FILES.run, 'run'),
    verdict: one(ATTEST_FILES.verdict, 'verdict'),
    records: many('record'),
    reviews: many('review'),
    spotChecks: many('spot-check'),
  };
  if (trust === null) {
    findings.notChecked('V1');
    findings.warning(
      'SIG_NO_TRUST',
      '未给出信任策略（--trust），签名未核对。',
      'No trust policy was given (--trust); signatures were not checked.',
    );
  } else if (statements.run === null) {
    findings.warning(
      'SIG_UNSIGNED',
      '运行没有签名：只能说明文件前后一致，不能说明由谁产生。',
      'The run is not signed: its files agree with each other, but nobody stands by them.',
      { file: ATTEST_FILES.run },
    );
  }
  return statements;
}

function checkStatement<Kind extends StatementKind>(
  folder: string,
  file: string,
  kind: Kind,
  trust: Trust | null,
  findings: Findings,
): SignedStatement<Kind> | null {
  const { attestation, problems } = readAttestation(folder, file, kind);
  for (const { message } of problems) {
    findings.error('SIG_MALFORMED', message.zh, message.en, { file });
  }
  if (attestation === null) return null;
  if (trust === null) return { ...attestation, signers: [], established: false };
  const { envelope, statement } = attestation;
  const found = trustedSigners(envelope, trust, ROLE_OF[kind], claimedTime(statement));
  for (const { fault, message } of found.signatures) {
    if (fault === null) continue;
    // A signature that is wrong is an attack or an accident; one that does not count is neither.
    const code = `SIG_${fault.toUpperCase().replaceAll('-', '_')}`;
    const counts = found.reached && fault !== 'wrong-signature';
    findings[counts ? 'warning' : 'error'](code, message.zh, message.en, { file });
  }
  if (!found.reached) {
    findings.error(
      'SIG_THRESHOLD',
      `需要 ${found.threshold} 个受信任的 ${ROLE_OF[kind]} 签名，实有 ${found.signers.length} 个。`,
      `${found.threshold} trusted signatures of the role ${ROLE_OF[kind]} are needed; there are ${found.signers.length}.`,
      { file },
    );
  }
  return { ...attestation, signers: found.signers, established: found.reached };
}

/**
 * The assurance level that signatures bear out: what the runner claims, if its key may claim it,
 * and `reproduced` when an accepted spot check by a trusted reviewer is about this bundle.
 */
export function assuranceLevel(
  { run, spotChecks }: Statements,
  bundleDigest: string,
  findings: Findings,
): AssuranceLevel {
  if (run === null || !run.established) return 'self_attested';
  const claimed = run.statement.predicate.assuranceLevel;
  const entitled = run.signers.some((key) => mayClaim(claimed, key.assurance));
  if (!entitled) {
    findings.error(
      'SIG_ASSURANCE',
      `执行者的密钥不得声明 ${claimed}。`,
      `The runner's key may not claim the level ${claimed}.`,
      { file: run.file },
    );
    return 'self_attested';
  }
  const reproduced = spotChecks.some(
    ({ established, statement }) =>
      established &&
      statement.predicate.outcome === 'accepted' &&
      statement.subject.some(({ digest }) => digest.sha256 === bundleDigest),
  );
  return reproduced ? 'reproduced' : claimed;
}
