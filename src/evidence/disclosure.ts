import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../document/index.ts';
import { questionOf } from '../model/index.ts';
import type { Bundle } from './bundle.ts';
import { differs, readBundle } from './bundle.ts';
import { sha256 } from './canonical.ts';
import { ITEM_FILES, readPlacedItems } from './items.ts';
import { readJsonLines } from './json-lines.ts';
import type { InclusionProof, ProvingTree } from './merkle.ts';
import { provingTree } from './merkle.ts';
import type { AttemptRecord, Item, RedactedRecord, ScoreRecord } from './records.ts';
import { RUN_FILES } from './run-folder.ts';

/** A line of a run, word for word, and the proof that it is one. */
export interface ProvenLine {
  readonly line: string;
  readonly proof: InclusionProof;
}

/** The line that the plan has of an item; of a hidden one also what opens its commitment. */
export interface ProvenItem extends ProvenLine {
  /** 32 bytes, lower-case hex. */
  readonly salt?: string;
  readonly item?: Item;
}

/**
 * Everything about one case of a run, in one document that anyone can check who has the manifest,
 * whatever becomes of the rest: what was asked, every attempt, every score.
 */
export interface Disclosure {
  readonly format: 'aigc-disclosure/1';
  /** SHA-256 of bundle.json. */
  readonly bundle: string;
  /** The case, or the question whose variants are cases. */
  readonly case: string;
  readonly items: readonly ProvenItem[];
  readonly attempts: readonly ProvenLine[];
  readonly scores: readonly ProvenLine[];
  /** As in the manifest. */
  readonly roots: { readonly items: string; readonly samples: string; readonly scores: string };
  readonly counts: Bundle['counts'];
}

/**
 * Discloses one case: its samples (repeats and variants), their attempts and scores. Every file is
 * read once; only the lines of the case are held. A hidden case is no longer hidden afterwards.
 *
 * @param id of a case, or of the question whose variants are cases
 * @throws UserError when the run has no such case or differs from its manifest, and for a hidden
 *   case in a public edition
 */
export function disclose(folder: string, id: string): Disclosure {
  const { text, bundle } = readBundle(folder);
  const { items, samples } = discloseItems(folder, id, bundle);
  const lines = (path: string, root: string): readonly ProvenLine[] =>
    discloseRecords(folder, path, root, samples);
  const { roots, counts } = bundle;
  return {
    ...{ format: 'aigc-disclosure/1', bundle: sha256(text), case: id, items },
    attempts: lines(RUN_FILES.attempts, roots.samples),
    scores: lines(RUN_FILES.scores, roots.scores),
    roots: { items: roots.items, samples: roots.samples, scores: roots.scores },
    counts,
  };
}

/** True for an item of the case, or of a variant of the question. */
export function belongsTo(id: string, item: Pick<Item, 'case' | 'permutation'>): boolean {
  return item.case === id || questionOf(item) === id;
}

function discloseItems(
  folder: string,
  id: string,
  { roots }: Bundle,
): { readonly items: readonly ProvenItem[]; readonly samples: ReadonlySet<string> } {
  const tree = provingTree();
  const samples = new Set<string>();
  const found = new Map<number, Omit<ProvenItem, 'proof'>>();
  for (const { item, line, hidden, reveal } of readPlacedItems(folder)) {
    if (!belongsTo(id, item)) {
      tree.add(line);
      continue;
    }
    samples.add(item.id);
    if (hidden === null) {
      found.set(tree.addWanted(line), { line });
    } else {
      if (reveal === null) throw stillHidden(id);
      found.set(tree.addWanted(line), { line, salt: reveal.salt, item: reveal.item });
    }
  }
  if (found.size === 0) throw unknownCase(folder, id);
  return { items: proven(tree, found, roots.items, folder, ITEM_FILES.public), samples };
}

function discloseRecords(
  folder: string,
  path: string,
  root: string,
  samples: ReadonlySet<string>,
): readonly ProvenLine[] {
  const tree = provingTree();
  const found = new Map<number, { readonly line: string }>();
  const file = join(folder, path);
  if (existsSync(file)) {
    for (const { value, text } of readJsonLines<AttemptRecord | ScoreRecord | RedactedRecord>(
      file,
    )) {
      if (value.kind === 'redacted') tree.addHash(value.leaf);
      else if (samples.has(value.sample)) found.set(tree.addWanted(text), { line: text });
      else tree.add(text);
    }
  }
  return proven(tree, found, root, folder, path);
}

/** The lines with their proofs. Throws UserError when the tree is not the one of the manifest. */
function proven<L extends object>(
  tree: ProvingTree,
  found: ReadonlyMap<number, L>,
  root: string,
  folder: string,
  path: string,
): readonly (L & { readonly proof: InclusionProof })[] {
  if (tree.root() !== root) throw differs(folder, path);
  const proofs = tree.proofs();
  return [...found].map(([index, line]) => {
    const proof = proofs.get(index);
    if (proof === undefined) throw new RangeError(`The tree has no proof of leaf ${index}.`);
    return { ...line, proof };
  });
}

function unknownCase(folder: string, id: string): UserError {
  return UserError.of(
    'unknown-case',
    `${folder} 的计划中没有用例 “${id}”。`,
    `The plan of ${folder} has no case "${id}".`,
    {
      hint: {
        zh: '用例编号见 plan/items.public.jsonl 与 plan/items.hidden.jsonl 的 case。',
        en: 'Ids of cases are the "case" of the lines of plan/items.public.jsonl and plan/items.hidden.jsonl.',
      },
    },
  );
}

function stillHidden(id: string): UserError {
  return UserError.of(
    'case-hidden',
    `用例 “${id}” 是保密题，公开版中没有可披露的内容。`,
    `The case "${id}" is hidden, and a public edition has nothing of it to disclose.`,
    {
      hint: {
        zh: '请由持有完整运行文件夹的审核方披露。',
        en: 'The auditor, who has the complete run folder, can disclose it.',
      },
    },
  );
}
