import { percent } from '../decimal.ts';
import { type CategoryLeaves, hasFigures } from '../leaves.ts';
import type { Wording } from '../wording.ts';
import { anchor } from './anchor.ts';
import { categoryName } from './category.ts';
import { outcomeMark, sign } from './marks.ts';
import { type Html, type HtmlValue, html } from './template.ts';

/** The categories one below the other, each with its outcome and the signs of its indicators. */
export function overview(categories: readonly CategoryLeaves[], wording: Wording): Html {
  const { messages } = wording;
  return html`<section id="overview" aria-labelledby="overview-title"><h2 id="overview-title">${messages.overviewTitle}</h2><p class="hint">${messages.overviewIntro}${messages.sentenceGap}${messages.scoreNote}</p><ul class="overview">${categories.map((category) => overviewRow(category, wording))}</ul></section>`;
}

function overviewRow(category: CategoryLeaves, wording: Wording): Html {
  const { messages } = wording;
  const { result } = category;
  const score = result?.score ?? null;
  return html`<li><div class="overview-name">${categoryLink(category, wording)}</div><div class="overview-outcome">${
    result === null ? null : outcomeMark(result.outcome, wording)
  }${score === null ? null : html`<span class="muted score">${messages.categoryScore} ${percent(score)}</span>`}</div>${strip(category, wording)}</li>`;
}

function categoryLink(category: CategoryLeaves, wording: Wording): HtmlValue {
  const name = categoryName(category, wording);
  if (!category.leaves.some(hasFigures)) return name;
  return html`<a href="#${anchor('category', category.category)}">${name}</a>`;
}

/** One sign per indicator; each is a link to its indicator and says in words what it shows. */
function strip(category: CategoryLeaves, wording: Wording): Html {
  const title = category.title === null ? category.category : wording.local(category.title);
  const cells = category.leaves.map((leaf) => {
    const { colon } = wording.messages;
    const words = `${leaf.indicator} ${wording.local(leaf.title)}${colon}${wording.outcome(leaf.outcome)}`;
    return html`<li><a href="#${anchor('indicator', leaf.indicator)}" title="${words}" aria-label="${words}">${sign(leaf.outcome)}</a></li>`;
  });
  return html`<ul class="strip" aria-label="${wording.messages.stripLabel(title)}">${cells}</ul>`;
}
