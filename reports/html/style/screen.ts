/** The look of the page on a screen, from 320 pixels up, light and dark. */
export const SCREEN = `:root {
  color-scheme: light dark;
  --paper: #ffffff;
  --wash: #f5f6f8;
  --line: #d9dde3;
  --text: #1b1f26;
  --muted: #5a6472;
  --accent: #1f4f8f;
  --good: #0b6e55;
  --bad: #b3261e;
  --unsure: #8a5a00;
  --fault: #6a3d9a;
  --notice: #fff8e5;
  --notice-line: #d9a514;
  --alarm: #b3261e;
  --mark: #ffe27a;
  --mark-text: #1b1f26;
  --rail: #b9c0ca;
  --reached: #0b6e5522;
  --on-field: #ffffff;
  --sans: system-ui, -apple-system, "Segoe UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Consolas, "Liberation Mono", monospace;
}
:lang(zh) { --sans: "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Microsoft YaHei", system-ui, sans-serif; }
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #14171c;
    --wash: #1c2027;
    --line: #343b46;
    --text: #e6e9ee;
    --muted: #a0aab8;
    --accent: #8fb8f0;
    --good: #4fc3a1;
    --bad: #ff8a80;
    --unsure: #f0b94d;
    --fault: #c4a1ec;
    --notice: #2a2415;
    --notice-line: #c79a2b;
    --alarm: #ff8a80;
    --mark: #6b5600;
    --mark-text: #fff6d6;
    --rail: #566070;
    --reached: #4fc3a12e;
    --on-field: #14171c;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { font: 400 16px/1.6 var(--sans); color: var(--text); background: var(--paper); -webkit-text-size-adjust: 100%; scroll-padding-top: 3rem; }
body { max-width: 72rem; margin: 0 auto; padding: 0 1.5rem 3rem; overflow-wrap: anywhere; }
h1, h2, h3, h4 { line-height: 1.3; margin: 0; text-wrap: balance; }
h2 { font-size: 1.375rem; font-weight: 650; }
h3 { font-size: 1.0625rem; font-weight: 650; }
h4 { font-size: .9375rem; font-weight: 650; margin-top: 1.25rem; }
p { margin: .5rem 0; }
a { color: var(--accent); text-underline-offset: .2em; text-decoration-thickness: .06em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
main > section { margin-top: 3.5rem; }
.definitions { position: absolute; }
.skip { position: absolute; left: -100vw; padding: .5rem 1rem; background: var(--paper); z-index: 3; }
.skip:focus { left: .5rem; top: .5rem; }
.muted, .hint, .group { color: var(--muted); }
.hint, .group { font-size: .875rem; }
.label { color: var(--muted); font-size: .8125rem; }
.id { font-variant-numeric: tabular-nums; color: var(--muted); }
.digest { font-family: var(--mono); font-size: .85em; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.warning { display: inline-block; margin-left: .5rem; padding: 0 .4rem; border: 1px solid var(--unsure); border-radius: .25rem; color: var(--unsure); font-size: .8125rem; }

.simulated-bar { position: sticky; top: 0; z-index: 2; margin: 0 -1.5rem; padding: .35rem 1.5rem; background: var(--alarm); color: var(--on-field); font-size: .8125rem; font-weight: 650; text-align: center; }
.simulated { margin: 1rem 0; padding: .6rem .9rem; border: 2px dashed var(--alarm); border-radius: .375rem; color: var(--alarm); font-size: .9375rem; }
.watermark { display: none; }

.cover { padding: 3.5rem 0 1.5rem; }
.kind { margin: 0; color: var(--muted); font-size: .875rem; letter-spacing: .14em; text-transform: uppercase; }
.cover h1 { margin-top: .25rem; font-size: clamp(1.625rem, 1.2rem + 1.8vw, 2.375rem); font-weight: 700; letter-spacing: -.01em; }
.subject { margin: .75rem 0 0; font-size: 1.1875rem; color: var(--muted); }
.verdict { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; align-items: center; margin-top: 1.75rem; padding: 1rem 1.25rem; border-left: .375rem solid var(--muted); background: var(--wash); border-radius: 0 .375rem .375rem 0; }
.verdict .outcome { font-size: 1.625rem; font-weight: 700; }
.verdict .mark { width: 1.5rem; height: 1.5rem; }
.verdict.is-conforming { border-color: var(--good); }
.verdict.is-nonconforming { border-color: var(--bad); }
.verdict.is-inconclusive { border-color: var(--unsure); }
.verdict.is-error { border-color: var(--fault); }

.notice { margin: 1rem 0; padding: 1rem 1.25rem; border: 1px solid var(--notice-line); border-left-width: .375rem; border-radius: .375rem; background: var(--notice); }
.notice h2 { font-size: 1rem; }
.notice p { margin: .35rem 0 0; font-size: .9375rem; }
.notice .notice-text { font-size: 1.0625rem; font-weight: 600; }

.outcome { display: inline-flex; align-items: center; gap: .4em; font-weight: 600; white-space: nowrap; }
.is-conforming > span { color: var(--good); }
.is-nonconforming > span { color: var(--bad); }
.is-inconclusive > span { color: var(--unsure); }
.is-error > span { color: var(--fault); }
.is-not-applicable > span, .is-not-tested > span { color: var(--muted); }
.mark { flex: none; width: 1.25em; height: 1.25em; }
.sign .glyph { fill: none; stroke: var(--on-field); stroke-width: 2.2; stroke-linecap: round; stroke-linejoin: round; }
.sign .dot { fill: var(--on-field); }
.sign .disc { fill: var(--paper); }
.sign-conforming .field { fill: var(--good); }
.sign-nonconforming .field { fill: var(--bad); }
.sign-inconclusive .field { fill: var(--notice); stroke: var(--unsure); }
.sign-inconclusive .glyph { stroke: var(--unsure); }
.sign-inconclusive .dot { fill: var(--unsure); }
.sign-error .field { fill: var(--paper); stroke: var(--fault); }
.sign-error .glyph { stroke: var(--fault); }
.sign-error .dot { fill: var(--fault); }
.sign-not-applicable .field { fill: var(--wash); stroke: var(--rail); }
.sign-not-tested .field { fill: none; stroke: var(--muted); stroke-width: 1.2; stroke-dasharray: 2.4 2; }
.sign-not-applicable .glyph, .sign-not-tested .glyph { stroke: var(--muted); stroke-width: 1.6; }
#pattern-stripes .ink { fill: var(--unsure); }
#pattern-dots .ink { fill: var(--fault); }
#pattern-grid .hair { stroke: var(--on-field); stroke-width: .5; stroke-opacity: .45; fill: none; }

table { border-collapse: collapse; width: 100%; font-size: .9375rem; }
caption { text-align: left; color: var(--muted); font-size: .8125rem; padding-bottom: .35rem; }
th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th.number { text-align: right; }
thead th { color: var(--muted); font-size: .8125rem; font-weight: 600; border-bottom: 2px solid var(--line); white-space: nowrap; vertical-align: bottom; }
tbody th { font-weight: 400; }
tfoot th, tfoot td { border-bottom: 0; font-weight: 650; }
.outcomes { margin-top: .75rem; }
.outcomes th:first-child { width: 11rem; padding-left: 0; }
.outcomes .number { width: 6rem; }

.overview, .strip, .chips, .leaves, .method { list-style: none; margin: 0; padding: 0; }
.overview { margin-top: .75rem; border-top: 1px solid var(--line); }
.overview > li { display: grid; grid-template-columns: minmax(11rem, 17rem) 11.5rem 1fr; gap: .25rem 1rem; align-items: center; padding: .6rem 0; border-bottom: 1px solid var(--line); }
.overview-outcome { display: flex; flex-direction: column; font-size: .9375rem; }
.score { font-size: .8125rem; }
.strip { display: flex; flex-wrap: wrap; gap: .1875rem; }
.strip a { display: block; line-height: 0; border-radius: .2rem; }
.strip .mark { width: 1.375rem; height: 1.375rem; }

.fact-groups { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(20rem, 100%), 1fr)); gap: 1.5rem 2.5rem; margin-top: 1rem; }
.fact-group h3 { padding-bottom: .35rem; border-bottom: 2px solid var(--line); font-size: .9375rem; }
.facts { margin: 0; }
.facts > div { display: grid; grid-template-columns: minmax(6rem, 9.5rem) 1fr; gap: .125rem 1rem; padding: .35rem 0; border-bottom: 1px solid var(--line); font-size: .875rem; }
.facts > div:last-child { border-bottom: 0; }
dt { color: var(--muted); }
dd { margin: 0; min-width: 0; }

.category { padding-top: 1.25rem; border-top: 3px solid var(--text); }
.category-head, .indicator-head { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: center; }
.category-head { margin-bottom: .75rem; }
.results { font-size: .875rem; line-height: 1.45; }
.results th, .results td { padding: .5rem .6rem; }
.results th:first-child { padding-left: 0; }
.results td:last-child { padding-right: 0; }
.col-id { font-variant-numeric: tabular-nums; min-width: 4.5rem; }
.col-interval { min-width: 9.5rem; }
.col-rule, .col-limit { min-width: 8rem; }
.col-reason { min-width: 9rem; }
.col-passed, .col-rate { font-variant-numeric: tabular-nums; white-space: nowrap; }
.col-title { min-width: 7rem; }
.col-level { white-space: nowrap; }
.under { display: block; color: var(--muted); font-size: .8125rem; }
.level { padding: 0 .4rem; border: 1px solid var(--line); border-radius: .25rem; color: var(--muted); font-size: .75rem; font-weight: 400; white-space: nowrap; }
.bar { display: block; width: 10rem; max-width: 100%; height: auto; }
.chart { display: block; width: 100%; max-width: 37.5rem; height: auto; margin: .75rem 0 .25rem; }
.rail, .tick { fill: none; stroke: var(--rail); stroke-width: 1; }
.reached { fill: var(--reached); }
.limit { fill: none; stroke: var(--text); stroke-width: 1.6; }
.interval { fill: var(--accent); fill-opacity: .55; }
.rate { fill: var(--accent); stroke: var(--paper); stroke-width: 1.2; }
.scale { fill: var(--muted); font: 11px var(--sans); }
.scale.strong { fill: var(--text); }

.indicator { margin-top: 2.25rem; padding-top: 1.25rem; border-top: 1px solid var(--line); }
.group { margin: .125rem 0 0; }
.requirement, .reason, .decision { max-width: 52rem; }
.figures .facts { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 0 2rem; margin: .75rem 0; border-top: 1px solid var(--line); }
.figures .facts > div { display: block; border-bottom: 1px solid var(--line); }
.figures dd { font-variant-numeric: tabular-nums; }
.chips { display: flex; flex-wrap: wrap; gap: .35rem; }
.chips li { padding: .05rem .55rem; border: 1px solid var(--line); border-radius: 1rem; font-size: .8125rem; }

details > summary { cursor: pointer; }
.case { margin-top: .5rem; border: 1px solid var(--line); border-radius: .375rem; }
.case > summary { padding: .45rem .75rem; font-size: .9375rem; }
.case[open] > summary { border-bottom: 1px solid var(--line); background: var(--wash); border-radius: .375rem .375rem 0 0; }
.case-id { font-family: var(--mono); font-size: .875rem; }
.case-body { padding: .25rem .75rem .75rem; }
.value { font-size: .8125rem; font-weight: 650; }
.value.is-fail { color: var(--bad); }
.value.is-invalid { color: var(--unsure); }
.part { margin-top: .75rem; }
.part-title { margin: .5rem 0 .25rem; color: var(--muted); font-size: .8125rem; font-weight: 650; }
.message { display: grid; grid-template-columns: 4.25rem minmax(0, 1fr); gap: .75rem; margin: .35rem 0; }
.role { padding-top: .45rem; color: var(--muted); font-size: .8125rem; text-align: right; }
.evidence { margin: 0; padding: .4rem .65rem; border-radius: .25rem; background: var(--wash); font: inherit; font-size: .9375rem; line-height: 1.55; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: isolate; overflow: hidden; }
.is-assistant .evidence { box-shadow: inset .1875rem 0 var(--accent); padding-left: .85rem; }
dd .evidence { padding: .1rem 0 0; background: none; line-height: 1.45; font-family: var(--mono); font-size: .8125rem; }
.evidence mark { padding: .05em .1em; border-radius: .15em; background: var(--mark); color: var(--mark-text); box-shadow: 0 0 0 1px var(--notice-line); }
.hazard { padding: 0 .3em; margin: 0 .1em; border: 1px solid var(--fault); border-radius: .2em; color: var(--fault); font: 600 .72em var(--mono); }
.left-out { display: block; margin: .35rem 0; padding: .1rem .5rem; border: 1px dashed var(--muted); border-radius: .25rem; color: var(--muted); font-size: .8125rem; }
.fold { margin: .5rem 0; }
.fold > summary { color: var(--muted); font-size: .8125rem; }
.fold[open] > summary { margin-bottom: .35rem; }
.call + .call { margin-top: .5rem; }
.call > code { font-family: var(--mono); font-size: .875rem; }
.scroll { overflow-x: auto; }
.attempts { font-size: .8125rem; }
.attempts th, .attempts td { padding: .25rem .5rem; }

#undecided h3 { display: flex; gap: .75rem; align-items: center; margin-top: 1.5rem; }
#undecided .muted { font-size: .8125rem; font-weight: 400; white-space: nowrap; }
.reasons { margin: .5rem 0 0; border-top: 1px solid var(--line); }
.reasons > div { display: grid; grid-template-columns: minmax(0, 19rem) minmax(0, 1fr); gap: .25rem 1.5rem; padding: .45rem 0; border-bottom: 1px solid var(--line); font-size: .875rem; }
.reasons dt { color: var(--text); }
.leaves { display: flex; flex-wrap: wrap; gap: .05rem 1.25rem; }
.leaves :target, :target > .indicator-head, :target > .category-head { background: var(--notice); outline: .3rem solid var(--notice); }
.method { list-style: disc; padding-left: 1.2rem; margin-top: .75rem; max-width: 56rem; font-size: .9375rem; }
.method li { margin: .35rem 0; }
footer { margin-top: 3.5rem; padding-top: 1rem; border-top: 1px solid var(--line); font-size: .875rem; }
.end { margin-top: 1.5rem; text-align: center; color: var(--muted); }

@media screen and (max-width: 60rem) {
  .results, .results caption, .results tbody, .results tr, .results td, .results th { display: block; }
  .results thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .results tr { padding: .65rem 0; border-bottom: 1px solid var(--line); display: grid; grid-template-columns: repeat(auto-fill, minmax(min(9rem, 100%), 1fr)); gap: .35rem 1rem; }
  .results th, .results td { padding: 0; border: 0; min-width: 0; }
  .results .is-empty { display: none; }
  .results td[data-label]::before { content: attr(data-label); display: block; color: var(--muted); font-size: .75rem; }
  .results .col-id, .results .col-title { font-size: 1rem; font-weight: 600; }
  .results .col-id { grid-column: 1 / -1; }
  .results .col-title, .results .col-reason { grid-column: 1 / -1; }
  .results .col-title::before { display: none !important; }
}
@media screen and (max-width: 44rem) {
  body { padding: 0 1rem 2rem; }
  .simulated-bar { margin: 0 -1rem; padding: .35rem 1rem; }
  .cover { padding-top: 2rem; }
  .overview > li { grid-template-columns: 1fr auto; }
  .overview-outcome { align-items: flex-end; }
  .strip { grid-column: 1 / -1; }
  .strip .mark { width: 1.625rem; height: 1.625rem; }
  .outcomes, .outcomes thead, .outcomes tbody, .outcomes tfoot { display: block; }
  .outcomes tr { display: grid; grid-template-columns: 1fr auto; border-bottom: 1px solid var(--line); padding: .4rem 0; }
  .outcomes th, .outcomes td { padding: 0; border: 0; }
  .outcomes th:first-child, .outcomes .number { width: auto; }
  .outcomes th:nth-child(3), .outcomes td:nth-child(3) { grid-column: 1 / -1; color: var(--muted); font-size: .875rem; }
  .message { grid-template-columns: minmax(0, 1fr); gap: .125rem; }
  .role { text-align: left; }
  .facts > div { grid-template-columns: 7rem minmax(0, 1fr); }
  .reasons > div { grid-template-columns: minmax(0, 1fr); }
  .leaves { flex-direction: column; }
}
`;
