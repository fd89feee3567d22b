import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { SigningKey } from '../../src/attest/index.ts';
import {
  ATTEST_FILES,
  envelopeText,
  payloadOf,
  planDigests,
  readAttestation,
  readStatement,
  signPlan,
  signReviews,
  signRun,
  subjectDigest,
  trustedSigners,
} from '../../src/attest/index.ts';
import type { UserError } from '../../src/document/index.ts';
import { fileDigests, planDigest, writeBundle, writeDerived } from '../../src/evidence/index.ts';
import type { ConcludedRun } from './run-folder.ts';
import { concludedRun } from './run-folder.ts';
import { entryOf, newKey, trustOf } from './trusted.ts';

const AT = '2026-11-23T09:00:00.000Z';
const LATER = '2026-11-24T09:00:00.000Z';
const RUN_FILE = 'run/attest/run.dsse.json';

/** The code of the problem that an action ends in. */
function faultOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return (error as UserError).problems[0]?.code;
  }
}

function runFault(own: ConcludedRun, key: SigningKey = newKey()): string | undefined {
  return faultOf(() => signRun(own.run, { at: AT }, key));
}

describe('a plan', () => {
  test('is signed with its window and the keys that may run it', () => {
    using own = concludedRun();
    const key = newKey('sm2');
    const runner = newKey();
    const window = { issuedAt: AT, notBefore: AT, notAfter: LATER };
    const said = { ...window, runnerKeys: [runner.keyid], issuer: '协会' };
    const envelope = signPlan(planDigests(own.plan), said, key);
    const { statement, problems } = readStatement(payloadOf(envelope), 'plan', 'x');
    expect(problems).toEqual([]);
    expect(statement?.predicate).toEqual(said);
    if (statement === null) return expect.unreachable();
    expect(subjectDigest(statement, 'plan')).toEqual(planDigests(own.plan));
    expect(subjectDigest(statement, 'plan').sha256).toBe(planDigest(own.plan));
    const trust = trustOf([entryOf(key, ['plan'])]);
    expect(trustedSigners(envelope, trust, 'plan', AT).reached).toBe(true);
  });

  test('that names its runners is run by no one else', () => {
    using own = concludedRun();
    const [issuer, allowed] = [newKey(), newKey()];
    const said = { issuedAt: AT, notBefore: AT, notAfter: LATER, runnerKeys: [allowed.keyid] };
    const envelope = signPlan(planDigests(own.plan), said, issuer);
    writeDerived(own.run, ATTEST_FILES.plan, envelopeText(envelope));
    expect(runFault(own)).toBe('runner-not-allowed');
    expect(runFault(own, allowed)).toBeUndefined();
  });
});

describe('a run', () => {
  test('is signed over its manifest, its plan and its results', () => {
    using own = concludedRun('nonconforming');
    const key = newKey();
    const signed = signRun(own.run, { at: AT }, key);
    const { attestation } = readAttestation(own.run, ATTEST_FILES.run, 'run');
    expect(attestation?.statement).toEqual(signed.statement);
    expect(signed.statement.predicate).toEqual({
      plan: planDigest(own.plan),
      assuranceLevel: 'self_attested',
      signedAt: AT,
      harness: { name: 'aigc-conformance', version: '1.0.0' },
      outcome: 'nonconforming',
      results: fileDigests(own.path('run/results/results.json')).digest.sha256,
    });
    expect(subjectDigest(signed.statement, 'bundle.json')).toEqual(
      fileDigests(own.path('run/bundle.json')).digest,
    );
    const trust = trustOf([entryOf(key, ['runner'])]);
    expect(trustedSigners(signed.envelope, trust, 'runner', AT).reached).toBe(true);
    expect(existsSync(own.path('run/.lock'))).toBe(false);
  });

  test('gets further signatures on the same statement', () => {
    using own = concludedRun();
    const [first, second] = [newKey(), newKey('sm2')];
    const once = signRun(own.run, { at: AT, assurance: 'witnessed' }, first);
    const twice = signRun(own.run, { at: LATER }, second);
    expect(twice).toMatchObject({ joined: true, statement: once.statement });
    expect(twice.envelope.signatures).toHaveLength(2);
    expect(runFault(own, first)).toBe('signed-already');
  });

  test('that is signed keeps what was signed', () => {
    using own = concludedRun();
    const [first, second] = [newKey(), newKey()];
    signRun(own.run, { at: AT }, first);
    const before = own.read(RUN_FILE);
    const witnessed = () => signRun(own.run, { at: AT, assurance: 'witnessed' }, second);
    expect(witnessed).toThrow('says something else (assuranceLevel)');
    writeDerived(own.run, 'results/results.json', '{"outcome": "error", "scope": "selection"}');
    writeBundle(own.run);
    expect(() => signRun(own.run, { at: AT }, first)).toThrow('(subject, outcome, results)');
    expect(own.read(RUN_FILE)).toBe(before);
  });

  test('is not signed while a process writes to it', () => {
    using own = concludedRun();
    // Process 1 lives as long as the machine.
    own.write('run/.lock', '1');
    expect(runFault(own)).toBe('folder-locked');
    expect(own.read('run/.lock')).toBe('1');
    expect(existsSync(own.path(RUN_FILE))).toBe(false);
  });

  test.each<readonly [string, (own: ConcludedRun) => void, string]>([
    ['has no manifest', (own) => rmSync(own.path('run/bundle.json')), 'no-manifest'],
    ['has a damaged manifest', (own) => own.write('run/bundle.json', '{'), 'no-manifest'],
    ['lost a file', (own) => rmSync(own.path('run/evidence/env.json')), 'manifest-differs'],
    ['has a file more', (own) => own.write('run/evidence/x.json', '{}'), 'manifest-differs'],
    [
      'has a changed file',
      (own) => appendFileSync(own.path('run/evidence/journal.000.jsonl'), ' '),
      'manifest-differs',
    ],
    [
      'came to no conclusion',
      (own) => {
        rmSync(own.path('run/results/results.json'));
        writeBundle(own.run);
      },
      'no-results',
    ],
    ['is a public edition', (own) => own.write('run/edition.json', '{}'), 'public-edition'],
    ['has a signature that is no envelope', (own) => own.write(RUN_FILE, '{}'), 'missing-key'],
    [
      'has a signature of another kind of statement',
      (own) => {
        const window = { issuedAt: AT, notBefore: AT, notAfter: LATER, runnerKeys: [] };
        const plan = signPlan(planDigests(own.plan), window, newKey());
        own.write(RUN_FILE, envelopeText(plan));
      },
      'wrong-predicate-type',
    ],
  ])('is not signed when it %s', (_what, spoil, code) => {
    using own = concludedRun();
    spoil(own);
    const before = own.files('run').toSorted();
    expect(runFault(own)).toBe(code);
    expect(own.files('run').toSorted()).toEqual(before);
  });

  test('that is none is not locked either', () => {
    using own = concludedRun();
    mkdirSync(own.path('other'));
    expect(faultOf(() => signRun(own.path('other'), { at: AT }, newKey()))).toBe('not-a-run');
    expect(own.files('other')).toEqual([]);
  });
});

describe('reviews', () => {
  const wish = { at: AT, reviewer: '张三', conflicts: ['曾任职于被测单位'] };

  function reviewed(): ConcludedRun {
    const own = concludedRun();
    writeFileSync(own.path('run/evidence/reviews.jsonl'), '{"item":"a"}\n');
    return own;
  }

  test('are signed by each reviewer in a file of their own', () => {
    using own = reviewed();
    const [first, second] = [newKey(), newKey()];
    const signed = signReviews(own.run, wish, first);
    expect(signed).toMatchObject({
      file: 'attest/review-1.dsse.json',
      statement: {
        predicate: { reviewer: '张三', signedAt: AT, conflicts: ['曾任职于被测单位'] },
      },
    });
    expect(subjectDigest(signed.statement, 'evidence/reviews.jsonl')).toEqual(
      fileDigests(own.path('run/evidence/reviews.jsonl')).digest,
    );
    expect(signReviews(own.run, { ...wish, reviewer: '李四' }, second).file).toBe(
      'attest/review-2.dsse.json',
    );
    expect(faultOf(() => signReviews(own.run, wish, first))).toBe('signed-already');
  });

  test('are signed again when there are more of them', () => {
    using own = reviewed();
    const key = newKey();
    signReviews(own.run, wish, key);
    appendFileSync(own.path('run/evidence/reviews.jsonl'), '{"item":"b"}\n');
    expect(signReviews(own.run, wish, key).file).toBe('attest/review-2.dsse.json');
  });

  test('that are not there are not signed', () => {
    using own = concludedRun();
    expect(faultOf(() => signReviews(own.run, wish, newKey()))).toBe('no-reviews');
  });
});
