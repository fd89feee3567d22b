import { copyFileSync, existsSync, lstatSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../document/index.ts';
import { differs, filesBelow, readBundle, requireManifest } from './bundle.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import { fileDigests } from './digest.ts';
import { ITEM_FILES } from './items.ts';
import { readJsonLines } from './json-lines.ts';
import { isVacant, makeFolder } from './new-folder.ts';
import type { Pools } from './redact-chain.ts';
import { readPools, redactChain } from './redact-chain.ts';
import { RUN_FILES, requireWhole } from './run-folder.ts';

export const EDITION_FILE = RUN_FILES.edition;

/** `edition.json`: in what a public edition differs from the run it was made of. */
export interface Edition {
  readonly format: 'aigc-edition/1';
  readonly edition: 'public';
  /** SHA-256 of bundle.json, which is the same in both. */
  readonly bundle: string;
  /** Files with other content than the manifest says, by path; their own sizes and digests. */
  readonly replaced: readonly {
    readonly path: string;
    readonly size: number;
    readonly sha256: string;
  }[];
  /** Files that were left out since they may show hidden items; sorted. */
  readonly removed: readonly string[];
}

/**
 * Makes the public edition of a run in a new folder: nothing in it shows what a hidden item asks,
 * which answer is right or what was answered. Every file that is carried over is known to hold
 * nothing of hidden items, or is searched for what does; whatever else lies in the folder is left
 * out.
 *
 * @throws UserError when the run is not concluded, differs from its manifest, or is a public
 *   edition itself, or when the target is not empty
 */
export function publicEdition(folder: string, target: string): Edition {
  requireWhole(folder);
  const { text, bundle } = readBundle(folder);
  const listed = requireManifest(folder, bundle);
  if (!isVacant(target)) throw targetTaken(target);
  const items = readPools(folder);
  return makeFolder(target, 'plan', (making) => {
    const edition = fill({ folder, making, items, listed, bundle: sha256(text) });
    writeFileSync(join(making, RUN_FILES.bundle), text);
    writeFileSync(join(making, EDITION_FILE), canonicalJson(edition));
    return edition;
  });
}

/** Kinds of files in a run folder, by what may be shown of them. */
const CHAINS = /^evidence\/(?:samples|scores|journal)\.\d{3}\.jsonl$/;
/** Named by the digest of their content, which whatever refers to them says. */
const BY_DIGEST = /^(?:plan\/media|evidence\/artefacts)\/([0-9a-f]{64})$/;
/** Files that say of hidden items no more than their number, their ids and commitments. */
const OPEN: readonly RegExp[] = [
  /^plan\/(?:catalogue|plan|rules|sampling|suite\.lock|sut)\.json$/,
  /^plan\/items\.(?:public|hidden)\.jsonl$/,
  /^evidence\/env\.json$/,
  /^results\/results\.json$/,
  /^attest\/(?:plan|run|verdict|record-[A-Za-z0-9._-]+|spot-check-[A-Za-z0-9._-]+)\.dsse\.json$/,
  // Of these the HTML report shows hidden cases by their codes, the others show figures only.
  /^report\/(?:results\.(?:json|sarif)|junit\.xml|report\.(?:zh-CN|en)\.(?:html|md))$/,
  /^report\/(?:oscal-(?:ar|catalog)\.json|earl\.jsonld|test-result\.intoto\.json)$/,
];

interface Source {
  readonly folder: string;
  readonly making: string;
  readonly items: Pools;
  /** Files of the manifest. */
  readonly listed: readonly string[];
  /** SHA-256 of bundle.json. */
  readonly bundle: string;
}

function fill(source: Source): Edition {
  const { folder, making, items, listed, bundle } = source;
  const byDigest = new Map(
    listed.flatMap((path) => {
      const digest = BY_DIGEST.exec(path)?.[1];
      return digest === undefined ? [] : [[path, digest] as const];
    }),
  );
  const shown = shownDigests(new Set(byDigest.values()));
  shown.look(join(folder, ITEM_FILES.public));
  const replaced = redactChains(source, (file) => shown.look(file));
  const removed: string[] = [];
  for (const path of [...listed, ...unlisted(folder)]) {
    if (CHAINS.test(path)) continue;
    const digest = byDigest.get(path);
    const open =
      digest === undefined
        ? items.hidden === 0 || OPEN.some((pattern) => pattern.test(path))
        : shown.has(digest);
    if (open) copy(folder, making, path);
    else removed.push(path);
  }
  return {
    ...{ format: 'aigc-edition/1', edition: 'public', bundle },
    ...{ replaced, removed: removed.toSorted() },
  };
}

/** Files that may go with a run and stand in no manifest. */
function unlisted(folder: string): readonly string[] {
  const reviews = existsSync(join(folder, RUN_FILES.reviews)) ? [RUN_FILES.reviews] : [];
  // A key could lie beside the envelopes that were signed with it.
  const envelopes = filesBelow(folder, 'attest').filter((path) => path.endsWith('.dsse.json'));
  return [...reviews, ...envelopes, ...filesBelow(folder, 'report')];
}

/** Returns the chains that became others; `look` gets to see them as they are now. */
function redactChains(
  { folder, making, items, listed }: Source,
  look: (file: string) => void,
): Edition['replaced'] {
  return listed
    .filter((path) => CHAINS.test(path))
    .flatMap((path) => {
      place(making, path);
      const [from, to] = [join(folder, path), join(making, path)];
      redactChain(from, to, items);
      look(to);
      const { size, digest } = fileDigests(to);
      if (digest.sha256 === fileDigests(from).digest.sha256) return [];
      return [{ path, size, sha256: digest.sha256 }];
    });
}

function place(making: string, path: string): void {
  mkdirSync(dirname(join(making, path)), { recursive: true });
}

function copy(folder: string, making: string, path: string): void {
  // A link could show anything under an innocent name.
  if (!lstatSync(join(folder, path)).isFile()) throw differs(folder, path);
  place(making, path);
  copyFileSync(join(folder, path), join(making, path));
}

/** Which of the wanted digests occur in lines that everyone may see. */
function shownDigests(wanted: ReadonlySet<string>): {
  look(file: string): void;
  has(digest: string): boolean;
} {
  const found = new Set<string>();
  return {
    look(file) {
      if (wanted.size === 0) return;
      for (const { text } of readJsonLines(file)) {
        for (const [digest] of text.matchAll(/[0-9a-f]{64}/g)) {
          if (wanted.has(digest)) found.add(digest);
        }
      }
    },
    has: (digest) => found.has(digest),
  };
}

function targetTaken(target: string): UserError {
  return UserError.of(
    'folder-not-empty',
    `文件夹 ${target} 不是空的。`,
    `The folder ${target} is not empty.`,
    {
      hint: {
        zh: '公开版需要一个新的文件夹，请换一个 --out。',
        en: 'A public edition needs a folder of its own; choose another --out.',
      },
    },
  );
}
