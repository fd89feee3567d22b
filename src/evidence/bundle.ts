import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { canonicalJson } from './canonical.ts';
import { readLines } from './lines.ts';
import { merkleTree } from './merkle.ts';
import { RUN_FILES, writeDerived } from './run-folder.ts';

/** The manifest of a run folder: every file with its digests, and the roots of its records. */
export interface Bundle {
  readonly format: 'conformance-evidence/1';
  readonly edition: 'auditor' | 'public';
  readonly files: readonly {
    readonly path: string;
    readonly size: number;
    readonly digest: { readonly sha256: string; readonly sm3: string };
    readonly role: string;
    readonly present: boolean;
  }[];
  readonly roots: {
    readonly items: string;
    readonly samples: string;
    readonly scores: string;
    readonly journalHeads: Readonly<Record<string, string>>;
  };
  readonly counts: {
    readonly items: number;
    readonly attempts: number;
    readonly scores: number;
  };
}

/** Writes `bundle.json` over everything that is in the folder now. */
export function writeBundle(folder: string): Bundle {
  const items = fileRoot(join(folder, RUN_FILES.items));
  const samples = fileRoot(join(folder, RUN_FILES.attempts));
  const scores = fileRoot(join(folder, RUN_FILES.scores));
  const journal = fileRoot(join(folder, RUN_FILES.journal));
  const bundle: Bundle = {
    format: 'conformance-evidence/1',
    edition: 'auditor',
    files: runFiles(folder).map((path) => {
      const bytes = readFileSync(join(folder, path));
      return {
        path,
        size: bytes.length,
        digest: {
          sha256: createHash('sha256').update(bytes).digest('hex'),
          sm3: createHash('sm3').update(bytes).digest('hex'),
        },
        role: path.slice(0, path.indexOf('/')),
        present: true,
      };
    }),
    roots: {
      items: items.root,
      samples: samples.root,
      scores: scores.root,
      journalHeads: { '000': journal.head },
    },
    counts: { items: items.lines, attempts: samples.lines, scores: scores.lines },
  };
  writeDerived(folder, RUN_FILES.bundle, canonicalJson(bundle));
  return bundle;
}

/** The files of the bundle, sorted: everything but the manifest itself and the lock. */
function runFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => path !== RUN_FILES.bundle && path !== RUN_FILES.lock)
    .filter((path) => !path.endsWith('.next'))
    .toSorted((a, b) => (a < b ? -1 : 1));
}

function fileRoot(path: string): { root: string; lines: number; head: string } {
  const tree = merkleTree();
  let last = '';
  if (existsSync(path)) {
    for (const line of readLines(path)) {
      tree.add(line.text);
      last = line.text;
    }
  }
  const head = createHash('sha256').update(last).digest('hex');
  return { root: tree.root(), lines: tree.size, head };
}
