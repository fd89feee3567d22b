import { describe, expect, test } from 'vitest';
import type { Certification, NewRecord, Stands, TrustEntry } from '../../src/attest/index.ts';
import {
  ATTEST_FILES,
  certify,
  readAttestation,
  signRecord,
  signRun,
  subjectDigest,
  trustedSigners,
} from '../../src/attest/index.ts';
import type { UserError } from '../../src/document/index.ts';
import { fileDigests, writeBundle, writeDerived } from '../../src/evidence/index.ts';
import type { ConcludedRun } from './run-folder.ts';
import { concludedRun } from './run-folder.ts';
import { entryOf, newKey, trustOf } from './trusted.ts';

const AT = '2026-11-23T09:00:00.000Z';
const [runner, certifier, second] = [newKey(), newKey('sm2'), newKey()];
const STANDS: Stands = { outcome: 'conforming', deviations: [], records: [] };

function trusting(more: Partial<TrustEntry> = {}, certifiers = 1) {
  return trustOf(
    [
      entryOf(runner, ['runner'], more),
      entryOf(certifier, ['certifier']),
      entryOf(second, ['certifier']),
    ],
    { certifier: certifiers },
  );
}

function wish(change: Partial<Certification> = {}): Certification {
  return { at: AT, trust: trusting(), stands: () => STANDS, ...change };
}

function signedRun(assurance?: 'third_party'): ConcludedRun {
  const own = concludedRun();
  signRun(own.run, { at: AT, ...(assurance === undefined ? {} : { assurance }) }, runner);
  return own;
}

/** Code and exit code of what a certification ends in. */
function faultOf(own: ConcludedRun, change: Partial<Certification> = {}, key = certifier) {
  try {
    certify(own.run, wish(change), key);
    return undefined;
  } catch (error) {
    const { problems, exitCode } = error as UserError;
    return [problems[0]?.code, exitCode];
  }
}

describe('a verdict', () => {
  test('is signed over manifest and results, for twelve months', () => {
    using own = signedRun();
    const signed = certify(own.run, wish(), certifier);
    expect(readAttestation(own.run, ATTEST_FILES.verdict, 'verdict').attestation).toMatchObject({
      statement: signed.statement,
    });
    expect(signed.statement.predicate).toEqual({
      ...{ ...STANDS, scope: 'selection', assuranceLevel: 'self_attested' },
      ...{ signedAt: AT, notBefore: AT, notAfter: '2027-11-23T09:00:00.000Z' },
    });
    for (const name of ['bundle.json', 'results/results.json'] as const) {
      const { digest } = fileDigests(own.path(`run/${name}`));
      expect(subjectDigest(signed.statement, name)).toEqual(digest);
    }
  });

  test('signed on 29 February ends on the 28th of the next one', () => {
    using own = signedRun();
    const signed = certify(own.run, wish({ at: '2028-02-29T09:00:00Z' }), certifier);
    expect(signed.statement.predicate.notAfter).toBe('2029-02-28T09:00:00.000Z');
  });

  test('is signed by t of n, each in their own time', () => {
    using own = signedRun();
    const trust = trusting({}, 2);
    const notAfter = '2027-01-31T23:59:59Z';
    const once = certify(own.run, wish({ trust, notAfter }), certifier);
    const reached = (): boolean => {
      const { attestation } = readAttestation(own.run, ATTEST_FILES.verdict, 'verdict');
      if (attestation === null) return expect.unreachable();
      return trustedSigners(attestation.envelope, trust, 'certifier', AT).reached;
    };
    expect(reached()).toBe(false);
    const at = '2026-11-30T09:00:00.000Z';
    const twice = certify(own.run, wish({ trust, at }), second);
    expect(twice).toMatchObject({ joined: true, statement: once.statement });
    expect(reached()).toBe(true);
    expect(faultOf(own, { trust }, second)).toEqual(['signed-already', 2]);
  });

  test('that is there is not changed by a certifier who says something else', () => {
    using own = signedRun();
    certify(own.run, wish(), certifier);
    const before = own.read('run/attest/verdict.dsse.json');
    for (const change of [
      { notAfter: '2026-12-31T23:59:59Z' },
      { stands: () => ({ ...STANDS, outcome: 'inconclusive' as const }) },
      { stands: () => ({ ...STANDS, records: ['0a'] }) },
    ]) {
      expect(faultOf(own, change, second)).toEqual(['signed-otherwise', 2]);
    }
    expect(own.read('run/attest/verdict.dsse.json')).toBe(before);
  });
});

describe('a verdict is refused', () => {
  test('before a runner has signed', () => {
    using own = concludedRun();
    expect(faultOf(own)).toEqual(['run-not-signed', 2]);
    expect(faultOf(own, { trust: null })).toEqual(['run-not-signed', 2]);
  });

  test('when the run was changed after it was signed', () => {
    using own = signedRun();
    writeDerived(own.run, 'results/results.json', '{"outcome": "error", "scope": "selection"}');
    expect(faultOf(own)).toEqual(['manifest-differs', 2]);
    writeBundle(own.run);
    expect(faultOf(own)).toEqual(['run-signature-stale', 1]);
    expect(faultOf(own, { trust: null })).toEqual(['run-signature-stale', 1]);
  });

  test.each<readonly [string, Partial<TrustEntry>]>([
    ['is no runner', { roles: ['reviewer'] }],
    ['was revoked', { revokedAt: '2026-01-01T00:00:00Z' }],
    ['had expired', { notAfter: '2026-01-01T00:00:00Z' }],
  ])('when the key of the run %s', (_what, more) => {
    using own = signedRun();
    expect(faultOf(own, { trust: trusting(more) })).toEqual(['runner-not-trusted', 1]);
  });

  test('when the runner claims more than its key may', () => {
    using own = signedRun('third_party');
    expect(faultOf(own)).toEqual(['assurance-too-high', 1]);
    const trust = trusting({ assurance: 'third_party' });
    const { statement } = certify(own.run, wish({ trust }), certifier);
    expect(statement.predicate.assuranceLevel).toBe('third_party');
  });

  test('for a key that is no certifier', () => {
    using own = signedRun();
    expect(faultOf(own, {}, runner)).toEqual(['not-a-certifier', 2]);
    expect(faultOf(own, {}, newKey())).toEqual(['not-a-certifier', 2]);
  });
});

describe('records', () => {
  const said: NewRecord = {
    ...{ kind: 'waiver', indicators: ['K1.1'], justification: 'j', requestedBy: 'r' },
    ...{ at: AT, expires: '2027-01-01T00:00:00Z' },
  };

  test('are weighed with what the policy says of their signatures', () => {
    using own = signedRun();
    signRecord(own.run, said, certifier);
    signRecord(own.run, { ...said, justification: 'k' }, runner);
    const seen: boolean[] = [];
    certify(
      own.run,
      wish({
        stands: (run, records) => {
          expect(run.results.outcome).toBe('conforming');
          seen.push(...records.map(({ approved }) => approved));
          return STANDS;
        },
      }),
      certifier,
    );
    expect(new Set(seen)).toEqual(new Set([false, true]));
  });

  test('cannot be weighed without a policy', () => {
    using own = signedRun();
    signRecord(own.run, said, certifier);
    expect(faultOf(own, { trust: null })).toEqual(['trust-needed', 2]);
  });

  test('that are damaged stop the certifier', () => {
    using own = signedRun();
    own.write('run/attest/record-0.dsse.json', '{}');
    expect(faultOf(own)?.[1]).toBe(1);
  });
});
