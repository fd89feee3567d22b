import { join } from 'node:path';
import { subjectDigest } from '../attest/index.ts';
import type { DigestSet } from '../evidence/index.ts';
import { fileDigests, RUN_FILES } from '../evidence/index.ts';
import type { Findings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';
import type { Statements } from './signatures.ts';

/** Files whose lines about hidden items are replaced in a public edition. */
const REPLACEABLE: readonly string[] = [RUN_FILES.attempts, RUN_FILES.scores];

/** V2: what was signed is this manifest, and the manifest is true of the files. */
export function checkDigests(
  opened: OpenedBundle,
  statements: Statements,
  findings: Findings,
): void {
  const { folder, bundle, files, substitutes } = opened;
  checkSubjects(opened, statements, findings);
  const replaced = new Map(substitutes?.replaced.map((file) => [file.path, file]));
  const removed = new Set(substitutes?.removed);
  for (const path of replaced.keys()) {
    if (REPLACEABLE.includes(path)) continue;
    const [zh, en] = ['公开版不应替换此文件。', 'A public edition does not replace this file.'];
    findings.error('DIGEST_REPLACED', zh, en, { file: path });
  }
  for (const { path, size, digest } of bundle.files) {
    if (!files.has(path)) {
      const allowed = removed.has(path) && path.startsWith('plan/media/');
      const [zh, en] = ['清单中的文件缺失。', 'The manifest lists this file, but it is missing.'];
      if (!allowed) findings.error('DIGEST_MISSING', zh, en, { file: path });
      continue;
    }
    const found = fileDigests(join(folder, path));
    const substitute = replaced.get(path);
    const fits =
      substitute === undefined
        ? found.size === size && isSame(found.digest, digest)
        : found.size === substitute.size && found.digest.sha256 === substitute.sha256;
    if (fits) continue;
    const [zh, en] = ['内容与清单中的摘要不符。', 'The content is not what the manifest says.'];
    findings.error('DIGEST_FILE', zh, en, { file: path });
  }
  const listed = new Set(bundle.files.map(({ path }) => path));
  for (const path of files) {
    if (!/^(?:plan|evidence|results)\//.test(path) || listed.has(path)) continue;
    // Reviews are made after the run, and are signed by themselves.
    if (path === 'evidence/reviews.jsonl') continue;
    const [zh, en] = ['清单中没有此文件。', 'The manifest does not list this file.'];
    findings.error('DIGEST_UNLISTED', zh, en, { file: path });
  }
  if (substitutes !== null && substitutes.bundle !== opened.bundleDigest) {
    const [zh, en] = ['公开版不属于此清单。', 'The public edition belongs to another manifest.'];
    findings.error('DIGEST_EDITION', zh, en, { file: 'edition.json' });
  }
}

function checkSubjects(
  { folder, bundleDigest }: OpenedBundle,
  { run, verdict, spotChecks, reviews }: Statements,
  findings: Findings,
): void {
  const wrong = (file: string): void => {
    const [zh, en] = ['所签的是别的文件。', 'What is signed is not this file.'];
    findings.error('DIGEST_SUBJECT', zh, en, { file });
  };
  for (const { file, statement } of [run, verdict, ...spotChecks].filter((s) => s !== null)) {
    const subject = statement.subject.find(({ name }) => name === RUN_FILES.bundle);
    if (subject?.digest.sha256 !== bundleDigest) wrong(file);
  }
  const results = fileDigests(join(folder, RUN_FILES.results)).digest;
  if (run !== null && run.statement.predicate.results !== results.sha256) wrong(run.file);
  if (
    verdict !== null &&
    !isSame(subjectDigest(verdict.statement, 'results/results.json'), results)
  ) {
    wrong(verdict.file);
  }
  for (const { file, statement } of reviews) {
    const signed = subjectDigest(statement, 'evidence/reviews.jsonl');
    if (!isSame(signed, fileDigests(join(folder, 'evidence/reviews.jsonl')).digest)) wrong(file);
  }
}

function isSame(a: DigestSet, b: DigestSet): boolean {
  return a.sha256 === b.sha256 && a.sm3 === b.sm3;
}
