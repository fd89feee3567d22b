import type { ModelResponse } from '../../src/model/index.ts';
import type { CaseView } from '../contract.ts';
import { grouped } from '../decimal.ts';
import type { Messages } from '../messages.ts';
import { utcTime } from '../time.ts';
import type { Wording } from '../wording.ts';
import { ITEM_LIMIT, listed } from './case-parts.ts';
import { type Html, type HtmlValue, html, inline } from './template.ts';

/**
 * Every call made for a case. `codes-only` leaves out what tells of a confidential case: the
 * provider's words, and figures by which answers could be told apart. It is what the public edition
 * of a run still has.
 */
export function attemptTable(
  view: CaseView,
  wording: Wording,
  show: 'everything' | 'codes-only',
): Html | null {
  if (view.attempts.length === 0) return null;
  const { messages } = wording;
  const shown = view.attempts.slice(0, ITEM_LIMIT);
  const columns = COLUMNS.filter((column) => show === 'everything' || column.code);
  const head = columns.map(({ name }) => messages.attemptColumns[name]);
  const rows = shown.map((attempt) => {
    const cells = columns.map(({ cell }) => html`<td>${cell(attempt, wording)}</td>`);
    return html`<tr>${cells}</tr>`;
  });
  // An empty list, but for the note on how many calls are not shown.
  const more = listed(view.attempts, messages, () => null);
  return html`<details class="fold"><summary>${messages.attemptsPart}${messages.brackets(grouped(view.attempts.length))}</summary><div class="scroll"><table class="attempts"><thead><tr>${head.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>${more}</details>`;
}

interface Column {
  readonly name: keyof Messages['attemptColumns'];
  /** True when it says nothing of what was asked or answered. */
  readonly code: boolean;
  readonly cell: (attempt: CaseView['attempts'][number], wording: Wording) => HtmlValue;
}

const COLUMNS: readonly Column[] = [
  { name: 'turn', code: true, cell: ({ turn }) => turn + 1 },
  { name: 'attempt', code: true, cell: ({ attempt }) => attempt + 1 },
  { name: 'started', code: false, cell: ({ startedAt }) => utcTime(startedAt) },
  {
    name: 'outcome',
    code: true,
    cell: ({ response: { outcome } }, wording) =>
      outcome === 'ok' ? wording.messages.callEndedWell : wording.status(outcome),
  },
  {
    name: 'time',
    code: false,
    cell: ({ response }, { messages }) => messages.milliseconds(grouped(response.timing.totalMs)),
  },
  {
    name: 'tokens',
    code: false,
    cell: ({ response }, { messages }) => tokens(response) ?? messages.none,
  },
  {
    name: 'error',
    code: false,
    cell: ({ response }, { messages }) => inline(problem(response) ?? messages.none, 300),
  },
];

function tokens({ usage }: ModelResponse): string | null {
  if (usage === undefined) return null;
  return `${grouped(usage.inputTokens)} / ${grouped(usage.outputTokens)}`;
}

function problem({ error }: ModelResponse): string | null {
  if (error === undefined) return null;
  const status = error.status === undefined ? [] : [`HTTP ${error.status}`];
  const code = error.code === undefined ? [] : [error.code];
  return [...status, ...code, error.message].join(' · ');
}
