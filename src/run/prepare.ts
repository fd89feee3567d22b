import { existsSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import type { Problem } from '../document/index.ts';
import type { RepeatRule } from '../evidence/index.ts';
import { readSalts } from '../evidence/index.ts';
import type { ModelConfig } from '../model/index.ts';
import type { Scorer } from '../scorers/index.ts';
import { SCORERS } from '../scorers/index.ts';
import { loadBank } from './bank.ts';
import type { Config, Price } from './config.ts';
import { configuredModel, DEFAULT_CONFIG_FILE, readConfig } from './config.ts';
import type { PreparedPlan } from './plan.ts';
import { makePlan } from './plan.ts';
import { readPlanFile } from './plan-file.ts';

/** What a user asked for on the command line. */
export interface Wishes {
  readonly named: readonly string[];
  readonly model?: string;
  readonly config?: string;
  readonly catalogue?: string;
  readonly sample: string;
  readonly extendTo?: string;
  readonly seed: string;
  readonly repeats: number;
  readonly repeatRule: RepeatRule;
  readonly canaries?: boolean;
  /** A plan file that takes the place of suites, sampling and seed. */
  readonly plan?: string;
  /** The run to go on with: what chance had a part in is taken from its plan. */
  readonly resumed?: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export interface Ready {
  readonly prepared: PreparedPlan;
  readonly model: ModelConfig;
  readonly price: Price | null;
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly warnings: readonly Problem[];
  /** Folder in which new run folders are made. */
  readonly outBase: string;
}

/** From wishes to a plan and a model: everything that can be wrong before the first call. */
export async function prepare(wishes: Wishes): Promise<Ready> {
  const config = readConfig(wishes.config ?? DEFAULT_CONFIG_FILE);
  const { model, price } = configuredModel(config, wishes.model, wishes.env);
  const base = {
    model,
    price,
    scorers: SCORERS,
    outBase: config.out === undefined ? 'runs' : fromConfig(config, config.out),
  };
  if (wishes.plan !== undefined) {
    const prepared = readPlanFile(wishes.plan, model, SCORERS);
    return { ...base, prepared, warnings: [] };
  }
  const named = wishes.named.length > 0 ? wishes.named : suitesOf(config);
  const catalogue =
    config.catalogue === undefined ? undefined : fromConfig(config, config.catalogue);
  const bank = await loadBank(named, wishes.catalogue ?? catalogue);
  const prepared = makePlan({
    ...{ catalogue: bank.catalogue, suites: bank.suites, selection: bank.selection, model },
    ...{ scorers: SCORERS, seed: wishes.seed, sampling: wishes.sample },
    ...{ repeats: wishes.repeats, repeatRule: wishes.repeatRule },
    ...(wishes.canaries === true ? { canaries: true } : {}),
    ...(wishes.extendTo === undefined ? {} : { extendTo: wishes.extendTo }),
    ...(wishes.resumed === undefined ? {} : { salts: readSalts(wishes.resumed) }),
  });
  return { ...base, prepared, warnings: bank.warnings };
}

/** A path of the configuration: it starts at the configuration's own folder. */
function fromConfig({ file }: Config, path: string): string {
  return isAbsolute(path) ? path : join(dirname(file), path);
}

/** The suites of the configuration: paths from its folder, or names of shipped suites. */
function suitesOf(config: Config): readonly string[] {
  return (config.suites ?? []).map((word) => {
    const path = fromConfig(config, word);
    return existsSync(path) ? path : word;
  });
}
