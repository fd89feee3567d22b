import { expect, test } from 'vitest';
import { simulate } from '../../src/run/simulate.ts';
import { command, runCommand } from '../cli/command.ts';
import { choiceSuite, configText, makeWorkspace } from './workspace.ts';

test('the results do not depend on concurrency, time zone or locale', async () => {
  using workspace = makeWorkspace();
  const suite = workspace.write('own.yaml', choiceSuite({ cases: 60 }));
  await using simulator = await simulate({
    ...{ named: [suite], port: 0, ability: '0.8', latency: 0, seed: '1' },
  });
  const run = async (name: string, concurrency: number, ...more: string[]): Promise<string> => {
    const limits = { concurrency };
    const config = workspace.write('aigc.yaml', configText({ baseUrl: simulator.url, limits }));
    const out = workspace.path(name);
    const args = ['run', suite, '--config', config, '--out', out, '--repeats', '2', ...more];
    expect((await command(args)).code).toBe(1);
    return workspace.read(`${name}/results/results.json`);
  };
  const one = await run('one', 1);
  expect(await run('sixteen', 16)).toBe(one);

  const elsewhere = await runCommand(['run', suite, '--out', 'elsewhere', '--repeats', '2'], {
    cwd: workspace.folder,
    env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  });
  expect(elsewhere.code).toBe(1);
  expect(elsewhere.stdout).toContain('不符合');
  expect(workspace.read('elsewhere/results/results.json')).toBe(one);

  // Another seed is another order of asking, and another plan.
  expect(await run('other', 16, '--seed', '2')).not.toBe(one);
});
