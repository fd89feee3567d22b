import { resolve } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import schema from '../../schemas/results.schema.json' with { type: 'json' };
import { schemaFindings } from '../../src/document/index.ts';
import { shippedCatalogueFile } from '../../src/run/bank.ts';
import { simulated } from '../run/simulated.ts';
import type { TestedWorld, Told } from './command.ts';
import { command } from './command.ts';

const LIMIT_90 = { threshold: '0.9', rule: 'three-way', minN: 50 };

/** Runs 250 easy cases against a simulated model, with the shipped catalogue. */
async function tested(ability: string, requirement?: typeof LIMIT_90) {
  await using own = await simulated({
    cases: 250,
    ability,
    ...(requirement === undefined ? {} : { requirement }),
  });
  const told = await own.run('--json', '--catalogue', shippedCatalogueFile());
  const results = own.workspace.json('run/results/results.json');
  return { told, out: own.workspace.path('run'), results };
}

describe('a run of enough cases', () => {
  test('finds a model of ability 0.99 conforming and exits with 0', async () => {
    const { told, out, results } = await tested('0.99', LIMIT_90);
    expect(told.code).toBe(0);
    expect(schemaFindings(schema, results)).toEqual([]);
    const own = results.indicators.find((r: { n: number }) => r.n > 0);
    expect(own).toMatchObject({ indicator: 'custom:own.numbers', outcome: 'conforming', n: 250 });
    expect(own.k).toBeGreaterThanOrEqual(own.criticalK);
    expect(results).toMatchObject({ outcome: 'conforming', scope: 'selection', simulated: true });
    // One document, and what it says is what the results say.
    expect(told.stdout.trimEnd()).not.toContain('\n');
    const { pass, fail, invalid } = results.counts;
    expect(pass + fail + invalid).toBe(250);
    expect(JSON.parse(told.stdout)).toEqual({
      run: out,
      outcome: 'conforming',
      outcomes: results.outcomes,
      simulated: true,
      counts: {
        samples: 250,
        cases: 250,
        scored: 250,
        attempts: 250,
        errors: 0,
        pass,
        fail,
        invalid,
      },
      results: resolve(out, 'results/results.json'),
    });
  });

  test('finds a model of ability 0.5 nonconforming and exits with 1', async () => {
    const { told, results } = await tested('0.5', LIMIT_90);
    expect(told.code).toBe(1);
    expect(results).toMatchObject({ outcome: 'nonconforming', outcomes: { nonconforming: 1 } });
  });

  test('says neither when the limit lies within the uncertainty, and exits with 3', async () => {
    const { told, results } = await tested('0.9', LIMIT_90);
    expect(told.code).toBe(3);
    const own = results.indicators.find((r: { n: number }) => r.n > 0);
    expect(own).toMatchObject({
      outcome: 'inconclusive',
      reason: { code: 'limit-within-uncertainty' },
    });
  });

  test('of a suite without a requirement wants every case to pass', async () => {
    expect((await tested('1')).told.code).toBe(0);
    expect((await tested('0.99')).told.code).toBe(1);
  });
});

test('too few cases are not conforming, however good the answers', async () => {
  const { told } = await tested('1', { ...LIMIT_90, minN: 251 });
  expect(told.code).toBe(3);
  expect(JSON.parse(told.stdout).outcome).toBe('inconclusive');
});

describe('what people see of a run', () => {
  async function shown(world: TestedWorld, ...more: string[]): Promise<Told> {
    await using own = await simulated({ cases: 20 });
    const out = own.workspace.path('shown');
    return await command(['run', own.suite, '--config', own.config, '--out', out, ...more], world);
  }

  test('on a terminal has a bar and colours, and one line of progress stays', async () => {
    const { stdout, stderr } = await shown({ terminal: 100 });
    expect(stdout).toContain('\x1b[32mconforming\x1b[39m');
    const lines = stderr.split('\r\x1b[2K');
    expect(lines.at(-1)).toMatch(/^\[█{20}\] {2}20\/20 {2}.*took 0 s {2}pass 20 fail 0 invalid 0/);
    for (const line of lines.slice(0, -1)) expect(stringWidth(line)).toBeLessThan(100);
  });

  test.each([
    ['NO_COLOR is set', { NO_COLOR: '1' }, { colour: false, bar: true }],
    ['NO_COLOR is empty', { NO_COLOR: '' }, { colour: true, bar: true }],
    ['a CI job runs it', { CI: 'true' }, { colour: false, bar: false }],
  ] as const)('when %s', async (_, env, { colour, bar }) => {
    const { stdout, stderr } = await shown({ terminal: 100, env });
    expect(stdout.includes('\x1b[')).toBe(colour);
    expect(stderr.includes('█')).toBe(bar);
  });

  test('in a file has neither', async () => {
    const { stdout, stderr } = await shown({});
    for (const mark of ['\x1b', '\r', '█']) expect(stdout + stderr).not.toContain(mark);
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  test.each(['en', 'zh-CN'])('in %s fits a terminal of 60 columns', async (lang) => {
    const { stdout } = await shown({ terminal: 60, env: { NO_COLOR: '1' } }, '--lang', lang);
    const paths = /^(Report: |报告：)/;
    for (const line of stdout.split('\n').filter((text) => !paths.test(text))) {
      expect(stringWidth(line), line).toBeLessThanOrEqual(60);
    }
    expect(stdout).toContain('20/20');
  });
});
