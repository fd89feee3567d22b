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
  attestFile,
  attestFiles,
  claimedTime,
  mayClaim,
  readAttestation,
  trustedSigners,
} from '../attest/index.ts';
import { RUN_FILES } from '../evidence/index.ts';
import type { Findings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';

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
  { folder, files }: OpenedBundle,
  trust: Trust | null,
  findings: Findings,
): Statements {
  const one = <Kind extends StatementKind>(file: string, kind: Kind) =>
    files.has(file) ? checkStatement(folder, file, kind, trust, findings) : null;
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
    return statements;
  }
  if (statements.run === null) {
    findings[severityOfMissing(trust, 'runner')](
      'SIG_UNSIGNED',
      '运行没有签名：只能说明文件前后一致，不能说明由谁产生。',
      'The run is not signed: its files agree with each other, but nobody stands by them.',
      { file: ATTEST_FILES.run },
    );
  }
  for (const { file, statement } of statements.records) {
    if (attestFile('record', statement.predicate.id) === file) continue;
    const [zh, en] = ['记录的编号与文件名不符。', 'The file is not named after the record in it.'];
    findings.error('SIG_RECORD', zh, en, { file });
  }
  if (files.has(RUN_FILES.reviews) && !statements.reviews.some(({ established }) => established)) {
    const [zh, en] = ['人工评审没有签名。', 'The reviews are not signed.'];
    findings.warning('SIG_REVIEWS', zh, en, { file: RUN_FILES.reviews });
  }
  return statements;
}

/**
 * How serious it is that nobody in a role has signed. A policy that names keys for the role asks for
 * their signature: who removes it must not get off with a warning.
 */
export function severityOfMissing(trust: Trust | null, role: Role): 'error' | 'warning' {
  return trust?.keys.some(({ roles }) => roles.includes(role)) === true ? 'error' : 'warning';
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
  { run, verdict, spotChecks }: Statements,
  { bundleDigest }: OpenedBundle,
  trust: Trust | null,
  findings: Findings,
): AssuranceLevel {
  if (trust === null) return 'self_attested';
  const borne = runnersLevel(run, findings);
  const about = spotChecks.filter(
    ({ established, statement }) =>
      established && statement.subject.some(({ digest }) => digest.sha256 === bundleDigest),
  );
  for (const { file, statement } of about) {
    if (statement.predicate.outcome === 'accepted') continue;
    findings.error(
      'CONDUCT_REJECTED',
      '抽题复测推翻了运行所声称的结果。',
      'Items that were asked again refute what the run claims.',
      { file },
    );
  }
  const reproduced = about.some(({ statement }) => statement.predicate.outcome === 'accepted');
  const level = reproduced ? 'reproduced' : borne;
  if (verdict !== null && !mayClaim(verdict.statement.predicate.assuranceLevel, level)) {
    const claimed = verdict.statement.predicate.assuranceLevel;
    findings.error(
      'SIG_ASSURANCE',
      `证书声明的保证等级 ${claimed} 没有依据（${level}）。`,
      `The verdict claims the level ${claimed}; the signatures bear out ${level}.`,
      { file: verdict.file },
    );
  }
  return level;
}

function runnersLevel(run: Statements['run'], findings: Findings): AssuranceLevel {
  if (run === null || !run.established) return 'self_attested';
  const claimed = run.statement.predicate.assuranceLevel;
  if (run.signers.some((key) => mayClaim(claimed, key.assurance))) return claimed;
  findings.error(
    'SIG_ASSURANCE',
    `执行者的密钥不得声明 ${claimed}。`,
    `The runner's key may not claim the level ${claimed}.`,
    { file: run.file },
  );
  return 'self_attested';
}
