import { parentPort, workerData } from 'node:worker_threads';
import type { Reply, ThreadData } from './thread.ts';

/**
 * The loop of a sandbox's thread. It serves one job at a time: the host posts it and sleeps, and
 * wakes when the reply is in the port. Called when the interpreter is loaded. `failed` is the result for a job on which `answer` throws.
 */
export function serve<Job, Result>(
  answer: (job: Job) => Reply<Result>,
  failed: (message: string) => Result,
): void {
  const { port, done } = workerData as ThreadData;
  port.on('message', (job: Job) => {
    port.postMessage(guarded(() => answer(job), failed));
    wake(done);
  });
  wake(done);
  parentPort?.postMessage('ready');
}

function wake(done: ThreadData['done']): void {
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
}

function guarded<Result>(
  answer: () => Reply<Result>,
  failed: (message: string) => Result,
): Reply<Result> {
  try {
    return answer();
  } catch (error) {
    return { result: failed(String(error)), spent: true };
  }
}
