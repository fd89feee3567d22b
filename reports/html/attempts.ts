import type { ModelResponse } from '../../src/model/index.ts';
import type { CaseView } from '../contract.ts';
import { grouped } from '../decimal.ts';
import { utcTime } from '../time.ts';
import type { Wording } from '../wording.ts';
import { ITEM_LIMIT, listed } from './case-parts.ts';
import { type Html, html, inline } from './template.ts';

/**
 * Every call made for a case. `codes-only` leaves out the provider's words: they may quote the
 * prompt of a confidential case.
 */
export function attemptTable(
  view: CaseView,
  wording: Wording,
  show: 'everything' | 'codes-only',
): Html | null {
  if (view.attempts.length === 0) return null;
  const { messages } = wording;
  const words = messages.attemptColumns;
  const shown = view.attempts.slice(0, ITEM_LIMIT);
  const columns = [words.turn, words.attempt, words.started, words.outcome, words.time];
  const head = [...columns, words.tokens, words.error];
  const rows = shown.map(({ turn, attempt, startedAt, response }) => {
    const cells = [
      turn + 1,
      attempt + 1,
      utcTime(startedAt),
      response.outcome === 'ok' ? messages.callEndedWell : wording.status(response.outcome),
      messages.milliseconds(grouped(response.timing.totalMs)),
      tokens(response) ?? messages.none,
      inline(problem(response, show) ?? messages.none, 300),
    ];
    return html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`;
  });
  // An empty list, but for the note on how many calls are not shown.
  const more = listed(view.attempts, messages, () => null);
  return html`<details class="fold"><summary>${messages.attemptsPart}${messages.brackets(grouped(view.attempts.length))}</summary><div class="scroll"><table class="attempts"><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${more}</details>`;
}

function tokens({ usage }: ModelResponse): string | null {
  if (usage === undefined) return null;
  return `${grouped(usage.inputTokens)} / ${grouped(usage.outputTokens)}`;
}

function problem({ error }: ModelResponse, show: 'everything' | 'codes-only'): string | null {
  if (error === undefined) return null;
  const status = error.status === undefined ? [] : [`HTTP ${error.status}`];
  const code = error.code === undefined ? [] : [error.code];
  const words = show === 'everything' ? [error.message] : [];
  return [...status, ...code, ...words].join(' · ');
}
