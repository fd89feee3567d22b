import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../document/index.ts';
import type { DigestSet } from '../evidence/index.ts';
import { canonicalJson, fileDigests, lockRun, RUN_FILES, readPlan } from '../evidence/index.ts';
import type { Attestation, ManyKind } from './attest-files.ts';
import {
  ATTEST_FILES,
  attestFile,
  attestFiles,
  requireReadable,
  writeEnvelope,
} from './attest-files.ts';
import type { Envelope } from './dsse.ts';
import { addSignature, hasSigned, signEnvelope } from './dsse.ts';
import type { FinishedRun } from './finished-run.ts';
import { readFinishedRun } from './finished-run.ts';
import type { SigningKey } from './keys.ts';
import type { PlanPredicate, Predicates, StatementKind } from './predicates.ts';
import type { Statement } from './statement.ts';
import { statement, statementBytes, subjectDigest } from './statement.ts';
import type { AssuranceLevel } from './vocabulary.ts';

/** What a signing left. */
export interface Signed<Kind extends StatementKind> extends Attestation<Kind> {
  /** True when the statement was there already and now has one signature more. */
  readonly joined: boolean;
}

/** Signs a plan before it is run. */
export function signPlan(plan: DigestSet, predicate: PlanPredicate, key: SigningKey): Envelope {
  return signEnvelope(statementBytes(statement('plan', { plan }, predicate)), key);
}

/**
 * Signs a finished run in `attest/run.dsse.json`.
 *
 * @param at now; RFC 3339 in UTC
 * @throws UserError when the folder is being written to, is not finished, does not match its
 *   manifest, is not for this key to sign, or is signed already and the statement is another one
 */
export function signRun(
  folder: string,
  wish: { readonly at: string; readonly assurance?: AssuranceLevel },
  key: SigningKey,
): Signed<'run'> {
  return locked(folder, () => {
    const run = readFinishedRun(folder);
    requireAllowedRunner(run, key);
    const there = requireReadable(folder, ATTEST_FILES.run, 'run');
    const made = statement(
      'run',
      { 'bundle.json': run.bundle },
      {
        plan: run.planDigests.sha256,
        assuranceLevel:
          wish.assurance ?? there?.statement.predicate.assuranceLevel ?? 'self_attested',
        signedAt: wish.at,
        harness: run.plan.harness,
        outcome: run.results.outcome,
        results: run.resultsDigests.sha256,
      },
    );
    return signOrJoin(folder, ATTEST_FILES.run, made, there, key);
  });
}

/** A plan may name the keys that may run it; a signature of another one could never be verified. */
function requireAllowedRunner(run: FinishedRun, key: SigningKey): void {
  const plan = requireReadable(run.folder, ATTEST_FILES.plan, 'plan');
  const allowed = plan?.statement.predicate.runnerKeys ?? [];
  if (allowed.length === 0 || allowed.includes(key.keyid)) return;
  throw UserError.of(
    'runner-not-allowed',
    `签名的计划不允许由密钥 ${key.keyid} 执行。`,
    `The signed plan does not allow the key ${key.keyid} to run it.`,
  );
}

/**
 * Signs what a person reviewed in the next free `attest/review-<n>.dsse.json`.
 *
 * @throws UserError when there are no reviews, or the same ones are signed already by this key
 */
export function signReviews(
  folder: string,
  wish: {
    readonly at: string;
    readonly reviewer: string;
    readonly conflicts: readonly string[];
  },
  key: SigningKey,
): Signed<'review'> {
  const subject = RUN_FILES.reviews;
  return locked(folder, () => {
    if (!existsSync(join(folder, subject))) {
      throw UserError.of(
        'no-reviews',
        `${folder} 中没有 ${subject}，无可签名的人工评审。`,
        `${folder} has no ${subject}: there are no reviews to sign.`,
      );
    }
    const { digest } = fileDigests(join(folder, subject));
    const files = attestFiles(folder, 'review');
    for (const file of files) {
      const there = requireReadable(folder, file, 'review');
      if (there === null || subjectDigest(there.statement, subject).sha256 !== digest.sha256) {
        continue;
      }
      if (hasSigned(there.envelope, key)) throw signedAlready(file);
    }
    const { at, reviewer, conflicts } = wish;
    const made = statement('review', { [subject]: digest }, { reviewer, signedAt: at, conflicts });
    return signOrJoin(folder, nextFile(folder, 'review'), made, null, key);
  });
}

/** The first of `attest/<kind>-1.dsse.json`, `…-2…` that is not there. */
export function nextFile(folder: string, kind: ManyKind): string {
  for (let n = 1; ; n++) {
    const file = attestFile(kind, n);
    if (!existsSync(join(folder, file))) return file;
  }
}

/** Runs an action while no other process writes to the folder. */
export function locked<T>(folder: string, action: () => T): T {
  readPlan(folder);
  const unlock = lockRun(folder);
  try {
    return action();
  } finally {
    unlock();
  }
}

/** Times of the first signing: a signature that is added later takes them as they are. */
const TIMES_OF_SIGNING = ['signedAt', 'approvedAt', 'notBefore'];

/** Signs a new statement, or adds a signature to the one that is there when it says the same. */
export function signOrJoin<Kind extends StatementKind>(
  folder: string,
  file: string,
  made: Statement<Kind>,
  there: Attestation<Kind> | null,
  key: SigningKey,
): Signed<Kind> {
  if (there === null) {
    const envelope = signEnvelope(statementBytes(made), key);
    writeEnvelope(folder, file, envelope);
    return { file, envelope, statement: made, joined: false };
  }
  const differing = differences(made, there.statement);
  if (differing.length > 0) throw signedOtherwise(file, differing);
  if (hasSigned(there.envelope, key)) throw signedAlready(file);
  const envelope = addSignature(there.envelope, key);
  writeEnvelope(folder, file, envelope);
  return { file, envelope, statement: there.statement, joined: true };
}

/** What two statements of a kind differ in, but for the time of signing. */
function differences(made: Statement, there: Statement): readonly string[] {
  const parts = ({ subject, predicate }: Statement): Readonly<Record<string, unknown>> => ({
    subject,
    ...(predicate satisfies Predicates[StatementKind]),
  });
  const [a, b] = [parts(made), parts(there)];
  return [...new Set([...Object.keys(a), ...Object.keys(b)])]
    .filter((key) => !TIMES_OF_SIGNING.includes(key))
    .filter((key) => canonicalJson(a[key] ?? null) !== canonicalJson(b[key] ?? null));
}

function signedAlready(file: string): UserError {
  return UserError.of(
    'signed-already',
    `此密钥已签署过 ${file}，内容未变。`,
    `This key has signed ${file} already; nothing was changed.`,
  );
}

function signedOtherwise(file: string, differing: readonly string[]): UserError {
  return UserError.of(
    'signed-otherwise',
    `${file} 已有签名，且内容不同（${differing.join('、')}）。`,
    `${file} is signed already and says something else (${differing.join(', ')}).`,
    {
      hint: {
        zh: '签过名的内容不会被改写；若原签名作废，请先把该文件移走。',
        en: 'What is signed is never rewritten; when those signatures are void, move the file away first.',
      },
    },
  );
}
