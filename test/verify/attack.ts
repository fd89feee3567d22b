import type { Forgery } from './forgery.ts';

/**
 * - `edit`: files are changed and nothing else
 * - `reseal`: chains, results, manifest and reports are made to fit, for which no key is needed
 * - `resign`: and the run is signed again with the runner's own key
 */
export type Level = 'edit' | 'reseal' | 'resign';

/** Something that a vendor, or anyone on the way, could do to a bundle. */
export interface Attack {
  /** What is done, and what it is hoped to bring. */
  readonly name: string;
  readonly level: Level;
  apply(forgery: Forgery): void | Promise<void>;
  /** Findings that it must lead to; there may be more. */
  readonly codes: readonly string[];
  /** Which edition is tampered with; the one for auditors when absent. */
  readonly edition?: 'public';
  /** When it is verified; as soon as everything is signed when absent. */
  readonly at?: string;
  /** What the verifier knows of the runner's key besides. */
  readonly runnerKey?: Readonly<Record<string, string>>;
}
