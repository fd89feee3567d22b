import { OUTCOMES, type Results } from '../../src/derive/index.ts';
import { grouped } from '../decimal.ts';
import type { Wording } from '../wording.ts';
import { outcomeMark } from './marks.ts';
import { type Html, type HtmlValue, html, inline } from './template.ts';

/** What every simulated run says, again and again; null for a real one. */
export function simulatedBanner(results: Results, { messages }: Wording): Html | null {
  if (!results.simulated) return null;
  return html`<p class="simulated"><strong>${messages.simulatedTitle}</strong> ${messages.simulatedText}</p>`;
}

/** Title, model and the overall outcome: the first screen. */
export function cover(results: Results, wording: Wording): Html {
  const { messages } = wording;
  return html`<header class="cover"><p class="kind">${messages.reportKind}</p><h1>${messages.reportTitle}</h1><p class="subject">${inline(results.model.name)}</p>
<div class="verdict is-${results.outcome}"><span class="label">${messages.overall}</span>${outcomeMark(results.outcome, wording)}</div></header>`;
}

/** Where the catalogue comes from: no reader may take it for the text of a standard. */
export function notice({ catalogue }: Results, wording: Wording): Html {
  const { messages } = wording;
  const kinds: Readonly<Record<string, string>> = messages.provenanceKinds;
  const counts = Object.entries(catalogue.provenance)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([kind, count]) => {
      const title = Object.hasOwn(kinds, kind) ? kinds[kind] : kind;
      return `${title} ${grouped(count)}`;
    });
  const publishers = catalogue.publishers.map((publisher) => wording.local(publisher));
  return html`<aside class="notice" aria-labelledby="notice-title"><h2 id="notice-title">${messages.noticeTitle}</h2><p class="notice-text">${inline(wording.local(catalogue.notice), 2000)}</p>
<p>${messages.provenance}${messages.colon}${inline(counts.join(messages.listSeparator))}${messages.fullStop}${
    publishers.length === 0
      ? null
      : html`${messages.sentenceGap}${messages.publishers}${messages.colon}${inline(publishers.join(messages.listSeparator))}${messages.fullStop}`
  }</p></aside>`;
}

/** The conclusion in a sentence, the counts with what each outcome means, and how they add up. */
export function summary(results: Results, wording: Wording): Html {
  const { messages } = wording;
  const rows = OUTCOMES.map((outcome) =>
    row(
      outcomeMark(outcome, wording),
      grouped(results.outcomes[outcome]),
      messages.outcomeMeaning[outcome],
    ),
  );
  const total = OUTCOMES.reduce((sum, outcome) => sum + results.outcomes[outcome], 0);
  const head = [
    html`<th scope="col" role="columnheader">${messages.outcomeColumn}</th>`,
    html`<th scope="col" role="columnheader" class="number">${messages.countColumn}</th>`,
    html`<th scope="col" role="columnheader">${messages.meaningColumn}</th>`,
  ];
  return html`<section id="summary" aria-labelledby="summary-title"><h2 id="summary-title">${messages.summaryTitle}</h2>
<p>${inline(wording.conclusion(results), 2000)}</p>
<table class="outcomes" role="table"><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${rows}</tbody><tfoot role="rowgroup">${row(messages.total, grouped(total), '')}</tfoot></table>
<p class="hint">${messages.rollUp}</p></section>`;
}

/** A row of the outcomes; roles as in the tables of the categories. */
function row(name: HtmlValue, count: string, meaning: string): Html {
  return html`<tr role="row"><th scope="row" role="rowheader">${name}</th><td role="cell" class="number">${count}</td><td role="cell">${meaning}</td></tr>`;
}
