/** The thread of the Python sandbox. */
import { stopTheClock } from '../sandbox/clock.ts';
import type { Run } from '../sandbox/run.ts';
import { serve } from '../sandbox/serve.ts';
import { newInterpreter, runJob } from './interpreter.ts';
import type { PythonJob } from './job.ts';

stopTheClock();
// Pyodide would free Python objects whenever this thread collects garbage, and so change the memory
// between two answers: this registry keeps nothing and calls nobody.
Object.defineProperty(globalThis, 'FinalizationRegistry', {
  value: class {
    register(): void {}
    unregister(): void {}
  },
});

const interpreter = await newInterpreter();
serve<PythonJob, Run>(
  (job) => runJob(interpreter, job),
  (message) => ({ kind: 'load-error', message }),
);
