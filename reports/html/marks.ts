import { OUTCOMES, type Outcome } from '../../src/derive/index.ts';
import type { Wording } from '../wording.ts';
import { type Html, html } from './template.ts';

/*
 * The sign of an outcome: a colour, a pattern and a glyph. Any one of the three is enough, so that
 * the report reads in black and white and for every kind of colour vision. Glyphs are drawn, not
 * typed: a missing font cannot swallow a verdict.
 */

const TICK = html`<path class="glyph" d="M5 10.5l3.4 3.4L15.2 6.4"/>`;
const CROSS = html`<path class="glyph" d="M5.8 5.8l8.4 8.4M14.2 5.8l-8.4 8.4"/>`;
const QUESTION = html`<path class="glyph" d="M7.2 7.6c0-3.8 5.8-3.6 5.6-.2c-.1 2-2.6 2.1-2.7 4.3"/><circle class="dot" cx="10.1" cy="14.9" r="1.1"/>`;
const DASH = html`<path class="glyph" d="M5.5 10h9"/>`;
const RING = html`<circle class="glyph" cx="10" cy="10" r="3.6"/>`;
const EXCLAMATION = html`<path class="glyph" d="M10 4.6v7"/><circle class="dot" cx="10" cy="14.9" r="1.2"/>`;

/** A disc of the background's colour, on which a glyph stays legible over a pattern. */
const DISC = html`<circle class="disc" cx="10" cy="10" r="7.2"/>`;

const SIGNS: Readonly<Record<Outcome, Html>> = {
  conforming: html`<rect class="field" width="20" height="20" rx="3"/>${TICK}`,
  nonconforming: html`<rect class="field" width="20" height="20" rx="3"/><rect width="20" height="20" rx="3" fill="url(#pattern-grid)"/>${CROSS}`,
  inconclusive: html`<rect class="field" width="20" height="20" rx="3"/><rect width="20" height="20" rx="3" fill="url(#pattern-stripes)"/>${DISC}${QUESTION}`,
  'not-applicable': html`<rect class="field" x=".75" y=".75" width="18.5" height="18.5" rx="2.5"/>${DASH}`,
  'not-tested': html`<rect class="field" x=".75" y=".75" width="18.5" height="18.5" rx="2.5"/>${RING}`,
  error: html`<rect class="field" width="20" height="20" rx="3"/><rect width="20" height="20" rx="3" fill="url(#pattern-dots)"/>${DISC}${EXCLAMATION}`,
};

/** The signs and patterns that the rest of the page refers to; stands once, at its beginning. */
export function markDefinitions(): Html {
  const symbols = OUTCOMES.map(
    (outcome) =>
      html`<symbol id="sign-${outcome}" viewBox="0 0 20 20"><g class="sign sign-${outcome}">${SIGNS[outcome]}</g></symbol>`,
  );
  return html`<svg class="definitions" width="0" height="0" aria-hidden="true" focusable="false"><defs>
<pattern id="pattern-stripes" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="ink" width="1.6" height="4"/></pattern>
<pattern id="pattern-grid" width="4" height="4" patternUnits="userSpaceOnUse"><path class="hair" d="M0 0h4M0 0v4"/></pattern>
<pattern id="pattern-dots" width="4" height="4" patternUnits="userSpaceOnUse"><circle class="ink" cx="2" cy="2" r="1.1"/></pattern>
${symbols}
</defs></svg>`;
}

/** The sign alone; whoever uses it gives the words. */
export function sign(outcome: Outcome): Html {
  return html`<svg class="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false"><use href="#sign-${outcome}"/></svg>`;
}

/** The sign and the word of an outcome. */
export function outcomeMark(outcome: Outcome, wording: Wording): Html {
  return html`<span class="outcome is-${outcome}">${sign(outcome)}<span>${wording.outcome(outcome)}</span></span>`;
}
