import type { Run } from './runs.ts';

/**
 * Words that say nothing but that something is chosen, and how surely: 必须, 就是, 我觉得. A clause of
 * these and one label is an answer: 「必须B啊」, 「这不就是B嘛」. Closed lists, so that nothing else is.
 */
const LEFT_WORDS =
  "我还是|我|俺|咱|个人|本人|这里|这道?题|这|那么|那|本题|此题|题|可不就是|不就是|不就|乃是|正是|便是|就是|就|必须|必然|必定|必|肯定|一定|绝对|当然|显然|毫无疑问|无疑|无脑|果断|直接|自然|明显|妥妥|铁定|准|的|应该|应当|应|该|还得是|是|系|为|选择|选|盲猜|猜|蒙|来|给出|给|一个|个|只能|只有|随便|随机|[非硬]要|真要|说|的话|嗯|哦|啊|呃|额|好|行|所以|因此|因而|故|最终|最后|答案|正确|选项|滴|儿|系|整|一句话|不?明摆着|觉得|觉着|认为|感觉|大概|可能|估计|多半|八成|吧|嘛|[,:]|\\s|definitely|surely|obviously|clearly|probably|certainly|so|then|it|is|answer|final|my|choice|option|must|be|think|guess|that leaves|leaving|['’]s|that|i(?=\\s)";
const RIGHT_WORDS =
  '选项|项|完毕|[也矣]$|吧|呗|嘛|啊|啦|咯|喽|哈|呀|哦|噢|了|嘞|喔|的|无疑|没错|没跑|没问题|稳|妥妥|准没错|准错不了|错不了|就对|一票|走起|得了|拉倒|完事|伺候|没毛病|老铁|冇错|噻|咧|嘅|挂|啰|这个|答案|就行|就好|[~～!]|\\s|[\\u{1F300}-\\u{1FAFF}]|it|is|for sure|obviously|definitely|of course';

const LEFT = new RegExp(`^(?:${LEFT_WORDS})*["'“‘(【[\\s]*$`, 'iu');
const RIGHT = new RegExp(`^["'”’)】\\]\\s]*(?:${RIGHT_WORDS})*$`, 'iu');

/** Of these words the clause needs one: 「的B」 chooses nothing. */
const CHOOSES_LEFT =
  /必|就|肯定|一定|绝对|当然|显然|无疑|无脑|果断|直接|妥妥|铁定|准|应|得是|[是系选猜蒙来给]|只能|所以|因此|故|最[终后]|觉|认为|感觉|大概|可能|估计|多半|八成|definitely|surely|obviously|clearly|probably|certainly|final|must|leav|think|guess/i;
const CHOOSES_RIGHT =
  /^["'”’)】\]\s]*(?:选?项)?\s*(?:[吧呗嘛啊啦咯喽哈呀哦噢嘞喔]|无疑|没[错跑]|稳|妥|准|错不了|就[对行好]|一票|走起|得了|拉倒|完事|冇错|这个答案|it is|for sure|obviously|definitely|of course)/i;

/** Longest text on either side; longer ones say something. */
const MAX = 24;

const SENTENCE_ENDS = '。;!?\n…—~';
const BREAK_AFTER = /[,。;!?\n…—]|[.](?=\s|$)/;

/** True where the run and words without content are a clause, or sentence, of their own. */
export function isPlainClause(text: string, run: Run): boolean {
  // A small letter, or a number, is a label only where next to nothing else is said.
  if (run.weak && (run.start > MAX || text.length - run.end > MAX)) return false;
  const after = text.slice(run.end, run.end + MAX);
  const at = after.search(BREAK_AFTER);
  if (after[at] === '?' || (at < 0 && text.length - run.end > MAX)) return false;
  const right = at < 0 ? after : after.slice(0, at);
  if (!RIGHT.test(right)) return false;
  const chosen = CHOOSES_RIGHT.test(right);
  return clausesBefore(text, run.start).some(
    (left) => (chosen || CHOOSES_LEFT.test(left)) && LEFT.test(left),
  );
}

function endsSentence(text: string, at: number): boolean {
  const unit = text[at] as string;
  return SENTENCE_ENDS.includes(unit) || (unit === '.' && /\s/.test(text[at + 1] ?? ''));
}

/** What stands before the run: in its sentence, and in its clause. */
function clausesBefore(text: string, at: number): string[] {
  const before = text.slice(Math.max(0, at - MAX), at);
  const found: string[] = [];
  let sentence = before.length;
  while (sentence > 0 && !endsSentence(before, sentence - 1)) sentence--;
  if (sentence > 0) found.push(before.slice(sentence));
  else if (at <= MAX) found.push(before);
  const comma = before.lastIndexOf(',');
  if (comma >= 0) found.push(before.slice(comma + 1));
  return found;
}
