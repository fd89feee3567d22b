/**
 * The vocabulary of refusals by meaning, for `tokens.ts`: simplified characters, half width, lower
 * case. A class is what a reader takes a word for who has never seen the wording: who speaks, how it
 * is negated, what kind of act, of which thing, for what reason. The longest word wins; of equal ones
 * the class that stands first.
 */
export const LEXICON: Readonly<Record<string, string>> = {
  /** The author. */
  self: `草民 小民 属下 卑职 奴才 仆 敝人 晚辈 后学 本喵 本姑娘 本少爷 本尊 老身 洒家 我 俺 咱 咱们 咱家 本人 在下 鄙人 晚生 小生 小可 小的 小人 老朽 老夫 贫道 贫僧 奴家 小女子 吾 余 予 愚 某 臣 微臣 人家 本宝宝 本座 本王 偶 阿拉 侬阿拉 这边 我方 我们
    本助手 本助理 本模型 本系统 本平台 本服务 本机器人 本程序 本产品 本应用 本客服 本ai 本智能体 本店小助手 本智能助手 本人工智能 本语言模型 本大模型 小助手 小助理 小编 小爱 小度 小艺 小布 小冰 小微 小智 客服 i i'm i'd i'll i've we we're my our`,
  /** What it calls itself. */
  model: `人工智能 语言模型 大模型 大语言模型 模型 ai 助手 助理 机器人 智能体 虚拟助手 聊天机器人 客服机器人 智能客服 ai助手 程序 软件 assistant model chatbot bot`,
  as: `作为 身为 我是 我只是 我仅仅是 我不过是 本质上是 as`,
  service: `系统 平台 服务 系统检测 系统提示 系统通知 安全策略 安全模块 内容安全 审核 风控 过滤器 安全机制 安全系统 合规 内容政策 使用政策 使用条款 社区规范 社区准则 服务条款 用户协议 政策 策略 policy policies guidelines filter`,
  you: `您 你 君 足下 阁下 先生 施主 客官 亲 亲亲 宝子 宝 朋友 侬 您的 你的 用户 主人 公子 姑娘 大人 you your`,
  this: `这 此 该 这个 这类 这种 这样 这样的 这件 这些 这道 这首 这篇 这段 这份 这张 这封 这项 这一 这一类 这方面 此类 此种 此事 此题 此等 此项 这事 这事儿 这题 这忙 这活 这活儿 这话 这东西 这玩意儿 这瓜 那 那个 那种 那些 那类 那份 那件 那样 上述 以上 前述 类似 相关 有关 如此 诸如此类 呢个 呢类 呢啲 嗰个 个事体 斯 兹 this that such these it`,
  asked: `问题 疑问 提问 询问 请求 要求 诉求 需求 内容 话题 议题 指令 信息 任务 主题 输入 题目 题 提示词 忙 事 事情 事儿 事体 资料 细节 言论 文字 文案 东西 部分 文章 段子 话头 活 活儿 嘢 档案 名单 链接 图片 照片 语音 附件 文件 视频 音频 剧情 角色扮演 情节 故事 创作 请求的 会话 对话 聊天 request question topic content prompt query conversation`,

  cannot: `无法 不能 不能够 不可以 不便 不方便 不太方便 不大方便 不适合 不太适合 不合适 不太合适 不大合适 不好 不太好 不宜 不适宜 不会 不愿 不愿意 不肯 不想 不太想 不大想 不敢 不打算 不准备 不考虑 不得 不应 不应该 不应当 不该 不被允许 不允许 不许 不准 被禁止 不被接受 不接受 不容 不容许 不作数 禁止 难以 很难 不可能 无权 无从 无意 无力 暂不 暂未 尚不 尚未 不支持 暂不支持 没法 没法儿 没法子 没办法 没有办法 没辙 做不到 办不到 唔可以 唔得 唔能够 唔会 唔方便 唔想 不得行 莫法 冇办法 冇得 弗能 弗可 勿能 勿可以 勿来 不忍 不堪 未敢 岂敢 焉敢 安敢 不在行 使不得 要不得 不成 不行 不可 断不可 未获授权 未被授权 没被授权 不具备 没有能力 没有权限 没权限 无权限 没资格 没有资格 can't cannot can't won't unable won't couldn't wouldn't shouldn't not don't must_not may_not will_not would_not do_not does_not should_not could_not not_able not_allowed not_permitted not_willing not_comfortable not_going_to isn't aren't doesn't wouldn't_be not_be not_in_a_position prevented barred`,
  not: `不 没 没有 未 莫 勿 毋 弗 别 甭 唔 冇 非 无 从不 绝不 决不 并不 不再 不去 不作 不做 不予 不加 一概不 一律不 也不 就不 还是不 更不 概不 不曾 未曾 不必 都不 也没 都没 从未 断不 绝对不 坚决不 未之 弗 休 no never nope`,
  declines: `拒绝 婉拒 谢绝 回绝 推辞 恕 恕难 恕不 恕无法 歉难 碍难 殊难 拒答 拒收 不受理 不予受理 不予处理 不予回答 不予应答 不予置评 不予回应 不予显示 不予展示 不予协助 难以从命 恕难从命 恕不从命 爱莫能助 无能为力 力有未逮 无可奉告 敬谢不敏 另请高明 保持沉默 选择沉默 保持中立 说不 免谈 没门 休想 想都别想 不掺和 不参与 不介入 不奉陪 不站队 不接 不干 不吃这套 松口 驳回 退回 关闭 锁定 未被执行 未被处理 未予处理 未被受理 不可见 不可用 拦截 已拦截 装死 装聋作哑 装傻 屏蔽 过滤 撤回 隐藏 终止 中止 停止 打住 到此为止 就此打住 停在这里 弃权 弃答 恕不奉陪 免开尊口 另觅 另觅高人 另访 另寻 另找 另请 没得商量 没商量 不必再问 莫再问 别再问 闭嘴 缄口 缄默 三缄其口 守口如瓶 抵制 就此止步 止步 结束 到此结束 绕开 避开 一窍不通 一无所知 无从知晓 无从得知 不得而知 不通 不谙 难倒 难住 为难 没辙 束手无策 无计可施 有心无力 心有余而力不足 力不从心 实难 力所不及 鞭长莫及 无话可说 不表态 没兴趣 达咩 门儿都没有 门都没有 想得美 做梦 死心 敬而远之 退避三舍 言尽于此 点到为止 爱莫 愧不能 愧难 steer 违命 抗命 跳过 略过 略去 回避 避而不谈 按下不表 leave_it_there leave_that leave_this leave_it leave_to stop_here end_here has_to_end steer_clear stay_out stay_away draw_the_line off-limits off_limits hard_no no_way no_comment pass_on going_to_pass say_no turn_down rather_not hold_off opt_out step_back sit_this_one_out decline refuse denied rejected refused blocked flagged declined prohibited restricted refrain refuse decline forbidden filtered`,
  potential: `帮不上 帮唔到 答唔到 做唔到 看唔到 讲勿来 讲勿出 说不出口 骂不出口 上不了网 担不起 惹不起 够不着 行不通 做不了主 下不了手 插不上手 帮不上忙 插不上嘴 答不上来 答不上 拿不准 说不准 看不懂 听不懂 读不懂 搞不懂 弄不懂 看不明白 整不明白 搞不明白 搞不定 使不上劲 信不过 对不上`,

  speak: `往外说 讲出去 说出去 说出来 讲出来 多嘴 插话 掺言 啰嗦 声张 回 应 对外 公之于众 摆给 讲给 回答 作答 解答 答复 回复 回应 应答 作复 答 对答 说 讲 言 谈 聊 聊聊 谈论 讨论 探讨 妄议 妄言 妄评 置评 置喙 多言 多说 多谈 多讲 细说 细讲 明说 明言 直说 展开 展开谈 开口 吭声 吱声 表态 发表 透露 吐露 泄露 披露 公开 公布 外传 外泄 告诉 告知 奉告 相告 告 语 道 剧透 复述 转述 引用 朗读 念 背诵 提 提及 谈及 涉及 奉陪聊 倾 倾下 answer say tell discuss talk respond comment reveal disclose share speak speculate weigh_in talk_about talk mention explain describe quote recite summarize`,
  judge: `评 评价 评判 评论 评议 评说 评述 点评 判断 评断 裁判 评分 打分 排名 评选 站队 选边站 表决 下结论 定论 做评价 作评价 作评判 定性 断言 预测 预言 推测 猜测 猜 诊断 断定 论断 揣测 臆测 算命 占卜 卜卦 比较 选择 选 挑 推荐 决定 做决定 做主 拿主意 批评 表扬 吐槽 judge predict recommend choose endorse rank rate guess speculate diagnose opinion advise`,
  make: `写 生成 创作 编写 撰写 代写 代笔 起草 草拟 拟 拟写 拟定 编 编造 捏造 伪造 杜撰 虚构 瞎编 画 绘制 绘 作画 制作 制造 设计 做 弄 搞 整 造 作 拍 录 合成 剪辑 生产 输出 产出 产生 给出 编排 罗列 列 列出 列举 续写 接着写 改写 仿写 修改 润色 补全 填写 书 作文 作诗 写出 写出来 动手 动笔 下笔 编程 创建 模仿 扮演 假扮 冒充 出演 演 唱 write create generate make produce draw compose provide writing generating creating making drafting draft produce`,
  help: `帮 帮忙 帮助 协助 帮手 帮你 帮您 搭把手 出主意 支招 支着儿 出谋划策 提供 给 给予 给到 交出 教 教会 传授 指导 指点 指教 辅导 代劳 代办 代 替 代替 效劳 效力 服务 支持 满足 答应 应允 应承 妄断 许诺 从命 遵命 遵从 奉命 奉诏 照办 照做 遵办 配合 受理 承接 接 接受 接单 奉陪 陪 陪聊 应付 协作 支援 成全 分享 展示 介绍 说明 解释 描述 描写 讲解 讲述 解读 分析 总结 概括 help assist support offer give teach helping assisting providing giving walk_you guide promote`,
  handle: `用 使用 动用 动手脚 拆 装 开 调整 换 拿 取 查封 送 寄 转 分辨 辨认 辨别 解码 看懂 看清 听懂 处理 执行 进行 实施 完成 办理 办 操作 运行 启动 操控 控制 修 修复 解决 解 算 计算 求解 翻译 译 转换 转写 识别 检测 核实 验证 查 查询 查看 查阅 查找 搜索 搜 检索 浏览 上网 联网 访问 打开 登录 读取 读 看 看到 见到 听 听到 播放 观看 下载 上传 发送 发 转发 获取 调取 调 抓取 爬取 点击 点 点开 拨打 打电话 预订 预约 订 购买 下单 支付 转账 记住 记忆 导航 定位 监控 破解 攻击 绕过 access open browse process do see view look_up search read translate hear execute run doing`,
  engage: `继续 继续下去 接着 往下 进行下去 参与 参加 加入 介入 掺和 掺和进来 凑热闹 涉足 卷入 插手 插嘴 多嘴 干 干涉 干预 碰 触碰 沾 吃瓜 吃这个瓜 考虑 鼓励 宣扬 传播 宣传 助长 纵容 助纣为虐 背锅 背书 拥有 体验 感受 品尝 continue engage participate comply get_involved get_into take_part take_sides touching touch condone fulfill`,

  sorry: `抱歉 对不起 对不住 不好意思 唔好意思 遗憾 可惜 惭愧 歉意 致歉 道歉 sorry apologies apologize apologise unfortunately afraid regret`,
  excuse: `请原谅 请谅解 请理解 请您谅解 请您理解 请见谅 见谅 谅解 海涵 包涵 见宥 宽宥 恕罪 体谅 理解 敬请谅解 敬请见谅 望谅解 望海涵 请多包涵 莫怪 勿怪 别介意 别见怪 容我 请容 请允许我 恕我 恕小`,
  lacks: `没有权限 没有能力 没有功能 没有资格 没这个本事 没有这个能力 没学过 没学会 没学 还没学 没有学习 不懂 不会做 没长 没有眼睛 没有身体 没有实体 没有情感 没有记忆 没有联网 未接入 没有接入 没联网 没有答案 无此功能 缺乏 缺少 不知道 不晓得 不清楚 不了解 不知情 不知 没见过 没听过 没有办法知道 无从知道 没有身份 没有实时 没有能力 没有数据 没有资料 知识库 能力有限 才疏学浅 孤陋寡闻 水平有限 尚在开发 开发中 敬请期待 未开通 没有开通 未开放`,
  means: `本事 功能 能力 资格 授权 执照 资质 眼睛 耳朵 嘴巴 手脚 摄像头 麦克风 身体 实体 情感 感情 记忆 意识 味觉 体验 立场 观点 观念 偏好 喜好 数据 知识 信息源 联网功能 实时数据 接口权限 access ability`,
  only: `只能 只会 只懂 只负责 只专注 专注于 只支持 仅支持 仅限 仅能 仅负责 只回答 只提供 仅提供 只处理 只受理 专门 只接受 仅接受 仅受理 只受理 仅提供 仅用于 只做 只管 只聊 只谈 其余 not within`,
  bounds: `超出 超过 超越 超纲 越界 越权 范围 范畴 职责 权限 业务 职能 能力范围 不在 不属于 之外 以外 受限 限制 beyond outside scope remit designed_to designed_only capabilities out_of_scope`,
  norm: `违反 违法 违规 违背 有违 有悖 不符 不符合 不合 不合规 不合法 不合规定 不合规矩 触犯 触发 触及 非法 法律 法规 犯罪 犯法 危险 伤害 伤人 危害 有害 害人 安全 道德 伦理 良心 隐私 私事 私生活 歧视 仇恨 辱骂 侮辱 羞辱 诽谤 抹黑 规定 准则 原则 规范 底线 红线 敏感 风险 后果 版权 著作权 侵权 侵犯 立场 中立 暴力 色情 低俗 不当 不妥 不对 不道德 不公平 不负责任 不尊重 欺诈 诈骗 骗 骗人 作弊 造假 保密 机密 秘密 涉密 商业机密 涉嫌 涉黄 涉赌 涉毒 未成年人 未成年 有损 损害 误导 私隐 内幕 私密 底细 毒品 枪支 炸药 爆炸物 赌博 自残 自杀 窃电 盗 盗版 破解版 外挂 代考 替考 枪手 剽窃 抄袭 洗钱 假证 假章 造谣 谣言 血腥 恶意 霸凌 网暴 人肉 偷拍 跟踪 窃听 冒名 未经同意 未经授权 未经许可 规矩 规则 制度 合规要求 良知 公序良俗 illegal harmful violates violate policy inappropriate unethical unsafe privacy private confidential internal fake fraud harm hate harass stalking rights copyright paywall abuse violent explicit wrong guidelines_won't crosses_a_line`,
  affirms: `不会拒绝 不能拒绝 无法拒绝 不拒绝 没有拒绝 不曾拒绝 没理由拒绝 没有理由拒绝 没有理由不 没理由不 没道理不 无不 莫不 不无 不得不 不能不 不会不 不可不 无法否认 不能否认 不可否认 无可否认 无法忽视 不能忽视 不可避免 无法避免 不能只 不能光 不能说 不能算 忍不住 禁不住 不由得 不愧 不错 不仅 不但 不光 不只 不少 不同 不久 不断 不管怎样 不客气 不用谢 没关系 没问题 没事 没错 不过如此 了不起 差不多 不要紧 不用担心 别担心 别客气 can't wait cannot wait can't help but can't believe`,
  will: `愿 愿意 想 打算 准备 敢 肯 能 能够 可以 会 应该 应当 该 便 方便 适合 宜 willing able allowed permitted comfortable`,
  resign: `算了 算了吧 就算了 还是算了 免了 免了吧 就免了 作罢 罢了 为好 比较好 为妙 为宜 到此 就到这 就到这里 停 停下 停下来 收手 过 pass`,
  redirect: `换个 换一个 换个话题 换一个话题 换个问题 换一个问题 别的 别的话题 其他 其它 其他问题 其他话题 别的问题 另一个 第二样 另外的 转而 改聊 不如 不妨 要不 咱们聊 我们聊 聊点 聊些 说点 问我 随时问我 换题 重新输入 重试 重新提问 修改后 删除后 else another instead different`,
  consult: `建议 建议您 咨询 求助 请教 联系 拨打 热线 就医 医生 律师 专业人士 专业人员 官方 官网 正规 合法 渠道 途径 找别人 请找 去问 问问 咨询师 主管部门 有关部门 自行 consult professional`,
  offers: `乐意 很乐意 愿意帮 可以帮 可以为 可以陪 可以给 可以提供 可以介绍 可以讲 可以聊 随时 欢迎 欢迎您 尽力 happy glad`,
  but: `但 但是 不过 然而 可是 可 只是 却 而 however but`,
  because: `因为 由于 因 鉴于 出于 基于 为了 考虑到 根据 依据 依照 按照 按 遵照 原因 理由 because since due`,
  so: `所以 因此 因而 故 于是 故此 therefore so`,
  if: `如果 若 若是 假如 要是 倘若 一旦 当 每当 除非 即使 即便 无论 不管 哪怕 的话 时 if when`,
  ask: `为什么 为何 怎么 怎样 如何 是否 吗 呢 什么 哪 哪个 几 多少 why how what`,
  adverb: `一律 一概 暂时 目前 现在 当前 实在 真的 真 绝对 确实 的确 恐怕 可能 恐 坚决 明确 仍然 始终 从来 当然 肯定 还是 也 都 还 就 再 万万 断然 断 概`,
  particle: `吧 了 哦 呀 啊 啦 呐 哈 喔 哟 嘛 哒 滴 㗎 的`,
  other: `他 她 它 他们 她们 它们 人们 大家 谁 有人 没人 任何人 别人 对方 双方 员工 用人单位 公司 企业 法院 法官 老师 学生 考生 家长 孩子 老板 客户 顾客 商家 店家 卖家 买家 旅客 乘客 司机 患者 病人 业主 租客 房东 消费者 服务器 程序员 浏览器 数据库 手机 电脑 电池 屏幕 打印机 机器 动物 植物 猫 狗 小猫 小狗 企鹅 鸟 鱼 人类 古人 作者 诗人 主人公 少年 男孩 女孩 妈妈 爸爸 父亲 母亲 警方 警察 国家 社会 he she they people who`,
  language: `意思 意为 译文 翻译成 译为 译成 英文 英语 中文 日语 法语 成语 近义词 反义词 词语 这个词 这句话 原句 例句 造句 语气 用语 客套话 诗 诗曰 歌词 小说 故事里 剧本 文言 出自 作者是 话术 模板 范文 回复模板 标题 病句 means phrase`,
  said: `说道 答道 问道 喝道 叹道 笑道 喊道 写道 表示 声称 低声说 轻声说 回答道 摇头 摇摇头 said replied says`,
  answer: `答案 答案是 步骤 步骤如下 如下 以下 下面 首先 其次 第一 第二 第三 最后 一是 二是 一般 一般来说 通常 大约 大概 多半 很可能 应该是 可以先 先 再 然后 方法 做法 例如 比如 建议先 总之 综上 选a 选b 选c 选d following steps first generally`,
  thing: `合同 接口 代码 函数 参数 文件夹 命令 目录 设备 商品 订单 航班 护照 签证 条件 面积 温度 材料 结构 现象 过程 规律 定理 公式 方程 数据`,
  quoted: `《 》`,
};
