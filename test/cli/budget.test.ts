import { describe, expect, test } from 'vitest';
import { recount } from '../run/evidence-recount.ts';
import type { Simulated } from '../run/simulated.ts';
import { simulated } from '../run/simulated.ts';

const CASES = 60;
const CONCURRENCY = 4;

const setting = (price?: object): Promise<Simulated> =>
  simulated({
    cases: CASES,
    model: { limits: { concurrency: CONCURRENCY }, ...(price === undefined ? {} : { price }) },
  });

describe('a budget', () => {
  test('of tokens stops the run in order, undetermined, and a larger one goes on', async () => {
    await using own = await setting();
    const { workspace, simulator, run } = own;
    const first = await run('--budget-tokens', '500');
    expect(first.code).toBe(3);
    expect(first.stderr).toContain(
      'The budget is used up (500 tokens); cases that were not run count as invalid.',
    );
    const spent = recount(workspace, 'run');
    const tokens = workspace
      .lines('run/evidence/samples.000.jsonl')
      .map(({ response: { usage } }) => usage.inputTokens + usage.outputTokens);
    const total = tokens.reduce((sum, used) => sum + used, 0);
    // What was in flight when the budget was reached may still be paid for, and nothing more.
    expect(total).toBeGreaterThanOrEqual(500);
    expect(total - tokens.slice(-CONCURRENCY).reduce((sum, used) => sum + used, 0)).toBeLessThan(
      500,
    );
    expect(spent.events).toEqual(['started', 'stopped']);
    expect(workspace.json('run/results/results.json').counts).toMatchObject({
      pass: spent.answered,
      invalid: CASES - spent.answered,
      errors: 0,
    });

    const same = await run('--resume', '--budget-tokens', '500', '--lang', 'zh-CN');
    expect(same.code).toBe(3);
    expect(same.stderr).toContain('预算用完（500 token），未执行的用例计为无效。');
    expect(simulator.stats().requests).toBe(spent.answered);

    expect((await run('--resume', '--budget-tokens', '100000')).code).toBe(0);
    expect(simulator.stats()).toMatchObject({ requests: CASES, answeredRepeated: 0 });
    // A run that has all its answers has nothing left to pay for.
    expect((await run('--resume', '--budget-tokens', '500')).code).toBe(0);
  });

  test('of money needs a price, and stops by it', async () => {
    await using free = await setting();
    const told = await free.run('--budget-cost', '1');
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain('the model has no "price" in the configuration');
    expect(free.workspace.files('.')).not.toContain('run/plan/plan.json');

    await using priced = await setting({ input: '1000', output: '2000', currency: 'CNY' });
    const stopped = await priced.run('--budget-cost', '0.3');
    expect(stopped.code).toBe(3);
    expect(stopped.stderr).toContain('The budget is used up (a cost of 0.3)');
    expect(stopped.stderr).toMatch(/cost 0\.[34]\d+$/m);
    expect(priced.simulator.stats().requests).toBeLessThan(CASES);
  });
});
