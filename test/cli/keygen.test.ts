import { statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseTrust, readSigningKey } from '../../src/attest/index.ts';
import { makeWorkspace } from '../run/workspace.ts';
import { command } from './command.ts';

test('keygen writes a private key for its owner and an entry that a trust policy takes', async () => {
  using workspace = makeWorkspace();
  const told = await command(['keygen', '--out', workspace.path('lab')]);
  expect(told).toMatchObject({ code: 0 });
  expect(told.stdout).toBe(`${workspace.path('lab.key.pem')}\n${workspace.path('lab.pub.json')}\n`);
  expect(statSync(workspace.path('lab.key.pem')).mode & 0o777).toBe(0o600);
  const entry = workspace.json('lab.pub.json');
  expect(entry).toMatchObject({ algorithm: 'ed25519', name: 'lab', roles: ['runner'] });
  const trust = parseTrust(JSON.stringify({ format: 'aigc-trust/1', keys: [entry] }), 'x');
  const key = readSigningKey(workspace.path('lab.key.pem'), undefined);
  expect(trust.keys[0]?.keyid).toBe(key.keyid);
  expect(told.stderr).toContain(key.keyid);
});

test('keygen --json says everything but the private key', async () => {
  using workspace = makeWorkspace();
  const out = workspace.path('body');
  const told = await command(
    [
      ...['keygen', '--out', out, '--algorithm', 'sm2', '--role', 'certifier', 'plan'],
      ...['--name', '某协会', '--passphrase-env', 'BODY_PASSPHRASE', '--json'],
    ],
    { env: { BODY_PASSPHRASE: 'horse-battery' } },
  );
  expect(told).toMatchObject({ code: 0, stderr: '' });
  const document = JSON.parse(told.stdout);
  expect(document).toEqual({
    ...{ privateKey: `${out}.key.pem`, publicKey: `${out}.pub.json`, encrypted: true },
    entry: workspace.json('body.pub.json'),
  });
  expect(document.entry).toMatchObject({
    ...{ algorithm: 'sm2', name: '某协会', roles: ['plan', 'certifier'] },
  });
  expect(told.stdout).not.toMatch(/PRIVATE|horse-battery/);
  expect(readSigningKey(`${out}.key.pem`, 'horse-battery').algorithm).toBe('sm2');
});

test('keygen overwrites nothing', async () => {
  using workspace = makeWorkspace();
  const out = workspace.path('lab');
  await command(['keygen', '--out', out]);
  const before = workspace.read('lab.key.pem');
  const told = await command(['keygen', '--out', out, '--lang', 'zh']);
  expect(told).toMatchObject({ code: 2, stdout: '' });
  expect(told.stderr).toContain('已存在，不会覆盖');
  expect(workspace.read('lab.key.pem')).toBe(before);
});

test.each([
  ['not set', {}],
  ['empty', { SECRET_WORD: '' }],
])('a passphrase variable that is %s is refused, and not repeated', async (_what, env) => {
  using workspace = makeWorkspace();
  // Someone may put the passphrase itself there.
  const args = ['keygen', '--out', workspace.path('lab'), '--passphrase-env', 'SECRET_WORD'];
  const told = await command(args, { env });
  expect(told.code).toBe(2);
  expect(told.stderr).toContain('--passphrase-env names is not set');
  expect(told.stderr).not.toContain('SECRET_WORD');
  expect(workspace.files('.')).toEqual([]);
});

test.each([
  [['--algorithm', 'rsa']],
  [['--role', 'root']],
  [['--name', ' ']],
  [['--passphrase', 'x']],
])('keygen %j is a usage error', async (more) => {
  using workspace = makeWorkspace();
  expect((await command(['keygen', '--out', workspace.path('lab'), ...more])).code).toBe(2);
  expect(workspace.files('.')).toEqual([]);
});
