import type { AssuranceLevel } from '../attest/index.ts';
import type { JournalRecord } from '../evidence/index.ts';
import type { LocalText } from '../model/index.ts';
import type { Findings } from './findings.ts';
import type { OpenedBundle } from './layout.ts';
import type { Statements } from './signatures.ts';

/** What is known of a bundle when the scenarios are gone through. */
export interface Submitted {
  readonly opened: OpenedBundle;
  readonly statements: Statements;
  readonly journal: readonly JournalRecord[];
  readonly assuranceLevel: AssuranceLevel;
}

/** One requirement on a submission, told as a scenario. */
export interface Scenario {
  /** Stable; the code of its finding is `SUBMISSION_<id>`. */
  readonly id: string;
  readonly given: LocalText;
  readonly ensures: LocalText;
  /** `warning`: the association decides. */
  readonly severity: 'error' | 'warning';
  readonly holds: (submitted: Submitted) => boolean;
}

/**
 * What an association is asked to accept. These are proposals of this project, not rules of the
 * standard, whose text is not public; an association that wants others changes this list.
 */
export const SCENARIOS: readonly Scenario[] = [
  {
    id: 'PLAN_SIGNED',
    given: {
      zh: '计划由标准所有方或审核方签署，签名受核验方信任',
      en: 'the plan is signed by the owner of the standard or an auditor whom the verifier trusts',
    },
    ensures: {
      zh: '被测方不能改动题目、限值与种子',
      en: 'a vendor cannot move items, limits or seeds',
    },
    severity: 'error',
    holds: ({ statements: { plan } }) => plan?.established === true,
  },
  {
    id: 'RUN_SIGNED',
    given: { zh: '运行由受信任的执行者签署', en: 'the run is signed by a trusted runner' },
    ensures: { zh: '有人对证据负责', en: 'somebody answers for the evidence' },
    severity: 'error',
    holds: ({ statements: { run } }) => run?.established === true,
  },
  {
    id: 'WHOLE_CATALOGUE',
    given: { zh: '运行覆盖整个目录', en: 'the run is of the whole catalogue' },
    ensures: { zh: '结论不是从选出的指标得来', en: 'the verdict is not of chosen indicators' },
    severity: 'error',
    holds: ({ opened }) => opened.plan.scope === 'catalogue',
  },
  {
    id: 'ALL_CASES',
    given: {
      zh: '各指标的用例数不少于其最少样本量',
      en: 'each indicator with cases has at least its minimum of them',
    },
    ensures: { zh: '结论有足够的依据', en: 'the verdict has enough to rest on' },
    severity: 'error',
    holds: ({ opened: { plan } }) =>
      plan.indicators.every(({ indicator, cases, demonstration }) => {
        const leaf = plan.catalogue.indicators.find(({ id }) => id === indicator);
        return cases === 0 || demonstration || leaf === undefined || cases >= leaf.minN;
      }),
  },
  {
    id: 'CAPABILITIES',
    given: { zh: '被测方声明了模型的能力', en: 'the vendor declares what the model can do' },
    ensures: { zh: '“不适用”有据可依', en: 'an indicator is not applicable for a stated reason' },
    severity: 'error',
    holds: ({ opened }) => opened.plan.sut.capabilitiesDeclared,
  },
  {
    id: 'FINISHED',
    given: { zh: '运行执行到底', en: 'the run was carried out to its end' },
    ensures: { zh: '没有中途放弃的指标', en: 'no indicator was given up on the way' },
    severity: 'error',
    holds: ({ journal }) => journal.at(-1)?.event === 'finished',
  },
  {
    id: 'REAL_MODEL',
    given: { zh: '作答的是被测模型，不是模拟器', en: 'the model answered, not the simulator' },
    ensures: { zh: '结论针对模型', en: 'the verdict is about the model' },
    severity: 'error',
    holds: ({ opened }) => !opened.results.simulated,
  },
  {
    id: 'STATEMENT',
    given: {
      zh: '附有 STATEMENT.yaml：厂商、产品、版本、联系人与已知偏离',
      en: 'STATEMENT.yaml is there: vendor, product, version, contact, known deviations',
    },
    ensures: { zh: '知道向谁、就何物发证', en: 'it is known who is certified, and for what' },
    severity: 'error',
    holds: ({ opened }) => opened.files.has('STATEMENT.yaml'),
  },
  {
    id: 'HIDDEN_ITEMS',
    given: { zh: '含有保密题库的题目', en: 'some of the items come from a hidden pool' },
    ensures: {
      zh: '成绩不只来自公开、可能已被训练的题目',
      en: 'the result does not rest on public items alone, which may have been trained on',
    },
    severity: 'warning',
    holds: ({ opened }) => opened.files.has('plan/items.hidden.jsonl'),
  },
  {
    id: 'INDEPENDENT',
    given: {
      zh: '由被测方以外的一方执行、见证或复现',
      en: 'someone other than the vendor ran it, witnessed it or reproduced it',
    },
    ensures: {
      zh: '执行者编造的回答也能被发现（离线核验做不到）',
      en: 'answers that a runner made up would be noticed, which no offline check can do',
    },
    severity: 'warning',
    holds: ({ assuranceLevel }) => assuranceLevel !== 'self_attested',
  },
];

/** What the association asks for besides a bundle that verifies. */
export function checkSubmission(submitted: Submitted, findings: Findings): void {
  for (const { id, given, ensures, severity, holds } of SCENARIOS) {
    if (holds(submitted)) continue;
    findings[severity](
      `SUBMISSION_${id}`,
      `未满足：${given.zh}（这样${ensures.zh}）。`,
      `Does not hold: ${given.en} (so that ${ensures.en}).`,
    );
  }
}
