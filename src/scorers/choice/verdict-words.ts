/** What an answer says of one option; `hedges`: that it may be right. */
export type Verdict = 'affirms' | 'denies' | 'hedges' | 'none';

const SELECTION =
  /(?:(不|非|没有?|未|落|误|错)(?:太|够|完全)?)?(?:符?合(?:本题)?题[意目干](?:要求)?|(?:当|应该?|入|要|该|可)选|选)(?:的|了)?(?=[,。;!.\n)]|$)/g;

/** Whether the option is to be chosen: 「错误，符合题意」 and 「正确，不选」. */
export function selectionOf(segment: string): Verdict {
  let last: Verdict = 'none';
  for (const match of segment.matchAll(SELECTION)) {
    if (isReal(segment, match.index)) last = match[1] === undefined ? 'affirms' : 'denies';
  }
  return last;
}

/** The segment without what it says of choosing. */
export function withoutSelection(segment: string): string {
  return segment.replace(SELECTION, '');
}

const VERDICT =
  /没有?(?:错误?|问题|语病)|无误|无语病|(?:不(?:太|够|完全|尽|甚|一定|全面)?(?:正确|准确|对|相符|吻合|符合?[^,。;\n]{0,6}|成立|满足[^,。;\n]{0,6}|恰当|合适|合理|可能|可行|行|属于[^,。;\n]{0,10}|选|是)|错误|有误|排除|落选|出局|错|过于绝对|有语病|[^,。;\n]不当|成分残缺)(?:的|了|项)?(?=[,。;!.\n)√✓✔✅×✗✘❌✖\s]|$)|(?:正确|准确|相符|吻合|成立|恰当|合适|可行|属实|保留|满足(?:题意|要求|条件)?|对|当选)(?:的|了|项)?(?=[,。;!.\n)√✓✔✅×✗✘❌✖]|\s|$)|符合(?:(?:题意|题目|要求|条件|题干|事实)?(?:要求)?(?:的|了|项)?(?=[,。;!.\n)]|$)|(?<=[:—\-,]\s?符合)\s?[^,。;\n]{1,24}$)|[√✓✔☑✅✗✘❌✖]|(?<![\d)]\s?)×(?!\s?[\d(])/g;

/** 看似正确 says nothing of what it is. */
const SEEMS = /(?:看似|貌似|看起来|看上去|看着|似乎|乍一?看|[初粗]看|表面上?)[^,。;\n]{0,10}$/;

function isReal(segment: string, at: number): boolean {
  return !SEEMS.test(segment.slice(Math.max(0, at - 16), at));
}

/**
 * The last verdict of a segment that begins with a label: 「A项看似合理，实则错误」. For answers that
 * go through the options one by one and never say which one they choose.
 */
export function verdictOf(segment: string): 'affirms' | 'denies' | 'none' {
  let last: string | null = null;
  for (const match of segment.matchAll(VERDICT)) {
    if (isReal(segment, match.index)) last = match[0];
  }
  if (last === null) return 'none';
  if (/^没|^无|^[√✓✔☑✅]/.test(last)) return 'affirms';
  return /^不|错|误|排除|落选|出局|绝对|有语病|不当|残缺|[×✗✘❌✖]/.test(last)
    ? 'denies'
    : 'affirms';
}
