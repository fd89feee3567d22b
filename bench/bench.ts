// `npm run bench [what…]`: measures, and prints one JSON document; progress goes to stderr.
import { availableParallelism, cpus } from 'node:os';
import type { Json } from '../src/model/index.ts';
import type { Bench } from './contract.ts';
import { pipeline } from './pipeline.ts';
import { scorers } from './scorers.ts';
import { start } from './start.ts';
import { verify } from './verify.ts';

const BENCHES: ReadonlyMap<string, Bench> = new Map(
  [scorers, pipeline, start, verify].map((bench) => [bench.name, bench]),
);

const named = process.argv.slice(2);
const unknown = named.filter((name) => !BENCHES.has(name));
if (unknown.length > 0) {
  const known = [...BENCHES.values()].map(({ name, title }) => `  ${name}  ${title}`).join('\n');
  console.error(
    `没有名为 ${unknown.join('、')} 的测量项，可选项如下。 / There is no bench ${unknown.join(', ')}; there are:\n${known}`,
  );
  process.exitCode = 2;
} else {
  const benches: Record<string, Json> = {};
  for (const [name, bench] of BENCHES) {
    if (named.length > 0 && !named.includes(name)) continue;
    // One that fails must not take with it what the others measured for minutes.
    try {
      benches[name] = await bench.measure((line) => console.error(`${name}: ${line}`));
    } catch (error) {
      benches[name] = { error: error instanceof Error ? error.message : String(error) };
      process.exitCode = 1;
    }
  }
  const machine = {
    node: process.versions.node,
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
  };
  const date = new Date().toISOString().slice(0, 10);
  console.log(JSON.stringify({ machine, date, benches }, null, 2));
}
