import {
  MessageChannel,
  type MessagePort,
  receiveMessageOnPort,
  Worker,
} from 'node:worker_threads';

/** What the host hands to the thread of a sandbox. */
export interface ThreadData {
  readonly port: MessagePort;
  /** One cell: 0 while the thread loads or works, 1 when it waits with its reply in the port. */
  readonly done: Int32Array<SharedArrayBuffer>;
}

/** A result, and whether the interpreter was damaged by the job and must not be used again. */
export interface Reply<Result> {
  readonly result: Result;
  readonly spent: boolean;
}

export interface SandboxThread<Job, Result> {
  /** Starts the thread and resolves when its interpreter is loaded. */
  readonly ready: () => Promise<void>;
  /**
   * Runs a job while the host sleeps. `watchdogMs` is the wall-clock time after which the thread
   * is given up and null returned. Loading, where it has not happened yet, does not count.
   */
  readonly run: (job: Job, watchdogMs: number) => Result | null;
}

interface Thread {
  readonly worker: Worker;
  readonly port: MessagePort;
  readonly done: Int32Array<SharedArrayBuffer>;
  /** Settles when the interpreter is loaded, or cannot be. */
  readonly loaded: Promise<void>;
}

/**
 * Room for recursion in an interpreter's own C code, which its own limit counts only in part:
 * with the 4 MB that threads get, parsing a hundred thousand brackets kills QuickJS.
 */
const STACK_MB = 64;

/** Wall-clock time after which an interpreter that is still loading will not come. */
const LOADING_LIMIT_MS = 120_000;

/**
 * A thread that runs what models wrote; a pure resource, replaced when it is damaged. A thread,
 * because some loops inside built-ins cannot be interrupted from within, and because of its stack.
 * The host sleeps meanwhile, so that scoring stays synchronous.
 *
 * `folder` is the `import.meta.url` of a module beside `worker.ts`.
 */
export function sandboxThread<Job, Result>(folder: string): SandboxThread<Job, Result> {
  let current: Thread | null = null;
  const running = (): Thread => {
    current ??= start(folder);
    return current;
  };
  return {
    async ready() {
      const { worker, loaded } = running();
      worker.ref();
      try {
        await loaded;
      } finally {
        worker.unref();
      }
    },
    run(job, watchdogMs) {
      const thread = running();
      if (Atomics.wait(thread.done, 0, 0, LOADING_LIMIT_MS) === 'timed-out') {
        throw new Error('The interpreter of the sandbox does not load.');
      }
      Atomics.store(thread.done, 0, 0);
      thread.port.postMessage(job);
      const woken = Atomics.wait(thread.done, 0, 0, watchdogMs);
      const reply = receiveMessageOnPort(thread.port)?.message as Reply<Result> | undefined;
      if (reply === undefined || reply.spent) {
        current = null;
        void thread.worker.terminate();
      }
      if (reply !== undefined) return reply.result;
      if (woken === 'timed-out') return null;
      throw new Error('The sandbox thread answered without a reply.');
    },
  };
}

function start(folder: string): Thread {
  const { port1, port2 } = new MessageChannel();
  const done = new Int32Array(new SharedArrayBuffer(4));
  // tsc does not rewrite the extension inside a URL.
  const file = new URL(folder.endsWith('.ts') ? './worker.ts' : './worker.js', folder);
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
  const loaded = new Promise<void>((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`The sandbox thread ended: ${code}`)));
  });
  // Without `ready` nobody waits for this; `run` then gets no reply.
  loaded.catch(() => {});
  // A thread that waits for work must not keep the process alive.
  worker.unref();
  port1.unref();
  return { worker, port: port1, done, loaded };
}
