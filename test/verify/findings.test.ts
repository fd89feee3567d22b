import { expect, test } from 'vitest';
import { collectFindings } from '../../src/verify/findings.ts';
import type { StepId } from '../../src/verify/index.ts';

const STEPS: readonly StepId[] = ['V4', 'V5', 'V9'];

test('many findings of one kind crowd out no other, and warnings no errors', () => {
  const findings = collectFindings(STEPS);
  for (let i = 0; i < 1000; i++) findings.warning('CHAIN_SEQ', '', '', { line: i });
  for (let i = 0; i < 1000; i++) findings.error('CHAIN_LINK', '', '', { line: i });
  findings.error('CHAIN_ROOT', '', '');
  const [chains] = findings.results();
  expect(chains?.count).toBe(2001);
  const shown = chains?.findings.map(({ code, line }) => `${code} ${line ?? ''}`) ?? [];
  expect(shown.slice(0, 2)).toEqual(['CHAIN_LINK 0', 'CHAIN_LINK 1']);
  expect(shown[20]).toBe('CHAIN_ROOT ');
  expect(shown[21]).toBe('CHAIN_SEQ 0');
  expect(shown.length).toBe(41);
});

test('a step passes only when it was carried out', () => {
  const findings = collectFindings(STEPS);
  const outcomes = (): string[] => findings.results().map(({ outcome }) => outcome);
  expect(outcomes()).toEqual(['not-checked', 'not-checked', 'not-checked']);
  findings.notChecked('V5');
  findings.carriedOut('V4', 'V5', 'V9');
  expect(outcomes()).toEqual(['passed', 'not-checked', 'passed']);
  findings.warning('CHAIN_SEQ', '', '');
  findings.error('COMPLETE_FINAL', '', '');
  expect(outcomes()).toEqual(['warning', 'failed', 'passed']);
  expect([findings.failed(), findings.failed('V4'), findings.failed('V5')]).toEqual([
    ...[true, false, true],
  ]);
});

test('errors touch what they name, and all of the bundle when they name nothing', () => {
  const findings = collectFindings(STEPS);
  findings.warning('CHAIN_SEQ', '', '');
  findings.error('PROJECT_REPORT', '', '');
  findings.error('COMPLETE_FINAL', '', '', { sample: 's-1' });
  findings.error('COMPLETE_FINAL', '', '', { sample: 's-2', indicator: 'K1' });
  expect(findings.touched()).toEqual({
    ...{ all: false, indicators: new Set(['K1']), samples: new Set(['s-1']) },
  });
  findings.error('CHAIN_ROOT', '', '', { file: 'x' });
  expect(findings.touched().all).toBe(true);
});

test('a code that belongs to no step is a mistake of the program', () => {
  expect(() => collectFindings(STEPS).error('CHAINS', '', '')).toThrow('belongs to no step');
  expect(() => collectFindings(STEPS).error('SIG_X', '', '')).toThrow('no step that is carried');
});
