import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
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

/** The files that a manifest lists, sorted. */
export function listedFiles(
  folder: string,
): readonly { readonly path: string; readonly role: BundleFile['role'] }[] {
  return LISTED.flatMap((role) => filesBelow(folder, role).map((path) => ({ path, role })))
    .filter(({ path }) => !path.endsWith('.next'))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
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
