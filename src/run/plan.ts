import { basename } from 'node:path';
import { criticalCounts, requirementOf } from '../derive/index.ts';
import { packageIdentity, UserError } from '../document/index.ts';
import type {
  Item,
  Plan,
  PlannedIndicator,
  RepeatRule,
  RetryPolicy,
  Salts,
  SystemUnderTest,
} from '../evidence/index.ts';
import { itemsRoot, newSalt } from '../evidence/index.ts';
import type { ModelConfig, ModelParams, ModelRequest, Sample } from '../model/index.ts';
import { clusterOf, DEFAULT_CAPABILITIES, questionOf } from '../model/index.ts';
import type { Scorer } from '../scorers/index.ts';
import type { Catalogue, Category, Indicator } from '../standard/index.ts';
import { unmetCapabilities } from '../standard/index.ts';
import type { KnownCase, Suite, SuiteMedia } from '../suite/index.ts';
import { questionCount, randomFrom } from '../suite/index.ts';
import { DEFAULT_RETRY } from './retry.ts';

export interface PlanOptions {
  readonly catalogue: Catalogue;
  readonly suites: readonly Suite[];
  /** True when the user named suites: only their indicators are then gated. */
  readonly selection: boolean;
  readonly model: ModelConfig;
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly seed: string;
  /** `all`, `min` (the catalogue's minimum) or a whole number of cases per indicator. */
  readonly sampling: string;
  /** As `sampling`: how many cases in all, where the first look decides nothing. */
  readonly extendTo?: string;
  readonly repeats: number;
  readonly repeatRule: RepeatRule;
  readonly retry?: RetryPolicy;
  /** Salts that hidden items have from an earlier making of the same plan; others get new ones. */
  readonly salts?: Salts;
  /** Whether the model is asked who it is at the beginning, half way and at the end. */
  readonly canaries?: boolean;
}

/** A plan with what it refers to: the items in the order they are asked, and their media. */
export interface PreparedPlan {
  readonly plan: Plan;
  readonly items: readonly Item[];
  readonly media: ReadonlyMap<string, SuiteMedia>;
  /** Of the hidden items. */
  readonly salts: Salts;
  /** The envelope in which the plan was signed, as text. */
  readonly planSignature?: string;
}

/**
 * Fixes everything that a verdict depends on, before the first call: which cases, in which order,
 * how they are scored, and from which count on an indicator conforms.
 *
 * @throws UserError when nothing is left to ask.
 */
export function makePlan(options: PlanOptions): PreparedPlan {
  const { suites, model, seed, sampling, repeats } = options;
  const catalogue = withCustomIndicators(options.catalogue, suites);
  const capabilities = model.capabilities ?? DEFAULT_CAPABILITIES;
  const chosen: Sample[] = [];
  const planned: PlannedIndicator[] = [];
  for (const indicator of catalogue.indicators) {
    const own = suites.filter((suite) => indicatorId(suite) === indicator.id);
    const unmet = unmetCapabilities(indicator, capabilities);
    const applies = unmet.all.length === 0 && unmet.any.length === 0;
    const pool = own.flatMap((suite) => suite.cases.map((known) => withModelParams(known, model)));
    const first = applies ? draw(pool, indicator, sampling, seed) : [];
    const drawn = extended(first, pool, indicator, catalogue, options);
    const early = new Set(first.flat());
    chosen.push(
      ...drawn.flat().map((sample) => ({
        ...{ ...sample, indicator: indicator.id },
        ...(early.has(sample) ? {} : { look: 2 as const }),
      })),
    );
    planned.push({
      indicator: indicator.id,
      inScope: !options.selection || own.length > 0,
      ...(drawn.length === first.length
        ? decidingCounts(indicator, catalogue, drawn.length)
        : twoLooks(indicator, catalogue, first.length, drawn.length)),
      demonstration: own.length > 0 && own.every((suite) => suite.demonstration),
      suites: own.map((suite) => suite.suite),
      ...plannedClusters(drawn),
    });
  }
  if (chosen.length === 0) throw nothingToAsk(suites, capabilities);
  const items = inAskingOrder(withRepeats(chosen, suites, repeats), seed);
  const salts = new Map(
    items
      .filter((item) => item.pool === 'hidden')
      .map((item) => [item.id, options.salts?.get(item.id) ?? newSalt()] as const),
  );
  const { root, count } = itemsRoot(items, salts);
  const used = new Set(items.flatMap(scorerIds));
  const asked = new Set(items.map((item) => item.suite));
  const plan: Plan = {
    format: 'aigc-plan/1',
    harness: packageIdentity(),
    scope: options.selection ? 'selection' : 'catalogue',
    catalogue,
    suites: suites.map((suite) => ({
      suite: suite.suite,
      version: suite.version,
      indicator: indicatorId(suite),
      // The name alone: a plan must not depend on where a suite lies on this machine.
      file: basename(suite.file),
      sha256: suite.sha256,
      licence: suite.licence,
      source: suite.source,
      title: suite.title,
      cases: questionCount(suite),
      ...(suite.repeat === undefined ? {} : { repeat: suite.repeat }),
    })),
    scorers: [...options.scorers.values()]
      .filter((scorer) => used.has(scorer.id))
      .map(({ id, version }) => ({ id, version }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    sut: systemUnderTest(model),
    seed,
    sampling,
    ...(options.extendTo === undefined ? {} : { extendTo: options.extendTo }),
    repeats,
    repeatRule: options.repeatRule,
    retry: options.retry ?? DEFAULT_RETRY,
    ...(options.canaries === true ? { canary: canaryRequest(model) } : {}),
    samples: count,
    itemsRoot: root,
    indicators: planned,
  };
  const media = new Map<string, SuiteMedia>();
  for (const suite of suites) {
    if (!asked.has(suite.suite)) continue;
    for (const [sha256, file] of suite.media) media.set(sha256, file);
  }
  return { plan, items, media, salts };
}

/**
 * The cases of both looks. Only a three-way verdict can be inconclusive for want of cases, so only
 * there is a second look of use.
 */
function extended(
  first: readonly (readonly Sample[])[],
  pool: readonly Sample[],
  indicator: Indicator,
  catalogue: Catalogue,
  { extendTo, seed }: PlanOptions,
): readonly (readonly Sample[])[] {
  const rule = catalogue.rules.find(({ id }) => id === indicator.rule);
  if (extendTo === undefined || rule?.kind !== 'three-way' || first.length === 0) return first;
  // The draw of more cases is the draw of fewer and some more: both follow one seeded order.
  const all = draw(pool, indicator, extendTo, seed);
  return all.length > first.length ? all : first;
}

type DecidingCounts = Pick<PlannedIndicator, 'cases' | 'criticalK' | 'criticalFailK'>;

function twoLooks(
  indicator: Indicator,
  catalogue: Catalogue,
  first: number,
  all: number,
): DecidingCounts & Required<Pick<PlannedIndicator, 'first'>> {
  const counts = (cases: number): DecidingCounts => decidingCounts(indicator, catalogue, cases, 2);
  return { ...counts(all), first: counts(first) };
}

/** How many cases of an indicator are asked, and from which counts on they decide it. */
export function decidingCounts(
  indicator: Indicator,
  catalogue: Catalogue,
  cases: number,
  looks: 1 | 2 = 1,
): DecidingCounts {
  const requirement = requirementOf(indicator, { catalogue }, looks);
  const { pass, fail } =
    requirement === null ? { pass: null, fail: null } : criticalCounts(cases, requirement);
  return { cases, criticalK: pass, criticalFailK: fail };
}

/** What a plan says of a model: everything that can change an answer, and no secret. */
export function systemUnderTest(model: ModelConfig): SystemUnderTest {
  return {
    name: model.name,
    adapter: model.adapter,
    profile: model.profile ?? null,
    model: model.model,
    // A query may hold a secret, and never says which model is meant.
    baseUrl: model.baseUrl?.replace(/[?#].*$/, '') ?? null,
    capabilities: model.capabilities ?? DEFAULT_CAPABILITIES,
    capabilitiesDeclared: model.capabilities !== undefined,
    params: model.params,
    timeoutMs: model.timeoutMs,
    stream: model.stream,
  };
}

/** The indicator a suite is filed under; a suite of a user's own has one to itself. */
export function indicatorId(suite: Suite): string {
  return suite.indicator === 'custom' ? `custom:${suite.suite}` : suite.indicator;
}

const CUSTOM: Category = {
  id: 'custom',
  title: { zh: '自有套件', en: 'Suites of your own' },
  weight: '0',
  provenance: { kind: 'own-proposal', ref: 'suite files of the user' },
};

const CUSTOM_RULES = {
  simple: 'DR-CUSTOM-SIMPLE',
  guarded: 'DR-CUSTOM-GUARDED',
  'three-way': 'DR-CUSTOM-THREE-WAY',
} as const;

/**
 * Adds an indicator per suite with `indicator: custom`. A suite that states no requirement is
 * judged like a set of unit tests: every case has to pass.
 */
function withCustomIndicators(catalogue: Catalogue, suites: readonly Suite[]): Catalogue {
  const own = suites.filter((suite) => suite.indicator === 'custom');
  if (own.length === 0) return catalogue;
  const provenance = CUSTOM.provenance;
  const indicators = own.map((suite): Indicator => {
    const { level, threshold, rule, minN, text } = suite.requirement ?? {
      level: 'MUST' as const,
      threshold: '1',
      rule: 'simple' as const,
      minN: 1,
      text: { zh: '每个用例都必须通过。', en: 'Every case has to pass.' },
    };
    return {
      id: indicatorId(suite),
      category: CUSTOM.id,
      group: CUSTOM.title,
      title: suite.title,
      requirement: text ?? {
        zh: `通过用例的比例不低于 ${threshold}。`,
        en: `The share of passing cases is at least ${threshold}.`,
      },
      level,
      methods: ['program'],
      metric: 'pass rate',
      rule: CUSTOM_RULES[rule],
      threshold: { comparator: '>=', value: threshold, provenance },
      minN,
      appliesWhen: [],
      verifiable: true,
      weight: '1',
      provenance,
    };
  });
  const rules = Object.entries(CUSTOM_RULES).map(([kind, id]) => ({
    id,
    kind: kind as keyof typeof CUSTOM_RULES,
    alpha: '0.05',
    maxInvalidRate: kind === 'simple' ? '0' : '0.02',
    title: { zh: '自有套件的判定规则', en: 'Rule for suites of your own' },
    provenance,
  }));
  return {
    ...catalogue,
    rules: [...catalogue.rules, ...rules],
    categories: [...catalogue.categories, CUSTOM],
    indicators: [...catalogue.indicators, ...indicators],
  };
}

/**
 * The parameters a case is asked with: the suite's defaults, over them what the configuration says
 * of the model, over that what the case itself states, since that is part of the test. A null in
 * the configuration takes a default away: some models refuse a parameter whatever its value.
 */
function withModelParams({ sample, ownParams }: KnownCase, model: ModelConfig): Sample {
  const merged = { ...sample.request.params, ...model.params, ...ownParams };
  const params = Object.fromEntries(
    Object.entries(merged).filter(([, value]) => value !== null),
  ) as ModelParams;
  return { ...sample, request: { ...sample.request, params } };
}

/**
 * The cases of an indicator that are asked: a seeded draw, in the order of the bank. The variants of
 * one question are drawn together, because they are judged together.
 */
function draw(
  pool: readonly Sample[],
  indicator: Indicator,
  sampling: string,
  seed: string,
): readonly (readonly Sample[])[] {
  const questions = [...Map.groupBy(pool, questionOf).values()];
  const wanted =
    sampling === 'all' ? questions.length : sampling === 'min' ? indicator.minN : Number(sampling);
  if (wanted >= questions.length) return questions;
  const order = randomFrom('sampling', seed, indicator.id).shuffle(questions.map((_, i) => i));
  const kept = new Set(order.slice(0, wanted));
  return questions.filter((_, i) => kept.has(i));
}

/** The clusters that the questions form; none when each is one by itself. */
export function plannedClusters(
  questions: readonly (readonly Sample[])[],
): Pick<PlannedIndicator, 'clusters'> {
  const clusters = Map.groupBy(
    questions.flatMap((variants) => variants.slice(0, 1)),
    clusterOf,
  );
  const largest = Math.max(0, ...[...clusters.values()].map((cases) => cases.length));
  return largest > 1 ? { clusters: { count: clusters.size, largest } } : {};
}

/** A suite that states how often it is asked is asked so often, whatever the run says. */
function withRepeats(
  samples: readonly Sample[],
  suites: readonly Suite[],
  repeats: number,
): readonly Sample[] {
  const own = new Map(suites.map(({ suite, repeat }) => [suite, repeat?.times]));
  return samples.flatMap((sample) =>
    Array.from({ length: own.get(sample.suite) ?? repeats }, (_, i) =>
      i === 0 ? sample : { ...sample, id: `${sample.case}#${i + 1}`, repeat: i + 1 },
    ),
  );
}

/**
 * A seeded order over all indicators: a run that is stopped has asked a fair part of each, and a
 * bad minute of the endpoint does not fall on one indicator alone. What a second look would add comes
 * last.
 */
function inAskingOrder(samples: readonly Sample[], seed: string): readonly Sample[] {
  const early = samples.filter(({ look }) => look === undefined);
  const late = samples.filter(({ look }) => look !== undefined);
  return [
    ...randomFrom('order', seed).shuffle(early),
    ...randomFrom('order', seed, 'second look').shuffle(late),
  ];
}

/** Tokens enough for a name and a version. */
const CANARY_TOKENS = 64;

function canaryRequest({ params }: ModelConfig): ModelRequest {
  const merged = Object.entries({ maxTokens: CANARY_TOKENS, ...params });
  return {
    messages: [{ role: 'user', content: '请只用一句话说明：你是哪个模型，什么版本，由谁开发？' }],
    params: Object.fromEntries(merged.filter(([, value]) => value !== null)) as ModelParams,
  };
}

function scorerIds(sample: Sample): readonly string[] {
  const uses = [sample.scorer, ...(sample.turns ?? []).map((turn) => turn.scorer)];
  return uses.flatMap((use) => (use === undefined ? [] : [use.use]));
}

function nothingToAsk(suites: readonly Suite[], capabilities: readonly string[]): UserError {
  const needed = suites.map((suite) => suite.suite).join(', ');
  return UserError.of(
    'nothing-to-ask',
    `没有可以执行的用例：所选套件（${needed}）所需的能力均未被模型声明（已声明：${capabilities.join('、')}）。`,
    `There is no case to run: the model declares none of the capabilities that the chosen suites (${needed}) need (declared: ${capabilities.join(', ')}).`,
  );
}
