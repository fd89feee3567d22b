import { FEWEST_CLUSTERS, type IndicatorResult } from '../../src/derive/index.ts';
import { questionOf } from '../../src/model/index.ts';
import type { CaseView } from '../contract.ts';
import { grouped, percent } from '../decimal.ts';
import { notPassing } from '../leaves.ts';
import type { Messages } from '../messages.ts';
import type { Wording } from '../wording.ts';
import { anchor } from './anchor.ts';
import { caseSection } from './case.ts';
import { type Fact, factList } from './case-parts.ts';
import { intervalChart } from './interval-chart.ts';
import { outcomeMark } from './marks.ts';
import { type Html, html, inline } from './template.ts';

/** All about one indicator that was tested; `cases` are those to show of it. */
export function indicatorSection(
  leaf: IndicatorResult,
  cases: readonly CaseView[],
  wording: Wording,
): Html {
  const { messages } = wording;
  const id = anchor('indicator', leaf.indicator);
  const reason = wording.reason(leaf);
  return html`<section class="indicator" id="${id}" aria-labelledby="${id}-title">
<div class="indicator-head"><h3 id="${id}-title"><span class="id">${inline(leaf.indicator, 80)}</span> ${inline(wording.local(leaf.title))}</h3>${outcomeMark(leaf.outcome, wording)}<span class="level">${messages.levels[leaf.level]}</span></div>
<p class="group">${inline(wording.local(leaf.group))}</p>
<p class="requirement"><span class="label">${messages.requirement}${messages.colon}</span>${inline(wording.local(leaf.requirement), 1000)}</p>
${reason === '' ? null : html`<p class="reason"><span class="label">${messages.columns.reason}${messages.colon}</span>${inline(reason, 1000)}</p>`}
${intervalChart(leaf, wording)}
${figures(leaf, wording)}
<p class="decision"><span class="label">${messages.decisionTitle}${messages.colon}</span>${wording.decision(leaf).join(messages.sentenceGap)}</p>
${statuses(leaf, wording)}
${positionBias(leaf, wording)}
${repeats(leaf, wording)}${clusters(leaf, wording)}
${failingCases(leaf, cases, wording)}
</section>`;
}

function figures(leaf: IndicatorResult, wording: Wording): Html | null {
  const { messages } = wording;
  const words = messages.figures;
  // With clusters these counts do not decide; those that do stand with the clusters.
  const aside = leaf.clusters !== undefined && leaf.ruleKind !== 'simple';
  const decided = aside ? { criticalK: null, criticalFailK: null } : leaf;
  const calls = leaf.failedCalls === 0 ? '' : messages.failedCalls(grouped(leaf.failedCalls));
  const facts: readonly Fact[] = [
    [words.n, grouped(leaf.n)],
    [words.k, grouped(leaf.k)],
    [words.fail, grouped(notPassing(leaf) - leaf.invalid)],
    [words.invalid, `${grouped(leaf.invalid)}${calls === '' ? '' : messages.brackets(calls)}`],
    [words.rate, wording.rate(leaf)],
    [words.interval, wording.interval(leaf)],
    [words.limit, inline(wording.limit(leaf))],
    [words.criticalK, count(decided.criticalK)],
    [words.criticalFailK, count(decided.criticalFailK)],
    [words.minN, grouped(leaf.minN)],
    [words.metric, inline(leaf.metric)],
    [words.rule, inline(wording.rule(leaf))],
    [words.weight, inline(leaf.weight)],
    [words.suites, names(leaf.evidence.suites, messages)],
    [words.look, leaf.look === undefined ? null : messages.lookOf(String(leaf.look))],
    [words.modifiers, names(leaf.modifiers, messages)],
  ];
  return html`<div class="figures">${factList(facts)}</div>`;
}

function count(of: number | null): string | null {
  return of === null ? null : grouped(of);
}

function names(values: readonly string[], messages: Messages): Html | null {
  return values.length === 0 ? null : inline(values.join(messages.listSeparator));
}

function statuses(leaf: IndicatorResult, wording: Wording): Html | null {
  const { messages } = wording;
  const counts = Object.entries(leaf.statuses).filter(([, count]) => count > 0);
  if (counts.length === 0) return null;
  const chips = counts
    .toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .map(([code, count]) => {
      const text = messages.statusCount(wording.status(code), grouped(count));
      return html`<li>${inline(text, 120)}</li>`;
    });
  return html`<p class="label">${messages.statusesTitle}</p><ul class="chips">${chips}</ul>`;
}

function positionBias({ positionBias: bias }: IndicatorResult, wording: Wording): Html | null {
  if (bias === undefined) return null;
  const { positionBias: words, positionBiasTitle } = wording.messages;
  const intro = words.intro(grouped(bias.variants));
  return shareTable(positionBiasTitle, intro, [
    [words.acc, bias.acc] as const,
    [words.perf, bias.perf] as const,
    [words.vote, bias.vote] as const,
    ...Object.entries(bias.positions)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([label, of]) => [words.chosen(label), of] as const),
  ]);
}

function repeats({ repeats: figures }: IndicatorResult, wording: Wording): Html | null {
  if (figures === undefined) return null;
  const { repeats: words, repeatsTitle } = wording.messages;
  const { cases, times, agree, share, passAt, passPower } = figures;
  return shareTable(repeatsTitle, words.intro({ cases: grouped(cases), times: grouped(times) }), [
    [words.agree, agree],
    [words.share, share],
    ...Object.entries(passAt).map(([k, of]) => [words.passAt(k), of] as const),
    // pass^1 is pass@1.
    ...Object.entries(passPower).flatMap(([k, of]) =>
      k === '1' ? [] : [[words.passPower(k), of] as const],
    ),
  ]);
}

function clusters({ clusters: found, invalid }: IndicatorResult, wording: Wording): Html | null {
  if (found === undefined) return null;
  const { clusters: words, clustersTitle, sentenceGap } = wording.messages;
  const few = found.count < FEWEST_CLUSTERS;
  const effect = found.designEffect === null ? null : Number(found.designEffect).toFixed(2);
  const asPassing = words.ofN(grouped(found.effectiveFailK), grouped(found.effectiveFailN));
  const rows: readonly (readonly [name: string, value: string | null])[] = [
    [words.count, grouped(found.count)],
    [words.largest, grouped(found.largest)],
    [words.designEffect, effect ?? words.designEffectUnknown],
    [words.effectiveN, grouped(found.effectiveN)],
    [words.effectiveK, grouped(found.effectiveK)],
    [words.criticalK, count(found.criticalK)],
    [words.effectiveFail, invalid === 0 ? null : asPassing],
    [words.criticalFailK, count(found.criticalFailK)],
  ];
  return valueTable(clustersTitle, words.intro + (few ? sentenceGap + words.few : ''), rows);
}

function shareTable(
  title: string,
  intro: string,
  shares: readonly (readonly [name: string, share: string])[],
): Html {
  return valueTable(
    title,
    intro,
    shares.map(([name, share]) => [name, percent(share)]),
  );
}

/** A table of names and values; those without a value are left out. */
function valueTable(
  title: string,
  intro: string,
  values: readonly (readonly [name: string, value: string | null])[],
): Html {
  const rows = values.flatMap(([name, value]) =>
    value === null
      ? []
      : [html`<tr><th scope="row">${inline(name, 120)}</th><td>${value}</td></tr>`],
  );
  return html`<h4>${title}</h4><p class="hint">${intro}</p><div class="scroll"><table class="attempts"><tbody>${rows}</tbody></table></div>`;
}

function failingCases(
  leaf: IndicatorResult,
  cases: readonly CaseView[],
  wording: Wording,
): Html | null {
  const { messages } = wording;
  const total = notPassing(leaf);
  if (total === 0) return null;
  const shown = new Set(cases.map((view) => questionOf(view.sample))).size;
  const count = (): string => {
    if (shown === 0) return messages.casesUnavailable(grouped(total));
    if (shown >= total) return messages.casesAll(grouped(total));
    return messages.casesShown({ shown: grouped(shown), total: grouped(total) });
  };
  return html`<h4>${messages.casesTitle}</h4><p class="hint">${count()}</p>${cases.map((view) => caseSection(view, wording))}`;
}
