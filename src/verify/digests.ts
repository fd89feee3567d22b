import { join } from 'node:path';
import { subjectDigest } from '../attest/index.ts';
import type { DigestSet } from '../evidence/index.ts';
import { fileDigests, RUN_FILES } from '../evidence/index.ts';
import type { Findings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';
import type { Statements } from './signatures.ts';

/** Files of which a public edition replaces lines, and files that it may leave out. */
const REPLACEABLE: readonly string[] = [RUN_FILES.attempts, RUN_FILES.scores, RUN_FILES.journal];
const REMOVABLE = /^(?:plan\/media|evidence\/artefacts)\//;

/** Files that are named by the SHA-256 of their content, which is how prompts refer to them. */
const NAMED_BY_DIGEST = /^(?:plan\/media|evidence\/artefacts)\/([0-9a-f]{64})$/;

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
  checkOrder(opened, findings);
  for (const { path, size, digest } of bundle.files) {
    if (!files.has(path)) {
      const allowed = removed.has(path) && REMOVABLE.test(path);
      const [zh, en] = ['清单中的文件缺失。', 'The manifest lists this file, but it is missing.'];
      if (!allowed) findings.error('DIGEST_MISSING', zh, en, { file: path });
      continue;
    }
    const found = fileDigests(join(folder, path));
    const name = NAMED_BY_DIGEST.exec(path)?.[1];
    if (name !== undefined && name !== found.digest.sha256) {
      const [zh, en] = ['内容与以摘要命名的文件名不符。', 'The file is not named by its content.'];
      findings.error('DIGEST_NAME', zh, en, { file: path });
    }
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
    if (path === RUN_FILES.reviews) continue;
    const [zh, en] = ['清单中没有此文件。', 'The manifest does not list this file.'];
    findings.error('DIGEST_UNLISTED', zh, en, { file: path });
  }
  if (substitutes !== null && substitutes.bundle !== opened.bundleDigest) {
    const [zh, en] = ['公开版不属于此清单。', 'The public edition belongs to another manifest.'];
    findings.error('DIGEST_EDITION', zh, en, { file: 'edition.json' });
  }
}

/** A manifest names each file once, in order, under the part that it belongs to. */
function checkOrder({ bundle }: OpenedBundle, findings: Findings): void {
  for (const [i, { path, role }] of bundle.files.entries()) {
    const before = bundle.files[i - 1]?.path ?? '';
    if (before < path && path.startsWith(`${role}/`)) continue;
    findings.error(
      'DIGEST_LIST',
      `清单中的 ${path} 重复、次序有误或归类有误。`,
      `In the manifest, ${path} stands twice, out of order or in the wrong part.`,
      { file: RUN_FILES.bundle },
    );
  }
}

function checkSubjects(
  { folder, files, bundleDigest, plan, results: concluded }: OpenedBundle,
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
  if (run !== null) {
    const { predicate } = run.statement;
    if (predicate.results !== results.sha256) wrong(run.file);
    const said = [predicate.outcome, predicate.harness.name, predicate.harness.version];
    const is = [concluded.outcome, plan.harness.name, plan.harness.version];
    if (said.join('\n') !== is.join('\n')) {
      const [zh, en] = [
        '签名的陈述与结论不一致。',
        'The statement does not say what was concluded.',
      ];
      findings.error('DIGEST_STATED', zh, en, { file: run.file });
    }
  }
  if (verdict !== null && !isSame(subjectDigest(verdict.statement, RUN_FILES.results), results)) {
    wrong(verdict.file);
  }
  const reviewed = files.has(RUN_FILES.reviews)
    ? fileDigests(join(folder, RUN_FILES.reviews)).digest
    : null;
  for (const { file, statement } of reviews) {
    const signed = subjectDigest(statement, RUN_FILES.reviews);
    if (reviewed === null || !isSame(signed, reviewed)) wrong(file);
  }
}

function isSame(a: DigestSet, b: DigestSet): boolean {
  return a.sha256 === b.sha256 && a.sm3 === b.sm3;
}
