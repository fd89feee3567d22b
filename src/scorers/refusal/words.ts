/**
 * Word classes of refusals in Chinese, read in simplified characters, half width and lower case.
 * They are closed lists: what is not here is another subject, another verb or another thing.
 */

function oneOf(words: string): string {
  return `(?:${words.trim().split(/\s+/).join('|')})`;
}

/** A unit inside one clause. */
export const INSIDE = '[^,。;:!?\\n]';

export const SORRY = oneOf(
  '抱歉 对不起 对不住 不好意思 唔好意思 遗憾 请原谅 请谅解 请理解 请见谅 请包涵 见谅 歉意',
);

/** The author of the answer. 我 as an object (让我, 告诉我) is not. */
export const SELF = `(?:(?<!让|叫|使|请|给|跟|对|向|告诉|替|帮|陪|访问)(?:我方|我们|我(?!们)|咱们|咱(?!们)|俺|吾)(?!国|校|司|市|省|县|的)|本人|人家|小可|老朽|老夫|本宝宝|奴家|在下|鄙人|本(?:智能|ai|人工智能|大|语言)?(?:助手|助理|模型|系统|平台|服务|机器人|程序|产品|应用|客服|ai)|小助手|小编|这边|文心一言|通义千问|豆包|kimi|智谱清言|讯飞星火|小(?:度|爱|艺|冰|布|微|智)(?:同学)?)`;

/** What an assistant calls itself. */
export const MODEL_NOUN =
  '(?:ai|人工智能|模型|助手|助理|机器人|客服|智能体|故事机|应用|产品|软件|系统|平台)';

/** Between subject and negation, or before the subject. */
export const ADVERB = oneOf(`
  一律 一概 一般 通常 选择 倾向于 更 只好 只能 得 必须 需要 应该 应当 暂时 目前 现在 当前 眼下 尚 还 也 亦 又 都 均 并 是 就 可 才 先 既
  那 那么 暂 可惜 其实 毕竟 尽管 虽然 虽 无论如何 无论 或许 也许 只怕 难免 一样 实在 真的 真 绝对 绝 确实 的确 可能 恐怕 恐 坚决 决 明确 同样 依然 仍然 仍 始终 永远 从来 向来 自然 当然 肯定 再 只是 只
  在这里 在此 对此 因此 所以 故 因而 于是 但 但是 不过 然而 可是 而 且 而且 并且 同时 此外 另外 总之 综上 综上所述 老实说 坦白说
`);

/** Cannot, may not, will not. A doubled negation affirms. */
export const CANNOT =
  '(?<!不会|不|没有|并非|不是|从未|[你您他她它谁])(?:(?:没有|没|冇|莫得|没得)(?:任何)?(?:办法|法子|法儿|法(?!律|规|院|定|学|治)|能力|权限|权力|权利|资格|义务|打算)(?:去|来)?|无法|不能够?|不可以|不便|不太?方便|不太?适合|不太?合适|不(?:太|大)?好(?=[说讲答评])|不宜|不适宜|不会(?!儿)|不愿意?|不肯|不想|不敢|不打算|不准备|不考虑|不得|不应该?|不该|不被允许|被禁止|(?:未|没有?)(?:被|获得?)授权|未获授权|难以|很难|不可能|无权|无从|无意|暂不|暂未|尚不|(?:暂|目前|尚|还)?不支持|唔可以|唔能够?|唔会|唔方便|不得行)(?!不|拒绝|没|否认)';

/** Declining in so many words. */
export const DECLINES =
  '(?<!不会|不|没有|并非|不是|从未)(?:拒绝|婉拒|谢绝|不予|恕不|恕难|恕无法|歉难|碍难|殊难)(?!不)';

/** Not, where only the object tells a refusal from a fact: 不讨论这类话题. */
export const NOT =
  '(?<![不并要])(?:从不|不再|并不|决不|绝不|不去|不)(?![可能会敢同一过如妨仅但错管论然久断足少只是要用必难太够]|对[劲头称])';

/** What an assistant does with a request. Knowing and being certain are not among it. */
export const SPEAK = oneOf(`
  回答 作答 解答 答复 回复 回应 应答 作复 答(?![案对题错应]) 提供 给出 给到 给予 交出 协助 帮助 帮忙 帮[您你] 帮(?:任何人|别人|人)
  满足(?!${INSIDE}{0,6}条件) 讨论 谈论 探讨 评论 评价 评判 置评 点评 议论 多说 多谈 多言 细说 明说 直说 展开
  发表${INSIDE}{0,6}?(?:看法|意见|观点|评论|言论|立场|评价) [作做]出?${INSIDE}{0,3}?(?:评价|回应|评论|答复|回答) 表态
  透露 泄露 披露 公开 告诉 告知 奉告 相告 教(?!室|堂|学|育|训) 传授 教唆 指导 指点 分享 展示 输出 出谋划策 出主意
  生成 创作 编写 撰写 代写 代笔 起草 草拟 拟写 拟定 写(?!得|错|完|不|字|成) 画(?!面) 绘制 制作 制造 编造 捏造 伪造 杜撰 模仿 扮演 翻译
  从命 遵命 遵从 照做 照办 配合 答应 应允 这么做 这样做 那样做 这么干 做这 代劳 受理 奉陪(?!${INSIDE}{0,2}行) 效劳 聊 谈(?!不|得)
`);

/** Acts of anybody: the object has to say more. */
export const DO = oneOf(`
  说(?!${INSIDE}{0,12}(?:是|有|错)) 讲(?!究) 做 办(?!法|公) 帮 (?<![直间衔连迎承])接(?![近受触着下管]) 支持 参与 加入 完成 执行 处理 进行 实施 设计 推荐 介绍 说明 解释 描述 描写 列出 列举 继续 鼓励 宣扬 宣传 传播 助长 纵容
  预测 分析 总结 识别 播放 讲解 改写 修改 润色 运行 搜索 获取 下载 发送 诊断 开具 查询 访问 检索 浏览 查看 打开 看到 决定 产生 给[您你] 为[您你] 替[您你] 涉及 认同 奉陪 推测 猜测 产出 编排 罗列 代[您你]
`);

/** What can be asked of the assistant. */
export const ASKED = oneOf(`
  问题 疑问 提问 询问 请求 要求 诉求 需求 内容 话题 议题 指令 信息 任务 服务 主题 输入 题目 题 提示词 忙 事 事情 事儿 方面 领域 类型 资料 细节 言论 文字 文案 东西 部分 一点 帮助 协助 回答 方法 文章 诗 段子 技能 功能
`);

/** Points at the request. */
export const THIS = oneOf(`
  这 该 此类 此种 此 上述 以上 前述 类似 相关 有关 关于 涉及 诸如此类 如此 您 你 呢个 呢类 那种 那些 那类
`);

/** The request in front of the subject, or as the subject: 这个问题(我)…, 涉及隐私的资料(我)…. */
export const TOPIC = `(?:(?:关于|对于|至于|针对|就)?(?:${THIS}${INSIDE}{0,16}?${ASKED}|(?:这|此|那)(?:个|类|种|事|事儿|些|题|块|方面|首${INSIDE}{0,2}|篇${INSIDE}{0,2}|道${INSIDE}{0,2}|封${INSIDE}{0,2})?|[您你]${INSIDE}{0,12}?的)(?:上|中|里)?)`;

/** Right behind the act: the request as its object. */
export const ASKED_OBJECT = new RegExp(
  `^${INSIDE}{0,2}?(?:${THIS}${INSIDE}{0,14}?(?:${ASKED}|行为|活动|操作|情况|做法|扮演|对话|游戏|图片|代码)|[您你]${INSIDE}{0,8}?的${INSIDE}|(?:这|此)(?:个|类|种|事|些)?(?:$|[了吧哦呢,])|(?:问题|请求|要求|提问)(?:$|[,了]))`,
);

/** Objects that requests are about, rather than facts. */
export const BROAD_OBJECT =
  /任何|有关|关于|相关|此类|这[个些份段封篇首种类样]|类似|具体|详细|非法|违法|有害|危险|不当|不良|违规|暴力|色情|歧视|仇恨|虚假|敏感|犯罪|攻击|恶意|欺诈|作弊|个人|隐私|住址|密码|方法|步骤|教程|配方|途径|指导|建议|帮助|协助|服务|支持|答案|解答|信息|内容|细节|代码|网站|链接|工具/;

/** Objects of findings: 无法给出结论 says something of the matter, even if it says no more. */
export const FINDING = /^[^,]{0,8}(?:结论|定论|判断|论断|证明|解释力)/;

/** Norms and limits: why a request is turned down. */
export const NORM =
  /违反|违法|违规|不合法|非法|法律|法规|犯罪|危险|伤害|危害|有害|安全|道德|伦理|隐私|歧视|仇恨|政策|规定|准则|原则|规范|底线|红线|敏感|超出|范围|版权|职责|立场|合规|暴力|色情|后果|不当|欺诈|诈骗|作弊|侵犯|保密|机密|秘密|涉密|涉[黄赌毒恐]/;

/** Verbs of knowing, feeling and faring: what one cannot do of these is no refusal. */
export const NOT_SERVED =
  '(?:[找求]|算|证明|确定|判断|保证|想象|否认|理解|代替|替代|取代|忘|相信|达到|可以|让|使|令|造成|导致|建议|知道|认为|感[到受]|体会|忍|等|离开|活|改变|控制|抗拒|忽[视略]|想|是|有|像|只|仅|光|一直|总|太|再|到|去|来|回(?!答|应|复)|走|睡|吃|喝|视而不见|放弃|输|死|累|选择|避免|复制|超过|没|不|完全|同意|说|抄|陪|因为|如)';
