import type { ScoreRecord } from '../../src/evidence/index.ts';
import type { Json, ModelResponse } from '../../src/model/index.ts';
import type { CaseTurn } from '../case-turns.ts';
import type { Messages } from '../messages.ts';
import type { Range } from '../plain-text.ts';
import type { Wording } from '../wording.ts';
import { factList, hint, part } from './case-parts.ts';
import { message, toolCalls } from './conversation.ts';
import { evidenceText, evidenceValue, MAIN_LIMITS, SIDE_LIMITS } from './evidence-text.ts';
import { type Html, html, inline } from './template.ts';

/** One turn: what the user said (after the first), what the model answered, how it was scored. */
export function turnPart(turn: CaseTurn, title: string, wording: Wording): Html {
  const { messages } = wording;
  const asked =
    turn.asked === null
      ? null
      : message('user', messages, evidenceText(turn.asked, MAIN_LIMITS, messages));
  if (turn.response === null) return part(title, asked, hint(messages.notReached));
  return part(
    title,
    asked,
    answer(turn.response, turn.scores, messages),
    callFacts(turn.response, wording),
    turn.scores.map((score) => scoreFacts(score, turn.target, wording)),
  );
}

function answer(
  response: ModelResponse,
  scores: readonly ScoreRecord[],
  messages: Messages,
): readonly Html[] {
  const { text } = response;
  const calls = response.toolCalls ?? [];
  const span = scores.find((score) => score.span !== null)?.span ?? null;
  const mark = span !== null && agrees(span, text) ? span : undefined;
  const nothing = calls.length > 0 || response.outcome !== 'ok' ? 'noAnswer' : 'emptyAnswer';
  const said = message(
    'assistant',
    messages,
    reasoning(response, messages),
    text === '' ? hint(messages[nothing]) : evidenceText(text, MAIN_LIMITS, messages, mark),
    toolCalls(calls, messages),
  );
  if (span === null || mark !== undefined) return [said];
  return [said, part(messages.spanElsewhere, evidenceText(span.text, SIDE_LIMITS, messages))];
}

/** A span is drawn into the answer only when it says what stands there. */
function agrees(span: Range & { readonly text: string }, text: string): boolean {
  return span.end > span.start && text.slice(span.start, span.end) === span.text;
}

function reasoning(response: ModelResponse, messages: Messages): Html | null {
  if (response.reasoning === undefined || response.reasoning === '') return null;
  const text = evidenceText(response.reasoning, MAIN_LIMITS, messages);
  return html`<details class="fold"><summary>${messages.reasoningPart}</summary>${text}</details>`;
}

function callFacts(response: ModelResponse, wording: Wording): Html | null {
  const { caseFacts: words, callEndedWell } = wording.messages;
  const ended = response.outcome === 'ok' ? callEndedWell : wording.status(response.outcome);
  return factList([
    [words.call, inline(ended)],
    [
      words.finishReason,
      response.finishReason === undefined ? null : inline(response.finishReason),
    ],
    [words.error, response.error === undefined ? null : inline(response.error.message, 600)],
  ]);
}

function scoreFacts(score: ScoreRecord, target: Json | undefined, wording: Wording): Html | null {
  const { messages } = wording;
  const words = messages.caseFacts;
  const read =
    score.parsed === null
      ? html`<span class="muted">${messages.nothingRead}</span>`
      : evidenceValue(score.parsed, messages);
  const hasDetail = Object.keys(score.detail).length > 0;
  return factList([
    [words.score, inline(`${messages.caseValues[score.value]} · ${wording.status(score.status)}`)],
    [words.reason, score.reason === null ? null : inline(wording.local(score.reason), 1000)],
    [words.parsed, read],
    [words.target, target === undefined ? null : evidenceValue(target, messages)],
    [words.scorer, inline([score.scorer, score.rule].filter((x) => x !== null).join(' · '))],
    [words.detail, hasDetail ? evidenceValue(score.detail, messages) : null],
  ]);
}
