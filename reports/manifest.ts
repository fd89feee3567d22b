import type { Results } from '../src/derive/index.ts';
import { canonicalJson, RUN_FILES, sha256 } from '../src/evidence/index.ts';
import type { Manifest, RunInfo } from './contract.ts';

/**
 * The manifest of the run if it lists these very results. After a run went on or was scored again it
 * is out of date, and says nothing of the files as they are now.
 */
export function manifestOf(results: Results, { manifest }: RunInfo): Manifest | null {
  if (manifest === null) return null;
  const listed = manifest.files.get(RUN_FILES.results);
  return listed === sha256(canonicalJson(results)) ? manifest : null;
}
