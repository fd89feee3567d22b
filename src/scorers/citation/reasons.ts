import type { LocalText } from '../../model/index.ts';
import { shorten } from '../shorten.ts';
import type { Cited } from './judge.ts';

/** Why an answer does not pass. */
export function reasonOf(cited: Cited): LocalText {
  const { rule } = cited;
  switch (rule) {
    case 'no-sources':
      return {
        zh: '用例没有说明有哪些资料，无法核对引用。',
        en: 'The case does not say which sources there are; citations cannot be checked.',
      };
    case 'no-marks':
      return { zh: '回答没有标注引用。', en: 'The answer has no citation marks.' };
    case 'out-of-range':
      return {
        zh: `引用标注“${shorten(cited.problem?.text ?? '')}”没有对应的资料。`,
        en: `The mark "${shorten(cited.problem?.text ?? '')}" names no source.`,
      };
    case 'forbidden':
    case 'not-exact':
      return {
        zh: `不应引用资料 ${list(cited.unwanted, '、')}。`,
        en: `The answer cites ${list(cited.unwanted, ', ')}, which it should not.`,
      };
    case 'missing':
      return {
        zh: `没有引用资料 ${list(cited.missing, '、')}。`,
        en: `The answer does not cite ${list(cited.missing, ', ')}.`,
      };
    case 'too-few-quotes':
      return {
        zh: `回答引用原文 ${cited.quotes} 处，应不少于 ${cited.minQuotes} 处。`,
        en: `The answer has ${cited.quotes} quotations; there should be at least ${cited.minQuotes}.`,
      };
    case 'unsupported-quote':
    case 'cited':
      return unsupported(cited);
  }
}

function unsupported({ unsupported: [first] }: Cited): LocalText {
  const text = first?.text ?? '';
  if (first === undefined || first.sources.length === 0) {
    return {
      zh: `引文“${text}”没有标注出处。`,
      en: `The quotation "${text}" has no citation mark.`,
    };
  }
  const sources = list([...new Set(first.sources)], ', ');
  return {
    zh: `引文“${text}”与资料 ${sources} 的原文不符（重合度 ${first.overlap}）。`,
    en: `The quotation "${text}" does not stand in source ${sources} (overlap ${first.overlap}).`,
  };
}

function list(numbers: readonly number[], separator: string): string {
  return numbers.slice(0, 10).join(separator);
}
