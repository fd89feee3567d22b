import { readYaml } from '../../src/document/index.ts';
import type { Plan } from '../../src/evidence/index.ts';
import {
  createRun,
  itemsRoot,
  planDigest,
  RUN_FILES,
  writeBundle,
  writeDerived,
} from '../../src/evidence/index.ts';
import { readCatalogue } from '../../src/standard/index.ts';
import type { Workspace } from '../run/workspace.ts';
import { makeWorkspace } from '../run/workspace.ts';
import { SMALL_CATALOGUE } from '../standard/small-catalogue.ts';

/** A run folder, `run` in the workspace, that is concluded and can be signed. */
export interface ConcludedRun extends Workspace {
  readonly run: string;
  readonly plan: Plan;
}

export function concludedRun(outcome = 'conforming'): ConcludedRun {
  const workspace = makeWorkspace();
  const run = workspace.path('run');
  const plan = smallPlan();
  createRun(run, { plan, items: [], salts: new Map(), media: new Map() }, {}).close();
  const results = { outcome, scope: 'selection', planDigest: planDigest(plan) };
  writeDerived(run, RUN_FILES.results, JSON.stringify(results));
  writeBundle(run);
  return { ...workspace, run, plan, [Symbol.dispose]: () => workspace[Symbol.dispose]() };
}

/** A plan that asks nothing, of the small catalogue. */
function smallPlan(): Plan {
  const { catalogue } = readCatalogue(readYaml(SMALL_CATALOGUE, 'small.yaml'));
  if (catalogue === null) throw new Error('the small catalogue is wrong');
  return {
    ...{ format: 'aigc-plan/1', harness: { name: 'aigc-conformance', version: '1.0.0' } },
    ...{ scope: 'selection', catalogue, suites: [], scorers: [], seed: '1', sampling: 'all' },
    ...{ repeats: 1, repeatRule: 'all', retry: { maxAttempts: 1, maxTotalMs: 1 }, samples: 0 },
    sut: {
      ...{ name: 'm', adapter: 'openai', profile: null, model: 'm', baseUrl: null, params: {} },
      ...{ capabilities: ['text'], capabilitiesDeclared: true, timeoutMs: 1, stream: false },
    },
    itemsRoot: itemsRoot([], new Map()).root,
    indicators: [],
  };
}
