import type { FaultName } from './faults.ts';

/**
 * Counts since the start. A prompt is the whole list of messages of a call. A request that was
 * given a fault or an error status is not answered; so `answered` = `answeredDistinct` means that
 * no prompt was answered twice.
 */
export interface StatsSnapshot {
  /** Calls to the model, whatever became of them. */
  readonly requests: number;
  /** Calls answered in full, without a fault. */
  readonly answered: number;
  readonly answeredDistinct: number;
  /** Answers to a prompt that had been answered before. */
  readonly answeredRepeated: number;
  /** Answers of the last resort: the prompt belongs to no known case. */
  readonly unknown: number;
  /** Answers where neither case nor scorer could make one up. */
  readonly generic: number;
  readonly inFlight: number;
  readonly maxInFlight: number;
  /** Different prompts among the calls that were understood. */
  readonly distinctPrompts: number;
  /** Calls whose prompt had come before, answered or not. */
  readonly repeatedPrompts: number;
  readonly faults: Readonly<Partial<Record<FaultName, number>>>;
  /** Calls by the HTTP status they were given; a dropped call has none. */
  readonly byStatus: Readonly<Record<string, number>>;
}

/** The books of one simulator: constant time for every entry. */
export interface Stats {
  readonly arrived: () => void;
  readonly left: () => void;
  /** Enters a prompt and says how often it has come by now: 1 for the first time. */
  readonly asked: (prompt: string) => number;
  readonly answered: (prompt: string, origin: string) => void;
  readonly faulted: (fault: FaultName) => void;
  readonly status: (status: number) => void;
  readonly snapshot: () => StatsSnapshot;
}

export function createStats(): Stats {
  let requests = 0;
  let answered = 0;
  let inFlight = 0;
  let maxInFlight = 0;
  let asked = 0;
  const prompts = new Map<string, number>();
  const answeredPrompts = new Set<string>();
  const origins = new Map<string, number>();
  const faults = new Map<FaultName, number>();
  const byStatus = new Map<string, number>();
  const count = <K>(map: Map<K, number>, key: K): number => {
    const now = (map.get(key) ?? 0) + 1;
    map.set(key, now);
    return now;
  };
  return {
    arrived: () => {
      requests++;
      inFlight++;
      maxInFlight = Math.max(maxInFlight, inFlight);
    },
    left: () => {
      inFlight--;
    },
    asked: (prompt) => {
      asked++;
      return count(prompts, prompt);
    },
    answered: (prompt, origin) => {
      answered++;
      answeredPrompts.add(prompt);
      count(origins, origin);
    },
    faulted: (fault) => count(faults, fault),
    status: (status) => count(byStatus, String(status)),
    snapshot: () => ({
      requests,
      answered,
      answeredDistinct: answeredPrompts.size,
      answeredRepeated: answered - answeredPrompts.size,
      unknown: origins.get('unknown') ?? 0,
      generic: origins.get('generic') ?? 0,
      inFlight,
      maxInFlight,
      distinctPrompts: prompts.size,
      repeatedPrompts: asked - prompts.size,
      faults: Object.fromEntries(faults),
      byStatus: Object.fromEntries(byStatus),
    }),
  };
}
