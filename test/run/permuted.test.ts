import { expect, test } from 'vitest';
import { derive } from '../../src/derive/index.ts';
import type { EvidenceRecord, Item } from '../../src/evidence/index.ts';
import type { ModelConfig } from '../../src/model/index.ts';
import { questionOf } from '../../src/model/index.ts';
import type { PlanOptions } from '../../src/run/plan.ts';
import { makePlan } from '../../src/run/plan.ts';
import { SCORERS } from '../../src/scorers/index.ts';
import type { Catalogue } from '../../src/standard/index.ts';
import type { Suite } from '../../src/suite/index.ts';
import { loadSuite, qualityProblems, scoreTurn } from '../../src/suite/index.ts';
import { readText, SMALL_CATALOGUE } from '../standard/small-catalogue.ts';
import { choiceSuite, makeWorkspace } from './workspace.ts';

const CATALOGUE = readText(SMALL_CATALOGUE).catalogue as Catalogue;

const MODEL: ModelConfig = {
  ...{ name: 'm', adapter: 'openai', model: 'm', baseUrl: 'http://127.0.0.1:1', params: {} },
  ...{ capabilities: ['text'], timeoutMs: 1, stream: false, options: {} },
  limits: { concurrency: 1 },
};

async function suiteOf(permute: string, cases: number, change = (text: string) => text) {
  using workspace = makeWorkspace();
  const text = choiceSuite({
    cases,
    requirement: { threshold: '0.5', rule: 'simple', minN: 1 },
  }).replace('defaults:\n', `defaults:\n  permute: ${permute}\n`);
  const file = workspace.write('own.yaml', change(text));
  const context = { scorers: SCORERS, generators: new Map(), indicators: new Set<string>() };
  const { suite, problems } = await loadSuite(file, context);
  if (suite === null) throw new Error(JSON.stringify(problems));
  return suite;
}

function planOf(suite: Suite, change: Partial<PlanOptions> = {}) {
  return makePlan({
    ...{ catalogue: CATALOGUE, suites: [suite], selection: true, model: MODEL, scorers: SCORERS },
    ...{ seed: '1', sampling: 'all', repeats: 1, repeatRule: 'all' },
    ...change,
  });
}

function planned(plan: ReturnType<typeof planOf>['plan']) {
  return plan.indicators.find(({ indicator }) => indicator === 'custom:own.numbers');
}

test('a plan counts questions, and decides on their number', async () => {
  const { plan, items } = planOf(await suiteOf('circular', 10));
  expect(items).toHaveLength(40);
  expect(plan.samples).toBe(40);
  expect(plan.suites[0]?.cases).toBe(10);
  expect(planned(plan)).toMatchObject({ cases: 10, criticalK: 5 });
});

test('a sample of the cases takes every variant of a question or none', async () => {
  const { plan, items } = planOf(await suiteOf('circular', 10), { sampling: '3', repeats: 2 });
  expect(planned(plan)).toMatchObject({ cases: 3 });
  const drawn = Map.groupBy(items, questionOf);
  expect([...drawn.values()].map((own) => own.length)).toEqual([8, 8, 8]);
  expect(new Set(items.map(({ id }) => id)).size).toBe(24);
});

/** The records of a model that answers everything in the same way. */
function answering(items: readonly Item[], text: (item: Item) => string): EvidenceRecord[] {
  return items.flatMap((item): EvidenceRecord[] => {
    const response = {
      ...{ outcome: 'ok' as const, text: text(item), finishReason: 'stop' as const },
      timing: { totalMs: 1 },
    };
    const { score } = scoreTurn(item, 0, item.request, response, SCORERS) ?? expect.unreachable();
    const place = { sample: item.id, turn: 0, attempt: 0 };
    return [
      { kind: 'attempt', ...place, startedAt: '', requestDigest: '', response, final: true },
      { kind: 'score', ...place, scorer: 'choice@1', ...score },
    ];
  });
}

test('a model that always answers A passes no question that was permuted in a circle', async () => {
  const resultOf = async (permute: string, text: (item: Item) => string) => {
    const { plan, items } = planOf(await suiteOf(permute, 8));
    const { indicators } = derive(plan, 'digest', items, answering(items, text));
    return indicators.find(({ indicator }) => indicator === 'custom:own.numbers');
  };
  // As the suite has them, a quarter of the right answers stand at A.
  const asWritten = await resultOf('none', () => 'A');
  expect(asWritten).toMatchObject({ n: 8, k: 2 });
  expect(asWritten?.positionBias).toBeUndefined();
  expect(await resultOf('circular', () => 'A')).toMatchObject({
    ...{ n: 8, k: 0, outcome: 'nonconforming' },
    positionBias: {
      ...{ variants: 32, acc: '0.250000', perf: '0.000000', vote: '0.000000' },
      positions: { A: '1.000000', B: '0.000000', C: '0.000000', D: '0.000000' },
    },
  });
  const right = await resultOf('circular', ({ target }) => `答案：${JSON.stringify(target)}`);
  expect(right).toMatchObject({
    ...{ n: 8, k: 8, outcome: 'conforming' },
    positionBias: { variants: 32, perf: '1.000000', positions: { A: '0.250000' } },
  });
});

test('a right answer that always stands at A is no warning once the options are permuted', async () => {
  const codes = async (permute: string) => {
    // The places of the options are turned back, so that A is right in every case.
    const suite = await suiteOf(permute, 24, (text) =>
      text.replaceAll(
        /A: "(\d+)", B: "(\d+)", C: "(\d+)", D: "(\d+)"}, target: [A-D]/g,
        (...found) => {
          const [a, b, c, d] = found.slice(1, 5).map(String).toSorted();
          return `A: "${a}", B: "${b}", C: "${c}", D: "${d}"}, target: A`;
        },
      ),
    );
    return qualityProblems([suite], SCORERS, CATALOGUE).map(({ code }) => code);
  };
  expect(await codes('none')).toEqual(['answer-position']);
  expect(await codes('shuffle')).toEqual([]);
  expect(await codes('circular')).toEqual([]);
});
