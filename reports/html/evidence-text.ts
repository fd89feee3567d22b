import type { Json } from '../../src/model/index.ts';
import { grouped } from '../decimal.ts';
import type { Messages } from '../messages.ts';
import {
  type ExcerptLimits,
  type ExcerptPart,
  excerpt,
  type Range,
  textPieces,
} from '../plain-text.ts';
import { type Html, html } from './template.ts';

/** What a reader gets to see of a prompt or an answer. */
export const MAIN_LIMITS: ExcerptLimits = { units: 4000, lines: 120 };
/** And of what stands beside it. */
export const SIDE_LIMITS: ExcerptLimits = { units: 1500, lines: 40 };

/**
 * What a suite or a model wrote, word for word: cut when it is long, the marked range highlighted,
 * characters that cannot be seen named. `translate="no"`: evidence is not for a browser to reword.
 */
export function evidenceText(
  text: string,
  limits: ExcerptLimits,
  messages: Messages,
  mark?: Range,
): Html {
  const parts = excerpt(text, limits, mark).map((part) => excerptPart(part, messages));
  // The line end after <pre> is dropped by every parser; one that belongs to the text is not.
  return html`<pre class="evidence" dir="auto" translate="no">
${parts}</pre>`;
}

/** A JSON value: a text as it is, anything else as JSON. */
export function evidenceValue(value: Json, messages: Messages): Html {
  return evidenceText(
    typeof value === 'string' ? value : JSON.stringify(value),
    SIDE_LIMITS,
    messages,
  );
}

function excerptPart(part: ExcerptPart, messages: Messages): Html {
  switch (part.kind) {
    case 'text':
      return named(part.text);
    case 'mark':
      return html`<mark>${named(part.text)}</mark>`;
    case 'left-out':
      return html`<span class="left-out">${messages.leftOut(grouped(part.characters))}</span>`;
  }
}

function named(text: string): Html {
  const pieces = textPieces(text).map(({ kind, value }) =>
    kind === 'text' ? value : html`<span class="hazard">${value}</span>`,
  );
  return html`${pieces}`;
}
