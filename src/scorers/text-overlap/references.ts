import type { GradingKey, LocalText } from '../../model/index.ts';
import { isTooLong, LONGEST_COMPARED } from '../../text/metrics/index.ts';
import { type Exemplar, type Score, targetTexts } from '../contract.ts';
import { drawExemplar } from '../exemplars.ts';

/** The score of a comparison that is not made because a text is too long for it. */
export function tooLong(): Score {
  return {
    value: 'invalid',
    status: 'too_long',
    parsed: null,
    rule: null,
    span: null,
    reason: {
      zh: `回答或参考文本超过 ${LONGEST_COMPARED} 个字符，不予比较；请缩短参考文本，或用 maxTokens 限制回答长度。`,
      en: `The answer or a reference has more than ${LONGEST_COMPARED} characters and is not compared; shorten the reference, or bound the answer with maxTokens.`,
    },
    detail: {},
  };
}

/** What is wrong with the references of a case, whichever way they are compared. */
export function checkReferences(key: GradingKey, tokensIn: (text: string) => number): LocalText[] {
  return targetTexts(key.target).flatMap((text, i): LocalText[] => {
    if (isTooLong(text)) {
      return [
        {
          zh: `第 ${i + 1} 个参考文本超过 ${LONGEST_COMPARED} 个字符，无法比较；请缩短。`,
          en: `Reference ${i + 1} has more than ${LONGEST_COMPARED} characters and cannot be compared; shorten it.`,
        },
      ];
    }
    if (tokensIn(text) > 0) return [];
    return [
      {
        zh: `第 ${i + 1} 个参考文本没有可比较的字符；请在 target 中写出文本。`,
        en: `Reference ${i + 1} has no characters to compare; write a text in "target".`,
      },
    ];
  });
}

/**
 * Fluent texts about nothing that a case is likely to ask for: wrong answers for checking cases.
 * In several languages, so that one of them is far from any reference.
 */
const UNRELATED_TEXTS: readonly string[] = [
  '池塘边有三只灰鹅，正追着一顶被风刮跑的草帽。',
  '老木匠把榫头削薄了半分，柜门终于关严。',
  '鼓手迟到，乐队只得临时改弹一首慢板圆舞曲。',
  'Seven yellow kayaks drifted past the old lighthouse before lunch.',
  'My uncle fixes broken accordions and never charges for the buttons.',
  'Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich.',
];

/** A reference as the right answer, an unrelated text as the wrong one; null when none suits. */
export function drawText(
  references: readonly string[],
  passes: (text: string) => boolean,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  if (references.some(isTooLong)) return null;
  const candidates = kind === 'right' ? references : UNRELATED_TEXTS;
  return drawExemplar(candidates, (text) => passes(text) === (kind === 'right'), random);
}
