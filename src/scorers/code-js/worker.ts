/** The thread of the JavaScript sandbox. */
import { stopTheClock } from '../sandbox/clock.ts';
import type { Run } from '../sandbox/run.ts';
import { serve } from '../sandbox/serve.ts';
import { newInterpreter, runJob } from './interpreter.ts';
import type { JsJob } from './job.ts';

stopTheClock();
const interpreter = await newInterpreter();
serve<JsJob, Run>(
  (job) => runJob(interpreter, job),
  (message) => ({ kind: 'load-error', message }),
);
