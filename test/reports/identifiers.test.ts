import { expect, test } from 'vitest';
import { modelUuid, nameUuid, urn, uuidsOf } from '../../reports/identifiers.ts';
import { RESULTS, RUN } from './fixture.ts';

const VERSION_5 = /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

test('a name has one UUID of version 5, on every machine', () => {
  // Computed with Python: uuid.uuid5(UUID('e39a1cc1-1cbc-41f8-aaea-a6996db91da7'), '["a","b"]')
  expect(nameUuid('a', 'b')).toBe('4b9d2bc2-921e-5bbc-a4e9-f578fb29919e');
  for (let i = 0; i < 50; i++) expect(nameUuid(String(i))).toMatch(VERSION_5);
});

test('parts of a name are not run together', () => {
  expect(nameUuid('a', 'b')).not.toBe(nameUuid('ab'));
  expect(nameUuid('a', 'b')).not.toBe(nameUuid('a,b'));
});

test('other results and other runs have other UUIDs', () => {
  const other = { ...RESULTS, outcome: 'conforming' as const };
  const later = { ...RUN, startedAt: '2026-11-24T00:00:00.000Z' };
  const made = [uuidsOf(RESULTS, RUN), uuidsOf(other, RUN), uuidsOf(RESULTS, later)];
  expect(new Set(made.map((uuid) => uuid('run'))).size).toBe(3);
  expect(uuidsOf(RESULTS, RUN)('run')).toBe(uuidsOf(RESULTS, RUN)('run'));
});

test('a model is the same in every run of it, and another at another address', () => {
  expect(modelUuid({ ...RESULTS, outcome: 'conforming' })).toBe(modelUuid(RESULTS));
  const moved = { ...RESULTS, model: { ...RESULTS.model, baseUrl: null } };
  expect(modelUuid(moved)).not.toBe(modelUuid(RESULTS));
});

test('a URN keeps its parts apart', () => {
  expect(urn('indicator', 'a:b', '指标 1')).toBe(
    'urn:aigc-conformance:indicator:a%3Ab:%E6%8C%87%E6%A0%87%201',
  );
});
