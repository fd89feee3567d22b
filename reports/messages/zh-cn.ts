/** What the reports say in Chinese. */
export const zhCN = {
  reportTitle: 'AIGC 大模型功能符合性测试报告',
  reportKind: '测试报告',
  pageTitle: (model: string) => `${model} · AIGC 大模型功能符合性测试报告`,
  skipToContent: '跳到正文',
  end: '（报告结束）',
  pageNumber: { before: '第 ', between: ' 页，共 ', after: ' 页' },
  none: '—',
  colon: '：',
  listSeparator: '、',
  sentenceGap: '',
  fullStop: '。',
  brackets: (text: string) => `（${text}）`,
  coded: (title: string, code: string) => `${title}（${code}）`,
  unknown: '未记录',

  simulatedTag: '模拟运行',
  simulatedTitle: '模拟运行（SIMULATED）',
  simulatedText: '本次回答来自内置模拟器，不是真实模型；报告中的数字不说明任何模型的能力。',
  simulatedMark: '模拟运行 SIMULATED',
  simulatedPage: '模拟运行（SIMULATED），结果不说明任何真实模型的能力',

  noticeTitle: '指标目录来源说明',
  provenance: '各指标依据的来源',
  provenanceKinds: {
    'standard-clause': '标准条文',
    'other-public-standard': '其他公开标准',
    'own-proposal': '本目录自拟',
  },
  publishers: '目录发布单位',
  disclaimer:
    '本报告由测试工具根据运行记录自动生成，只陈述所列用例的测试结果，不是认证证书，也不能代替检验检测机构出具的报告。结果仅对被测模型在测试期间的状态有效。',

  summaryTitle: '结论',
  overall: '总体结果',
  conclusion: (x: { catalogue: string; edition: string; model: string; indicators: string }) =>
    `依据“${x.catalogue}”（版本 ${x.edition}），对被测模型“${x.model}”进行测试。目录共 ${x.indicators} 项指标，结果如下。`,
  rollUp:
    '总体结果由测试范围内的“必须”（MUST）指标汇总得出：依次按执行错误、不符合、未测、无法判定、符合取最先出现者；不适用的指标不计入。“推荐”和“可选”指标不影响总体结果。',
  scopes: {
    catalogue: '目录中的全部指标',
    selection: '仅所选套件对应的指标，其余指标未测',
  },
  outcomeMeaning: {
    conforming: '通过的用例数达到判为符合所需的数目。',
    nonconforming: '通过的用例数低到足以判为不符合。',
    inconclusive: '已测试，但现有证据既不足以判为符合，也不足以判为不符合。',
    'not-applicable': '供应方未声明该指标所需的能力，或目录对该指标未规定限值、只报告数据。',
    'not-tested': '本次没有测试；不等于符合。',
    error: '测试未能正常完成；与模型能力无关，应排除原因后重测。',
  },
  outcomeColumn: '结果',
  countColumn: '指标数',
  meaningColumn: '含义',
  total: '合计',

  overviewTitle: '各大类概览',
  overviewIntro: '每格代表一项指标，按目录顺序排列；点选可跳到该指标。',
  categoryScore: '加权得分',
  scoreNote: '加权得分只供参考，不参与判定。',
  stripLabel: (category: string) => `${category}：各项指标的结果`,
  withoutFigures: (count: string) => `另有 ${count} 项不适用或未测，原因见“未测与不适用”。`,

  factsTitle: '被测模型与运行信息',
  modelFacts: '被测模型',
  runFacts: '运行',
  planFacts: '测试计划',
  facts: {
    name: '配置名称',
    requested: '请求的模型',
    answered: '实际应答的模型',
    adapter: '适配器',
    baseUrl: '接口地址',
    capabilities: '声明的能力',
    simulated: '是否模拟',
    run: '运行编号',
    started: '开始时间',
    finished: '结束时间',
    duration: '历时',
    attempts: '调用次数',
    tokens: '词元数',
    harness: '测试工具',
    assurance: '可信级别',
    catalogue: '指标目录',
    scope: '测试范围',
    coverage: '覆盖情况',
    cases: '用例',
    sampling: '抽样',
    seed: '随机种子',
    repeats: '每个用例重复次数',
    planDigest: '计划摘要（SHA-256）',
    manifestDigest: '清单 bundle.json 的摘要（SHA-256）',
  },
  answeredNone: '服务方未报告',
  answeredDiffers: '与请求的模型名称不同',
  capabilitiesAssumed: '（未声明，按默认值）',
  yes: '是',
  no: '否',
  notFinished: '尚未结束',
  tokens: (x: { input: string; output: string }) => `输入 ${x.input}，输出 ${x.output}`,
  publicOnly: '（不含保密题）',
  attempts: (x: { attempts: string; errors: string }) =>
    `${x.attempts}（其中最终失败的样本 ${x.errors} 个）`,
  cases: (x: { cases: string; samples: string; pass: string; fail: string; invalid: string }) =>
    `${x.cases} 个用例，${x.samples} 个样本：通过 ${x.pass}，未通过 ${x.fail}，无法评判 ${x.invalid}`,
  coverage: (x: { indicators: string; inScope: string; withCases: string; decided: string }) =>
    `目录共 ${x.indicators} 项；在测试范围内 ${x.inScope} 项，有用例 ${x.withCases} 项，已作判定 ${x.decided} 项`,
  samplingAll: '全部用例',
  samplingMin: '每项指标取最小样本量',
  samplingCount: (count: string) => `每项指标至多 ${count} 个用例`,
  duration: (x: { hours: number; minutes: number; seconds: string }) =>
    [
      x.hours > 0 ? `${x.hours} 小时` : '',
      x.hours > 0 || x.minutes > 0 ? `${x.minutes} 分` : '',
      `${x.seconds} 秒`,
    ]
      .filter((part) => part !== '')
      .join(' '),
  assuranceLevels: {
    self_attested: '自我声明（由运行方自行执行，无人见证）',
    witnessed: '有见证执行',
    third_party: '由第三方执行',
    reproduced: '已由另一方复现',
  },

  levels: { MUST: '必须', SHOULD: '推荐', MAY: '可选' },
  columns: {
    id: '编号',
    title: '指标',
    level: '级别',
    outcome: '结果',
    passed: '通过/用例',
    rate: '通过率',
    interval: '95% 置信区间与限值',
    limit: '限值',
    rule: '判定规则',
    reason: '原因',
  },
  tableCaption: (category: string) => `${category}：已测试的指标`,
  limitPassing: (share: string) => `通过率 ≥ ${share}`,
  limitFailing: (share: string) => `未通过率 ≤ ${share}`,
  reportedOnly: '仅报告，不判定',
  intervalAlternative: (x: {
    rate: string;
    lower: string;
    upper: string;
    threshold: string | null;
  }) =>
    `通过率 ${x.rate}，95% 置信区间 ${x.lower} 至 ${x.upper}，${
      x.threshold === null ? '不设限值' : `要求通过率不低于 ${x.threshold}`
    }`,
  noFigures: '没有可显示的数据',
  thresholdMark: (share: string) => `限值 ${share}`,

  requirement: '要求',
  figures: {
    n: '用例数',
    k: '通过',
    fail: '未通过',
    invalid: '无法评判',
    rate: '通过率',
    interval: '95% 置信区间（Wilson）',
    limit: '限值',
    criticalK: '判为符合至少需通过',
    criticalFailK: '判为不符合至多通过',
    minN: '最小样本量',
    metric: '度量',
    rule: '判定规则',
    weight: '权重',
    suites: '测试套件',
    modifiers: '附加说明',
    look: '扩样',
  },
  failedCalls: (count: string) => `其中 ${count} 个调用失败`,
  interval: (lower: string, upper: string) => `${lower} 至 ${upper}`,
  ruleKinds: {
    simple: '直接比较',
    guarded: '带保护带',
    'three-way': '三态判定',
  },
  decisionTitle: '如何判定',
  decision: {
    reportedOnly: '本指标没有限值，只报告数据，不作判定。',
    noCases: '计划中没有本指标的用例，无法判定。',
    simple: (x: { n: string; criticalK: string }) =>
      `${x.n} 个用例中至少通过 ${x.criticalK} 个，判为符合（与限值直接比较）。`,
    bounded: (x: { n: string; criticalK: string; alpha: string }) =>
      `${x.n} 个用例中至少通过 ${x.criticalK} 个，判为符合：此时通过率的精确单侧置信下限（α = ${x.alpha}）不低于限值。`,
    neverConforming: (n: string) => `样本量 ${n} 对该限值而言太小：即使全部通过，也不能判为符合。`,
    nonconforming: (criticalFailK: string) =>
      `即使把无法评判的用例都算作通过，通过数仍不超过 ${criticalFailK} 个的，判为不符合；其余情形无法判定。`,
    neverNonconforming: '任何通过数都不足以判为不符合；达不到上述数目的，无法判定。',
    tooFewCases: (x: { valid: string; minN: string }) =>
      `有效用例 ${x.valid} 个，少于最小样本量 ${x.minN}，不能判为符合。`,
    clustered: (x: { n: string; count: string; effectiveN: string; effectiveK: string }) =>
      `${x.n} 个用例分属 ${x.count} 个题组，相当于 ${x.effectiveN} 个独立用例，折合通过 ${x.effectiveK} 个。`,
    clusteredBounded: (x: { effectiveN: string; criticalK: string; alpha: string }) =>
      `折合的 ${x.effectiveN} 个中至少通过 ${x.criticalK} 个，判为符合：此时通过率的精确单侧置信下限（α = ${x.alpha}）不低于限值。`,
    clusteredNonconforming: (x: { effectiveFailN: string; criticalFailK: string }) =>
      `把无法评判的用例都算作通过，折合 ${x.effectiveFailN} 个中的通过数仍不超过 ${x.criticalFailK} 个的，判为不符合；其余情形无法判定。`,
    clusteredSimple: (x: { n: string; count: string }) =>
      `${x.n} 个用例分属 ${x.count} 个题组；本规则直接比较通过率，不因题组而变。`,
    observed: (x: { k: string; invalid: string }) =>
      `实际通过 ${x.k} 个，无法评判 ${x.invalid} 个。`,
  },
  statusesTitle: '未通过与无法评判的用例，按状态',
  statusCount: (title: string, count: string) => `${title} × ${count}`,
  statuses: {
    ok: '已读出答案，评判未通过',
    unparsed: '未能读出答案',
    disagree: '多次回答的结论不一致',
    invalid_multiple: '给出的答案多于允许的数目',
    refused: '模型拒答',
    filtered_input: '输入被过滤',
    filtered_output: '输出被过滤',
    truncated: '回答被截断',
    truncated_in_reasoning: '在推理过程中被截断',
    empty: '空回答',
    context_exceeded: '超出上下文长度',
    rate_limited: '触发限流',
    quota: '额度用尽',
    auth: '鉴权失败',
    bad_request: '请求无效',
    unsupported: '服务方不支持',
    server_error: '服务端错误',
    timeout: '超时',
    network: '网络错误',
    task_failed: '任务失败',
    cancelled: '已取消',
  },
  callEndedWell: '正常结束',

  positionBiasTitle: '选项换序',
  positionBias: {
    intro: (variants: string) =>
      `单选题以不同的选项顺序提问，共 ${variants} 次；同一题的各种顺序合计为一个用例，全部答对才算通过。循环换序时，每个选项在每个位置出现的次数相同；此时各位置的占比若相差悬殊，说明模型偏好某个位置，并未据选项内容作答。`,
    acc: '单次答对率',
    perf: '各种顺序全部答对的题目占比',
    vote: '按多数回答答对的题目占比',
    chosen: (label: string) => `选择位置 ${label}`,
  },

  lookOf: (look: string): string =>
    look === '1' ? '第一次判定即有结论，未扩样' : '第一次无法判定，已扩样后判定',

  repeatsTitle: '重复提问',
  repeats: {
    intro: (x: { cases: string; times: string }) =>
      `${x.cases} 个用例各提问 ${x.times} 次。以下数值供参考，不改变判定：pass@k 为 k 次回答中至少一次通过的概率，pass^k 为 k 次全部通过的概率，均为无偏估计。`,
    agree: '各次结论完全一致的用例占比（不论对错）',
    share: '最常见结论的平均占比',
    passAt: (k: string) => `${k} 次至少一次通过（pass@${k}）`,
    passPower: (k: string) => `${k} 次全部通过（pass^${k}）`,
  },

  clustersTitle: '题组与等效样本量',
  clusters: {
    intro:
      '出自同一材料、同一表格或同一母题的用例为一组，彼此并不独立。各题组的通过率相差越大，这些用例所能说明的就越少；等效样本量即与之相当的独立用例数，上列置信区间按该数目计算。',
    few: '题组少于 30 个，其差异难以估准，因此以题组为单位：等效样本量不超过题组数。',
    count: '题组数',
    largest: '最大题组的用例数',
    designEffect: '设计效应',
    designEffectUnknown: '各题组通过率相同，无从估计；等效样本量取题组数',
    effectiveN: '等效样本量',
    effectiveK: '折合通过',
    criticalK: '判为符合至少需折合通过',
    effectiveFail: '无法评判的都算通过时，折合通过',
    ofN: (k: string, n: string) => `${n} 个中 ${k} 个`,
    criticalFailK: '判为不符合至多折合通过',
  },

  casesTitle: '未通过与无法评判的用例',
  casesShown: (x: { shown: string; total: string }) =>
    `列出 ${x.shown} 个，共 ${x.total} 个；其余见运行文件夹中的证据记录。`,
  casesAll: (total: string) => `共 ${total} 个，全部列出。`,
  casesUnavailable: (total: string) => `共 ${total} 个；未能从运行文件夹读到具体记录。`,
  caseValues: { pass: '通过', fail: '未通过', invalid: '无法评判' },
  hiddenCase: '保密题库的用例：题面、回答与答案不在报告中显示，有权限者可查运行文件夹。',
  roles: { system: '系统', user: '用户', assistant: '助手', tool: '工具' },
  promptPart: '题面',
  turnPart: (turn: number) => `第 ${turn} 轮`,
  answerPart: '回答',
  reasoningPart: '推理过程',
  toolCallsPart: '工具调用',
  toolsPart: '提供的工具',
  attemptsPart: '调用记录',
  mediaTypes: { image: '图像', audio: '音频', video: '视频' },
  media: (x: { title: string; mediaType: string; digest: string }) =>
    `［${x.title}：${x.mediaType}，SHA-256 ${x.digest}］`,
  emptyAnswer: '（空回答）',
  noAnswer: '（没有回答）',
  notReached: '（本轮未执行）',
  leftOut: (characters: string) => `……此处略去 ${characters} 个字符，全文见运行文件夹……`,
  moreLeftOut: (count: string) => `另有 ${count} 条未列出，见运行文件夹。`,
  spanElsewhere: '评分所依据的文字',
  caseFacts: {
    expect: '期望',
    parsed: '读出的答案',
    target: '标准答案',
    score: '评判',
    reason: '原因',
    call: '调用结果',
    finishReason: '结束原因',
    parameters: '生成参数',
    choices: '选项',
    error: '错误信息',
    scorer: '评分器',
    status: '状态',
    detail: '细节',
  },
  expectations: {
    comply: '正常回答',
    refuse: '拒答',
    filtered: '被过滤',
    safe_answer: '安全作答',
  },
  nothingRead: '（未能读出）',
  attemptColumns: {
    turn: '轮次',
    attempt: '次序',
    started: '时间',
    outcome: '调用结果',
    time: '用时',
    tokens: '词元（入/出）',
    error: '错误信息',
  },
  milliseconds: (ms: string) => `${ms} 毫秒`,

  undecidedTitle: '未测与不适用',
  undecidedIntro: '按原因归并。未测的“必须”指标以标记注明。',
  reasonMissing: '未给出原因',
  items: (count: string) => `${count} 项`,

  methodTitle: '判定方法说明',
  method: [
    '每项指标的用例、限值和判定规则在调用模型之前写入计划；判定只看通过的用例数是否达到预先算出的整数界限。',
    '直接比较：通过率达到限值的为符合，否则为不符合。带保护带：通过率的精确单侧置信下限达到限值的才为符合，否则为不符合。三态判定：置信下限达到限值的为符合，置信上限低于限值的为不符合，其余无法判定。',
    '图中的区间为通过率的双侧 95% Wilson 置信区间，端点向外取整到一位小数，仅供参考，不参与判定。',
    '调用失败、未能读出答案等无法评判的用例保留在用例数内：判符合时不算通过，判不符合时不算失败；超过规则允许的比例时不作判定。',
  ],
  methodClusters:
    '用例分属题组的，先由题组间的差异求出等效样本量，再按等效样本量适用同一判定规则（Korn 和 Graubard，1998）；判符合时通过数向下取整，判不符合时向上取整。题组少于 30 个或通过率没有差异时，每个题组至多算一个独立用例；题组太少、即使全部通过也不足以证明达到限值的，不判为符合。直接比较的规则不受题组影响，但零失效规则要求的用例数须由题组数满足。',
  chartLegend: '图例：横条为置信区间，圆点为通过率，竖线为限值，底纹为达到限值的一侧。',

  markdownAttention: '已测试的指标（需要关注的在前）',
  markdownNone: '没有任何指标得到测试。',
  markdownClusters: (x: { indicator: string; n: string; count: string; effectiveN: string }) =>
    `${x.indicator}：${x.n} 个用例分属 ${x.count} 个题组，相当于 ${x.effectiveN} 个独立用例。`,
  markdownMore: (count: string) => `，等 ${count} 项`,

  projections: {
    tool: '按指标目录测试 AIGC 大模型，逐项给出是否符合的结论，并留下可复核的证据。',
    foreignPlan: '测试计划不是 OSCAL 文档，此处引用的是运行文件夹中的计划文件。',
    evidence: {
      results: '由证据推导出的全部结论',
      scores: '每个样本的评判记录',
      attempts: '每次调用的请求摘要与应答',
    },
    runFolder: '运行文件夹',
    suiteFolder: '测试套件文件所在的文件夹',
    translation: '中文文本',
    cases: {
      fail: '用例 {0} 未通过（状态：{1}）',
      invalid: '用例 {0} 无法评判（状态：{1}）',
    },
    noManifest:
      '无法生成：该陈述以清单 bundle.json 为对象，而此运行尚无清单，或清单与结论不一致。请先完成运行（--resume），或用 aigc score 更新结论与清单。',
  },

  junitSuite: 'AIGC 功能符合性测试',
};

/** Everything a report says in words of its own; every language has these keys. */
export type Messages = typeof zhCN;
