import { compareShare, shareText } from '../share.ts';
import { distinctGrams, distinctPairs } from './grams.ts';
import { type Loop, loopsIn } from './loops.ts';
import type { Tokens } from './tokens.ts';

export interface RepetitionOptions {
  /** Largest share of the text that may stand inside loops. Default "0.3". */
  readonly maxLoopShare?: string;
  /** Length of the n-grams, in units. Default 10. */
  readonly n?: number;
  /** Largest share of n-grams that may have occurred before. Default "0.2". */
  readonly maxRepeatedNgramShare?: string;
  /** Fewest units of an answer: a short one shows no loop, so it cannot pass. Default 1. */
  readonly minLength?: number;
}

/** The figures of one text; the counts decide, the texts are for display. */
export interface Measured {
  readonly units: number;
  readonly covered: number;
  readonly longest: Loop | null;
  readonly longestUnit: Loop | null;
  readonly n: number;
  readonly ngrams: number;
  readonly repeated: number;
  readonly loopShare: string;
  readonly repeatedNgramShare: string;
  readonly distinct1: string;
  readonly distinct2: string;
}

export function measure({ ids, different }: Tokens, { n = 10 }: RepetitionOptions): Measured {
  const { covered, longest, longestUnit } = loopsIn(ids);
  const total = Math.max(0, ids.length - n + 1);
  const distinct = distinctGrams(ids, n);
  return {
    units: ids.length,
    covered,
    longest,
    longestUnit,
    n,
    ngrams: total,
    repeated: total - distinct,
    loopShare: shareText(covered, ids.length),
    repeatedNgramShare: shareText(total - distinct, total),
    distinct1: shareText(different, ids.length),
    distinct2: shareText(distinctPairs(ids), Math.max(0, ids.length - 1)),
  };
}

/** Which limit a text does not keep. */
export type Rule = 'too-short' | 'loop' | 'repeated-ngrams';

/** The first limit that is not kept, or null. */
export function problemOf(found: Measured, options: RepetitionOptions): Rule | null {
  const { maxLoopShare = '0.3', maxRepeatedNgramShare = '0.2', minLength = 1 } = options;
  if (found.units < minLength) return 'too-short';
  if (compareShare(found.covered, found.units, maxLoopShare) > 0) return 'loop';
  const tooMany = compareShare(found.repeated, found.ngrams, maxRepeatedNgramShare) > 0;
  return tooMany ? 'repeated-ngrams' : null;
}
