import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { measuredBy } from './child.ts';
import type { Bench } from './contract.ts';
import type { LoopFigures } from './measured-loop.ts';
import { median, rounded } from './median.ts';
import { makeWorkplace } from './workplace.ts';

const SAMPLES = 60_000;
const ROUNDS = 3;

/** What a verification of so many samples is to take at most. */
const GOAL = { wallS: 6, peakRssMb: 300 };

const fileOf = (name: string): string => join(import.meta.dirname, name);

/**
 * The verification of a run of 60,000 samples beside a loop that only reads, hashes and parses the
 * same lines. The run is written beforehand, as a run writes it; each loop has a process of its own.
 */
export const verify: Bench = {
  name: 'verify',
  title: 'verifying a run of 60,000 samples beside a loop that only reads it',
  async measure(note) {
    using workplace = makeWorkplace();
    const folder = workplace.path('run');
    await measuredBy([fileOf('verify-bundle.ts'), folder, String(SAMPLES)]);
    note('the run is written');
    const whole: LoopFigures[] = [];
    const bare: LoopFigures[] = [];
    for (let round = 1; round <= ROUNDS; round++) {
      whole.push(await measuredBy([fileOf('verify-process.ts'), folder]));
      bare.push(await measuredBy([fileOf('verify-bare-process.ts'), folder]));
      note(`round ${round} of ${ROUNDS} done`);
    }
    const [ours, theirs] = [summary(whole), summary(bare)];
    return {
      ...{ samples: SAMPLES, megabytes: rounded(bytesBelow(folder) / 1e6, 0), rounds: ROUNDS },
      goal: GOAL,
      aigc: ours,
      bare: theirs,
      ratio: {
        cpu: rounded(ours.cpuS / theirs.cpuS, 1),
        wall: rounded(ours.wallS / theirs.wallS, 1),
      },
    };
  },
};

/** Medians over the rounds. */
function summary(rounds: readonly LoopFigures[]) {
  return {
    cpuS: rounded(median(rounds.map(({ cpuMs }) => cpuMs)) / 1000, 2),
    wallS: rounded(median(rounds.map(({ wallMs }) => wallMs)) / 1000, 2),
    peakRssMb: rounded(median(rounds.map(({ peakRssMb }) => peakRssMb)), 0),
  };
}

function bytesBelow(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
