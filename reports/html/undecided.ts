import type { Outcome, Results } from '../../src/derive/index.ts';
import { grouped } from '../decimal.ts';
import { groupByReason, type ReasonGroup } from '../leaves.ts';
import type { Wording } from '../wording.ts';
import { anchor } from './anchor.ts';
import { outcomeMark } from './marks.ts';
import { type Html, html, inline } from './template.ts';

/** The indicators without figures, by outcome and reason: compact lists instead of empty rows. */
export function undecided(results: Results, wording: Wording): Html | null {
  const { messages } = wording;
  const groups = groupByReason(results);
  if (groups.length === 0) return null;
  const byOutcome = [...Map.groupBy(groups, (group) => group.outcome)];
  return html`<section id="undecided" aria-labelledby="undecided-title"><h2 id="undecided-title">${messages.undecidedTitle}</h2><p class="hint">${messages.undecidedIntro}</p>${byOutcome.map(([outcome, own]) => outcomePart(outcome, own, wording))}</section>`;
}

function outcomePart(outcome: Outcome, groups: readonly ReasonGroup[], wording: Wording): Html {
  const count = groups.reduce((sum, { leaves }) => sum + leaves.length, 0);
  return html`<h3>${outcomeMark(outcome, wording)} <span class="muted">${wording.messages.items(grouped(count))}</span></h3><dl class="reasons">${groups.map((group) => reasonRow(group, wording))}</dl>`;
}

function reasonRow({ outcome, reason, leaves }: ReasonGroup, wording: Wording): Html {
  const { messages } = wording;
  const why = reason === null ? messages.reasonMissing : wording.local(reason);
  const items = leaves.map((leaf) => {
    const pending = outcome === 'not-tested' && leaf.level === 'MUST';
    const must = pending ? html` <span class="level">${messages.levels.MUST}</span>` : null;
    return html`<li id="${anchor('indicator', leaf.indicator)}"><span class="id">${inline(leaf.indicator, 80)}</span> ${inline(wording.local(leaf.title), 120)}${must}</li>`;
  });
  return html`<div><dt>${inline(why, 1000)} <span class="muted">${messages.items(grouped(leaves.length))}</span></dt><dd><ul class="leaves">${items}</ul></dd></div>`;
}
