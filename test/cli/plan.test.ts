import { describe, expect, test } from 'vitest';
import { simulated } from '../run/simulated.ts';
import { writeConfig } from '../run/workspace.ts';
import { command } from './command.ts';

const REQUIREMENT = { threshold: '0.9', rule: 'three-way', minN: 20 };
const OPTIONS = ['--sample', '40', '--seed', 'may', '--repeats', '2', '--repeat-rule', 'majority'];

async function setting() {
  const own = await simulated({ cases: 60, requirement: REQUIREMENT });
  const { workspace, suite, config } = own;
  return {
    ...own,
    /** Writes `plan.jsonl`. */
    plan: () =>
      command([
        'plan',
        suite,
        '--config',
        config,
        ...OPTIONS,
        '--out',
        workspace.path('plan.jsonl'),
        '--json',
      ]),
    /** Runs a plan file into the folder `name`. */
    runPlan: (file: string, name: string, ...more: string[]) =>
      command([
        'run',
        '--config',
        config,
        '--plan',
        workspace.path(file),
        '--out',
        workspace.path(name),
        ...more,
      ]),
  };
}

describe('a plan', () => {
  test('run from its file gives the results of a run with the same options, byte by byte', async () => {
    await using own = await setting();
    expect((await own.plan()).code).toBe(0);
    expect(own.simulator.stats().requests).toBe(0);
    expect((await own.runPlan('plan.jsonl', 'planned')).code).toBe(0);
    const direct = await command([
      'run',
      own.suite,
      '--config',
      own.config,
      ...OPTIONS,
      '--out',
      own.workspace.path('direct'),
    ]);
    expect(direct.code).toBe(0);
    const results = own.workspace.read('planned/results/results.json');
    expect(own.workspace.read('direct/results/results.json')).toBe(results);
    expect(JSON.parse(results).counts).toMatchObject({ cases: 40, samples: 80 });
  });

  test('is run as it was made, though the suite has changed since', async () => {
    await using own = await setting();
    await own.plan();
    own.workspace.write('own.yaml', 'gone: true\n');
    expect((await own.runPlan('plan.jsonl', 'run')).code).toBe(0);
  });

  test('says what it will ask and what it can decide', async () => {
    await using own = await setting();
    const told = await own.plan();
    expect(JSON.parse(told.stdout)).toMatchObject({
      samples: 80,
      calls: 80,
      maxOutputTokens: null,
      file: own.workspace.path('plan.jsonl'),
      indicators: [
        {
          indicator: 'custom:own.numbers',
          cases: 40,
          minN: 20,
          limit: '>= 0.9',
          criticalK: 40,
        },
      ],
    });
    const people = await command(['plan', own.suite, '--config', own.config, '--lang', 'zh-CN']);
    expect(people.stdout).toMatch(
      /^custom:own\.numbers +选数 +60 +20 +>= 0\.9 +\d+ +\d+\.\d% \(0\.950\)$/m,
    );
    expect(people.stdout).toContain('共 60 个样本，至少 60 次调用；输入约');
    expect(people.stdout).toContain('输出未设上限。');
  });

  test.each([
    ['another limit', '"value":"0.9"', '"value":"0.5"'],
    ['a smaller minimum', '"minN":20', '"minN":2'],
    ['fewer passes needed', '"criticalK":40', '"criticalK":4'],
    ['another seed', '"seed":"may"', '"seed":"mai"'],
    ['another target', '"target":"A"', '"target":"B"'],
    ['another question', '下面哪个数等于 10？', '下面哪个数等于 11？'],
  ])('that was given %s is refused', async (_, from, to) => {
    await using own = await setting();
    await own.plan();
    const text = own.workspace.read('plan.jsonl');
    expect(text).toContain(from);
    own.workspace.write('tampered.jsonl', text.replace(from, to));
    const told = await own.runPlan('tampered.jsonl', 'run');
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toMatch(
      /The plan .*tampered\.jsonl (was changed|has cases that were changed) after it was made\./,
    );
    expect(own.simulator.stats().requests).toBe(0);
    const chinese = await own.runPlan('tampered.jsonl', 'run', '--lang', 'zh-CN');
    expect(chinese.stderr).toMatch(/计划 .*tampered\.jsonl (中的用例)?被改动过。/);
  });

  test('that lost a line is refused', async () => {
    await using own = await setting();
    await own.plan();
    const lines = own.workspace.read('plan.jsonl').split('\n');
    own.workspace.write('short.jsonl', lines.slice(0, -2).join('\n'));
    expect((await own.runPlan('short.jsonl', 'run')).code).toBe(2);
  });

  test('is for one model with one setting', async () => {
    await using own = await setting();
    await own.plan();
    const params = { temperature: 1 };
    writeConfig(own.workspace, { baseUrl: own.simulator.url, params });
    const told = await own.runPlan('plan.jsonl', 'run');
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain(
      'was made for params = {}; the configuration says {"temperature":1}.',
    );
  });

  test.each([
    ['is not there', 'nowhere.jsonl', undefined],
    ['is something else', 'other.jsonl', '{"a":1}\n'],
    ['is empty', 'empty.jsonl', ''],
  ])('that %s is said to be unreadable', async (_, name, text) => {
    await using own = await setting();
    if (text !== undefined) own.workspace.write(name, text);
    const told = await own.runPlan(name, 'run');
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toMatch(new RegExp(`The plan .*${name} cannot be read: `));
    expect(told.stderr).not.toMatch(/undefined|Internal/);
  });

  test('that cannot be written says so', async () => {
    await using own = await setting();
    const out = own.workspace.path('none/plan.jsonl');
    const told = await command(['plan', own.suite, '--config', own.config, '--out', out]);
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain(`Cannot write ${out} (ENOENT).`);
  });
});
