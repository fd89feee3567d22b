import { existsSync, readdirSync } from 'node:fs';
import { openModel } from '../../adapters/index.ts';
import type { Results } from '../derive/index.ts';
import { derive } from '../derive/index.ts';
import type { Item, JournalRecord, RunWriter } from '../evidence/index.ts';
import {
  canonicalJson,
  createRun,
  openRun,
  planDigest,
  RUN_FILES,
  readEvidence,
  readItems,
  readPlan,
  withCanaries,
  writeBundle,
  writeDerived,
} from '../evidence/index.ts';
import type { JsonObject, Model, ModelConfig } from '../model/index.ts';
import type { Scorer } from '../scorers/index.ts';
import type { Budget, BudgetLimits } from './budget.ts';
import { requirePrice, runBudget } from './budget.ts';
import type { Price } from './config.ts';
import { environmentRecord } from './environment.ts';
import type { Execution } from './execute.ts';
import { execute } from './execute.ts';
import type { StopReason } from './gate.ts';
import { mediaReader } from './media.ts';
import { evenPace } from './pace.ts';
import type { PreparedPlan } from './plan.ts';
import type { Progress, ProgressMeter } from './progress.ts';
import { progressMeter } from './progress.ts';
import { readProgress, requireSamePlan } from './resume.ts';
import type { Wait } from './wait.ts';
import { wait } from './wait.ts';

export interface RunOptions {
  readonly prepared: PreparedPlan;
  readonly folder: string;
  /** Go on with the run in `folder`; one that is empty or not there is begun. */
  readonly resume: boolean;
  readonly model: ModelConfig;
  readonly price: Price | null;
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly budgetTokens?: number;
  readonly budgetCost?: number;
  /** First wish to stop: calls in flight may end. */
  readonly stop: AbortSignal;
  /** Aborts calls in flight. */
  readonly abort: AbortSignal;
  /** Waits between attempts and for the pace; by the clock when absent. */
  readonly wait?: Wait;
  /** Receives a function that tells how the run stands; called once, before the first call. */
  onStart?(progress: () => Progress): void;
}

export interface RunOutcome {
  readonly results: Results;
  /** Why the run ended before its plan did; null when it did not. */
  readonly stopped: StopReason | null;
  readonly progress: Progress;
}

/**
 * Runs a plan into a folder and derives the results. Whatever happens on the way, what was
 * answered is on disk; a run that ended early has results too, with what is missing counted.
 */
export async function run(options: RunOptions): Promise<RunOutcome> {
  const { prepared, model, price } = options;
  const folder = options.folder.replace(/(?<=.)[/\\]+$/, '');
  const resuming = options.resume && existsSync(folder) && readdirSync(folder).length > 0;
  if (resuming) requireSamePlan(readPlan(folder), prepared.plan, folder);
  const limits = limitsOf(options);
  requirePrice(limits, price);
  await prepareScorers(prepared, options.scorers);
  // Opened before the folder is made: a configuration that cannot work leaves nothing behind.
  const opened = await openModel(model, {
    readMedia: mediaReader(prepared.media),
    now: () => performance.now(),
  });
  try {
    const writer = resuming ? openRun(folder) : createRun(folder, prepared, environmentRecord());
    let stopped: StopReason | null;
    let meter: ProgressMeter;
    try {
      // Read when the folder is ours: nobody else adds to it from here on.
      const items = withCanaries(prepared.items, prepared.plan);
      const progressed = resuming ? readProgress(folder, items) : null;
      const budget = runBudget(limits, price, progressed ?? NOTHING_SPENT);
      meter = progressMeter(items.length, progressed, budget, () => performance.now());
      noteStart(writer, resuming);
      options.onStart?.(() => meter.snapshot());
      const asking = askingOf(options, opened, writer);
      const { concurrency } = model.limits;
      const ask = (some: readonly Item[]): Promise<StopReason | null> =>
        execute({ items: some, progressed, budget, meter, concurrency, asking });
      stopped = await ask(items.filter(({ look }) => look === undefined));
      if (stopped === null && prepared.plan.extendTo !== undefined) {
        writer.flush();
        const open = secondLook(folder);
        const late = items.filter(({ look }) => look === 2);
        const more = late.filter(({ indicator }) => open.has(indicator));
        meter.leaveOut(late.length - more.length);
        stopped = await ask(more);
      }
      noteEnd(writer, stopped, budget);
    } finally {
      writer.close();
    }
    return { results: conclude(folder), stopped, progress: meter.snapshot() };
  } finally {
    await opened.close?.();
  }
}

function askingOf(
  { prepared: { plan }, model, scorers, stop, abort, wait: waiting = wait }: RunOptions,
  opened: Model,
  writer: RunWriter,
): Execution['asking'] {
  return {
    ...{ model: opened, writer, scorers, stop, abort, wait: waiting },
    ...{ retry: plan.retry, seed: plan.seed, timeoutMs: model.timeoutMs },
    pace: evenPace(model.limits, () => performance.now(), waiting),
  };
}

const NOTHING_SPENT = { inputTokens: 0, outputTokens: 0 };

function limitsOf({ budgetTokens, budgetCost }: RunOptions): BudgetLimits {
  return {
    ...(budgetTokens === undefined ? {} : { tokens: budgetTokens }),
    ...(budgetCost === undefined ? {} : { cost: budgetCost }),
  };
}

/** Indicators that the first look leaves inconclusive. */
function secondLook(folder: string): ReadonlySet<string> {
  const { indicators } = deriveFolder(folder);
  return new Set(indicators.filter(({ look }) => look === 2).map(({ indicator }) => indicator));
}

/** Derives the results of a run folder from its evidence and writes them, with the manifest. */
export function conclude(folder: string): Results {
  const results = deriveFolder(folder);
  writeDerived(folder, RUN_FILES.results, canonicalJson(results));
  writeBundle(folder);
  return results;
}

/** The results that the evidence of a folder gives; writes nothing. */
export function deriveFolder(folder: string): Results {
  const plan = readPlan(folder);
  return derive(plan, planDigest(plan), readItems(folder), readEvidence(folder));
}

async function prepareScorers(
  { plan }: PreparedPlan,
  scorers: ReadonlyMap<string, Scorer>,
): Promise<void> {
  for (const { id } of plan.scorers) await scorers.get(id)?.prepare?.();
}

function event(name: JournalRecord['event'], detail: JsonObject): JournalRecord {
  return { kind: 'event', at: new Date().toISOString(), event: name, detail };
}

function noteStart(writer: RunWriter, resuming: boolean): void {
  const digest = planDigest(writer.plan);
  writer.event(event(resuming ? 'resumed' : 'started', { plan: digest }));
  if (writer.healedBytes > 0) writer.event(event('tail-healed', { bytes: writer.healedBytes }));
}

function noteEnd(writer: RunWriter, stopped: StopReason | null, budget: Budget): void {
  const tokens = { inputTokens: budget.inputTokens, outputTokens: budget.outputTokens };
  if (stopped === null) writer.event(event('finished', tokens));
  else if (stopped.kind === 'interrupted') writer.event(event('interrupted', tokens));
  else writer.event(event('stopped', { ...tokens, reason: { ...stopped } }));
}
