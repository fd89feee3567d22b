import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { REPORTS, reportContext } from '../../reports/index.ts';
import { manifestOf } from '../../reports/manifest.ts';
import type { Results } from '../../src/derive/index.ts';
import { digestsOf, publicEdition, RUN_FILES } from '../../src/evidence/index.ts';
import { command } from '../cli/command.ts';
import { type Simulated, simulated } from '../run/simulated.ts';
import { choiceSuite } from '../run/workspace.ts';
import { LANGUAGES, renderAll } from './render.ts';

let model: Simulated;
let run: string;
let results: Results;

/** Forty questions of which every other one is confidential; the model knows about half. */
beforeAll(async () => {
  model = await simulated({ cases: 40, ability: '0.5' });
  const suite = choiceSuite({ cases: 40 }).replaceAll(
    /\{(id: own\.numbers-\d*[02468], )/g,
    '{$1pool: hidden, ',
  );
  model.workspace.write('own.yaml', suite);
  await model.run();
  run = model.workspace.path('run');
  results = model.workspace.json(`run/${RUN_FILES.results}`) as Results;
});

afterAll(() => model[Symbol.asyncDispose]());

async function rendered(folder: string, id: string): Promise<string> {
  const texts: string[] = [];
  for (const language of LANGUAGES) {
    const files = await renderAll(id, results, reportContext(folder, language));
    texts.push(...files.map(({ content }) => String(content)));
  }
  return texts.join('\n');
}

describe('a run with hidden items', () => {
  test('has failures in both pools, or the tests below would show nothing', () => {
    const hidden = new Set(
      model.workspace.lines('run/plan/items.hidden.jsonl').map(({ id }) => id),
    );
    const failed = model.workspace
      .lines(`run/${RUN_FILES.scores}`)
      .filter(({ value }) => value === 'fail')
      .map(({ sample }) => hidden.has(sample));
    expect(hidden.size).toBe(20);
    expect(new Set(failed)).toEqual(new Set([true, false]));
  });

  test.each([...REPORTS.keys()])('%s shows no question of the hidden pool', async (id) => {
    const text = await rendered(run, id);
    for (const { item } of model.workspace.lines('run/private/reveal.jsonl')) {
      expect(text).not.toContain(item.request.messages.at(-1).content.split('\n')[0]);
    }
  });

  test('SARIF names failing cases, and none of the hidden pool', async () => {
    const text = await rendered(run, 'sarif');
    const named = [...text.matchAll(/"own\.numbers-(\d+)/g)].map(([, number]) => Number(number));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((number) => number % 2 === 0)).toEqual([]);
    expect(text).toContain('"uri": "own.yaml"');
  });

  test.each([...REPORTS.keys()])('%s is the same from the public edition', async (id) => {
    const edition = model.workspace.path(`public-${id}`);
    publicEdition(run, edition);
    expect(await rendered(edition, id)).toBe(await rendered(run, id));
  });
});

test('every report goes with the public edition, where it is verified like in the run itself', async () => {
  await command(['report', run, '--format', [...REPORTS.keys()].join(',')]);
  const edition = model.workspace.path('published');
  expect(publicEdition(run, edition).removed).toEqual([]);
  expect(model.workspace.files('published/report').toSorted()).toEqual(
    model.workspace.files('run/report').toSorted(),
  );
  const { steps } = JSON.parse((await command(['verify', edition, '--json'])).stdout);
  expect(steps.find(({ id }: { id: string }) => id === 'V9')).toMatchObject({ outcome: 'passed' });
});

describe('the manifest', () => {
  test('is that of the run folder', () => {
    const { manifest } = reportContext(run, 'en').run;
    const text = readFileSync(join(run, RUN_FILES.bundle), 'utf8');
    expect(manifest?.digest).toEqual(digestsOf(text));
    expect(manifest?.files.get(RUN_FILES.scores)).toBe(
      digestsOf(readFileSync(join(run, RUN_FILES.scores))).sha256,
    );
  });

  test('is believed for the results it lists, and for no others', () => {
    const { run: info } = reportContext(run, 'en');
    expect(manifestOf(results, info)).toBe(info.manifest);
    expect(manifestOf({ ...results, simulated: false }, info)).toBeNull();
  });

  test('is missing while the run has come to no conclusion; in-toto then says what to do', async () => {
    const going = model.workspace.path('going');
    publicEdition(run, going);
    rmSync(join(going, RUN_FILES.bundle));
    expect(reportContext(going, 'en').run.manifest).toBeNull();
    const told = await command(['report', going, '--format', 'in-toto']);
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('aigc score');
  });
});
