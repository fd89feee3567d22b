import { describe, expect, test, vi } from 'vitest';
import { recount } from '../run/evidence-recount.ts';
import type { Simulated } from '../run/simulated.ts';
import { simulated } from '../run/simulated.ts';
import type { Workspace } from '../run/workspace.ts';
import type { Running } from './command.ts';
import { runCommand, startCommand } from './command.ts';

const CASES = 200;
const RUN = ['run', 'own.yaml', '--out', 'run'];

const model = (behaviour: { latencyMs: number; faults?: string }): Promise<Simulated> =>
  simulated({ cases: CASES, model: { limits: { concurrency: 5 } }, ...behaviour });

/** Starts a run and presses Ctrl-C when `moment` has come. */
async function interruptedAt(
  workspace: Workspace,
  moment: () => boolean,
  env: Readonly<Record<string, string>> = {},
): Promise<Running> {
  const running = startCommand(RUN, { cwd: workspace.folder, env });
  await vi.waitUntil(moment, { interval: 2, timeout: 20_000 });
  running.kill('SIGINT');
  return running;
}

describe('Ctrl-C', () => {
  test('lets the calls in flight end, keeps everything and says how to go on', async () => {
    await using own = await model({ latencyMs: 10 });
    const { simulator, workspace } = own;
    const half = (): boolean => simulator.stats().answered >= CASES / 2;
    await using running = await interruptedAt(workspace, half, { LANG: 'zh_CN.UTF-8' });
    const { code, stderr } = await running.ended;
    expect(code).toBe(130);
    expect(stderr).toContain('正在停止：等待进行中的调用结束；再按一次 Ctrl-C 立即中止。\n');
    expect(stderr).toContain(
      '已中断。已有的回答保存在 run。用同样的参数加 --out run --resume 可继续。\n',
    );
    // The last line of the progress tells how long it took, not how long it would take.
    expect(stderr).toMatch(/^1\d\d\/200 .*用时 \d+ s/m);
    expect(stderr).not.toContain('剩余');
    const { answered } = simulator.stats();
    expect(recount(workspace, 'run')).toMatchObject({
      answered,
      attempts: answered,
      events: ['started', 'interrupted'],
    });
    const { counts } = workspace.json('run/results/results.json');
    expect(counts).toMatchObject({ pass: answered, invalid: CASES - answered });

    const resumed = await runCommand([...RUN, '--resume'], { cwd: workspace.folder });
    expect(resumed.code).toBe(0);
    expect(simulator.stats()).toMatchObject({ answeredDistinct: CASES, answeredRepeated: 0 });
  });

  test('pressed twice aborts the calls in flight', async () => {
    await using own = await model({ latencyMs: 600_000 });
    const { simulator, workspace } = own;
    const asked = (): boolean => simulator.stats().inFlight === 5;
    await using running = await interruptedAt(workspace, asked);
    await running.said(/Stopping/);
    running.kill('SIGINT');
    expect((await running.ended).code).toBe(130);
    const attempts = workspace.lines('run/evidence/samples.000.jsonl');
    expect(attempts.map(({ response, final }) => [response.outcome, final])).toEqual(
      Array.from({ length: 5 }, () => ['cancelled', false]),
    );
    expect(recount(workspace, 'run').answered).toBe(0);
  });

  test('does not wait for calls that would be made again later', async () => {
    const faults = '429=1,retry-after=600';
    await using own = await model({ latencyMs: 0, faults });
    const { simulator, workspace } = own;
    const limited = (): boolean => simulator.stats().faults['429'] === 5;
    await using running = await interruptedAt(workspace, limited);
    expect((await running.ended).code).toBe(130);
    expect(recount(workspace, 'run')).toMatchObject({ attempts: 5, answered: 0 });
  });
});
