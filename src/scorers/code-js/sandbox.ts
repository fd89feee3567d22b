import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';
import type { Job, Reply, Run } from './job.ts';

/** What the host hands to the thread of the sandbox. */
export interface ThreadData {
  readonly port: MessagePort;
  /** One cell: 0 while the thread works, 1 when its reply is in the port. */
  readonly done: Int32Array<SharedArrayBuffer>;
}

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly done: Int32Array<SharedArrayBuffer>;
}

/**
 * Room for recursion in the interpreter's own C code, which its own limit counts only in part:
 * with the 4 MB that threads get, parsing a hundred thousand brackets kills the interpreter.
 */
const STACK_MB = 64;

/**
 * The thread that runs answers; a pure resource, replaced when it is damaged. A thread, because
 * some loops inside built-ins (`indexOf` on a string or an array-like) cannot be interrupted from
 * within, and because of its stack. The host sleeps meanwhile, so that scoring stays synchronous.
 */
let current: Thread | null = null;

/**
 * Runs an answer. `watchdogMs` is the wall-clock time after which the thread is given up; it is
 * only there for what the interpreter cannot count and far beyond what `maxPolls` allows.
 */
export function runInSandbox(job: Job, watchdogMs: number): Run {
  const thread = current ?? start();
  current = thread;
  Atomics.store(thread.done, 0, 0);
  thread.port.postMessage(job);
  const woken = Atomics.wait(thread.done, 0, 0, watchdogMs);
  const reply = receiveMessageOnPort(thread.port)?.message as Reply | undefined;
  if (reply === undefined || reply.spent) {
    current = null;
    void thread.worker.terminate();
  }
  if (reply !== undefined) return reply.run;
  if (woken === 'timed-out') return { kind: 'timeout', results: [] };
  throw new Error('The sandbox thread answered without a reply.');
}

function start(): Thread {
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  // tsc does not rewrite the extension inside a URL.
  const file = import.meta.url.endsWith('.ts')
    ? new URL('./worker.ts', import.meta.url)
    : new URL('./worker.js', import.meta.url);
  const data: ThreadData = { port: port2, done };
  const worker = new Worker(file, {
    workerData: data,
    transferList: [port2],
    // Nothing of the host's environment or flags is of use to an answer.
    env: {},
    execArgv: ['--no-warnings'],
    // What a dying interpreter prints is in the reply as well.
    stdout: true,
    stderr: true,
    resourceLimits: { stackSizeMb: STACK_MB },
  });
  // A thread that waits for work must not keep the process alive.
  worker.unref();
  port1.unref();
  return { worker, port: port1, done };
}
