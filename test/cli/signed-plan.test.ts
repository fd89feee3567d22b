import { describe, expect, test } from 'vitest';
import type { Simulated } from '../run/simulated.ts';
import { simulated } from '../run/simulated.ts';
import { writeConfig } from '../run/workspace.ts';
import { command } from './command.ts';

const REQUIREMENT = { threshold: '0.9', rule: 'three-way', minN: 20 };

/** A workspace with a key pair for each role and a trust policy of all of them. */
async function setting(ability = '1') {
  const own = await simulated({ cases: 60, requirement: REQUIREMENT, ability });
  const { workspace, suite, config } = own;
  const keys: unknown[] = [];
  for (const role of ['plan', 'runner', 'reviewer', 'certifier']) {
    expect((await command(['keygen', '--out', workspace.path(role), '--role', role])).code).toBe(0);
    keys.push(workspace.json(`${role}.pub.json`));
  }
  const trust = workspace.write('trust.json', JSON.stringify({ format: 'aigc-trust/1', keys }));
  const key = (role: string): string => workspace.path(`${role}.key.pem`);
  return {
    ...own,
    ...{ trust, key },
    plan: (...more: string[]) =>
      command([
        ...['plan', suite, '--config', config, '--out', workspace.path('plan.jsonl')],
        ...['--sign', key('plan'), ...more],
      ]),
    runPlan: () =>
      command([
        ...['run', '--config', config, '--plan', workspace.path('plan.jsonl')],
        ...['--out', workspace.path('run')],
      ]),
    sign: (role: string, ...more: string[]) =>
      command(['sign', workspace.path('run'), '--role', role, '--key', key(role), ...more]),
    verify: async (...more: string[]) => {
      const told = await command(['verify', workspace.path('run'), '--json', ...more]);
      return { code: told.code, ...JSON.parse(told.stdout) };
    },
  };
}

function codesOf(verification: { steps: { findings: { code: string }[] }[] }): string[] {
  return verification.steps.flatMap(({ findings }) => findings.map(({ code }) => code));
}

describe('a signed plan', () => {
  test('goes with the run, which verifies with nothing to say but that it was simulated', async () => {
    await using own = await setting();
    expect((await own.plan('--runner', own.workspace.path('runner.pub.json'))).code).toBe(0);
    expect((await own.runPlan()).code).toBe(0);
    expect((await own.sign('runner')).code).toBe(0);
    const verification = await own.verify('--trust', own.trust);
    expect(codesOf(verification)).toEqual(['CONDUCT_SIMULATED']);
    expect(verification).toMatchObject({
      ...{ code: 0, outcome: 'verified-with-warnings', concluded: 'conforming' },
      ...{ assuranceLevel: 'self_attested', edition: 'auditor' },
      indicators: [{ status: 're-derived' }],
    });
  });

  test('asks the model who it is at the start, half way and at the end', async () => {
    await using own = await setting();
    await own.plan();
    expect((await own.runPlan()).code).toBe(0);
    const asked = own.workspace
      .lines('run/evidence/samples.000.jsonl')
      .map(({ sample }) => sample as string);
    const canaries = asked.flatMap((id, i) => (id.startsWith('~') ? [[id, i] as const] : []));
    expect(canaries.map(([id]) => id)).toEqual(['~canary-start', '~canary-middle', '~canary-end']);
    // Calls are made a few at a time, so a canary may be passed by some.
    expect(canaries[1]?.[1]).toBeGreaterThan(15);
    expect(canaries[1]?.[1]).toBeLessThan(47);
    const { counts } = own.workspace.json('run/results/results.json');
    expect(counts).toMatchObject({ cases: 60, samples: 60, attempts: 63 });
  });

  test('cannot be run when its file was given the signature of another', async () => {
    await using own = await setting();
    await own.plan();
    const [first = '', ...rest] = own.workspace.read('plan.jsonl').split('\n');
    await own.plan('--seed', 'another');
    const other = JSON.parse(own.workspace.read('plan.jsonl').split('\n')[0] ?? '');
    const head = { ...JSON.parse(first), signature: other.signature };
    own.workspace.write('plan.jsonl', [JSON.stringify(head), ...rest].join('\n'));
    const told = await own.runPlan();
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('carries the signature of another plan');
  });

  test('needs a file, and options of a signature need one', async () => {
    await using own = await setting();
    const { suite, config } = own;
    const bare = ['plan', suite, '--config', config];
    const unfiled = await command([...bare, '--sign', own.key('plan')]);
    expect(unfiled).toMatchObject({ code: 2, stderr: expect.stringContaining('needs --out') });
    const unsigned = await command([...bare, '--issuer', 'somebody']);
    expect(unsigned).toMatchObject({ code: 2, stderr: expect.stringContaining('--issuer') });
  });
});

describe('a spot check', () => {
  async function checked(own: Awaited<ReturnType<typeof setting>>, ...more: string[]) {
    const told = await command([
      ...['spot-check', own.workspace.path('run'), '--config', own.config, '--json'],
      ...['--out', own.workspace.path('again'), ...more],
    ]);
    return { ...told, document: told.stdout === '' ? null : JSON.parse(told.stdout) };
  }

  /** The same address, behind which another model answers from now on. */
  function switchModel({ workspace, simulator }: Simulated, url: string): void {
    expect(url).not.toBe(simulator.url);
    writeConfig(workspace, { baseUrl: url });
  }

  test('that finds the same answers bears the claim out, and lifts the assurance', async () => {
    await using own = await setting('0.9');
    await own.plan();
    await own.runPlan();
    await own.sign('runner');
    const { code, document } = await checked(own, '--n', '30', '--key', own.key('reviewer'));
    expect(code).toBe(0);
    expect(document).toMatchObject({ outcome: 'accepted', asked: 30, lost: 0, won: 0 });
    expect(document.claim.n).toBe(60);
    const verification = await own.verify('--trust', own.trust);
    expect(verification).toMatchObject({ code: 0, assuranceLevel: 'reproduced' });
  });

  test('refutes a run behind which a worse model stands', async () => {
    await using own = await setting('1');
    await using worse = await simulated({ cases: 60, requirement: REQUIREMENT, ability: '0.4' });
    await own.plan();
    await own.runPlan();
    await own.sign('runner');
    switchModel(own, worse.simulator.url);
    const { code, document } = await checked(own, '--n', '40', '--key', own.key('reviewer'));
    expect(code).toBe(1);
    expect(document).toMatchObject({ outcome: 'rejected', asked: 40 });
    expect(document.lost).toBeGreaterThan(15);
    expect(Number(document.p)).toBeLessThan(0.01);
    const verification = await own.verify('--trust', own.trust);
    expect(verification.assuranceLevel).toBe('self_attested');
  });

  test('draws by the seed and the signed root: the same again, and another for another seed', async () => {
    await using own = await setting();
    await own.plan();
    await own.runPlan();
    await own.sign('runner');
    const drawn = async (out: string, seed: string): Promise<string[]> => {
      const told = await checked(
        own,
        '--n',
        '10',
        '--seed',
        seed,
        '--out',
        own.workspace.path(out),
      );
      expect(told.code).toBe(0);
      return own.workspace.lines(`${out}/plan/items.public.jsonl`).map(({ id }) => id as string);
    };
    const first = await drawn('a', 's1');
    expect(first).toHaveLength(10);
    expect((await drawn('b', 's1')).toSorted()).toEqual(first.toSorted());
    expect((await drawn('c', 's2')).toSorted()).not.toEqual(first.toSorted());
  });

  test('of a run that is not signed is refused: its results are not fixed yet', async () => {
    await using own = await setting();
    await own.plan();
    await own.runPlan();
    const { code, stderr } = await checked(own);
    expect(code).toBe(2);
    expect(stderr).toContain('is not signed');
  });

  test('without any answer says nothing, and exits with 3', async () => {
    await using own = await setting();
    await own.plan();
    await own.runPlan();
    await own.sign('runner');
    writeConfig(own.workspace, { baseUrl: 'http://127.0.0.1:9/v1' });
    const { code } = await checked(own, '--n', '5');
    expect(code).toBe(3);
    expect(own.workspace.files('run/attest').toSorted()).toEqual([
      'plan.dsse.json',
      'run.dsse.json',
    ]);
  });
});
