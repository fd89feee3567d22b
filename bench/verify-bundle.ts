// Writes a run folder to be verified: `node bench/verify-bundle.ts <folder> <samples>`. No model was
// asked, but everything in it is what a run leaves: plan, chains, scores, results and reports.
import type { Item, RunWriter } from '../src/evidence/index.ts';
import { createRun, digestOf, planDigest } from '../src/evidence/index.ts';
import type { ModelConfig, ModelResponse, Sample } from '../src/model/index.ts';
import { messageText } from '../src/model/index.ts';
import {
  conclude,
  DEFAULT_REPORTS,
  makePlan,
  shippedCatalogueFile,
  writeReports,
} from '../src/run/index.ts';
import { SCORERS } from '../src/scorers/index.ts';
import { loadCatalogue } from '../src/standard/index.ts';
import type { Suite } from '../src/suite/index.ts';
import { loadSuite, scoreTurn } from '../src/suite/index.ts';
import { prose } from './prose.ts';
import { makeWorkplace } from './workplace.ts';

const MODEL: ModelConfig = {
  ...{ name: 'm', adapter: 'openai', model: 'm-1', baseUrl: 'http://127.0.0.1:8080/v1' },
  ...{ capabilities: ['text'], limits: { concurrency: 1 }, params: { temperature: 0 } },
  ...{ timeoutMs: 60_000, stream: false, options: {} },
};

/** When the run began; every call takes as long as the others. */
const START = Date.UTC(2026, 10, 23, 9);
const CALL_MS = 400;

/** Characters of an answer. */
const LENGTH = 300;

const LABELS = ['A', 'B', 'C', 'D'] as const;

/** As many indicators as a catalogue has; a critical count over all cases at once has no likeness. */
const INDICATORS = 60;

/** Two kinds of suites in turn, each with the case that its others are made from. */
function suiteText(n: number): object {
  const own = {
    ...{ suite: `bench.s${n}`, version: '1.0.0', indicator: 'custom', licence: 'CC0-1.0' },
    ...{ source: 'own', title: { zh: `第 ${n} 项`, en: `Indicator ${n}` } },
    requirement: { level: 'MUST', threshold: '0.8', rule: 'three-way', minN: 100 },
  };
  if (n % 2 === 0) {
    return {
      ...own,
      defaults: { scorer: { use: 'choice' }, frame: '{{prompt}}\n{{choices}}' },
      cases: [
        {
          ...{ id: 'one', prompt: '下列关于港口货运的说法，哪一项与材料一致？', target: 'A' },
          choices: { A: '货船减少', B: '货船增多', C: '货船不变', D: '无法判断' },
        },
      ],
    };
  }
  return {
    ...own,
    defaults: { scorer: { use: 'number' } },
    cases: [{ id: 'one', prompt: '仓库原有若干箱货，又运来 36 箱，共有多少箱？', target: '1036' }],
  };
}

async function suites(cases: number): Promise<readonly Suite[]> {
  using workplace = makeWorkplace();
  const context = { scorers: SCORERS, generators: new Map(), indicators: new Set<string>() };
  const made: Suite[] = [];
  for (let n = 0; n < INDICATORS; n++) {
    const file = workplace.write(`s${n}.yaml`, JSON.stringify(suiteText(n)));
    const { suite, problems } = await loadSuite(file, context);
    if (suite === null) throw new Error(JSON.stringify(problems));
    made.push({ ...suite, cases: multiplied(suite, cases / INDICATORS) });
  }
  return made;
}

function multiplied(suite: Suite, count: number): Suite['cases'] {
  const [first] = suite.cases;
  if (first === undefined) throw new Error(`${suite.suite} has no case.`);
  return Array.from({ length: count }, (_, n) => {
    const id = `${suite.suite}-${n}`;
    const messages = first.sample.request.messages.map((message) => ({
      ...{ role: 'user' as const, content: `第 ${n} 题。${messageText(message)}` },
    }));
    const target = first.sample.choices === undefined ? String(1036 + n) : LABELS[n % 4];
    const sample: Sample = {
      ...first.sample,
      ...{ id, case: id, target: target ?? '' },
      request: { ...first.sample.request, messages },
    };
    return { sample };
  });
}

/** Nine of ten are right. */
function responseTo(item: Item, n: number): ModelResponse {
  const right = n % 10 !== 0;
  const wrong = item.choices === undefined ? '7' : item.target === 'A' ? 'B' : 'A';
  const last = `答案：${right && typeof item.target === 'string' ? item.target : wrong}`;
  const text = `${prose(LENGTH - last.length - 1, n % 1000)}\n${last}`;
  return {
    ...{ outcome: 'ok', text, finishReason: 'stop', model: 'm-1-2026' },
    ...{ usage: { inputTokens: 60, outputTokens: 210 }, timing: { totalMs: CALL_MS - 50 } },
  };
}

function answer(item: Item, n: number, writer: RunWriter): void {
  const startedAt = new Date(START + n * CALL_MS).toISOString();
  const response = responseTo(item, n);
  const scored = scoreTurn(item, 0, item.request, response, SCORERS);
  if (scored === null) throw new Error(`${item.id} is not scored.`);
  writer.attempt({
    ...{ kind: 'attempt', sample: item.id, turn: 0, attempt: 0, startedAt },
    ...{ requestDigest: digestOf(item.request), response, final: true },
  });
  writer.score({
    ...{ kind: 'score', sample: item.id, turn: 0, attempt: 0 },
    scorer: `${scored.scorer.id}@${scored.scorer.version}`,
    ...scored.score,
  });
  if (n % 500 === 0) writer.flush();
}

const [folder = '', count = ''] = process.argv.slice(2);
const { catalogue } = await loadCatalogue(shippedCatalogueFile());
const prepared = makePlan({
  ...{ catalogue, suites: await suites(Number(count)), selection: true, model: MODEL },
  ...{ scorers: SCORERS, seed: '1', sampling: 'all', repeats: 1, repeatRule: 'all' },
});
const writer = createRun(folder, prepared, { cache: 'off', harness: prepared.plan.harness });
const event = (at: number) => ({ kind: 'event' as const, at: new Date(at).toISOString() });
writer.event({ ...event(START), event: 'started', detail: { plan: planDigest(prepared.plan) } });
for (const [n, item] of prepared.items.entries()) answer(item, n, writer);
writer.event({ ...event(START + Number(count) * CALL_MS), event: 'finished', detail: {} });
writer.close();
await writeReports(folder, conclude(folder), DEFAULT_REPORTS, ['zh-CN', 'en']);
console.log(JSON.stringify({ folder }));
