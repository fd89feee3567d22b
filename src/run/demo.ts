import type { ModelConfig } from '../model/index.ts';
import { DEFAULT_CAPABILITIES } from '../model/index.ts';
import { SCORERS } from '../scorers/index.ts';
import { demoAbility, demoFaults, SIMULATED_MODEL, startSimulator } from '../simulator/index.ts';
import { loadBank } from './bank.ts';
import { makePlan } from './plan.ts';
import type { Progress } from './progress.ts';
import { DEMO_RETRY } from './retry.ts';
import type { RunOutcome } from './run.ts';
import { run } from './run.ts';

/** Seed of the demonstration: the same simulated model every time. */
const DEMO_SEED = 'demo';

/** Calls in flight in the demonstration: client and simulator share one process. */
const DEMO_CONCURRENCY = 32;

/**
 * Runs every shipped suite against the simulator over HTTP through the real SDK. The simulated
 * model is mixed on purpose, so that every outcome is seen.
 */
export async function demo(options: {
  readonly folder: string;
  readonly stop: AbortSignal;
  readonly abort: AbortSignal;
  readonly onStart?: (progress: () => Progress) => void;
}): Promise<RunOutcome> {
  const bank = await loadBank([]);
  await using simulator = await startSimulator({
    cases: bank.suites.flatMap((suite) => suite.cases),
    ability: demoAbility(),
    faults: demoFaults(),
    seed: DEMO_SEED,
  });
  const model: ModelConfig = {
    name: 'demo',
    adapter: 'openai',
    model: SIMULATED_MODEL,
    baseUrl: simulator.url,
    capabilities: DEFAULT_CAPABILITIES,
    limits: { concurrency: DEMO_CONCURRENCY },
    params: {},
    timeoutMs: 30_000,
    stream: false,
    options: {},
  };
  const prepared = makePlan({
    ...{ catalogue: bank.catalogue, suites: bank.suites, selection: false, model },
    ...{ scorers: SCORERS, seed: DEMO_SEED, sampling: 'all', repeats: 1, repeatRule: 'all' },
    retry: DEMO_RETRY,
  });
  return await run({
    ...{ prepared, folder: options.folder, resume: false, model, price: null, scorers: SCORERS },
    ...{ stop: options.stop, abort: options.abort },
    ...(options.onStart === undefined ? {} : { onStart: options.onStart }),
  });
}
