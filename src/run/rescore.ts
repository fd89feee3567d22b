import type { AttemptRecord, Item, Plan, ScoreRecord } from '../evidence/index.ts';
import {
  RUN_FILES,
  readItems,
  readPlan,
  readRecords,
  replaceScores,
  requireWhole,
} from '../evidence/index.ts';
import type { ModelResponse } from '../model/index.ts';
import { outcomeKind, takesPlace } from '../model/index.ts';
import type { Scorer } from '../scorers/index.ts';
import { endsDialogue, scoreTurn, turnCount, turnRequest } from '../suite/index.ts';

/** How the new scores compare with the recorded ones. */
export interface Rescored {
  readonly scores: number;
  /** Scores whose value differs from the recorded one. */
  readonly changed: number;
  /** Scorers whose version is not the one of the plan. */
  readonly otherVersions: readonly { id: string; planned: string; used: string }[];
}

/** Scores every recorded answer again, without a call to the model, and replaces the scores. */
export async function rescore(
  folder: string,
  scorers: ReadonlyMap<string, Scorer>,
): Promise<Rescored> {
  const plan = readPlan(folder);
  requireWhole(folder);
  for (const { id } of plan.scorers) await scorers.get(id)?.prepare?.();
  const before = new Map<string, string>();
  for (const record of readRecords<ScoreRecord>(folder, RUN_FILES.scores)) {
    before.set(`${record.sample} ${record.turn} ${record.attempt}`, record.value);
  }
  const records = [...scoreAnswers(folder, scorers)];
  replaceScores(folder, records);
  return {
    scores: records.length,
    changed: records.filter((r) => before.get(`${r.sample} ${r.turn} ${r.attempt}`) !== r.value)
      .length,
    otherVersions: otherVersions(plan, scorers),
  };
}

/** The scores that the recorded answers get now, in the order of the items. */
export function* scoreAnswers(
  folder: string,
  scorers: ReadonlyMap<string, Scorer>,
): Generator<ScoreRecord> {
  const settled = settledTurns(folder);
  for (const item of readItems(folder)) {
    const turns = settled.get(item.id);
    if (turns !== undefined) yield* scoreItem(item, turns, scorers);
  }
}

type Settled = { attempt: number; response: ModelResponse };

/** The attempt that counts for each turn: the first answer, else the first failure. */
function settledTurns(folder: string): Map<string, Settled[]> {
  const settled = new Map<string, Settled[]>();
  for (const record of readRecords<AttemptRecord>(folder, RUN_FILES.attempts)) {
    if (!record.final) continue;
    const turns = settled.get(record.sample) ?? [];
    settled.set(record.sample, turns);
    const known = turns[record.turn];
    if (known === undefined || takesPlace(record.response.outcome, known.response.outcome)) {
      turns[record.turn] = { attempt: record.attempt, response: record.response };
    }
  }
  return settled;
}

function* scoreItem(
  item: Item,
  turns: readonly Settled[],
  scorers: ReadonlyMap<string, Scorer>,
): Generator<ScoreRecord> {
  const answers = turns.map((turn) => turn.response);
  let last: Settled | undefined;
  for (let turn = 0; turn < turnCount(item); turn++) {
    const closed = last !== undefined && endsDialogue(last.response);
    const settled: Settled | undefined = closed ? last : turns[turn];
    if (settled === undefined) return;
    const asked = closed ? turns.length - 1 : turn;
    const request = turnRequest(item, asked, answers);
    const scored = scoreTurn(item, turn, request, settled.response, scorers);
    last = settled;
    if (scored !== null) {
      yield {
        ...{ kind: 'score', sample: item.id, turn, attempt: settled.attempt },
        scorer: `${scored.scorer.id}@${scored.scorer.version}`,
        ...scored.score,
      };
    }
    if (outcomeKind(settled.response.outcome) === 'failed') return;
  }
}

function otherVersions(
  plan: Plan,
  scorers: ReadonlyMap<string, Scorer>,
): Rescored['otherVersions'] {
  return plan.scorers.flatMap(({ id, version }) => {
    const used = scorers.get(id)?.version ?? 'none';
    return used === version ? [] : [{ id, planned: version, used }];
  });
}
