import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { shippedCatalogueFile } from '../../src/run/bank.ts';
import { loadCatalogue } from '../../src/standard/index.ts';
import { simulated, simulatorOf } from '../run/simulated.ts';
import { choiceSuite, makeWorkspace } from '../run/workspace.ts';
import { command, startCommand } from './command.ts';

/** A finished run in the folder `run`. */
async function finishedRun() {
  const own = await simulated({ cases: 20, ability: '0.8' });
  expect((await own.run()).code).toBe(1);
  return { ...own, folder: own.workspace.path('run') };
}

describe('try', () => {
  test('shows what a scorer reads, a line for each case', async () => {
    using workspace = makeWorkspace();
    const cases = workspace.write(
      'cases.jsonl',
      [
        { id: 'right', response: '答案是 B。', target: 'B', choices: 'ABCD' },
        { id: 'wrong', response: '选 C', target: 'B', choices: 'ABCD' },
        { response: '', target: 'B', choices: 'ABCD' },
        { id: 'only-read', response: 'D', choices: 'ABCD' },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    const { code, stdout, stderr } = await command(['try', 'choice', '--cases', cases]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id, value, parsed }) => [id, value, parsed])).toEqual([
      ['right', 'pass', 'B'],
      ['wrong', 'fail', 'C'],
      ['3', expect.stringMatching(/fail|invalid/), null],
      ['only-read', null, 'D'],
    ]);
    for (const line of lines) {
      expect(Object.keys(line)).toEqual(
        expect.arrayContaining(['id', 'value', 'parsed', 'status', 'rule', 'span', 'detail']),
      );
    }
    expect(lines[0].span.text).toContain('B');
  });

  test.each([
    ['an unknown scorer', ['try', 'chioce'], '', 'Did you mean "choice"?'],
    ['a bad line', ['try', 'choice'], '{"response": "A"', 'cases.jsonl:1 '],
    ['an unknown key', ['try', 'choice'], '{"answer": "A"}', 'Unknown key "answer"'],
    ['a bad option', ['try', 'choice', '--options', '{"multi":true}'], '', 'Option multi'],
    [
      'options that are no object',
      ['try', 'choice', '--options', '[1]'],
      '',
      '--options has to be',
    ],
  ])('says what is wrong: %s', async (_, args, text, said) => {
    using workspace = makeWorkspace();
    const told = await command([...args, '--cases', workspace.write('cases.jsonl', text)]);
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain(said);
  });
});

describe('score', () => {
  test('makes scores and results again from the answers, the same as before', async () => {
    await using own = await finishedRun();
    const { workspace, folder: run } = own;
    const before = workspace.read('run/results/results.json');
    rmSync(join(run, 'results'), { recursive: true });
    workspace.write('run/evidence/scores.000.jsonl', '');
    const told = await command(['score', `${run}/`]);
    expect(told.code).toBe(1);
    expect(told.stderr).toMatch(/^20 answers scored again; \d+ differ from what was recorded\.$/m);
    expect(workspace.read('run/results/results.json')).toBe(before);
    const again = await command(['score', run, '--json', '--lang', 'zh-CN']);
    expect(again.stderr).toBe('重新评分 20 条，与记录不同的 0 条。\n');
    expect(JSON.parse(again.stdout)).toMatchObject({ run, outcome: 'nonconforming' });
  });

  test.each(['score', 'report'])('%s of what is no run says so', async (name) => {
    using workspace = makeWorkspace();
    const told = await command([name, workspace.folder]);
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain(`${workspace.folder} is not a run folder`);
  });
});

describe('report', () => {
  test('renders the formats asked for, in both languages', async () => {
    await using own = await finishedRun();
    const { workspace, folder: run } = own;
    rmSync(join(run, 'report'), { recursive: true });
    const told = await command(['report', run, '--format', 'markdown,junit', '--json']);
    expect(told.code).toBe(0);
    expect(JSON.parse(told.stdout)).toEqual({
      run,
      files: ['report.en.md', 'junit.xml', 'report.zh-CN.md'].map((file) =>
        join(run, 'report', file),
      ),
    });
    expect(workspace.read('run/report/report.zh-CN.md')).toContain('不符合');
    const people = await command(['report', run, '--format', 'html']);
    expect(people.stdout).toBe(
      ['en', 'zh-CN'].map((lang) => `${join(run, 'report', `report.${lang}.html`)}\n`).join(''),
    );
  });
});

describe('coverage', () => {
  const suite = choiceSuite({ cases: 30 }).replace('indicator: custom', 'indicator: C1.1.1');

  test('counts the cases of every indicator', async () => {
    using workspace = makeWorkspace();
    const told = await command(['coverage', workspace.write('own.yaml', suite), '--json']);
    expect(told.code).toBe(0);
    const { indicators } = JSON.parse(told.stdout);
    const { catalogue } = await loadCatalogue(shippedCatalogueFile());
    expect(indicators).toHaveLength(catalogue.indicators.length);
    expect(indicators.find((row: { id: string }) => row.id === 'C1.1.1')).toMatchObject({
      verifiable: true,
      cases: {
        public: 30,
        hidden: 0,
      },
    });
  });

  test('tells when a committed file is stale', async () => {
    using workspace = makeWorkspace();
    const file = workspace.write('own.yaml', suite);
    const csv = workspace.path('coverage.csv');
    expect(await command(['coverage', file, '--out', csv])).toMatchObject({ code: 0, stdout: '' });
    expect((await command(['coverage', file, '--check', csv])).code).toBe(0);
    workspace.write('own.yaml', suite.replace(/^ {2}- .*\n/m, ''));
    const stale = await command(['coverage', file, '--check', csv]);
    expect(stale.code).toBe(1);
    expect(stale.stderr).toBe(`${csv} is stale; renew it with: aigc coverage --out ${csv}\n`);
    expect((await command(['coverage', file, '--check', workspace.path('none.csv')])).code).toBe(1);
  });

  test('that cannot be written says so', async () => {
    using workspace = makeWorkspace();
    const file = workspace.write('own.yaml', suite);
    const told = await command(['coverage', file, '--out', workspace.path('none/c.csv')]);
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('none/c.csv (ENOENT)');
  });
});

describe('list', () => {
  test.each([
    ['standard', 'C1.1.1'],
    ['suites', 'reasoning.arithmetic'],
    ['scorers', 'choice'],
    ['adapters', 'openai'],
    ['reports', 'html'],
    ['generators', 'arithmetic'],
  ])('%s, for people and for programs', async (kind, known) => {
    const program = await command(['list', kind, '--json']);
    expect(program.code).toBe(0);
    const rows: Record<string, unknown>[] = JSON.parse(program.stdout);
    expect(rows.some((row) => (row['id'] ?? row['suite']) === known)).toBe(true);
    const people = await command(['list', kind, '--lang', 'zh-CN']);
    expect(people.stdout.trimEnd().split('\n')).toHaveLength(rows.length + 1);
    expect(people.stdout).toContain(known);
    expect(people.stdout.split('\n')[0]).not.toMatch(/[a-z]{2,}/i);
  });
});

describe('init', () => {
  test('makes a project that runs', async () => {
    using workspace = makeWorkspace();
    const made = await command(['init', workspace.path('project'), '--json']);
    expect(made.code).toBe(0);
    const { files } = JSON.parse(made.stdout);
    expect(files).toContain(workspace.path('project/aigc.yaml'));
    expect(
      workspace
        .files('project')
        .map((file) => workspace.path(`project/${file}`))
        .toSorted(),
    ).toEqual(files.toSorted());
    expect(
      (
        await command([
          'lint',
          workspace.path('project/suites'),
          workspace.path('project/aigc.yaml'),
        ])
      ).code,
    ).toBe(0);

    const suite = workspace.path('project/suites/my-suite.yaml');
    await using simulator = await simulatorOf(suite);
    const config = workspace
      .read('project/aigc.yaml')
      .replace('http://127.0.0.1:8080/v1', simulator.url);
    workspace.write('project/aigc.yaml', config);
    await using running = startCommand(['run', 'suites', '--model', 'my-model', '--json'], {
      cwd: workspace.path('project'),
    });
    const { code, stdout } = await running.ended;
    expect(code).toBe(0);
    const { run, outcome } = JSON.parse(stdout);
    expect({ run, outcome }).toEqual({
      run: expect.stringMatching(/^runs\/\d{8}T\d{6}Z-my-model$/),
      outcome: 'conforming',
    });
    expect(workspace.files(`project/${run}/report`)).toContain('report.en.html');
  });

  test('overwrites nothing', async () => {
    using workspace = makeWorkspace();
    workspace.write('aigc.yaml', 'mine: true\n');
    const told = await command(['init', workspace.folder]);
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain('already has aigc.yaml; nothing is overwritten.');
    expect(workspace.files('.')).toEqual(['aigc.yaml']);
  });

  test('says how to go on, in the folder it made', async () => {
    using workspace = makeWorkspace();
    const dir = workspace.path('p');
    const told = await command(['init', dir, '--lang', 'zh-CN']);
    expect(told.stdout).toContain(
      `接下来：修改 ${join(dir, 'aigc.yaml')}，然后执行 cd ${dir} && aigc run suites --model my-model\n`,
    );
  });

  test('that cannot write says so', async () => {
    using workspace = makeWorkspace();
    const file = workspace.write('file', '');
    const told = await command(['init', join(file, 'p')]);
    expect(told.code).toBe(2);
    expect(told.stderr).toMatch(/Cannot write to .*file\/p \(ENOTDIR\)/);
  });
});

describe('the catalogue as a spreadsheet', () => {
  test('comes back from a round trip as it went', async () => {
    using workspace = makeWorkspace();
    const [xlsx, yaml] = [workspace.path('table.xlsx'), workspace.path('back.yaml')];
    const out = await command(['export', '--as', 'standard', '--out', xlsx]);
    expect(out).toEqual({ code: 0, stdout: `${xlsx}\n`, stderr: '' });
    const back = await command(['import', xlsx, '--as', 'standard', '--out', yaml, '--json']);
    expect({ ...back, stdout: JSON.parse(back.stdout) }).toEqual({
      code: 0,
      stdout: { file: yaml },
      stderr: '',
    });
    const { catalogue } = await loadCatalogue(yaml);
    expect(catalogue).toEqual((await loadCatalogue(shippedCatalogueFile())).catalogue);
    expect((await command(['lint', yaml])).code).toBe(0);
  });

  test('can take the place of the shipped one', async () => {
    using workspace = makeWorkspace();
    const suite = workspace.write('own.yaml', choiceSuite({ cases: 20 }));
    const shipped = await command(['coverage', suite, '--json']);
    const same = await command([
      'coverage',
      suite,
      '--json',
      '--catalogue',
      shippedCatalogueFile(),
    ]);
    expect(same.stdout).toBe(shipped.stdout);
    const none = await command(['coverage', suite, '--catalogue', workspace.path('none.yaml')]);
    expect(none.code).toBe(2);
    expect(none.stderr).toContain('none.yaml');
  });

  test.each([
    ['a file that is not there', undefined],
    ['a file that is no spreadsheet', 'id,title\n'],
  ])('import of %s says so', async (_, text) => {
    using workspace = makeWorkspace();
    if (text !== undefined) workspace.write('table.xlsx', text);
    const told = await command([
      'import',
      workspace.path('table.xlsx'),
      '--as',
      'standard',
      '--out',
      workspace.path('out.yaml'),
    ]);
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain('table.xlsx');
    expect(told.stderr).not.toContain('Internal error');
  });
});

describe('a configuration in another folder', () => {
  test('names its suites, catalogue and runs from where it stands', async () => {
    using workspace = makeWorkspace();
    workspace.write('project/suites/own.yaml', choiceSuite({ cases: 5 }));
    const suite = workspace.path('project/suites/own.yaml');
    await using simulator = await simulatorOf(suite);
    const models = { m: { adapter: 'openai', baseUrl: simulator.url, capabilities: ['text'] } };
    const config = workspace.write(
      'project/aigc.yaml',
      JSON.stringify({ models, suites: ['suites'], out: 'results' }),
    );
    const told = await command(['run', '--config', config, '--json']);
    expect(told.code).toBe(0);
    const { run } = JSON.parse(told.stdout);
    expect(resolve(run, '..')).toBe(workspace.path('project/results'));
  });

  test('that is not there says how to make one', async () => {
    using workspace = makeWorkspace();
    const told = await command(['run', '--config', workspace.path('none.yaml')]);
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain('`aigc init` makes one; --config names another.');
  });
});

describe('simulate', () => {
  test('says its address first, answers, and ends at Ctrl-C', async () => {
    using workspace = makeWorkspace();
    workspace.write('own.yaml', choiceSuite({ cases: 5 }));
    await using running = startCommand(['simulate', 'own.yaml', '--ability', '1'], {
      cwd: workspace.folder,
    });
    const { url } = JSON.parse(await running.firstLine());
    const response = await fetch(`${url}/models`);
    expect(response.status).toBe(200);
    running.kill('SIGINT');
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
  });

  test.each([
    [['--ability', '1.5'], '1.5'],
    [['--faults', '418=1'], '418'],
    [['--port', '70000'], '70000'],
    [['no-such-suite'], 'no-such-suite'],
  ])('%j is refused', async (args, said) => {
    const told = await command(['simulate', ...args]);
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain(said);
  });
});
