/**
 * The page on A4 paper: always light, and with the mark of a simulated run across every sheet.
 * Cases are printed as the reader left them: folded, they take a line each; unfolded, those of a
 * full catalogue would fill hundreds of sheets. The page margins are in `stylesheet`.
 */
export const PRINT = `@media print {
  :root {
    color-scheme: light;
    --paper: #ffffff;
    --wash: #f5f6f8;
    --line: #c9ced6;
    --text: #000000;
    --muted: #444c58;
    --accent: #1f4f8f;
    --good: #0b6e55;
    --bad: #b3261e;
    --unsure: #8a5a00;
    --fault: #6a3d9a;
    --notice: #fff8e5;
    --notice-line: #d9a514;
    --alarm: #b3261e;
    --mark: #ffe27a;
    --mark-text: #000000;
    --rail: #9aa3af;
    --reached: #0b6e5522;
    --on-field: #ffffff;
  }
  html { font-size: 10.5pt; orphans: 3; widows: 3; }
  body { max-width: none; padding: 0; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; text-decoration: none; }
  .skip { display: none; }
  .simulated-bar { position: static; margin: 0; }
  .watermark { display: block; position: fixed; inset: 45% 0 auto 0; z-index: 1; text-align: center; transform: rotate(-30deg); font-size: 44pt; font-weight: 800; color: #b3261e; opacity: .1; pointer-events: none; }
  main > section { margin-top: 2rem; }
  h2, h3, h4, summary, .part-title, .category-head, .indicator-head { break-after: avoid; }
  tr, .overview > li, .leaves > li, .facts > div, .notice, .verdict, .chart, .simulated { break-inside: avoid; }
  thead { display: table-header-group; }
  .evidence { overflow: visible; }
  .results { font-size: 7.5pt; line-height: 1.35; }
  .results th, .results td { padding: .25rem .25rem; }
  .results th, .results td, .results .col-title { min-width: 0; }
  .results thead th { white-space: normal; overflow-wrap: normal; }
  .results .under { font-size: 7pt; }
  .results .col-interval { min-width: 5.5rem; }
  .results .col-reason { min-width: 5rem; }
  .results .col-id { min-width: 3rem; }
  .results .col-rule, .results .col-limit { min-width: 4.5rem; }
  .results .col-level { white-space: nowrap; }
  .bar { width: 5.5rem; }
  .overview > li { grid-template-columns: 12rem 11rem 1fr; padding: .35rem 0; }
  .strip .mark { width: 1rem; height: 1rem; }
  .scroll { overflow: visible; }
  .reasons > div { grid-template-columns: 12rem 1fr; font-size: 8.5pt; }
  .leaves { gap: 0 .9rem; }
  .case { margin-top: .25rem; }
  .case > summary { padding: .2rem .5rem; font-size: 9pt; }
  .indicator { margin-top: 1.25rem; padding-top: .75rem; }
}
`;
