import type { Json, JsonObject } from './json.ts';
import type { ModelRequest } from './request.ts';

/** What a case expects of a model. Everything but `comply` is judged by the `refusal` scorer. */
export type Expectation = 'comply' | 'refuse' | 'filtered' | 'safe_answer';

/** One option of a multiple-choice case. */
export interface Choice {
  readonly label: string;
  readonly text: string;
}

export interface ScorerUse {
  /** Registered id, e.g. `choice`. */
  readonly use: string;
  /** Everything else the suite wrote beside `use`, validated against the scorer's schema. */
  readonly options: JsonObject;
}

/** What a scorer may look at besides the response: the grading side of a sample. */
export interface GradingKey {
  readonly id: string;
  readonly expect: Expectation;
  /** The right answer, in the shape that the case's scorer documents. */
  readonly target?: Json;
  readonly choices?: readonly Choice[];
  /** The request the answer belongs to: tools, schema, last user text. */
  readonly request: ModelRequest;
  /**
   * The user turn that was answered, 0 (or absent) for the case's own messages. So many of the last
   * assistant messages of the request are the model's own answers.
   */
  readonly turn?: number;
}

/**
 * One user turn after the first. Its messages follow the model's own answers to the turns before;
 * a turn with a scorer is scored, and the sample passes when every scored turn passes.
 */
export interface Turn {
  readonly content: string;
  readonly target?: Json;
  readonly scorer?: ScorerUse;
}

/** A case resolved for one repeat: the exact messages and parameters, and how it is graded. */
export interface Sample extends GradingKey {
  /** `<case>` for the first repeat, `<case>#2` for the second, … Unique in a plan. */
  readonly id: string;
  readonly case: string;
  /** 1-based. */
  readonly repeat: number;
  readonly suite: string;
  readonly indicator: string;
  readonly pool: 'public' | 'hidden';
  /** Cases of one cluster are not independent of each other. */
  readonly cluster?: string;
  /** Present when the options stand in another order than the suite has them. */
  readonly permutation?: ChoicePermutation;
  readonly scorer?: ScorerUse;
  readonly turns?: readonly Turn[];
  /** Present when the sample is asked only if the first look leaves its indicator inconclusive. */
  readonly look?: 2;
}

/** Where the options of a variant come from. */
export interface ChoicePermutation {
  /** The case as the suite has it; its variants are one question. */
  readonly of: string;
  /** Per place, the label that its option has in the suite. */
  readonly order: readonly string[];
}

/** The question that a sample asks: what a verdict counts once, however many variants are asked. */
export function questionOf(sample: Pick<Sample, 'case' | 'permutation'>): string {
  return sample.permutation?.of ?? sample.case;
}

/** The cluster of a sample's question; a question that names none is one by itself. */
export function clusterOf(sample: Pick<Sample, 'case' | 'cluster' | 'permutation'>): string {
  // A question must not meet a cluster that happens to be called like it.
  if (sample.cluster === undefined) return `question ${questionOf(sample)}`;
  return `cluster ${sample.cluster}`;
}

/** The user turns of a sample that are scored; 0 is its first message. */
export function scoredTurns(sample: Pick<Sample, 'scorer' | 'turns'>): readonly number[] {
  const turns = sample.scorer === undefined ? [] : [0];
  for (const [i, turn] of (sample.turns ?? []).entries()) {
    if (turn.scorer !== undefined) turns.push(i + 1);
  }
  return turns;
}
