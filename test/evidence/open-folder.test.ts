import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { UserError } from '../../src/document/index.ts';
import { openRunFolder } from '../../src/evidence/index.ts';
import type { Workspace } from '../run/workspace.ts';
import { makeWorkspace } from '../run/workspace.ts';
import { handMadeZip } from './zip/hand-made.ts';

let workspace: Workspace;
let before: string | undefined;

/** The temporary folder is the test's own, so that it is seen what is left in it. */
beforeEach(() => {
  workspace = makeWorkspace();
  mkdirSync(workspace.path('tmp'));
  before = process.env['TMPDIR'];
  process.env['TMPDIR'] = workspace.path('tmp');
});

afterEach(() => {
  if (before === undefined) delete process.env['TMPDIR'];
  else process.env['TMPDIR'] = before;
  workspace[Symbol.dispose]();
});

const zipped = (...names: readonly string[]): string => {
  const path = workspace.path('run.zip');
  writeFileSync(path, handMadeZip(names.map((name) => ({ name, mode: 0 }))));
  return path;
};
const left = (): string[] => readdirSync(workspace.path('tmp'));

describe('a run that is handed over', () => {
  test('as a folder is opened where it is, and stays there', async () => {
    workspace.write('run/bundle.json', '{}');
    const opened = await openRunFolder(workspace.path('run'));
    expect(opened).toMatchObject({ folder: workspace.path('run'), findings: [] });
    opened.close();
    expect(existsSync(workspace.path('run/bundle.json'))).toBe(true);
    expect(left()).toEqual([]);
  });

  test.each([
    ['at the top', ['bundle.json', 'plan/plan.json'], ''],
    ['in one folder', ['run/bundle.json', 'run/plan/plan.json'], 'run'],
    ['in one folder that is an entry too', ['run/', 'run/bundle.json', 'run/plan/x'], 'run'],
    ['beside other things', ['run/bundle.json', 'other/x'], ''],
    ['as a single file', ['bundle.json'], ''],
  ])('as a zip file with the run %s is unpacked, and removed afterwards', async (...row) => {
    const [, names, top] = row;
    const opened = await openRunFolder(zipped(...names));
    const [unpacked = ''] = left();
    expect(opened).toMatchObject({
      folder: join(workspace.path('tmp'), unpacked, top),
      findings: [],
    });
    opened.close();
    expect(left()).toEqual([]);
    opened.close();
  });

  test('as a hostile zip file is not opened; the findings say why', async () => {
    const opened = await openRunFolder(zipped('bundle.json', '../x'));
    expect(opened.folder).toBeNull();
    expect(opened.findings).toMatchObject([{ code: 'ZIP_PATH', place: '../x' }]);
    opened.close();
    expect(left()).toEqual([]);
  });

  test.each([
    ['is not there', 'not-a-run', () => workspace.path('none')],
    [
      'cannot be unpacked, since there is no room for it',
      'zip-not-unpacked',
      () => {
        rmSync(workspace.path('tmp'), { recursive: true });
        return zipped('bundle.json');
      },
    ],
  ])('and %s is a problem that is told', async (_what, code, path) => {
    const told = await openRunFolder(path()).catch((error: unknown) => error);
    expect(told).toBeInstanceOf(UserError);
    expect((told as UserError).problems.map((problem) => problem.code)).toEqual([code]);
  });
});
