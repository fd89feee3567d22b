import { numbersIn } from './lexer.ts';
import type { NumberMention } from './mention.ts';
import type { Wanted } from './sentence.ts';

/** Words that make an ordinal what is said of the subject: 排在第7名, 是第三个. */
const SAYS_PLACE =
  /(?:[是为][^,。;\n]{1,8}的|[是为居获拿]了?|得了?|排(?:名|行)?在?|[位名]列|位居|位于|处于|算|在|到|于|[了])\s?第\s?$/;

/** The quantities of a sentence; `reserves`: what is none counts where there are no others. */
export function quantitiesIn(
  text: string,
  start: number,
  end: number,
  wanted: Wanted,
  reserves: boolean,
): readonly NumberMention[] {
  const all = numbersIn(text, start, end, wanted.own);
  const found: NumberMention[] = [];
  for (const mention of all) {
    if (mention.kind !== 'skip') found.push(mention);
    else if (mention.reserve && closesClause(text, mention)) found.push(asValue(mention));
  }
  if (found.length > 0 || !reserves) return found;
  return all.filter((m) => m.reserve && endsClause(text, m)).map(asValue);
}

function closesClause(text: string, mention: NumberMention): boolean {
  const { start } = mention;
  return SAYS_PLACE.test(text.slice(Math.max(0, start - 14), start)) && endsClause(text, mention);
}

/** Nothing is said of it behind it: 第3组的柱子最高 is about the column. */
function endsClause(text: string, { end }: NumberMention): boolean {
  return /^(?!的)[^,。;:!?\n\d]{0,3}(?:[,。;!?\n)]|$)/.test(text.slice(end, end + 5));
}

function asValue(mention: NumberMention): NumberMention {
  return { ...mention, kind: 'value' };
}
