import type { LocalText } from '../model/index.ts';
import type { Finding, StepId, StepResult } from './contract.ts';
import { STEPS } from './contract.ts';

/** Findings with one code that are kept; further ones are counted. */
const MOST_OF_A_CODE = 20;

type Place = Pick<Finding, 'file' | 'line' | 'sample' | 'indicator'>;

/** What errors were about: all of the bundle, or some indicators and samples of it. */
export interface Touched {
  readonly all: boolean;
  readonly indicators: ReadonlySet<string>;
  readonly samples: ReadonlySet<string>;
}

/** Collects what the steps find. */
export interface Findings {
  error(code: string, zh: string, en: string, place?: Place): void;
  warning(code: string, zh: string, en: string, place?: Place): void;
  /** Steps that came to their end; what was not carried out is never called passed. */
  carriedOut(...steps: readonly StepId[]): void;
  /** What the step needs is not there; a finding of the step stands over it. */
  notChecked(step: StepId): void;
  /** True when any step found an error, or one of the given steps. */
  failed(...steps: readonly StepId[]): boolean;
  /** True when there is a finding with that code. */
  has(code: string): boolean;
  touched(): Touched;
  results(): readonly StepResult[];
}

/** Their errors say nothing of how far a verdict was made again. */
const BESIDE: readonly StepId[] = ['V9', 'SUB'];

interface Found {
  readonly errors: Finding[];
  readonly warnings: Finding[];
  readonly counts: Map<string, number>;
  failed: boolean;
  state: 'open' | 'carried-out' | 'not-checked';
}

export function collectFindings(steps: readonly StepId[]): Findings {
  const found = new Map(steps.map((id) => [id, nothingFound()]));
  const touched = { all: false, indicators: new Set<string>(), samples: new Set<string>() };
  const of = (step: StepId): Found => {
    const own = found.get(step);
    if (own === undefined) throw new RangeError(`${step} is no step that is carried out.`);
    return own;
  };
  const add = (code: string, severity: Finding['severity'], message: LocalText, place: Place) => {
    const step = stepOf(code);
    const own = of(step);
    const count = (own.counts.get(code) ?? 0) + 1;
    own.counts.set(code, count);
    const kept = severity === 'error' ? own.errors : own.warnings;
    if (count <= MOST_OF_A_CODE) kept.push({ step, code, severity, message, ...place });
    if (severity === 'warning') return;
    own.failed = true;
    if (BESIDE.includes(step)) return;
    if (place.indicator !== undefined) touched.indicators.add(place.indicator);
    else if (place.sample !== undefined) touched.samples.add(place.sample);
    else touched.all = true;
  };
  return {
    error: (code, zh, en, place = {}) => add(code, 'error', { zh, en }, place),
    warning: (code, zh, en, place = {}) => add(code, 'warning', { zh, en }, place),
    carriedOut(...ids) {
      for (const own of ids.map(of)) if (own.state === 'open') own.state = 'carried-out';
    },
    notChecked: (step) => {
      of(step).state = 'not-checked';
    },
    failed: (...ids) =>
      (ids.length === 0 ? [...found.values()] : ids.map(of)).some((own) => own.failed),
    has: (code) => of(stepOf(code)).counts.has(code),
    touched: () => touched,
    results: () => [...found].map(([id, own]) => resultOf(id, own)),
  };
}

function nothingFound(): Found {
  return { errors: [], warnings: [], counts: new Map(), failed: false, state: 'open' };
}

function resultOf(id: StepId, { errors, warnings, counts, failed, state }: Found): StepResult {
  const count = counts.values().reduce((sum, n) => sum + n, 0);
  return {
    id,
    code: STEPS[id].code,
    outcome: failed
      ? 'failed'
      : state !== 'carried-out'
        ? 'not-checked'
        : count > 0
          ? 'warning'
          : 'passed',
    findings: [...errors, ...warnings],
    count,
  };
}

/** The step whose code a finding's code begins with. */
function stepOf(code: string): StepId {
  const step = (Object.keys(STEPS) as StepId[]).find(
    (id) => code === STEPS[id].code || code.startsWith(`${STEPS[id].code}_`),
  );
  if (step === undefined) throw new RangeError(`${code} belongs to no step.`);
  return step;
}
