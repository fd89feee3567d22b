/** The thread of the Python sandbox. */
import { stopTheClock } from '../sandbox/clock.ts';
import type { Run } from '../sandbox/run.ts';
import { serve } from '../sandbox/serve.ts';
import { newInterpreter, runJob } from './interpreter.ts';
import type { PythonJob } from './job.ts';

stopTheClock();
const interpreter = await newInterpreter();
serve<PythonJob, Run>(
  (job) => runJob(interpreter, job),
  (message) => ({ kind: 'load-error', message }),
);
