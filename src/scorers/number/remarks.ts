/** What a sentence with a number does in an answer. */
export type Role =
  /** Draws a conclusion: it counts before every remark that follows it. */
  | 'conclusion'
  | 'plain'
  /** Supposes, explains or adds: counts only where nothing was concluded before it. */
  | 'remark'
  /** Finds that something fits or does not: counts where nothing else is stated. */
  | 'check'
  /** What is left over where the most or the least was asked for. */
  | 'rest'
  /** Checks, names a source, tells of progress or limits, quotes a poem: never the answer. */
  | 'none';

const OPENING = '^[\\s*#>【\\[(-]*';

/** Sentences that check or comment and do not answer. */
const ASIDE_SENTENCE =
  /^[\s*#>-]*(?:\(?)(?:代入[^,。;\n]{0,6}(?:验证|检验|验算|检查)|验算|检验|检查|验证|复核|备注|注意|注[:,]|说明[:,]|提示|\bcheck|\bverif|\bnote)/i;

export function isAsideSentence(sentence: string): boolean {
  return ASIDE_SENTENCE.test(sentence);
}

/** 补充：…, 顺便…, 温馨提示: what was not asked for. */
const DIGRESSION = new RegExp(
  `${OPENING}(?:补充|拓展|扩展|延伸|顺便|顺带|附[:注带]|温馨提示|友情提示|小提示|小贴士|备注|题外话|多说一句|值得一提|思考题|p\\.?s[.:]|tips?:|by the way|fun fact)`,
  'i',
);
/** 已知条件：…, 依据：…: what the case gives, and where it is laid down. */
const GIVEN = new RegExp(
  `${OPENING}(?:第[一二三四五六七八九\\d]步[,:]?)?(?:(?:列出|明确|找出|整理)?已知(?:条件|数据|信息)|(?:法律|政策|计算)?依据[:是为])`,
);
/** 根据《劳动法》第四十四条，…; 正常范围是…: what a result rests on or is held against. */
const GROUND = new RegExp(
  `${OPENING}(?:(?:根据|依据|按照?|参[照见考]|依照?|详见)《|(?:正常|参考|标准)(?:值|范围|区间)|(?:但|不过|而)?在?(?:特殊|个别|部分|少数|某些|有些|极端)[^,。;\\d]{0,10}(?:可|会|还|则|延|为))`,
);
/** Warns, or says how sure a result is. */
const CAUTION =
  /医嘱|不(?:得|能|可|要|应)?超过|切勿|禁忌|⚠|请?咨询|实际(?:上)?(?:可能|情况|数值)|^[\s*]*这(?:只|仅)?是(?:一个)?(?:估算|估计|近似|粗略)/;
/** 等5年后他就18岁啦: what comes later than what was asked. */
const LATER = /^[\s*]*(?:等到?|再过|到时候?|那时候?)\s?\S/;

export function isCaution(sentence: string): boolean {
  return CAUTION.test(sentence);
}

/** Facts about an exercise, and not its answer. */
const RECORD = new RegExp(
  `${OPENING}(?:(?:题目)?(?:难度|来源|出处|考点|知识点|题号|题型|考查|浏览|点赞|阅读量)(?:系数|等级)?|评分|分值|更新时间|发布时间|预计用时|建议用时|memory|difficulty|source|tokens?)\\s*[】\\]]?\\s*[:】\\]]|${OPENING}(?:(?:run)?time)\\s?:\\s?[\\d.]+\\s?m?s\\b|${OPENING}(?:题目)?(?:选自|出自|改编自|来自|参[见考看阅]|详见)|考[查察]频率|难度系数|每小[问题]\\s?\\d+\\s?分|[本此该这]题(?:选自|出自|来自|改编自|超纲|已)`,
  'i',
);
/** Fields that belong to a record only beside others of it. */
const FIELD = new RegExp(
  `${OPENING}(?:年份|年级|日期|时间|编号|类型|版本|页码|id)\\s*[】\\]]?\\s*[:】]`,
  'i',
);
/** A record or a list of sources lies within so many UTF-16 units. */
const NEAR = 600;
const RECORD_NEAR =
  /(?:难度|来源|出处|考点|知识点|题号|题型|分值|浏览)(?:系数|等级)?\s*[】\]]?\s*[:】]/;
const BIBLIOGRAPHY =
  /\[[MJCDNRSZ]\]|\((?:19|20)\d\d[a-z]?\)(?=\s*$|\.)|出版社,?\s*\(?(?:19|20)\d\d|\b(?:University )?Press\b|\bpp?\.\s?\d|\b(?:19|20)\d\d\s?\(\d{1,2}\)\s?:\s?\d|第\s?\d+\s?版,/;
/** What a program around the model says of its work, of limits and of queues. */
const NOTICE =
  /正在(?:为您|帮您|努力)?(?:查询|加载|思考|生成|处理|计算|搜索|连接|检索|分析中)|(?:生成|加载|处理|计算|思考|上传|下载)中(?=[^\p{Script=Han}]|$)|请稍[候等后]|排队|未完待续|(?:字符|字数|长度|次数|额度|token|上下文|输入|输出)[^,。;]{0,10}(?:上限|限制|用完|用尽|截断|不足)|(?:超[出过]|达到)[^,。;]{0,16}(?:上限|限制|字数|长度)|回答(?:已)?(?:被)?截断|免费额度|验证码|工单号?|工作日内|加载失败|请(?:先)?登录|生成进度|\bloading\b|转接|预计等待|耐心等待[^。;\n]{0,12}\d|省略\s?\d+\s?字|求助|收藏|max_?(?:new_)?tokens|\btruncated\b|由\s?AI\s?生成|模型版本|知识截止|满分\s?\d+\s?分|建议用时/iu;
/** A call of a tool, and not what it returns. */
const CALL =
  /"(?:tool\w*|function\w*|name|action\w*|arg(?:ument)?s|param\w*|input|query|expression|code)"\s*:|<\/?(?:tool|function)_call|<\|plugin\|>|^[ \t]{0,8}(?:Action(?: Input)?:|loading\b)/im;
/** Offers, praise and contacts at the end of an answer. */
const COURTESY =
  /奖励(?![金额])|(?:得到|获得)[^,。;]{0,4}?\d?[^,。;\d]{0,2}(?:星|小?红花|奖状)|再(?:给|为|帮|来|出|做|练)[^,。;]{0,8}(?:题|练习)|练练手|随时(?:问|联系|找|提问|告诉)|在线|拨打|热线|真棒|加油|给你[^,。;]{0,4}(?:星|赞|满分)|如有(?:疑问|问题)|欢迎|\bhope this|\blet me know|\bfeel free/i;
const PARENTHESISED_PAGES = /\(\s*(?:第\s?\d+\s?页|共\s?\d+\s?页)/;

const SUPPOSES =
  /^[\s*>(-]*(?:但|而|或|不过|当然)?,?(?:如果|若(?!干)|假如|假设|假使|倘若|要是|(?:even )?if\b)/i;
/** 「…，这里不考虑」, would have: supposed against what the case says. */
const COUNTERFACTUAL =
  /(?:但|不过|可是?|而|这里|本题|题[目中]|此处)[^,。;]{0,8}(?:不考虑|没有|没[说给]|未|不是|不要求|要求|说的?是|明确|只[问求]|问的)|这里不|不符合?题意/;
/** The sentence finds that something fits, or that something else does not. */
const CHECKS = /符合题意|吻合|不够|不足以|行不通|[✓✔✅√]|验证无误|\bwould\b/u;
const WOULD = /\bwould\b/;
/** 「甲方案则要960元」: said of something else. */
const CONTRASTS = /^[^,。;\d]{1,8}则(?:要|需|是|为|只)/;
/** What the case itself says, and what the reader is asked to do. */
const QUOTES_CASE =
  /题目?[里中]?(?:只|已经|明确)?(?:说|给|告诉|提到)|请(?:结合|参[照考]|自行|补充|提供|发|上传|重新|告诉|说明|查看|看下)/;
const EXPLAINS =
  /^[\s*>(-]*(?:因为|由于|这是因为|理由是|原因是|其中|另外|此外|同时|\(\p{Script=Han}|because\b|since\b)/iu;
const BRACKETED = /^[\s*>]*\((?![\p{Script=Han}\d]{1,2}\))[^)]{3,}\)?\s*$/u;
const RESTS = /^[^,。;\d]{0,10}?(?:还|仍|会)?(?:剩|余下|多余|多出)/;

const CONCLUDES =
  /综上|因此|因而|所以|由此|总之|可见|可知|(?<!缘|事)故(?=[^事])|(?:^|\n)\s*答|[一总]共|合计|总计|总[数额价和][是为]|拢共|共(?=[有需要计用花]|\s?\d)|至少|最多|至多|最少|算下来|\btherefore\b|\bthus\b|\bhence\b|\bso\b|\btotal\b|∴/i;
const MOST = /至少|最多|至多|最少/;

export function isConclusion(sentence: string): boolean {
  return CONCLUDES.test(sentence);
}

export function namesMost(sentence: string): boolean {
  return MOST.test(sentence);
}

/** Where the courtesy begins that ends a sentence: 「就是15哟~ 奖励你一朵花」; its end where none does. */
export function courtesyStart(text: string, start: number, end: number): number {
  const at = text.slice(start, end).search(COURTESY);
  if (at <= 0) return end;
  const before = text.slice(start, start + at);
  return /[=\d是有共剩][^,;~\s]*[,;~\s]/u.test(before)
    ? start + before.search(/[,;~\s][^,;~\s]*$/)
    : end;
}

/** What the sentence in [start, end) does. */
export function roleOf(text: string, start: number, end: number): Role {
  const sentence = text.slice(start, end);
  if (GIVEN.test(sentence) && !/[=得求]/.test(sentence)) return 'none';
  if (isAsideSentence(sentence) || DIGRESSION.test(sentence)) return 'none';
  if (isRecord(text, start, sentence) || isVerse(sentence)) return 'none';
  const concluded = CONCLUDES.test(sentence);
  if (NOTICE.test(sentence) && !/[\d)]\s?=/.test(sentence)) return 'none';
  if (COURTESY.test(sentence) && !concluded) return 'none';
  if (SUPPOSES.test(sentence))
    return COUNTERFACTUAL.test(sentence) || WOULD.test(sentence)
      ? 'none'
      : concludesLate(sentence)
        ? 'plain'
        : 'remark';
  if (EXPLAINS.test(sentence) || BRACKETED.test(sentence))
    return concludesLate(sentence) ? 'conclusion' : 'check';
  if (GROUND.test(sentence) && !/=|所以|因此|应[得补付缴]/.test(sentence)) return 'check';
  if (QUOTES_CASE.test(sentence) && !concludesLate(sentence)) return 'none';
  if (LATER.test(sentence) && !concluded) return 'check';
  if (CONTRASTS.test(sentence) || (CHECKS.test(sentence) && !concludesLate(sentence)))
    return 'check';
  if (concluded) return 'conclusion';
  return RESTS.test(sentence) ? 'rest' : 'plain';
}

/** 「因为…，所以…」. */
function concludesLate(sentence: string): boolean {
  return /[,;:]\s*(?:所以|因此|因而|故|综上|可知|总共|一共|共|就是|那就)/.test(sentence);
}

function isRecord(text: string, start: number, sentence: string): boolean {
  return (
    RECORD.test(sentence) ||
    BIBLIOGRAPHY.test(sentence) ||
    isSource(text, start) ||
    PARENTHESISED_PAGES.test(sentence) ||
    (FIELD.test(sentence) && RECORD_NEAR.test(text.slice(Math.max(0, start - NEAR), start + NEAR)))
  );
}

/** In a line of a list of sources: `[1] 张三. 数论导引[M].` */
function isSource(text: string, start: number): boolean {
  const from = Math.max(0, start - 200);
  const line = text.slice(from, start + 24);
  const first = line.lastIndexOf('\n', start - from - 1) + 1;
  return (
    /^\s*[¹²³⁴⁵⁶⁷⁸⁹]\s?\p{L}/u.test(line.slice(first)) ||
    (/^\s*\[\d{1,2}\]\s?\p{L}/u.test(line.slice(first)) &&
      /参考|引用|\[[MJCDNRSZ]\]|出版/.test(text.slice(Math.max(0, start - NEAR), start + NEAR)))
  );
}

/** True where the answer as a whole calls a tool. */
export function isToolCall(text: string): boolean {
  return (/["<]/.test(text) || /^\s*(?:action|loading)\b/i.test(text)) && CALL.test(text);
}

const VERSE =
  /^[\s"“*>]*((?:\p{Script=Han}{5}|\p{Script=Han}{7}|\p{Script=Han}{4})),(\p{Script=Han}+)(?:,\p{Script=Han}+){0,6}[\s"”*]*$/u;
const RECKONS = /[共剩需每]|等于|所以|因此|分到|总[数计]|答|结果/;

/** Two lines of one length in five or seven characters, without a word of reckoning. */
function isVerse(sentence: string): boolean {
  if (sentence.length > 80 || /\d/.test(sentence)) return false;
  const match = VERSE.exec(sentence);
  if (match === null || match[1]?.length !== match[2]?.length) return false;
  return !RECKONS.test(sentence);
}
