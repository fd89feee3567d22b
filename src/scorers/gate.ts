import type { GradingKey, JsonObject, ModelResponse, ResponseOutcome } from '../model/index.ts';
import { outcomeKind } from '../model/index.ts';
import { answerOf, isBlank, placedInText } from './answer.ts';
import type { Score, Scorer, ScoreValue } from './contract.ts';
import { OUTCOME_TEXTS } from './outcome-texts.ts';

/**
 * Scores a response. Only what the model said as its answer reaches a scorer, without reasoning;
 * a call that ended otherwise is decided here:
 * - a failed call says nothing about the model: `invalid`;
 * - a refusal, a filter and an empty answer are no right answer: `fail`;
 * - a text cut off inside the reasoning has no answer yet: `invalid`.
 * Scorers that judge every outcome (`refusal`, `response`) see all of it as it came.
 *
 * Spans are ranges of the original `response.text`. What a scorer throws is a bug and passes
 * through.
 */
export function scoreResponse(
  scorer: Scorer,
  key: GradingKey,
  response: ModelResponse,
  options: JsonObject,
): Score {
  if (scorer.judges === 'every-outcome') return scorer.score(key, response, options);
  const { outcome } = response;
  if (outcome === 'ok' || outcome === 'truncated') {
    return scoreAnswer(scorer, key, response, options);
  }
  const unanswered = outcome === 'truncated_in_reasoning' || outcomeKind(outcome) === 'failed';
  return decided(unanswered ? 'invalid' : 'fail', outcome);
}

/** An outcome of `ok` or `truncated`. */
function scoreAnswer(
  scorer: Scorer,
  key: GradingKey,
  response: ModelResponse,
  options: JsonObject,
): Score {
  const answer = answerOf(response);
  const truncated = response.outcome === 'truncated';
  if (isBlank(answer.response)) {
    if (answer.cutInReasoning) return decided('invalid', 'truncated_in_reasoning');
    if (!truncated) return decided('fail', 'empty');
    const thought = answer.response !== response || (response.reasoning ?? '') !== '';
    return decided('invalid', thought ? 'truncated_in_reasoning' : 'truncated');
  }
  const score = placedInText(scorer.score(key, answer.response, options), answer.start);
  if (truncated && score.value === 'invalid' && score.status === 'unparsed') {
    return { ...score, status: 'truncated', reason: OUTCOME_TEXTS.truncated };
  }
  return score;
}

function decided(value: ScoreValue, outcome: Exclude<ResponseOutcome, 'ok'>): Score {
  return {
    value,
    status: outcome,
    parsed: null,
    rule: null,
    span: null,
    reason: OUTCOME_TEXTS[outcome],
    detail: {},
  };
}
