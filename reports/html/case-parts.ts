import { grouped } from '../decimal.ts';
import type { Messages } from '../messages.ts';
import { type Html, type HtmlValue, html } from './template.ts';

/** Messages, turns, calls or tools of one case that are listed at most. */
export const ITEM_LIMIT = 40;

/** The rendered first items of a list, and how many more there are. */
export function listed<T>(
  items: readonly T[],
  messages: Messages,
  item: (value: T) => HtmlValue,
): HtmlValue {
  const left = items.length - ITEM_LIMIT;
  const more = html`<p class="hint">${messages.moreLeftOut(grouped(left))}</p>`;
  return [items.slice(0, ITEM_LIMIT).map(item), left > 0 ? more : null];
}

/** A named fact; nothing is shown of one whose value is null. */
export type Fact = readonly [name: string, value: HtmlValue];

export function factList(facts: readonly Fact[]): Html | null {
  const shown = facts.filter(([, value]) => value !== null);
  if (shown.length === 0) return null;
  const rows = shown.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`);
  return html`<dl class="facts">${rows}</dl>`;
}

/** A titled stretch of a case. */
export function part(title: string, ...body: readonly HtmlValue[]): Html {
  return html`<div class="part"><p class="part-title">${title}</p>${body}</div>`;
}

export function hint(text: string): Html {
  return html`<p class="hint">${text}</p>`;
}
