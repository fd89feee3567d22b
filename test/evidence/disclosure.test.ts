import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { UserError } from '../../src/document/index.ts';
import type { Disclosure } from '../../src/evidence/index.ts';
import {
  canonicalJson,
  checkDisclosure,
  disclose,
  hiddenItem,
  newSalt,
  publicEdition,
  RUN_FILES,
} from '../../src/evidence/index.ts';
import { command } from '../cli/command.ts';
import type { HiddenRun } from './hidden-run.ts';
import { hiddenRun } from './hidden-run.ts';

let run: HiddenRun;
let edition: string;
let manifest: string;

beforeAll(async () => {
  run = await hiddenRun();
  edition = run.workspace.path('public');
  publicEdition(run.folder, edition);
  // Of the public edition: what a disclosure is checked against is in everybody's hands.
  manifest = readFileSync(join(edition, RUN_FILES.bundle), 'utf8');
});

afterAll(() => run?.[Symbol.dispose]());

type Changeable = {
  -readonly [K in keyof Disclosure]: Disclosure[K] extends readonly (infer L)[]
    ? { -readonly [P in keyof L]: L[P] }[]
    : Disclosure[K];
};

/** A disclosure of the dialogue, which has several lines of every kind, to change. */
const changeable = (id = 'h-dialogue'): Changeable =>
  structuredClone(disclose(run.folder, id)) as Changeable;
const codes = (document: unknown, text = manifest): string[] => [
  ...new Set(checkDisclosure(document, text).map(({ code }) => code)),
];
const thrown = (act: () => unknown): string[] => {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(({ code }) => code);
    throw error;
  }
  return [];
};

describe('a disclosure', () => {
  test.each([
    ['a public case', 'p-right', 1, 1, 1],
    ['a hidden case', 'h-right', 1, 1, 1],
    ['a dialogue that was filtered', 'h-dialogue', 1, 3, 2],
    ['a case whose call failed and was made again', 'h-fails', 1, 2, 2],
    ['all repeats of a case', 'h-same', 3, 3, 3],
    ['all variants of a question', 'h-choice', 3, 3, 3],
    ['one variant', 'h-choice~2', 1, 1, 1],
  ])('of %s holds its lines and is true', (_what, id, items, attempts, scores) => {
    const document = disclose(run.folder, id);
    expect(document.items).toHaveLength(items);
    expect(document.attempts).toHaveLength(attempts);
    expect(document.scores).toHaveLength(scores);
    expect(checkDisclosure(document, manifest)).toEqual([]);
    expect(checkDisclosure(JSON.parse(canonicalJson(document)), manifest)).toEqual([]);
  });

  test('of a public case is the same from the public edition', () => {
    expect(disclose(edition, 'p-image')).toEqual(disclose(run.folder, 'p-image'));
  });

  test('of a hidden case shows it whole, and that it is the one that was committed to', () => {
    const [item] = disclose(run.folder, 'h-right').items;
    expect(item?.item).toMatchObject({ id: 'h-right', pool: 'hidden', target: 'qzxsecret 对' });
    expect(JSON.parse(item?.line ?? '')).toMatchObject({ id: 'h-right', at: item?.proof.index });
  });

  test('is not made of what a public edition does not have, of no case, or of a changed run', () => {
    expect(thrown(() => disclose(edition, 'h-right'))).toEqual(['case-hidden']);
    expect(thrown(() => disclose(run.folder, 'h-nothing'))).toEqual(['unknown-case']);
    const changed = run.workspace.path('changed');
    publicEdition(run.folder, changed);
    const file = join(changed, RUN_FILES.scores);
    writeFileSync(file, readFileSync(file, 'utf8').replace('"value":"pass"', '"value":"fail"'));
    expect(thrown(() => disclose(changed, 'p-wrong'))).toEqual(['manifest-differs']);
  });
});

describe('what is changed in a disclosure is found:', () => {
  const edit = (line: string, change: (value: Record<string, unknown>) => void): string => {
    const value = JSON.parse(line);
    change(value);
    return canonicalJson(value);
  };

  test.each<[string, string, (document: Changeable) => void]>([
    [
      'a word of an answer',
      'DISCLOSURE_PROOF',
      ({ attempts: [first] }) => {
        if (first) first.line = first.line.replace('你好', '再见');
      },
    ],
    [
      'a score',
      'DISCLOSURE_PROOF',
      ({ scores: [first] }) => {
        if (first)
          first.line = edit(first.line, (score) => Object.assign(score, { value: 'fail' }));
      },
    ],
    [
      'the place of a line',
      'DISCLOSURE_PROOF',
      ({ items: [first] }) => {
        if (first) first.proof = { ...first.proof, index: first.proof.index + 1 };
      },
    ],
    [
      'a hidden item',
      'DISCLOSURE_COMMITMENT',
      ({ items: [first] }) => {
        if (first?.item) first.item = { ...first.item, target: '别的' };
      },
    ],
    [
      'a salt',
      'DISCLOSURE_COMMITMENT',
      ({ items: [first] }) => {
        if (first) first.salt = newSalt();
      },
    ],
    [
      'a hidden item and its commitment together',
      'DISCLOSURE_PROOF',
      ({ items: [first] }) => {
        if (!first?.item || first.salt === undefined) return;
        first.item = { ...first.item, target: '别的' };
        first.line = canonicalJson(hiddenItem(first.item, first.proof.index, first.salt));
      },
    ],
    [
      'the opening, which is left out',
      'DISCLOSURE_COMMITMENT',
      ({ items: [first] }) => {
        if (!first) return;
        delete first.salt;
        delete first.item;
      },
    ],
    [
      'an opening that is no item at all',
      'DISCLOSURE_COMMITMENT',
      ({ items: [first] }) => {
        if (first) first.item = { turns: 5 } as never;
      },
    ],
    [
      'an attempt, of which the first is left out',
      'DISCLOSURE_GAP',
      ({ attempts }) => {
        attempts.shift();
      },
    ],
    [
      'a line that stands there twice',
      'DISCLOSURE_TWICE',
      ({ scores }) => {
        if (scores[0]) scores.push(scores[0]);
      },
    ],
    [
      'the case it is said to be',
      'DISCLOSURE_CASE',
      (document) => {
        document.case = 'h-wrong';
      },
    ],
    [
      'the roots',
      'DISCLOSURE_ROOTS',
      (document) => {
        document.roots = { ...document.roots, items: 'a'.repeat(64) };
      },
    ],
    [
      'the counts',
      'DISCLOSURE_ROOTS',
      (document) => {
        document.counts = { ...document.counts, items: document.counts.items + 1 };
      },
    ],
    [
      'the manifest it names',
      'DISCLOSURE_BUNDLE',
      (document) => {
        document.bundle = 'a'.repeat(64);
      },
    ],
    [
      'a line of another kind',
      'DISCLOSURE_LINE',
      (document) => {
        document.attempts = [...document.attempts, ...document.scores];
      },
    ],
    [
      'a line with a space in it',
      'DISCLOSURE_LINE',
      ({ attempts: [first] }) => {
        if (first) first.line = first.line.replace(',', ', ');
      },
    ],
    [
      'a line with a key twice',
      'DISCLOSURE_LINE',
      ({ scores: [first] }) => {
        if (first) first.line = first.line.replace('{', '{"value":"pass",');
      },
    ],
    [
      'an unknown key',
      'DISCLOSURE_FORMAT',
      (document) => {
        Object.assign(document, { more: 1 });
      },
    ],
  ])('%s', (_what, code, change) => {
    const document = changeable();
    change(document);
    expect(codes(document)).toContain(code);
  });

  test('a failed first call, of which only the second is shown', () => {
    const document = changeable('h-fails');
    document.attempts.shift();
    document.scores.shift();
    expect(codes(document)).toEqual(['DISCLOSURE_GAP']);
  });

  test('lines of another case, though they are of the run', () => {
    const document = changeable();
    const other = disclose(run.folder, 'h-right');
    expect(codes({ ...document, attempts: [...document.attempts, ...other.attempts] })).toEqual([
      'DISCLOSURE_CASE',
    ]);
    expect(codes({ ...document, items: [...document.items, ...other.items] })).toEqual([
      'DISCLOSURE_CASE',
    ]);
  });

  test('an opening beside a public item', () => {
    const document = changeable('p-right');
    const [own] = document.items;
    const [hidden] = disclose(run.folder, 'h-right').items;
    const { salt, item } = hidden ?? {};
    expect(codes({ ...document, items: [{ ...own, salt, item }] })).toContain(
      'DISCLOSURE_COMMITMENT',
    );
  });

  test('a manifest that was changed, or is none', () => {
    const document = disclose(run.folder, 'p-right');
    expect(codes(document, `${manifest} `)).toEqual(['DISCLOSURE_BUNDLE']);
    expect(codes(document, 'nothing')).toEqual(['DISCLOSURE_BUNDLE']);
  });

  test('whatever else is handed over: it is a finding, never an exception', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (document) => {
        expect(codes(document)).toEqual(['DISCLOSURE_FORMAT']);
      }),
    );
    const valid = JSON.parse(canonicalJson(changeable('h-same')));
    const lines = fc.oneof(fc.json(), fc.string(), fc.constant('{"commitment":1,"id":2}'));
    fc.assert(
      fc.property(
        lines,
        fc.nat(70),
        fc.constantFrom('items', 'attempts', 'scores'),
        (line, index, list) => {
          const path = [valid.roots.items];
          const extra = { line, proof: { index, path } };
          expect(codes({ ...valid, [list]: [...valid[list], extra] })).toContain(
            'DISCLOSURE_PROOF',
          );
        },
      ),
    );
  });
});

describe('aigc disclose', () => {
  test('writes a disclosure and warns that a hidden case is no longer hidden', async () => {
    const out = run.workspace.path('h.json');
    const told = await command(['disclose', run.folder, 'h-same', '--out', out, '--json']);
    expect(told.code).toBe(0);
    expect(JSON.parse(told.stdout)).toEqual({
      ...{ file: out, case: 'h-same', items: 3, attempts: 3, scores: 3 },
    });
    expect(told.stderr).toContain('no longer hidden');
    expect(JSON.parse(run.workspace.read('h.json'))).toEqual(disclose(run.folder, 'h-same'));
    const shown = await command(['disclose', run.folder, 'p-right']);
    expect(JSON.parse(shown.stdout)).toEqual(disclose(run.folder, 'p-right'));
    expect(shown.stderr).toBe('');
  });

  test('checks one: 0 when it is true, 1 with the reasons when it is not', async () => {
    const bundle = join(edition, RUN_FILES.bundle);
    const good = run.workspace.write('good.json', canonicalJson(disclose(run.folder, 'p-wrong')));
    const check = (file: string, ...more: string[]) =>
      command(['disclose', '--check', file, '--bundle', bundle, ...more]);
    const verified = await check(good, '--json');
    expect(verified.code).toBe(0);
    expect(JSON.parse(verified.stdout)).toEqual({
      ...{ outcome: 'verified', case: 'p-wrong', items: 1, attempts: 1, scores: 1, findings: [] },
    });
    const changed = run.workspace
      .read('good.json')
      .replace('"scores":[{"line":"', '"scores":[{"line":" ');
    const failed = await check(run.workspace.write('bad.json', changed));
    expect(failed.code).toBe(1);
    expect(failed.stdout).toMatch(/^DISCLOSURE_PROOF scores\.0 /m);
    expect((await check(run.workspace.write('none.json', 'nothing'))).code).toBe(1);
    expect((await check(run.workspace.path('gone.json'))).code).toBe(2);
  });

  test.each([
    [['disclose']],
    [['disclose', 'RUN']],
    [['disclose', '--check', 'x.json']],
    [['disclose', 'RUN', 'p-right', '--bundle', 'bundle.json']],
    [['disclose', 'RUN', '--check', 'x.json', '--bundle', 'bundle.json']],
  ])('%j is a usage error', async (args) => {
    const told = await command(args.map((word) => (word === 'RUN' ? run.folder : word)));
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('aigc disclose RUN CASE');
  });
});
