import type { JsonObject } from '../../model/index.ts';
import { bleuStatistics, chrf, rougeL, sentenceBleu, tokensOf } from '../../text/metrics/index.ts';

export const METRICS = ['rouge-l', 'bleu', 'chrf'] as const;
export type Metric = (typeof METRICS)[number];

export const METRIC_NAMES: Readonly<Record<Metric, string>> = {
  'rouge-l': 'ROUGE-L',
  bleu: 'BLEU',
  chrf: 'chrF',
};

export interface TextOverlapOptions {
  readonly metric: Metric;
  /** Least figure that passes, a decimal in (0, 1]. */
  readonly threshold: string;
  /** Of ROUGE-L only: `char` (default) or `mixed`, see `Tokeniser`. */
  readonly tokens?: 'char' | 'mixed';
  /** Weight of recall in ROUGE-L, a decimal. Default 1. */
  readonly beta?: string;
}

export interface Overlap {
  /** In [0, 1], with six decimal places: what is recorded is what is judged. */
  readonly figure: string;
  readonly detail: JsonObject;
}

/** The figures of an answer. ROUGE-L and chrF take the best reference, BLEU all of them together. */
export function measure(
  answer: string,
  references: readonly string[],
  options: TextOverlapOptions,
): Overlap {
  switch (options.metric) {
    case 'rouge-l':
      return measureRougeL(answer, references, options);
    case 'bleu':
      return measureBleu(answer, references);
    case 'chrf':
      return measureChrf(answer, references);
  }
}

function measureRougeL(
  answer: string,
  references: readonly string[],
  { tokens = 'char', beta = '1' }: TextOverlapOptions,
): Overlap {
  const answerTokens = tokensOf(answer, tokens);
  const { best, number } = bestOf(references, (text) => {
    const referenceTokens = tokensOf(text, tokens);
    return { ...rougeL(answerTokens, referenceTokens, Number(beta)), referenceTokens };
  });
  const figure = sixPlaces(best.figure);
  return {
    figure,
    detail: {
      figure,
      precision: sixPlaces(best.precision),
      recall: sixPlaces(best.recall),
      lcs: best.lcs,
      answerTokens: answerTokens.length,
      referenceTokens: best.referenceTokens.length,
      reference: number,
      signature: `rouge-l|nrefs:${references.length},best|case:mixed|level:sentence|tok:${tokens}-1|beta:${beta}`,
    },
  };
}

function measureBleu(answer: string, references: readonly string[]): Overlap {
  const statistics = bleuStatistics(answer, references);
  const bleu = sentenceBleu(statistics);
  const figure = sixPlaces(bleu.figure);
  return {
    figure,
    detail: {
      figure,
      precisions: bleu.precisions.map(sixPlaces),
      brevityPenalty: sixPlaces(bleu.brevityPenalty),
      // The sums of these over the cases give the corpus figure.
      matched: [...statistics.matched],
      total: [...statistics.total],
      answerTokens: statistics.answerTokens,
      referenceTokens: statistics.referenceTokens,
      signature: `bleu|nrefs:${references.length}|case:mixed|eff:yes|tok:zh-sacrebleu-2.6.0|smooth:exp|n:4`,
    },
  };
}

function measureChrf(answer: string, references: readonly string[]): Overlap {
  const { best, number } = bestOf(references, (text) => chrf(answer, text));
  const figure = sixPlaces(best.figure);
  return {
    figure,
    detail: {
      figure,
      precision: sixPlaces(best.precision),
      recall: sixPlaces(best.recall),
      reference: number,
      signature: `chrf|nrefs:${references.length},best|case:mixed|eff:yes|nc:6|nw:0|space:no|beta:2`,
    },
  };
}

/** The reference with the highest figure, the first one of several, and its number from 1. */
function bestOf<T extends { readonly figure: number }>(
  references: readonly string[],
  of: (reference: string) => T,
): { best: T; number: number } {
  const [first = '', ...others] = references;
  return others.reduce(
    (so, reference, i) => {
      const candidate = of(reference);
      return candidate.figure > so.best.figure ? { best: candidate, number: i + 2 } : so;
    },
    { best: of(first), number: 1 },
  );
}

function sixPlaces(figure: number): string {
  return figure.toFixed(6);
}
