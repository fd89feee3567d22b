import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../../src/document/index.ts';
import { filesBelow, unpackZip, zipFolder } from '../../../src/evidence/index.ts';
import { ZIP_LIMITS } from '../../../src/evidence/zip/limits.ts';
import type { Workspace } from '../../run/workspace.ts';
import { makeWorkspace } from '../../run/workspace.ts';

let workspace: Workspace;

beforeEach(() => {
  workspace = makeWorkspace();
  workspace.write('run/bundle.json', '{}');
  workspace.write('run/plan/items.public.jsonl', `${'{"a":"甲"}\n'.repeat(2000)}`);
  workspace.write('run/plan/media/空.bin', '');
  workspace.write('run/.lock', '1');
});

afterEach(() => workspace[Symbol.dispose]());

const content = (folder: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(folder, '.').map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );

async function codes(act: Promise<unknown>): Promise<string[]> {
  const error = await act.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UserError)) throw error ?? new Error('nothing was wrong');
  return error.problems.map(({ code }) => code);
}

describe('a run folder as a zip file', () => {
  test('comes back as it was, but for the lock', async () => {
    await zipFolder(workspace.path('run'), workspace.path('run.zip'));
    const { findings } = await unpackZip(workspace.path('run.zip'), workspace.path('back'));
    expect(findings).toEqual([]);
    const { '.lock': _lock, ...expected } = content(workspace.path('run'));
    expect(content(workspace.path('back'))).toEqual(expected);
    expect(readdirSync(workspace.folder).toSorted()).toEqual(['back', 'run', 'run.zip']);
  });

  test('is the same bytes whatever the times, the folder and the time zone', async () => {
    const zipped = async (folder: string, name: string, zone: string): Promise<Buffer> => {
      const before = process.env['TZ'];
      process.env['TZ'] = zone;
      try {
        await zipFolder(workspace.path(folder), workspace.path(name));
      } finally {
        process.env['TZ'] = before;
      }
      return readFileSync(workspace.path(name));
    };
    const first = await zipped('run', '1.zip', 'UTC');
    cpSync(workspace.path('run'), workspace.path('other'), { recursive: true });
    utimesSync(workspace.path('other/bundle.json'), 1e9, 1e9);
    expect(await zipped('other', '2.zip', 'Pacific/Auckland')).toEqual(first);
    expect(await zipped('run', '3.zip', 'America/Los_Angeles')).toEqual(first);
  });

  test.skipIf(spawnSync('python3', ['-V']).status !== 0)('can be read by others', async () => {
    await zipFolder(workspace.path('run'), workspace.path('run.zip'));
    const script = `import sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    print('\\n'.join(f'{i.filename} {i.date_time[0]} {i.external_attr >> 16:o}' for i in z.infolist()))`;
    const listed = execFileSync('python3', ['-c', script, workspace.path('run.zip')], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], PYTHONIOENCODING: 'utf-8' },
    });
    expect(listed.trim().split('\n')).toEqual(
      ['bundle.json', 'plan/items.public.jsonl', 'plan/media/空.bin'].map(
        (path) => `${path} 1980 100644`,
      ),
    );
  });

  test('stores what packs so well that a reader would take it for a bomb', async () => {
    const limits = { ...ZIP_LIMITS, ratioFrom: 1000, ratio: 50 };
    await zipFolder(workspace.path('run'), workspace.path('run.zip'), limits);
    const { findings } = await unpackZip(workspace.path('run.zip'), workspace.path('a'), limits);
    expect(findings).toEqual([]);
    await zipFolder(workspace.path('run'), workspace.path('packed.zip'));
    const packed = await unpackZip(workspace.path('packed.zip'), workspace.path('b'), limits);
    expect(packed.findings.map(({ code }) => code)).toEqual(['ZIP_BOMB']);
  });

  test('is not written when nobody could read it again', async () => {
    const zip = (limits: object) =>
      zipFolder(workspace.path('run'), workspace.path('run.zip'), { ...ZIP_LIMITS, ...limits });
    expect(await codes(zip({ entries: 2 }))).toEqual(['not-for-zip']);
    expect(await codes(zip({ unpacked: 100 }))).toEqual(['not-for-zip']);
    workspace.write('run/report/a:b.html', '');
    expect(await codes(zip({}))).toEqual(['not-for-zip']);
    expect(existsSync(workspace.path('run.zip'))).toBe(false);
  });

  test('takes the place of no other file, and leaves nothing half written', async () => {
    workspace.write('run.zip', 'mine');
    const zip = zipFolder(workspace.path('run'), workspace.path('run.zip'));
    expect(await codes(zip)).toEqual(['folder-unwritable']);
    expect(workspace.read('run.zip')).toBe('mine');
    const nowhere = zipFolder(workspace.path('run'), workspace.path('none/run.zip'));
    expect(await codes(nowhere)).toEqual(['folder-unwritable']);
    expect(readdirSync(workspace.folder).toSorted()).toEqual(['run', 'run.zip']);
  });
});
