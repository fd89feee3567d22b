import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, openRunFolder } from '../../src/evidence/index.ts';
import { hiddenRun, SECRET } from '../evidence/hidden-run.ts';
import { command } from './command.ts';

test('aigc publish --zip writes the public edition as a folder and as a zip file of it', async () => {
  using run = await hiddenRun();
  const out = run.workspace.path('public');
  const told = await command(['publish', run.folder, '--out', out, '--zip', '--lang', 'en']);
  expect(told).toMatchObject({ code: 0, stdout: `${out}\n${out}.zip\n` });
  expect(told.stderr).toMatch(/^Left out, since they may show hidden items: plan\/media\//);
  const opened = await openRunFolder(`${out}.zip`);
  try {
    expect(opened.findings).toEqual([]);
    const inside = opened.folder ?? '';
    expect(filesBelow(inside, '.').toSorted()).toEqual(filesBelow(out, '.').toSorted());
    for (const path of filesBelow(out, '.')) {
      expect(readFileSync(join(inside, path)).equals(readFileSync(join(out, path)))).toBe(true);
    }
    expect(readFileSync(`${out}.zip`).includes(SECRET)).toBe(false);
  } finally {
    opened.close();
  }
  const again = run.workspace.path('again');
  run.workspace.write('again.zip', 'mine');
  const taken = await command(['publish', run.folder, '--out', again, '--zip']);
  expect(taken.code).toBe(2);
  expect(taken.stderr).toContain('again.zip is there already');
  expect(run.workspace.files('.').filter((path) => path.startsWith('again/'))).toEqual([]);
});

test('a run without hidden items is published whole', async () => {
  using run = await hiddenRun();
  const suite = run.workspace.write(
    'open.yaml',
    run.workspace.read('mixed.yaml').replaceAll('pool: hidden', 'pool: public'),
  );
  const config = run.workspace.path('aigc.yaml');
  const folder = run.workspace.path('open');
  await command(['run', suite, '--config', config, '--out', folder]);
  const out = run.workspace.path('open-public');
  const told = await command(['publish', folder, '--out', out, '--json']);
  expect(told.code).toBe(0);
  expect(JSON.parse(told.stdout)).toMatchObject({ replaced: [], removed: [] });
  expect(told.stderr).toBe('');
  expect(filesBelow(out, '.').toSorted()).toEqual(
    [...filesBelow(folder, '.'), 'edition.json'].toSorted(),
  );
});
