import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { REPORTS } from '../../reports/index.ts';
import { command } from '../cli/command.ts';
import { type Simulated, simulated } from '../run/simulated.ts';

let model: Simulated;
let run: string;

beforeAll(async () => {
  model = await simulated({ cases: 12, ability: '0.5' });
  await model.run();
  run = model.workspace.path('run');
});

afterAll(() => model[Symbol.asyncDispose]());

beforeEach(() => rmSync(join(run, 'report'), { recursive: true, force: true }));

/** Codes and files of what V9 finds. */
async function findings(): Promise<readonly string[]> {
  const { stdout } = await command(['verify', run, '--json']);
  const { steps } = JSON.parse(stdout);
  const step = steps.find(({ id }: { id: string }) => id === 'V9');
  return step.findings.map(({ code, file }: { code: string; file: string }) => `${code} ${file}`);
}

const render = (lang: string, formats = [...REPORTS.keys()].join(',')) =>
  command(['report', run, '--format', formats, '--lang', lang]);

test.each(['en', 'zh-CN'])(
  'reports of every format are accepted as they are written in %s',
  async (lang) => {
    expect((await render(lang)).code).toBe(0);
    expect(await findings()).toEqual([]);
  },
);

test('a file that is the same in every language is in the language of who made it', async () => {
  await render('zh-CN', 'junit');
  expect(model.workspace.read('run/report/junit.xml')).toContain('AIGC 功能符合性测试');
  await render('en', 'junit');
  expect(model.workspace.read('run/report/junit.xml')).toContain('AIGC functional conformance');
});

test.each([...REPORTS.keys()])('a changed word in %s is found', async (format) => {
  await render('en', format);
  const files = model.workspace.files('run/report');
  for (const file of files) {
    const path = join(run, 'report', file);
    writeFileSync(path, `${model.workspace.read(`run/report/${file}`)} `);
  }
  expect((await findings()).toSorted()).toEqual(
    files.map((file) => `PROJECT_REPORT report/${file}`).toSorted(),
  );
});

test.each(['summary.pdf', 'report.fr.html', 'more/junit.xml', 'oscal-poam.json'])(
  'a report %s that this program does not make is found',
  async (name) => {
    const path = join(run, 'report', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '{}');
    expect(await findings()).toEqual([`PROJECT_UNKNOWN report/${name}`]);
  },
);
