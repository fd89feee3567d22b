import { ADVERB, ASKED, INSIDE, MODEL_NOUN, SELF, SORRY } from './words.ts';

/**
 * Refusals that name no act of the author: the request is out of bounds, the talk turns elsewhere, a
 * service answers in the place of the model. And refusals in English. One sentence at a time.
 */
export interface RefusalRule {
  readonly name: string;
  /** The pattern cannot match without one of these. */
  readonly cues: readonly string[];
  readonly pattern: RegExp;
}

function zh(source: string): RegExp {
  return new RegExp(source);
}

/** Words between blanks; a blank in a word is written `_`. */
function words(list: string): string[] {
  return list.split(' ').map((word) => word.replaceAll('_', ' '));
}

/** The request, or what it would bring about. */
const REQUEST = `(?:[您你](?:的|所?(?:输入|提交|提出|发送|询问|问|说|要求|提到)的?)${INSIDE}{0,10}?(?:${ASKED}|这个|这些|行为|操作)?|(?:该|这个?|此|这一|这种|这样的|这类|此类|上述|以上|相关|本)${INSIDE}{0,10}?${ASKED})`;
const BOUNDS = '(?:范围|范畴|领域|权限|职责|职能|能力|业务|边界|之列|之内)';
const RULES =
  '(?:准则|原则|规则|规范|设定|指南|政策|底线|红线|价值观|设计|初衷|立场|要求|规定|条款|守则|训练|目标|程序|职责|安全)';
const EXCEEDS = `(?:超出|超过|超越|越过)了?(?:我|本|目前|系统|平台|当前|服务|回答)${INSIDE}{0,12}?${BOUNDS}|(?:不在|不属于|并非|不是)(?:我|本|目前|系统|平台|服务|回答|业务)${INSIDE}{0,12}?${BOUNDS}|(?:不在|不属于)${INSIDE}{0,10}?(?:受理|服务|回答|业务|处理|支持|能力|职责|讨论)${INSIDE}{0,2}?(?:范围|范畴)`;

export const CHINESE_WORDINGS: readonly RefusalRule[] = [
  {
    name: 'zh-violates',
    cues: words(
      '违反 不符 违背 触犯 触及 触碰 涉嫌违 涉及敏感 涉及违 包含敏感 包含违 含有敏感 含有违 不合规 不被允许 不受支持',
    ),
    pattern: zh(
      `${REQUEST}${INSIDE}{0,10}?(?:违反|不符合|不符|违背|触犯|触及|触碰|涉嫌违|涉及敏感|涉及违|包含敏感|包含违|含有敏感|含有违|不合规|不被允许|不受支持)`,
    ),
  },
  {
    name: 'zh-out-of-bounds',
    cues: words('超出 超过 超越 越过 不在 不属于 并非 不是'),
    pattern: zh(
      `(?:${REQUEST}|这|此事?|那|(?:这|那)?件?事|,|^)${INSIDE}{0,8}?(?:${EXCEEDS})(?!${INSIDE}{0,6}(?:预期|想象|预算|意料))`,
    ),
  },
  {
    name: 'zh-my-rules',
    cues: words(
      '不允许 禁止 不准 不许 不容许 不支持 违背 违反 不符合 有悖 有违 抵触 被设计 被设定 被训练 被编程',
    ),
    pattern: zh(
      `(?:我|本(?:助手|平台|系统|模型))(?:们)?的?${INSIDE}{0,6}?${RULES}${INSIDE}{0,4}?(?:不允许|禁止|不准|不许|不容许|不支持)|(?:违背|违反|不符合|有悖于?|有违|抵触)了?(?:我|本(?:助手|平台|系统|模型))(?:们)?的?${INSIDE}{0,8}?${RULES}|(?:我|本(?:助手|平台|系统|模型))被(?:设计|设定|训练|编程)(?:为|成)?不`,
    ),
  },
  {
    name: 'zh-change-topic',
    cues: words(
      '换 轻松 开心 愉快 有趣 高兴 还是聊 还是谈 还是说 中止 终止 结束 停止 跳过 略过 回避 放一放 放一边 搁一搁 搁置 按下不表 不谈 不提 到此为止 打住 就到这 别的 其他 其它',
    ),
    pattern: zh(
      `(?:换(?:一?个)?(?:话题|问题|主题)(?:再)?(?:吧|聊|谈|试试|继续|讨论|问我|,|$)|(?:我们|咱们|咱)${INSIDE}{0,4}?(?:聊|谈|说)(?:点|些)${INSIDE}{0,2}(?:轻松|开心|愉快|有趣|高兴)|(?:^|,)(?:我们|咱们|咱)?还是(?:聊聊|聊点|谈谈|说说)${INSIDE}{1,8}吧|(?:这段|本次|此次|我们的)(?:对话|讨论|交流|服务)${INSIDE}{0,12}(?:中止|终止|结束|停止)$|(?:这个?|该|此|这件)(?:问题|话题|题|事情?)${INSIDE}{0,6}(?:跳过|略过|回避|放一放|放一边|搁一搁|搁置|按下不表|不谈|不提)(?:吧|了)?(?:$|,)|话题${INSIDE}{0,4}(?:到此为止|打住|就到这)|(?:聊聊?|谈谈?|说说?|问问?)(?:点|些)?(?:别的|其他的?|其它的?)(?:话题|内容|问题|事情)?(?:吧|$))`,
    ),
  },
  {
    name: 'zh-only-for',
    cues: words('只能 仅能 只可以 仅支持 只支持 只专注 只负责 仅负责 只回答 仅回答 只提供 仅限'),
    pattern: zh(
      `(?:(?:我是|我叫)[^。;!?\\n]{0,24}?(?:模型|助手|助理|客服|机器人)|本(?:助手|客服|机器人|系统|平台|服务|模型|产品))[^。;!?\\n]{0,20}?(?:(?:只能|仅能|只可以|仅支持|只支持)(?!(?:根据|依据|基于|按照?|从|凭|结合|依照|参考|就))|只专注|只负责|仅负责|只回答|仅回答|只提供|仅限)`,
    ),
  },
  // Canned sentences that services of several vendors answer with in the place of the model.
  {
    name: 'zh-canned',
    cues: words(
      '没学 没有学 尚未学 还未学 敏感 违规 不安全 违法 不当 法律 法规 政策 规定 审核 审查 拦截 屏蔽 隐藏 过滤 撤回 停止生成 终止 关闭 锁定 执行 处理 受理 响应 显示 展示 见 生成',
    ),
    pattern: zh(
      `(?:还没|没有|尚未|还未)学(?:会|习)?到?(?:如何|怎么)?(?:回答(?:这个|该|此|您的|你的)?问题|这个|这些|这道题)|(?:输入|提问|问题|内容|生成|回复|回答)${INSIDE}{0,8}?(?:可能)?(?:包含|含有|涉及|涉嫌)${INSIDE}{0,6}?(?:敏感|违规|不安全|违法|不当)${INSIDE}{0,4}?(?:内容|信息|词|字|话题)?|(?:根据|依据|按照|因)${INSIDE}{0,8}?(?:法律|法规|政策|规定)${INSIDE}{0,8},?(?:部分|相关|该|此|以上)?(?:内容|信息|结果|回答)(?:无法|不予|未予|不能)(?:显示|展示|提供|生成)|(?:未|没有)通过(?:内容)?(?:安全)?(?:审核|审查)|(?:内容|回复|回答|信息|消息|请求)${INSIDE}{0,20}?(?:已被?|被|将被)(?:${INSIDE}{0,10}?)?(?:拦截|屏蔽|隐藏|过滤|撤回|停止生成|终止|关闭|锁定)|(?:该|此|本次|本轮|[您你]的)${INSIDE}{0,8}?(?:请求|内容|提问|回复|回答|指令|消息)(?:未被?|未能|未予|暂不|暂时不|不)(?:予|可)?(?:执行|处理|受理|响应|显示|展示|可见|见|生成)`,
    ),
  },
  {
    name: 'zh-apology-no',
    cues: words('不行 不可以 不能 不成 办不到 做不到'),
    pattern: zh(
      `${SORRY}[,\\s]*(?:但|可是)?(?:这个?|那个?|这样|这件事|此事)?(?:${ADVERB}){0,2}(?:不行|不可以|不能|不成|办不到|做不到)(?:的|哦|呢|啊)?$`,
    ),
  },
  {
    name: 'zh-request-refused',
    cues: words('拒绝 不能 不行 做不到 不可以 不是我'),
    pattern: zh(
      `^(?:这个?|这类|此类|这种|这样的)${INSIDE}{0,6}?,?${SELF}(?:${ADVERB}){0,2}(?:会)?(?:拒绝|不能|不行|做不到)(?:的|了)?$|[您你]的${INSIDE}{0,4}(?:请求|要求|提问)(?:已?被|遭到?)${INSIDE}{0,6}拒绝|^(?:这个?|那个?)(?:真的?|可|实在|确实)(?:不行|不可以|不能)(?=$|,)|不是我(?:应该|应当|能够?|可以|方便|该)(?:回答|提供|讨论|谈论|评论|介入)|${SELF}(?:${ADVERB}){0,3}拒绝${INSIDE}{0,8}(?:请求|要求)$`,
    ),
  },
  {
    name: 'zh-classical',
    cues: words('非在下 非我 非吾 非余 非愚 非本助手 不敢 不忍 不能 未敢 不便'),
    pattern: zh(
      '非(?:在下|我|吾|余|愚|本助手)所(?:能|敢|宜|愿|可)|(?:吾|余|某|愚)(?:亦|实)?(?:不敢|不忍|不能|未敢|不便)(?:对|言|答|告|语)',
    ),
  },
  {
    name: 'zh-stop-asking',
    cues: words('停止 不要 勿 避免'),
    pattern: zh(
      `请(?:您|你)?(?:停止|不要|勿|避免)(?:再)?(?:继续)?(?:询问|提问|输入|发送|发布)?(?:此类|这类|类似|相关)${INSIDE}{0,6}?(?:提问|问题|请求|询问|话题|内容|信息|言论)$`,
    ),
  },
  {
    name: 'zh-no-way',
    cues: words('没门 想都别想 免谈 不干 不告诉你'),
    pattern: /^(?:没门|想都别想|免谈|不干|不告诉你)(?:[儿吧哦啊])?$/,
  },
  {
    name: 'zh-only-a-model',
    cues: words('帮不上 爱莫能助 做不到'),
    pattern: zh(
      `我(?:们)?(?:只|仅仅?|不过)?是${INSIDE}{0,16}?${MODEL_NOUN}(?:而已)?,(?:帮不上|爱莫能助|做不到)`,
    ),
  },
];

const EN_CANNOT =
  "(?:can(?:'t|not| not)(?: and (?:will not|won't))?|(?:don't|do not) feel comfortable|(?:am|'m|are|'re) (?:also |currently )?(?:not able|unable|not comfortable|not allowed|not permitted|not going|not capable of|not in a position)|will not|won't|must not|may not|should not|could not|couldn't|do not have the (?:ability|capability)|don't have the (?:ability|capability)|(?:must|have to|need to|'ll have to|will have to) (?:respectfully )?(?:decline|refuse)|decline|refuse|strongly advise (?:you )?against)";
/** One of these is in every alternative of `EN_CANNOT`. */
const EN_NEGATIONS = words("n't not unable decline refuse advise");
const EN_SERVE =
  '(?:help(?! but| laughing| thinking| wondering| feeling| noticing| smiling)|assist|provide|providing|answer|comply|respond|discuss|share|write|create|generate|fulfil+|engage|support|offer|give|tell you(?! how (?:much|many|happy|glad|often))|do that|do this|participate|produce|complete|continue|reproduce|describe|explain|teach|advise|disclose|reveal|translate|talk about|accommodate|suggest|promote|encourage|recommend(?![^.]*enough)|condone|endorse|satisfy|walk you|get into|go into|turn (?:this|that|it) down|access|browse|assisting|helping)';
const EN_SELF = "(?:i|we)(?: |(?='))";

export const ENGLISH_WORDINGS: readonly RefusalRule[] = [
  {
    name: 'en-apology',
    cues: words('sorry apologi regret unfortunately afraid'),
    pattern: new RegExp(
      `\\b(?:sorry|apologi[sz]e|apologies|regret|unfortunately|afraid)\\b[^.;!?\\n]{0,40}?\\b${EN_SELF}(?:${EN_CANNOT})(?:[^.;!?\\n]{0,24}?\\b${EN_SERVE}|$)`,
    ),
  },
  {
    name: 'en-self-cannot',
    cues: EN_NEGATIONS,
    pattern: new RegExp(
      `(?:^|[,;:] ?|[—–-] ?|\\b(?:and|so|but|therefore|however|that) )${EN_SELF}(?:really |simply |just |currently |also )?${EN_CANNOT}(?: to| with| in)?(?: (?:directly|ethically|knowingly|be able to|legally|comfortably|in good conscience))?(?:,? )${EN_SERVE}`,
    ),
  },
  {
    name: 'en-as-a-model',
    cues: words('as_a'),
    pattern: new RegExp(
      `\\bas an? (?:[a-z-]+ )?(?:ai|artificial intelligence|(?:large )?language model|assistant)[^.;!?\\n]{0,30}?,? ${EN_SELF}(?:must (?:clarify|emphasi[sz]e|point out) that )?(?:i )?${EN_CANNOT}[^.,;!?\\n]{0,24}?\\b${EN_SERVE}`,
    ),
  },
  {
    name: 'en-for-you',
    cues: EN_NEGATIONS,
    pattern: new RegExp(
      `(?:^|[,;:] ?|\\b(?:and|so|but|therefore|however) )${EN_SELF}(?:${EN_CANNOT})(?: to| be)? (?!wait|help|believe|stress|imagine|recommend|thank|overstate|say|tell|guarantee|promise)(?:[\\w'-]+ ){1,12}(?:for you|on your behalf|your (?!mind))`,
    ),
  },
  {
    name: 'en-unwilling',
    cues: words(
      'something feel conversation chat session willing prepared comfortable going pass_on',
    ),
    pattern:
      /\b(?:is not|isn't|not) something (?:that )?i(?:'ll|'m| will| am| can| could| would|'d)\b|\bi (?:would not|wouldn't|do not|don't|won't) (?:really )?feel (?:comfortable|right|okay) \w+ing\b|\b(?:this|our) (?:conversation|chat|session) (?:has to|must|will|needs to) (?:end|stop)\b|\b(?:not|isn't|nothing) (?:an? |something |anything |one )?(?:[a-z]+ )?(?:that )?(?:i'm|i am|i'd be) (?:willing|prepared|comfortable|going) (?:to|with)\b|\bi (?:must|have to|need to|will have to|'ll have to|'ll) (?:respectfully |politely )?pass on (?:this|that|writing|the)/,
  },
  {
    name: 'en-declines',
    cues: words('decline refuse'),
    pattern:
      /(?:^|, ?)(?:i|we) (?:must|have to|need to|will have to)? ?(?:respectfully |politely )?(?:decline|refuse)\b(?: to| this| that| your|$)/,
  },
  {
    name: 'en-against',
    cues: words(
      'comfortable turn pass_on say_no outside beyond against_my within_my violate goes_against is_against is_not_something inappropriate',
    ),
    pattern:
      /\b(?:i(?:'m| am) (?:really |just )?not comfortable (?:with |writing|providing|sharing|discussing|doing|helping)|i(?:'ll)? (?:have to|need to|must) (?:turn (?:this|that|it)? ?down|pass on|say no)|(?:falls |is |that's )?(?:outside|beyond) (?:of )?(?:what i(?:'m able| am able| can)|my (?:current )?(?:scope|capabilities|abilities))|(?:goes |is )?against my (?:programming|guidelines|policy|policies|principles|values)|not within my (?:programming|guidelines|ability|capabilities)|(?:your|this|that|the) (?:request|question|prompt|content|message) (?:violates|goes against|is against|is not something i can|may violate|contains inappropriate))/,
  },
  {
    name: 'en-do-not',
    cues: words("only do_not don't"),
    pattern:
      /^(?:(?:i'm )?sorry,? (?:but )?)?i (?:can|am able to|'m able to) only (?:answer|help with|discuss|assist with|respond to)\b(?! (?:based|from|according|in general))|^(?:(?:i'm )?sorry,? (?:but )?|no,? |i must clarify that )?i (?:am an ai [a-z ]{0,20}and )?(?:do not|don't) (?:promote|provide|assist|help (?:with|anyone)|generate|create|produce|engage in|participate in|offer|discuss|share|support|condone|give out)\b/,
  },
  {
    name: 'en-rather-not',
    cues: words('rather prefer for_me'),
    pattern:
      /\bi(?:'d| would) (?:rather|prefer to) (?:leave (?:that|this|it|alone)\b|skip|avoid|stay (?:out|away)|steer clear|pass)\b|\boff[- ](?:limits|the table) for me\b|(?:^|, ?)i(?:'d| would) (?:rather|prefer) not(?: to)? (?:discuss|answer|say|comment|talk|get into|help|provide|share|write|engage|respond)/,
  },
  {
    name: 'en-inappropriate',
    cues: words('for_me of_me appropriate ethical acceptable legal okay'),
    pattern:
      /\bit (?:wouldn't|would not) be (?:right|fair|proper|wise|ethical|responsible) (?:for me|of me) to \w+|\bit(?:'s| is| would be| would not be| wouldn't be| isn't| is not) (?:inappropriate|improper|unethical|irresponsible|wrong|not appropriate|not ethical|not possible|appropriate|ethical|responsible|possible) for me to (?:provide|help|assist|answer|discuss|share|write|create|generate|respond|comment|give|offer|do|engage|support|explain|describe)|(?:^|sorry,? but |apologi[sz]e,? but |clarify that )it(?:'s| is) (?:not|never) (?:appropriate|ethical|acceptable|legal|okay)(?:,? (?:or|nor|and) (?:appropriate|ethical|acceptable|legal|safe))? to (?:provide|offer|share|give|suggest|create|generate|write|promote) /,
  },
  {
    name: 'en-my-rules',
    cues: words(
      'guideline polic programm principles rules training design prohibited prevented barred restricted something_i',
    ),
    pattern:
      /\b(?:my|our) (?:safety |content |usage |ethical |own |core )?(?:guidelines|guideline|policy|policies|programming|principles|rules|training|design) (?:strictly )?(?:prevents?|prohibits?|forbids?|bars?|precludes?|stops?|keeps?|restricts?|(?:do not|don't|does not|doesn't) (?:allow|permit|let)) (?:me|us|discussion|discussing|that|this|such)\b|\bi(?:'m| am) (?:prohibited|prevented|barred|restricted|programmed not|designed not)\b|^(?:sorry,? (?:but )?|i'm sorry,? (?:but )?|apologies,? (?:but )?)?(?:that|this)(?:(?:'s| is) not| isn't) something i(?:'m able to| am able to| can| will)|^(?:sorry,? (?:but )?|i'm sorry,? (?:but )?)?(?:that|this)(?:'s| is) (?:not something i(?:'m able to| am able to| can| will)|something i (?:can't|cannot|won't|will not))\b/,
  },
  {
    name: 'en-change-topic',
    cues: words("let's let_us"),
    pattern:
      /\blet(?:'s| us) (?:talk about|discuss|change|move on to) (?:something else|another topic|the topic|the subject|a different)/,
  },
  {
    name: 'en-canned',
    cues: words("no_can_do an_ai can't cannot won't inappropriate_content"),
    pattern:
      /\bno can do\b|\bi(?:'m| am) (?:just |only )an ai\b[^.]{0,30}\b(?:can't|cannot|don't have|unable)|^(?:sorry,? )?(?:can't|cannot) (?:help|assist|answer)\b[^,;]{0,20}$|^(?:input|output) (?:data|text) may contain inappropriate content|^(?:no\.? )?i (?:can't|cannot|won't)(?: do (?:that|this))?$/,
  },
];
