import type { LocalText } from '../../model/index.ts';
import { defineScorer, type Score } from '../contract.ts';
import { SHARE } from '../share.ts';
import { shorten } from '../shorten.ts';
import { exemplify } from './exemplars.ts';
import type { Loop } from './loops.ts';
import { type Measured, measure, problemOf, type RepetitionOptions, type Rule } from './measure.ts';
import { type Tokens, tokensOf } from './tokens.ts';

/**
 * Loops and repetition in generated text. A unit is a Han or kana character, a word, or a mark.
 *
 * - A loop is a unit or a row of units that follows itself at least three times; its share is that
 *   of the units inside loops.
 * - The share of repeated n-grams is rep-n = 1 − distinct/total (Welleck et al. 2020), where
 *   distinct/total is distinct-n (Li et al. 2016).
 */
export const repetition = defineScorer<RepetitionOptions>({
  id: 'repetition',
  version: '1.0.0',
  title: { zh: '重复与循环', en: 'Repetition and loops' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      maxLoopShare: {
        ...SHARE,
        description: 'Largest share of the text inside loops, decimal string. Default "0.3".',
      },
      n: {
        type: 'integer',
        minimum: 2,
        maximum: 100,
        description: 'Length of the n-grams in units. Default 10.',
      },
      maxRepeatedNgramShare: {
        ...SHARE,
        description:
          'Largest share of n-grams that occurred before, decimal string. Default "0.2".',
      },
      minLength: {
        type: 'integer',
        minimum: 1,
        maximum: 100_000,
        description: 'Fewest units of an answer; a shorter one fails. Default 1.',
      },
    },
  },
  score(_key, response, options): Score {
    const tokens = tokensOf(response.text);
    const found = measure(tokens, options);
    const problem = problemOf(found, options);
    const shown = problem === 'loop' ? found.longest : null;
    return {
      value: problem === null ? 'pass' : 'fail',
      status: 'ok',
      parsed: `${found.loopShare} ${found.repeatedNgramShare}`,
      rule: problem ?? 'below-limits',
      span: shown === null ? null : spanOf(response.text, tokens, shown.start, shown.end),
      reason: problem === null ? null : reasonOf(problem, found, tokens, response.text, options),
      detail: {
        units: tokens.ids.length,
        loopShare: found.loopShare,
        n: found.n,
        repeatedNgramShare: found.repeatedNgramShare,
        distinct1: found.distinct1,
        distinct2: found.distinct2,
        longestLoop: loopDetail(response.text, tokens, found.longest),
        longestUnit: loopDetail(response.text, tokens, found.longestUnit),
      },
    };
  },
  exemplify,
});

function reasonOf(
  rule: Rule,
  found: Measured,
  tokens: Tokens,
  text: string,
  { maxLoopShare = '0.3', maxRepeatedNgramShare = '0.2', minLength = 1 }: RepetitionOptions,
): LocalText {
  switch (rule) {
    case 'too-short':
      return {
        zh: `回答只有 ${found.units} 个字词，少于 ${minLength} 个，不足以判断是否重复。`,
        en: `The answer has ${found.units} units, fewer than ${minLength}: too short to judge.`,
      };
    case 'loop': {
      const unit = found.longest === null ? '' : unitText(text, tokens, found.longest);
      return {
        zh: `回答中 ${found.loopShare} 的内容处于循环，上限为 ${maxLoopShare}；反复出现的是“${unit}”。`,
        en: `A share of ${found.loopShare} of the answer stands in loops; the limit is ${maxLoopShare}. What recurs is "${unit}".`,
      };
    }
    case 'repeated-ngrams':
      return {
        zh: `连续 ${found.n} 个字词的片段中有 ${found.repeatedNgramShare} 为重复，上限为 ${maxRepeatedNgramShare}。`,
        en: `A share of ${found.repeatedNgramShare} of the ${found.n}-grams occurred before; the limit is ${maxRepeatedNgramShare}.`,
      };
  }
}

function spanOf(text: string, tokens: Tokens, first: number, end: number): Score['span'] {
  const from = tokens.starts[first] ?? 0;
  const to = tokens.ends[end - 1] ?? from;
  return { start: from, end: to, text: text.slice(from, to) };
}

function unitText(text: string, tokens: Tokens, { start, period }: Loop): string {
  return shorten(spanOf(text, tokens, start, start + period)?.text ?? '');
}

function loopDetail(text: string, tokens: Tokens, loop: Loop | null) {
  if (loop === null) return null;
  const { start, end, period } = loop;
  return {
    unit: unitText(text, tokens, loop),
    unitLength: period,
    copies: Math.floor((end - start) / period),
    units: end - start,
    /** Half-open range in the answer, UTF-16 units. */
    start: tokens.starts[start] ?? 0,
    end: tokens.ends[end - 1] ?? 0,
  };
}
