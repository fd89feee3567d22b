import type { Simulator } from '../simulator/index.ts';
import { parseAbility, parseFaults, startSimulator } from '../simulator/index.ts';
import { loadBank } from './bank.ts';

/** Starts the simulator with the cases of suites (none named: all shipped ones). */
export async function simulate(options: {
  readonly named: readonly string[];
  readonly port: number;
  readonly ability: string;
  readonly latency: number;
  readonly faults?: string;
  readonly seed: string;
}): Promise<Simulator> {
  // Read before the bank is loaded: a slip in the specification should not cost a second.
  const ability = parseAbility(options.ability);
  const faults = options.faults === undefined ? undefined : parseFaults(options.faults);
  const bank = await loadBank(options.named);
  return startSimulator({
    cases: bank.suites.flatMap((suite) => suite.cases),
    ability,
    seed: options.seed,
    port: options.port,
    latencyMs: options.latency,
    ...(faults === undefined ? {} : { faults }),
  });
}
