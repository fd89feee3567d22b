import type { Json } from '../model/index.ts';
import type { Plan } from './records.ts';

/**
 * Which file of `plan/` holds which part of the plan. One object in the program, several files for
 * readers: the catalogue as used, the rules with their critical counts, what was asked and how.
 */
const PARTS = {
  'plan/catalogue.json': ['catalogue'],
  'plan/rules.json': ['indicators', 'repeatRule'],
  'plan/suite.lock.json': ['suites', 'scorers', 'itemsRoot', 'samples'],
  'plan/sampling.json': ['scope', 'seed', 'sampling', 'extendTo', 'repeats', 'retry', 'canary'],
  'plan/sut.json': ['sut'],
  'plan/plan.json': ['format', 'harness'],
} as const satisfies Record<string, readonly (keyof Plan)[]>;

/** Parts that a plan may be without. */
const OPTIONAL: readonly (keyof Plan)[] = ['canary', 'extendTo'];

/** The plan as files: path relative to the run folder, and value. */
export function splitPlan(plan: Plan): readonly (readonly [path: string, value: Json])[] {
  return Object.entries(PARTS).map(([path, keys]) => [
    path,
    Object.fromEntries(
      keys.flatMap((key) => (plan[key] === undefined ? [] : [[key, plan[key]]])),
    ) as Json,
  ]);
}

/** The plan put together again; `read` returns the parsed file. */
export function joinPlan(read: (path: string) => unknown): Plan {
  const plan = Object.assign({}, ...Object.keys(PARTS).map((path) => read(path))) as Plan;
  const missing = Object.values(PARTS)
    .flat()
    .filter((key) => plan[key] === undefined && !OPTIONAL.includes(key));
  if (missing.length > 0) throw new Error(`missing: ${missing.join(', ')}`);
  if (plan.format !== 'aigc-plan/1') throw new Error(`unknown plan format ${String(plan.format)}`);
  return plan;
}
