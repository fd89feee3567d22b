import type { Run } from '../sandbox/run.ts';
import { sandboxThread } from '../sandbox/thread.ts';
import type { PythonJob } from './job.ts';

const thread = sandboxThread<PythonJob, Run>(import.meta.url);

/** Starts the thread and resolves when its interpreter is loaded. */
export const loadSandbox = thread.ready;

/**
 * Runs an answer. The watchdog is only there for what never polls (`sum(range(10 ** 12))`) and far
 * beyond what `maxPolls` allows.
 */
export function runInSandbox(job: PythonJob, watchdogMs: number): Run {
  return thread.run(job, watchdogMs) ?? { kind: 'timeout', results: [] };
}
