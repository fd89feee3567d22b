import { expect, test } from 'vitest';
import { runCommand } from '../cli/command.ts';
import { simulated } from './simulated.ts';
import { writeConfig } from './workspace.ts';

test('the results do not depend on concurrency, time zone or locale', async () => {
  await using own = await simulated({ cases: 60, ability: '0.8' });
  const { simulator, workspace } = own;
  const run = async (name: string, concurrency: number, ...more: string[]): Promise<string> => {
    const limits = { concurrency };
    writeConfig(workspace, { baseUrl: simulator.url, limits });
    const told = await own.run('--out', workspace.path(name), '--repeats', '2', ...more);
    expect(told.code).toBe(1);
    return workspace.read(`${name}/results/results.json`);
  };
  const one = await run('one', 1);
  expect(await run('sixteen', 16)).toBe(one);

  const elsewhere = await runCommand(['run', 'own.yaml', '--out', 'elsewhere', '--repeats', '2'], {
    cwd: workspace.folder,
    env: { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' },
  });
  expect(elsewhere.code).toBe(1);
  expect(elsewhere.stdout).toContain('不符合');
  expect(workspace.read('elsewhere/results/results.json')).toBe(one);

  // Another seed is another order of asking, and another plan.
  expect(await run('other', 16, '--seed', '2')).not.toBe(one);
});
