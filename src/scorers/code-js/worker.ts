/**
 * The thread of the sandbox. It serves one job at a time: the host posts it and sleeps, and wakes
 * when the reply is in the port.
 */
import { workerData } from 'node:worker_threads';
import { newInterpreter, runJob } from './interpreter.ts';
import type { Job, Reply } from './job.ts';
import type { ThreadData } from './sandbox.ts';

const { port, done } = workerData as ThreadData;

stopTheClock();
const interpreter = await newInterpreter();

port.on('message', (job: Job) => {
  port.postMessage(answer(job));
  Atomics.store(done, 0, 1);
  Atomics.notify(done, 0);
});

function answer(job: Job): Reply {
  try {
    return runJob(interpreter, job);
  } catch (error) {
    return { run: { kind: 'load-error', message: String(error) }, spent: true };
  }
}

/**
 * The interpreter asks this thread for the time, the time zone and its first random number. All
 * three are fixed, so that an answer that uses them gets the same score on every machine.
 */
function stopTheClock(): void {
  Object.defineProperty(Date, 'now', { value: () => Date.UTC(2025, 0, 1) });
  const parts = ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds'] as const;
  for (const part of parts) {
    Object.defineProperty(Date.prototype, `get${part}`, { value: Date.prototype[`getUTC${part}`] });
  }
  Object.defineProperty(Date.prototype, 'getTimezoneOffset', { value: () => 0 });
}
