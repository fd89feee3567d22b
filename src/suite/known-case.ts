import type { Problem } from '../document/index.ts';
import type { ModelParams, Sample } from '../model/index.ts';

/** A sample with the answers its author brought along: for the simulator and for checking. */
export interface KnownCase {
  readonly sample: Sample;
  /** An answer to the first message that must pass. */
  readonly reference?: string;
  /** Answers to the first message that must not pass. */
  readonly wrong?: readonly string[];
  /** Parameters that the case itself states; those of the suite's defaults are weaker. */
  readonly ownParams?: ModelParams;
  /** Where the case stands in its file. */
  readonly place?: Pick<Problem, 'file' | 'line' | 'column'>;
}
