import type { Run } from '../sandbox/run.ts';
import { sandboxThread } from '../sandbox/thread.ts';
import type { JsJob } from './job.ts';

const thread = sandboxThread<JsJob, Run>(import.meta.url);

/** Starts the thread and resolves when its interpreter is loaded. */
export const loadSandbox = thread.ready;

/**
 * Runs an answer. The watchdog is only there for what the interpreter cannot count (`indexOf` on
 * an array-like never polls) and far beyond what `maxPolls` allows.
 */
export function runInSandbox(job: JsJob, watchdogMs: number): Run {
  return thread.run(job, watchdogMs) ?? { kind: 'timeout', results: [] };
}
