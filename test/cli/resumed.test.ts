import { chmodSync, truncateSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { recount } from '../run/evidence-recount.ts';
import type { Simulated } from '../run/simulated.ts';
import { simulated } from '../run/simulated.ts';
import { choiceSuite, writeConfig } from '../run/workspace.ts';
import { command } from './command.ts';

const CASES = 30;
const SAMPLES = 'run/evidence/samples.000.jsonl';

/** A run that has ended; the simulated model missed some cases, and every case has to pass. */
async function finishedRun(): Promise<Simulated> {
  const own = await simulated({ cases: CASES, ability: '0.9' });
  expect((await own.run()).code).toBe(1);
  return own;
}

test('a run that is finished asks nothing more and exits as before', async () => {
  await using setting = await finishedRun();
  const results = setting.workspace.read('run/results/results.json');
  const again = await setting.run('--resume');
  expect(again.code).toBe(1);
  expect(again.stderr).toMatch(/^30\/30 .*pass \d+ fail \d+ invalid 0/);
  expect(setting.simulator.stats().requests).toBe(CASES);
  expect(setting.workspace.read('run/results/results.json')).toBe(results);
  expect(recount(setting.workspace, 'run').events).toEqual([
    'started',
    'finished',
    'resumed',
    'finished',
  ]);
});

describe('evidence that was cut off', () => {
  test('in the middle of a line loses that line and no more', async () => {
    await using setting = await finishedRun();
    const whole = setting.workspace.read(SAMPLES);
    truncateSync(setting.workspace.path(SAMPLES), Buffer.byteLength(whole) - 10);
    expect((await setting.run('--resume')).code).toBe(1);
    expect(setting.simulator.stats()).toMatchObject({ answeredRepeated: 1, answered: CASES + 1 });
    const { answered, answeredTwice, events } = recount(setting.workspace, 'run');
    expect({ answered, answeredTwice }).toEqual({ answered: CASES, answeredTwice: 0 });
    expect(events).toContain('tail-healed');
  });

  test('by half a line that was never finished asks nothing again', async () => {
    await using setting = await finishedRun();
    const whole = setting.workspace.read(SAMPLES);
    setting.workspace.write(SAMPLES, `${whole}{"kind":"attempt","sample":"own`);
    expect((await setting.run('--resume')).code).toBe(1);
    expect(setting.workspace.read(SAMPLES)).toBe(whole);
    expect(setting.simulator.stats().requests).toBe(CASES);
  });

  test('an answer that is lost takes its score with it: the new answer has its own', async () => {
    await using setting = await finishedRun();
    const lines = setting.workspace.read(SAMPLES).trimEnd().split('\n');
    setting.workspace.write(SAMPLES, `${lines.slice(0, -1).join('\n')}\n`);
    const lost = JSON.parse(lines.at(-1) ?? '').sample;
    await setting.run('--resume');
    const records = setting.workspace.lines('run/evidence/scores.000.jsonl');
    const own = records.filter((record) => record.sample === lost);
    expect(own.map((record) => record.attempt)).toEqual([0, 1]);
    const { pass, fail, answered } = recount(setting.workspace, 'run');
    expect(setting.workspace.json('run/results/results.json').counts).toMatchObject({ pass, fail });
    expect({ answered, decided: pass + fail }).toEqual({ answered: CASES, decided: CASES });
  });

  test('a line that was changed is refused with its place', async () => {
    await using setting = await finishedRun();
    const lines = setting.workspace.read(SAMPLES).split('\n');
    lines[4] = lines[4]?.replace('"final":true', '"final":fals') ?? '';
    setting.workspace.write(SAMPLES, lines.join('\n'));
    const told = await setting.run('--resume');
    expect(told.code).toBe(2);
    expect(told.stderr).toMatch(/samples\.000\.jsonl:[56] The evidence chain breaks at line [56]/);
    expect(setting.simulator.stats().requests).toBe(CASES);
  });
});

describe('a run is not gone on with under another plan', () => {
  test('with another seed, which is named', async () => {
    await using setting = await finishedRun();
    const told = await setting.run('--resume', '--seed', '2');
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain('What differs: the seed (was 1, is 2).');
    const chinese = await setting.run('--resume', '--seed', '2', '--lang', 'zh-CN');
    expect(chinese.stderr).toContain('不同之处：种子（原为 1，现为 2）。');
  });

  test('with other samples, repeats or a rule for them', async () => {
    await using setting = await finishedRun();
    const told = await setting.run(
      '--resume',
      '--sample',
      '5',
      '--repeats',
      '2',
      '--repeat-rule',
      'majority',
    );
    expect(told.code).toBe(2);
    expect(told.stderr).toContain(
      'the sampling (was all, is 5); the repeats (was 1, is 2); the rule for repeats (was all, is majority)',
    );
  });

  test('with another model behind the same name', async () => {
    await using setting = await finishedRun();
    const { simulator, workspace } = setting;
    writeConfig(workspace, { baseUrl: simulator.url, model: 'another' });
    const told = await setting.run('--resume');
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('What differs: the settings of the model.');
  });

  test('with a suite that was changed since', async () => {
    await using setting = await finishedRun();
    setting.workspace.write('own.yaml', choiceSuite({ cases: CASES - 1 }));
    const told = await setting.run('--resume');
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('What differs: the suites.');
    expect(setting.simulator.stats().requests).toBe(CASES);
  });
});

describe('the folder of a new run', () => {
  test('has to be empty', async () => {
    await using setting = await finishedRun();
    const before = setting.workspace.files('run');
    const told = await setting.run();
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toMatch(
      /The folder .*run is not empty\. Choose another --out, or add --resume/,
    );
    expect(setting.workspace.files('run')).toEqual(before);
    expect(setting.simulator.stats().requests).toBe(CASES);
  });

  test('may be written with a slash behind it, as the shell completes it', async () => {
    await using setting = await finishedRun();
    const told = await setting.run('--out', `${setting.workspace.path('other')}/`, '--json');
    expect(told.code).toBe(1);
    expect(JSON.parse(told.stdout).results).toBe(
      setting.workspace.path('other/results/results.json'),
    );
  });

  test('has to be one that can be written', async () => {
    await using setting = await finishedRun();
    setting.workspace.write('file', '');
    const told = await setting.run('--out', setting.workspace.path('file/run'));
    expect(told.code).toBe(2);
    expect(told.stderr).toMatch(/^Error: Cannot write to .*file\/run \(ENOTDIR\)\.$/m);
    expect(setting.simulator.stats().requests).toBe(CASES);
  });

  // The superuser may write anywhere.
  test.skipIf(process.getuid?.() === 0)('must not be in a read-only folder', async () => {
    await using setting = await finishedRun();
    chmodSync(setting.workspace.folder, 0o555);
    const told = await setting.run('--out', setting.workspace.path('locked'));
    chmodSync(setting.workspace.folder, 0o755);
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('(EACCES)');
  });

  test('is not gone on with when it holds something else', async () => {
    await using setting = await finishedRun();
    setting.workspace.write('letters/a.txt', 'Dear');
    const told = await setting.run('--resume', '--out', setting.workspace.path('letters'));
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain('letters is not a run folder');
    expect(setting.workspace.files('letters')).toEqual(['a.txt']);
  });

  test('is the one to go on with when --resume is given, so it has to be named', async () => {
    const told = await command(['run', '--resume']);
    expect(told).toMatchObject({ code: 2 });
    expect(told.stderr).toContain('--resume needs --out');
  });
});
