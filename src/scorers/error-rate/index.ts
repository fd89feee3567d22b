import type { GradingKey, LocalText } from '../../model/index.ts';
import { compare, isHan, parseDecimal, type Rational } from '../../text/index.ts';
import { isTooLong } from '../../text/metrics/index.ts';
import { defineScorer, type Exemplar, type Score, targetTexts } from '../contract.ts';
import { checkReferences, drawText, tooLong } from '../text-overlap/references.ts';
import {
  comparedTokens,
  type ErrorRate,
  type ErrorRateOptions,
  measure,
  signatureOf,
  TOKENISERS,
} from './measure.ts';

const TEXT = { type: 'string', pattern: '\\S' };

/**
 * How many edits make the reference into the answer, by length of the reference: for transcripts of
 * speech and images, and for copying. What counts as alike is declared in `normalise`.
 */
export const errorRate = defineScorer<ErrorRateOptions>({
  id: 'error-rate',
  version: '1.0.0',
  title: { zh: '错误率（CER/WER/MER）', en: 'Error rate (CER/WER/MER)' },
  options: {
    type: 'object',
    additionalProperties: false,
    required: ['metric', 'max'],
    properties: {
      metric: { enum: Object.keys(TOKENISERS) },
      // Below 1: an answer with nothing in it has the rate 1.
      max: { type: 'string', pattern: '^0(?:\\.[0-9]{1,6})?$' },
      normalise: {
        type: 'object',
        additionalProperties: false,
        properties: {
          punctuation: { enum: ['drop', 'keep'] },
          case: { enum: ['fold', 'keep'] },
          width: { enum: ['fold', 'keep'] },
          script: { enum: ['none', 'simplified'] },
        },
      },
    },
  },
  target: { anyOf: [TEXT, { type: 'array', minItems: 1, items: TEXT }] },
  check,
  score(key, response, options): Score {
    const references = targetTexts(key.target);
    if ([response.text, ...references].some(isTooLong)) return tooLong();
    const measured = measure(response.text, references, options);
    if (measured === null) return noReference();
    const pass = isWithin(measured.rate, options.max);
    const figure = sixPlaces(measured);
    return {
      value: pass ? 'pass' : 'fail',
      status: 'ok',
      parsed: figure,
      rule: options.metric,
      span: null,
      reason: pass ? null : above(measured, figure, options),
      detail: {
        figure,
        rate: `${measured.edits}/${measured.referenceTokens}`,
        hits: measured.hits,
        substitutions: measured.substitutions,
        deletions: measured.deletions,
        insertions: measured.insertions,
        answerTokens: measured.answerTokens,
        referenceTokens: measured.referenceTokens,
        reference: measured.reference,
        signature: signatureOf(options, references.length),
      },
    };
  },
  exemplify,
});

function isWithin(rate: Rational, max: string): boolean {
  const most = parseDecimal(max);
  return most !== null && compare(rate, most) <= 0;
}

/** For reading; the exact fraction decides. */
function sixPlaces({ edits, referenceTokens }: ErrorRate): string {
  return (edits / referenceTokens).toFixed(6);
}

function above(
  { edits, referenceTokens, substitutions, deletions, insertions }: ErrorRate,
  figure: string,
  { metric, max }: ErrorRateOptions,
): LocalText {
  const name = metric.toUpperCase();
  return {
    zh:
      `${name} 为 ${edits}/${referenceTokens}（${figure}），高于允许的 ${max}：` +
      `替换 ${substitutions}、删除 ${deletions}、插入 ${insertions}。`,
    en:
      `The ${name} is ${edits}/${referenceTokens} (${figure}), above the allowed ${max}: ` +
      `${substitutions} substituted, ${deletions} deleted, ${insertions} inserted.`,
  };
}

function noReference(): Score {
  return {
    value: 'invalid',
    status: 'empty_reference',
    parsed: null,
    rule: null,
    span: null,
    reason: {
      zh: '参考文本归一化后为空，错误率没有定义；请修改 target 或 normalise。',
      en: 'Nothing of the reference is left after normalisation, so there is no error rate; change "target" or "normalise".',
    },
    detail: {},
  };
}

function check(key: GradingKey, options: ErrorRateOptions): LocalText[] {
  const findings = checkReferences(key, (text) => comparedTokens(text, options).length);
  if (options.metric === 'wer' && targetTexts(key.target).some((t) => Array.from(t).some(isHan))) {
    findings.push({
      zh: '参考文本含汉字，而 wer 以空格分词，一句中文会算作一个词；请改用 cer 或 mer。',
      en: 'The reference has Chinese characters, and "wer" takes what stands between blanks for a word: a whole sentence. Use "cer" or "mer".',
    });
  }
  return findings;
}

function exemplify(
  key: GradingKey,
  options: ErrorRateOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const references = targetTexts(key.target);
  const passes = (text: string): boolean => {
    const measured = measure(text, references, options);
    return measured !== null && isWithin(measured.rate, options.max);
  };
  return drawText(references, passes, kind, random);
}
