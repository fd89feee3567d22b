import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import schema from '../../schemas/verification.schema.json' with { type: 'json' };
import { readTrust } from '../../src/attest/index.ts';
import { schemaFindings, UserError } from '../../src/document/index.ts';
import { publicEdition, zipFolder } from '../../src/evidence/index.ts';
import type { ModelResponse } from '../../src/model/index.ts';
import type { Scorer } from '../../src/scorers/index.ts';
import { SCORERS, scoreResponse } from '../../src/scorers/index.ts';
import type { StepId, Verification, VerifyOptions } from '../../src/verify/index.ts';
import { verifyRun } from '../../src/verify/index.ts';
import { command } from '../cli/command.ts';
import {
  ATTEMPTS,
  drop,
  FAILING,
  failingSamples,
  insertAfter,
  JOURNAL,
  of,
  SCORES,
} from './attacks/places.ts';
import { type Forgery, forgeryOf } from './forgery.ts';
import type { SealedRun } from './sealed-run.ts';
import { sealedRun } from './sealed-run.ts';
import { WAIVED } from './suites.ts';

let run: SealedRun;
let edition: string;
let number = 0;

beforeAll(async () => {
  run = await sealedRun();
  edition = run.workspace.path('public');
  publicEdition(run.folder, edition);
});

afterAll(() => run[Symbol.dispose]());

/** `aigc verify --json` of a folder or zip file, checked against the published schema. */
async function verified(path: string, ...more: string[]): Promise<Verification> {
  const told = await command(['verify', path, '--at', run.at, '--json', ...more]);
  const document = JSON.parse(told.stdout);
  expect(schemaFindings(schema, document)).toEqual([]);
  expect(told.code).toBe(document.outcome === 'failed' ? 1 : 0);
  return document;
}

/** A copy that was changed, sealed and signed again. */
async function forged(change: (forgery: Forgery) => void): Promise<string> {
  const forgery = forgeryOf(run, run.folder, run.workspace.path(`forged-${++number}`));
  change(forgery);
  await forgery.reseal();
  forgery.signRun();
  return forgery.folder;
}

const trust = (): string[] => ['--trust', run.trust];

const codes = ({ steps }: Verification): string[] =>
  steps.flatMap(({ findings }) => findings.map(({ code }) => code));

const step = ({ steps }: Verification, id: StepId) => steps.find((own) => own.id === id);

const statuses = ({ indicators }: Verification): Record<string, string> =>
  Object.fromEntries(indicators.map(({ id, status }) => [id, status]));

const ALL_DERIVED = {
  'custom:own.mixed': 're-derived',
  'custom:own.repeated': 're-derived',
  'custom:own.strict': 're-derived',
};

describe('a bundle that nobody tampered with', () => {
  test('is verified, but for the simulator that answered', async () => {
    const found = await verified(run.folder, ...trust());
    expect(found).toMatchObject({
      ...{ outcome: 'verified-with-warnings', edition: 'auditor', concluded: 'nonconforming' },
      assuranceLevel: 'third_party',
    });
    expect(codes(found)).toEqual(['CONDUCT_SIMULATED']);
    expect(found.steps.map(({ outcome }) => outcome)).toEqual([
      ...Array.from({ length: 10 }, () => 'passed'),
      'warning',
    ]);
    expect(statuses(found)).toEqual(ALL_DERIVED);
  });

  test('is verified in public, as far as it is shown', async () => {
    const found = await verified(edition, ...trust());
    expect(found).toMatchObject({ outcome: 'verified-with-warnings', edition: 'public' });
    expect(codes(found)).toEqual(['CONDUCT_SIMULATED']);
    expect(step(found, 'V6')?.outcome).toBe('not-checked');
    expect(statuses(found)).toEqual({
      ...ALL_DERIVED,
      'custom:own.mixed': 'trusted',
      'custom:own.repeated': 'trusted',
    });
    const whole = await verified(run.folder, ...trust());
    const same = ['bundle', 'plan', 'concluded', 'assuranceLevel', 'standing'] as const;
    for (const key of same) expect(found[key]).toEqual(whole[key]);
  });

  test.each(['auditor', 'public'])('is verified in a zip file (%s)', async (which) => {
    const folder = which === 'public' ? edition : run.folder;
    const zip = run.workspace.path(`${which}.zip`);
    await zipFolder(folder, zip);
    expect(await verified(zip, ...trust())).toEqual(await verified(folder, ...trust()));
  });

  test('is verified without a trust policy, but nobody stands by it', async () => {
    const found = await verified(run.folder);
    expect(found).toMatchObject({
      ...{ outcome: 'verified-with-warnings', assuranceLevel: 'self_attested' },
      // Of a waiver nobody knows who granted it.
      standing: { outcome: 'nonconforming', records: [] },
    });
    expect(codes(found)).toEqual(['SIG_NO_TRUST', 'CONDUCT_SIMULATED']);
    expect(step(found, 'V1')?.outcome).toBe('not-checked');
  });

  test('says what stands for a certificate beside what was concluded', async () => {
    const { standing } = await verified(run.folder, ...trust());
    const records = [expect.stringMatching(/^[0-9a-f]{12}$/)];
    expect(standing).toEqual({
      ...{ outcome: 'conforming', deviations: [], records },
      indicators: [{ indicator: WAIVED, outcome: 'nonconforming', stands: 'waived', records }],
    });
  });

  test('is no submission: the simulator answered, and only chosen suites were asked', async () => {
    const found = await verified(run.folder, ...trust(), '--profile', 'submission');
    expect(found.outcome).toBe('failed');
    const own = step(found, 'SUB')?.findings.map(({ code }) => code);
    expect(own).toEqual([
      'SUBMISSION_WHOLE_CATALOGUE',
      'SUBMISSION_REAL_MODEL',
      'SUBMISSION_STATEMENT',
    ]);
    // What a submission lacks takes nothing from what was verified.
    expect(statuses(found)).toEqual(ALL_DERIVED);
  });
});

test('reviews that nobody signed are noted', async () => {
  const forgery = forgeryOf(run, run.folder, run.workspace.path(`forged-${++number}`));
  forgery.write('evidence/reviews.jsonl', '{}\n');
  const found = await verified(forgery.folder, ...trust());
  expect(codes(found)).toEqual(['SIG_REVIEWS', 'CONDUCT_SIMULATED']);
});

test('reports of another version of the program are not compared', async () => {
  const forgery = forgeryOf(run, run.folder, run.workspace.path(`forged-${++number}`));
  const harness = { name: 'aigc-conformance', version: '0.0.1' };
  forgery.changePlan((plan) => {
    plan.harness = harness;
  });
  forgery.change('evidence/env.json', (environment) => {
    environment.harness = harness;
  });
  await forgery.reseal();
  forgery.signPlan();
  forgery.signRun({ harness });
  forgery.write('report/junit.xml', 'of another version');
  const found = await verified(forgery.folder, ...trust());
  expect(codes(found)).toEqual(['PROJECT_VERSION', 'CONDUCT_SIMULATED']);
  expect(step(found, 'V9')?.outcome).toBe('not-checked');
});

describe('a run that was cut off and taken up again', () => {
  const resumed = (change: (forgery: Forgery) => void): Promise<string> =>
    forged((forgery) => {
      insertAfter(
        forgery,
        JOURNAL,
        ({ event }) => event === 'started',
        (line) => [{ ...line, event: 'resumed' }],
      );
      change(forgery);
    });

  test('may have asked again what had failed for good', async () => {
    const folder = await resumed((forgery) => {
      const failed = { outcome: 'timeout', text: '', timing: { totalMs: 1 } };
      insertAfter(forgery, ATTEMPTS, of(FAILING), (line) => [{ ...line, attempt: 1 }]);
      forgery.editLines(
        ATTEMPTS,
        (l) => l.sample === FAILING && l.attempt === 0,
        (line) => {
          line.response = failed;
        },
      );
      const timedOut = scoreOf('number', FAILING, failed);
      insertAfter(forgery, SCORES, of(FAILING), (line) => [{ ...line, attempt: 1 }]);
      forgery.editLines(
        SCORES,
        (l) => l.sample === FAILING && l.attempt === 0,
        (line) => Object.assign(line, timedOut),
      );
    });
    expect(codes(await verified(folder, ...trust()))).toEqual(['CONDUCT_SIMULATED']);
  });

  test('may have lost an answer with its number, but not the score of it', async () => {
    const folder = await resumed((forgery) => {
      forgery.editLines(ATTEMPTS, of(FAILING), (line) => {
        line.attempt = 1;
      });
      insertAfter(forgery, SCORES, of(FAILING), (line) => [{ ...line, attempt: 1 }]);
    });
    const found = await verified(folder, ...trust());
    expect(found.outcome).toBe('verified-with-warnings');
    expect(codes(found)).toEqual(['COMPLETE_ATTEMPTS', 'COMPLETE_SCORE', 'CONDUCT_SIMULATED']);
  });
});

/** What a scorer says of a call that brought no answer, without the names of what was scored. */
function scoreOf(id: string, sample: string, response: object): object {
  const item = run.workspace
    .lines('run/plan/items.public.jsonl')
    .find((line: { id: string }) => line.id === sample);
  const scorer = SCORERS.get(id);
  if (scorer === undefined) throw new Error(`There is no scorer ${id}.`);
  return scoreResponse(scorer, item, response as ModelResponse, {});
}

describe('how far a verdict was made again', () => {
  test('an error about a sample touches its indicator and no other', async () => {
    const folder = await forged((forgery) =>
      forgery.editLines(SCORES, of(FAILING), (score) => {
        score.value = 'pass';
      }),
    );
    const found = await verified(folder, ...trust());
    expect(statuses(found)).toEqual({ ...ALL_DERIVED, [WAIVED]: 'not-verifiable' });
  });

  test('an error about the bundle touches all', async () => {
    const forgery = forgeryOf(run, run.folder, run.workspace.path(`forged-${++number}`));
    forgery.write('evidence/notes.txt', '');
    expect(new Set(Object.values(statuses(await verified(forgery.folder, ...trust()))))).toEqual(
      new Set(['not-verifiable']),
    );
  });

  test('a report that was rewritten takes nothing from the verdicts', async () => {
    const forgery = forgeryOf(run, run.folder, run.workspace.path(`forged-${++number}`));
    forgery.write('report/junit.xml', '<testsuites/>');
    const found = await verified(forgery.folder, ...trust());
    expect(step(found, 'V9')?.outcome).toBe('failed');
    expect(statuses(found)).toEqual(ALL_DERIVED);
  });

  test('scores of a scorer that is not here are trusted', async () => {
    const scorers = new Map([...SCORERS].filter(([id]) => id !== 'choice'));
    const found = await verify({ scorers });
    expect(codes(found)).toEqual(['RESCORE_VERSION', 'CONDUCT_SIMULATED']);
    expect(statuses(found)).toEqual({ ...ALL_DERIVED, 'custom:own.mixed': 'trusted' });
  });

  test('nothing is derived from damaged evidence', async () => {
    const forgery = forgeryOf(run, run.folder, run.workspace.path(`forged-${++number}`));
    forgery.write(SCORES, forgery.text(SCORES).slice(0, -40));
    const found = await verified(forgery.folder, ...trust());
    expect(found).toMatchObject({ outcome: 'failed', standing: null });
    for (const id of ['V8', 'V9'] as const) expect(step(found, id)?.outcome).toBe('not-checked');
  });
});

const verify = (options: Partial<VerifyOptions>): Promise<Verification> =>
  verifyRun(run.folder, {
    ...{ trust: readTrust(run.trust), profile: null, at: run.at, scorers: SCORERS },
    ...options,
  });

/** The scorer `number` with a part that fails. */
function broken(change: Partial<Scorer>): ReadonlyMap<string, Scorer> {
  const number = SCORERS.get('number');
  if (number === undefined) throw new Error('There is no scorer number.');
  return new Map([...SCORERS, ['number', { ...number, ...change }]]);
}

describe('an error of the verifier is never a pass', () => {
  test('when a scorer fails', async () => {
    const found = await verify({
      scorers: broken({
        score: () => {
          throw new Error('out of order');
        },
      }),
    });
    expect(found.outcome).toBe('failed');
    expect(new Set(codes(found))).toEqual(new Set(['RESCORE_FAILED', 'CONDUCT_SIMULATED']));
    expect(statuses(found)[WAIVED]).toBe('not-verifiable');
  });

  test('when the evidence cannot be gone through: what was not carried out is not passed', async () => {
    const prepare = () => Promise.reject(new Error(`${run.folder}/x is out of order`));
    const found = await verify({ scorers: broken({ prepare }) });
    expect(found).toMatchObject({ outcome: 'failed', standing: null });
    const [finding] = step(found, 'V5')?.findings ?? [];
    // Where the folder lies is nobody's business.
    expect(finding).toMatchObject({
      code: 'COMPLETE_UNREADABLE',
      message: { en: 'The step could not be carried out: Error: x is out of order' },
    });
    const outcomes = Object.fromEntries(found.steps.map(({ id, outcome }) => [id, outcome]));
    expect(outcomes).toEqual({
      ...{ V0: 'passed', V1: 'passed', V2: 'passed', V3: 'not-checked', V4: 'not-checked' },
      ...{ V5: 'failed', V6: 'not-checked', V7: 'not-checked', V8: 'not-checked' },
      ...{ V9: 'not-checked', V10: 'not-checked' },
    });
  });

  test('when the disk does not give the files: then nothing is said of the bundle', async () => {
    const options = { trust: null, profile: null, at: run.at, scorers: SCORERS };
    const gone = verifyRun(run.workspace.path('nowhere'), options);
    await expect(gone).rejects.toThrow(UserError);
    await expect(gone).rejects.toMatchObject({ exitCode: 3 });
  });

  test('when what is handed over is no zip file', async () => {
    const found = await verified(run.workspace.write('no.zip', 'PK'), ...trust());
    expect(found).toMatchObject({ outcome: 'failed', bundle: null, indicators: [] });
    expect(codes(found)).toEqual([expect.stringMatching(/^STRUCT_ZIP_/)]);
    for (const { id, outcome } of found.steps.slice(1))
      expect([id, outcome]).toEqual([id, 'not-checked']);
  });
});

test('a run that says it was cut off is verified, with what is missing counted as invalid', async () => {
  const folder = await forged((forgery) => {
    const failing = failingSamples(forgery, 10);
    for (const file of [ATTEMPTS, SCORES]) drop(forgery, file, ({ sample }) => failing.has(sample));
    forgery.editLines(
      JOURNAL,
      ({ event }) => event === 'finished',
      (line) => {
        line.event = 'interrupted';
      },
    );
  });
  const found = await verified(folder, ...trust());
  expect(codes(found)).toEqual(['COMPLETE_NOT_RUN', 'CONDUCT_UNFINISHED', 'CONDUCT_SIMULATED']);
  expect(found).toMatchObject({ outcome: 'verified-with-warnings', concluded: 'inconclusive' });
  const submitted = await verified(folder, ...trust(), '--profile', 'submission');
  expect(codes(submitted)).toContain('SUBMISSION_FINISHED');
});
