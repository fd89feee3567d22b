import { describe, expect, test } from 'vitest';
import { recount } from '../run/evidence-recount.ts';
import { choiceSuite, makeWorkspace, writeConfig } from '../run/workspace.ts';
import { command, runCommand } from './command.ts';

const CASES = 8;
/** Right options of the suite's cases, in order. */
const RIGHT = ['A', 'D', 'C', 'B', 'A', 'D', 'C', 'B'];

describe('answers recorded elsewhere', () => {
  test('are scored like any others, and say who gave them', async () => {
    using workspace = makeWorkspace();
    const suite = workspace.write('own.yaml', choiceSuite({ cases: CASES }));
    const lines = RIGHT.map((text, i) =>
      JSON.stringify({ sample: `own.numbers-${i}`, response: { text, model: 'air-gapped-1' } }),
    );
    workspace.write('answers.jsonl', `${lines.join('\n')}\n`);
    // The file is looked for beside the configuration, not in the working folder.
    const options = { file: 'answers.jsonl' };
    const config = writeConfig(workspace, { adapter: 'replay', options });
    const args = ['run', suite, '--config', config, '--out', workspace.path('run')];
    expect((await command(args)).code).toBe(0);
    const { model, simulated } = workspace.json('run/results/results.json');
    expect(model).toMatchObject({ adapter: 'replay', baseUrl: null, answered: ['air-gapped-1'] });
    expect(simulated).toBe(false);
  });

  test('that lack a case leave it without an answer, and the run undetermined', async () => {
    using workspace = makeWorkspace();
    const suite = workspace.write('own.yaml', choiceSuite({ cases: CASES }));
    const lines = RIGHT.slice(1).map((response, i) =>
      JSON.stringify({ sample: `own.numbers-${i + 1}`, response }),
    );
    workspace.write('answers.jsonl', lines.join('\n'));
    const options = { file: 'answers.jsonl' };
    const config = writeConfig(workspace, { adapter: 'replay', options });
    const args = ['run', suite, '--config', config, '--out', workspace.path('run')];
    const told = await command(args);
    expect(told.code).toBe(3);
    expect(told.stderr).toContain('1 sample has no answer because its calls failed.');
    expect(recount(workspace, 'run')).toMatchObject({ answered: CASES - 1, pass: CASES - 1 });
  });

  test('whose file is missing end the command before anything is made', async () => {
    using workspace = makeWorkspace();
    const suite = workspace.write('own.yaml', choiceSuite({ cases: CASES }));
    const options = { file: 'nowhere.jsonl' };
    const config = writeConfig(workspace, { adapter: 'replay', options });
    const args = ['run', suite, '--config', config, '--out', workspace.path('run')];
    const told = await command(args);
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain('nowhere.jsonl');
    expect(workspace.files('.').toSorted()).toEqual(['aigc.yaml', 'catalogue.yaml', 'own.yaml']);
  });
});

describe("a user's own adapter", () => {
  const ADAPTER = `
    export default {
      id: 'letters',
      title: { zh: '字母', en: 'Letters' },
      open: async ({ model }) => ({
        capabilities: new Set(['text']),
        generate: async (request, signal, sampleId) => ({
          outcome: 'ok',
          text: 'ADCB'[Number(sampleId.split('-').at(-1)) % 4],
          model,
          timing: { totalMs: 1 },
        }),
      }),
    };`;

  test('is a module beside the configuration', async () => {
    using workspace = makeWorkspace();
    workspace.write('own.yaml', choiceSuite({ cases: CASES }));
    workspace.write('project/my-adapter.mjs', ADAPTER);
    const adapter = './my-adapter.mjs';
    writeConfig(workspace, { adapter, model: 'mine-7b' }, 'project');
    const { code, stdout } = await runCommand(
      ['run', 'own.yaml', '--config', 'project/aigc.yaml', '--out', 'run', '--json'],
      { cwd: workspace.folder },
    );
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ outcome: 'conforming', simulated: false });
    expect(workspace.json('run/results/results.json').model).toMatchObject({
      adapter: './my-adapter.mjs',
      answered: ['mine-7b'],
    });
  });

  test.each([
    ['that is not there', './none.mjs', 'cannot be loaded'],
    ['that is none', './not-one.mjs', 'is not an adapter'],
    ['of a name nobody has', 'opnai', 'an adapter "opnai" that does not exist'],
  ])('%s ends the command before anything is made', async (_, adapter, said) => {
    using workspace = makeWorkspace();
    workspace.write('own.yaml', choiceSuite({ cases: CASES }));
    workspace.write('not-one.mjs', 'export default 42;');
    writeConfig(workspace, { adapter });
    const told = await runCommand(['run', 'own.yaml', '--out', 'run'], { cwd: workspace.folder });
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain(said);
    expect(told.stderr).not.toMatch(/\n\s+at /);
    expect(workspace.files('.').toSorted()).toEqual([
      'aigc.yaml',
      'catalogue.yaml',
      'not-one.mjs',
      'own.yaml',
    ]);
  });
});
