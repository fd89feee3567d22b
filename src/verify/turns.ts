import type { AttemptRecord, RetryPolicy } from '../evidence/index.ts';
import type { OutcomeKind } from '../model/index.ts';
import { outcomeKind } from '../model/index.ts';

/** How a run went on, which is when a failed call may be made once more. */
export interface Sessions {
  /** How often a run was taken up again: what came before may have lost its last lines. */
  readonly resumed: number;
  /** True when the journal says that everything was asked. */
  readonly finished: boolean;
}

/**
 * Where a sample stands as its attempts are read. Its turns come one after the other, each after the
 * answer to the one before, so that only the last one has to be known.
 */
export interface Conversation {
  readonly turnCount: number;
  /** The turn that was asked last; -1 before the first. */
  turn: number;
  /** Attempts for it so far. */
  attempts: number;
  /** How the last attempt ended, and how the one that settled the turn did. */
  last: OutcomeKind | null;
  settled: OutcomeKind | null;
}

/** Whether a turn may be asked now: again, or after the answer to the one before it. */
export function isDue({ turnCount, turn: asked, settled }: Conversation, turn: number): boolean {
  if (turn >= turnCount) return false;
  return turn <= asked || (turn === asked + 1 && (asked === -1 || settled === 'answered'));
}

/** True when nothing more is to be asked. A filter ends a conversation, and so does a lost call. */
export function isOver({ turnCount, turn, settled }: Conversation): boolean {
  if (settled === null) return false;
  return settled !== 'answered' || turn === turnCount - 1;
}

/**
 * Notes an attempt at a turn that is due, and whether it may have been made: the first answer
 * counts, and only failed calls are made again.
 */
export function noteAttempt(
  { turn, attempt, final, response }: AttemptRecord,
  state: Conversation,
  { sessions, retry }: { readonly sessions: Sessions; readonly retry: RetryPolicy },
  wrong: (code: string, zh: string, en: string, severity?: 'error' | 'warning') => void,
): void {
  if (turn > state.turn) {
    Object.assign(state, { turn, attempts: 0, last: null, settled: null });
  }
  if (turn < state.turn || (state.settled !== null && state.settled !== 'failed')) {
    wrong(
      'COMPLETE_SECOND_TRY',
      '已得到回答后又再次提问：以首次回答为准。',
      'Asked again after it was answered: the first answer counts.',
    );
    return;
  }
  if (state.settled === 'failed' && sessions.resumed === 0) {
    wrong(
      'COMPLETE_RETRY',
      '已放弃的调用又再次发出，而运行没有恢复过。',
      'A call that was given up was made again, though the run was never resumed.',
    );
  } else if (state.last !== null && state.last !== 'failed') {
    wrong(
      'COMPLETE_RETRY',
      '只有失败的调用才可重试。',
      'Only a call that failed may be made again.',
    );
  }
  if (attempt !== state.attempts) {
    wrong(
      'COMPLETE_ATTEMPTS',
      `尝试的编号应为 ${state.attempts}，实为 ${attempt}。`,
      `The attempt should be number ${state.attempts} and is ${attempt}.`,
      attempt > state.attempts && sessions.resumed > 0 ? 'warning' : 'error',
    );
  }
  if (attempt >= retry.maxAttempts * (1 + sessions.resumed)) {
    wrong(
      'COMPLETE_TOO_MANY',
      `尝试次数超过计划的 ${retry.maxAttempts} 次。`,
      `More attempts than the ${retry.maxAttempts} of the plan.`,
    );
  }
  const kind = outcomeKind(response.outcome);
  if (!final && kind !== 'failed') {
    wrong(
      'COMPLETE_FINAL',
      '得到回答的调用未标为最终。',
      'A call that was answered is not marked as final.',
    );
  }
  state.attempts = Math.max(state.attempts, attempt + 1);
  state.last = kind;
  if (final) state.settled = kind;
}
