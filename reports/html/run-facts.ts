import type { Results } from '../../src/derive/index.ts';
import type { RunInfo } from '../contract.ts';
import { grouped } from '../decimal.ts';
import { utcTime } from '../time.ts';
import type { Wording } from '../wording.ts';
import { type Fact, factList } from './case-parts.ts';
import { type Html, html, inline } from './template.ts';

/** What was tested, when, with what and on which plan. */
export function runFacts(results: Results, run: RunInfo, wording: Wording): Html {
  const { messages } = wording;
  const group = (title: string, facts: readonly Fact[]): Html =>
    html`<div class="fact-group"><h3>${title}</h3>${factList(facts)}</div>`;
  return html`<section id="facts" aria-labelledby="facts-title"><h2 id="facts-title">${messages.factsTitle}</h2>
<div class="fact-groups">${group(messages.modelFacts, modelFacts(results, wording))}${group(
    messages.runFacts,
    executionFacts(results, run, wording),
  )}${group(messages.planFacts, planFacts(results, run, wording))}</div></section>`;
}

function modelFacts({ model, simulated }: Results, { messages }: Wording): readonly Fact[] {
  const words = messages.facts;
  const differs = model.answered.some((answered) => answered !== model.requested);
  const answered =
    model.answered.length === 0
      ? messages.answeredNone
      : html`${inline(model.answered.join(messages.listSeparator))}${
          differs ? html`<span class="warning">${messages.answeredDiffers}</span>` : null
        }`;
  const assumed = model.capabilitiesDeclared ? '' : messages.capabilitiesAssumed;
  return [
    [words.name, inline(model.name)],
    [words.requested, inline(model.requested)],
    [words.answered, answered],
    [words.adapter, inline(model.adapter)],
    [words.baseUrl, model.baseUrl === null ? messages.none : inline(model.baseUrl)],
    [words.capabilities, inline(`${model.capabilities.join(messages.listSeparator)}${assumed}`)],
    [words.simulated, simulated ? messages.yes : messages.no],
  ];
}

function executionFacts(results: Results, run: RunInfo, wording: Wording): readonly Fact[] {
  const { messages } = wording;
  const words = messages.facts;
  const counted =
    run.tokens === null
      ? messages.unknown
      : messages.tokens({ input: grouped(run.tokens.input), output: grouped(run.tokens.output) });
  const tokens = run.hiddenSamples === 0 ? counted : `${counted}${messages.publicOnly}`;
  return [
    [words.run, inline(run.id)],
    [words.started, utcTime(run.startedAt)],
    [words.finished, run.finishedAt === null ? messages.notFinished : utcTime(run.finishedAt)],
    [words.duration, run.durationMs === null ? messages.unknown : wording.duration(run.durationMs)],
    [
      words.attempts,
      messages.attempts({
        attempts: grouped(run.attempts),
        errors: grouped(results.counts.errors),
      }),
    ],
    [words.tokens, tokens],
    [words.harness, inline(`${run.harness.name} ${run.harness.version}`)],
    [words.assurance, messages.assuranceLevels[results.assuranceLevel]],
  ];
}

function planFacts(results: Results, run: RunInfo, wording: Wording): readonly Fact[] {
  const { messages } = wording;
  const words = messages.facts;
  const { catalogue, counts, coverage } = results;
  return [
    [
      words.catalogue,
      inline(`${wording.local(catalogue.title)} · ${catalogue.id} · ${catalogue.edition}`),
    ],
    [words.scope, messages.scopes[results.scope]],
    [
      words.coverage,
      messages.coverage({
        indicators: grouped(coverage.indicators),
        inScope: grouped(coverage.inScope),
        withCases: grouped(coverage.withCases),
        decided: grouped(coverage.decided),
      }),
    ],
    [
      words.cases,
      messages.cases({
        cases: grouped(counts.cases),
        samples: grouped(counts.samples),
        pass: grouped(counts.pass),
        fail: grouped(counts.fail),
        invalid: grouped(counts.invalid),
      }),
    ],
    [words.sampling, inline(wording.sampling(run.sampling))],
    [words.seed, inline(run.seed)],
    [words.repeats, grouped(run.repeats)],
    [words.planDigest, html`<code class="digest">${inline(results.planDigest)}</code>`],
  ];
}
