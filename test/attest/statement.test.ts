import { describe, expect, test } from 'vitest';
import type { Predicates, Statement, StatementKind } from '../../src/attest/index.ts';
import {
  claimedTime,
  predicateType,
  readStatement,
  SUBJECTS,
  statement,
  statementBytes,
  subjectDigest,
} from '../../src/attest/index.ts';
import { digestsOf } from '../../src/evidence/index.ts';

const AT = '2026-11-23T09:00:00Z';
const LATER = '2027-11-23T09:00:00.000Z';
const HEX = 'ab'.repeat(32);

const PREDICATES: Predicates = {
  plan: { issuedAt: AT, notBefore: AT, notAfter: LATER, runnerKeys: [HEX], issuer: '协会' },
  run: {
    ...{ plan: HEX, assuranceLevel: 'witnessed', signedAt: AT, outcome: 'inconclusive' },
    harness: { name: 'aigc-conformance', version: '1.0.0' },
    results: HEX,
  },
  review: { reviewer: '张三', signedAt: AT, conflicts: [] },
  verdict: {
    ...{ outcome: 'conforming', scope: 'catalogue', assuranceLevel: 'third_party' },
    ...{ signedAt: AT, notBefore: AT, notAfter: LATER, deviations: ['d'], records: ['0a1b'] },
  },
  record: {
    ...{ id: '0a1b', kind: 'waiver', indicators: ['C1.1'], justification: 'j' },
    ...{ requestedBy: 'r', approvedAt: AT, expires: LATER, reference: 'issue 7' },
  },
  'spot-check': { performedAt: AT, outcome: 'accepted', figures: { samples: 200, rate: '0.97' } },
};

const KINDS = Object.keys(PREDICATES) as StatementKind[];

function make(kind: StatementKind): Statement {
  const digests = Object.fromEntries(SUBJECTS[kind].map((name) => [name, digestsOf(name)]));
  return statement(kind, digests as never, PREDICATES[kind]);
}

function read(value: unknown, kind: StatementKind) {
  const bytes = Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
  return readStatement(bytes, kind, 'x.dsse.json');
}

const codesOf = (value: unknown, kind: StatementKind): string[] =>
  read(value, kind).problems.map(({ code }) => code);

/** The statement of a kind with something changed in its predicate. */
function changed(kind: StatementKind, change: object): object {
  const made = make(kind);
  return { ...made, predicate: { ...made.predicate, ...change } };
}

describe.each(KINDS)('a statement of the kind %s', (kind) => {
  test('is read as it was made', () => {
    const made = make(kind);
    expect(readStatement(statementBytes(made), kind, 'x')).toEqual({
      statement: made,
      problems: [],
    });
    expect(made.predicateType).toBe(`urn:aigc-conformance:predicate:${kind}:v1`);
    expect(claimedTime(made)).toBe(AT);
    for (const name of SUBJECTS[kind]) {
      expect(subjectDigest(made, name)).toEqual(digestsOf(name));
    }
  });

  test('is not read as any other kind', () => {
    for (const other of KINDS.filter((k) => k !== kind)) {
      expect(codesOf(make(kind), other)).toEqual(['wrong-predicate-type']);
    }
  });

  test('has no key but its own', () => {
    expect(codesOf(changed(kind, { note: 1 }), kind)).toEqual(['unknown-key']);
    expect(codesOf({ ...make(kind), note: 1 }, kind)).toEqual(['unknown-key']);
  });

  test('lacks none of its keys', () => {
    const optional = ['issuer', 'reference'];
    for (const key of Object.keys(PREDICATES[kind]).filter((name) => !optional.includes(name))) {
      expect(codesOf(changed(kind, { [key]: undefined }), kind)).toEqual(['missing-key']);
    }
    for (const key of Object.keys(make(kind))) {
      const codes = codesOf({ ...make(kind), [key]: undefined }, kind);
      expect(codes).toEqual(['missing-key']);
    }
  });

  test('is about its own subjects', () => {
    const made = make(kind);
    const [first] = made.subject;
    for (const subject of [
      [{ ...first, name: 'other' }],
      [...made.subject, first],
      [...made.subject, { ...first, name: 'other' }],
    ]) {
      expect(codesOf({ ...made, subject }, kind)).toEqual(['wrong-subject']);
    }
    expect(codesOf({ ...made, subject: [] }, kind)).toEqual(['schema-minitems']);
    const sm3 = { ...first, digest: { sha256: HEX } };
    expect(codesOf({ ...made, subject: [sm3] }, kind)).toEqual(['missing-key']);
  });
});

describe('times', () => {
  const forms = [
    ['a day', '2026-11-23'],
    ['an offset', '2026-11-23T17:00:00+08:00'],
    ['no zone', '2026-11-23T09:00:00'],
    ['30 February', '2026-02-30T09:00:00Z'],
    ['the 29th of February of a common year', '2027-02-29T09:00:00Z'],
    ['a leap second', '2026-12-31T23:59:60Z'],
    ['24 o’clock', '2026-11-23T24:00:00Z'],
    ['more digits than can be compared', '2026-11-23T09:00:00.0001Z'],
    ['small letters', '2026-11-23t09:00:00z'],
    ['spaces', ' 2026-11-23T09:00:00Z'],
    ['words', 'yesterday'],
  ] as const;

  test.each(forms)('with %s are named as wrong', (_what, time) => {
    expect(codesOf(changed('run', { signedAt: time }), 'run')).toEqual(['wrong-time']);
    expect(codesOf(changed('plan', { notAfter: time }), 'plan')).toEqual(['wrong-time']);
    expect(codesOf(changed('record', { expires: time }), 'record')).toEqual(['wrong-time']);
  });

  test('of another type are of the wrong type', () => {
    expect(codesOf(changed('run', { signedAt: 0 }), 'run')).toEqual(['wrong-type']);
  });

  test('that end a window before it begins are named', () => {
    for (const notAfter of [AT, '2026-11-23T08:59:59.999Z']) {
      expect(codesOf(changed('plan', { notAfter }), 'plan')).toEqual(['wrong-window']);
      expect(codesOf(changed('verdict', { notAfter }), 'verdict')).toEqual(['wrong-window']);
      expect(codesOf(changed('record', { expires: notAfter }), 'record')).toEqual(['wrong-window']);
    }
  });

  test('and the place of a wrong one are both told', () => {
    const text = JSON.stringify(changed('run', { signedAt: 'now' }), null, 1);
    const line = text.split('\n').findIndex((row) => row.includes('signedAt')) + 1;
    expect(read(text, 'run').problems).toMatchObject([{ file: 'x.dsse.json', line }]);
  });
});

describe('values', () => {
  test.each([
    ['run', { outcome: 'passed' }, 'not-allowed'],
    ['run', { assuranceLevel: 'sworn' }, 'not-allowed'],
    ['run', { plan: HEX.toUpperCase() }, 'schema-pattern'],
    ['run', { harness: { name: 'h', version: '1', build: 'x' } }, 'unknown-key'],
    ['plan', { runnerKeys: [HEX, HEX] }, 'schema-uniqueitems'],
    ['plan', { runnerKeys: ['anyone'] }, 'schema-pattern'],
    ['verdict', { scope: 'everything' }, 'not-allowed'],
    ['verdict', { records: ['../x'] }, 'schema-pattern'],
    ['record', { id: 'A/B' }, 'schema-pattern'],
    ['record', { kind: 'excuse' }, 'not-allowed'],
    ['record', { indicators: [] }, 'schema-minitems'],
    ['record', { justification: ' ' }, 'schema-pattern'],
  ] as const)('of a %s such as %j are refused', (kind, change, code) => {
    expect(codesOf(changed(kind, change), kind)).toEqual([code]);
  });

  test('of another version or vocabulary are not taken for ours', () => {
    const made = make('run');
    const next = predicateType('run').replace('v1', 'v2');
    expect(codesOf({ ...made, predicateType: next }, 'run')).toEqual(['wrong-predicate-type']);
    expect(codesOf({ ...made, predicateType: 7 }, 'run')).toEqual(['not-allowed']);
    const old = { ...made, _type: 'https://in-toto.io/Statement/v0.1' };
    expect(codesOf(old, 'run')).toEqual(['schema-const']);
  });
});

describe('bytes', () => {
  const text = JSON.stringify(make('run'));

  test.each([
    ['that are no UTF-8', Buffer.from([0x7b, 0xff, 0x7d]), 'not-utf8'],
    ['with a mark before them', Buffer.from(`\uFEFF${text}`), 'not-json'],
    [
      'with a key that occurs twice',
      Buffer.from(text.replace('{', '{"_type":"x",')),
      'yaml-duplicate-key',
    ],
    ['of YAML', Buffer.from('_type: x'), 'not-json'],
    ['of another JSON value', Buffer.from('[1]'), 'wrong-type'],
    ['of null', Buffer.from('null'), 'wrong-type'],
  ])('%s are refused', (_what, bytes, code) => {
    const { statement: made, problems } = readStatement(bytes, 'run', 'x');
    expect(made).toBeNull();
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });
});
