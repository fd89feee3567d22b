import type { Json, Sample } from '../../src/model/index.ts';
import { caseTurns, caseValue } from '../case-turns.ts';
import type { CaseView } from '../contract.ts';
import type { Messages } from '../messages.ts';
import type { Wording } from '../wording.ts';
import { turnPart } from './answer.ts';
import { attemptTable } from './attempts.ts';
import { factList, hint, listed, part } from './case-parts.ts';
import { prompt, toolsOffered } from './conversation.ts';
import { evidenceValue } from './evidence-text.ts';
import { type Html, type HtmlValue, html, inline } from './template.ts';

/** One case, folded: what was asked, what came back, how it was read and why it did not pass. */
export function caseSection(view: CaseView, wording: Wording): Html {
  const { messages } = wording;
  const value = caseValue(view);
  const body = isHidden(view) ? hiddenBody(view, wording) : openBody(view, wording);
  return html`<details class="case"><summary><span class="value is-${value}">${messages.caseValues[value]}</span> <span class="case-id">${inline(view.sample.id)}</span> <span class="muted">${why(view, wording)}</span></summary><div class="case-body">${body}</div></details>`;
}

function isHidden(view: CaseView): boolean {
  return view.sample.pool === 'hidden';
}

/** Why the case did not pass, in a few words: the first score that is not a pass. */
function why(view: CaseView, wording: Wording): Html | null {
  const score = view.scores.find(({ value }) => value !== 'pass');
  if (score === undefined) return null;
  const readAndWrong = score.status === 'ok' && score.reason !== null && !isHidden(view);
  if (!readAndWrong || score.reason === null) return inline(wording.status(score.status), 120);
  return inline(wording.local(score.reason), 120);
}

/** A confidential case must not leak through its report: only codes and figures are shown. */
function hiddenBody(view: CaseView, wording: Wording): HtmlValue {
  const { messages } = wording;
  const statuses = view.scores.map(
    ({ status }) => [messages.caseFacts.status, inline(wording.status(status))] as const,
  );
  return [hint(messages.hiddenCase), factList(statuses), attemptTable(view, wording, 'codes-only')];
}

function openBody(view: CaseView, wording: Wording): HtmlValue {
  const { messages } = wording;
  const turns = caseTurns(view);
  const title = (turn: number): string =>
    turns.length > 1 ? messages.turnPart(turn + 1) : messages.answerPart;
  return [
    part(messages.promptPart, prompt(view.sample, messages), sampleFacts(view.sample, messages)),
    listed(turns, messages, (turn) => turnPart(turn, title(turn.turn), wording)),
    toolsOffered(view.sample.request.tools ?? [], messages),
    attemptTable(view, wording, 'everything'),
  ];
}

function sampleFacts(sample: Sample, messages: Messages): Html | null {
  const words = messages.caseFacts;
  const { expect, choices = [], request } = sample;
  const options = choices.map(({ label, text }) => `${label}. ${text}`).join('\n');
  // Absent and undefined parameters are the same to JSON.
  const params = JSON.parse(JSON.stringify(request.params)) as Json;
  return factList([
    [words.expect, expect === 'comply' ? null : messages.expectations[expect]],
    [words.choices, choices.length === 0 ? null : evidenceValue(options, messages)],
    [words.parameters, evidenceValue(params, messages)],
  ]);
}
