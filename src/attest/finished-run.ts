import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../document/index.ts';
import type { DigestSet, Plan } from '../evidence/index.ts';
import {
  canonicalJson,
  digestsOf,
  RUN_FILES,
  readBundle,
  readPlan,
  requireManifest,
  requireWhole,
} from '../evidence/index.ts';
import type { StatedOutcome } from './predicates.ts';

/** A run folder whose manifest was found to be true of its files: something that can be signed. */
export interface FinishedRun {
  readonly folder: string;
  readonly plan: Plan;
  readonly planDigests: DigestSet;
  /** Of `bundle.json`. */
  readonly bundle: DigestSet;
  /** Of `results/results.json`. */
  readonly resultsDigests: DigestSet;
  /** What stands in `results/results.json`, as far as statements repeat it. */
  readonly results: {
    readonly outcome: StatedOutcome;
    readonly scope: 'catalogue' | 'selection';
  };
}

/** Digests of a plan: the subject of statements about it. */
export function planDigests(plan: Plan): DigestSet {
  return digestsOf(canonicalJson(plan));
}

/**
 * Reads a run folder in order to sign it, and compares every file with the manifest.
 *
 * @throws UserError when it is no concluded run, is a public edition, or differs from its manifest
 */
export function readFinishedRun(folder: string): FinishedRun {
  const plan = readPlan(folder);
  requireWhole(folder);
  const { text, bundle } = readBundle(folder);
  if (!requireManifest(folder, bundle).includes(RUN_FILES.results)) {
    throw UserError.of(
      'no-results',
      `${folder} 中没有 ${RUN_FILES.results}：运行尚未得出结论。`,
      `${folder} has no ${RUN_FILES.results}: the run has come to no conclusion.`,
    );
  }
  const results = readFileSync(join(folder, RUN_FILES.results), 'utf8');
  return {
    folder,
    plan,
    planDigests: planDigests(plan),
    bundle: digestsOf(text),
    resultsDigests: digestsOf(results),
    results: JSON.parse(results) as FinishedRun['results'],
  };
}
