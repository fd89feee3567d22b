import { describe, expect, test } from 'vitest';
import { command } from '../cli/command.ts';
import { simulated } from './simulated.ts';

const REQUIREMENT = { threshold: '0.9', rule: 'three-way', minN: 20 };

async function setting(ability: string) {
  const own = await simulated({ cases: 300, requirement: REQUIREMENT, ability });
  return {
    ...own,
    results: () => own.workspace.json('run/results/results.json'),
    leaf: () => {
      const { indicators } = own.workspace.json('run/results/results.json');
      return indicators.find(({ n }: { n: number }) => n > 0);
    },
    asked: () => own.workspace.lines('run/evidence/samples.000.jsonl').length,
  };
}

describe('a plan with two looks', () => {
  test('asks no more when the first one decides', async () => {
    await using good = await setting('1');
    expect((await good.run('--sample', '60', '--extend-to', '300')).code).toBe(0);
    expect(good.leaf()).toMatchObject({ outcome: 'conforming', n: 60, k: 60, look: 1 });
    expect(good.asked()).toBe(60);
    await using bad = await setting('0.5');
    expect((await bad.run('--sample', '60', '--extend-to', '300')).code).toBe(1);
    expect(bad.leaf()).toMatchObject({ outcome: 'nonconforming', n: 60, look: 1 });
    expect(bad.asked()).toBe(60);
  });

  test('asks the rest when it does not, and decides on all of them', async () => {
    await using own = await setting('0.95');
    const told = await own.run('--sample', '60', '--extend-to', '300');
    expect(own.asked()).toBe(300);
    expect(own.leaf()).toMatchObject({ n: 300, look: 2, alpha: '0.025' });
    expect(told.code).toBe(own.leaf().outcome === 'conforming' ? 0 : 3);
    // The first look comes first, whatever the order of the rest.
    const late = own.workspace
      .lines('run/plan/items.public.jsonl')
      .map(({ look }: { look?: number }) => look === 2);
    expect(late.indexOf(true)).toBe(60);
    expect(late.lastIndexOf(false)).toBe(59);
  });

  test('is held to half of alpha at each look, and the plan says so', async () => {
    await using own = await setting('1');
    await own.run('--sample', '60', '--extend-to', '300');
    const { indicators } = own.workspace.json('run/plan/rules.json');
    const planned = indicators.find(({ cases }: { cases: number }) => cases > 0);
    // By exact fractions in Python: P(X >= k | n, 0.9) <= 0.025 and P(X <= k | n, 0.9) <= 0.025.
    expect(planned).toMatchObject({ cases: 300, criticalK: 281, criticalFailK: 258 });
    expect(planned.first).toEqual({ cases: 60, criticalK: 59, criticalFailK: 48 });
  });

  test('goes on with the second look when it is resumed, and asks nothing twice', async () => {
    await using own = await setting('0.95');
    const options = ['--sample', '60', '--extend-to', '300'];
    const stopped = await own.run(...options, '--budget-tokens', '4500');
    expect(stopped.code).toBe(3);
    const before = own.asked();
    expect(before).toBeGreaterThan(60);
    expect(before).toBeLessThan(300);
    await own.run(...options, '--resume');
    expect(own.asked()).toBe(300);
    expect(own.leaf()).toMatchObject({ n: 300, invalid: 0, look: 2 });
  });

  test('verifies, with the cases of a look that was not needed left unasked', async () => {
    await using own = await setting('1');
    await own.run('--sample', '60', '--extend-to', '300');
    const told = await command(['verify', own.workspace.path('run'), '--json']);
    const { outcome, steps } = JSON.parse(told.stdout);
    const codes = steps.flatMap(({ findings }: { findings: { code: string }[] }) =>
      findings.map(({ code }) => code),
    );
    expect(codes).toEqual(['SIG_NO_TRUST', 'PLAN_UNSIGNED', 'CONDUCT_SIMULATED']);
    expect(outcome).toBe('verified-with-warnings');
  });
});
