import { expect } from 'vitest';
import type { AttemptRecord, ScoreRecord } from '../../src/evidence/index.ts';
import { ITEM_FILES, openChain, RUN_FILES } from '../../src/evidence/index.ts';
import { outcomeKind } from '../../src/model/index.ts';
import type { Workspace } from './workspace.ts';

/** What the evidence of a run says, counted without the program's own counting. */
export interface Recount {
  readonly items: number;
  readonly attempts: number;
  /** Samples with an answer, and with more than one. */
  readonly answered: number;
  readonly answeredTwice: number;
  readonly pass: number;
  readonly fail: number;
  readonly events: readonly string[];
}

/** Counts the evidence of the run in `run` (single-turn samples), and checks its chains. */
export function recount(workspace: Workspace, run: string): Recount {
  const attempts: AttemptRecord[] = workspace.lines(`${run}/${RUN_FILES.attempts}`);
  const scores: ScoreRecord[] = workspace.lines(`${run}/${RUN_FILES.scores}`);
  const answers = attempts.filter((a) => a.final && outcomeKind(a.response.outcome) !== 'failed');
  const firstAnswer = new Map<string, number>();
  for (const { sample, attempt } of answers) {
    if (!firstAnswer.has(sample)) firstAnswer.set(sample, attempt);
  }
  const values = new Map(
    scores
      .filter(({ sample, attempt }) => firstAnswer.get(sample) === attempt)
      .map(({ sample, value }) => [sample, value]),
  );
  const count = (value: string): number => [...values.values()].filter((v) => v === value).length;
  requireWholeChains(workspace, run);
  return {
    items: workspace.lines(`${run}/${ITEM_FILES.public}`).length,
    attempts: attempts.length,
    answered: firstAnswer.size,
    answeredTwice: answers.length - firstAnswer.size,
    pass: count('pass'),
    fail: count('fail'),
    events: workspace.lines(`${run}/${RUN_FILES.journal}`).map(({ event }) => event),
  };
}

/** Opening a chain checks every link; its root must be the one in the manifest. */
function requireWholeChains(workspace: Workspace, run: string): void {
  const { roots, counts } = workspace.json(`${run}/${RUN_FILES.bundle}`);
  const samples = openChain(workspace.path(`${run}/${RUN_FILES.attempts}`)).close();
  const scores = openChain(workspace.path(`${run}/${RUN_FILES.scores}`)).close();
  const journal = openChain(workspace.path(`${run}/${RUN_FILES.journal}`)).close();
  expect(roots).toMatchObject({ samples: samples.root, scores: scores.root });
  expect(roots.journalHeads).toEqual({ '000': journal.head });
  expect(counts).toMatchObject({ attempts: samples.lines, scores: scores.lines });
}
