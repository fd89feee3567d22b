import type { ScoreRecord } from '../src/evidence/index.ts';
import { type Json, type ModelResponse, outcomeKind } from '../src/model/index.ts';
import type { CaseView, ReportContext } from './contract.ts';

/** One user turn of a case as it went. */
export interface CaseTurn {
  /** 0-based. */
  readonly turn: number;
  /** The user's message of a later turn; null for the first, whose messages are the request's. */
  readonly asked: string | null;
  readonly target: Json | undefined;
  /** The response that counts; null when the turn was never reached. */
  readonly response: ModelResponse | null;
  readonly scores: readonly ScoreRecord[];
}

/** The turns of a case, those that were never reached included. */
export function caseTurns(view: CaseView): readonly CaseTurn[] {
  const first = { asked: null, target: view.sample.target };
  const later = (view.sample.turns ?? []).map((turn) => ({
    asked: turn.content,
    target: turn.target,
  }));
  return [first, ...later].map(({ asked, target }, turn) => {
    const scores = view.scores.filter((score) => score.turn === turn);
    return { turn, asked, target, response: settled(view, turn, scores[0]?.attempt), scores };
  });
}

/**
 * The attempt that was scored. Without a score the runner's own rule: the first attempt with an
 * answer, or the last failure.
 */
function settled(view: CaseView, turn: number, scored: number | undefined): ModelResponse | null {
  const attempts = view.attempts.filter((attempt) => attempt.turn === turn);
  const settling =
    attempts.find((attempt) => attempt.attempt === scored) ??
    attempts.find((attempt) => outcomeKind(attempt.response.outcome) !== 'failed') ??
    attempts.at(-1);
  return settling?.response ?? null;
}

/** What became of a case; a turn that should have been scored and was not cannot be judged. */
export function caseValue(view: CaseView): ScoreRecord['value'] {
  const values = new Set(view.scores.map((score) => score.value));
  if (values.has('fail')) return 'fail';
  return values.has('invalid') || values.size === 0 || !completelyScored(view) ? 'invalid' : 'pass';
}

function completelyScored({ sample, scores }: CaseView): boolean {
  const scored = new Set(scores.map((score) => score.turn));
  const scorers = [sample.scorer, ...(sample.turns ?? []).map((turn) => turn.scorer)];
  return scorers.every((scorer, turn) => scorer === undefined || scored.has(turn));
}

/**
 * The cases among the first `limit` of an indicator that did not pass. Reads no more than `limit`
 * from the run folder, whatever it offers.
 */
export async function casesNotPassing(
  context: ReportContext,
  indicator: string,
  limit: number,
): Promise<readonly CaseView[]> {
  const views: CaseView[] = [];
  let seen = 0;
  for await (const view of context.cases(indicator, limit)) {
    if (caseValue(view) !== 'pass') views.push(view);
    if (++seen >= limit) break;
  }
  return views;
}
