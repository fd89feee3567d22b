import type { LocalText } from '../model/index.ts';
import type { Finding, StepId, StepResult } from './contract.ts';
import { STEPS } from './contract.ts';

/** Findings of a step that are kept; further ones are counted. */
const MOST_SHOWN = 50;

type Place = Pick<Finding, 'file' | 'line' | 'sample' | 'indicator'>;

/** Collects what the steps find. */
export interface Findings {
  error(code: string, zh: string, en: string, place?: Place): void;
  warning(code: string, zh: string, en: string, place?: Place): void;
  /** What the step needs is not there; a finding of the step stands over it. */
  notChecked(step: StepId): void;
  /** True when any step found an error. */
  readonly failed: boolean;
  results(): readonly StepResult[];
}

export function collectFindings(steps: readonly StepId[]): Findings {
  const found = new Map(steps.map((id) => [id, { kept: [] as Finding[], count: 0, errors: 0 }]));
  const unchecked = new Set<StepId>();
  const add = (code: string, severity: Finding['severity'], message: LocalText, place: Place) => {
    const step = stepOf(code);
    const own = found.get(step);
    if (own === undefined) throw new RangeError(`${code} belongs to no step that is carried out.`);
    own.count++;
    if (severity === 'error') own.errors++;
    if (own.kept.length < MOST_SHOWN) own.kept.push({ step, code, severity, message, ...place });
  };
  return {
    error: (code, zh, en, place = {}) => add(code, 'error', { zh, en }, place),
    warning: (code, zh, en, place = {}) => add(code, 'warning', { zh, en }, place),
    notChecked: (step) => void unchecked.add(step),
    get failed() {
      return [...found.values()].some(({ errors }) => errors > 0);
    },
    results: () =>
      [...found].map(([id, { kept, count, errors }]) => ({
        ...{ id, code: STEPS[id].code, findings: kept, count },
        outcome: outcomeOf(errors, count, unchecked.has(id)),
      })),
  };
}

function outcomeOf(errors: number, count: number, unchecked: boolean): StepResult['outcome'] {
  if (errors > 0) return 'failed';
  if (unchecked) return 'not-checked';
  return count > 0 ? 'warning' : 'passed';
}

/** The step whose code a finding's code begins with. */
function stepOf(code: string): StepId {
  const step = (Object.keys(STEPS) as StepId[]).find(
    (id) => code === STEPS[id].code || code.startsWith(`${STEPS[id].code}_`),
  );
  if (step === undefined) throw new RangeError(`${code} belongs to no step.`);
  return step;
}
