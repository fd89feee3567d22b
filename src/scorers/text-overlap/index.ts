import type { GradingKey, LocalText } from '../../model/index.ts';
import { compare, parseDecimal, ZERO } from '../../text/index.ts';
import { isTooLong, tokensOf } from '../../text/metrics/index.ts';
import { defineScorer, type Exemplar, type Score, targetTexts } from '../contract.ts';
import { METRIC_NAMES, METRICS, measure, type TextOverlapOptions } from './measure.ts';
import { checkReferences, drawText, tooLong } from './references.ts';

const TEXT = { type: 'string', pattern: '\\S' };

/**
 * How much of a reference text the answer has: ROUGE-L, BLEU or chrF, with the figures of the
 * reference implementations. The texts are compared as they are, case, width and script included.
 */
export const textOverlap = defineScorer<TextOverlapOptions>({
  id: 'text-overlap',
  version: '1.0.0',
  title: { zh: '文本重合度', en: 'Text overlap' },
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['metric', 'threshold'],
    properties: {
      metric: { enum: [...METRICS] },
      // Six places, as many as a figure has.
      threshold: { type: 'string', pattern: '^(?:0\\.[0-9]{1,6}|1(?:\\.0{1,6})?)$' },
      tokens: { enum: ['char', 'mixed'] },
      beta: { type: 'string', pattern: '^[0-9]{1,2}(?:\\.[0-9]{1,6})?$' },
    },
  },
  target: { anyOf: [TEXT, { type: 'array', minItems: 1, items: TEXT }] },
  check,
  score(key, response, options): Score {
    const references = targetTexts(key.target);
    if ([response.text, ...references].some(isTooLong)) return tooLong();
    const { figure, detail } = measure(response.text, references, options);
    const pass = reaches(figure, options.threshold);
    return {
      value: pass ? 'pass' : 'fail',
      status: 'ok',
      parsed: figure,
      rule: options.metric,
      span: null,
      reason: pass ? null : below(figure, options),
      detail,
    };
  },
  exemplify,
});

function reaches(figure: string, threshold: string): boolean {
  const [reached, least] = [parseDecimal(figure), parseDecimal(threshold)];
  return reached !== null && least !== null && compare(reached, least) >= 0;
}

function below(figure: string, { metric, threshold }: TextOverlapOptions): LocalText {
  const name = METRIC_NAMES[metric];
  return {
    zh: `回答与参考文本的 ${name} 为 ${figure}，低于要求的 ${threshold}。`,
    en: `The ${name} of the answer against the reference is ${figure}, below the required ${threshold}.`,
  };
}

function check(key: GradingKey, options: TextOverlapOptions): LocalText[] {
  const findings = checkReferences(key, (text) => tokensOf(text, 'char').length);
  const { metric, threshold, tokens, beta } = options;
  if (!isPositive(threshold)) {
    findings.push({
      zh: `threshold 为 ${threshold}，任何回答都能通过；请写大于 0 的值。`,
      en: `With the threshold ${threshold} every answer passes; write a value above 0.`,
    });
  }
  if (beta !== undefined && !isPositive(beta)) {
    findings.push({
      zh: `beta 为 ${beta}，应大于 0；1 表示准确率与召回率同等重要。`,
      en: `The beta ${beta} should be above 0; 1 gives precision and recall the same weight.`,
    });
  }
  if (metric !== 'rouge-l') {
    for (const [name, value] of Object.entries({ tokens, beta })) {
      if (value === undefined) continue;
      findings.push({
        zh: `${name} 只用于 rouge-l，对 ${metric} 不起作用；请删去。`,
        en: `"${name}" belongs to rouge-l and does nothing for ${metric}; remove it.`,
      });
    }
  }
  return findings;
}

function isPositive(decimal: string): boolean {
  const value = parseDecimal(decimal);
  return value !== null && compare(value, ZERO) > 0;
}

function exemplify(
  key: GradingKey,
  options: TextOverlapOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const references = targetTexts(key.target);
  const passes = (text: string): boolean =>
    reaches(measure(text, references, options).figure, options.threshold);
  return drawText(references, passes, kind, random);
}
