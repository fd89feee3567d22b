import { UserError } from '../document/index.ts';
import { ATTEST_FILES, requireReadable } from './attest-files.ts';
import type { FinishedRun } from './finished-run.ts';
import { readFinishedRun } from './finished-run.ts';
import { monthsLater } from './instant.ts';
import type { SigningKey } from './keys.ts';
import type { VerdictPredicate } from './predicates.ts';
import type { SignedRecord } from './record.ts';
import { readSignedRecords } from './record.ts';
import type { Signed } from './sign.ts';
import { locked, signOrJoin } from './sign.ts';
import { trustedSigners } from './signers.ts';
import type { SubjectDigests } from './statement.ts';
import { statement, subjectDigest } from './statement.ts';
import type { Trust } from './trust.ts';
import type { AssuranceLevel } from './vocabulary.ts';
import { mayClaim } from './vocabulary.ts';

/** How long a verdict is valid when nothing else is said, months. */
export const VALIDITY_MONTHS = 12;

/** What stands for a certificate. */
export type Stands = Pick<VerdictPredicate, 'outcome' | 'deviations' | 'records'>;

export interface Certification {
  /** Now; RFC 3339 in UTC. */
  readonly at: string;
  /** End of validity; absent: as the verdict that is there says, else 12 months from now. */
  readonly notAfter?: string;
  /** Null: signatures are not checked, and records cannot be counted. */
  readonly trust: Trust | null;
  /** Weighs results and records; the rule for that is no matter of signatures. */
  readonly stands: (run: FinishedRun, records: readonly SignedRecord[]) => Stands;
}

/**
 * Signs the verdict on a run in `attest/verdict.dsse.json`, or adds a further certifier's signature
 * to the verdict that is there and says the same.
 *
 * @throws UserError when the run does not match its manifest, no runner has signed it, a signature
 *   or the level it claims is not trusted, or another verdict is there
 */
export function certify(
  folder: string,
  { at, notAfter, trust, stands }: Certification,
  key: SigningKey,
): Signed<'verdict'> {
  return locked(folder, () => {
    const run = readFinishedRun(folder);
    if (trust !== null) requireCertifier(trust, key);
    const assuranceLevel = signedLevel(run, trust);
    const { outcome, deviations, records } = stands(run, countableRecords(folder, trust));
    const there = requireReadable(folder, ATTEST_FILES.verdict, 'verdict');
    const digests: SubjectDigests<'verdict'> = {
      'bundle.json': run.bundle,
      'results/results.json': run.resultsDigests,
    };
    const made = statement('verdict', digests, {
      ...{ outcome, deviations, records, assuranceLevel, scope: run.results.scope },
      signedAt: at,
      notBefore: at,
      notAfter: notAfter ?? there?.statement.predicate.notAfter ?? monthsLater(at, VALIDITY_MONTHS),
    });
    return signOrJoin(folder, ATTEST_FILES.verdict, made, there, key);
  });
}

function requireCertifier(trust: Trust, key: SigningKey): void {
  const known = trust.keys.find(({ keyid }) => keyid === key.keyid);
  if (known?.roles.includes('certifier') === true) return;
  throw UserError.of(
    'not-a-certifier',
    `${trust.file} 未把密钥 ${key.keyid} 列为 certifier。`,
    `${trust.file} does not list the key ${key.keyid} as a certifier.`,
  );
}

/** The assurance level that the runner's signature claims. */
function signedLevel(run: FinishedRun, trust: Trust | null): AssuranceLevel {
  const file = ATTEST_FILES.run;
  const signed = requireReadable(run.folder, file, 'run');
  if (signed === null) {
    throw UserError.of(
      'run-not-signed',
      `${run.folder} 尚未由 runner 签名。`,
      `No runner has signed ${run.folder}.`,
      {
        hint: {
          zh: '请先执行 aigc sign … --role runner。',
          en: 'Run aigc sign … --role runner first.',
        },
      },
    );
  }
  const { predicate } = signed.statement;
  if (
    subjectDigest(signed.statement, 'bundle.json').sha256 !== run.bundle.sha256 ||
    predicate.plan !== run.planDigests.sha256 ||
    predicate.results !== run.resultsDigests.sha256
  ) {
    throw negative(
      'run-signature-stale',
      `${file} 签的不是这次运行现有的内容。`,
      `${file} does not sign this run as it is now.`,
    );
  }
  if (trust === null) return predicate.assuranceLevel;
  const judged = trustedSigners(signed.envelope, trust, 'runner', predicate.signedAt);
  if (!judged.reached) {
    const zh = judged.signatures.map(({ message }) => message.zh).join('');
    const en = judged.signatures.map(({ message }) => message.en).join(' ');
    throw negative(
      'runner-not-trusted',
      `${file} 需要 ${judged.threshold} 个受信任的 runner 签名，只有 ${judged.signers.length} 个。${zh}`,
      `${file} needs ${judged.threshold} trusted signatures of runners and has ${judged.signers.length}. ${en}`,
    );
  }
  if (!judged.signers.some((signer) => mayClaim(predicate.assuranceLevel, signer.assurance))) {
    throw negative(
      'assurance-too-high',
      `${file} 声称 ${predicate.assuranceLevel}，超出信任策略允许该 runner 声称的级别。`,
      `${file} claims ${predicate.assuranceLevel}, more than the trust policy allows the runner.`,
    );
  }
  return predicate.assuranceLevel;
}

function countableRecords(folder: string, trust: Trust | null): readonly SignedRecord[] {
  const { records, problems } = readSignedRecords(folder, trust);
  if (problems.length > 0) throw new UserError(problems, 1);
  if (records.length === 0 || trust !== null) return records;
  throw UserError.of(
    'trust-needed',
    '这次运行附有豁免等记录，须用 --trust 核对其签名。',
    'The run has waivers or other records; --trust is needed to check who signed them.',
  );
}

function negative(code: string, zh: string, en: string): UserError {
  return new UserError([{ code, severity: 'error', message: { zh, en } }], 1);
}
