import {
  appendFileSync,
  cpSync,
  existsSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Results } from '../../src/derive/index.ts';
import { UserError } from '../../src/document/index.ts';
import type { AttemptRecord, RedactedRecord } from '../../src/evidence/index.ts';
import {
  CHAIN_START,
  filesBelow,
  merkleTree,
  openRun,
  publicEdition,
  RUN_FILES,
  readBundle,
  readEvidence,
  readLines,
  replaceScores,
  sha256,
} from '../../src/evidence/index.ts';
import { deriveFolder } from '../../src/run/index.ts';
import { command } from '../cli/command.ts';
import type { HiddenRun } from './hidden-run.ts';
import { hiddenRun, SECRET } from './hidden-run.ts';

let run: HiddenRun;
let edition: string;
let told: { code: number; stdout: string; stderr: string };

beforeAll(async () => {
  run = await hiddenRun();
  edition = run.workspace.path('public');
  told = await command(['publish', run.folder, '--out', edition, '--json']);
});

afterAll(() => run[Symbol.dispose]());

const files = (folder: string): readonly string[] => filesBelow(folder, '.').toSorted();
const bytes = (path: string): Buffer => readFileSync(path);
const records = (folder: string, path: string): (AttemptRecord | RedactedRecord)[] =>
  [...readLines(join(folder, path))].map(({ text }) => JSON.parse(text));

/** A copy of the run to change. */
function copyOfRun(name: string): string {
  const copy = run.workspace.path(name);
  cpSync(run.folder, copy, { recursive: true });
  return copy;
}

function thrown(act: () => unknown): string[] {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
}

describe('what is secret of hidden items', () => {
  test('is all over the complete run, so that its absence says something', () => {
    const holding = files(run.folder).filter((path) =>
      bytes(join(run.folder, path)).includes(SECRET),
    );
    const hidden = sha256(bytes(run.workspace.path('data/hidden.png')));
    expect(holding).toEqual([
      'evidence/journal.000.jsonl',
      'evidence/samples.000.jsonl',
      'evidence/scores.000.jsonl',
      `plan/media/${hidden}`,
      'private/reveal.jsonl',
    ]);
  });

  test('is in no file of the public edition, whatever its case or encoding', () => {
    expect(told.code).toBe(0);
    const forms = [SECRET, Buffer.from(SECRET, 'utf16le').toString('latin1')];
    for (const path of files(edition)) {
      const text = bytes(join(edition, path)).toString('latin1').toLowerCase();
      for (const form of forms) expect(text.includes(form), path).toBe(false);
    }
    expect(files(edition).filter((path) => path.startsWith('private'))).toEqual([]);
  });

  test('is not in what redacted lines say either: no request, no answer, nothing read', () => {
    const redacted = [RUN_FILES.attempts, RUN_FILES.scores, RUN_FILES.journal].flatMap((path) =>
      records(edition, path).filter((record) => record.kind === 'redacted'),
    );
    const keys = new Set(redacted.flatMap((record) => Object.keys(record)));
    expect([...keys].toSorted()).toEqual(
      [
        ...['kind', 'of', 'seq', 'line', 'leaf', 'sample', 'turn', 'attempt'],
        ...['final', 'outcome', 'model', 'value', 'status', 'answer', 'at', 'event'],
      ].toSorted(),
    );
  });

  test('cannot be found by trying: lines about hidden items are blinded, others are not', () => {
    const scores = records(run.folder, RUN_FILES.scores) as { sample: string; blind?: string }[];
    const blinds = scores.filter(({ sample }) => sample.startsWith('h-')).map((s) => s.blind);
    expect(blinds.every((blind) => /^[0-9a-f]{64}$/.test(blind ?? ''))).toBe(true);
    expect(new Set(blinds).size).toBe(blinds.length);
    expect(scores.some(({ sample, blind }) => sample.startsWith('p-') && blind)).toBe(false);
  });
});

describe('the public edition', () => {
  test('holds the files of the run but those that cannot be shown', () => {
    const own = JSON.parse(readFileSync(join(edition, 'edition.json'), 'utf8'));
    const hidden = sha256(bytes(run.workspace.path('data/hidden.png')));
    expect(own.removed).toEqual([`plan/media/${hidden}`]);
    expect(files(edition)).toEqual(
      [
        ...files(run.folder).filter(
          (path) => path !== 'private/reveal.jsonl' && !own.removed.includes(path),
        ),
        'edition.json',
      ].toSorted(),
    );
    expect(own).toMatchObject({
      ...{ format: 'aigc-edition/1', edition: 'public' },
      bundle: sha256(bytes(join(run.folder, 'bundle.json'))),
    });
    const printed = JSON.parse(told.stdout);
    expect(printed).toMatchObject({ edition, zip: null, removed: own.removed });
  });

  test('has the same bytes as the run, but for the files that it says it replaced', () => {
    const own = JSON.parse(readFileSync(join(edition, 'edition.json'), 'utf8'));
    const changed = files(edition).filter(
      (path) =>
        path !== 'edition.json' &&
        !bytes(join(edition, path)).equals(bytes(join(run.folder, path))),
    );
    expect(changed).toEqual([
      'evidence/journal.000.jsonl',
      'evidence/samples.000.jsonl',
      'evidence/scores.000.jsonl',
    ]);
    for (const { path, size, sha256: digest } of own.replaced) {
      const content = bytes(join(edition, path));
      expect([size, digest]).toEqual([content.length, sha256(content)]);
    }
    expect(own.replaced.map(({ path }: { path: string }) => path)).toEqual(changed);
  });

  test.each([
    ['attempts', 'samples', RUN_FILES.attempts],
    ['scores', 'scores', RUN_FILES.scores],
    ['journal', null, RUN_FILES.journal],
  ] as const)('keeps the chain and the root of the %s', (_what, root, path) => {
    const { roots } = readBundle(edition).bundle;
    const tree = merkleTree();
    let prev = CHAIN_START;
    let redacted = 0;
    for (const [i, { text }] of [...readLines(join(edition, path))].entries()) {
      const record = JSON.parse(text);
      expect(record.seq).toBe(i);
      if (record.kind === 'redacted') {
        redacted++;
        tree.addHash(record.leaf);
        prev = record.line;
        continue;
      }
      expect(record.prev).toBe(prev);
      tree.add(text);
      prev = sha256(text);
    }
    expect(redacted).toBeGreaterThan(0);
    if (root === null) expect(prev).toBe(roots.journalHeads['000']);
    else expect(tree.root()).toBe(roots[root]);
  });

  test('gives the same results, but for figures that need the answers themselves', () => {
    const recorded: Results = JSON.parse(readFileSync(join(run.folder, RUN_FILES.results), 'utf8'));
    expect(deriveFolder(run.folder)).toEqual(recorded);
    const biased = recorded.indicators.filter((leaf) => leaf.positionBias !== undefined);
    expect(biased.map((leaf) => leaf.indicator)).toEqual(['custom:own.mixed']);
    const withoutBias = recorded.indicators.map(({ positionBias: _bias, ...leaf }) => leaf);
    expect(deriveFolder(edition)).toEqual({ ...recorded, indicators: withoutBias });
  });

  test('counts repeats that agree, though it does not show on what', () => {
    const leaf = deriveFolder(edition).indicators.find(
      ({ indicator }) => indicator === 'custom:own.repeated',
    );
    expect(leaf).toMatchObject({ n: 3, k: 1, invalid: 1, statuses: { disagree: 1 } });
    expect(leaf?.repeats).toMatchObject({ cases: 3, times: 3, agree: '0.333333' });
  });

  test('has as many records of every kind as the run', () => {
    const counts = (folder: string): unknown =>
      [...readEvidence(folder)].map((record) =>
        record.kind === 'event' ? record.event : [record.kind, record.sample, record.attempt],
      );
    expect(counts(edition)).toEqual(counts(run.folder));
  });

  test('is made without a change to the run', () => {
    const before = files(run.folder).map((path) => sha256(bytes(join(run.folder, path))));
    publicEdition(run.folder, run.workspace.path('again'));
    expect(files(run.folder).map((path) => sha256(bytes(join(run.folder, path))))).toEqual(before);
    const again = run.workspace.path('again');
    expect(files(again).map((path) => sha256(bytes(join(again, path))))).toEqual(
      files(edition).map((path) => sha256(bytes(join(edition, path)))),
    );
  });

  test('cannot be written to, made public again or scored again', () => {
    expect(thrown(() => openRun(edition))).toEqual(['public-edition']);
    expect(thrown(() => replaceScores(edition, []))).toEqual(['public-edition']);
    expect(thrown(() => publicEdition(edition, run.workspace.path('third')))).toEqual([
      'public-edition',
    ]);
    const stripped = copyOfRun('stripped');
    rmSync(join(stripped, 'private'), { recursive: true });
    expect(thrown(() => openRun(stripped))).toEqual(['public-edition']);
    expect(existsSync(join(edition, '.lock'))).toBe(false);
  });
});

describe('what could show hidden items by another way', () => {
  test('is left out and named: unknown reports, reviews; other files are not even named', () => {
    const copy = copyOfRun('more');
    for (const path of [
      'report/report.pdf',
      'evidence/reviews.jsonl',
      'attest/review-1.dsse.json',
    ]) {
      writeFileSync(join(copy, path), SECRET);
    }
    for (const path of ['attest/runner.key.pem', 'verification.json', 'notes.txt']) {
      writeFileSync(join(copy, path), SECRET);
    }
    writeFileSync(join(copy, 'attest/run.dsse.json'), '{}');
    const target = run.workspace.path('more-public');
    const { removed } = publicEdition(copy, target);
    expect(removed).toEqual(
      [
        ...['attest/review-1.dsse.json', 'evidence/reviews.jsonl', 'report/report.pdf'],
        ...(JSON.parse(told.stdout).removed as string[]),
      ].toSorted(),
    );
    expect(existsSync(join(target, 'attest/run.dsse.json'))).toBe(true);
    expect(files(target).filter((path) => bytes(join(target, path)).includes(SECRET))).toEqual([]);
  });

  test.each([
    [
      'a file that is a link',
      'manifest-differs',
      (copy: string) => {
        rmSync(join(copy, 'report/junit.xml'));
        symlinkSync(join(copy, 'private/reveal.jsonl'), join(copy, 'report/junit.xml'));
      },
    ],
    [
      'evidence that went on after the manifest',
      'manifest-differs',
      (copy: string) => {
        appendFileSync(join(copy, RUN_FILES.journal), '{}\n');
      },
    ],
    [
      'a file that the manifest does not list',
      'manifest-differs',
      (copy: string) => {
        writeFileSync(join(copy, 'plan/notes.json'), '{}');
      },
    ],
    [
      'a file of the manifest that is gone',
      'manifest-differs',
      (copy: string) => {
        rmSync(join(copy, 'evidence/env.json'));
      },
    ],
    [
      'a run without a manifest',
      'no-manifest',
      (copy: string) => {
        rmSync(join(copy, 'bundle.json'));
      },
    ],
    [
      'openings in another order',
      'evidence-damaged',
      (copy: string) => {
        const file = join(copy, 'private/reveal.jsonl');
        const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
        writeFileSync(file, `${lines.toReversed().join('\n')}\n`);
      },
    ],
    [
      'salts that are not those of the run',
      'evidence-damaged',
      (copy: string) => {
        const file = join(copy, 'private/reveal.jsonl');
        const text = readFileSync(file, 'utf8');
        writeFileSync(file, text.replaceAll(/"salt":"./g, '"salt":"g'));
      },
    ],
    [
      'fewer openings than hidden items',
      'evidence-damaged',
      (copy: string) => {
        const file = join(copy, 'private/reveal.jsonl');
        const text = readFileSync(file, 'utf8');
        writeFileSync(file, text.slice(0, text.indexOf('\n') + 1));
      },
    ],
  ])('%s is refused, and nothing is made', (what, code, change) => {
    const copy = copyOfRun(`refused ${what}`);
    change(copy);
    const target = run.workspace.path(`target ${what}`);
    expect(thrown(() => publicEdition(copy, target))).toEqual([code]);
    expect(existsSync(target) || existsSync(`${target}.making`)).toBe(false);
  });

  test('a folder that is not empty is left alone', () => {
    const taken = run.workspace.path('taken');
    run.workspace.write('taken/mine.txt', 'mine');
    expect(thrown(() => publicEdition(run.folder, taken))).toEqual(['folder-not-empty']);
    expect(files(taken)).toEqual(['mine.txt']);
  });
});
