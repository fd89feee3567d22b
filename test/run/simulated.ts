import { SCORERS } from '../../src/scorers/index.ts';
import type { Simulator } from '../../src/simulator/index.ts';
import { parseAbility, parseFaults, startSimulator } from '../../src/simulator/index.ts';
import { loadSuite } from '../../src/suite/index.ts';
import type { Told } from '../cli/command.ts';
import { command } from '../cli/command.ts';
import type { ChoiceSuite, Workspace } from './workspace.ts';
import { choiceSuite, makeWorkspace, writeConfig } from './workspace.ts';

export interface SimulatedModel extends ChoiceSuite {
  /** Default: always right. */
  readonly ability?: string;
  /** Milliseconds for each answer. */
  readonly latencyMs?: number;
  readonly faults?: string;
  /** What the configuration says of the model besides its address. */
  readonly model?: Parameters<typeof writeConfig>[1];
}

/** A simulated model with a suite it knows, and a configuration that names both. */
export interface Simulated extends AsyncDisposable {
  readonly workspace: Workspace;
  readonly simulator: Simulator;
  /** `own.yaml` in the workspace. */
  readonly suite: string;
  /** `aigc.yaml` in the workspace; `m` is the model. */
  readonly config: string;
  /** `aigc run` of the suite into the folder `run`, in this process. */
  readonly run: (...more: string[]) => Promise<Told>;
}

export async function simulated(wanted: SimulatedModel): Promise<Simulated> {
  const workspace = makeWorkspace();
  const suite = workspace.write('own.yaml', choiceSuite(wanted));
  const simulator = await simulatorOf(suite, wanted);
  const config = writeConfig(workspace, { ...wanted.model, baseUrl: simulator.url });
  const args = ['run', suite, '--config', config, '--out', workspace.path('run')];
  return {
    workspace,
    simulator,
    suite,
    config,
    run: (...more) => command([...args, ...more]),
    async [Symbol.asyncDispose]() {
      await simulator.close();
      workspace[Symbol.dispose]();
    },
  };
}

/** A simulator that knows the cases of one suite file. */
export async function simulatorOf(
  suite: string,
  { ability = '1', latencyMs = 0, faults }: Omit<SimulatedModel, 'cases'> = {},
): Promise<Simulator> {
  const context = { scorers: SCORERS, generators: new Map(), indicators: new Set<string>() };
  const loaded = await loadSuite(suite, context);
  return startSimulator({
    cases: loaded.suite?.cases ?? [],
    ability: parseAbility(ability),
    seed: '1',
    latencyMs,
    ...(faults === undefined ? {} : { faults: parseFaults(faults) }),
  });
}
