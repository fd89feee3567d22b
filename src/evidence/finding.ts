import type { LocalText } from '../model/index.ts';

/** One thing that is wrong with what somebody handed over. */
export interface EvidenceFinding {
  /** Stable, e.g. `ZIP_SYMLINK`. */
  readonly code: string;
  readonly message: LocalText;
  /** What it is about: an entry, a list and a number. */
  readonly place?: string;
}
