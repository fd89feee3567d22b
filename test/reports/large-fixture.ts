import type { CaseView } from '../../reports/contract.ts';
import type { IndicatorResult, Results } from '../../src/derive/index.ts';
import { caseView, leaf, outcomeCounts, RESULTS, response } from './fixture.ts';

const TITLES = [
  '语言理解能力 Language understanding',
  '知识能力 Knowledge',
  '推理能力 Reasoning',
  '文本生成能力 Text generation',
  '指令遵循与对话 Instructions and dialogue',
  '代码能力 Code',
  '图像生成与编辑 Images',
  '音频与语音 Audio and speech',
  '视频生成 Video',
  '多模态理解 Multimodal understanding',
  '数字人与三维 Digital humans and 3D',
  '智能体与工具 Agents and tools',
  '可靠性与鲁棒性 Reliability',
  '内容安全 Content safety',
  '标识与溯源 Labelling',
  '服务功能 Service',
];

const OUTCOME_CYCLE = [
  'conforming',
  'nonconforming',
  'conforming',
  'inconclusive',
  'error',
] as const;

/** A catalogue of real size: 16 categories of 11 indicators, `tested` categories with figures. */
export function largeResults(tested: number): Results {
  const indicators = TITLES.flatMap((_, c) =>
    Array.from({ length: 11 }, (__, i) => indicator(c + 1, i, c < tested)),
  );
  const categories = TITLES.map((title, c) => {
    const [zh = '', ...en] = title.split(' ');
    const own = indicators.filter((one) => one.category === `C${c + 1}`);
    return {
      category: `C${c + 1}`,
      title: { zh, en: en.join(' ') },
      outcome: c < tested ? ('error' as const) : ('not-tested' as const),
      outcomes: outcomeCounts(own),
      score: c < tested ? '0.8123' : null,
    };
  });
  return { ...RESULTS, outcomes: outcomeCounts(indicators), categories, indicators };
}

function indicator(category: number, index: number, tested: boolean): IndicatorResult {
  const id = `C${category}.${1 + Math.floor(index / 4)}.${1 + (index % 4)}`;
  const title = {
    zh: ['多学科选择题', '开放问答', '声明领域', '截止日期与未知表达'][index % 4] ?? '',
    en:
      ['multi-subject questions', 'open questions', 'declared domain', 'cut-off'][index % 4] ?? '',
  };
  if (!tested) {
    return index % 3 === 0
      ? leaf(id, title, 'not-tested', {
          reason: {
            code: 'no-cases',
            text: { zh: '题库中尚无该指标的用例。', en: 'The bank has no case for it yet.' },
          },
        })
      : leaf(id, title, 'not-applicable', {
          level: 'SHOULD',
          reason: {
            code: 'capability-not-declared',
            text: {
              zh: '被测模型未声明能力 image-output。',
              en: 'The model under test does not declare: image-output.',
            },
          },
        });
  }
  return leaf(id, title, OUTCOME_CYCLE[index % 5] ?? 'conforming', {
    n: 200,
    k: 170,
    invalid: 4,
    failedCalls: 1,
    rate: '0.850000',
    lower: '0.793880',
    upper: '0.892917',
    threshold: '0.8',
    limit: index % 2 === 0 ? '>= 0.8' : '<= 0.2',
    criticalK: 170,
    criticalFailK: 150,
    statuses: { ok: 26, unparsed: 3, timeout: 1 },
    evidence: { suites: [`suite.${id}`] },
  });
}

/** One failing case of an indicator with texts of a usual length. */
export function usualCase(indicatorId: string, number: number): CaseView {
  const id = `${indicatorId}-${String(number).padStart(4, '0')}`;
  const text = `${'先看题目给出的条件，再逐步推算。'.repeat(20)}\n所以答案是 86。`;
  const at = text.indexOf('86');
  return caseView(id, indicatorId, response(text, { finishReason: 'stop', reasoning: '……' }), {
    span: { start: at, end: at + 2, text: '86' },
  });
}
