import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Problem } from '../document/index.ts';
import { UserError } from '../document/index.ts';
import { RUN_FILES, writeDerived } from '../evidence/index.ts';
import type { Envelope } from './dsse.ts';
import { envelopeText, payloadOf, readEnvelope } from './dsse.ts';
import type { StatementKind } from './predicates.ts';
import type { Statement } from './statement.ts';
import { readStatement } from './statement.ts';

const FOLDER = 'attest';

/** Signatures of a run folder, relative, `/`-separated. */
export const ATTEST_FILES = {
  plan: RUN_FILES.planSignature,
  run: `${FOLDER}/run.dsse.json`,
  verdict: `${FOLDER}/verdict.dsse.json`,
} as const;

/** Kinds of statement of which a run may have several; their files have a number or an id. */
export type ManyKind = 'review' | 'record' | 'spot-check';

/** `attest/review-1.dsse.json`, `attest/record-<id>.dsse.json`, … */
export function attestFile(kind: ManyKind, which: string | number): string {
  return `${FOLDER}/${kind}-${which}.dsse.json`;
}

/** The files of a kind that a run folder has: by number, then by name. */
export function attestFiles(folder: string, kind: ManyKind): readonly string[] {
  const top = join(folder, FOLDER);
  if (!existsSync(top)) return [];
  return readdirSync(top)
    .filter((name) => name.startsWith(`${kind}-`) && name.endsWith('.dsse.json'))
    .toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => `${FOLDER}/${name}`);
}

/** A signed statement of a run folder, read; whom its signatures are of is another question. */
export interface Attestation<Kind extends StatementKind> {
  readonly file: string;
  readonly envelope: Envelope;
  readonly statement: Statement<Kind>;
}

/**
 * Reads one signed statement.
 *
 * @param file relative to the run folder
 * @returns null and no problem when there is no such file
 */
export function readAttestation<Kind extends StatementKind>(
  folder: string,
  file: string,
  kind: Kind,
): { readonly attestation: Attestation<Kind> | null; readonly problems: readonly Problem[] } {
  const path = join(folder, file);
  if (!existsSync(path)) return { attestation: null, problems: [] };
  const { envelope, problems } = readEnvelope(readFileSync(path, 'utf8'), path);
  if (envelope === null) return { attestation: null, problems };
  const read = readStatement(payloadOf(envelope), kind, path);
  if (read.statement === null) return { attestation: null, problems: read.problems };
  return { attestation: { file, envelope, statement: read.statement }, problems: [] };
}

/** As `readAttestation`; throws UserError (exit code 1) for a file that is damaged. */
export function requireReadable<Kind extends StatementKind>(
  folder: string,
  file: string,
  kind: Kind,
): Attestation<Kind> | null {
  const { attestation, problems } = readAttestation(folder, file, kind);
  if (problems.length > 0) throw new UserError(problems, 1);
  return attestation;
}

export function writeEnvelope(folder: string, file: string, envelope: Envelope): void {
  writeDerived(folder, file, envelopeText(envelope));
}
