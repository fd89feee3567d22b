import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runNode, simulatorProcess } from './child.ts';
import type { Bench } from './contract.ts';
import { median, rounded } from './median.ts';
import { configText, makeWorkplace, suiteText } from './workplace.ts';

const RUNS = 5;

const BUILT = join(import.meta.dirname, '../dist/src/cli/aigc.js');
const SOURCE = join(import.meta.dirname, '../src/cli/aigc.ts');

/** Short commands as a user waits for them: from the start of the process to its end. */
export const start: Bench = {
  name: 'start',
  title: 'wall time of short commands',
  async measure(note) {
    const built = isBuilt();
    const command = built ? BUILT : SOURCE;
    using workplace = makeWorkplace();
    const suite = workplace.write('suite.yaml', suiteText(1));
    await using simulator = await simulatorProcess(command, suite, 0);
    const config = workplace.write('aigc.yaml', configText(simulator.url, 1));
    const wallOf = async (name: string, args: (n: number) => readonly string[]) => {
      const times: number[] = [];
      for (let n = 0; n < RUNS; n++) {
        times.push((await runNode([command, ...args(n)])).wallMs);
      }
      note(`${name}: ${rounded(median(times), 0)} ms`);
      return rounded(median(times), 0);
    };
    return {
      from: built ? 'dist' : 'source',
      runs: RUNS,
      helpMs: await wallOf('--help', () => ['--help']),
      lintMs: await wallOf('lint', () => ['lint']),
      runOneMs: await wallOf('run', (n) => [
        ...['run', suite, '--config', config, '--out', workplace.path(`run-${n}`)],
      ]),
    };
  },
};

/** Whether there is a build of the source as it is now; an older one would say nothing of it. */
function isBuilt(): boolean {
  if (!existsSync(BUILT)) return false;
  const builtAt = statSync(BUILT).mtimeMs;
  return ['src', 'adapters', 'reports', 'schemas'].every((folder) =>
    readdirSync(join(import.meta.dirname, '..', folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .every((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs <= builtAt),
  );
}
