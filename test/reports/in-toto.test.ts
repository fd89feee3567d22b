import { describe, expect, test } from 'vitest';
import type { Results } from '../../src/derive/index.ts';
import { UserError } from '../../src/document/problem.ts';
import {
  ARITHMETIC,
  contextOf,
  HOSTILE_LEAF,
  leaf,
  manifestFor,
  REFUSALS,
  RESULTS,
  RUN,
} from './fixture.ts';
import { renderOne } from './render.ts';

async function statement(results: Results = RESULTS, run = RUN) {
  const concluded = { ...run, manifest: manifestFor(results) };
  const { text } = await renderOne('in-toto', results, contextOf('en', [], concluded));
  return JSON.parse(text);
}

test('is an in-toto statement v1 of test-result/v0.1 about the manifest', async () => {
  const { predicate, ...rest } = await statement();
  expect(rest).toEqual({
    _type: 'https://in-toto.io/Statement/v1',
    subject: [{ name: 'bundle.json', digest: { ...RUN.manifest?.digest } }],
    predicateType: 'https://in-toto.io/attestation/test-result/v0.1',
  });
  expect(Object.keys(predicate).toSorted()).toEqual([
    'configuration',
    'failedTests',
    'passedTests',
    'result',
    'warnedTests',
  ]);
});

test('a descriptor of the configuration has what identifies it', async () => {
  const { configuration } = (await statement()).predicate;
  for (const one of configuration) expect(one.uri ?? one.digest?.sha256).toBeTruthy();
  expect(configuration[0]).toMatchObject({ name: 'plan', digest: { sha256: RESULTS.planDigest } });
  expect(configuration[2]).toMatchObject({ name: 'model', annotations: { simulated: true } });
});

test('only conforming indicators passed; what was not tested stands in no list', async () => {
  const { passedTests, warnedTests, failedTests } = (await statement()).predicate;
  expect(passedTests).toEqual(['C3.1.1']);
  expect(warnedTests).toEqual([]);
  expect(failedTests).toEqual(['C3.1.2', 'C3.<b>"&[U+202E]', 'C14.6.2', 'C16.1.2']);
});

describe('the result', () => {
  const conforming: Results = {
    ...RESULTS,
    simulated: false,
    outcome: 'conforming',
    indicators: [ARITHMETIC],
  };
  const should = { ...HOSTILE_LEAF, indicator: 'C3.1.3', level: 'SHOULD' as const };
  const untested = leaf('C3.1.4', { zh: '乙', en: 'B' }, 'not-tested', { level: 'MAY' });
  const conditional = { ...ARITHMETIC, modifiers: ['conditional'] };

  test.each<[string, Results, string]>([
    ['conforming without reservation', conforming, 'PASSED'],
    [
      'with a MAY that was not tested',
      { ...conforming, indicators: [ARITHMETIC, untested] },
      'PASSED',
    ],
    [
      'with a SHOULD that does not conform',
      { ...conforming, indicators: [ARITHMETIC, should] },
      'WARNED',
    ],
    ['with a condition', { ...conforming, indicators: [conditional] }, 'WARNED'],
    ['of a simulated model', { ...conforming, simulated: true }, 'WARNED'],
    ['not tested', { ...conforming, outcome: 'not-tested' }, 'FAILED'],
    ['not applicable', { ...conforming, outcome: 'not-applicable' }, 'FAILED'],
    ['inconclusive', { ...conforming, outcome: 'inconclusive', indicators: [REFUSALS] }, 'FAILED'],
    ['error', RESULTS, 'FAILED'],
  ])('%s', async (_, results, expected) => {
    expect((await statement(results)).predicate.result).toBe(expected);
  });

  test('a conforming indicator with a condition is warned, not passed', async () => {
    const { predicate } = await statement({ ...conforming, indicators: [conditional] });
    expect(predicate).toMatchObject({ passedTests: [], warnedTests: ['C3.1.1'] });
  });
});

test.each([
  ['no manifest', null],
  ['the manifest of other results', manifestFor({ ...RESULTS, simulated: false })],
])('is not made with %s: it would be about something else', async (_, manifest) => {
  const made = renderOne('in-toto', RESULTS, contextOf('en', [], { ...RUN, manifest }));
  await expect(made).rejects.toThrow(UserError);
  await expect(made).rejects.toThrow(/bundle\.json/);
});
