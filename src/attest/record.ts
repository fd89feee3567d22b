import { join } from 'node:path';
import type { Problem } from '../document/index.ts';
import { suggestion, UserError } from '../document/index.ts';
import type { Plan } from '../evidence/index.ts';
import { canonicalJson, readPlan, sha256 } from '../evidence/index.ts';
import { attestFile, attestFiles, readAttestation, requireReadable } from './attest-files.ts';
import { planDigests } from './finished-run.ts';
import type { SigningKey } from './keys.ts';
import type { RecordPredicate } from './predicates.ts';
import type { Signed } from './sign.ts';
import { locked, signOrJoin } from './sign.ts';
import { trustedSigners } from './signers.ts';
import { statement, subjectDigest } from './statement.ts';
import type { Trust } from './trust.ts';

/** What a record says, before it has an id; `at` is the time of its approval. */
export type NewRecord = Omit<RecordPredicate, 'id' | 'approvedAt'> & { readonly at: string };

/**
 * Signs a waiver, a deviation or a reason why indicators do not apply. The same record signed with
 * another key gets that signature too: its id is made from what it says.
 *
 * @throws UserError when an indicator is not in the catalogue, or this key has signed it already
 */
export function signRecord(
  folder: string,
  { at, ...said }: NewRecord,
  key: SigningKey,
): Signed<'record'> {
  return locked(folder, () => {
    const plan = readPlan(folder);
    requireIndicators(plan, said.indicators);
    const digests = planDigests(plan);
    const content = { ...said, indicators: [...new Set(said.indicators)].toSorted() };
    const id = sha256(canonicalJson({ ...content, plan: digests.sha256 })).slice(0, ID_LENGTH);
    const file = attestFile('record', id);
    const made = statement('record', { plan: digests }, { id, ...content, approvedAt: at });
    return signOrJoin(folder, file, made, requireReadable(folder, file, 'record'), key);
  });
}

/** Hex digits of a record's id: enough to tell the records of a run apart, few enough to say. */
const ID_LENGTH = 12;

function requireIndicators(plan: Plan, wanted: readonly string[]): void {
  const known = plan.catalogue.indicators.map(({ id }) => id);
  const unknown = wanted.filter((id) => !known.includes(id));
  if (unknown.length === 0) return;
  throw new UserError(
    unknown.map((id) => ({
      code: 'unknown-indicator',
      severity: 'error',
      message: {
        zh: `计划所用的目录中没有指标 ${id}。`,
        en: `The catalogue of the plan has no indicator ${id}.`,
      },
      ...suggestion(id, known),
    })),
  );
}

/** A record of a run folder, and whether those who may approve it have signed it. */
export interface SignedRecord {
  readonly file: string;
  readonly record: RecordPredicate;
  /** SHA-256 of the plan that it is about. */
  readonly plan: string;
  /** As many trusted certifiers as the policy asks for have signed it. */
  readonly approved: boolean;
}

/** The records of a run folder. Without a trust policy none of them is approved. */
export function readSignedRecords(
  folder: string,
  trust: Trust | null,
): { readonly records: readonly SignedRecord[]; readonly problems: readonly Problem[] } {
  const records: SignedRecord[] = [];
  const problems: Problem[] = [];
  for (const file of attestFiles(folder, 'record')) {
    const read = readAttestation(folder, file, 'record');
    problems.push(...read.problems);
    if (read.attestation === null) continue;
    const { envelope, statement: said } = read.attestation;
    const record = said.predicate;
    if (attestFile('record', record.id) !== file) {
      problems.push(otherId(join(folder, file), record.id));
      continue;
    }
    const approved =
      trust !== null && trustedSigners(envelope, trust, 'certifier', record.approvedAt).reached;
    records.push({ file, record, plan: subjectDigest(said, 'plan').sha256, approved });
  }
  return { records, problems };
}

/** A copy under another name would be counted as a record of its own. */
function otherId(file: string, id: string): Problem {
  return {
    code: 'record-id',
    severity: 'error',
    file,
    message: {
      zh: `记录的编号是 ${id}，与文件名不符。`,
      en: `The record's id is ${id}, which is not what the file is named after.`,
    },
  };
}
