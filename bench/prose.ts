import { randomFrom } from '../src/suite/random.ts';

/** Sentences of ordinary prose without figures, option letters or anything like an answer. */
const SENTENCES = [
  '我们先把题目中的条件逐一列出来，再看它们之间有什么联系。',
  '这一步的关键在于弄清楚先后次序，否则后面的推断就站不住脚。',
  '根据材料的描述，天气转凉以后，码头上的货船明显少了许多。',
  '有人认为原因在于路途遥远，也有人觉得是价格起了作用。',
  '换一个角度来看，如果把已知的部分合在一起，问题就简单得多。',
  '需要注意的是，文中提到的情况只适用于平常的日子。',
  '老师傅说，做事要稳，急着赶工往往会留下隐患。',
  '由此可以看出，前面的假设与题目的要求是一致的。',
  '接下来逐项核对，把不符合条件的情形排除在外。',
  '山路转过几道弯，远处的灯火渐渐亮了起来，孩子们也安静了。',
  '这样处理的好处是过程清楚，旁人也容易检查。',
  '综合以上分析，我们已经有了足够的依据来作出判断。',
] as const;

/**
 * Prose of exactly `length` UTF-16 units that ends a sentence: every sentence once in an order of
 * the n-th text's own, then every sentence again in another. The same call gives the same text.
 */
export function prose(length: number, n: number): string {
  if (length <= 0) return '';
  const random = randomFrom('bench-prose', n);
  const parts: string[] = [];
  for (let held = 0; held < length; ) {
    const round = random.shuffle(SENTENCES).join('');
    parts.push(round);
    held += round.length;
  }
  return `${parts.join('').slice(0, length - 1)}。`;
}
