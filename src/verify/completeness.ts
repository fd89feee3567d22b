import type { AttemptRecord, Plan, Reveal, ScoreRecord } from '../evidence/index.ts';
import { blindOf, digestOf } from '../evidence/index.ts';
import type { ModelRequest, ModelResponse, Sample } from '../model/index.ts';
import { outcomeKind, scoredTurns } from '../model/index.ts';
import type { Scorer } from '../scorers/index.ts';
import { turnCount, turnRequest } from '../suite/index.ts';
import type { ChainLine } from './chains.ts';
import type { Findings } from './findings.ts';
import { itemShelf } from './item-shelf.ts';
import type { ExpectedScore } from './rescore.ts';
import { checkScore, expectedScore, unknownScore } from './rescore.ts';
import type { Conversation, Sessions } from './turns.ts';
import { isDue, isOver, noteAttempt } from './turns.ts';

export interface CompletenessOptions {
  readonly plan: Plan;
  readonly edition: 'auditor' | 'public';
  readonly sessions: Sessions;
  readonly scorers: ReadonlyMap<string, Scorer>;
  readonly findings: Findings;
}

/** V5 and V7 over a run: what was asked, how often, and what should have been scored of it. */
export interface CompletenessCheck {
  /** @param json the canonical JSON of an item that may be seen; null for a stand-in */
  item(item: Sample, json: Uint8Array | null, reveal: Reveal | null): void;
  /** Returns false for a record that speaks of a turn which its sample does not have. */
  attempt(line: ChainLine<AttemptRecord>): boolean;
  /** As `attempt`. */
  score(line: ChainLine<ScoreRecord>): boolean;
  /**
   * What is missing, when all was read.
   *
   * @param settled indicators that the first of two looks decided: the second asks nothing of them
   */
  end(settled: ReadonlySet<string>): void;
  /** Indicators with scores that could not be made again. */
  readonly trusted: ReadonlySet<string>;
  readonly indicatorOf: (sample: string) => string | undefined;
}

interface SampleState extends Conversation {
  readonly indicator: string;
  readonly hidden: boolean;
  /** Asked only when the first look leaves its indicator open. */
  readonly late: boolean;
  /** Place on the shelf; null for a hidden item that is not opened. */
  readonly place: number | null;
  /** Of a hidden item that is opened. */
  readonly salt: string | null;
  readonly scored: readonly number[];
  /** The answers so far; only kept of dialogues. */
  answers: ModelResponse[] | null;
  /** The first of the scores that are still to come. */
  due: ExpectedScore | null;
}

export function completenessCheck(options: CompletenessOptions): CompletenessCheck {
  const { plan, edition, sessions, findings } = options;
  const samples = new Map<string, SampleState>();
  const shelf = itemShelf();
  const trusted = new Set<string>();

  function item(sample: Sample, json: Uint8Array | null, reveal: Reveal | null): void {
    if (samples.has(sample.id)) {
      const [zh, en] = ['计划中有两个同名样本。', 'Two samples of the plan have the same id.'];
      findings.error('COMPLETE_DUPLICATE', zh, en, { sample: sample.id });
    }
    samples.set(sample.id, {
      ...{ indicator: sample.indicator, hidden: sample.pool === 'hidden' },
      late: sample.look === 2,
      ...{ place: json === null ? null : shelf.put(json), salt: reveal?.salt ?? null },
      ...{ turnCount: turnCount(sample), scored: scoredTurns(sample), answers: null, due: null },
      ...{ turn: -1, attempts: 0, last: null, settled: null },
    });
  }

  function attempt(line: ChainLine<AttemptRecord>): boolean {
    const { record, redacted } = line;
    const state = samples.get(record.sample);
    const at = { file: line.file, line: line.line, sample: record.sample };
    if (state === undefined) {
      const [zh, en] = ['记录的样本不在计划中。', 'The sample is not in the plan.'];
      findings.error('COMPLETE_UNKNOWN', zh, en, at);
      return true;
    }
    if (!isDue(state, record.turn)) {
      const [zh, en] = ['该轮对话此时不应提问。', 'This turn of the dialogue was not due.'];
      findings.error('COMPLETE_TURN', zh, en, at);
      return record.turn < state.turnCount;
    }
    checkShown(line, state, at);
    const rules = { sessions, retry: plan.retry };
    noteAttempt(record, state, rules, (code, zh, en, severity = 'error') =>
      findings[severity](code, zh, en, at),
    );
    const sample = redacted || state.place === null ? null : shelf.take(state.place);
    const request = sample === null ? null : turnRequest(sample, record.turn, state.answers ?? []);
    if (request !== null && record.requestDigest !== digestOf(request)) {
      const [zh, en] = [
        '发出的请求不是计划中的请求。',
        'What was asked is not what the plan says.',
      ];
      findings.error('COMPLETE_REQUEST', zh, en, at);
    }
    if (!record.final) return true;
    expectScores(record, state, sample, request);
    const answered = outcomeKind(record.response.outcome) === 'answered';
    if (answered && state.turnCount > record.turn + 1) {
      state.answers ??= [];
      state.answers[record.turn] ??= record.response;
    }
    return true;
  }

  /** Notes which scores a settled turn has to have. */
  function expectScores(
    record: AttemptRecord,
    state: SampleState,
    sample: Sample | null,
    request: ModelRequest | null,
  ): void {
    // A filter closes a dialogue: the turns that cannot be asked are scored on its answer.
    const closes = outcomeKind(record.response.outcome) === 'blocked';
    for (const turn of state.scored) {
      if (closes ? turn < record.turn : turn !== record.turn) continue;
      const expected =
        sample === null || request === null
          ? unknownScore(turn, record.attempt)
          : expectedScore(sample, turn, record, request, options);
      if (expected.digest === null) trusted.add(state.indicator);
      state.due = { ...expected, next: state.due };
    }
  }

  function score(line: ChainLine<ScoreRecord>): boolean {
    const { record, redacted } = line;
    const at = { file: line.file, line: line.line, sample: record.sample };
    const state = samples.get(record.sample);
    const due = state === undefined ? null : takeDue(state, record);
    if (state === undefined || due === null) {
      // A score is written after its answer, but a loss of power may take the answer alone. It counts
      // for nothing then, and the answer is asked for once more.
      findings[sessions.resumed > 0 ? 'warning' : 'error'](
        'COMPLETE_SCORE',
        '没有与此评分对应的回答，或同一回答评了两次。',
        'There is no answer to this score, or the answer was scored twice.',
        at,
      );
      return record.turn < (state?.turnCount ?? Infinity);
    }
    checkShown(line, state, at);
    if (!redacted) checkScore(record, due, at, findings);
    return true;
  }

  /** Only lines about hidden items are replaced, only in a public edition, and there all are. */
  function checkShown(
    { record, redacted }: ChainLine<AttemptRecord | ScoreRecord>,
    { hidden, salt }: SampleState,
    at: { file: string; line: number; sample: string },
  ): void {
    if (redacted !== (hidden && edition === 'public')) {
      const [zh, en] = redacted
        ? ['此行不应隐去。', 'This line must not be left out.']
        : ['公开版不应带有对保密题的回答。', 'A public edition must not show this line.'];
      findings.error(redacted ? 'COMMIT_REDACTED' : 'COMMIT_SHOWN', zh, en, at);
    }
    if (redacted || record.blind === (salt === null ? undefined : blindOf(salt, record))) return;
    findings.error(
      'COMMIT_BLIND',
      '盲化值与保密题的盐值不符。',
      'The blind does not follow from the salt of the hidden item.',
      at,
    );
  }

  function end(settled: ReadonlySet<string>): void {
    const missing: string[] = [];
    for (const [sample, state] of samples) {
      if (!state.late || !settled.has(state.indicator)) {
        if (!isOver(state)) missing.push(sample);
      } else if (state.turn >= 0) {
        // A run that is taken up again asks again what had failed, and may then need no second look.
        findings[sessions.resumed > 0 ? 'warning' : 'error'](
          'COMPLETE_LOOK',
          '第一次判定已有结论，扩样的题目不应再问。',
          'The first look decided the indicator: what the second would add must not be asked.',
          { sample },
        );
      }
    }
    if (sessions.finished) {
      for (const sample of missing) {
        findings.error(
          'COMPLETE_MISSING',
          '日志称运行已执行到底，却没有问完这个样本。',
          'The journal says that the run came to its end, but the sample was not asked to its end.',
          { sample },
        );
      }
    } else if (missing[0] !== undefined) {
      findings.warning(
        'COMPLETE_NOT_RUN',
        `计划中有 ${missing.length} 个样本没有问完；它们在结论中计为无效。`,
        `${missing.length} planned samples were not asked to their end; the verdict counts them as invalid.`,
        { sample: missing[0] },
      );
    }
    for (const [sample, { due }] of samples) {
      if (due === null) continue;
      findings.error(
        'COMPLETE_UNSCORED',
        '回答没有评分。若运行曾被中断，可用 aigc score 补上。',
        'The answer has no score. After an interrupted run, aigc score adds it.',
        { sample },
      );
    }
  }

  return {
    ...{ item, attempt, score, end, trusted },
    indicatorOf: (sample) => samples.get(sample)?.indicator,
  };
}

/** The score that is due of a turn and an attempt; it is due no longer. */
function takeDue(
  state: SampleState,
  { turn, attempt }: Pick<ScoreRecord, 'turn' | 'attempt'>,
): ExpectedScore | null {
  let before: ExpectedScore | null = null;
  for (let due = state.due; due !== null; before = due, due = due.next) {
    if (due.turn !== turn || due.attempt !== attempt) continue;
    if (before === null) state.due = due.next;
    else before.next = due.next;
    return due;
  }
  return null;
}
