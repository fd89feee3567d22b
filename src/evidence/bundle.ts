import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { UserError } from '../document/index.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { CHAIN_START } from './chain.ts';
import type { DigestSet } from './digest.ts';
import { digester, fileDigests } from './digest.ts';
import { readPlacedItems } from './items.ts';
import { readLines } from './lines.ts';
import { merkleTree } from './merkle.ts';
import { RUN_FILES, writeDerived } from './run-folder.ts';

/** One file of the manifest. */
export interface BundleFile {
  /** Relative to the run folder, `/`-separated. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly digest: DigestSet;
  readonly role: 'plan' | 'evidence' | 'results';
}

/**
 * The manifest of a run folder, `bundle.json`: every file that was planned, recorded or derived,
 * and the roots of its records. What a runner signs. Signatures and reports are not in it: the
 * former come later, the latter are made again from the results at any time. Neither is
 * `private/`, whose content the plan binds by commitments; so the manifest is the same in the
 * edition for auditors and in the public one.
 */
export interface Bundle {
  readonly format: 'conformance-evidence/1';
  readonly files: readonly BundleFile[];
  readonly roots: {
    readonly items: string;
    readonly samples: string;
    readonly scores: string;
    /** SHA-256 of the last line of each journal, by shard. */
    readonly journalHeads: Readonly<Record<string, string>>;
  };
  readonly counts: {
    readonly items: number;
    readonly attempts: number;
    readonly scores: number;
  };
}

/** The parts of a run folder that the manifest lists. */
const LISTED = ['plan', 'evidence', 'results'] as const;

/** Writes `bundle.json` over everything that is in the folder now. */
export function writeBundle(folder: string): Bundle {
  const known = new Map<string, Omit<BundleFile, 'path' | 'role'>>();
  const scan = (path: string): { root: string; lines: number; head: string } => {
    const { size, digest, ...rest } = scanLines(join(folder, path));
    known.set(path, { size, digest });
    return rest;
  };
  const samples = scan(RUN_FILES.attempts);
  const scores = scan(RUN_FILES.scores);
  const journal = scan(RUN_FILES.journal);
  const items = merkleTree();
  for (const { line } of readPlacedItems(folder)) items.add(line);
  const bundle: Bundle = {
    format: 'conformance-evidence/1',
    files: listedFiles(folder).map(({ path, role }) => ({
      ...{ path, role },
      ...(known.get(path) ?? fileDigests(join(folder, path))),
    })),
    roots: {
      items: items.root(),
      samples: samples.root,
      scores: scores.root,
      journalHeads: { '000': journal.head },
    },
    counts: { items: items.size, attempts: samples.lines, scores: scores.lines },
  };
  writeDerived(folder, RUN_FILES.bundle, canonicalJson(bundle));
  return bundle;
}

/** The manifest of a run folder and its text. Throws UserError when there is none. */
export function readBundle(folder: string): { readonly text: string; readonly bundle: Bundle } {
  const file = join(folder, RUN_FILES.bundle);
  try {
    const text = readFileSync(file, 'utf8');
    return { text, bundle: JSON.parse(text) as Bundle };
  } catch (error) {
    throw UserError.of(
      'no-manifest',
      `${file} 无法读取（${(error as Error).message}）：运行尚未得出结论。`,
      `${file} cannot be read (${(error as Error).message}): the run has come to no conclusion.`,
      {
        hint: {
          zh: '请先完成运行（--resume），或用 aigc score 得出结论。',
          en: 'Finish the run first (--resume), or conclude it with aigc score.',
        },
      },
    );
  }
}

/**
 * The files of the manifest, every one as the manifest says.
 *
 * @throws UserError otherwise, and for a file of a listed part that the manifest does not have
 */
export function requireManifest(folder: string, bundle: Bundle): readonly string[] {
  const known = new Map(bundle.files.map((file) => [file.path, file]));
  const listed = listedFiles(folder).map(({ path }) => path);
  for (const path of listed) {
    const expected = known.get(path);
    const { size, digest } = fileDigests(join(folder, path));
    if (size !== expected?.size || digest.sha256 !== expected.digest.sha256) {
      throw differs(folder, path);
    }
    known.delete(path);
  }
  for (const path of known.keys()) throw differs(folder, path);
  return listed;
}

export function differs(folder: string, path: string): UserError {
  return UserError.of(
    'manifest-differs',
    '此文件与清单 bundle.json 不符。',
    'This file is not what the manifest bundle.json says.',
    {
      file: join(folder, path),
      hint: {
        zh: '若运行之后又有续跑或重新评分，请用 aigc score 更新结论与清单；否则文件已被改动。',
        en: 'After a run went on or was scored again, aigc score brings conclusion and manifest up to date; otherwise the file was changed.',
      },
    },
  );
}

/** The files that a manifest lists, sorted. */
export function listedFiles(
  folder: string,
): readonly { readonly path: string; readonly role: BundleFile['role'] }[] {
  return (
    LISTED.flatMap((role) => filesBelow(folder, role).map((path) => ({ path, role })))
      // Reviews are made after the run, and are signed by themselves.
      .filter(({ path }) => !path.endsWith('.next') && path !== RUN_FILES.reviews)
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
  );
}

/** Every file below a part of the folder: paths relative to the folder, `/`-separated. */
export function filesBelow(folder: string, part: string): readonly string[] {
  const top = join(folder, part);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

function scanLines(path: string): {
  root: string;
  lines: number;
  head: string;
  size: number;
  digest: DigestSet;
} {
  const tree = merkleTree();
  const bytes = digester();
  let head = CHAIN_START;
  if (existsSync(path)) {
    for (const { text } of readLines(path, (chunk) => bytes.add(chunk))) {
      tree.add(text);
      head = sha256(text);
    }
  }
  return { root: tree.root(), lines: tree.size, head, size: bytes.size, digest: bytes.digest() };
}
