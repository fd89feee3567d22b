// Runs a suite as `aigc run` does: `node bench/pipeline-process.ts <config> <suite> <run folder>`.
// The SDK is loaded beforehand here as it is in the bare loop: loading is not what is compared.
import 'openai';
import { prepare, run } from '../src/run/index.ts';
import { measureLoop } from './measured-loop.ts';

const [config = '', suite = '', folder = ''] = process.argv.slice(2);
const ready = await prepare({
  ...{ named: [suite], config, sample: 'all', seed: '1', repeats: 1, repeatRule: 'all' },
  env: {},
});
const never = new AbortController().signal;
const figures = await measureLoop(async () => {
  const { prepared, model, price, scorers } = ready;
  const { results, stopped } = await run({
    ...{ prepared, folder, resume: false, model, price, scorers, stop: never, abort: never },
  });
  const { samples, scored, errors } = results.counts;
  if (stopped !== null || errors > 0 || scored !== samples) {
    throw new Error(`The run did not end well: ${JSON.stringify({ stopped, ...results.counts })}`);
  }
});
console.log(JSON.stringify(figures));
