import type { AttemptRecord, Plan, ScoreRecord } from '../evidence/index.ts';
import { digestOf, wellFormed } from '../evidence/index.ts';
import type { ModelRequest, Sample } from '../model/index.ts';
import type { Scorer } from '../scorers/index.ts';
import { scoreTurn } from '../suite/index.ts';
import type { Findings } from './findings.ts';

/** What the score of an answer has to be. Both are null when it cannot be made again here. */
export interface ExpectedScore {
  readonly value: ScoreRecord['value'] | null;
  /** SHA-256 of the canonical score record without its place in the chain. */
  readonly digest: string | null;
}

/** V7: the score that a recorded answer gets now, with the scorer version of the plan. */
export function expectedScore(
  item: Sample,
  turn: number,
  { attempt, response }: AttemptRecord,
  request: ModelRequest,
  { plan, scorers }: { plan: Plan; scorers: ReadonlyMap<string, Scorer> },
): ExpectedScore {
  const use = turn === 0 ? item.scorer?.use : item.turns?.[turn - 1]?.scorer?.use;
  const planned = plan.scorers.find(({ id }) => id === use);
  if (planned === undefined || scorers.get(planned.id)?.version !== planned.version) {
    return { value: null, digest: null };
  }
  const scored = scoreTurn(item, turn, request, response, scorers);
  if (scored === null) return { value: null, digest: null };
  const record: ScoreRecord = {
    ...{ kind: 'score', sample: item.id, turn, attempt },
    scorer: `${scored.scorer.id}@${scored.scorer.version}`,
    ...scored.score,
  };
  return { value: record.value, digest: digestOf(wellFormed(record)) };
}

/** Scorers of the plan that are not here in the planned version. */
export function checkScorerVersions(
  plan: Plan,
  scorers: ReadonlyMap<string, Scorer>,
  findings: Findings,
): void {
  for (const { id, version } of plan.scorers) {
    const here = scorers.get(id)?.version;
    if (here === version) continue;
    findings.warning(
      'RESCORE_VERSION',
      `评分方法 ${id} 的计划版本为 ${version}，此处为 ${here ?? '无'}：其评分未重新计算，只能采信。`,
      `The plan has version ${version} of the scorer ${id}, here is ${here ?? 'none'}: its scores were not made again and are trusted.`,
      { file: 'plan/suite.lock.json' },
    );
  }
}
