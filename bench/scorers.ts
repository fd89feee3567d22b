import { join } from 'node:path';
import { SCORERS } from '../src/scorers/index.ts';
import { measuredBy } from './child.ts';
import type { Bench } from './contract.ts';
import type { ScorerFigures } from './scorer-process.ts';

/** Scorings per second that the scorers of most cases are to reach. */
const GOALS: Readonly<Record<string, number>> = { choice: 50_000, number: 50_000 };

/** Judges several answers together, so that the rate of one answer says nothing of it. */
const OF_SEVERAL: ReadonlySet<string> = new Set(['dialogue']);

/** Each scorer in a process of its own: what another one compiled or allocated does not count. */
export const scorers: Bench = {
  name: 'scorers',
  title: 'scorings per second of every scorer',
  async measure(note) {
    const figures: Record<string, ScorerFigures & { goal?: { goal: number; reached: boolean } }> =
      {};
    for (const id of SCORERS.keys()) {
      if (OF_SEVERAL.has(id)) continue;
      const file = join(import.meta.dirname, 'scorer-process.ts');
      const found = await measuredBy<ScorerFigures>([file, id]);
      const goal = GOALS[id];
      figures[id] =
        goal === undefined ? found : { ...found, goal: { goal, reached: found.perSecond >= goal } };
      note(`${id}: ${found.perSecond} scorings/s, 1 MB in ${found.megabyteMs} ms`);
    }
    return figures;
  },
};
