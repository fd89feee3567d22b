import type { CaseView, Manifest, ReportContext, RunInfo } from '../../reports/contract.ts';
import {
  type CategoryResult,
  type IndicatorResult,
  OUTCOMES,
  type Outcome,
  type Results,
} from '../../src/derive/index.ts';
import { canonicalJson, RUN_FILES, type ScoreRecord, sha256 } from '../../src/evidence/index.ts';
import type { Language, ModelResponse, Sample } from '../../src/model/index.ts';

/** Everything that a model or a suite might try on a reader, a browser or a parser. */
export const HOSTILE = [
  '</style></pre></title><script>globalThis.stolen = 1</script>',
  `<img src="https://evil.example/x.png" onerror="alert(2)"> "double" 'single' \`back\``,
  'user\u202Egnp.exe \u2066isolated\u2069 soft\u00ADhyphen zero\u200Bwidth',
  'nul\u0000 ansi\u001B[31mred\u001B[0m lone\uD800 noncharacter\uFFFF',
  '| pipe | **bold** [link](javascript:alert(1)) ]]> --> &amp; {{ template }} $x$',
].join('\n');

/** The same for results: canonical JSON cannot hold a lone surrogate. */
export const HOSTILE_TEXT = HOSTILE.toWellFormed();

/** What must never appear in any output: the live form of the strings above. */
export const LIVE =
  /<script|<img|<\/style><\/pre>|onerror="|[\p{Bidi_Control}\p{Cs}\p{Noncharacter_Code_Point}\u200B]|(?![\t\n])\p{Cc}/u;

export function leaf(
  indicator: string,
  title: { zh: string; en: string },
  outcome: Outcome,
  more: Partial<IndicatorResult> = {},
): IndicatorResult {
  return {
    indicator,
    category: indicator.split('.')[0] ?? '',
    group: { zh: '数学', en: 'Mathematics' },
    title,
    requirement: { zh: `${title.zh}的答案正确。`, en: `The answers in ${title.en} are right.` },
    level: 'MUST',
    inScope: true,
    outcome,
    reason: null,
    n: 0,
    k: 0,
    invalid: 0,
    failedCalls: 0,
    rate: null,
    lower: null,
    upper: null,
    threshold: '0.9',
    limit: '>= 0.9',
    criticalK: null,
    criticalFailK: null,
    minN: 50,
    rule: 'DR-3WAY-95',
    ruleKind: 'three-way',
    alpha: '0.05',
    metric: 'ACC',
    weight: '1',
    modifiers: [],
    statuses: {},
    evidence: { suites: [] },
    ...more,
  };
}

/** 196 of 200 against 0.9: conforming. */
export const ARITHMETIC = leaf('C3.1.1', { zh: '数值计算', en: 'arithmetic' }, 'conforming', {
  n: 200,
  k: 196,
  invalid: 1,
  failedCalls: 1,
  rate: '0.980000',
  lower: '0.949713',
  upper: '0.992196',
  criticalK: 188,
  criticalFailK: 172,
  statuses: { ok: 3, timeout: 1 },
  evidence: { suites: ['reasoning.arithmetic'] },
});

/** 120 of 200 against 0.8: nonconforming. */
export const WORD_PROBLEMS = leaf(
  'C3.1.2',
  { zh: '应用题', en: 'word problems' },
  'nonconforming',
  {
    n: 200,
    k: 120,
    invalid: 12,
    failedCalls: 2,
    rate: '0.600000',
    lower: '0.530837',
    upper: '0.665394',
    threshold: '0.8',
    limit: '>= 0.8',
    criticalK: 170,
    criticalFailK: 150,
    statuses: { ok: 68, unparsed: 10, timeout: 1, server_error: 1 },
    positionBias: {
      variants: 800,
      acc: '0.712500',
      perf: '0.600000',
      vote: '0.735000',
      positions: { A: '0.400000', B: '0.250000', C: '0.200000', D: '0.150000' },
    },
    evidence: { suites: ['reasoning.word-problems'] },
  },
);

/** 92 of 100 in 40 clusters against 0.9: between the two bounds. */
export const REFUSALS = leaf('C14.6.2', { zh: '不应拒答', en: 'must answer' }, 'inconclusive', {
  group: { zh: '拒答', en: 'Refusals' },
  reason: {
    code: 'between-bounds',
    text: {
      zh: '通过数介于两个界限之间，需增加用例才能判定。',
      en: 'The passing cases lie between the two bounds; more cases are needed to decide.',
    },
  },
  n: 100,
  k: 92,
  rate: '0.920000',
  lower: '0.827420',
  upper: '0.965016',
  threshold: '0.9',
  limit: '<= 0.1',
  criticalK: 96,
  criticalFailK: 84,
  statuses: { refused: 5, ok: 3 },
  modifiers: ['conditional'],
  clusters: {
    ...{ count: 40, largest: 4, designEffect: '1.562500' },
    ...{ effectiveN: 64, effectiveK: 58, criticalK: 62 },
    ...{ effectiveFailN: 64, effectiveFailK: 59, criticalFailK: 52 },
  },
  evidence: { suites: ['safety.over-refusal'] },
});

/** Every call failed: an error, not a bad model. */
export const STREAMING = leaf('C16.1.2', { zh: '流式接口', en: 'streaming interface' }, 'error', {
  reason: {
    code: 'too-many-invalid',
    text: {
      zh: '20 个用例全部调用失败；请检查接口地址和密钥后重测。',
      en: 'All 20 calls failed; check the base URL and the key, then test again.',
    },
  },
  n: 20,
  k: 0,
  invalid: 20,
  failedCalls: 20,
  rate: '0.000000',
  lower: '0.000000',
  upper: '0.161125',
  criticalFailK: 15,
  statuses: { auth: 20 },
  evidence: { suites: ['service.streaming'] },
});

const NO_IMAGES = {
  code: 'capability-not-declared',
  text: { zh: '未声明能力“image-output”。', en: 'The capability “image-output” is not declared.' },
};

/** Its texts come from a catalogue that nobody checked. */
export const HOSTILE_LEAF = leaf(
  'C3.<b>"&\u202E',
  { zh: HOSTILE_TEXT, en: HOSTILE_TEXT },
  'nonconforming',
  {
    category: 'C3',
    group: { zh: HOSTILE_TEXT, en: HOSTILE_TEXT },
    requirement: { zh: HOSTILE_TEXT, en: HOSTILE_TEXT },
    reason: { code: 'hostile', text: { zh: HOSTILE_TEXT, en: HOSTILE_TEXT } },
    level: 'MAY',
    n: 59,
    k: 57,
    rate: '0.966102',
    lower: '0.884564',
    upper: '0.990654',
    threshold: null,
    limit: HOSTILE_TEXT,
    rule: HOSTILE_TEXT,
    metric: HOSTILE_TEXT,
    ruleKind: 'simple',
    modifiers: [HOSTILE_TEXT],
    statuses: { [HOSTILE_TEXT]: 2 },
    evidence: { suites: [HOSTILE_TEXT] },
  },
);

export const INDICATORS: readonly IndicatorResult[] = [
  ARITHMETIC,
  WORD_PROBLEMS,
  HOSTILE_LEAF,
  leaf('C7.1.1', { zh: '图像格式', en: 'image format' }, 'not-applicable', { reason: NO_IMAGES }),
  leaf('C7.2.1', { zh: '图文一致', en: 'image and text agree' }, 'not-applicable', {
    reason: NO_IMAGES,
    level: 'SHOULD',
  }),
  REFUSALS,
  leaf('C14.7.1', { zh: '对抗诱导', en: 'adversarial prompts' }, 'not-tested', {
    reason: {
      code: 'needs-reviewers',
      text: { zh: '需要人工评审。', en: 'Needs review by people.' },
    },
  }),
  STREAMING,
];

export function outcomeCounts(leaves: readonly IndicatorResult[]): Record<Outcome, number> {
  const entries = OUTCOMES.map(
    (outcome) => [outcome, leaves.filter((one) => one.outcome === outcome).length] as const,
  );
  return Object.fromEntries(entries) as Record<Outcome, number>;
}

function category(id: string, zh: string, en: string, outcome: Outcome): CategoryResult {
  const leaves = INDICATORS.filter((one) => one.category === id);
  return {
    category: id,
    title: { zh, en },
    outcome,
    outcomes: outcomeCounts(leaves),
    score: outcome === 'not-tested' ? null : '0.875000',
  };
}

/** Results with all six outcomes and hostile texts wherever a text can come from outside. */
export const RESULTS: Results = {
  format: 'aigc-results/1',
  outcome: 'error',
  outcomes: outcomeCounts(INDICATORS),
  counts: {
    cases: 579,
    samples: 579,
    scored: 579,
    attempts: 604,
    pass: 465,
    fail: 81,
    invalid: 33,
    errors: 23,
  },
  scope: 'catalogue',
  catalogue: {
    id: 'aigc-rebuilt',
    edition: '0.1.0',
    title: { zh: 'AIGC 功能测试指标目录', en: 'AIGC functional test catalogue' },
    notice: {
      zh: '重建版目录，未经标准原文核对。',
      en: 'A rebuilt catalogue, not checked against the text of the standard.',
    },
    publishers: [{ zh: '甲协会', en: 'Association A' }],
    indicators: INDICATORS.length,
    provenance: { 'own-proposal': 7, 'other-public-standard': 1 },
  },
  coverage: { indicators: 8, inScope: 8, withCases: 5, decided: 4 },
  model: {
    name: 'demo',
    requested: 'demo-max',
    answered: [`demo-max-2026-11-01 ${HOSTILE_TEXT}`],
    adapter: 'openai',
    baseUrl: 'https://api.example.com/v1',
    capabilities: ['text', 'code'],
    capabilitiesDeclared: true,
  },
  simulated: true,
  assuranceLevel: 'self_attested',
  planDigest: '3f'.repeat(32),
  categories: [
    category('C3', '推理能力', 'Reasoning', 'nonconforming'),
    category('C7', '图像生成', 'Image generation', 'not-tested'),
    category('C14', '内容安全', 'Content safety', 'not-tested'),
    category('C16', '服务功能', 'Service', 'error'),
  ],
  indicators: INDICATORS,
};

/** The manifest of a run that came to these results. */
export function manifestFor(results: Results): Manifest {
  return {
    digest: { sha256: 'b5'.repeat(32), sm3: 'b3'.repeat(32) },
    files: new Map([
      ['plan/catalogue.json', 'ca'.repeat(32)],
      ['plan/plan.json', '9a'.repeat(32)],
      [RUN_FILES.attempts, 'a7'.repeat(32)],
      [RUN_FILES.scores, '5c'.repeat(32)],
      [RUN_FILES.results, sha256(canonicalJson(results))],
    ]),
  };
}

export const RUN: RunInfo = {
  id: 'run-2026-11-23-demo',
  startedAt: '2026-11-23T09:00:00.123Z',
  finishedAt: '2026-11-23T10:02:07.000Z',
  harness: { name: 'aigc-conformance', version: '0.1.0' },
  seed: '7',
  sampling: 'all',
  repeats: 1,
  attempts: 604,
  durationMs: 3_726_877,
  tokens: { input: 1_234_567, output: 89_012 },
  hiddenSamples: 0,
  suites: [
    { suite: 'reasoning.arithmetic', file: 'arithmetic.yaml', sha256: '01'.repeat(32) },
    { suite: 'reasoning.word-problems', file: '应用题 1.yaml', sha256: '02'.repeat(32) },
    { suite: 'safety.over-refusal', file: 'over-refusal.yaml', sha256: '03'.repeat(32) },
    { suite: 'service.streaming', file: 'streaming.yaml', sha256: '04'.repeat(32) },
  ],
  manifest: manifestFor(RESULTS),
};

export function response(text: string, more: Partial<ModelResponse> = {}): ModelResponse {
  return { outcome: 'ok', text, timing: { totalMs: 1234 }, ...more };
}

export function sample(id: string, indicator: string, more: Partial<Sample> = {}): Sample {
  return {
    id,
    case: id,
    repeat: 1,
    suite: 'reasoning.word-problems',
    indicator,
    pool: 'public',
    expect: 'comply',
    scorer: { use: 'number', options: {} },
    target: '84',
    request: {
      messages: [
        { role: 'system', content: '你是一个计算助手。' },
        { role: 'user', content: '仓库原有 120 箱货，运走 36 箱，还剩多少箱？' },
      ],
      params: { temperature: 0, maxTokens: 512 },
    },
    ...more,
  };
}

export function score(id: string, more: Partial<ScoreRecord> = {}): ScoreRecord {
  return {
    kind: 'score',
    sample: id,
    turn: 0,
    attempt: 0,
    scorer: 'number',
    value: 'fail',
    status: 'ok',
    parsed: '86',
    rule: 'marker-last',
    span: null,
    reason: { zh: '答案是 86，应为 84。', en: 'The answer is 86 and should be 84.' },
    detail: {},
    ...more,
  };
}

export function caseView(
  id: string,
  indicator: string,
  answer: ModelResponse,
  scored: Partial<ScoreRecord> = {},
  sampled: Partial<Sample> = {},
): CaseView {
  return {
    sample: sample(id, indicator, sampled),
    attempts: [{ turn: 0, attempt: 0, startedAt: RUN.startedAt, response: answer }],
    scores: [score(id, scored)],
  };
}

const WRONG = '原有 120 箱，运走 36 箱，\n所以还剩 86 箱。';

/** Failing and invalid cases of every kind. */
export const CASES: readonly CaseView[] = [
  caseView('C3.1.2-0001', 'C3.1.2', response(WRONG, { reasoning: '120 减 36……' }), {
    span: { start: WRONG.indexOf('86'), end: WRONG.indexOf('86') + 2, text: '86' },
  }),
  caseView('C3.1.2-hostile', 'C3.1.2', response(HOSTILE, { reasoning: HOSTILE }), {
    value: 'invalid',
    status: 'unparsed',
    parsed: HOSTILE,
    reason: { zh: HOSTILE, en: HOSTILE },
    detail: { text: HOSTILE_TEXT },
  }),
  caseView('C3.1.2-long', 'C3.1.2', response(`${'长'.repeat(1_000_000)}答案 86`), {
    span: { start: 1_000_003, end: 1_000_005, text: '86' },
  }),
  {
    sample: sample('C3.1.2-turns', 'C3.1.2', {
      turns: [
        { content: '再减去 10 呢？', target: '74', scorer: { use: 'number', options: {} } },
        { content: '再减去 4 呢？', target: '70', scorer: { use: 'number', options: {} } },
      ],
    }),
    attempts: [
      { turn: 0, attempt: 0, startedAt: RUN.startedAt, response: response('84 箱') },
      {
        turn: 1,
        attempt: 0,
        startedAt: '2026-11-23T09:00:05.000Z',
        response: response('', {
          outcome: 'rate_limited',
          error: { status: 429, code: 'rate_limit', message: 'slow down' },
        }),
      },
      {
        turn: 1,
        attempt: 1,
        startedAt: '2026-11-23T09:00:09.000Z',
        response: response('75', {
          finishReason: 'stop',
          usage: { inputTokens: 1200, outputTokens: 3 },
        }),
      },
    ],
    scores: [
      score('C3.1.2-turns', { value: 'pass', parsed: '84', reason: null }),
      score('C3.1.2-turns', { turn: 1, attempt: 1, parsed: '75' }),
    ],
  },
  caseView(
    'C3.1.2-secret',
    'C3.1.2',
    response('HIDDEN-ANSWER', { error: { status: 400, message: 'HIDDEN-ERROR' } }),
    { parsed: 'HIDDEN-PARSED', reason: { zh: 'HIDDEN-REASON', en: 'HIDDEN-REASON' } },
    {
      pool: 'hidden',
      target: 'HIDDEN-TARGET',
      request: { messages: [{ role: 'user', content: 'HIDDEN-PROMPT' }], params: {} },
    },
  ),
  caseView(
    'C3.1.2-tools',
    'C3.1.2',
    response('', { toolCalls: [{ id: '1', name: 'get_weather', arguments: '{"city": "青岛"' }] }),
    {},
    {
      target: [{ name: 'get_weather', arguments: { city: '青岛' } }],
      request: {
        messages: [
          {
            role: 'user',
            content: [
              { type: 'text', text: '图中城市天气如何？' },
              { type: 'image', mediaType: 'image/png', sha256: 'ab'.repeat(32) },
            ],
          },
        ],
        params: {},
        tools: [{ name: 'get_weather', description: '查天气', parameters: { type: 'object' } }],
      },
    },
  ),
  caseView(
    'C3.1.2-timeout',
    'C3.1.2',
    response('', { outcome: 'timeout', error: { message: 'no answer within 60 s' } }),
    { value: 'invalid', status: 'timeout', parsed: null, rule: null },
  ),
];

/** A context that offers `cases`, and notes what it was asked for. */
export function contextOf(
  language: Language,
  cases: readonly CaseView[] = CASES,
  run: RunInfo = RUN,
): ReportContext & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    run,
    language,
    asked,
    async *cases(indicator, limit) {
      asked.push(indicator);
      yield* cases.filter((view) => view.sample.indicator === indicator).slice(0, limit);
    },
  };
}
