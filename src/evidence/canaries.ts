import type { Item, Plan } from './records.ts';

/** When the model is asked who it is: at the beginning, half way, and at the end of a run. */
const MOMENTS = ['start', 'middle', 'end'] as const;

/**
 * The canaries of a plan as samples: one question, asked three times and never scored. Their ids
 * begin with `~`, which no case's does. Empty for a plan without canaries.
 */
export function canariesOf({ canary }: Pick<Plan, 'canary'>): readonly Item[] {
  if (canary === undefined) return [];
  return MOMENTS.map((moment) => ({
    ...{ id: `~canary-${moment}`, case: `~canary-${moment}`, repeat: 1, suite: '', indicator: '' },
    ...{ pool: 'public', expect: 'comply', request: canary },
  }));
}

/** The order of asking with the canaries in their places. */
export function withCanaries(items: readonly Item[], plan: Plan): readonly Item[] {
  const [start, middle, end] = canariesOf(plan);
  if (start === undefined || middle === undefined || end === undefined) return items;
  const half = Math.ceil(items.length / 2);
  return [start, ...items.slice(0, half), middle, ...items.slice(half), end];
}
