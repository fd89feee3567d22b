import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { concludedRun } from '../attest/run-folder.ts';
import { command } from './command.ts';

/** `aigc record` of a small run; what is in `change` takes the place of the usual options. */
async function record(change: Readonly<Record<string, string | undefined>> = {}) {
  using own = concludedRun();
  await command(['keygen', '--out', own.path('body'), '--role', 'certifier']);
  const options = {
    ...{ kind: 'not-applicable', indicators: 'K1.2, K1.1', justification: '产品无此功能' },
    ...{ 'requested-by': '送测单位', expires: '2099-12-31', key: own.path('body.key.pem') },
    ...change,
  };
  const args = Object.entries(options).flatMap(([name, value]) =>
    value === undefined ? [] : [`--${name}`, value],
  );
  const told = await command(['record', own.run, ...args, '--json']);
  return { ...told, files: readdirSync(join(own.run, 'attest')) };
}

test('a record holds what the command line says', async () => {
  const { code, stdout, files } = await record({ reference: '会议纪要 12 号' });
  expect(code).toBe(0);
  const { statement, signatures, keyid } = JSON.parse(stdout);
  expect(statement.predicate).toMatchObject({
    ...{ kind: 'not-applicable', indicators: ['K1.1', 'K1.2'], justification: '产品无此功能' },
    ...{ requestedBy: '送测单位', expires: '2099-12-31T23:59:59Z', reference: '会议纪要 12 号' },
  });
  expect({ signatures, keyid }).toEqual({
    signatures: 1,
    keyid: expect.stringMatching(/^[0-9a-f]{64}$/),
  });
  expect(files).toEqual([`record-${statement.predicate.id}.dsse.json`]);
});

test.each([
  [{ kind: 'excuse' }, 'excuse'],
  [{ indicators: ' , ' }, 'must not be empty'],
  [{ indicators: 'K1.1,K9.9' }, 'no indicator K9.9'],
  [{ justification: ' ' }, 'must not be empty'],
  [{ 'requested-by': undefined }, '--requested-by'],
  [{ expires: '2020-01-01' }, 'is past'],
  [{ expires: '31.12.2099' }, 'Expected a day'],
  [{ key: 'nowhere.pem' }, 'cannot be read'],
])('a record with %j is refused, and nothing is written', async (change, message) => {
  const { code, stdout, stderr, files } = await record(change);
  expect({ code, stdout, files }).toEqual({ code: 2, stdout: '', files: [] });
  expect(stderr).toContain(message);
});
