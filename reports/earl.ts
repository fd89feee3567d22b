import type { IndicatorResult, Outcome, Results } from '../src/derive/index.ts';
import type { JsonObject, LocalText } from '../src/model/index.ts';
import { inBoth } from './bilingual.ts';
import type { Report, RunInfo } from './contract.ts';
import { modelUuid, nameUuid, urn, uuidsOf } from './identifiers.ts';
import { plainText } from './plain-text.ts';

/** EARL knows one word for what was tested without a conclusion, whatever the cause. */
const OUTCOMES: Readonly<Record<Outcome, string>> = {
  conforming: 'earl:passed',
  nonconforming: 'earl:failed',
  inconclusive: 'earl:cantTell',
  error: 'earl:cantTell',
  'not-applicable': 'earl:inapplicable',
  'not-tested': 'earl:untested',
};

const reference = (iri: string): JsonObject => ({ '@id': iri, '@type': '@id' });

/** In the document itself, so that it can be read without a network. */
const CONTEXT: JsonObject = {
  earl: 'http://www.w3.org/ns/earl#',
  dct: 'http://purl.org/dc/terms/',
  dcmitype: 'http://purl.org/dc/dcmitype/',
  doap: 'http://usefulinc.com/ns/doap#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  aigc: 'urn:aigc-conformance:earl:',
  assertedBy: reference('earl:assertedBy'),
  subject: reference('earl:subject'),
  test: reference('earl:test'),
  mode: reference('earl:mode'),
  result: 'earl:result',
  outcome: reference('earl:outcome'),
  info: 'earl:info',
  title: 'dct:title',
  description: 'dct:description',
  identifier: 'dct:identifier',
  isPartOf: reference('dct:isPartOf'),
  date: { '@id': 'dct:date', '@type': 'xsd:dateTime' },
  release: 'doap:release',
  revision: 'doap:revision',
};

/**
 * EARL 1.0 (www.w3.org/TR/EARL10-Schema) in JSON-LD: an assertion for each indicator. What EARL has
 * no words for, such as the level, is said in terms of our own (`aigc:`).
 */
export const earl: Report = {
  id: 'earl',
  title: {
    zh: 'EARL：W3C 评测报告语言（JSON-LD）',
    en: 'EARL: the W3C evaluation and report language (JSON-LD)',
  },
  produces: /^earl\.jsonld$/,
  async *render(results, { run }) {
    const document = { '@context': CONTEXT, '@graph': graph(results, run) };
    yield {
      path: 'earl.jsonld',
      mediaType: 'application/ld+json',
      content: `${JSON.stringify(document, null, 2)}\n`,
    };
  },
};

/** Names of the nodes that assertions refer to. */
interface Nodes {
  readonly report: string;
  readonly catalogue: string;
  readonly model: string;
  readonly harness: string;
  readonly indicator: (leaf: IndicatorResult) => string;
  readonly assertion: (leaf: IndicatorResult) => string;
}

function graph(results: Results, run: RunInfo): JsonObject[] {
  const { catalogue } = results;
  const uuid = uuidsOf(results, run);
  const nodes: Nodes = {
    report: uuidUrn(uuid('earl')),
    catalogue: urn('catalogue', catalogue.id, catalogue.edition),
    model: uuidUrn(modelUuid(results)),
    harness: uuidUrn(nameUuid('harness', run.harness.name, run.harness.version)),
    indicator: (leaf) => urn('indicator', catalogue.id, catalogue.edition, leaf.indicator),
    assertion: (leaf) => uuidUrn(uuid('assertion', leaf.indicator)),
  };
  return [
    report(results, run, nodes),
    harness(run, nodes),
    model(results, nodes),
    {
      ...{ '@id': nodes.catalogue, '@type': 'dcmitype:Collection' },
      ...{ title: tagged(catalogue.title), description: tagged(catalogue.notice) },
      ...{ identifier: plainText(catalogue.id), 'aigc:edition': plainText(catalogue.edition) },
    },
    ...results.indicators.map((leaf) => requirement(leaf, nodes)),
    ...results.indicators.map((leaf) => assertion(leaf, run, nodes)),
  ];
}

function report(results: Results, run: RunInfo, nodes: Nodes): JsonObject {
  const { simulated, outcome, scope, assuranceLevel, planDigest } = results;
  return {
    '@id': nodes.report,
    '@type': 'dcmitype:Dataset',
    title: tagged(inBoth(({ messages }) => messages.reportTitle)),
    description: tagged(
      inBoth(({ messages }) =>
        [...(simulated ? [messages.simulatedText] : []), messages.disclaimer].join(
          messages.sentenceGap,
        ),
      ),
    ),
    identifier: run.id,
    ...dated(run),
    'aigc:outcome': outcome,
    'aigc:scope': scope,
    'aigc:simulated': simulated,
    'aigc:assuranceLevel': assuranceLevel,
    'aigc:planDigest': planDigest,
  };
}

function harness({ harness: { name, version } }: RunInfo, nodes: Nodes): JsonObject {
  return {
    ...{ '@id': nodes.harness, '@type': ['earl:Assertor', 'earl:Software'], title: name },
    description: tagged(inBoth(({ messages }) => messages.projections.tool)),
    release: { '@type': 'doap:Version', revision: version },
  };
}

function model({ model: facts }: Results, nodes: Nodes): JsonObject {
  return {
    ...{ '@id': nodes.model, '@type': 'earl:TestSubject', title: plainText(facts.name) },
    identifier: plainText(facts.requested),
    'aigc:answered': facts.answered.map(plainText),
    'aigc:adapter': plainText(facts.adapter),
    'aigc:capability': [...facts.capabilities],
    ...(facts.baseUrl === null ? {} : { 'aigc:baseUrl': plainText(facts.baseUrl) }),
  };
}

function requirement(leaf: IndicatorResult, nodes: Nodes): JsonObject {
  return {
    ...{ '@id': nodes.indicator(leaf), '@type': 'earl:TestRequirement' },
    ...{ identifier: plainText(leaf.indicator), isPartOf: nodes.catalogue },
    ...{ title: tagged(leaf.title), description: tagged(leaf.requirement) },
    'aigc:level': leaf.level,
  };
}

function assertion(leaf: IndicatorResult, run: RunInfo, nodes: Nodes): JsonObject {
  return {
    ...{ '@id': nodes.assertion(leaf), '@type': 'earl:Assertion', isPartOf: nodes.report },
    ...{ assertedBy: nodes.harness, subject: nodes.model, test: nodes.indicator(leaf) },
    mode: 'earl:automatic',
    result: {
      '@type': 'earl:TestResult',
      outcome: OUTCOMES[leaf.outcome],
      description: tagged(inBoth((wording) => wording.verdict(leaf))),
      info: tagged(inBoth((wording) => wording.decision(leaf).join(wording.messages.sentenceGap))),
      ...dated(run),
      'aigc:outcome': leaf.outcome,
      ...(leaf.reason === null ? {} : { 'aigc:reason': plainText(leaf.reason.code) }),
      ...{ 'aigc:cases': leaf.n, 'aigc:passed': leaf.k, 'aigc:invalid': leaf.invalid },
    },
  };
}

/** The date of a run that began: when it ended, or when it began while it goes on. */
function dated({ startedAt, finishedAt }: RunInfo): JsonObject {
  const date = finishedAt ?? startedAt;
  return date === '' ? {} : { date };
}

/** A text with its languages. */
function tagged({ zh, en }: LocalText): JsonObject[] {
  return [
    { '@value': plainText(zh), '@language': 'zh-CN' },
    { '@value': plainText(en), '@language': 'en' },
  ];
}

function uuidUrn(uuid: string): string {
  return `urn:uuid:${uuid}`;
}
