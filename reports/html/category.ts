import type { IndicatorResult } from '../../src/derive/index.ts';
import { grouped } from '../decimal.ts';
import { type CategoryLeaves, hasFigures } from '../leaves.ts';
import type { Wording } from '../wording.ts';
import { anchor } from './anchor.ts';
import { intervalBar } from './interval-chart.ts';
import { outcomeMark } from './marks.ts';
import { type Html, type HtmlValue, html, inline } from './template.ts';

/** Id and title of a category. */
export function categoryName({ category, title }: CategoryLeaves, wording: Wording): Html {
  const words = title === null ? null : inline(wording.local(title));
  return html`<span class="id">${inline(category, 80)}</span> ${words}`;
}

/** A category with its table; `indicators` are the sections of its tested indicators. */
export function categorySection(
  category: CategoryLeaves,
  indicators: readonly Html[],
  wording: Wording,
  banner: Html | null,
): Html {
  const { messages } = wording;
  const id = anchor('category', category.category);
  const tested = category.leaves.filter(hasFigures);
  const rest = category.leaves.length - tested.length;
  const outcome = category.result === null ? null : outcomeMark(category.result.outcome, wording);
  return html`<section class="category" id="${id}" aria-labelledby="${id}-title">
<div class="category-head"><h2 id="${id}-title">${categoryName(category, wording)}</h2>${outcome}</div>
${banner}
${table(category, tested, wording)}
${rest === 0 ? null : html`<p class="hint"><a href="#undecided">${messages.withoutFigures(grouped(rest))}</a></p>`}
${indicators}
</section>`;
}

/**
 * The roles repeat what the elements say: on a narrow screen the rows are laid out as cards, and
 * browsers then forget that this is a table.
 */
function table(
  { category, title }: CategoryLeaves,
  leaves: readonly IndicatorResult[],
  wording: Wording,
): Html {
  const { columns, tableCaption } = wording.messages;
  const head = Object.values(columns).map(
    (name) => html`<th scope="col" role="columnheader">${name}</th>`,
  );
  const name = title === null ? category : wording.local(title);
  return html`<table class="results" role="table"><caption>${tableCaption(name)}</caption><thead role="rowgroup"><tr role="row">${head}</tr></thead><tbody role="rowgroup">${leaves.map((leaf) => row(leaf, wording))}</tbody></table>`;
}

function row(leaf: IndicatorResult, wording: Wording): Html {
  const { columns, levels, none } = wording.messages;
  const reason = wording.reason(leaf);
  const cell = (name: keyof typeof columns, value: HtmlValue): Html =>
    html`<td role="cell" class="col-${name}" data-label="${columns[name]}">${value}</td>`;
  const emptyCell = html`<td role="cell" class="is-empty">${none}</td>`;
  return html`<tr role="row"><th scope="row" role="rowheader" class="col-id"><a href="#${anchor('indicator', leaf.indicator)}">${inline(leaf.indicator, 80)}</a></th>${[
    cell('title', inline(wording.local(leaf.title))),
    cell('level', levels[leaf.level]),
    cell('outcome', outcomeMark(leaf.outcome, wording)),
    cell('passed', `${grouped(leaf.k)}/${grouped(leaf.n)}`),
    cell('rate', wording.rate(leaf)),
    cell(
      'interval',
      html`${intervalBar(leaf, wording)}<span class="under">${wording.interval(leaf)}</span>`,
    ),
    cell('limit', inline(wording.limit(leaf))),
    cell(
      'rule',
      html`${wording.messages.ruleKinds[leaf.ruleKind]}<span class="under">${inline(leaf.rule, 80)}</span>`,
    ),
    reason === '' ? emptyCell : cell('reason', inline(reason)),
  ]}</tr>`;
}
