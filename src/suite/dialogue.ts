import type {
  GradingKey,
  Json,
  ModelRequest,
  ModelResponse,
  Sample,
  ScorerUse,
} from '../model/index.ts';
import { outcomeKind } from '../model/index.ts';
import type { Score, Scorer } from '../scorers/index.ts';
import { scoreResponse } from '../scorers/index.ts';
import { splitReasoning } from '../text/index.ts';

/** How many user turns a sample has; 1 for a plain question. */
export function turnCount(sample: Sample): number {
  return 1 + (sample.turns?.length ?? 0);
}

/**
 * The request for a user turn: the sample's messages, then for each earlier turn the model's own
 * answer, reasoning left out, and the next user message.
 *
 * @param turn 0-based; `answers` holds the responses to all turns before it
 */
export function turnRequest(
  sample: Sample,
  turn: number,
  answers: readonly ModelResponse[],
): ModelRequest {
  if (turn === 0) return sample.request;
  const messages = [...sample.request.messages];
  for (let i = 0; i < turn; i++) {
    const answer = answers[i];
    const next = sample.turns?.[i];
    if (answer === undefined || next === undefined) {
      throw new RangeError(`${sample.id} has no turn ${turn} yet`);
    }
    const { start, end } = splitReasoning(answer.text).answer;
    messages.push({ role: 'assistant', content: answer.text.slice(start, end).trim() });
    messages.push({ role: 'user', content: next.content });
  }
  return { ...sample.request, messages };
}

/** The scorer and target of a turn; null when the turn is not scored. */
export function turnGrading(
  sample: Sample,
  turn: number,
): { readonly scorer: ScorerUse; readonly target: Json | undefined } | null {
  if (turn === 0) {
    return sample.scorer === undefined ? null : { scorer: sample.scorer, target: sample.target };
  }
  const own = sample.turns?.[turn - 1];
  return own?.scorer === undefined ? null : { scorer: own.scorer, target: own.target };
}

/** Scores one turn; null when the turn is not scored. Throws for a scorer that is not there. */
export function scoreTurn(
  sample: Sample,
  turn: number,
  request: ModelRequest,
  response: ModelResponse,
  scorers: ReadonlyMap<string, Scorer>,
): { readonly scorer: Scorer; readonly score: Score } | null {
  const grading = turnGrading(sample, turn);
  if (grading === null) return null;
  const scorer = scorers.get(grading.scorer.use);
  if (scorer === undefined) throw new Error(`There is no scorer ${grading.scorer.use}.`);
  const { target: _own, ...rest } = sample;
  const key: GradingKey = {
    ...rest,
    request,
    turn,
    ...(grading.target === undefined ? {} : { target: grading.target }),
  };
  return { scorer, score: scoreResponse(scorer, key, response, grading.scorer.options) };
}

/** True when no further turn can be asked after this response: a filter closed the dialogue. */
export function endsDialogue(response: ModelResponse): boolean {
  return outcomeKind(response.outcome) === 'blocked';
}
