import { createHash } from 'node:crypto';
import type { Results } from '../../src/derive/index.ts';
import type { RunInfo } from '../contract.ts';
import { manifestOf } from '../manifest.ts';
import { clip } from '../plain-text.ts';
import type { Wording } from '../wording.ts';
import { markDefinitions } from './marks.ts';
import { stylesheet } from './style.ts';
import { Html, html, inline } from './template.ts';

/**
 * The document around the sections. The policy in its head allows one thing, the style sheet by its
 * digest: whatever a model wrote can neither run nor load anything, even if an escape were missing.
 */
export function page(
  results: Results,
  run: RunInfo,
  body: { readonly header: Html; readonly main: readonly (Html | null)[] },
  wording: Wording,
): string {
  const { messages, language } = wording;
  const css = stylesheet({
    title: messages.reportTitle,
    notice: clip(wording.local(results.catalogue.notice), 160),
    simulated: results.simulated ? messages.simulatedPage : null,
    page: messages.pageNumber,
  });
  const policy = `default-src 'none'; style-src '${digest(css)}'; base-uri 'none'; form-action 'none'`;
  const title = messages.pageTitle(clip(results.model.name, 120));
  const tag = results.simulated ? html`[${messages.simulatedTag}] ` : null;
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${tag}${title}</title>
<style>${new Html(css)}</style>
</head>
<body>
<a class="skip" href="#main">${messages.skipToContent}</a>
${markDefinitions()}
${results.simulated ? html`<div class="simulated-bar" role="note">${messages.simulatedPage}</div><div class="watermark" aria-hidden="true">${messages.simulatedMark}</div>` : null}
${body.header}
<main id="main">
${body.main}
${method(results, wording)}
</main>
<footer>
<p>${messages.disclaimer}</p>
<p class="muted">${inline(`${run.harness.name} ${run.harness.version}`)} · ${messages.facts.run}${messages.colon}${inline(run.id)} · ${messages.facts.planDigest}${messages.colon}<code class="digest">${inline(results.planDigest)}</code>${manifestDigest(results, run, wording)}</p>
<p class="end">${messages.end}</p>
</footer>
</body>
</html>
`.markup;
}

function method({ indicators }: Results, { messages }: Wording): Html {
  const clustered = indicators.some(({ clusters }) => clusters !== undefined);
  const sentences = [
    ...messages.method,
    ...(clustered ? [messages.methodClusters] : []),
    messages.chartLegend,
  ];
  return html`<section id="method" aria-labelledby="method-title"><h2 id="method-title">${messages.methodTitle}</h2><ul class="method">${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul></section>`;
}

/** What binds the page to the evidence it is about. */
function manifestDigest(results: Results, run: RunInfo, { messages }: Wording): Html | null {
  const manifest = manifestOf(results, run);
  if (manifest === null) return null;
  return html` · ${messages.facts.manifestDigest}${messages.colon}<code class="digest">${inline(manifest.digest.sha256)}</code>`;
}

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
