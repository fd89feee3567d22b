import type { AttemptRecord, Chained, Plan, ScoreRecord } from '../evidence/index.ts';
import { digestOf, wellFormed } from '../evidence/index.ts';
import type { ModelRequest, Sample } from '../model/index.ts';
import type { Scorer } from '../scorers/index.ts';
import { scoreTurn, turnGrading } from '../suite/index.ts';
import type { Findings } from './findings.ts';

/** A score that an answer has to have. */
export interface ExpectedScore {
  readonly turn: number;
  readonly attempt: number;
  /** As the plan names it; null where the answer is not at hand. */
  readonly scorer: Plan['scorers'][number] | null;
  /** Both are null when it cannot be made again here. */
  readonly value: ScoreRecord['value'] | null;
  /** SHA-256 of the canonical score record without its place in the chain. */
  readonly digest: string | null;
  /** Another one of the same sample: a list, because nearly always there is one alone. */
  next: ExpectedScore | null;
}

/** Of an answer that is not at hand. */
export function unknownScore(turn: number, attempt: number): ExpectedScore {
  return { turn, attempt, scorer: null, value: null, digest: null, next: null };
}

interface Scoring {
  readonly plan: Plan;
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly findings: Findings;
}

/** V7: the score that a recorded answer gets now, with the scorer version of the plan. */
export function expectedScore(
  item: Sample,
  turn: number,
  { attempt, response }: AttemptRecord,
  request: ModelRequest,
  { plan, scorers, findings }: Scoring,
): ExpectedScore {
  const use = turnGrading(item, turn)?.scorer.use;
  const planned = plan.scorers.find(({ id }) => id === use);
  const unknown = { ...unknownScore(turn, attempt), scorer: planned ?? null };
  if (planned === undefined || scorers.get(planned.id)?.version !== planned.version) return unknown;
  let scored: ReturnType<typeof scoreTurn>;
  try {
    scored = scoreTurn(item, turn, request, response, scorers);
  } catch (error) {
    findings.error(
      'RESCORE_FAILED',
      `无法重新评分：${String(error)}`,
      `It cannot be scored again: ${String(error)}`,
      { sample: item.id },
    );
    return unknown;
  }
  if (scored === null) return unknown;
  const { value, status, parsed, rule, span, reason, detail } = scored.score;
  // In the order of canonical JSON, which then need not be made.
  const record: ScoreRecord = {
    ...{ attempt, detail, kind: 'score', parsed },
    reason: reason === null ? null : { en: reason.en, zh: reason.zh },
    ...{ rule, sample: item.id, scorer: `${scored.scorer.id}@${scored.scorer.version}` },
    span: span === null ? null : { end: span.end, start: span.start, text: span.text },
    ...{ status, turn, value },
  };
  return { turn, attempt, scorer: planned, value, digest: digestOfScore(record), next: null };
}

function digestOfScore(record: ScoreRecord): string {
  try {
    return digestOf(record);
  } catch {
    // What a scorer cut out of an answer may end in half a character.
    return digestOf(wellFormed(record));
  }
}

/** A recorded score is the one that the answer gets, word for word. */
export function checkScore(
  record: ScoreRecord,
  due: ExpectedScore,
  at: { readonly file: string; readonly line: number; readonly sample: string },
  findings: Findings,
): void {
  if (due.scorer !== null) {
    const planned = `${due.scorer.id}@${due.scorer.version}`;
    if (record.scorer !== planned) {
      findings.error(
        'RESCORE_SCORER',
        `评分方法应为 ${planned}，实为 ${record.scorer}。`,
        `The scorer should be ${planned} and is ${record.scorer}.`,
        at,
      );
      return;
    }
  }
  if (due.digest === null) return;
  const { seq: _seq, prev: _prev, blind: _blind, ...own } = record as Chained<ScoreRecord>;
  if (digestOf(own) === due.digest) return;
  const same = due.value === record.value;
  findings.error(
    'RESCORE_DIFFERS',
    `记录为 ${record.value}，由回答重新评分为 ${due.value}${same ? '，但依据不同' : ''}。`,
    `The record says ${record.value}; scored again from the answer it is ${due.value}${same ? ' on other grounds' : ''}.`,
    at,
  );
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
