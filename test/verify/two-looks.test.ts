import { expect, test } from 'vitest';
import type { Item } from '../../src/evidence/index.ts';
import { digestOf } from '../../src/evidence/index.ts';
import { SCORERS } from '../../src/scorers/index.ts';
import { scoreTurn } from '../../src/suite/index.ts';
import { command } from '../cli/command.ts';
import type { Simulated } from '../run/simulated.ts';
import { simulated } from '../run/simulated.ts';
import { ATTEMPTS, drop, of, PUBLIC_ITEMS, SCORES } from './attacks/places.ts';
import type { Forgery } from './forgery.ts';
import { forgeryOf } from './forgery.ts';
import type { SealedRun } from './sealed-run.ts';

/** A run with two looks: 60 cases, and 240 more where those decide nothing. */
async function twoLooks(ability: string): Promise<Simulated> {
  const requirement = { threshold: '0.9', rule: 'three-way', minN: 20 };
  const own = await simulated({ cases: 300, requirement, ability });
  await own.run('--sample', '60', '--extend-to', '300');
  return own;
}

/** The findings about a copy that was changed; nobody has signed it. */
async function codesOf(
  { workspace }: Simulated,
  change: (forgery: Forgery) => void,
): Promise<string[]> {
  const unsigned = { workspace } as SealedRun;
  const forgery = forgeryOf(unsigned, workspace.path('run'), workspace.path('forged'));
  change(forgery);
  await forgery.reseal();
  const { steps } = JSON.parse((await command(['verify', forgery.folder, '--json'])).stdout);
  return steps.flatMap(({ findings }: { findings: { code: string }[] }) =>
    findings.map(({ code }) => code),
  );
}

const UNSIGNED = ['SIG_NO_TRUST', 'PLAN_UNSIGNED', 'CONDUCT_SIMULATED'];

test('a second look that was not needed must not be taken', async () => {
  await using own = await twoLooks('1');
  expect(await codesOf(own, () => {})).toEqual(UNSIGNED);
  await using again = await twoLooks('1');
  const found = await codesOf(again, (forgery) => {
    const late: Item = forgery.lines(PUBLIC_ITEMS).find(({ look }) => look === 2);
    const [attempt, ...attempts] = forgery.lines(ATTEMPTS);
    const [score, ...scores] = forgery.lines(SCORES);
    const response = { ...attempt.response, text: `答案：${JSON.stringify(late.target)}` };
    const scored = scoreTurn(late, 0, late.request, response, SCORERS);
    const asked = { sample: late.id, requestDigest: digestOf(late.request), response };
    forgery.setLines(ATTEMPTS, [attempt, ...attempts, { ...attempt, ...asked }]);
    forgery.setLines(SCORES, [
      ...[score, ...scores, { ...score, ...scored?.score, sample: late.id }],
    ]);
  });
  expect(found).toEqual(['SIG_NO_TRUST', 'PLAN_UNSIGNED', 'COMPLETE_LOOK', 'CONDUCT_SIMULATED']);
});

test('a second look that was needed must be taken whole', async () => {
  await using own = await twoLooks('0.95');
  const found = await codesOf(own, (forgery) => {
    const late: Item = forgery.lines(PUBLIC_ITEMS).find(({ look }) => look === 2);
    for (const file of [ATTEMPTS, SCORES]) drop(forgery, file, of(late.id));
  });
  expect(found).toContain('COMPLETE_MISSING');
});

test('the critical counts of both looks follow from their cases', async () => {
  await using own = await twoLooks('1');
  const found = await codesOf(own, (forgery) =>
    forgery.change('plan/rules.json', ({ indicators }) => {
      indicators.find(({ first }: { first?: object }) => first !== undefined).first.criticalK = 1;
    }),
  );
  expect(found).toEqual(expect.arrayContaining(['PLAN_COUNTS', 'PLAN_STARTED']));
});
