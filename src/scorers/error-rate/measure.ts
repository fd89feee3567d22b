import { compare, type Rational, rational } from '../../text/index.ts';
import { type EditCounts, editCounts, type Tokeniser, tokensOf } from '../../text/metrics/index.ts';
import { DEFAULT_NORMALISATION, type Normalisation, normalise } from './normalise.ts';

/** Character, word and mixed error rate: what a token is. jiwer's MER, match error rate, is another. */
export const TOKENISERS = {
  cer: 'char',
  wer: 'words',
  mer: 'mixed',
} as const satisfies Record<string, Tokeniser>;
type Metric = keyof typeof TOKENISERS;

export interface ErrorRateOptions {
  readonly metric: Metric;
  /** Highest rate that passes, a decimal in [0, 1). */
  readonly max: string;
  readonly normalise?: Normalisation;
}

export interface ErrorRate extends EditCounts {
  /** Edits by tokens of the reference; may exceed 1. */
  readonly rate: Rational;
  readonly answerTokens: number;
  readonly referenceTokens: number;
  /** Number of the reference, from 1. */
  readonly reference: number;
}

/** What is compared of a text. */
export function comparedTokens(text: string, { metric, normalise: wishes }: ErrorRateOptions) {
  const plain = normalise(text, { ...DEFAULT_NORMALISATION, ...wishes });
  return tokensOf(plain, TOKENISERS[metric]);
}

/**
 * The rate against the reference that gives the lowest; null when no reference has any tokens. An
 * answer without tokens has the rate 1.
 */
export function measure(
  answer: string,
  references: readonly string[],
  options: ErrorRateOptions,
): ErrorRate | null {
  const tokens = comparedTokens(answer, options);
  let best: ErrorRate | null = null;
  references.forEach((text, i) => {
    const expected = comparedTokens(text, options);
    if (expected.length === 0) return;
    const counts = editCounts(expected, tokens);
    const rate = rational(BigInt(counts.edits), BigInt(expected.length));
    if (best !== null && compare(rate, best.rate) >= 0) return;
    best = {
      ...counts,
      rate,
      answerTokens: tokens.length,
      referenceTokens: expected.length,
      reference: i + 1,
    };
  });
  return best;
}

/** What the rate hangs on, in one line. */
export function signatureOf(options: ErrorRateOptions, references: number): string {
  const {
    punctuation,
    case: letters,
    width,
    script,
  } = {
    ...DEFAULT_NORMALISATION,
    ...options.normalise,
  };
  return [
    options.metric,
    `nrefs:${references},best`,
    `tok:${TOKENISERS[options.metric]}-1`,
    `punctuation:${punctuation}`,
    `case:${letters}`,
    `width:${width}`,
    `script:${script}`,
    'invisible:drop',
  ].join('|');
}
