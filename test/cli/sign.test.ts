import { chmodSync, rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Simulated } from '../run/simulated.ts';
import { simulated } from '../run/simulated.ts';
import type { Told } from './command.ts';
import { command } from './command.ts';

const ROLES = { lab: 'runner', person: 'reviewer', one: 'certifier', two: 'certifier' } as const;

/** A run that does not conform, and keys for everyone who may sign it. */
interface Setting extends AsyncDisposable {
  readonly workspace: Simulated['workspace'];
  /** The one indicator that was tested. */
  readonly indicator: string;
  readonly sign: (key: keyof typeof ROLES, ...args: string[]) => Promise<Told>;
  /** Approves a waiver of the indicator. */
  readonly waive: (key: keyof typeof ROLES, ...args: string[]) => Promise<Told>;
  /** `--trust` with a policy that wants two certifiers. */
  readonly trust: readonly string[];
}

async function setting(): Promise<Setting> {
  const requirement = { threshold: '0.9', rule: 'simple', minN: 10, level: 'MUST' };
  const made = await simulated({ cases: 20, ability: '0', requirement });
  const { workspace } = made;
  expect(await made.run()).toMatchObject({ code: 1 });
  for (const [name, role] of Object.entries(ROLES)) {
    const told = await command(['keygen', '--out', workspace.path(name), '--role', role]);
    expect(told.code).toBe(0);
  }
  const keys = Object.keys(ROLES).map((name) => workspace.json(`${name}.pub.json`));
  const policy = { format: 'aigc-trust/1', keys, thresholds: { certifier: 2 } };
  const indicators: { indicator: string; inScope: boolean }[] = workspace.json(
    'run/results/results.json',
  ).indicators;
  const indicator = indicators.find(({ inScope }) => inScope)?.indicator ?? '';
  const run = workspace.path('run');
  const keyed = (key: string): string[] => ['--key', workspace.path(`${key}.key.pem`)];
  return {
    workspace,
    indicator,
    trust: ['--trust', workspace.write('trust.json', JSON.stringify(policy))],
    sign: (key, ...args) => command(['sign', run, ...keyed(key), ...args]),
    waive: (key, ...args) =>
      command([
        ...['record', run, ...keyed(key), '--kind', 'waiver', '--indicators', indicator],
        ...['--justification', '整改中', '--requested-by', '送测单位', '--expires', '2099-12-31'],
        ...args,
      ]),
    [Symbol.asyncDispose]: () => made[Symbol.asyncDispose](),
  };
}

/** The statement in an envelope, and how many signatures it has. */
function signedIn({ workspace }: Setting, file: string) {
  const { payload, signatures } = workspace.json(`run/attest/${file}`);
  const { predicate } = JSON.parse(Buffer.from(payload, 'base64').toString());
  return { predicate, signatures: signatures.length };
}

describe('the runner', () => {
  test('signs a run once', async () => {
    await using own = await setting();
    const told = await own.sign('lab', '--role', 'runner', '--assurance', 'witnessed');
    expect(told).toMatchObject({
      code: 0,
      stdout: `${own.workspace.path('run')}/attest/run.dsse.json\n`,
    });
    expect(told.stderr).toContain('it has 1 signature now');
    const { planDigest } = own.workspace.json('run/results/results.json');
    expect(signedIn(own, 'run.dsse.json').predicate).toMatchObject({
      ...{ plan: planDigest, assuranceLevel: 'witnessed', outcome: 'nonconforming' },
    });
    const again = await own.sign('lab', '--role', 'runner', '--lang', 'zh');
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('已签署过 attest/run.dsse.json');
  });

  test('signs nothing that was changed', async () => {
    await using own = await setting();
    const results = own.workspace.read('run/results/results.json');
    own.workspace.write(
      'run/results/results.json',
      results.replaceAll('nonconforming', 'conforming'),
    );
    const told = await own.sign('lab', '--role', 'runner');
    expect(told).toMatchObject({ code: 2, stdout: '' });
    expect(told.stderr).toContain('results.json This file is not what the manifest');
    expect(own.workspace.files('run/attest')).toEqual([]);
  });

  test('keeps its key to itself', async () => {
    await using own = await setting();
    chmodSync(own.workspace.path('lab.key.pem'), 0o644);
    const told = await own.sign('lab', '--role', 'runner');
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('(mode 0644); it is not used');
  });
});

describe('certifiers', () => {
  test('have nothing to sign before the runner has', async () => {
    await using own = await setting();
    const told = await own.sign('one', '--role', 'certifier', ...own.trust);
    expect(told.code).toBe(2);
    expect(told.stderr).toContain('No runner has signed');
  });

  test('sign one verdict, valid for twelve months', async () => {
    await using own = await setting();
    await own.sign('lab', '--role', 'runner');
    expect(await own.sign('one', '--role', 'certifier', ...own.trust)).toMatchObject({ code: 0 });
    const told = await own.sign('two', '--role', 'certifier', ...own.trust, '--json');
    const document = JSON.parse(told.stdout);
    expect(document).toMatchObject({ signatures: 2, joined: true });
    const { predicate, signatures } = signedIn(own, 'verdict.dsse.json');
    expect({ predicate, signatures }).toEqual({
      ...{ predicate: document.statement.predicate, signatures: 2 },
    });
    expect(predicate).toMatchObject({ outcome: 'nonconforming', scope: 'selection', records: [] });
    const years = [predicate.notBefore, predicate.notAfter].map((at: string) =>
      Number(at.slice(0, 4)),
    );
    expect((years[1] ?? 0) - (years[0] ?? 0)).toBe(1);
    expect(predicate.notAfter.slice(4)).toBe(predicate.signedAt.slice(4));
  });

  test('say how long it is valid', async () => {
    await using own = await setting();
    await own.sign('lab', '--role', 'runner');
    const until = ['--valid-until', '2099-06-30'];
    expect((await own.sign('one', '--role', 'certifier', ...own.trust, ...until)).code).toBe(0);
    expect(signedIn(own, 'verdict.dsse.json').predicate.notAfter).toBe('2099-06-30T23:59:59Z');
    const other = await own.sign('two', '--role', 'certifier', ...own.trust, '--valid-days', '30');
    expect(other.code).toBe(2);
    expect(other.stderr).toContain('says something else (notAfter)');
  });

  test('are told that without a policy nothing was checked', async () => {
    await using own = await setting();
    await own.sign('lab', '--role', 'runner');
    const told = await own.sign('one', '--role', 'certifier');
    expect(told.code).toBe(0);
    expect(told.stderr).toContain('without --trust the signature of the runner is not checked');
  });

  test('count a waiver once enough of them have approved it', async () => {
    await using own = await setting();
    await own.sign('lab', '--role', 'runner');
    expect((await own.waive('one')).code).toBe(0);
    const early = await own.sign('one', '--role', 'certifier', ...own.trust);
    expect(early.stderr).toContain('lacks trusted signatures and does not count');
    expect(signedIn(own, 'verdict.dsse.json').predicate).toMatchObject({
      ...{ outcome: 'nonconforming', records: [] },
    });
    const approved = await own.waive('two', '--json');
    const { file, statement } = JSON.parse(approved.stdout);
    expect(file).toBe(
      `${own.workspace.path('run')}/attest/record-${statement.predicate.id}.dsse.json`,
    );
    // What one has signed is not what the other would sign now.
    const late = await own.sign('two', '--role', 'certifier', ...own.trust);
    expect(late.code).toBe(2);
    expect(late.stderr).toContain('says something else (outcome, records)');
    rmSync(own.workspace.path('run/attest/verdict.dsse.json'));
    expect((await own.sign('two', '--role', 'certifier', ...own.trust)).code).toBe(0);
    // Of one indicator that is waived nothing is left that was shown.
    expect(signedIn(own, 'verdict.dsse.json').predicate).toMatchObject({
      ...{ outcome: 'not-tested', records: [statement.predicate.id] },
    });
    // The results still say what was found.
    expect(own.workspace.json('run/results/results.json').outcome).toBe('nonconforming');
  });
});

describe('a reviewer', () => {
  test('signs the reviews under the name that stands in them', async () => {
    await using own = await setting();
    const args = ['--role', 'reviewer', '--reviewer', '张三', '--conflict', '曾任职', '持股'];
    const none = await own.sign('person', ...args);
    expect(none.stderr).toContain('there are no reviews to sign');
    own.workspace.write('run/evidence/reviews.jsonl', '{"item":"x"}\n');
    expect(await own.sign('person', ...args)).toMatchObject({ code: 0 });
    expect(signedIn(own, 'review-1.dsse.json').predicate).toMatchObject({
      ...{ reviewer: '张三', conflicts: ['曾任职', '持股'] },
    });
  });
});

test.each([
  '--role root',
  '--role plan',
  '--role runner --trust trust.json',
  '--role runner --valid-days 3',
  '--role runner --reviewer x',
  '--role certifier --assurance witnessed',
  '--role certifier --valid-days 0',
  '--role certifier --valid-until soon',
  '--role certifier --valid-until 2099-02-30',
  '--role certifier --valid-until 2099-01-01 --valid-days 3',
  '--role reviewer',
  '--json',
])('sign %s is a usage error', async (line) => {
  const told = await command(['sign', 'run', '--key', 'x.key.pem', ...line.split(' ')]);
  expect(told).toMatchObject({ code: 2, stdout: '' });
  // Not because of the key that is not there.
  expect(told.stderr).not.toContain('x.key.pem');
});
