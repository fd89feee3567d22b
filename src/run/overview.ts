import {
  binomialTail,
  clustersSuffice,
  fraction,
  passLimit,
  requirementOf,
} from '../derive/index.ts';
import type { LocalText, Sample } from '../model/index.ts';
import { messageText } from '../model/index.ts';
import { turnCount } from '../suite/index.ts';
import type { PreparedPlan } from './plan.ts';

/** What a plan will ask and what it can decide, before anything is spent. */
export interface PlanOverview {
  readonly samples: number;
  /** Calls when nothing has to be retried. */
  readonly calls: number;
  /** Rough: 1.5 Han characters or 4 other characters to a token. */
  readonly inputTokens: number;
  /** Null when some call has no bound. */
  readonly maxOutputTokens: number | null;
  readonly indicators: readonly {
    readonly indicator: string;
    readonly title: LocalText;
    readonly cases: number;
    readonly minN: number;
    readonly limit: string | null;
    /** Passes needed if the cases are independent; null when no number is enough. */
    readonly criticalK: number | null;
    /** Only where cases are not independent, for which the figures here are computed. */
    readonly clusters?: { readonly count: number; readonly largest: number };
    /** The true rate the power is stated for: half way from the limit to 1. */
    readonly assumedRate: string | null;
    /** Probability of conforming at that rate. */
    readonly power: number | null;
  }[];
}

export function planOverview({ plan, items }: PreparedPlan): PlanOverview {
  const bounds = items.map((item) => item.request.params.maxTokens ?? plan.sut.params.maxTokens);
  const unbounded = bounds.some((bound) => bound === undefined);
  const calls = items.reduce((sum, item) => sum + turnCount(item), 0);
  return {
    samples: items.length,
    calls,
    inputTokens: Math.ceil(items.reduce((sum, item) => sum + estimatedTokens(item), 0)),
    maxOutputTokens: unbounded
      ? null
      : items.reduce((sum, item, i) => sum + (bounds[i] ?? 0) * turnCount(item), 0),
    indicators: plan.indicators
      .filter((planned) => planned.cases > 0)
      .map(({ indicator: id, cases, clusters, ...planned }) => {
        const indicator = plan.catalogue.indicators.find((i) => i.id === id);
        if (indicator === undefined) throw new Error(`The plan has no indicator ${id}.`);
        const { threshold, title, minN } = indicator;
        const limit = threshold === undefined ? null : `${threshold.comparator} ${threshold.value}`;
        const share = threshold === undefined ? null : passLimit(threshold);
        const rate = share === null ? null : (1 + Number(share.num) / Number(share.den)) / 2;
        const requirement = requirementOf(indicator, plan);
        const enough =
          clusters === undefined ||
          requirement === null ||
          clustersSuffice(clusters.count, requirement);
        const criticalK = enough ? planned.criticalK : null;
        const decidable = criticalK !== null && rate !== null && cases >= minN;
        return {
          ...{ indicator: id, title, cases, minN, limit, criticalK },
          ...(clusters === undefined ? {} : { clusters }),
          assumedRate: rate === null ? null : rate.toFixed(3),
          power: decidable
            ? binomialTail(cases, criticalK, fraction(rate.toFixed(3)))
            : rate === null
              ? null
              : 0,
        };
      }),
  };
}

function estimatedTokens(item: Sample): number {
  const texts = [
    ...item.request.messages.map(messageText),
    ...(item.turns ?? []).map((turn) => turn.content),
  ];
  const han = texts.join('').match(/\p{Script=Han}/gu)?.length ?? 0;
  const all = texts.reduce((sum, text) => sum + text.length, 0);
  return han / 1.5 + (all - han) / 4;
}
