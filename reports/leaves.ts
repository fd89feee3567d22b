import {
  type CategoryResult,
  type IndicatorResult,
  OUTCOMES,
  type Outcome,
  type Results,
} from '../src/derive/index.ts';
import type { LocalText } from '../src/model/index.ts';

/** True when there is something to show besides a reason: cases, or a verdict. */
export function hasFigures(leaf: IndicatorResult): boolean {
  return leaf.n > 0 || (leaf.outcome !== 'not-applicable' && leaf.outcome !== 'not-tested');
}

/** What needs attention first, so that the end of a long table hides no finding. */
const ATTENTION: readonly Outcome[] = [
  'error',
  'nonconforming',
  'inconclusive',
  'not-tested',
  'conforming',
  'not-applicable',
];

export function byAttention(leaves: readonly IndicatorResult[]): readonly IndicatorResult[] {
  return ATTENTION.flatMap((outcome) => leaves.filter((leaf) => leaf.outcome === outcome));
}

/** Leaves that share an outcome and the reason for it. */
export interface ReasonGroup {
  readonly outcome: Outcome;
  readonly reason: LocalText | null;
  readonly leaves: readonly IndicatorResult[];
}

/** The leaves without figures by outcome and reason, largest group of an outcome first. */
export function groupByReason(results: Results): readonly ReasonGroup[] {
  const groups = new Map<string, ReasonGroup & { leaves: IndicatorResult[] }>();
  for (const leaf of results.indicators) {
    if (hasFigures(leaf)) continue;
    const reason = leaf.reason?.text ?? null;
    const key = JSON.stringify([leaf.outcome, leaf.reason?.code, reason?.zh, reason?.en]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { outcome: leaf.outcome, reason, leaves: [leaf] });
    else group.leaves.push(leaf);
  }
  const rank = (group: ReasonGroup): number => OUTCOMES.indexOf(group.outcome);
  return [...groups.values()].toSorted(
    (a, b) => rank(a) - rank(b) || b.leaves.length - a.leaves.length,
  );
}

/** A category with its leaves in the order of the catalogue. */
export interface CategoryLeaves {
  readonly category: string;
  readonly title: LocalText | null;
  /** Null when the results say nothing of the category itself. */
  readonly result: CategoryResult | null;
  readonly leaves: readonly IndicatorResult[];
}

/** Every leaf once: under its category, or under one of its own when the results name none. */
export function categoriesWithLeaves(results: Results): readonly CategoryLeaves[] {
  const leaves = Map.groupBy(results.indicators, (leaf) => leaf.category);
  const known = new Map(results.categories.map((result) => [result.category, result]));
  return [...new Set([...known.keys(), ...leaves.keys()])].map((category) => {
    const result = known.get(category) ?? null;
    return { category, title: result?.title ?? null, result, leaves: leaves.get(category) ?? [] };
  });
}

/** Cases of a leaf that did not pass: the failing and the invalid ones. */
export function notPassing(leaf: IndicatorResult): number {
  return Math.max(0, leaf.n - leaf.k);
}
