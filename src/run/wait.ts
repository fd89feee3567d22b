import { setTimeout as sleep } from 'node:timers/promises';

/** Waits so many milliseconds; ends early, without an error, when the signal aborts. */
export type Wait = (ms: number, signal: AbortSignal) => Promise<void>;

/** Waits by the clock. */
export const wait: Wait = (ms, signal) => sleep(ms, undefined, { signal }).catch(() => {});
