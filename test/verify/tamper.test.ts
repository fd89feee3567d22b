import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTrust } from '../../src/attest/index.ts';
import { publicEdition } from '../../src/evidence/index.ts';
import { SCORERS } from '../../src/scorers/index.ts';
import type { Verification } from '../../src/verify/index.ts';
import { verifyRun } from '../../src/verify/index.ts';
import type { Attack } from './attack.ts';
import { EDITION_ATTACKS } from './attacks/edition.ts';
import { EVIDENCE_ATTACKS } from './attacks/evidence.ts';
import { FILE_ATTACKS } from './attacks/files.ts';
import { PLAN_ATTACKS } from './attacks/plan.ts';
import { SIGNATURE_ATTACKS } from './attacks/signatures.ts';
import { forgeryOf } from './forgery.ts';
import type { SealedRun } from './sealed-run.ts';
import { sealedRun } from './sealed-run.ts';

let run: SealedRun;
let edition: string;
let number = 0;

beforeAll(async () => {
  run = await sealedRun();
  edition = run.workspace.path('public');
  publicEdition(run.folder, edition);
});

afterAll(() => run[Symbol.dispose]());

/** Carries an attack out on a copy, and verifies what comes of it. */
async function verified(attack: Attack): Promise<Verification> {
  const folder = run.workspace.path(`attack-${++number}`);
  const source = attack.edition === 'public' ? edition : run.folder;
  const forgery = forgeryOf(run, source, folder);
  await attack.apply(forgery);
  if (attack.level !== 'edit') await forgery.reseal();
  if (attack.level === 'resign') forgery.signRun();
  const options = { profile: null, at: attack.at ?? run.at, scorers: SCORERS };
  return verifyRun(folder, { ...options, trust: readTrust(trustFor(attack)) });
}

function trustFor({ runnerKey }: Attack): string {
  if (runnerKey === undefined) return run.trust;
  const policy = run.workspace.json('trust.json');
  const { keyid } = run.keys.lab;
  policy.keys = policy.keys.map((key: { keyid: string }) =>
    key.keyid === keyid ? { ...key, ...runnerKey } : key,
  );
  return run.workspace.write(`trust-${number}.json`, JSON.stringify(policy));
}

describe.each([
  ['answers and scores', EVIDENCE_ATTACKS],
  ['the plan', PLAN_ATTACKS],
  ['signatures', SIGNATURE_ATTACKS],
  ['files', FILE_ATTACKS],
  ['editions', EDITION_ATTACKS],
] as const)('whoever tampers with %s is found out:', (_about, attacks) => {
  test.each(attacks.map((attack) => [attack.level, attack.name, attack] as const))(
    '(%s) %s',
    async (_level, _name, attack) => {
      const { outcome, steps } = await verified(attack);
      const found = new Set(steps.flatMap(({ findings }) => findings.map(({ code }) => code)));
      expect([...found]).toEqual(expect.arrayContaining([...attack.codes]));
      expect(outcome).toBe('failed');
    },
  );
});
