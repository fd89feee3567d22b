import { describe, expect, test, vi } from 'vitest';
import { simulate } from '../../src/run/simulate.ts';
import type { Simulator } from '../../src/simulator/index.ts';
import { recount } from '../run/evidence-recount.ts';
import type { Workspace } from '../run/workspace.ts';
import { choiceSuite, configText, makeWorkspace } from '../run/workspace.ts';
import type { Running } from './command.ts';
import { runCommand, startCommand } from './command.ts';

const CASES = 200;
const RUN = ['run', 'own.yaml', '--out', 'run'];

async function model(
  workspace: Workspace,
  behaviour: { latency: number; faults?: string },
): Promise<Simulator> {
  const suite = workspace.write('own.yaml', choiceSuite({ cases: CASES }));
  const simulator = await simulate({
    ...{ named: [suite], port: 0, ability: '1', seed: '1', ...behaviour },
  });
  workspace.write('aigc.yaml', configText({ baseUrl: simulator.url, limits: { concurrency: 5 } }));
  return simulator;
}

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
    using workspace = makeWorkspace();
    await using simulator = await model(workspace, { latency: 10 });
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
      ...{ answered, attempts: answered, events: ['started', 'interrupted'] },
    });
    const { counts } = workspace.json('run/results/results.json');
    expect(counts).toMatchObject({ pass: answered, invalid: CASES - answered });

    const resumed = await runCommand([...RUN, '--resume'], { cwd: workspace.folder });
    expect(resumed.code).toBe(0);
    expect(simulator.stats()).toMatchObject({ answeredDistinct: CASES, answeredRepeated: 0 });
  });

  test('pressed twice aborts the calls in flight', async () => {
    using workspace = makeWorkspace();
    await using simulator = await model(workspace, { latency: 600_000 });
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
    using workspace = makeWorkspace();
    const faults = '429=1,retry-after=600';
    await using simulator = await model(workspace, { latency: 0, faults });
    const limited = (): boolean => simulator.stats().faults['429'] === 5;
    await using running = await interruptedAt(workspace, limited);
    expect((await running.ended).code).toBe(130);
    expect(recount(workspace, 'run')).toMatchObject({ attempts: 5, answered: 0 });
  });
});
