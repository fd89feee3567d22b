import type { AttemptRecord, Chained, Plan, ScoreRecord } from '../evidence/index.ts';
import { digestOf } from '../evidence/index.ts';
import type { ModelResponse, OutcomeKind, Sample } from '../model/index.ts';
import { outcomeKind, scoredTurns } from '../model/index.ts';
import type { Scorer } from '../scorers/index.ts';
import { turnCount, turnRequest } from '../suite/index.ts';
import type { ChainLine } from './chains.ts';
import type { Findings } from './findings.ts';
import type { ExpectedScore } from './rescore.ts';
import { expectedScore } from './rescore.ts';

/** How often a run was taken up again, which is when a failed call may be made once more. */
export interface Sessions {
  readonly resumed: number;
  /** True when a torn line was cut off: an attempt may be missing from the count. */
  readonly healed: boolean;
}

export interface CompletenessOptions {
  readonly plan: Plan;
  readonly sessions: Sessions;
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly findings: Findings;
}

/** V5 and V7 over a run: what was asked, how often, and what should have been scored of it. */
export interface CompletenessCheck {
  item(item: Sample, visible: boolean): void;
  attempt(line: ChainLine<AttemptRecord>): void;
  score(line: ChainLine<ScoreRecord>): void;
  /** What is missing, when all was read. */
  end(): void;
  /** Indicators with scores that could not be made again. */
  readonly trusted: ReadonlySet<string>;
}

interface Place {
  readonly file: string;
  readonly line: number;
  readonly sample: string;
}

interface TurnState {
  /** Attempts so far. */
  attempts: number;
  /** How the last attempt ended, and whether it settled the turn. */
  last: OutcomeKind | null;
  settled: OutcomeKind | null;
}

interface SampleState {
  readonly item: Sample;
  /** False for a hidden item in a public edition. */
  readonly visible: boolean;
  readonly turns: TurnState[];
  /** The answers so far; only kept for dialogues. */
  readonly answers: ModelResponse[];
  closed: boolean;
}

export function completenessCheck(options: CompletenessOptions): CompletenessCheck {
  const { plan, sessions, findings } = options;
  const samples = new Map<string, SampleState>();
  const expected = new Map<string, ExpectedScore>();
  const trusted = new Set<string>();
  const mostAttempts = plan.retry.maxAttempts * (1 + sessions.resumed);

  function attempt({ record, redacted, file, line }: ChainLine<AttemptRecord>): void {
    const at = { file, line, sample: record.sample };
    const state = samples.get(record.sample);
    if (state === undefined) {
      const [zh, en] = ['记录的样本不在计划中。', 'The sample is not in the plan.'];
      findings.error('COMPLETE_UNKNOWN', zh, en, at);
      return;
    }
    if (!isNextTurn(state, record.turn)) {
      const [zh, en] = ['该轮对话此时不应提问。', 'This turn of the dialogue was not due.'];
      findings.error('COMPLETE_TURN', zh, en, at);
      return;
    }
    const turn = turnOf(state, record.turn);
    checkTry(record, turn, at);
    if (!redacted) checkRequest(record, state, at);
    const kind = outcomeKind(record.response.outcome);
    turn.attempts = Math.max(turn.attempts, record.attempt + 1);
    turn.last = kind;
    const { final } = record;
    if (!final && kind !== 'failed') {
      const [zh, en] = [
        '得到回答的调用未标为最终。',
        'A call that was answered is not marked as final.',
      ];
      findings.error('COMPLETE_FINAL', zh, en, at);
    }
    if (!final) return;
    const again = turn.settled !== null && turn.settled !== 'failed';
    if (!again) turn.settled = kind;
    expectScores(record, redacted, state, kind);
  }

  /** Whether an attempt was due: the first answer counts, and only failed calls are made again. */
  function checkTry(record: AttemptRecord, turn: TurnState, at: Place): void {
    if (turn.settled !== null && turn.settled !== 'failed') {
      findings.error(
        'COMPLETE_SECOND_TRY',
        '已得到回答后又再次提问：以首次回答为准。',
        'Asked again after it was answered: the first answer counts.',
        at,
      );
    } else if (turn.settled === 'failed' && sessions.resumed === 0) {
      findings.error(
        'COMPLETE_RETRY',
        '已放弃的调用又再次发出，而运行没有恢复过。',
        'A call that was given up was made again, though the run was never resumed.',
        at,
      );
    } else if (turn.last !== null && turn.last !== 'failed') {
      findings.error(
        'COMPLETE_RETRY',
        '只有失败的调用才可重试。',
        'Only a call that failed may be made again.',
        at,
      );
    }
    if (record.attempt < turn.attempts || (record.attempt > turn.attempts && !sessions.healed)) {
      findings.error(
        'COMPLETE_ATTEMPTS',
        `尝试的编号应为 ${turn.attempts}，实为 ${record.attempt}。`,
        `The attempt should be number ${turn.attempts} and is ${record.attempt}.`,
        at,
      );
    }
    if (record.attempt >= mostAttempts) {
      findings.error(
        'COMPLETE_TOO_MANY',
        `尝试次数超过计划的 ${plan.retry.maxAttempts} 次。`,
        `More attempts than the ${plan.retry.maxAttempts} of the plan.`,
        at,
      );
    }
  }

  function checkRequest(record: AttemptRecord, state: SampleState, at: Place): void {
    if (record.turn > state.answers.length) return;
    const request = turnRequest(state.item, record.turn, state.answers);
    if (record.requestDigest === digestOf(request)) return;
    findings.error(
      'COMPLETE_REQUEST',
      '发出的请求不是计划中的请求。',
      'What was asked is not what the plan says.',
      at,
    );
  }

  /** Notes which scores a settled turn has to have. */
  function expectScores(
    record: AttemptRecord,
    redacted: boolean,
    state: SampleState,
    kind: OutcomeKind,
  ): void {
    const { item } = state;
    const scored = scoredTurns(item);
    const last = turnCount(item) - 1;
    const turns =
      kind === 'blocked'
        ? scored.filter((t) => t >= record.turn)
        : scored.filter((t) => t === record.turn);
    for (const turn of turns) {
      const key = scoreKey(item.id, turn, record.attempt);
      if (redacted || !state.visible) {
        trusted.add(item.indicator);
        expected.set(key, { value: null, digest: null });
        continue;
      }
      const request = turnRequest(item, record.turn, state.answers);
      const score = expectedScore(item, turn, record, request, options);
      if (score.digest === null) trusted.add(item.indicator);
      expected.set(key, score);
    }
    if (kind === 'answered' && last > record.turn) state.answers[record.turn] ??= record.response;
    if (kind === 'blocked') state.closed = true;
  }

  function score({ record, redacted, file, line }: ChainLine<ScoreRecord>): void {
    const at = { file, line, sample: record.sample };
    const key = scoreKey(record.sample, record.turn, record.attempt);
    const due = expected.get(key);
    if (due === undefined) {
      findings.error(
        'COMPLETE_SCORE',
        '没有与此评分对应的回答，或同一回答评了两次。',
        'There is no answer to this score, or the answer was scored twice.',
        at,
      );
      return;
    }
    expected.delete(key);
    if (redacted || due.digest === null) return;
    const { seq: _seq, prev: _prev, blind: _blind, ...own } = record as Chained<ScoreRecord>;
    if (digestOf(own) === due.digest) return;
    const differs = due.value === record.value;
    findings.error(
      'RESCORE_DIFFERS',
      `记录为 ${record.value}，由回答重新评分为 ${due.value}${differs ? '，但依据不同' : ''}。`,
      `The record says ${record.value}; scored again from the answer it is ${due.value}${differs ? ' on other grounds' : ''}.`,
      at,
    );
  }

  function end(): void {
    let missing = 0;
    let first = '';
    for (const [id, state] of samples) {
      if (isAsked(state)) continue;
      missing++;
      first ||= id;
    }
    if (missing > 0) {
      findings.warning(
        'COMPLETE_NOT_RUN',
        `计划中有 ${missing} 个样本没有问完；它们在结论中计为无效。`,
        `${missing} planned samples were not asked to their end; the verdict counts them as invalid.`,
        { sample: first },
      );
    }
    for (const key of expected.keys()) {
      findings.error(
        'COMPLETE_UNSCORED',
        '回答没有评分。若运行曾被中断，可用 aigc score 补上。',
        'The answer has no score. After an interrupted run, aigc score adds it.',
        { sample: key.slice(0, key.indexOf('\n')) },
      );
    }
  }

  return {
    item: (item, visible) => {
      if (samples.has(item.id)) {
        const [zh, en] = ['计划中有两个同名样本。', 'Two samples of the plan have the same id.'];
        findings.error('COMPLETE_DUPLICATE', zh, en, { sample: item.id });
      }
      samples.set(item.id, { item, visible, turns: [], answers: [], closed: false });
    },
    ...{ attempt, score, end, trusted },
  };
}

function turnOf(state: SampleState, turn: number): TurnState {
  const known = state.turns[turn];
  if (known !== undefined) return known;
  const fresh: TurnState = { attempts: 0, last: null, settled: null };
  state.turns[turn] = fresh;
  return fresh;
}

function isNextTurn({ item, turns, closed }: SampleState, turn: number): boolean {
  if (turn >= turnCount(item)) return false;
  if (turns[turn] !== undefined) return true;
  return !closed && (turn === 0 || turns[turn - 1]?.settled === 'answered');
}

function isAsked({ item, turns, closed }: SampleState): boolean {
  if (closed) return true;
  const last = turns.at(-1);
  if (last === undefined || last.settled === null) return false;
  return last.settled === 'failed' || turns.length === turnCount(item);
}

function scoreKey(sample: string, turn: number, attempt: number): string {
  return `${sample}\n${turn}\n${attempt}`;
}
