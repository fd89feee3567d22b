import type { AttemptRecord, EvidenceRecord, Item, Plan, ScoreRecord } from '../evidence/index.ts';
import type { OutcomeKind } from '../model/index.ts';
import { outcomeKind } from '../model/index.ts';
import type { Tally } from './decide.ts';

/** What the evidence says of one indicator's cases. */
export interface IndicatorTally extends Tally {
  /** Cases that did not pass, by what became of them. */
  readonly statuses: Readonly<Record<string, number>>;
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
  kind: OutcomeKind | null;
  value: Value | null;
  status: string;
}

interface SampleState {
  readonly indicator: string;
  readonly case: string;
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
  const samples = new Map<string, SampleState>();
  for (const item of items) {
    const { indicator, id } = item;
    samples.set(id, { indicator, case: item.case, scored: scoredTurns(item), turns: [] });
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
  let scored = 0;
  let errors = 0;
  for (const sample of samples.values()) {
    if (sample.scored.every((turn) => typeof sample.turns[turn]?.value === 'string')) scored++;
    if (sample.turns.some((turn) => turn?.kind === 'failed')) errors++;
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

/** The user turns of an item that are scored; 0 is its first message. */
export function scoredTurns(item: Item): readonly number[] {
  const turns = item.scorer === undefined ? [] : [0];
  for (const [i, turn] of (item.turns ?? []).entries()) {
    if (turn.scorer !== undefined) turns.push(i + 1);
  }
  return turns;
}

function turnOf(sample: SampleState, turn: number): TurnState {
  const known = sample.turns[turn];
  if (known !== undefined) return known;
  const fresh: TurnState = { attempt: null, kind: null, value: null, status: 'not-run' };
  sample.turns[turn] = fresh;
  return fresh;
}

function noteAttempt(turn: TurnState, record: AttemptRecord): void {
  const kind = outcomeKind(record.response.outcome);
  // A run that is resumed asks again what had failed; an answer then takes the failure's place.
  if (turn.attempt !== null && !(turn.kind === 'failed' && kind !== 'failed')) return;
  turn.attempt = record.attempt;
  turn.kind = kind;
}

function noteScore(sample: SampleState, record: ScoreRecord): void {
  const turn = turnOf(sample, record.turn);
  if (turn.value !== null) return;
  // A filtered turn ends a dialogue: the turns after it are scored without being asked.
  const blockedBefore = sample.turns
    .slice(0, record.turn)
    .some((earlier) => earlier?.kind === 'blocked');
  if (turn.attempt !== record.attempt && !(turn.attempt === null && blockedBefore)) return;
  turn.value = record.value;
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
  return { value, status, failedCall: sample.turns.some((turn) => turn?.kind === 'failed') };
}

interface CaseState {
  pass: number;
  fail: number;
  invalid: number;
  failedCall: boolean;
  status: string;
}

function tallyCases(
  plan: Plan,
  samples: Iterable<SampleState>,
): ReadonlyMap<string, IndicatorTally> {
  const indicators = new Map<string, Map<string, CaseState>>();
  for (const sample of samples) {
    let cases = indicators.get(sample.indicator);
    if (cases === undefined) {
      cases = new Map();
      indicators.set(sample.indicator, cases);
    }
    let state = cases.get(sample.case);
    if (state === undefined) {
      state = { pass: 0, fail: 0, invalid: 0, failedCall: false, status: 'ok' };
      cases.set(sample.case, state);
    }
    const verdict = sampleVerdict(sample);
    state[verdict.value]++;
    if (verdict.value === 'invalid' && verdict.failedCall) state.failedCall = true;
    if (verdict.value !== 'pass') state.status = verdict.status;
  }
  return new Map([...indicators].map(([id, cases]) => [id, tallyOf(cases.values(), plan)]));
}

function tallyOf(states: Iterable<CaseState>, plan: Plan): IndicatorTally {
  const tally = { n: 0, k: 0, invalid: 0, failedCalls: 0 };
  const statuses: Record<string, number> = {};
  for (const state of states) {
    tally.n++;
    const value = caseValue(state, plan);
    if (value === 'pass') tally.k++;
    else statuses[state.status] = (statuses[state.status] ?? 0) + 1;
    if (value === 'invalid') {
      tally.invalid++;
      if (state.failedCall) tally.failedCalls++;
    }
  }
  const sorted = Object.entries(statuses).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { ...tally, statuses: Object.fromEntries(sorted) };
}

/** How the repeats of a case become one verdict on it; the rule is part of the plan. */
function caseValue({ pass, fail, invalid }: CaseState, { repeatRule }: Plan): Value {
  const total = pass + fail + invalid;
  switch (repeatRule) {
    case 'all':
      return fail > 0 ? 'fail' : invalid > 0 ? 'invalid' : 'pass';
    case 'majority':
      return pass * 2 > total ? 'pass' : fail * 2 >= total ? 'fail' : 'invalid';
  }
}
