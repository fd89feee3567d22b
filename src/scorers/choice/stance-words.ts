/** The words by which an answer says what it does with a label; `stance.ts` puts them to use. */

export const FRESH_LINE = /(?:^|\n)[\s>#\-•*("“‘「『【[]*(?:\d{1,2}(?:[.、)]|\u20e3)\s*)?$/;

export const OPENERS = ' \n\t("\'“”‘’「『【《[<{';

/** Words that may stand between 答案 and its label; as characters, so that matching is linear. */
const GLUE = `[\\])】」』”"'\\s:=>\\-→⇒—~是为即系选项择填应该当就便也只能最终仍旧依然照还大概可很无疑确定有两二三四几个项共故因此所以我认一肯须的字母第在于属归如下…]`;

export const DECIDES = new RegExp(
  [
    `(?:答案|(?:选项|选择|choice)(?=\\s*[="])|[标正]答|正解|正确选项|最[佳优]选项|最终选项|所选选项|我的选择|最终选择|最佳选择|正确选择|结论)(?:毫无疑问|对应(?:于|着)?)?${GLUE}{0,16}$`,
    `(?<![备候入筛任供竞评优精挑])选(?!项)(?:择|取|定|出|中|填|了|的|用)*(?:答案|选项|字母)?(?:应?该?当?[是为])?[:=→\\s]*(?:选项|回复|回答|方案)?(?:第(?:[一二三四五六七八九\\d]个?)?)?$`,
    `答案[^\\S\\n]*\\|[^\\S\\n]*$`,
    `(?:盲猜|[瞎乱]?猜|[瞎乱]?蒙|押|拣|(?<=我|就|来|要)挑|(?<=我)[投站])(?:了|选)?(?:个|一个|一下|一把)?[:\\s]*(?:选项)?$`,
    `(?<=我.{0,6})给出$`,
    `(?:维持|坚持|保留)(?:原来?的?)?(?:答案|选)?$`,
    `(?:^|[\\n。;:])\\s*答[:,]\\s*(?:应?该?选)?$`,
    `答案[^,。;\\n]{1,10},\\s*(?:应|就|正|即)?[是为]$`,
    `答案\\s+(?:is|are)\\s*$`,
    `(?:[填写][上下入]?|勾选|锁定(?:目标)?|[暂敲选]定|[倾偏]向于?|(?<![不没])(?:认同|赞同|支持|看好|投给)|(?:不如|毋宁)说是?|猜测?(?:是|选)|只?剩下?的?(?:是|只有)?|[确判]?[定断]为|改为|改成|改选|[更修订纠]正为|改判为?|[改判][定成]为?|应[为属是系]|应当?该?[为是]|而是|就是|便是|必[是为]|即[为是]|归为|故为|其实是|实际是|才是)[:\\s]*(?:选项)?$`,
    `\\b(?:answers?|ans\\.?|key(?=\\s*:)|(?:picks?|guess|vote)(?=\\s+(?:is|would))|choices?(?=\\s*(?::|is|are|是|would|should|must))|(?:correct|right|best)\\s+(?:options?|choices?|ones|selections?|letters?)(?=\\s*(?::|is|are|是)))(?:\\s*(?:应该)?[是为]|\\s+(?:is|are|was|would|should|must|has|to|be|option|choice|letter|here|therefore|thus|clearly|simply|probably|likely|definitely|actually|still|then))*["\\s]*(?:[:=–—]|-+>?)*\\s*(?:option|choice)?\\s*$`,
    `\\b(?:choose|select|pick|chose|selected|picked|go(?:ing)? with|opt for|settle on)(?:\\s+(?:the|option|choice|answer|letter))*\\s*:?\\s*$`,
    `\\\\boxed\\{?$`,
    `<<$`,
    `####\\s*$`,
  ].join('|'),
  'i',
);

/** A correction; it needs the label to be all that is said. */
export const CORRECTS =
  /(?:(?:^|[,。.;:!?\n…—])\s*(?:哦|噢|啊|哎|不)*不(?:[对是]|(?=[,。.!;…\s]))|错了|更正|修正|纠正|订正|改为|改成|改选|等等|等一下)[,:。.!;…\s]*(?:应?该?当?)?(?:是|为|选)?$|(?:不是|并非|不选|不应选|不属于|\bnot\b)[^。.;\n]{1,24}(?:[,;]\s*(?:而|应该?|就|它|答案)?(?:是|为|属于)|\bbut(?:\s+rather)?(?:\s+is)?)\s*$/i;

/** A conclusion; it needs the label to be all that is said. */
export const CONCLUDES =
  /(?:(?:^|[,。;!?\n])\s*(?:所以|因此)?(?:计算|最终|最后)?结果(?=[是为])|(?:^|[,。;!?\n])\s*(?:最终|最后|定论|(?:最终)?结果|作答|[对答]?曰|final(?: answer| choice)?)\s*(?=[:=—])|故|所以|因此|因而|综上(?:所述|可[知见得])?|∴|⇒|于是|从而|总之|可见|由此可[知见]|\b(?:therefore|thus|hence|so))[,:=—\s]*(?:应?该?当?)?(?:是|为|选|[采使选]?用)?$|(?:大概率|[八九]成|十有八九|最?有?可能|必须|绝对|铁定|[指妥]定|百分百|认为|觉得|以为|寻思|琢磨|估摸|谂|梗|我[讲话说]|猜|感觉|判断|相信|应该|应当|大概|估计|多半|肯定|必定|一定|可能|无疑|显然|似乎|看来|那么?|只能|只会|[细再一]看|查证|当然|最终|最后|实际上|其实|[依仍]然|[仍依]旧|仍|照旧|到底|终究|终归|还|也|想|发现|得知|证明|得出)(?:着|住|儿)?[,\s]*(?:只|就|应该?|正|还)?(?:是|为|系|属于)\s*$|\b(?:leaving|leaves)(?:\s+(?:only|just|us|with|option))*\s*$|\bit(?:'s|’s|\s+(?:is|must\s+be|should\s+be|has\s+to\s+be|would\s+be|could\s+be))(?:\s+(?:most\s+)?(?:likely|probably|clearly|definitely|certainly))?\s*$/i;

/**
 * Verbs of settling that are ordinary verbs elsewhere: 定C, 故取B, 宜从D, 当选A. They need a clause
 * that begins with them, or a modal verb before them, and the label to be all that is said.
 */
export const SETTLES =
  /(?:^|[,。;:!?\n]|[A-Z](?=而))\s*(?:(?:所以|因此|因而|综上|那么?|最终|最后|[故则就便即遂乃而])[,\s]*)*(?:定|判|锁|敲|圈|勾|(?:[应当宜可只]|理应|应当|应该|只能|最宜|自当|[故则而遂乃])(?:取|从|用|归|属|选))(?:了|个)?\s*$|(?:[以][为谓]|[余愚]谓)[,\s]*[应当宜](?:取|从|选)\s*$/;

/** 「the only option consistent with it is B」. */
export const NAMES_IN_ENGLISH =
  /(?:^|[\n;.])\s*correct(?:\s+(?:options?|ones?))?\s*:\s*$|(?<!\bnot\s|\bnot the\s|n't the\s|\bin)\b(?:only|best|correct|right)\s+(?:option|answer|choice|one)\b(?![^.]{0,40}(?:\bnot|n't|\brul|\beliminat|\bexclud|wrong|incorrect|false))[^.,;:!?\n]{0,36}\s(?:is|would\s+be|must\s+be|seems\s+to\s+be)\s*$/i;

export const NAMES =
  /(?:(?:[的者嘅](?:那|唯一)?(?:一|1)?(?:项|个|选项|说法|是|组|句|种|一组|一句|结论|推断|判断|叙述|表述|描述|做法|观点|理解|分析|回复|回答|方案|组合|搭配|排列|顺序)?|(?:正确|错误)的?选项|首选(?:的)?[^\s,。;:!?、不A-Z]{0,4}|最[佳优](?:的|[^\s,。;:!?、不]{1,3})?|最(?:合适|恰当|合理|准确|妥当|贴切|接近|可能)(?:的|[^\s,。;:!?、不]{1,3})?)(?:应该|应当|应|就|只|只能|只有|仅|也)?(?:是|为|系|有|包括|包含|:|=)+|(?:正确|错误)(?:的|项)*(?:是|为|:)+)(?:[一两二三四五]\s?[个项种][\s,:]*(?:分别)?[是为]?)?[\s:]*(?:选项)?$/;

/** 「以B为是」, 「宜选者，C也」, 「舍D其谁」, 「非D莫属」: what stands before the label and behind it. */
export const FRAMES: readonly (readonly [left: RegExp, right: RegExp])[] = [
  [/(?<![不非未])以$/, /^\s*为(?:是|允|当|善|佳|优|宜|上|妥|准|正|答案?|正解|首选)(?=$|[,。;!\n])/],
  [/(?:[选合求确是宜当正答问]|合题|题意)者,\s*[乃其唯惟]?$/, /^\s*(?:是)?也(?=$|[,。;!\n])/],
  [/(?<![别勿莫不要])[把将]$/, /^\s*[填写涂](?:[进入到在]|上去)/],
  [/[舍非]$/, /^\s*(?:其谁|莫属|莫选)/],
];

/** 「有膜的细胞器是」: any noun may be asked for; it takes more than for `NAMES` to be an answer. */
export const NAMES_NOUN =
  /的[^\s,。;:!?、()A-Za-z0-9的是不错误没未非]{1,6}(?:应该|应当|应|就|只|只能|只有|仅)?(?:是|为|有)[\s:]*(?:选项)?$/;

/** 「这种反应属于D」: what the question speaks of is one of the options. */
export const NAMES_CASE =
  /(?:[这此该]|上述|题[目干中述]|本题|由此|可[知见])[^,。;:!?\n不没无非]{0,12}(?:属于|对应(?:的|着|于)?是?)(?:选项)?[\s:]*$|(?<![不没未非])(?:对应(?:的|着|于|到)?(?:选项|答案)(?:应?[是为])?|(?:应当?|应该|须|需要?)启动)[\s:]*$/;

/** 「本题比较的是A和B」 says what the question is about. */
export const TOPIC_BEFORE_NAME =
  /(?:比较|对比|考[查察]|讨论|涉及|混淆|提到|争议|犹豫|纠结)(?:较多|最多)?的?$/;

/** What letters may name by themselves: 抛物线的顶点为C. */
export const LETTERED =
  /(?:点|线|面|角|圆|边|形|体|集|集合|矩阵|向量|值|量|数|解|球|图|站|地|城|校|队|组|班|(?<!类)型|等级|键|电阻|灯|开关|物质|元素|基因|抗原|系数|事件|函数)(?:应该|应当|应|就|只|只能|只有|仅)?(?:是|为|有)[\s:]*$/;

export const WRONG_BEFORE_NAME =
  /(?:错误?|误|不[^,。;:\n]{1,14}|没有[^,。;:\n]{1,12}|无法[^,。;:\n]{1,8}|无关)(?:的|者)?[^,。;:\n的]{0,10}$/;

export const DENIES =
  /(?:(?<!不得|不能|无|是|毫)不(?:[应该能可以会要宜再得太是]|考虑|建议|推荐)*(?:选择?|选|是|为|属于)|排除(?:了|掉|选项|法排除)?|剔除|去掉|划掉|筛掉|淘汰|(?:并非|而非|(?<![无除])非)(?:是|选)?|[别勿没未]有?选|[错误]选|\bnot|n't\s+be|\bnever|\b(?:eliminate|exclude|rule\s+out)|\bnot\s+(?:choose|select|pick))(?:选项|答案|了|:)*\s*(?:option\s*)?$/i;

export const NEGATED_BEFORE =
  /(?:不|别|勿|未|没有?|莫|(?<!除)非|无法|难以|无需|避免|拒绝|\bnot|n't|\bnever|\bcannot|错|误|误以为)(?:[要能应该会可以宜再去是得想敢被把将]|考虑|建议|推荐|直接|轻易|随便|盲目)*\s*$/i;

export const DOUBLE_NEGATION =
  /不得不|不能不|毫不犹豫地?|毫不迟疑地?|毫无疑问|无疑|不妨|不难|无一例外/g;

export const SUPPOSES =
  /如果|若(?!干)|假如|假设|假若|假定|要是|倘若|倘使|即使|即便|就算|有人|有些|有的|有同学|许多|很多|不少|部分(?:同学|学生|人|考生)|同学们|容易|易(?:错|误|混)|往往|为什么|为何|怎么|何以|万一|是否|是不是|能否|可否|初步|起先|无法(?:判断|确定|区分)|不(?:能)?(?:确定|知道|清楚)|难以(?:判断|确定)|犹豫|纠结|常见|曾经?|本来|原本|起初|一开始|最初|先前|之前|刚才|刚刚|方才|原来|原以为|看似|貌似|表面上?|乍一?看|初看|\bif\b|\bwhy\b|\bsuppose|\bwhether|\binitially|\bat first|\bmight seem|格式|形式|例如|比如|形如/i;

/** Somebody else's choice: 小明选了A, 乙同学认为选B. */
export const OTHERS_CHOICE =
  /(?:小\p{Script=Han}|[甲乙丙丁]同学|(?:^|[,。;\s])[他她])(?:同学)?(?:却|也|则|认为|觉得|说|主张|坚持)*(?:应该?|该|是)?\s*$/u;

/** After these the clause is no longer a supposition: 若不考虑阻力则选B. */
export const RESUMES = /则|那么|所以|因此|故|因而|\bthen\b/g;

export const CLAUSE_BREAKS = ',。;!?\n';

// A line of its own below is no part of what is said of the label: `答案：AC⏎错误选项：…`.
export const RIGHT_OF_LABEL =
  /^(?:[)\]】》}」』”’"'*>]|[^\S\n])*(?:选项|项|答案)?(?:[)\]】》}」』”’"'*>]|[^\S\n])*/;

/** `~` and faces behind what is said; ticks, crosses and gestures of refusal say something. */
export const ORNAMENT = `(?:~|(?![🙅🚫👎])[\\u2600-\\u260f\\u2614-\\u26ff\\u2728\\u2764\\u2b50\\u{1f300}-\\u{1faff}])`;

/** 「A、C两项」: the labels before it, counted. */
const COUNTED = `(?:[两二三四五六][个项者](?:选项)?)?`;

export const CLAUSE_END = new RegExp(
  `^\\s*${COUNTED}[\\s)\\]】}」』”’"']*(?:$|${ORNAMENT}|[,。.;!:、\\n…—(]|因为|由于|原因|理由|解析|解释|\\bbecause|\\bsince|[吧了啊呀啦嘛呗哈喽咯喔哦噢哟嘞喵啩嘅㗎架咧挂啰噃噻滴哩呐捏撒~～]|(?:可|是|者)?[也矣焉耳](?=$|[,。;!\\n])|as\\s+(?:the|our|my)\\s|的?(?:$|[,。.;!\\n])|无误|无疑|没错|没问题|没跑)`,
  'u',
);

export const ASKS =
  /^[\s)\]】}」』”’"']*(?:[吗么呢伐勿咩]|[对好成]吗|行吗|可以吗)?\s*\?|^\s*(?:行不行|可不可以|对不对|好不好|成不成|能不能|如何|怎么样|可乎)|^\s*(?:吗|么)|^\s*还是(?!比较|很|更|最|可以|挺|蛮)/;

const ADVERBS = `(?:[两二三四五]?[个项者种])?(?:的?说法|这项|这个|选项)?(?:都|均|全|皆|也|才|就|则|便|即|乃|先至|先|系|显然|明显|同样|是|为|应该?|最|更|比较|完全|基本|描述|表述|叙述|显得|其实|并|确实|的确|依然|仍然?|还|因此|所以|故|可|\\s|:|[-—–])*`;

export const POSITIVE = new RegExp(
  `^(?:[,\\s]*(?:一个[都也]?(?:跑不[了掉]|逃不[了掉]|不(?:能|可|许)?[少落漏])|缺一不可)|${ADVERBS}(?:正确|对(?=[的了喔哦呀啊啦嘛吧呢咯哈~～]|$|[,。.;!\\n、)(A-Z①-⑳甲乙丙丁]|\\s[A-Z①-⑳甲乙丙丁])|没有?(?:错|问题|错误|毛病|语病)|冇(?:错|问题)|啱|无误|行(?=$|[,。;!\\n])|是也(?=$|[,。;!\\n])|得以保留|符合(?!.{0,3}不)|成立|可选|当选|应?该?要?选(?=$|[,。;.!\\n、)])|入选|准确|恰当|合适|合理|优于|好过|强于|比[^,。;\\n]{1,12}?(?:更|要|还)(?:合适|好|恰当|准确|有帮助|安全|合理|符合)|妥当|稳妥|贴[切近]|靠谱|保险|属于(?:正确|合理|符合)|为真|优|好(?=$|[,。.;!\\n])|真|本题答案|(?:本题|此题|该题|最终|最佳|唯一|标准|正解|要选的?)的?(?:正确)?(?:答案|选项)|(?:正确)?答案|正解|佳选|胜出|成为(?:唯一|最佳|最终|正确)?的?(?:选择|答案|选项)|(?:alone\\s+|best\\s+)?(?:fits|matches|satisfies|works|qualifies)\\b|[略更]胜|即?为?所求|即为?(?:正确)?(?:答案|选项)|(?:[最更]为?|较为?|比较)(?:全面|完整|切题|接近|可靠|到位)|√|✓|✔|☑|✅|(?:(?:is|are|looks?|seems?|would be|must be)\\s+)?(?:all\\s+|both\\s+|indeed\\s+|clearly\\s+|the\\s+)*(?:correct|right|true|best|answer)\\b))`,
  'i',
);

export const NEGATIVE = new RegExp(
  `^${ADVERBS}(?:不(?!错|仅|但|只|过|选|如)|不选(?=$|[,。;.!\\n、)])|没(?!有?(?:错|问题|跑|语病|毛病))|错|有误|误|无关|无效|落选|出局|淘汰|冇(?!错|问题)|唔(?:啱|对|系|得)|排除|可?以?排除|可?以?被?排除|被?排除|矛盾|违背|偏离|干扰项|太?绝对|×(?!\\s?[\\d(])|✗|✘|❌|✖|(?:(?:is|are|was)\\s+)?(?:all\\s+|both\\s+|clearly\\s+|also\\s+)*(?:not|wrong|incorrect|false|eliminated|excluded)\\b|isn't|aren't|can(?:not|'t) be)`,
  'i',
);

/** What takes a decision back: 选A是错的, 答案A不对. 选B不选A does not. */
export const WITHDRAWN =
  /^(?:[^\S\n]|是|也|都|均|就|明显|显然|并|其实|的?说法)*(?:不(?:太|够|完全)?(?:对|正确|符合|成立|行|可取|可以|合适|恰当|准确|妥|合理|是(?:正确)?答案|能选)|错|有误|是(?:我|因为|由于)?[^,。;\n]{0,4}(?:[看弄搞算记想写审]错|误[看读解]|笔误|口误)|\b(?:is|are)\s+(?:not|wrong|incorrect)\b|isn't)/i;

/** 「不要被印象迷惑而选A」 */
export const WARNS =
  /(?:不要|别|切勿|切忌|避免|防止|以免|免得|小心)[^,。;!?\n]{1,24}(?:而|就|去|误|错)\s*$/;

/** Before a list that ends its sentence: 「危险因素包括A、B、C。」, `the types are B and D.` */
export const LISTS = /(?:[是为有:]|包括|包含|如下|\b(?:are|includes?))[\s:]*(?:选项)?$/i;
export const LISTS_OTHERS =
  /[不没非无误错勿]|干扰|排除|其[他余它]|备选|选项\s*(?:[是为有:]|包括|分别)|混淆|区别|考[查察]|比较|争议|纠结|\b(?:not|wrong|incorrect|false|excluded|other|options|choices)\b/i;

/** 「发热(A)、咳嗽(B)属于该病的症状」 */
export const BELONGS = /^(?:[两三四五六][个项者])?[都均全皆]?属于[^,。;!?\n]{1,24}(?=$|[,。;!\n])/;

/** What makes the label part of something else: 选A的同学, 选A会, B超. */
export const ATTRIBUTIVE =
  /^\s*(?:的话|的?(?:格式|形式)|的(?!理由|原因|依据|解析|$|[,。.;!?\s)]|确|正确)|会|将|时|后|就(?:错|会)|者|[和与跟同比](?!.{0,6}(?:项|正确|对)))/;

export const COMPOUND =
  /^(?:君|同学|先生|女士|超|股|语言|站|盘|型|级|轮|大调|小调|罩杯|字头|族|栋|座)/;

/** Capitals that are not followed by what may follow a list of labels: 选用AC电源. */
export const COMPACT_WORD = /^(?![项选都均全皆两三四五是为正错不和与及等因])\p{Script=Han}/u;

export const BOUNDARY =
  /(?:^|[,.。;:!?、\n)\]】」』”…>]|故|所以|因此|因而|则|而|[知见有即但且又因由看得仅唯惟]|(?:剩|余|留|剩余|剩下|余下|留下|保留下?来?|仅存|幸存)的|其实|实际上?|事实上|分析|得出|[里中]|选项|选择|答案|说明|表明|显然|综上|此时|认为|觉得|其中|和|与|及|对于|关于|至于|由于|因为|除了?|首先|其次|再次|接着|然后|于是|从而|那么|但是|不过|然而|可是|倒是|本题|此题|该题|错误?|对|正确|[√✓✔✅×✗✘❌✖]|可能|或许|也许|大概|\b(?:is|that|think|believe|so|thus|therefore|hence|actually|options?|choice|only|answer|because|since|and|both)|∴|⇒|第)\s*$/i;

/** What makes a bare number a label: 选项3, 第2个选项. */
export const NUMBERED = /(?:选项|回复|回答|方案|答案|第|\b(?:option|response))\s*$/i;

/** 「可能」 and its kin, where nothing makes it more or less than that. */
export const MAYBE_WORD =
  /(?<![不没更最])(?:有?可能|或许|也许|兴许|说不定|似乎|好像|\b(?:maybe|perhaps|possibly|might|could|may)\b)(?!性)/i;

/** Between a label at the end of a sentence and what leads to it: 「…的是500，即C。」. */
export const APPOSES =
  /[,;:!)—…→>。?~]\s*(?:即|也即|也就是|就是|对应的?|亦即|i\.e\.,?|that is,?|namely,?)?\s*(?:选项|\b(?:option|choice))?\s*$/i;

export const SENTENCE_END = new RegExp(
  `^\\s*${COUNTED}(?:选?项)?[)\\]】」”]*\\s*(?:[。!]|${ORNAMENT}|\\.?\\s*(?:$|\\n)|[,\\s]*(?:完毕|收工|[Oo]ver(?![A-Za-z])))`,
  'u',
);

/** Before a label that stands apart, these set it aside instead. */
export const SETS_ASIDE =
  /(?:不[是选应能会可该]|并非|而非|排除|误选|错选|无法|难以|还是|或者?)[^。\n]{0,24}$/;

/** 「A才是负责任的做法」. */
export const NONE_BUT = /^\s*才(?=[\p{Script=Han}])/u;

export const ONLY =
  /(?:只有|仅有|[唯惟]有|仅|[唯惟独]|只剩?|[得净剩]返|\bonly)\s*(?:选项|option)?\s*$/i;
