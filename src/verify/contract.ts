import type { AssuranceLevel } from '../attest/index.ts';
import type { Outcome, Standing } from '../derive/index.ts';
import type { LocalText } from '../model/index.ts';

/** The steps of a verification in their order; each looks for one kind of fault. */
export const STEPS = {
  V0: {
    code: 'STRUCT',
    title: { zh: '结构：文件齐全，格式合规', en: 'Structure: the files are there and well formed' },
  },
  V1: {
    code: 'SIG',
    title: { zh: '签名：由受信任的密钥签署', en: 'Signatures: made by trusted keys' },
  },
  V2: {
    code: 'DIGEST',
    title: { zh: '摘要：文件与清单一致', en: 'Digests: the files are those of the manifest' },
  },
  V3: {
    code: 'PLAN',
    title: { zh: '计划：先于运行固定，且未改动', en: 'Plan: fixed before the run and unchanged' },
  },
  V4: {
    code: 'CHAIN',
    title: { zh: '证据链：记录未增删、未调换', en: 'Chains: no record added, removed or moved' },
  },
  V5: {
    code: 'COMPLETE',
    title: {
      zh: '完整性：每题都问过，首次回答为准',
      en: 'Completeness: every item was asked, and the first answer counts',
    },
  },
  V6: {
    code: 'COMMIT',
    title: { zh: '承诺：保密题与事先承诺一致', en: 'Commitments: hidden items are those promised' },
  },
  V7: {
    code: 'RESCORE',
    title: { zh: '重新评分：由回答重新得出评分', en: 'Scores: made again from the answers' },
  },
  V8: {
    code: 'DERIVE',
    title: { zh: '重新推导：由评分重新得出结论', en: 'Verdicts: derived again from the scores' },
  },
  V9: {
    code: 'PROJECT',
    title: { zh: '报告：与结论一致', en: 'Reports: they say what was concluded' },
  },
  V10: {
    code: 'CONDUCT',
    title: {
      zh: '执行情况：同一模型、时间次序、有效期',
      en: 'Conduct: one model, times in order, still valid',
    },
  },
  SUB: {
    code: 'SUBMISSION',
    title: { zh: '送审要求', en: 'What a submission needs' },
  },
} as const satisfies Record<string, { code: string; title: LocalText }>;

export type StepId = keyof typeof STEPS;

/** One thing that a step found. */
export interface Finding {
  readonly step: StepId;
  /** Begins with the code of its step, e.g. `CHAIN_LINK`. */
  readonly code: string;
  /** A warning leaves the bundle verified. */
  readonly severity: 'error' | 'warning';
  readonly message: LocalText;
  /** Relative to the run folder. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
  readonly sample?: string;
  readonly indicator?: string;
}

export interface StepResult {
  readonly id: StepId;
  readonly code: string;
  /**
   * `not-checked`: what it needs was not there (no trust file, a public edition, …), or was too
   * damaged.
   */
  readonly outcome: 'passed' | 'warning' | 'failed' | 'not-checked';
  /** Errors first; of each code the first ones. `count` says how many there were. */
  readonly findings: readonly Finding[];
  readonly count: number;
}

/**
 * How far the verdict on an indicator was made again:
 * - `re-derived`: from the answers, every score included
 * - `trusted`: from recorded scores, since the answers or the scorer version are not at hand
 * - `not-verifiable`: not at all
 */
export type IndicatorStatus = 're-derived' | 'trusted' | 'not-verifiable';

/** What a verification says; `verification.json`. */
export interface Verification {
  readonly format: 'aigc-verification/1';
  readonly outcome: 'verified' | 'verified-with-warnings' | 'failed';
  readonly edition: 'auditor' | 'public';
  /** SHA-256 of bundle.json; null when it could not be read. */
  readonly bundle: string | null;
  /** SHA-256 of the plan. */
  readonly plan: string | null;
  /** What the run concluded; null when that could not be read. */
  readonly concluded: Outcome | null;
  /** The assurance level that the signatures bear out; null when the bundle could not be read. */
  readonly assuranceLevel: AssuranceLevel | null;
  readonly steps: readonly StepResult[];
  /** The indicators that have cases. */
  readonly indicators: readonly { readonly id: string; readonly status: IndicatorStatus }[];
  /**
   * What stands for a certificate at the time of verification, by the verdicts that the evidence
   * gives and the approved records; null when the evidence could not be read.
   */
  readonly standing: Omit<Standing, 'findings'> | null;
}
