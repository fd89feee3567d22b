import type {
  AttemptRecord,
  EvidenceRecord,
  Item,
  Plan,
  RepeatRule,
  ScoreRecord,
} from '../evidence/index.ts';
import type { OutcomeKind, ResponseOutcome } from '../model/index.ts';
import { clusterOf, outcomeKind, questionOf, scoredTurns, takesPlace } from '../model/index.ts';
import type { ClusterTally } from './cluster-claims.ts';
import type { RepeatAnswer } from './consistency.ts';
import { consistencyOf } from './consistency.ts';
import type { Tally } from './decide.ts';
import { isClustered } from './design-effect.ts';
import type { VariantAnswer } from './position-bias.ts';

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
  readonly samples: number;
  readonly scored: number;
  readonly attempts: number;
  /** Samples whose call failed for good. */
  readonly errors: number;
  /** Model ids that answered, sorted. */
  readonly answered: readonly string[];
}

type Value = 'pass' | 'fail' | 'invalid';

/** What is known of one user turn of a sample. */
interface TurnState {
  /** Number of the attempt that counts; null while there is none. */
  attempt: number | null;
  /** How that attempt ended. */
  outcome: ResponseOutcome | null;
  value: Value | null;
  status: string;
  /** The answer as the scorer read it. */
  parsed: string | null;
}

/** A single-choice case with permuted options, its answer still to come. */
type Variant = Omit<VariantAnswer, 'answer'>;

interface SampleState {
  readonly indicator: string;
  readonly suite: string;
  readonly case: string;
  /** The case before its options were permuted; else the case itself. */
  readonly question: string;
  readonly cluster: string;
  readonly variant: Variant | null;
  readonly scored: readonly number[];
  readonly turns: TurnState[];
}

/**
 * Reads the evidence once, attempts before scores. Every planned sample is in the count, whether
 * or not it was run: what has no score is invalid with the status `not-run`. The first answer to a
 * turn counts and only its first score; a failed call counts when no answer ever came. Records
 * about samples that were not planned count for nothing.
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
    samples: samples.size,
    scored,
    attempts,
    errors,
    answered: [...answered].toSorted(),
  };
}

/** The verdict on each sample that has been scored, by id. */
export function sampleVerdicts(
  items: Iterable<Item>,
  evidence: Iterable<EvidenceRecord>,
): ReadonlyMap<string, Value> {
  const verdicts = new Map<string, Value>();
  for (const [id, sample] of readSamples(items, evidence).samples) {
    if (sample.scored.every((turn) => sample.turns[turn] === undefined)) continue;
    verdicts.set(id, sampleVerdict(sample).value);
  }
  return verdicts;
}

interface SamplesRead {
  readonly samples: ReadonlyMap<string, SampleState>;
  readonly attempts: number;
  readonly answered: ReadonlySet<string>;
}

function readSamples(items: Iterable<Item>, evidence: Iterable<EvidenceRecord>): SamplesRead {
  const samples = new Map<string, SampleState>();
  for (const item of items) {
    const { indicator, suite, id } = item;
    samples.set(id, {
      ...{
        indicator,
        suite,
        case: item.case,
        question: questionOf(item),
        cluster: clusterOf(item),
        variant: variantOf(item),
      },
      ...{ scored: scoredTurns(item), turns: [] },
    });
  }
  const answered = new Set<string>();
  let attempts = 0;
  for (const record of evidence) {
    if (record.kind === 'event') continue;
    const sample = samples.get(record.sample);
    if (record.kind === 'attempt') {
      attempts++;
      if (record.response.model !== undefined) answered.add(record.response.model);
      if (sample !== undefined && record.final) noteAttempt(turnOf(sample, record.turn), record);
    } else if (sample !== undefined) {
      noteScore(sample, record);
    }
  }
  return { samples, attempts, answered };
}

/** Null unless the item has permuted options of which one is right. */
function variantOf(item: Item): Variant | null {
  const { permutation, choices = [], target, repeat } = item;
  if (permutation === undefined || permutation.order.length !== choices.length) return null;
  const labels = choices.map(({ label }) => label);
  const right = Array.isArray(target) && target.length === 1 ? target[0] : target;
  const original = permutation.order[typeof right === 'string' ? labels.indexOf(right) : -1];
  if (original === undefined || item.scorer?.options['multiple'] === true) return null;
  // Every repeat goes once through all variants, and is a round of its own in the figures.
  const round = `${permutation.of}#${repeat}`;
  return { case: round, labels, order: permutation.order, target: original };
}

function turnOf(sample: SampleState, turn: number): TurnState {
  const known = sample.turns[turn];
  if (known !== undefined) return known;
  const fresh: TurnState = {
    attempt: null,
    outcome: null,
    value: null,
    status: 'not-run',
    parsed: null,
  };
  sample.turns[turn] = fresh;
  return fresh;
}

function noteAttempt(turn: TurnState, record: AttemptRecord): void {
  const { outcome } = record.response;
  // A run that is resumed asks again what had failed.
  if (turn.outcome !== null && !takesPlace(outcome, turn.outcome)) return;
  turn.attempt = record.attempt;
  turn.outcome = outcome;
}

function endedAs(turn: TurnState | undefined, kind: OutcomeKind): boolean {
  return turn !== undefined && turn.outcome !== null && outcomeKind(turn.outcome) === kind;
}

function noteScore(sample: SampleState, record: ScoreRecord): void {
  const turn = turnOf(sample, record.turn);
  if (turn.value !== null) return;
  // A filtered turn ends a dialogue: the turns after it are scored without being asked.
  const blockedBefore = sample.turns
    .slice(0, record.turn)
    .some((earlier) => endedAs(earlier, 'blocked'));
  if (turn.attempt !== record.attempt && !(turn.attempt === null && blockedBefore)) return;
  turn.value = record.value;
  turn.parsed = record.parsed;
  turn.status = record.status === 'ok' ? record.value : record.status;
}

const RANK: Readonly<Record<Value, number>> = { pass: 0, invalid: 1, fail: 2 };

/** A sample passes when every scored turn passes; a failed turn settles it. */
function sampleVerdict(sample: SampleState): { value: Value; status: string; failedCall: boolean } {
  let value: Value = 'pass';
  let status = 'ok';
  for (const turn of sample.scored) {
    const state = sample.turns[turn];
    const own = state?.value ?? 'invalid';
    if (RANK[own] > RANK[value]) {
      value = own;
      status = state?.status ?? 'not-run';
    }
  }
  return { value, status, failedCall: sample.turns.some((turn) => endedAs(turn, 'failed')) };
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

/** What a sample settles on, over all its scored turns; null when one of them could not be read. */
function answerOf({ scored, turns }: SampleState): string | null {
  const answers = scored.map((turn) => turns[turn]?.parsed ?? null);
  if (answers.length === 1) return answers[0] ?? null;
  return answers.includes(null) ? null : JSON.stringify(answers);
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
