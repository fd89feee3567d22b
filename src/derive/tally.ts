import type { EvidenceRecord, Item, Plan, RepeatRule } from '../evidence/index.ts';
import type { ClusterTally } from './cluster-claims.ts';
import type { RepeatAnswer } from './consistency.ts';
import { consistencyOf } from './consistency.ts';
import type { Tally } from './decide.ts';
import { isClustered } from './design-effect.ts';
import type { VariantAnswer } from './position-bias.ts';
import type { SampleState, Value } from './samples.ts';
import { answerOf, endedAs, RANK, readSamples, sampleVerdict } from './samples.ts';

/** What the evidence says of one indicator's cases. */
export interface IndicatorTally extends Tally {
  /** Cases that did not pass, by what became of them. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Answers to single-choice cases with permuted options. */
  readonly variants: readonly VariantAnswer[];
  /** The repeats of each case that was planned more than once. */
  readonly repeats: readonly (readonly RepeatAnswer[])[];
}

/** What the evidence says of the whole run. */
export interface RunTally {
  readonly indicators: ReadonlyMap<string, IndicatorTally>;
  /** The same over the cases of the first look alone, where there are two. */
  readonly first: ReadonlyMap<string, IndicatorTally>;
  readonly samples: number;
  readonly scored: number;
  readonly attempts: number;
  /** Samples whose call failed for good. */
  readonly errors: number;
  /** Model ids that answered, sorted. */
  readonly answered: readonly string[];
}

/**
 * Counts the cases of every indicator. Every planned sample is in the count, whether or not it was
 * run: what has no score is invalid with the status `not-run`.
 */
export function tallyEvidence(
  plan: Plan,
  items: Iterable<Item>,
  evidence: Iterable<EvidenceRecord>,
): RunTally {
  const { samples, attempts, answered } = readSamples(items, evidence);
  let scored = 0;
  let errors = 0;
  for (const sample of samples.values()) {
    if (sample.scored.every((turn) => typeof sample.turns[turn]?.value === 'string')) scored++;
    if (sample.turns.some((turn) => endedAs(turn, 'failed'))) errors++;
  }
  return {
    indicators: tallyCases(plan, samples.values()),
    first: firstLook(plan, samples.values()),
    samples: samples.size,
    scored,
    attempts,
    errors,
    answered: [...answered].toSorted(),
  };
}

function firstLook(plan: Plan, samples: Iterable<SampleState>): RunTally['first'] {
  const twice = new Set(
    plan.indicators.flatMap(({ indicator, first }) => (first === undefined ? [] : [indicator])),
  );
  if (twice.size === 0) return new Map();
  const early = [...samples].filter(({ indicator, look }) => look === 1 && twice.has(indicator));
  return tallyCases(plan, early);
}

/** The repeats of a case, in no particular order. */
interface CaseState {
  readonly rule: RepeatRule;
  readonly repeats: RepeatAnswer[];
  failedCall: boolean;
  status: string;
}

/** A question has several cases when its options were permuted. */
interface QuestionState {
  readonly cluster: string;
  readonly cases: Map<string, CaseState>;
}

interface IndicatorState {
  readonly questions: Map<string, QuestionState>;
  readonly variants: VariantAnswer[];
}

function tallyCases(
  plan: Plan,
  samples: Iterable<SampleState>,
): ReadonlyMap<string, IndicatorTally> {
  const rules = new Map(plan.suites.map(({ suite, repeat }) => [suite, repeat?.rule]));
  const indicators = new Map<string, IndicatorState>();
  for (const sample of samples) {
    const own = known(indicators, sample.indicator, () => ({ questions: new Map(), variants: [] }));
    const { cases } = known(own.questions, sample.question, () => ({
      ...{ cluster: sample.cluster, cases: new Map<string, CaseState>() },
    }));
    const rule = rules.get(sample.suite) ?? plan.repeatRule;
    const state = known(cases, sample.case, () => ({
      ...{ rule, repeats: [], failedCall: false, status: 'ok' },
    }));
    const { value, status, failedCall } = sampleVerdict(sample);
    state.repeats.push({ value, parsed: answerOf(sample) });
    if (value === 'invalid' && failedCall) state.failedCall = true;
    if (value !== 'pass') state.status = status;
    if (sample.variant !== null) {
      own.variants.push({ ...sample.variant, answer: sample.turns[0]?.parsed ?? null });
    }
  }
  return new Map([...indicators].map(([id, state]) => [id, tallyOf(state)]));
}

/** The value of a key, made when there is none yet. */
function known<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}

function tallyOf({ questions, variants }: IndicatorState): IndicatorTally {
  const tally = { n: 0, k: 0, invalid: 0, failedCalls: 0 };
  const statuses: Record<string, number> = {};
  const repeats: (readonly RepeatAnswer[])[] = [];
  const clusters = new Map<string, { n: number; k: number; invalid: number }>();
  for (const { cluster, cases } of questions.values()) {
    const counts = known(clusters, cluster, () => ({ n: 0, k: 0, invalid: 0 }));
    counts.n++;
    tally.n++;
    const { value, status, failedCall } = questionVerdict(cases.values());
    if (value === 'pass') {
      tally.k++;
      counts.k++;
    } else statuses[status] = (statuses[status] ?? 0) + 1;
    if (value === 'invalid') {
      tally.invalid++;
      counts.invalid++;
      if (failedCall) tally.failedCalls++;
    }
    for (const state of cases.values()) {
      if (state.repeats.length > 1) repeats.push(state.repeats);
    }
  }
  const sorted = Object.entries(statuses).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const own: readonly ClusterTally[] = [...clusters.values()];
  return {
    ...tally,
    ...(isClustered(own) ? { clusters: own } : {}),
    statuses: Object.fromEntries(sorted),
    variants,
    repeats,
  };
}

/**
 * The variants of one question are not independent of each other, so they are one case: it passes
 * when every variant passes, and a failed variant settles it.
 */
function questionVerdict(cases: Iterable<CaseState>): {
  value: Value;
  status: string;
  failedCall: boolean;
} {
  let value: Value = 'pass';
  let status = 'ok';
  let failedCall = false;
  for (const state of cases) {
    const own = caseValue(state);
    if (own === 'invalid' && state.failedCall) failedCall = true;
    if (RANK[own] <= RANK[value]) continue;
    value = own;
    status = state.rule === 'agree' && own === 'fail' ? 'disagree' : state.status;
  }
  return { value, status, failedCall };
}

/** How the repeats of a case become one verdict on it; the rule is part of the plan. */
function caseValue({ rule, repeats }: CaseState): Value {
  const count = (of: Value): number => repeats.filter(({ value }) => value === of).length;
  switch (rule) {
    case 'all':
      return count('fail') > 0 ? 'fail' : count('invalid') > 0 ? 'invalid' : 'pass';
    case 'majority':
      if (count('pass') * 2 > repeats.length) return 'pass';
      return count('fail') * 2 >= repeats.length ? 'fail' : 'invalid';
    case 'agree':
      return agreement(repeats);
  }
}

/** Two answers that were read and differ settle it; one that was not read may yet have agreed. */
function agreement(repeats: readonly RepeatAnswer[]): Value {
  if (repeats.length > 1 && consistencyOf(repeats).agree) return 'pass';
  const read = new Set(repeats.flatMap(({ parsed }) => parsed ?? []));
  return read.size > 1 ? 'fail' : 'invalid';
}
