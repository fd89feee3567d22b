import { existsSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { recount } from '../run/evidence-recount.ts';
import type { Simulated } from '../run/simulated.ts';
import { simulated } from '../run/simulated.ts';
import type { Workspace } from '../run/workspace.ts';
import { startCommand } from './command.ts';

const CASES = 240;
const CONCURRENCY = 6;

/** A model that takes a moment for each answer, so that there is a half way. */
const slowModel = (): Promise<Simulated> =>
  simulated({
    cases: CASES,
    ability: '0.9',
    latencyMs: 10,
    model: { limits: { concurrency: CONCURRENCY } },
  });

const RUN = ['run', 'own.yaml', '--out', 'run'];

/** Starts a run in a process and kills it when `moment` has come. */
async function killedAt(workspace: Workspace, moment: () => boolean): Promise<void> {
  await using running = startCommand([...RUN, '--resume'], { cwd: workspace.folder });
  await vi.waitUntil(moment, { interval: 2, timeout: 20_000 });
  running.kill('SIGKILL');
  expect((await running.ended).signal).toBe('SIGKILL');
}

/** Goes on to the end, and holds what is there against a recount of the evidence. */
async function finish(workspace: Workspace) {
  await using last = startCommand([...RUN, '--resume', '--json'], { cwd: workspace.folder });
  const { code, stdout } = await last.ended;
  // The simulated model misses some cases, and every case has to pass.
  expect(code).toBe(1);
  const counted = recount(workspace, 'run');
  const { counts } = workspace.json('run/results/results.json');
  expect(counts).toMatchObject({ samples: CASES, scored: CASES, invalid: 0, errors: 0 });
  expect(counts).toMatchObject({ pass: counted.pass, fail: counted.fail });
  expect(counts.attempts).toBe(counted.attempts);
  expect(counted).toMatchObject({ items: CASES, answered: CASES });
  expect(JSON.parse(stdout).counts).toMatchObject({ pass: counted.pass, samples: CASES });
  return counted;
}

describe('a run that is killed and resumed', () => {
  test('half way asks nothing again but what was in flight', async () => {
    await using own = await slowModel();
    const { simulator, workspace } = own;
    await killedAt(workspace, () => simulator.stats().answered >= CASES / 2);
    const before = workspace.lines('run/evidence/samples.000.jsonl').length;
    expect(before).toBeGreaterThan(CASES / 2 - 2 * CONCURRENCY);
    const counted = await finish(workspace);
    expect(simulator.stats().answeredDistinct).toBe(CASES);
    expect(simulator.stats().answeredRepeated).toBeLessThanOrEqual(CONCURRENCY);
    // What was on record when it was killed is the beginning of what is on record now.
    expect(counted.answeredTwice).toBe(0);
    expect(counted.events.slice(0, 2)).toEqual(['started', 'resumed']);
    expect(counted.events.at(-1)).toBe('finished');
  });

  test('at any moment, again and again, still ends whole', async () => {
    await using own = await slowModel();
    const { simulator, workspace } = own;
    await killedAt(
      workspace,
      () => existsSync(workspace.path('run.making')) || existsSync(workspace.path('run')),
    );
    const moments = [1, 37, 38, 150];
    for (const moment of moments) {
      await killedAt(workspace, () => simulator.stats().answered >= moment);
    }
    const counted = await finish(workspace);
    expect(counted.answeredTwice).toBe(0);
    expect(simulator.stats().answeredRepeated).toBeLessThanOrEqual(moments.length * CONCURRENCY);
  });
});

test('a folder that another process writes to is left alone', async () => {
  await using own = await slowModel();
  const { simulator, workspace } = own;
  await using first = startCommand(RUN, { cwd: workspace.folder });
  await vi.waitUntil(() => simulator.stats().answered > 0, { interval: 2, timeout: 20_000 });
  const second = await own.run('--resume');
  expect(second).toMatchObject({ code: 2, stdout: '' });
  expect(second.stderr).toMatch(/^Error: The process \d+ is writing to .*run\. Wait/);
  expect((await own.run()).stderr).toContain('is not empty');
  expect((await first.ended).code).toBe(1);
  expect(simulator.stats().answeredRepeated).toBe(0);
});
