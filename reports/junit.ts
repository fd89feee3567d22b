import type { IndicatorResult, Results } from '../src/derive/index.ts';
import type { Report, RunInfo } from './contract.ts';
import { type CategoryLeaves, categoriesWithLeaves, hasFigures } from './leaves.ts';
import { clip, plainText } from './plain-text.ts';
import { type Wording, wordingFor } from './wording.ts';

/** UTF-16 units of one text at most: CI servers hold the whole file in memory. */
const TEXT_LIMIT = 2000;

/**
 * JUnit XML for CI servers: a suite per category, a test case per indicator.
 *
 * JUnit knows fewer words than we do. Nonconforming is a failure; inconclusive and error are errors,
 * because neither may look like a pass; not applicable and not tested are skipped with the reason.
 */
export const junit: Report = {
  id: 'junit',
  title: { zh: 'JUnit XML：供持续集成系统读取', en: 'JUnit XML: for CI servers' },
  produces: /^junit\.xml$/,
  async *render(results, context) {
    const wording = wordingFor(context.language);
    yield {
      path: 'junit.xml',
      mediaType: 'application/xml',
      content: document(results, context.run, wording),
    };
  },
};

function document(results: Results, run: RunInfo, wording: Wording): string {
  const name = `${wording.messages.junitSuite} ${results.model.name}`;
  const suites = categoriesWithLeaves(results)
    .filter(({ leaves }) => leaves.length > 0)
    .map((category) => suite(category, results, run, wording));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name, ...counts(results.indicators) })}>`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(
  { category, title, leaves }: CategoryLeaves,
  results: Results,
  run: RunInfo,
  wording: Wording,
): string {
  const name = title === null ? category : `${category} ${wording.local(title)}`;
  // The common schema of JUnit XML wants local time without a zone; ours is UTC.
  const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(run.startedAt)?.[0] ?? '';
  return [
    `  <testsuite${attributes({ name, ...counts(leaves), timestamp })}>`,
    properties(results, run, wording),
    ...leaves.map((leaf) => testcase(leaf, wording)),
    '  </testsuite>',
  ].join('\n');
}

function properties(results: Results, run: RunInfo, wording: Wording): string {
  const values = {
    notice: wording.local(results.catalogue.notice),
    simulated: String(results.simulated),
    catalogue: `${results.catalogue.id} ${results.catalogue.edition}`,
    model: results.model.requested,
    assuranceLevel: results.assuranceLevel,
    planDigest: results.planDigest,
    run: run.id,
    overallOutcome: results.outcome,
  };
  const lines = Object.entries(values).map(
    ([name, value]) => `      <property${attributes({ name, value })}/>`,
  );
  return ['    <properties>', ...lines, '    </properties>'].join('\n');
}

function testcase(leaf: IndicatorResult, wording: Wording): string {
  const name = `${leaf.indicator} ${wording.local(leaf.title)}`;
  const parts = [finding(leaf, wording)];
  if (hasFigures(leaf)) {
    parts.push(`      <system-out>${escapeXml(figures(leaf, wording))}</system-out>`);
  }
  const body = parts.filter((part) => part !== '');
  const start = `    <testcase${attributes({ classname: leaf.category, name })}`;
  return body.length === 0 ? `${start}/>` : [`${start}>`, ...body, '    </testcase>'].join('\n');
}

function finding(leaf: IndicatorResult, wording: Wording): string {
  const message = wording.verdict(leaf);
  const element = (tag: string): string =>
    `      <${tag}${attributes({ message, type: leaf.outcome })}>${escapeXml(
      wording.local(leaf.requirement),
    )}</${tag}>`;
  switch (leaf.outcome) {
    case 'conforming':
      return '';
    case 'nonconforming':
      return element('failure');
    case 'inconclusive':
    case 'error':
      return element('error');
    case 'not-applicable':
    case 'not-tested':
      return `      <skipped${attributes({ message })}/>`;
  }
}

function figures(leaf: IndicatorResult, wording: Wording): string {
  const { figures: words, colon } = wording.messages;
  return [
    `${words.k}${colon}${leaf.k}/${leaf.n}`,
    `${words.invalid}${colon}${leaf.invalid}`,
    `${words.rate}${colon}${wording.rate(leaf)}`,
    `${words.interval}${colon}${wording.interval(leaf)}`,
    `${words.limit}${colon}${wording.limit(leaf)}`,
    `${words.rule}${colon}${wording.rule(leaf)}`,
    ...wording.decision(leaf),
  ].join('\n');
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function counts(leaves: readonly IndicatorResult[]): Counts {
  const of = (...outcomes: readonly string[]): number =>
    leaves.filter((leaf) => outcomes.includes(leaf.outcome)).length;
  return {
    tests: leaves.length,
    failures: of('nonconforming'),
    errors: of('inconclusive', 'error'),
    skipped: of('not-applicable', 'not-tested'),
  };
}

/** Line ends and tabs become references, or a parser would make spaces of them. */
function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => {
      const text = escapeXml(String(value));
      return ` ${name}="${text.replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')}"`;
    })
    .join('');
}

/**
 * XML 1.0 text: characters that XML forbids, and those that would mislead a reader, are named in
 * brackets.
 */
function escapeXml(text: string): string {
  return plainText(clip(text, TEXT_LIMIT))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
