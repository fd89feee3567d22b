import { expect, test } from 'vitest';
import { command } from '../cli/command.ts';
import { recount } from './evidence-recount.ts';
import { simulated } from './simulated.ts';

const CASES = 300;

/** The outcome on record for each fault that is injected. */
const OUTCOMES = { '429': 'rate_limited', '500': 'server_error', drop: 'network' } as const;

test('an endpoint that fails now and then loses no case, and every failed call is on record', async () => {
  await using own = await simulated({ cases: CASES, faults: '429=0.05,500=0.02,drop=0.01' });
  const { config, simulator, suite, workspace } = own;
  const pauses: number[] = [];
  const told = await command(['run', suite, '--config', config, '--out', workspace.path('run')], {
    wait: async (ms) => void pauses.push(ms),
  });
  expect(told.code).toBe(0);

  const { requests, faults, answered, answeredRepeated } = simulator.stats();
  expect({ answered, answeredRepeated }).toEqual({ answered: CASES, answeredRepeated: 0 });
  expect(Object.keys(faults).toSorted()).toEqual(Object.keys(OUTCOMES).toSorted());
  const failed: Record<string, number> = {};
  for (const { response, final } of workspace.lines('run/evidence/samples.000.jsonl')) {
    if (final) continue;
    failed[response.outcome] = (failed[response.outcome] ?? 0) + 1;
  }
  expect(failed).toEqual(
    Object.fromEntries(
      Object.entries(OUTCOMES).map(([fault, outcome]) => [
        outcome,
        faults[fault as keyof typeof OUTCOMES],
      ]),
    ),
  );
  expect(recount(workspace, 'run')).toMatchObject({
    attempts: requests,
    answered: CASES,
    answeredTwice: 0,
    pass: CASES,
  });
  expect(workspace.json('run/results/results.json').counts).toMatchObject({
    samples: CASES,
    attempts: requests,
    pass: CASES,
    invalid: 0,
    errors: 0,
  });
  // One pause before each further attempt, none of them longer than the first two bounds.
  expect(pauses).toHaveLength(requests - CASES);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(1000);
  for (const [fault, outcome] of Object.entries(OUTCOMES)) {
    expect(told.stderr).toContain(`${outcome} ${faults[fault as keyof typeof OUTCOMES]}`);
  }
});
