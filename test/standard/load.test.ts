import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { UserError } from '../../src/document/index.ts';
import { loadCatalogue } from '../../src/standard/index.ts';
import { SMALL_CATALOGUE, smallCatalogueWith } from './small-catalogue.ts';

async function load(text: string): ReturnType<typeof loadCatalogue> {
  const folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'catalogue.yaml');
  await writeFile(file, text);
  return loadCatalogue(file);
}

test('warnings come back with the catalogue', async () => {
  const { catalogue, problems } = await load(smallCatalogueWith('minN: 100', 'minN: 13'));
  expect(catalogue.indicators).toHaveLength(3);
  expect(problems.map((p) => [p.code, p.severity])).toEqual([['min-n-too-small', 'warning']]);
});

test('errors are thrown for the user, all of them, with their place', async () => {
  const text = smallCatalogueWith('id: K1.2', 'id: K1.1');
  const error = await load(text).catch((e: unknown) => e);
  expect(error).toBeInstanceOf(UserError);
  const { problems, exitCode } = error as UserError;
  expect(exitCode).toBe(2);
  expect(problems.map((p) => [p.code, p.line])).toEqual([
    ['duplicate-id', SMALL_CATALOGUE.slice(0, SMALL_CATALOGUE.indexOf('K1.2')).split('\n').length],
  ]);
  expect(problems[0]?.file).toMatch(/catalogue\.yaml$/);
});

test('a file that is not there is a problem of the user, not of the program', async () => {
  const error = await loadCatalogue('/nowhere/at/all.yaml').catch((e: unknown) => e);
  expect((error as UserError).problems).toMatchObject([
    { code: 'file-unreadable', file: '/nowhere/at/all.yaml' },
  ]);
});
