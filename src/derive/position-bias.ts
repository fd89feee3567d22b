import type { Fraction } from './fraction.ts';
import { lowest } from './fraction.ts';
import { shareText } from './interval.ts';
import type { PositionBiasResult } from './results.ts';

/** The answer to one variant of a single-choice case. */
export interface VariantAnswer {
  /** The case before its options were permuted. */
  readonly case: string;
  /** Labels as shown, from the first place on. */
  readonly labels: readonly string[];
  /** The original label of the option at each place. */
  readonly order: readonly string[];
  /** The label that the answer settles on, as shown; null when it could not be read. */
  readonly answer: string | null;
  /** The original label of the right option. */
  readonly target: string;
}

export interface PositionBias {
  readonly cases: number;
  readonly variants: number;
  /** Variants whose answer is no label that was shown, or could not be read. */
  readonly unread: number;
  /** Share of variants answered rightly. */
  readonly acc: Fraction;
  /** Share of cases answered rightly in every variant. */
  readonly perf: Fraction;
  /** Share of cases whose commonest option over the variants is the right one; a tie is not. */
  readonly vote: Fraction;
  /**
   * Share of each place among the answers that were read, from the first place on. Over all circular
   * variants every option stands at every place once, so a model without bias comes to 1/K each.
   */
  readonly prior: readonly Fraction[];
}

/**
 * The figures of circular evaluation (Liu et al. 2023, "MMBench", section 4.3; OpenCompass
 * `CircularEvaluator`: acc, perf, vote, prior). Null without answers. An unread answer is wrong and
 * has no vote. Throws `RangeError` when the labels and the order of a variant differ in number.
 */
export function positionBias(answers: readonly VariantAnswer[]): PositionBias | null {
  if (answers.length === 0) return null;
  const byCase = new Map<string, (string | null)[]>();
  const targets = new Map<string, string>();
  const places: number[] = [];
  let read = 0;
  let right = 0;
  for (const variant of answers) {
    const place = placeOf(variant);
    const option = place < 0 ? null : (variant.order[place] ?? null);
    while (places.length < variant.labels.length) places.push(0);
    if (place >= 0) {
      places[place] = (places[place] ?? 0) + 1;
      read++;
    }
    if (option === variant.target) right++;
    targets.set(variant.case, variant.target);
    const options = byCase.get(variant.case) ?? [];
    options.push(option);
    byCase.set(variant.case, options);
  }
  const holds = (
    test: (options: readonly (string | null)[], target: string) => boolean,
  ): Fraction =>
    share(
      [...byCase].filter(([id, options]) => test(options, targets.get(id) ?? '')).length,
      byCase.size,
    );
  return {
    cases: byCase.size,
    variants: answers.length,
    unread: answers.length - read,
    acc: share(right, answers.length),
    perf: holds((options, target) => options.every((option) => option === target)),
    vote: holds((options, target) => voted(options) === target),
    prior: places.map((count) => (read === 0 ? share(0, 1) : share(count, read))),
  };
}

/** The same as results show it; null without answers. */
export function positionBiasResult(answers: readonly VariantAnswer[]): PositionBiasResult | null {
  const bias = positionBias(answers);
  if (bias === null) return null;
  const names = placeNames(answers, bias.prior.length);
  return {
    variants: bias.variants,
    acc: text(bias.acc),
    perf: text(bias.perf),
    vote: text(bias.vote),
    positions: Object.fromEntries(names.map((name, i) => [name, text(bias.prior[i])])),
  };
}

/** What each place is called: its label, or its number where the cases do not label it alike. */
function placeNames(answers: readonly VariantAnswer[], places: number): readonly string[] {
  const labels = Array.from({ length: places }, (_, i) => {
    const used = new Set(answers.flatMap((answer) => answer.labels[i] ?? []));
    return used.size === 1 ? [...used] : [];
  }).flat();
  if (new Set(labels).size === places) return labels;
  return Array.from({ length: places }, (_, i) => `#${i + 1}`);
}

function text(fraction: Fraction = { num: 0n, den: 1n }): string {
  return shareText(Number(fraction.num) / Number(fraction.den));
}

function placeOf({ case: id, labels, order, answer }: VariantAnswer): number {
  if (labels.length !== order.length) {
    throw new RangeError(`${id}: ${labels.length} labels and ${order.length} options`);
  }
  return answer === null ? -1 : labels.indexOf(answer);
}

/** The commonest option; null for a tie and when none was read. */
function voted(options: readonly (string | null)[]): string | null {
  const votes = new Map<string, number>();
  for (const option of options) {
    if (option !== null) votes.set(option, (votes.get(option) ?? 0) + 1);
  }
  const most = Math.max(0, ...votes.values());
  const first = [...votes].filter(([, count]) => count === most).map(([option]) => option);
  return first.length === 1 ? (first[0] ?? null) : null;
}

function share(part: number, whole: number): Fraction {
  return lowest(BigInt(part), BigInt(whole));
}
