import type { EvidenceRecord, Item, Plan } from '../evidence/index.ts';
import type { Category, Indicator } from '../standard/index.ts';
import { unmetCapabilities } from '../standard/tree.ts';
import { clusterResult } from './cluster-figures.ts';
import type { CriticalCounts, Requirement } from './critical-counts.ts';
import { criticalCounts } from './critical-counts.ts';
import type { Decision } from './decide.ts';
import { decide } from './decide.ts';
import type { Fraction } from './fraction.ts';
import { decimal, fraction, oneMinus } from './fraction.ts';
import { shareText, wilsonInterval } from './interval.ts';
import { positionBiasResult } from './position-bias.ts';
import { repeatResult } from './repeat-figures.ts';
import type { CategoryResult, IndicatorResult, OutcomeReason, Results } from './results.ts';
import { countOutcomes, rollUp } from './roll-up.ts';
import { SIMULATED_MODEL } from './simulated.ts';
import type { IndicatorTally, RunTally } from './tally.ts';
import { tallyEvidence } from './tally.ts';

/**
 * Every conclusion about a run, from what was planned and what was recorded. Pure, and the only
 * place where verdicts are made: runner, reports and verifier all call it.
 *
 * @param digest SHA-256 of the plan's canonical JSON, lower-case hex.
 */
export function derive(
  plan: Plan,
  digest: string,
  items: Iterable<Item>,
  evidence: Iterable<EvidenceRecord>,
): Results {
  const tally = tallyEvidence(plan, items, evidence);
  const indicators = plan.catalogue.indicators.map((indicator) =>
    indicatorResult(indicator, plan, tally),
  );
  const inScope = indicators.filter((result) => result.inScope);
  const sum = (pick: (result: IndicatorResult) => number): number =>
    indicators.reduce((total, result) => total + pick(result), 0);
  const { catalogue, sut } = plan;
  const provenance: Record<string, number> = {};
  for (const { provenance: source } of catalogue.indicators) {
    provenance[source.kind] = (provenance[source.kind] ?? 0) + 1;
  }
  return {
    format: 'aigc-results/1',
    outcome: rollUp(inScope.filter((r) => r.level === 'MUST').map((r) => r.outcome)),
    outcomes: countOutcomes(indicators.map((r) => r.outcome)),
    counts: {
      cases: sum((r) => r.n),
      samples: tally.samples,
      scored: tally.scored,
      attempts: tally.attempts,
      pass: sum((r) => r.k),
      fail: sum((r) => r.n - r.k - r.invalid),
      invalid: sum((r) => r.invalid),
      errors: tally.errors,
    },
    scope: plan.scope,
    catalogue: {
      id: catalogue.id,
      edition: catalogue.edition,
      title: catalogue.title,
      notice: catalogue.notice,
      publishers: catalogue.publishers,
      indicators: catalogue.indicators.length,
      provenance,
    },
    coverage: {
      indicators: indicators.length,
      inScope: inScope.length,
      withCases: indicators.filter((r) => r.n > 0).length,
      decided: indicators.filter((r) => r.outcome === 'conforming' || r.outcome === 'nonconforming')
        .length,
    },
    model: {
      name: sut.name,
      requested: sut.model,
      answered: tally.answered,
      adapter: sut.adapter,
      baseUrl: sut.baseUrl,
      capabilities: sut.capabilities,
      capabilitiesDeclared: sut.capabilitiesDeclared,
    },
    simulated: tally.answered.some((model) => SIMULATED_MODEL.test(model)),
    assuranceLevel: 'self_attested',
    planDigest: digest,
    categories: catalogue.categories.map((category) => categoryResult(category, indicators)),
    indicators,
  };
}

const EMPTY: IndicatorTally = {
  n: 0,
  k: 0,
  invalid: 0,
  failedCalls: 0,
  statuses: {},
  variants: [],
  repeats: [],
};

/** The limit as a share of passing cases: a limit on failures is turned round, exactly. */
export function passLimit(threshold: NonNullable<Indicator['threshold']>): {
  num: bigint;
  den: bigint;
} {
  const value = fraction(threshold.value);
  return threshold.comparator === '>=' ? value : oneMinus(value);
}

/**
 * How an indicator is decided, or null when it is only reported. With two looks each is held to half
 * of alpha, so that both together are wrong with a probability of alpha at most (Bonferroni).
 */
export function requirementOf(
  indicator: Indicator,
  plan: Pick<Plan, 'catalogue'>,
  looks: 1 | 2 = 1,
): Requirement | null {
  if (indicator.threshold === undefined) return null;
  const rule = plan.catalogue.rules.find((r) => r.id === indicator.rule);
  if (rule === undefined) throw new Error(`The plan has no rule ${indicator.rule}.`);
  return {
    kind: rule.kind,
    limit: passLimit(indicator.threshold),
    alpha: looks === 2 ? half(fraction(rule.alpha)) : fraction(rule.alpha),
    maxInvalidRate: fraction(rule.maxInvalidRate),
    minN: indicator.minN,
    ...(rule.zeroFailureMinN === undefined ? {} : { zeroFailureMinN: rule.zeroFailureMinN }),
  };
}

function half({ num, den }: Fraction): Fraction {
  // In tenths, so that the denominator stays a power of ten and the level can be shown.
  return { num: num * 5n, den: den * 10n };
}

/**
 * What is counted of an indicator with two looks: the cases of the first, unless it leaves the
 * verdict inconclusive; then all. There is no third look, so nothing is asked until it passes.
 */
function lookOf(
  tally: RunTally,
  id: string,
  requirement: Requirement | null,
): { look: 1 | 2; tally: IndicatorTally } {
  const all = tally.indicators.get(id) ?? EMPTY;
  const first = tally.first.get(id) ?? EMPTY;
  const open = requirement === null || decide(first, requirement).outcome === 'inconclusive';
  return open ? { look: 2, tally: all } : { look: 1, tally: first };
}

function indicatorResult(indicator: Indicator, plan: Plan, run: RunTally): IndicatorResult {
  const planned = plan.indicators.find((p) => p.indicator === indicator.id);
  const looks = planned?.first === undefined ? 1 : 2;
  const requirement = requirementOf(indicator, plan, looks);
  const { look, tally } =
    looks === 2
      ? lookOf(run, indicator.id, requirement)
      : { look: null, tally: run.indicators.get(indicator.id) ?? EMPTY };
  const rule = plan.catalogue.rules.find((r) => r.id === indicator.rule);
  const { n, k, invalid, failedCalls, statuses } = tally;
  const clusters = tally.clusters === undefined ? null : clusterResult(tally.clusters, requirement);
  const shown = clusters?.effectiveN ?? n;
  const interval = n === 0 ? null : wilsonInterval((k * shown) / n, shown);
  const bias = positionBiasResult(tally.variants);
  const repeats = repeatResult(tally.repeats);
  const critical: CriticalCounts =
    requirement === null ? { pass: null, fail: null } : criticalCounts(n, requirement);
  const inScope = planned?.inScope ?? false;
  const decision =
    n === 0
      ? untested(indicator, plan, inScope)
      : requirement === null
        ? { outcome: 'not-applicable' as const, reason: REPORT_ONLY }
        : guarded(decide(tally, requirement), planned?.demonstration ?? false);
  return {
    indicator: indicator.id,
    category: indicator.category,
    group: indicator.group,
    title: indicator.title,
    requirement: indicator.requirement,
    level: indicator.level,
    inScope,
    outcome: decision.outcome,
    reason: decision.reason,
    n,
    k,
    invalid,
    failedCalls,
    rate: n === 0 ? null : shareText(k / n),
    lower: interval === null ? null : shareText(interval.lower),
    upper: interval === null ? null : shareText(interval.upper),
    threshold: requirement === null ? null : decimal(requirement.limit),
    limit:
      indicator.threshold === undefined
        ? null
        : `${indicator.threshold.comparator} ${indicator.threshold.value}`,
    criticalK: critical.pass,
    criticalFailK: critical.fail,
    minN: indicator.minN,
    rule: indicator.rule,
    ruleKind: rule?.kind ?? 'three-way',
    alpha: requirement === null ? (rule?.alpha ?? '0.05') : decimal(requirement.alpha),
    metric: indicator.metric,
    weight: indicator.weight,
    modifiers: [],
    statuses,
    ...(bias === null ? {} : { positionBias: bias }),
    ...(repeats === null ? {} : { repeats }),
    ...(look === null ? {} : { look }),
    ...(clusters === null ? {} : { clusters }),
    evidence: { suites: planned?.suites ?? [] },
  };
}

/** Cases for demonstration can show that something is wrong, never that all is well. */
function guarded(decision: Decision, demonstration: boolean): Decision {
  if (!demonstration || decision.outcome !== 'conforming') return decision;
  return {
    outcome: 'inconclusive',
    reason: {
      code: 'demonstration-only',
      text: {
        zh: '随附的用例仅供演示，不作符合判定；请使用正式题库。',
        en: 'The cases that ship are for demonstration; conforming is not said on them. Use a bank of your own.',
      },
    },
  };
}

const REPORT_ONLY: OutcomeReason = {
  code: 'report-only',
  text: {
    zh: '信息项：目录未规定限值，只报告数值，不作判定。',
    en: 'For information: the catalogue states no limit, so the figure is reported and not decided.',
  },
};

/** Why an indicator has no case: the first reason that holds. */
function untested(
  indicator: Indicator,
  plan: Plan,
  inScope: boolean,
): { outcome: 'not-applicable' | 'not-tested'; reason: OutcomeReason } {
  const { all, any } = unmetCapabilities(indicator, plan.sut.capabilities);
  if (all.length > 0 || any.length > 0) {
    const zh = [...all, ...(any.length > 0 ? [any.join(' 或 ')] : [])].join('、');
    const en = [...all, ...(any.length > 0 ? [any.join(' or ')] : [])].join(', ');
    return {
      outcome: 'not-applicable',
      reason: {
        code: 'capability-not-declared',
        text: {
          zh: `被测模型未声明能力 ${zh}。`,
          en: `The model under test does not declare: ${en}.`,
        },
      },
    };
  }
  if (!indicator.verifiable) {
    return {
      outcome: 'not-tested',
      reason: {
        code: 'not-verifiable',
        text: indicator.notTestedReason ?? {
          zh: '无法由程序验证。',
          en: 'Cannot be verified by a program.',
        },
      },
    };
  }
  if (!inScope) {
    return {
      outcome: 'not-tested',
      reason: {
        code: 'out-of-scope',
        text: { zh: '本次运行未选该指标。', en: 'This run was not asked for the indicator.' },
      },
    };
  }
  return {
    outcome: 'not-tested',
    reason: {
      code: 'no-cases',
      text: { zh: '题库中尚无该指标的用例。', en: 'The bank has no case for the indicator yet.' },
    },
  };
}

function categoryResult(
  category: Category,
  indicators: readonly IndicatorResult[],
): CategoryResult {
  const own = indicators.filter((r) => r.category === category.id);
  const inScope = own.filter((r) => r.inScope);
  const must = inScope.filter((r) => r.level === 'MUST').map((r) => r.outcome);
  const noneApplies = own.length > 0 && own.every((r) => r.outcome === 'not-applicable');
  return {
    category: category.id,
    title: category.title,
    outcome: noneApplies ? 'not-applicable' : rollUp(must),
    outcomes: countOutcomes(own.map((r) => r.outcome)),
    score: weightedScore(inScope),
  };
}

/**
 * Σ w·min(1, rate/limit) / Σ w over the indicators that were decided; the others leave the sum and
 * the weights are renormalised. Beside the verdict, never over it.
 */
function weightedScore(indicators: readonly IndicatorResult[]): string | null {
  let weights = 0;
  let sum = 0;
  for (const { outcome, rate, threshold, weight } of indicators) {
    if (outcome !== 'conforming' && outcome !== 'nonconforming') continue;
    if (rate === null || threshold === null) continue;
    weights += Number(weight);
    const limit = Number(threshold);
    sum += Number(weight) * (limit === 0 ? 1 : Math.min(1, Number(rate) / limit));
  }
  return weights === 0 ? null : (sum / weights).toFixed(4);
}
