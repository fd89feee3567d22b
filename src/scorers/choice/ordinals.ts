import type { LabelSet } from './label-set.ts';
import type { Run } from './runs.ts';

const ORDINAL =
  /(?:第([一二三四五六七八九1-9])|最后一?)\s?(?:个|项|条|种)(?:选项|答案|说法|回复|回答|陈述)?(?=$|[\s,。;:!?)(、]|[是正对错不才最更符都也应吧啦啊了和与及])/gu;

/**
 * Options named by their place (我选第二个, 最后一项正确), for answers without any label. A place
 * beyond the options names none.
 */
export function ordinalRuns(text: string, set: LabelSet): Run[] {
  const runs: Run[] = [];
  for (const match of text.matchAll(ORDINAL)) {
    const [word, place] = match;
    const index =
      place === undefined ? set.options.length - 1 : '一二三四五六七八九'.indexOf(place);
    const at = index >= 0 ? index : Number(place) - 1;
    if (at >= set.options.length) continue;
    const start = match.index;
    const end = start + word.length;
    runs.push({ indices: [at], start, end, alternatives: false, weak: false, compact: false });
  }
  return runs;
}
