import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { shippedCatalogueFile } from '../../src/run/bank.ts';
import { choiceSuite, makeWorkspace } from '../run/workspace.ts';
import { command } from './command.ts';

const SUITE = choiceSuite({ cases: 4 });

/** A suite with `text` put in the place of `of`, and the place that lint should name. */
const PLANTED = [
  ['an unknown key', 'licence: CC0-1.0', 'license: CC0-1.0', 'unknown-key', '5:1'],
  ['a wrong type', 'version: 1.0.0', 'version: [1]', 'wrong-type', '2:10'],
  ['an unknown indicator', 'indicator: custom', 'indicator: C99.1', 'unknown-indicator', '3:12'],
  [
    'an unknown scorer',
    'target: D',
    'target: D, scorer: {use: chioce}',
    'unknown-scorer',
    '15:114',
  ],
  ['a target outside the choices', 'target: D', 'target: E', expect.any(String), '15:103'],
  ['an id that occurs twice', 'id: own.numbers-1,', 'id: own.numbers-0,', 'duplicate-id', '15:10'],
  ['broken YAML', 'cases:\n', 'cases: [\n', 'yaml-syntax', expect.any(String)],
  [
    'a key that occurs twice',
    'source: own',
    'source: own\nsource: own',
    'yaml-duplicate-key',
    '7:1',
  ],
  ['a custom tag', 'source: own', 'source: !!js/function own', 'yaml-tag', '6:9'],
] as const;

describe('a planted fault in a suite', () => {
  test.each(PLANTED)('%s is named with file, line and column', async (_, of, text, code, place) => {
    using workspace = makeWorkspace();
    expect(SUITE).toContain(of);
    const file = workspace.write('own.yaml', SUITE.replace(of, text));
    const { code: exit, stdout } = await command(['lint', file, '--json']);
    expect(exit).toBe(1);
    const { files, problems } = JSON.parse(stdout);
    expect(files).toEqual([file]);
    const found = problems.map((p: { line: number; column: number; code: string }) => ({
      code: p.code,
      place: `${p.line}:${p.column}`,
    }));
    expect(found).toContainEqual({ code, place });
    for (const problem of problems) {
      expect(Object.keys(problem).toSorted()).toEqual([
        'code',
        'column',
        'file',
        'line',
        'message',
        'severity',
      ]);
      expect(problem.file).toBe(file);
    }

    const people = await command(['lint', file]);
    expect(people.code).toBe(1);
    for (const { line, column, message } of problems) {
      expect(people.stdout).toContain(`${file}:${line}:${column} ${message}\n`);
    }
    const chinese = await command(['lint', file, '--lang', 'zh-CN']);
    expect(chinese.stdout).toContain(`${file}:`);
    expect(chinese.stdout).toMatch(/检查了 1 个文件：\d+ 个错误，\d+ 个警告。\n$/);
  });

  test('ends a run before anything is made', async () => {
    using workspace = makeWorkspace();
    const suite = workspace.write('own.yaml', SUITE.replace('target: D', 'target: E'));
    const config = workspace.write(
      'aigc.yaml',
      'models: {m: {adapter: openai, baseUrl: "http://127.0.0.1:9"}}',
    );
    const out = workspace.path('run');
    const told = await command(['run', suite, '--config', config, '--out', out]);
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toMatch(/^Error: .*own\.yaml:15:103 /);
    expect(workspace.files('.').toSorted()).toEqual(['aigc.yaml', 'own.yaml']);
  });
});

describe('lint of what is right', () => {
  test('a suite, a folder of suites and several together', async () => {
    using workspace = makeWorkspace();
    workspace.write('suites/a.yaml', SUITE);
    workspace.write('suites/deep/b.yaml', choiceSuite({ suite: 'own.more', cases: 3, first: 50 }));
    const told = await command(['lint', workspace.path('suites'), '--json']);
    expect(told.code).toBe(0);
    expect(JSON.parse(told.stdout).files).toHaveLength(2);
  });

  test('the same question in two suites is a fault of the bank', async () => {
    using workspace = makeWorkspace();
    workspace.write('a.yaml', SUITE);
    workspace.write('b.yaml', choiceSuite({ suite: 'own.more', cases: 4 }));
    const told = await command(['lint', workspace.folder, '--json']);
    expect(told.code).toBe(1);
    const codes = JSON.parse(told.stdout).problems.map((p: { code: string }) => p.code);
    expect(codes).toEqual(Array.from({ length: 4 }, () => 'duplicate-prompt'));
  });

  test('a warning is shown, and is no error', async () => {
    using workspace = makeWorkspace();
    const file = workspace.write(
      'own.yaml',
      choiceSuite({ cases: 24 }).replaceAll(/target: ./g, 'target: A'),
    );
    const told = await command(['lint', file]);
    expect(told.stdout).toContain(
      '[warning] 24 of 24 single-choice cases have the right answer at A.',
    );
    expect(told.code).toBe(0);
    const quiet = await command(['lint', file, '--quiet']);
    expect(quiet.stdout).toBe('1 file checked: 0 errors, 1 warning.\n');
  });
});

describe('lint of a configuration', () => {
  test.each([
    [
      'an unknown key',
      'models:\n  m: {adapter: openai, baseURL: "http://h"}\n',
      'unknown-key',
      2,
      24,
    ],
    ['a key in the file', 'models:\n  m: {adapter: openai, apiKey: sk-1}\n', 'key-in-file', 2, 32],
    [
      'a key in a header',
      'models:\n  m: {adapter: openai, headers: {x-api-key: k}}\n',
      'key-in-file',
      2,
      45,
    ],
    ['a bad address', 'models:\n  m: {adapter: openai, baseUrl: h}\n', 'bad-url', 2, 33],
  ] as const)('%s', async (_, text, code, line, column) => {
    using workspace = makeWorkspace();
    const file = workspace.write('aigc.yaml', text);
    const { code: exit, stdout } = await command(['lint', file, '--json']);
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      files: [file],
      problems: [
        {
          file,
          line,
          column,
          code,
          severity: 'error',
        },
      ],
    });
  });

  test('needs no secrets to be set', async () => {
    using workspace = makeWorkspace();
    const file = workspace.write(
      'my.yaml',
      'models:\n  m: {adapter: openai, apiKey: "${NOT_SET}"}\n',
    );
    expect((await command(['lint', file])).code).toBe(0);
  });
});

describe('lint of a catalogue', () => {
  const text = readFileSync(shippedCatalogueFile(), 'utf8');

  test('names the place of a fault', async () => {
    using workspace = makeWorkspace();
    const at = text.indexOf('level: MUST');
    const broken = `${text.slice(0, at)}level: MUSTN${text.slice(at + 'level: MUST'.length)}`;
    const good = workspace.write('good.yaml', text);
    const bad = workspace.write('bad.yaml', broken);
    const line = text.slice(0, at).split('\n').length;
    const { code, stdout } = await command(['lint', good, bad]);
    expect(code).toBe(1);
    expect(stdout).toMatch(new RegExp(`bad\\.yaml:${line}:\\d+ "MUSTN" is not one of: MUST`));
    expect(stdout).toMatch(/^2 files checked: 1 error, 0 warnings\.$/m);
    expect((await command(['lint', good])).code).toBe(0);
  });
});

test('a path that is not there is wrong usage', async () => {
  const en = await command(['lint', 'nowhere.yaml']);
  expect(en).toMatchObject({ code: 2, stdout: '' });
  expect(en.stderr).toContain('Error: "nowhere.yaml" is no file, no folder and no shipped suite.');
  const zh = await command(['lint', 'nowhere.yaml', '--lang', 'zh-CN']);
  expect(zh.stderr).toContain('错误：“nowhere.yaml” 既不是文件、文件夹，也不是自带套件的名称。');
});
