import { describe, expect, test } from 'vitest';
import { derive } from '../../src/derive/index.ts';
import type { AttemptRecord, EvidenceRecord, Plan, ScoreRecord } from '../../src/evidence/index.ts';
import type { ModelResponse, ResponseOutcome, Sample } from '../../src/model/index.ts';
import type { Catalogue, Indicator } from '../../src/standard/index.ts';

const both = (text: string) => ({ zh: text, en: text });
const provenance = { kind: 'own-proposal', ref: 'test' } as const;

function indicator(id: string, change: Partial<Indicator> = {}): Indicator {
  return {
    ...{ id, category: 'C1', group: both('g'), title: both(id), requirement: both('r') },
    ...{ level: 'MUST', methods: ['exact-match'], metric: 'ACC', rule: 'R', minN: 1 },
    ...{ appliesWhen: [], verifiable: true, weight: '1', provenance },
    threshold: { comparator: '>=', value: '0.5', provenance },
    ...change,
  };
}

function planOf(
  indicators: readonly Indicator[],
  items: readonly Sample[],
  change: Partial<Plan> = {},
): Plan {
  const catalogue: Catalogue = {
    ...{ id: 'c', edition: '1', title: both('c'), notice: both('n'), publishers: [] },
    rules: [
      {
        id: 'R',
        kind: 'simple',
        alpha: '0.05',
        maxInvalidRate: '0.1',
        title: both('R'),
        provenance,
      },
    ],
    categories: [{ id: 'C1', title: both('C1'), weight: '1', provenance }],
    indicators,
  };
  return {
    ...{
      format: 'aigc-plan/1',
      harness: { name: 'h', version: '1' },
      scope: 'catalogue',
      catalogue,
    },
    ...{ suites: [], scorers: [], seed: '1', sampling: 'all', repeats: 1, repeatRule: 'all' },
    sut: {
      ...{ name: 'm', adapter: 'a', profile: null, model: 'm', baseUrl: null, params: {} },
      ...{ capabilities: ['text'], capabilitiesDeclared: true, timeoutMs: 1, stream: false },
    },
    ...{ retry: { maxAttempts: 5, maxTotalMs: 1 }, samples: items.length, itemsRoot: '' },
    indicators: indicators.map(({ id }) => ({
      ...{ indicator: id, inScope: true, suites: [], criticalK: null, criticalFailK: null },
      demonstration: false,
      cases: items.filter((item) => item.indicator === id).length,
    })),
    ...change,
  };
}

function item(id: string, change: Partial<Sample> = {}): Sample {
  return {
    ...{ id, case: id.split('#')[0] ?? id, repeat: 1, suite: 's', indicator: 'I', pool: 'public' },
    ...{
      expect: 'comply',
      request: { messages: [], params: {} },
      scorer: { use: 'exact', options: {} },
    },
    ...change,
  };
}

function attempt(
  sample: string,
  outcome: ResponseOutcome,
  change: Partial<AttemptRecord> = {},
): AttemptRecord {
  const response: ModelResponse = { outcome, text: '', timing: { totalMs: 1 }, model: 'm-1' };
  return {
    ...{ kind: 'attempt', sample, turn: 0, attempt: 0, startedAt: '', requestDigest: '', response },
    final: true,
    ...change,
  };
}

function score(
  sample: string,
  value: ScoreRecord['value'],
  change: Partial<ScoreRecord> = {},
): ScoreRecord {
  return {
    ...{ kind: 'score', sample, turn: 0, attempt: 0, scorer: 'exact@1', value, status: 'ok' },
    ...{ parsed: null, rule: null, span: null, reason: null, detail: {} },
    ...change,
  };
}

function tally(
  items: readonly Sample[],
  evidence: readonly EvidenceRecord[],
  change: Partial<Plan> = {},
) {
  const results = derive(planOf([indicator('I')], items, change), 'digest', items, evidence);
  const { n, k, invalid, failedCalls, statuses, outcome, repeats } =
    results.indicators[0] ?? expect.unreachable();
  return { n, k, invalid, failedCalls, statuses, outcome, ...(repeats && { repeats }) };
}

describe('the denominator', () => {
  test('holds every planned case, run or not', () => {
    const items = [item('a'), item('b'), item('c')];
    const evidence = [attempt('a', 'ok'), score('a', 'pass')];
    expect(tally(items, evidence)).toMatchObject({
      n: 3,
      k: 1,
      invalid: 2,
      statuses: { 'not-run': 2 },
    });
  });

  test('takes no case that was not planned', () => {
    const evidence = [
      attempt('a', 'ok'),
      score('a', 'fail'),
      attempt('x', 'ok'),
      score('x', 'pass'),
    ];
    expect(tally([item('a')], evidence)).toMatchObject({ n: 1, k: 0 });
  });
});

describe('which attempt counts', () => {
  test('a second answer after a wrong one changes nothing', () => {
    const evidence = [
      attempt('a', 'ok'),
      attempt('a', 'ok', { attempt: 1 }),
      score('a', 'fail'),
      score('a', 'pass', { attempt: 1 }),
    ];
    expect(tally([item('a')], evidence)).toMatchObject({ k: 0, invalid: 0 });
  });

  test('an answer after a failed call takes its place', () => {
    const evidence = [
      attempt('a', 'timeout'),
      attempt('a', 'ok', { attempt: 1 }),
      score('a', 'invalid', { status: 'timeout' }),
      score('a', 'pass', { attempt: 1 }),
    ];
    expect(tally([item('a')], evidence)).toMatchObject({ k: 1, invalid: 0, failedCalls: 0 });
  });

  test('a call that failed for good is invalid, and named', () => {
    const evidence = [attempt('a', 'timeout'), score('a', 'invalid', { status: 'timeout' })];
    expect(tally([item('a')], evidence)).toMatchObject({
      ...{ k: 0, invalid: 1, failedCalls: 1, statuses: { timeout: 1 } },
      outcome: 'error',
    });
  });

  test('a score without its attempt counts for nothing', () => {
    expect(tally([item('a')], [score('a', 'pass')])).toMatchObject({ k: 0, invalid: 1 });
  });

  test('attempts that were not final are counted and decide nothing', () => {
    const items = [item('a')];
    const evidence = [
      attempt('a', 'rate_limited', { final: false }),
      attempt('a', 'ok', { attempt: 1 }),
      score('a', 'pass', { attempt: 1 }),
    ];
    const results = derive(planOf([indicator('I')], items), 'digest', items, evidence);
    expect(results.counts).toMatchObject({ attempts: 2, errors: 0, pass: 1, scored: 1 });
    expect(results.model.answered).toEqual(['m-1']);
  });
});

describe('dialogues', () => {
  const dialogue = item('a', {
    turns: [{ content: 'x' }, { content: 'y', scorer: { use: 'exact', options: {} } }],
  });

  test('pass when every scored turn passes', () => {
    const answers = [0, 1, 2].map((turn) => attempt('a', 'ok', { turn }));
    const passes = [score('a', 'pass'), score('a', 'pass', { turn: 2 })];
    expect(tally([dialogue], [...answers, ...passes])).toMatchObject({ k: 1 });
    const fails = [score('a', 'pass'), score('a', 'fail', { turn: 2 })];
    expect(tally([dialogue], [...answers, ...fails])).toMatchObject({ k: 0, invalid: 0 });
  });

  test('with a scored turn missing are not passed', () => {
    const evidence = [attempt('a', 'ok'), score('a', 'pass')];
    expect(tally([dialogue], evidence)).toMatchObject({ k: 0, invalid: 1 });
  });

  test('closed by a filter fail in the turns that could not be asked', () => {
    const evidence = [
      attempt('a', 'filtered_output'),
      score('a', 'fail', { status: 'filtered_output' }),
      score('a', 'fail', { turn: 2, status: 'filtered_output' }),
    ];
    expect(tally([dialogue], evidence)).toMatchObject({
      k: 0,
      invalid: 0,
      statuses: { filtered_output: 1 },
    });
  });
});

describe('repeats', () => {
  const items = ['a', 'a#2', 'a#3'].map((id) => item(id));
  const answers = items.map(({ id }) => attempt(id, 'ok'));
  const twoOfThree = [...answers, score('a', 'pass'), score('a#2', 'fail'), score('a#3', 'pass')];

  test('are one case: all must pass, or the majority, as the plan says', () => {
    expect(tally(items, twoOfThree)).toMatchObject({ n: 1, k: 0 });
    expect(tally(items, twoOfThree, { repeatRule: 'majority' })).toMatchObject({ n: 1, k: 1 });
  });

  test('agree: the same answer each time, right or wrong; an unread one may yet have agreed', () => {
    const items = ['p', 'p#2', 'q', 'q#2', 'r', 'r#2', 's', 's#2'].map((id, i) =>
      item(id, { case: id.slice(0, 1), repeat: (i % 2) + 1 }),
    );
    const answers = ['7', '7', '7', '8', '7', null, '9', '9'];
    const evidence = items.flatMap((of, i) => {
      const parsed = answers[i] ?? null;
      const value = parsed === null ? 'invalid' : parsed === '7' ? 'pass' : 'fail';
      return [attempt(of.id, 'ok'), score(of.id, value, { parsed })];
    });
    const suite = { suite: items[0]?.suite ?? '', repeat: { times: 2, rule: 'agree' } };
    const suites = [suite] as unknown as Plan['suites'];
    // p agrees and is right, s agrees and is wrong, q differs, r was read once only.
    expect(tally(items, evidence, { suites })).toMatchObject({
      ...{ n: 4, k: 2, invalid: 1, statuses: { disagree: 1, invalid: 1 } },
      repeats: { cases: 4, times: 2, agree: '0.500000', share: '0.750000' },
    });
    expect(tally(items, evidence)).toMatchObject({
      ...{ n: 4, k: 1, invalid: 1 },
      repeats: {
        passAt: { '1': '0.500000', '2': '0.750000' },
        passPower: { '1': '0.500000', '2': '0.250000' },
      },
    });
  });

  test('without repeats there are no figures of repeats', () => {
    expect(tally([item('a')], [attempt('a', 'ok'), score('a', 'pass')])).not.toHaveProperty(
      'repeats',
    );
  });
});

describe('clusters', () => {
  const limited: Partial<Indicator> = { threshold: { comparator: '>=', value: '0.8', provenance } };

  function resultOf(
    items: readonly Sample[],
    passes: (of: Sample) => boolean,
    kind: 'simple' | 'three-way' = 'three-way',
  ) {
    const evidence = items.flatMap((of) => [
      attempt(of.id, 'ok'),
      score(of.id, passes(of) ? 'pass' : 'fail'),
    ]);
    const plan = planOf([indicator('I', limited)], items);
    const rules = plan.catalogue.rules.map((rule) => ({ ...rule, kind }));
    const catalogue = { ...plan.catalogue, rules };
    return (
      derive({ ...plan, catalogue }, 'digest', items, evidence).indicators[0] ??
      expect.unreachable()
    );
  }

  /** 40 clusters of 5 cases; the first 36 pass, the others fail. */
  const families = Array.from({ length: 200 }, (_, i) =>
    item(`a${i}`, { cluster: `f${Math.floor(i / 5)}` }),
  );
  const early = ({ id }: Sample) => Number(id.slice(1)) < 180;

  test('say what the verdict and the interval rest on', () => {
    const result = resultOf(families, early);
    expect(result).toMatchObject({ n: 200, k: 180, rate: '0.900000', criticalK: 170 });
    expect(result.clusters).toEqual({
      ...{ count: 40, largest: 5, designEffect: '5.128205' },
      ...{ effectiveN: 39, effectiveK: 35, criticalK: 36 },
      ...{ effectiveFailN: 39, effectiveFailK: 36, criticalFailK: 26 },
    });
    expect(result.outcome).toBe('inconclusive');
    const independent = resultOf(
      families.map(({ cluster: _none, ...one }) => one),
      early,
    );
    expect(independent.outcome).toBe('conforming');
    expect(independent).not.toHaveProperty('clusters');
    expect(Number(result.lower)).toBeLessThan(Number(independent.lower));
    expect(Number(result.upper)).toBeGreaterThan(Number(independent.upper));
  });

  test('under the simple rule widen the interval and decide nothing', () => {
    const result = resultOf(families, early, 'simple');
    expect(result).toMatchObject({ outcome: 'conforming', criticalK: 160 });
    expect(result.clusters).toMatchObject({
      ...{ effectiveN: 39, criticalK: null, criticalFailK: null },
    });
  });

  test('of one case each change nothing, byte for byte', () => {
    const plain = Array.from({ length: 50 }, (_, i) => item(`a${i}`));
    const named = plain.map((one) => ({ ...one, cluster: `only ${one.id}` }));
    const passes = ({ id }: Sample) => id !== 'a7';
    expect(JSON.stringify(resultOf(named, passes))).toBe(JSON.stringify(resultOf(plain, passes)));
  });

  test('do not take in a question that is called like one of them', () => {
    const items = [item('a'), item('b', { cluster: 'a' }), item('c', { cluster: 'a' }), item('d')];
    expect(resultOf(items, () => true).clusters).toMatchObject({ count: 3, largest: 2 });
  });

  test('count the repeats and variants of a question once', () => {
    const repeated = ['a', 'a#2', 'b', 'b#2'].map((id) => item(id, { cluster: 'x' }));
    expect(resultOf(repeated, () => true)).toMatchObject({
      ...{ n: 2, clusters: { count: 1, largest: 2, effectiveN: 1 } },
    });
    // By itself each question is one case, whatever its variants.
    expect(resultOf(variants('p'), () => true)).not.toHaveProperty('clusters');
  });

  test('do not depend on the order of the cases', () => {
    const mirrored = resultOf(families.toReversed(), early);
    expect(JSON.stringify(mirrored)).toBe(JSON.stringify(resultOf(families, early)));
  });
});

/** The circular variants of a question; its right option is B as the suite has it. */
function variants(question: string): readonly Sample[] {
  const labels = ['A', 'B', 'C', 'D'];
  return labels.map((_, turn) => {
    const order = labels.map((_label, place) => labels[(place + turn) % 4] ?? '');
    return item(`${question}~${turn + 1}`, {
      cluster: question,
      permutation: { of: question, order },
      choices: order.map((original, place) => ({ label: labels[place] ?? '', text: original })),
      target: labels[order.indexOf('B')] ?? '',
    });
  });
}

function rightLabel({ target }: Sample): string {
  return typeof target === 'string' ? target : '';
}

function answered(items: readonly Sample[], label: (of: Sample) => string): EvidenceRecord[] {
  return items.flatMap((of): EvidenceRecord[] => {
    const parsed = label(of);
    return [attempt(of.id, 'ok'), score(of.id, parsed === of.target ? 'pass' : 'fail', { parsed })];
  });
}

describe('variants of a question', () => {
  const items = [...variants('p'), ...variants('q'), item('r')];
  const right = answered(items.slice(0, 8), rightLabel);
  const plain = [attempt('r', 'ok'), score('r', 'pass')];

  function biasOf(of: readonly Sample[], evidence: readonly EvidenceRecord[]) {
    const { indicators } = derive(planOf([indicator('I')], of), 'digest', of, evidence);
    return indicators[0]?.positionBias;
  }

  test('are one case of n, which passes when every variant passes', () => {
    expect(tally(items, [...right, ...plain])).toMatchObject({ n: 3, k: 3, statuses: {} });
    const slip = answered(items.slice(0, 8), (of) => (of.id === 'q~3' ? 'none' : rightLabel(of)));
    expect(tally(items, [...slip, ...plain])).toMatchObject({ n: 3, k: 2, statuses: { fail: 1 } });
  });

  test('settle for the majority in their repeats, never among each other', () => {
    const repeated = variants('p').flatMap((one) =>
      [1, 2, 3].map((repeat) => ({ ...one, id: `${one.id}#${repeat}`, repeat })),
    );
    const oneBadRepeatEach = answered(repeated, (of) =>
      of.repeat === 2 ? 'none' : rightLabel(of),
    );
    const majority = { repeatRule: 'majority' } as const;
    expect(tally(repeated, oneBadRepeatEach, majority)).toMatchObject({ n: 1, k: 1 });
    const oneBadVariant = answered(repeated, (of) => (of.case === 'p~2' ? 'none' : rightLabel(of)));
    expect(tally(repeated, oneBadVariant, majority)).toMatchObject({ n: 1, k: 0 });
    // Each repeat is a round through all variants.
    expect(biasOf(repeated, oneBadRepeatEach)).toMatchObject({ variants: 12, perf: '0.666667' });
  });

  test('that were not run leave the case unjudged, unless another failed', () => {
    const first = answered(items.slice(0, 3), rightLabel);
    expect(tally(items.slice(0, 4), first)).toMatchObject({
      ...{ n: 1, k: 0, invalid: 1, statuses: { 'not-run': 1 } },
    });
    const wrong = answered(items.slice(0, 3), () => 'A');
    expect(tally(items.slice(0, 4), wrong)).toMatchObject({ n: 1, invalid: 0 });
  });

  test('a model that always answers A passes none, and its bias is complete', () => {
    const evidence = [...answered(items.slice(0, 8), () => 'A'), ...plain];
    expect(tally(items, evidence)).toMatchObject({ n: 3, k: 1, invalid: 0 });
    expect(biasOf(items, evidence)).toEqual({
      variants: 8,
      acc: '0.250000',
      perf: '0.000000',
      vote: '0.000000',
      positions: { A: '1.000000', B: '0.000000', C: '0.000000', D: '0.000000' },
    });
  });

  test('answered by what the options say have even positions', () => {
    expect(biasOf(items, right)).toMatchObject({
      ...{ acc: '1.000000', perf: '1.000000', vote: '1.000000' },
      positions: { A: '0.250000', B: '0.250000', C: '0.250000', D: '0.250000' },
    });
  });

  test('have no such figures where nothing was permuted or several options are right', () => {
    expect(biasOf([item('r')], plain)).toBeUndefined();
    const several = variants('p').map((one) => ({
      ...one,
      scorer: { use: 'choice', options: { multiple: true } },
    }));
    expect(biasOf(several, [])).toBeUndefined();
  });
});

describe('leaves without cases', () => {
  const leaf = (change: Partial<Indicator>, plan: Partial<Plan> = {}) => {
    const results = derive(planOf([indicator('I', change)], [], plan), 'digest', [], []);
    const result = results.indicators[0] ?? expect.unreachable();
    return `${result.outcome}: ${result.reason?.code}`;
  };

  test('say why, the first reason that holds', () => {
    expect(leaf({ appliesWhen: ['video-output'] })).toBe('not-applicable: capability-not-declared');
    expect(leaf({ verifiable: false, notTestedReason: both('x') })).toBe(
      'not-tested: not-verifiable',
    );
    expect(leaf({})).toBe('not-tested: no-cases');
    const outside = {
      indicators: [
        {
          indicator: 'I',
          inScope: false,
          cases: 0,
          suites: [],
          criticalK: null,
          criticalFailK: null,
          demonstration: false,
        },
      ],
    };
    expect(leaf({}, outside)).toBe('not-tested: out-of-scope');
  });
});

test('cases for demonstration never add up to conforming, and still show a failure', () => {
  const items = [item('a')];
  const plan = planOf([indicator('I')], items);
  const shown: Plan = {
    ...plan,
    indicators: plan.indicators.map((planned) => ({ ...planned, demonstration: true })),
  };
  const of = (value: ScoreRecord['value']) =>
    derive(shown, 'digest', items, [attempt('a', 'ok'), score('a', value)]).indicators[0];
  expect(of('pass')).toMatchObject({
    outcome: 'inconclusive',
    reason: { code: 'demonstration-only' },
  });
  expect(of('fail')).toMatchObject({ outcome: 'nonconforming' });
});

describe('limits', () => {
  test('a limit on failures is decided as the complementary limit on passes', () => {
    const items = Array.from({ length: 20 }, (_, i) => item(`a${i}`));
    const evidence = items.flatMap(({ id }, i) => [
      attempt(id, 'ok'),
      score(id, i < 19 ? 'pass' : 'fail'),
    ]);
    const result = (value: string) => {
      const own = indicator('I', { threshold: { comparator: '<=', value, provenance } });
      return derive(planOf([own], items), 'digest', items, evidence).indicators[0];
    };
    expect(result('0.05')).toMatchObject({
      outcome: 'conforming',
      threshold: '0.95',
      limit: '<= 0.05',
    });
    expect(result('0.04')).toMatchObject({ outcome: 'nonconforming', threshold: '0.96' });
  });

  test('a leaf without a limit is reported and not decided', () => {
    const items = [item('a')];
    const { threshold: _none, ...open } = indicator('I', { level: 'MAY' });
    const results = derive(planOf([open], items), 'digest', items, [
      attempt('a', 'ok'),
      score('a', 'pass'),
    ]);
    expect(results.indicators[0]).toMatchObject({
      outcome: 'not-applicable',
      n: 1,
      k: 1,
      rate: '1.000000',
    });
    expect(results.indicators[0]?.reason?.code).toBe('report-only');
  });
});

test('the order of the evidence does not matter', () => {
  const items = Array.from({ length: 30 }, (_, i) => item(`a${i}`));
  const attempts = items.map(({ id }, i) => attempt(id, i % 7 === 0 ? 'timeout' : 'ok'));
  const scores = items.map(({ id }, i) =>
    score(id, i % 7 === 0 ? 'invalid' : i % 5 === 0 ? 'fail' : 'pass'),
  );
  const of = (a: readonly AttemptRecord[], s: readonly ScoreRecord[]) =>
    JSON.stringify(derive(planOf([indicator('I')], items), 'digest', items, [...a, ...s]));
  expect(of(attempts.toReversed(), scores.toReversed())).toBe(of(attempts, scores));
});
