import { join } from 'node:path';
import { measuredBy, simulatorProcess } from './child.ts';
import type { Bench } from './contract.ts';
import type { LoopFigures } from './measured-loop.ts';
import { median, rounded } from './median.ts';
import { configText, makeWorkplace, suiteText } from './workplace.ts';

const CASES = 2000;
const CONCURRENCY = 64;
const LATENCY_MS = 50;
const ROUNDS = 3;

const fileOf = (name: string): string => join(import.meta.dirname, name);

/**
 * The whole pipeline (requests, evidence, scores, results) beside a bare loop of SDK, p-limit and
 * JSON Lines, against the same simulated model. Every loop runs in a process of its own, one after
 * the other in turn, so that both see the same machine.
 */
export const pipeline: Bench = {
  name: 'pipeline',
  title: 'a run of 2,000 cases beside a bare loop',
  async measure(note) {
    using workplace = makeWorkplace();
    const suite = workplace.write('suite.yaml', suiteText(CASES));
    const command = fileOf('../src/cli/aigc.ts');
    await using simulator = await simulatorProcess(command, suite, LATENCY_MS);
    const config = workplace.write('aigc.yaml', configText(simulator.url, CONCURRENCY));
    const whole: LoopFigures[] = [];
    const bare: LoopFigures[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      const out = workplace.path(`run-${round}`);
      const lines = workplace.path(`bare-${round}.jsonl`);
      whole.push(await measuredBy([fileOf('pipeline-process.ts'), config, suite, out]));
      bare.push(
        await measuredBy([
          ...[fileOf('bare-process.ts'), simulator.url, lines],
          ...[String(CASES), String(CONCURRENCY)],
        ]),
      );
      note(`round ${round} of ${ROUNDS} done`);
    }
    const [ours, theirs] = [summary(whole), summary(bare)];
    return {
      ...{ cases: CASES, concurrency: CONCURRENCY, latencyMs: LATENCY_MS, rounds: ROUNDS },
      aigc: ours,
      bare: theirs,
      ratio: {
        cpu: rounded(ours.cpuMsPerCase / theirs.cpuMsPerCase, 2),
        wall: rounded(ours.wallMs / theirs.wallMs, 2),
      },
    };
  },
};

/** Medians over the rounds. */
function summary(rounds: readonly LoopFigures[]) {
  return {
    cpuMsPerCase: rounded(median(rounds.map(({ cpuMs }) => cpuMs)) / CASES, 3),
    wallMs: rounded(median(rounds.map(({ wallMs }) => wallMs)), 0),
    peakRssMb: rounded(median(rounds.map(({ peakRssMb }) => peakRssMb)), 0),
  };
}
