import { copyFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { NewRecord } from '../../src/attest/index.ts';
import {
  planDigests,
  readSignedRecords,
  signRecord,
  subjectDigest,
} from '../../src/attest/index.ts';
import { planDigest } from '../../src/evidence/index.ts';
import { concludedRun } from './run-folder.ts';
import { entryOf, newKey, trustOf } from './trusted.ts';

const WAIVER: NewRecord = {
  ...{ kind: 'waiver', indicators: ['K1.2', 'K1.1', 'K1.2'], justification: '已安排整改' },
  ...{ requestedBy: '送测单位', at: '2026-11-23T09:00:00.000Z', expires: '2027-06-30T23:59:59Z' },
};

describe('a record', () => {
  test('is signed about the plan, under an id made from what it says', () => {
    using own = concludedRun();
    const signed = signRecord(own.run, { ...WAIVER, reference: '会议纪要 12 号' }, newKey());
    const { predicate } = signed.statement;
    expect(predicate).toEqual({
      ...{ id: predicate.id, kind: 'waiver', indicators: ['K1.1', 'K1.2'] },
      ...{ justification: '已安排整改', requestedBy: '送测单位' },
      ...{ approvedAt: WAIVER.at, expires: WAIVER.expires, reference: '会议纪要 12 号' },
    });
    expect(predicate.id).toMatch(/^[0-9a-f]{12}$/);
    expect(signed.file).toBe(`attest/record-${predicate.id}.dsse.json`);
    expect(subjectDigest(signed.statement, 'plan')).toEqual(planDigests(own.plan));
  });

  test('that says the same is the same record and gets a second signature', () => {
    using own = concludedRun();
    const [first, second] = [newKey(), newKey('sm2')];
    const once = signRecord(own.run, WAIVER, first);
    const at = '2026-11-25T09:00:00.000Z';
    const twice = signRecord(own.run, { ...WAIVER, at }, second);
    expect(twice).toMatchObject({ file: once.file, joined: true, statement: once.statement });
    expect(twice.envelope.signatures).toHaveLength(2);
    expect(() => signRecord(own.run, WAIVER, first)).toThrow('has signed');
  });

  test('that says something else is another one', () => {
    using own = concludedRun();
    const key = newKey();
    const changes: Partial<NewRecord>[] = [
      {},
      { kind: 'deviation' },
      { indicators: ['K1.1'] },
      { justification: '另一理由' },
      { requestedBy: '他人' },
      { expires: '2027-06-29T23:59:59Z' },
      { reference: 'x' },
    ];
    const files = changes.map((change) => signRecord(own.run, { ...WAIVER, ...change }, key).file);
    expect(new Set(files).size).toBe(changes.length);
  });

  test('about an indicator that the catalogue lacks is refused with the nearest one', () => {
    using own = concludedRun();
    const sign = () => signRecord(own.run, { ...WAIVER, indicators: ['K1.11'] }, newKey());
    expect(sign).toThrow('no indicator K1.11. Did you mean "K1.1"?');
    expect(own.files('run/attest')).toEqual([]);
  });
});

describe('the records of a run', () => {
  test('are approved by as many certifiers as the policy asks for', () => {
    using own = concludedRun();
    const [first, second, runner] = [newKey(), newKey(), newKey()];
    const trust = trustOf(
      [
        entryOf(first, ['certifier']),
        entryOf(second, ['certifier']),
        entryOf(runner, ['runner', 'plan', 'reviewer']),
      ],
      { certifier: 2 },
    );
    const approved = (): boolean | undefined =>
      readSignedRecords(own.run, trust).records[0]?.approved;
    signRecord(own.run, WAIVER, first);
    expect(approved()).toBe(false);
    signRecord(own.run, WAIVER, runner);
    expect(approved()).toBe(false);
    signRecord(own.run, WAIVER, second);
    expect(approved()).toBe(true);
    const { records, problems } = readSignedRecords(own.run, null);
    expect(problems).toEqual([]);
    expect(records).toMatchObject([{ approved: false, plan: planDigest(own.plan) }]);
  });

  test('a copy under another name is no second record, and a damaged one is told', () => {
    using own = concludedRun();
    const { file } = signRecord(own.run, WAIVER, newKey());
    copyFileSync(own.path(`run/${file}`), own.path('run/attest/record-copy.dsse.json'));
    own.write('run/attest/record-0.dsse.json', '{}');
    const { records, problems } = readSignedRecords(own.run, null);
    expect(records.map((record) => record.file)).toEqual([file]);
    expect(new Set(problems.map(({ code }) => code))).toEqual(
      new Set(['missing-key', 'record-id']),
    );
  });
});
