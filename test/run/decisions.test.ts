import { describe, expect, test } from 'vitest';
import type { ModelResponse, ResponseOutcome } from '../../src/model/index.ts';
import { outcomeKind, RESPONSE_OUTCOMES } from '../../src/model/index.ts';
import { requirePrice, runBudget } from '../../src/run/budget.ts';
import { endpointGate } from '../../src/run/gate.ts';
import { pauseBefore, retryDecision } from '../../src/run/retry.ts';

const response = (outcome: ResponseOutcome, retryAfterMs?: number): ModelResponse => ({
  outcome,
  text: '',
  timing: { totalMs: 1 },
  error: {
    message: 'why',
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
  },
});

describe('what is asked again', () => {
  test('transport failures are, and nothing that says something of the model or the request', () => {
    const again = RESPONSE_OUTCOMES.filter((o) => retryDecision(response(o)).kind !== 'no');
    expect(again).toEqual(['rate_limited', 'server_error', 'timeout', 'network', 'unparsed']);
    for (const outcome of again) expect(outcomeKind(outcome)).toBe('failed');
  });

  const policy = { maxAttempts: 4, maxTotalMs: 60_000 };
  const transient = { kind: 'transient' } as const;

  test('the bound of the pause doubles, and the draw is below it', () => {
    expect([1, 2, 3].map((made) => pauseBefore(transient, made, 0, policy, 1))).toEqual([
      500, 1000, 2000,
    ]);
    expect(pauseBefore(transient, 3, 0, policy, 0.25)).toBe(500);
  });

  test('attempts and total time are bounded', () => {
    expect(pauseBefore(transient, 4, 0, policy, 0)).toBeNull();
    expect(pauseBefore(transient, 1, 59_900, policy, 1)).toBeNull();
  });

  test("a provider's wish is a lower bound, and one beyond the total time ends the tries", () => {
    const wish = (retryAfterMs: number) => ({ kind: 'rate-limit', retryAfterMs }) as const;
    expect(pauseBefore(wish(5000), 1, 0, policy, 0)).toBe(5000);
    expect(pauseBefore(wish(3_600_000), 1, 0, policy, 0)).toBeNull();
  });
});

describe('when asking on is pointless', () => {
  test.each(['auth', 'quota', 'network'] as const)('%s ends the run at once', (outcome) => {
    expect(endpointGate(8, false).note(response(outcome))).toMatchObject({
      kind: 'endpoint',
      outcome,
    });
  });

  test('a refused key ends it even after answers', () => {
    const gate = endpointGate(8, false);
    expect(gate.note(response('ok'))).toBeNull();
    expect(gate.note(response('auth'))).not.toBeNull();
  });

  test('a server that never answered ends it after three calls, not after one', () => {
    const gate = endpointGate(8, false);
    expect([1, 2, 3].map(() => gate.note(response('server_error'))?.kind)).toEqual([
      undefined,
      undefined,
      'endpoint',
    ]);
  });

  test('one that stopped answering ends it after many failures in a row', () => {
    const gate = endpointGate(4, false);
    gate.note(response('ok'));
    const reasons = Array.from({ length: 24 }, () => gate.note(response('timeout')));
    expect(reasons.findIndex((reason) => reason !== null)).toBe(23);
  });

  test('an endpoint that answered nothing at all is said to be at fault, however few the calls', () => {
    const gate = endpointGate(8, false);
    expect(gate.note(response('unsupported'))).toBeNull();
    expect(gate.conclude()).toMatchObject({ kind: 'endpoint', outcome: 'unsupported' });
    gate.note(response('ok'));
    expect(gate.conclude()).toBeNull();
    const resumed = endpointGate(8, true);
    resumed.note(response('unsupported'));
    expect(resumed.conclude()).toBeNull();
  });

  test('an answer in between starts the row anew, a filter counts as an answer', () => {
    const gate = endpointGate(1, false);
    gate.note(response('ok'));
    for (let i = 0; i < 100; i++) {
      expect(gate.note(response('bad_request'))).toBeNull();
      if (i % 10 === 9) gate.note(response('filtered_input'));
    }
  });
});

describe('the budget', () => {
  const usage = { inputTokens: 600, outputTokens: 400 };
  const price = { input: '2', output: '10' };

  test('is reached at its tokens, what an earlier try spent included', () => {
    const budget = runBudget({ tokens: 3000 }, null, { inputTokens: 1000, outputTokens: 500 });
    budget.note(usage);
    expect(budget.reached()).toBeNull();
    budget.note(usage);
    expect(budget.reached()).toEqual({ kind: 'budget', what: 'tokens', limit: '3000' });
  });

  test('counts cost by the price per million tokens', () => {
    const budget = runBudget({ cost: 0.01 }, price, { inputTokens: 0, outputTokens: 0 });
    budget.note(usage);
    expect(budget.reached()).toBeNull();
    expect(budget.cost).toBeCloseTo(0.0052, 10);
    budget.note(usage);
    expect(budget.reached()).toMatchObject({ what: 'cost' });
  });

  test('needs a price to bound the cost', () => {
    expect(() => requirePrice({ cost: 1 }, null)).toThrow(/price/);
    expect(() => requirePrice({ cost: 1 }, price)).not.toThrow();
  });
});
