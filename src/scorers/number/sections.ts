/** Headings of what only supports, checks or comments an answer. */
const ASIDE_HEADING =
  /(?:^|[\n。;!?,])[^一-鿿\w\n]{0,8}(?:参考(?:资料|文献|来源|链接)|(?:资料|信息|数据)来源|来源|(?:法律|计算|政策|判断)?依据|法条|注意事项|验证|检验|验算|检查|补充(?:说明)?|拓展|延伸|点评|总评|(?:温馨|友情|风险)提示|提示|小贴士|免责声明|备注|注意?|说明|解释|notes?|references?|sources?|verification|disclaimer|explanation)(?:\s?[】\]]|\*{0,2}\s?:|\*{0,2}\s*\n)|,\s?(?:理由|原因)(?:有[一二三四两\d]{1,2}[点个条]|如下)\s?:/gi;
const HEADINGS_LOOKED = 20;
/** What takes the word up again for the answer. */
const ANSWERS =
  /答案|结论|结果|所以|因此|综上|最终|(?<![事缘])故|(?:^|[\n。])\s?答|\banswer\b|\btherefore\b|\bso\b|\n[\s#>*【]*(?:解答|计算|解[:】])/i;

/** Where the answer proper ends: what stands under the headings at its end only supports it. */
export function mainEnd(text: string): number {
  let end = text.length;
  if (text.search(ASIDE_HEADING) < 0) return end;
  for (const match of [...text.matchAll(ASIDE_HEADING)].slice(-HEADINGS_LOOKED).toReversed()) {
    if (ANSWERS.test(text.slice(match.index + 1, end))) break;
    end = match.index + 1;
  }
  return end;
}
