import { describe, expect, test } from 'vitest';
import { casesNotPassing, caseTurns, caseValue } from '../../reports/case-turns.ts';
import type { CaseView } from '../../reports/contract.ts';
import { CASES, caseView, contextOf, RUN, response, sample, score } from './fixture.ts';

const dialogue = CASES.find((view) => view.sample.id === 'C3.1.2-turns') as CaseView;

describe('caseTurns', () => {
  test('gives each turn its question, its target, the answer that counts and its scores', () => {
    const turns = caseTurns(dialogue).map(({ asked, target, response: answer, scores }) => [
      asked,
      target,
      answer?.text,
      scores.map(({ value }) => value),
    ]);
    expect(turns).toEqual([
      [null, '84', '84 箱', ['pass']],
      ['再减去 10 呢？', '74', '75', ['fail']],
      ['再减去 4 呢？', '70', undefined, []],
    ]);
  });

  test('shows the last failure when no attempt was answered', () => {
    const failed = (attempt: number, outcome: 'timeout' | 'server_error') => ({
      turn: 0,
      attempt,
      startedAt: RUN.startedAt,
      response: response('', { outcome }),
    });
    const view = {
      sample: sample('x', 'C3.1.2'),
      attempts: [failed(0, 'timeout'), failed(1, 'server_error')],
      scores: [],
    };
    expect(caseTurns(view)[0]?.response?.outcome).toBe('server_error');
  });

  test('shows the attempt that was scored, not a later one', () => {
    const view: CaseView = {
      sample: sample('x', 'C3.1.2'),
      attempts: ['first', 'second'].map((text, attempt) => ({
        turn: 0,
        attempt,
        startedAt: RUN.startedAt,
        response: response(text),
      })),
      scores: [score('x', { attempt: 1 })],
    };
    expect(caseTurns(view)[0]?.response?.text).toBe('second');
  });
});

describe('caseValue', () => {
  const view = caseView('x', 'C3.1.2', response('84'), { value: 'pass' });

  test('is what the scores say, a failure first', () => {
    expect(caseValue(view)).toBe('pass');
    expect(caseValue({ ...view, scores: [score('x', { value: 'invalid' })] })).toBe('invalid');
    expect(caseValue(dialogue)).toBe('fail');
  });

  test('is never a pass without a score for every scored turn', () => {
    expect(caseValue({ ...view, scores: [] })).toBe('invalid');
    const unfinished = { ...dialogue, scores: dialogue.scores.slice(0, 1) };
    expect(caseValue(unfinished)).toBe('invalid');
  });
});

describe('casesNotPassing', () => {
  test('leaves passing cases out', async () => {
    const passing = caseView('ok', 'C3.1.2', response('84'), { value: 'pass' });
    const views = await casesNotPassing(contextOf('en', [dialogue, passing]), 'C3.1.2', 10);
    expect(views.map((view) => view.sample.id)).toEqual(['C3.1.2-turns']);
  });

  test('stops reading at the limit even when the run folder offers 100,000', async () => {
    let given = 0;
    let closed = false;
    const context = {
      ...contextOf('en'),
      async *cases(indicator: string) {
        try {
          for (; given < 100_000; given++) yield caseView(`c${given}`, indicator, response('86'));
        } finally {
          closed = true;
        }
      },
    };
    expect(await casesNotPassing(context, 'C3.1.2', 10)).toHaveLength(10);
    expect(given).toBeLessThan(11);
    expect(closed).toBe(true);
  });
});
