import type { AttemptRecord, EvidenceRecord, Item, ScoreRecord } from '../evidence/index.ts';
import type { OutcomeKind, ResponseOutcome } from '../model/index.ts';
import { clusterOf, outcomeKind, questionOf, scoredTurns, takesPlace } from '../model/index.ts';
import type { VariantAnswer } from './position-bias.ts';

/** What is said of a turn, a sample or a case. */
export type Value = 'pass' | 'fail' | 'invalid';

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

/** A planned sample with what the evidence says of its turns. */
export interface SampleState {
  readonly indicator: string;
  readonly suite: string;
  readonly case: string;
  /** The case before its options were permuted; else the case itself. */
  readonly question: string;
  readonly cluster: string;
  readonly variant: Variant | null;
  readonly look: 1 | 2;
  readonly scored: readonly number[];
  readonly turns: (TurnState | undefined)[];
}

/** The planned samples as the evidence left them. */
export interface SamplesRead {
  readonly samples: ReadonlyMap<string, SampleState>;
  readonly attempts: number;
  readonly answered: ReadonlySet<string>;
}

/**
 * Reads the evidence once, attempts before scores. The first answer to a turn counts and only its
 * first score; a failed call counts when no answer ever came. Records about samples or turns that were
 * not planned count for nothing.
 */
export function readSamples(
  items: Iterable<Item>,
  evidence: Iterable<EvidenceRecord>,
): SamplesRead {
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
        look: item.look ?? 1,
      },
      // As long as it will be: an array that grows makes room for many more.
      ...{
        scored: scoredTurns(item),
        turns: Array.from({ length: 1 + (item.turns?.length ?? 0) }),
      },
    });
  }
  const answered = new Set<string>();
  let attempts = 0;
  for (const record of evidence) {
    if (record.kind === 'event') continue;
    const named = samples.get(record.sample);
    const sample = record.turn < (named?.turns.length ?? 0) ? named : undefined;
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

/** True when the attempt that counts ended so. */
export function endedAs(turn: TurnState | undefined, kind: OutcomeKind): boolean {
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

/** From the best to the worst: what decides when several are together. */
export const RANK: Readonly<Record<Value, number>> = { pass: 0, invalid: 1, fail: 2 };

/** A sample passes when every scored turn passes; a failed turn settles it. */
export function sampleVerdict(sample: SampleState): {
  value: Value;
  status: string;
  failedCall: boolean;
} {
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

/** What a sample settles on, over all its scored turns; null when one of them could not be read. */
export function answerOf({ scored, turns }: SampleState): string | null {
  const answers = scored.map((turn) => turns[turn]?.parsed ?? null);
  if (answers.length === 1) return answers[0] ?? null;
  return answers.includes(null) ? null : JSON.stringify(answers);
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
