import { cpSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommand } from '../cli/command.ts';
import { FAILING, of, SCORES } from './attacks/places.ts';
import { forgeryOf } from './forgery.ts';
import type { SealedRun } from './sealed-run.ts';
import { sealedRun } from './sealed-run.ts';

let run: SealedRun;

beforeAll(async () => {
  run = await sealedRun();
});

afterAll(() => run[Symbol.dispose]());

const PLACES: readonly Readonly<Record<string, string>>[] = [
  { TZ: 'UTC', LANG: 'C' },
  { TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8' },
  { TZ: 'America/St_Johns', LC_ALL: 'tr_TR.UTF-8' },
];

/** What `aigc verify --json` prints of a folder in another process. */
async function told(folder: string, env: Readonly<Record<string, string>>): Promise<string> {
  const args = ['verify', folder, '--trust', run.trust, '--at', run.at, '--json'];
  const { stdout, stderr } = await runCommand(args, { cwd: run.workspace.folder, env });
  expect(stderr).toBe('');
  return stdout;
}

async function toldEverywhere(folder: string): Promise<readonly string[]> {
  const copy = run.workspace.path(`elsewhere/${folder.length}/另一处`);
  cpSync(folder, copy, { recursive: true });
  const here = await Promise.all(PLACES.map((env) => told(folder, env)));
  return [...here, await told(copy, {})];
}

test('the same bytes are said of a bundle in every time zone, locale and folder', async () => {
  const [first = '', ...others] = await toldEverywhere(run.folder);
  expect(JSON.parse(first).outcome).toBe('verified-with-warnings');
  for (const other of others) expect(other).toBe(first);
});

test('and so they are of one that was tampered with', async () => {
  const forgery = forgeryOf(run, run.folder, run.workspace.path('forged'));
  forgery.editLines(SCORES, of(FAILING), (score) => {
    score.value = 'pass';
  });
  forgery.write('report/junit.xml', '');
  forgery.write('plan/x', '');
  const [first = '', ...others] = await toldEverywhere(forgery.folder);
  expect(JSON.parse(first).outcome).toBe('failed');
  for (const other of others) expect(other).toBe(first);
});
