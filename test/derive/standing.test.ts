import { describe, expect, test } from 'vitest';
import type { RecordPredicate } from '../../src/attest/index.ts';
import type { IndicatorResult, Outcome, Results, StandingRecord } from '../../src/derive/index.ts';
import { standingOf } from '../../src/derive/index.ts';
import { leaf, RESULTS } from '../reports/fixture.ts';

const AT = '2026-11-23T09:00:00Z';
const PLAN = 'ab'.repeat(32);

/** Results of MUST indicators I1, I2, … with these outcomes. */
function resultsOf(outcomes: readonly Outcome[], more: Partial<IndicatorResult> = {}): Results {
  const indicators = outcomes.map((outcome, i) =>
    leaf(`I${i + 1}`, { zh: '项', en: 'item' }, outcome, more),
  );
  return { ...RESULTS, planDigest: PLAN, indicators };
}

function record(
  change: Partial<RecordPredicate> = {},
  more: Partial<StandingRecord> = {},
): StandingRecord {
  return {
    record: {
      ...{ id: 'r1', kind: 'waiver', indicators: ['I1'], justification: 'j', requestedBy: 'r' },
      ...{ approvedAt: '2026-11-01T00:00:00Z', expires: '2026-12-31T23:59:59Z' },
      ...change,
    },
    plan: PLAN,
    approved: true,
    ...more,
  };
}

const codesOf = (results: Results, ...records: readonly StandingRecord[]): string[] =>
  standingOf(results, records, AT).findings.map(({ code }) => code);

describe('without records', () => {
  test.each<readonly [readonly Outcome[], Outcome]>([
    [['conforming', 'conforming'], 'conforming'],
    [['conforming', 'not-applicable'], 'conforming'],
    [['conforming', 'inconclusive'], 'inconclusive'],
    [['inconclusive', 'not-tested'], 'not-tested'],
    [['not-tested', 'nonconforming'], 'nonconforming'],
    [['nonconforming', 'error'], 'error'],
    [[], 'not-tested'],
  ])('what was concluded stands: %j is %s', (outcomes, outcome) => {
    expect(standingOf(resultsOf(outcomes), [], AT)).toEqual({
      ...{ outcome, indicators: [], deviations: [], records: [], findings: [] },
    });
  });

  test('only MUST indicators in scope count', () => {
    expect(standingOf(resultsOf(['nonconforming'], { inScope: false }), [], AT).outcome).toBe(
      'not-tested',
    );
    expect(standingOf(resultsOf(['nonconforming'], { level: 'SHOULD' }), [], AT).outcome).toBe(
      'not-tested',
    );
  });
});

describe('a waiver', () => {
  test.each<Outcome>(['nonconforming', 'inconclusive', 'not-tested'])(
    'sets %s aside and leaves it visible',
    (outcome) => {
      const results = resultsOf([outcome, 'conforming']);
      expect(standingOf(results, [record()], AT)).toEqual({
        outcome: 'conforming',
        indicators: [{ indicator: 'I1', outcome, stands: 'waived', records: ['r1'] }],
        ...{ deviations: [], records: ['r1'], findings: [] },
      });
      expect(results.indicators[0]?.outcome).toBe(outcome);
    },
  );

  test.each<Outcome>(['error', 'conforming', 'not-applicable'])(
    'has no effect on %s',
    (outcome) => {
      const results = resultsOf([outcome, 'conforming']);
      const bare = standingOf(results, [], AT);
      const { findings, ...rest } = standingOf(results, [record()], AT);
      expect(findings).toMatchObject([
        { code: 'record-without-effect', record: 'r1', indicator: 'I1' },
      ]);
      expect(rest).toEqual({ ...bare, findings: undefined });
    },
  );

  test('of everything leaves nothing that was shown', () => {
    expect(standingOf(resultsOf(['nonconforming']), [record()], AT).outcome).toBe('not-tested');
  });

  test('of some indicators leaves the others as they are', () => {
    const results = resultsOf(['nonconforming', 'nonconforming']);
    expect(standingOf(results, [record()], AT).outcome).toBe('nonconforming');
    const both = record({ indicators: ['I1', 'I2'] });
    expect(standingOf(results, [both], AT).indicators.map((i) => i.stands)).toEqual([
      'waived',
      'waived',
    ]);
  });

  test('has no effect out of scope', () => {
    expect(codesOf(resultsOf(['nonconforming'], { inScope: false }), record())).toEqual([
      'record-without-effect',
    ]);
  });
});

describe('a reason for not applying', () => {
  const reason = record({ id: 'r2', kind: 'not-applicable' });

  test('takes an indicator that was not tested out of the set', () => {
    expect(standingOf(resultsOf(['not-tested', 'conforming']), [reason], AT)).toMatchObject({
      outcome: 'conforming',
      indicators: [{ outcome: 'not-tested', stands: 'not-applicable', records: ['r2'] }],
    });
  });

  test.each<Outcome>(['nonconforming', 'inconclusive', 'error', 'conforming'])(
    'does not speak against what was tested: %s',
    (outcome) => {
      const results = resultsOf([outcome]);
      expect(codesOf(results, reason)).toEqual(['record-without-effect']);
      expect(standingOf(results, [reason], AT).outcome).toBe(outcome);
    },
  );

  test('beside a waiver stands, whichever comes first', () => {
    const results = resultsOf(['not-tested', 'conforming']);
    for (const records of [
      [record(), reason],
      [reason, record()],
    ]) {
      expect(standingOf(results, records, AT)).toMatchObject({
        indicators: [{ stands: 'not-applicable', records: ['r1', 'r2'] }],
        records: ['r1', 'r2'],
      });
    }
  });
});

test('a deviation is noted and moves nothing', () => {
  const deviation = record({ kind: 'deviation', justification: '网络改为专线' });
  expect(standingOf(resultsOf(['nonconforming']), [deviation], AT)).toEqual({
    ...{ outcome: 'nonconforming', indicators: [], deviations: ['网络改为专线'] },
    ...{ records: ['r1'], findings: [] },
  });
});

describe('a record is ignored, with a finding,', () => {
  test.each<readonly [string, StandingRecord, string]>([
    ['without trusted signatures', record({}, { approved: false }), 'record-unsigned'],
    ['about another plan', record({}, { plan: 'cd'.repeat(32) }), 'record-other-plan'],
    [
      'before its approval',
      record({ approvedAt: '2026-11-23T09:00:00.001Z' }),
      'record-not-yet-valid',
    ],
    ['from its expiry on', record({ expires: AT }), 'record-expired'],
    ['about an unknown indicator', record({ indicators: ['X'] }), 'record-unknown-indicator'],
  ])('%s', (_what, ignored, code) => {
    const results = resultsOf(['nonconforming', 'conforming']);
    const standing = standingOf(results, [ignored], AT);
    expect(standing).toMatchObject({ outcome: 'nonconforming', indicators: [], records: [] });
    expect(standing.findings).toMatchObject([{ code, record: 'r1' }]);
    expect(standing.findings[0]?.message.zh).toMatch(/[r1X].*。$/);
  });

  test('only as far as it does not hold', () => {
    const mixed = record({ indicators: ['I1', 'I2', 'X'] });
    const results = resultsOf(['nonconforming', 'conforming']);
    expect(codesOf(results, mixed)).toEqual(['record-without-effect', 'record-unknown-indicator']);
    expect(standingOf(results, [mixed], AT)).toMatchObject({
      outcome: 'conforming',
      records: ['r1'],
    });
  });

  test('and holds on the first and until the last moment of its time', () => {
    const results = resultsOf(['nonconforming', 'conforming']);
    expect(codesOf(results, record({ approvedAt: AT }))).toEqual([]);
    expect(codesOf(results, record({ expires: '2026-11-23T09:00:00.001Z' }))).toEqual([]);
  });
});
