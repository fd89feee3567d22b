import {
  type IndicatorResult,
  OUTCOMES,
  type Outcome,
  type Results,
} from '../../src/derive/index.ts';
import { RUN_FILES } from '../../src/evidence/index.ts';
import type { JsonObject } from '../../src/model/index.ts';
import { inBoth } from '../bilingual.ts';
import type { Manifest, RunInfo } from '../contract.ts';
import { modelUuid, nameUuid, uuidsOf } from '../identifiers.ts';
import { groupByReason, hasFigures } from '../leaves.ts';
import { manifestOf } from '../manifest.ts';
import {
  CATALOG_FILE,
  CATALOG_MEDIA_TYPE,
  controlIds,
  line,
  OSCAL_VERSION,
  oneLine,
  prop,
  prose,
} from './terms.ts';

/** What the parts of the document refer to. */
interface Subject {
  readonly results: Results;
  readonly run: RunInfo;
  /** When the last answer was there. */
  readonly collected: string;
  readonly manifest: Manifest | null;
  readonly uuid: (...name: readonly string[]) => string;
  readonly model: string;
  readonly harness: string;
}

/** OSCAL has a finding for what was decided, or could not be decided, and for nothing else. */
const STATUS: Readonly<Record<Outcome, { state: string; reason: string } | null>> = {
  conforming: { state: 'satisfied', reason: 'pass' },
  nonconforming: { state: 'not-satisfied', reason: 'fail' },
  inconclusive: { state: 'not-satisfied', reason: 'inconclusive' },
  error: { state: 'not-satisfied', reason: 'error' },
  'not-applicable': null,
  'not-tested': null,
};

/** The results as OSCAL assessment results; `startedAt` of the run is a time. */
export function assessmentResults(results: Results, run: RunInfo): JsonObject {
  const { harness } = run;
  const subject: Subject = {
    ...{ results, run, collected: run.finishedAt ?? run.startedAt },
    manifest: manifestOf(results, run),
    uuid: uuidsOf(results, run),
    model: modelUuid(results),
    harness: nameUuid('harness', harness.name, harness.version),
  };
  const { uuid } = subject;
  const plan = uuid('plan');
  return {
    'assessment-results': {
      uuid: uuid('assessment-results'),
      metadata: metadata(subject),
      'import-ap': {
        href: `#${plan}`,
        remarks: prose(inBoth(({ messages }) => messages.projections.foreignPlan)),
      },
      results: [result(subject)],
      'back-matter': {
        resources: [
          {
            uuid: plan,
            title: line(inBoth(({ messages }) => messages.planFacts)),
            props: prop('plan-digest-sha-256', results.planDigest),
            rlinks: ['plan', 'sampling', 'rules', 'suite.lock', 'sut', 'catalogue'].map((name) =>
              runFile(`plan/${name}.json`, subject.manifest),
            ),
          },
        ],
      },
    },
  };
}

function metadata({ results, run, collected }: Subject): JsonObject {
  const { model, simulated, catalogue } = results;
  return {
    title: line(inBoth(({ messages }) => messages.pageTitle(model.name))),
    'last-modified': collected,
    version: oneLine(run.id),
    'oscal-version': OSCAL_VERSION,
    props: [
      ...prop('simulated', simulated),
      ...prop('assurance-level', results.assuranceLevel),
      ...prop('catalogue', catalogue.id),
      ...prop('catalogue-edition', catalogue.edition),
    ],
    links: [catalogLink()],
    remarks: prose(
      ...(simulated ? [inBoth(({ messages }) => messages.simulatedText)] : []),
      catalogue.notice,
      inBoth(({ messages }) => messages.disclaimer),
    ),
  };
}

function catalogLink(): JsonObject {
  return { href: CATALOG_FILE, rel: 'reference', 'media-type': CATALOG_MEDIA_TYPE };
}

/** A link to a file of the run folder, in which the reports have a folder of their own. */
function runFile(path: string, manifest: Manifest | null): JsonObject {
  const sha256 = manifest?.files.get(path);
  return {
    href: `../${path}`,
    'media-type': path.endsWith('.jsonl') ? 'application/jsonl' : 'application/json',
    ...(sha256 === undefined ? {} : { hashes: [{ algorithm: 'SHA-256', value: sha256 }] }),
  };
}

function result(subject: Subject): JsonObject {
  const { results, run, uuid } = subject;
  const tested = results.indicators.filter(hasFigures);
  const findings = tested.flatMap((leaf) => finding(leaf, subject));
  return {
    uuid: uuid('result'),
    title: line(inBoth(({ messages }) => messages.summaryTitle)),
    description: prose(
      inBoth((wording) => wording.conclusion(results)),
      inBoth(({ messages }) => messages.rollUp),
    ),
    start: run.startedAt,
    ...(run.finishedAt === null ? {} : { end: run.finishedAt }),
    props: [
      ...prop('outcome', results.outcome),
      ...prop('scope', results.scope),
      ...prop('run', run.id),
      ...(subject.manifest === null
        ? []
        : prop('manifest-sha-256', subject.manifest.digest.sha256)),
      ...OUTCOMES.flatMap((outcome) => prop(`indicators-${outcome}`, results.outcomes[outcome])),
    ],
    links: [catalogLink()],
    'local-definitions': localDefinitions(subject),
    'reviewed-controls': reviewedControls(results, tested),
    ...(tested.length === 0
      ? {}
      : { observations: tested.map((leaf) => observation(leaf, subject)) }),
    ...(findings.length === 0 ? {} : { findings }),
  };
}

function localDefinitions({ results, run, model, harness, uuid }: Subject): JsonObject {
  const { model: facts } = results;
  return {
    components: [
      {
        uuid: model,
        type: 'service',
        title: line({ zh: facts.name, en: facts.name }),
        description: prose(inBoth(({ messages }) => messages.modelFacts)),
        props: [
          ...prop('requested', facts.requested),
          ...facts.answered.flatMap((answered) => prop('answered', answered)),
          ...prop('adapter', facts.adapter),
          ...prop('base-url', facts.baseUrl),
          ...facts.capabilities.flatMap((capability) => prop('capability', capability)),
          ...prop('capabilities-declared', facts.capabilitiesDeclared),
        ],
        status: { state: 'operational' },
      },
    ],
    'assessment-assets': {
      components: [
        {
          uuid: harness,
          type: 'software',
          title: line({ zh: run.harness.name, en: run.harness.name }),
          description: prose(inBoth(({ messages }) => messages.projections.tool)),
          props: prop('version', run.harness.version),
          status: { state: 'operational' },
        },
      ],
      'assessment-platforms': [
        { uuid: uuid('platform'), 'uses-components': [{ 'component-uuid': harness }] },
      ],
    },
  };
}

/** What was assessed; and what was not, with the reason of each indicator. */
function reviewedControls(results: Results, tested: readonly IndicatorResult[]): JsonObject {
  const controls = tested.map((leaf) => ({ 'control-id': controlIds(leaf.indicator).control }));
  const objectives = tested.map((leaf) => ({
    'objective-id': controlIds(leaf.indicator).objective,
  }));
  const undecided = results.indicators.flatMap((leaf) =>
    STATUS[leaf.outcome] !== null
      ? []
      : prop(leaf.outcome, controlIds(leaf.indicator).control, leaf.reason?.text),
  );
  const groups = groupByReason(results).map(({ outcome, reason, leaves }) =>
    inBoth((wording) => {
      const { messages } = wording;
      const why = reason === null ? messages.reasonMissing : wording.local(reason);
      const list = leaves.map(({ indicator }) => indicator).join(messages.listSeparator);
      return `${wording.outcome(outcome)}${messages.colon}${why}${messages.brackets(list)}`;
    }),
  );
  return {
    ...(undecided.length === 0 ? {} : { props: undecided }),
    'control-selections': [
      {
        description: prose(inBoth(({ messages }) => messages.scopes[results.scope])),
        ...(controls.length === 0 ? {} : { 'include-controls': controls }),
      },
    ],
    ...(objectives.length === 0
      ? {}
      : { 'control-objective-selections': [{ 'include-objectives': objectives }] }),
    ...(groups.length === 0
      ? {}
      : {
          remarks: prose(
            inBoth(({ messages }) => messages.undecidedTitle),
            ...groups,
          ),
        }),
  };
}

function observation(leaf: IndicatorResult, subject: Subject): JsonObject {
  const { uuid, model, harness, collected, manifest } = subject;
  return {
    uuid: uuid('observation', leaf.indicator),
    title: line(leaf.title),
    description: prose(inBoth((wording) => wording.verdict(leaf))),
    props: figures(leaf),
    methods: ['TEST'],
    types: ['control-objective'],
    origins: [{ actors: [{ type: 'tool', 'actor-uuid': harness }] }],
    subjects: [{ 'subject-uuid': model, type: 'component' }],
    'relevant-evidence': (['results', 'scores', 'attempts'] as const).map((kind) => ({
      href: `../${RUN_FILES[kind]}`,
      description: prose(inBoth(({ messages }) => messages.projections.evidence[kind])),
      ...evidenceDigest(manifest?.files.get(RUN_FILES[kind])),
    })),
    collected,
    remarks: prose(inBoth((wording) => wording.decision(leaf).join(wording.messages.sentenceGap))),
  };
}

function evidenceDigest(sha256: string | undefined): JsonObject {
  return sha256 === undefined ? {} : { props: prop('sha-256', sha256) };
}

function figures(leaf: IndicatorResult): JsonObject[] {
  return [
    ...prop('indicator', leaf.indicator),
    ...prop('outcome', leaf.outcome),
    ...prop('level', leaf.level),
    ...prop('cases', leaf.n),
    ...prop('passed', leaf.k),
    ...prop('invalid', leaf.invalid),
    ...prop('rate', leaf.rate),
    ...prop('lower', leaf.lower),
    ...prop('upper', leaf.upper),
    ...prop('limit', leaf.limit),
    ...prop('threshold', leaf.threshold),
    ...(decidedByCount(leaf)
      ? [
          ...prop('critical-count', leaf.criticalK),
          ...prop('critical-fail-count', leaf.criticalFailK),
        ]
      : []),
    ...prop('rule', leaf.rule),
    ...prop('rule-kind', leaf.ruleKind),
    ...prop('alpha', leaf.alpha),
    ...leaf.evidence.suites.flatMap((suite) => prop('suite', suite)),
    ...leaf.modifiers.flatMap((modifier) => prop('modifier', modifier)),
  ];
}

/** False where cases come in clusters: the remarks of the observation say what decided then. */
function decidedByCount({ clusters, ruleKind }: IndicatorResult): boolean {
  return clusters === undefined || ruleKind === 'simple';
}

function finding(leaf: IndicatorResult, { uuid, harness }: Subject): readonly JsonObject[] {
  const status = STATUS[leaf.outcome];
  if (status === null) return [];
  const why = leaf.reason === null ? {} : { remarks: prose(leaf.reason.text) };
  return [
    {
      uuid: uuid('finding', leaf.indicator),
      title: line(leaf.title),
      description: prose(inBoth((wording) => wording.verdict(leaf))),
      origins: [{ actors: [{ type: 'tool', 'actor-uuid': harness }] }],
      target: {
        type: 'objective-id',
        'target-id': controlIds(leaf.indicator).objective,
        title: line(leaf.requirement),
        status: { ...status, ...why },
      },
      'related-observations': [{ 'observation-uuid': uuid('observation', leaf.indicator) }],
    },
  ];
}
