import type { SigningKey } from '../../src/attest/index.ts';
import { readSigningKey } from '../../src/attest/index.ts';
import type { AttemptRecord } from '../../src/evidence/index.ts';
import { SCORERS } from '../../src/scorers/index.ts';
import type { Simulator } from '../../src/simulator/index.ts';
import { parseAbility, parseFaults, startSimulator } from '../../src/simulator/index.ts';
import { loadSuite } from '../../src/suite/index.ts';
import type { Told } from '../cli/command.ts';
import { command } from '../cli/command.ts';
import type { Workspace } from '../run/workspace.ts';
import { makeWorkspace, writeConfig } from '../run/workspace.ts';
import { WAIVED, writeSuites } from './suites.ts';

const HOLDERS = {
  owner: 'plan',
  lab: 'runner',
  one: 'certifier',
  two: 'certifier',
  /** Trusted as a runner, but not one that the plan allows. */
  foreign: 'runner',
  auditor: 'reviewer',
  /** In nobody's trust policy. */
  stranger: 'runner',
} as const;

export type Holder = keyof typeof HOLDERS;

/** A run that has everything a bundle can have, made through the commands, and signed by everyone. */
export interface SealedRun extends Disposable {
  readonly workspace: Workspace;
  /** The run folder. */
  readonly folder: string;
  /** The verifier's trust policy. */
  readonly trust: string;
  readonly keys: Readonly<Record<Holder, SigningKey>>;
  /** A time at which everything in it is valid. */
  readonly at: string;
}

export async function sealedRun(): Promise<SealedRun> {
  const workspace = makeWorkspace();
  const suites = writeSuites(workspace);
  for (const [name, role] of Object.entries(HOLDERS)) {
    await must(0, ['keygen', '--out', workspace.path(name), '--role', role]);
  }
  const trust = writeTrust(workspace);
  const folder = workspace.path('run');
  const simulator = await simulatorOf(suites);
  try {
    await planAndRun(workspace, suites, folder, simulator);
  } finally {
    await simulator.close();
  }
  const sign = (role: string, key: Holder, ...more: string[]): Promise<Told> =>
    must(0, ['sign', folder, '--role', role, '--key', workspace.path(`${key}.key.pem`), ...more]);
  await sign('runner', 'lab', '--assurance', 'third_party');
  for (const key of ['one', 'two'] as const) {
    await must(0, [
      ...['record', folder, '--kind', 'waiver', '--indicators', WAIVED],
      ...['--justification', '整改中', '--requested-by', '送测单位', '--expires', '2098-12-31'],
      ...['--key', workspace.path(`${key}.key.pem`)],
    ]);
  }
  for (const key of ['one', 'two'] as const) {
    await sign('certifier', key, '--trust', trust, '--valid-until', '2099-12-31');
  }
  const keys = Object.fromEntries(
    (Object.keys(HOLDERS) as Holder[]).map((name) => [
      name,
      readSigningKey(workspace.path(`${name}.key.pem`), undefined),
    ]),
  ) as Record<Holder, SigningKey>;
  requireEverything(workspace);
  return {
    ...{ workspace, folder, trust, keys, at: new Date().toISOString() },
    [Symbol.dispose]: () => workspace[Symbol.dispose](),
  };
}

function writeTrust(workspace: Workspace): string {
  const trusted = (['owner', 'lab', 'one', 'two', 'foreign', 'auditor'] as const).map((name) => ({
    ...workspace.json(`${name}.pub.json`),
    ...(HOLDERS[name] === 'runner' ? { assurance: 'third_party' } : {}),
  }));
  const policy = { format: 'aigc-trust/1', keys: trusted, thresholds: { certifier: 2 } };
  return workspace.write('trust.json', JSON.stringify(policy));
}

async function simulatorOf(suites: readonly string[]): Promise<Simulator> {
  const context = { scorers: SCORERS, generators: new Map(), indicators: new Set<string>() };
  const loaded = await Promise.all(suites.map((suite) => loadSuite(suite, context)));
  return startSimulator({
    cases: loaded.flatMap(({ suite }) => suite?.cases ?? []),
    ability: parseAbility('right=0.5,filter=0.15'),
    seed: '3',
    faults: parseFaults('429=0.1,500=0.1'),
  });
}

/** One call at a time, so that the same calls fail in every run. */
async function planAndRun(
  workspace: Workspace,
  suites: readonly string[],
  folder: string,
  simulator: Simulator,
): Promise<void> {
  const config = writeConfig(workspace, {
    ...{ baseUrl: simulator.url, capabilities: ['text', 'image-input'] },
    limits: { concurrency: 1 },
  });
  const plan = workspace.path('plan.jsonl');
  await must(0, [
    ...['plan', ...suites, '--config', config, '--out', plan],
    ...['--sign', workspace.path('owner.key.pem'), '--runner', workspace.path('lab.pub.json')],
    ...['--issuer', '标准所有方', '--valid-days', '30'],
  ]);
  await must(1, ['run', '--plan', plan, '--config', config, '--out', folder]);
}

async function must(code: number, args: readonly string[]): Promise<Told> {
  const told = await command(args);
  if (told.code === code) return told;
  throw new Error(`aigc ${args.join(' ')} ended with ${told.code}:\n${told.stdout}${told.stderr}`);
}

/** A fixture that lacks what an attack is about would make the attack's test say nothing. */
function requireEverything(workspace: Workspace): void {
  const attempts: AttemptRecord[] = workspace.lines('run/evidence/samples.000.jsonl');
  const outcomes = new Set(attempts.map(({ response }) => response.outcome));
  const values = new Set(
    workspace.lines('run/evidence/scores.000.jsonl').map(({ value }) => value),
  );
  const present = {
    'a rate limit': outcomes.has('rate_limited'),
    'a server error': outcomes.has('server_error'),
    'a filtered answer': outcomes.has('filtered_output'),
    'a right answer': values.has('pass'),
    'a wrong answer': values.has('fail'),
    'a dialogue to its end': attempts.some(({ turn, final }) => turn === 2 && final),
    'a hidden item': attempts.some(({ blind }) => blind !== undefined),
    canaries: attempts.some(({ sample }) => sample.startsWith('~canary')),
    'a picture': workspace.files('run/plan/media').length === 1,
  };
  const missing = Object.entries(present).flatMap(([what, there]) => (there ? [] : [what]));
  if (missing.length > 0) throw new Error(`The sealed run lacks: ${missing.join(', ')}.`);
}
