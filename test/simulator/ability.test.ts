import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/document/index.ts';
import { abilityTable, mannerAt, parseAbility, ratesFor } from '../../src/simulator/ability.ts';

describe('ability by indicator', () => {
  const table = abilityTable({ '*': 0.9, C3: 0.8, 'C3.1': 0.7, 'C3.1.1': 0.6, C1: 0.1 });

  test.each([
    ['C3.1.1', 0.6],
    ['C3.1.2', 0.7],
    ['C3.4.1', 0.8],
    ['C13.1.1', 0.9],
    ['C12.1.1', 0.9],
    ['custom', 0.9],
  ])('%s has %d: the longest prefix wins, and prefixes end at dots', (indicator, right) => {
    expect(ratesFor(table, indicator).right).toBe(right);
  });

  test('an indicator that nothing covers is an error, not a silent zero', () => {
    expect(() => ratesFor(abilityTable({ C3: 1 }), 'C4.1.1')).toThrow(/C4\.1\.1/);
  });

  test.each([
    ['shares over 1', { '*': { right: 0.7, refuse: 0.2, garble: 0.2 } }],
    ['a share over 1', 1.5],
    ['a negative share', { C3: { right: 0.5, filter: -0.1 } }],
    ['no number', { C3: Number.NaN }],
    ['a key that is no indicator', { arithmetic: 0.5 }],
  ])('refuses %s', (_what, ability) => {
    expect(() => abilityTable(ability)).toThrow(UserError);
  });

  test('shares that add up to 1 in decimal are accepted', () => {
    const rates = { right: 0.7, refuse: 0.1, garble: 0.1, filter: 0.1 };
    expect(() => abilityTable({ '*': rates })).not.toThrow();
  });
});

describe('manner', () => {
  const rates = { right: 0.5, refuse: 0.2, garble: 0.1, filter: 0.1 };

  test.each([
    [0, 'right'],
    [0.499, 'right'],
    [0.5, 'refuse'],
    [0.69, 'refuse'],
    [0.75, 'garble'],
    [0.85, 'filter'],
    [0.95, 'wrong'],
  ] as const)('%d is %s', (at, manner) => {
    expect(mannerAt(at, rates)).toBe(manner);
  });
});

describe('parseAbility', () => {
  test.each([
    ['0.95', { '*': { right: 0.95 } }],
    ['1', { '*': { right: 1 } }],
    ['.5', { '*': { right: 0.5 } }],
    [
      '0.95, C3.1=0.5, C14.6:right=0.9, C14.6:refuse=0.1',
      { '*': { right: 0.95 }, 'C3.1': { right: 0.5 }, 'C14.6': { right: 0.9, refuse: 0.1 } },
    ],
    ['right=0.9,garble=0.1', { '*': { right: 0.9, garble: 0.1 } }],
    ['*=0.9', { '*': { right: 0.9 } }],
  ])('%s', (text, ability) => {
    expect(parseAbility(text)).toEqual(ability);
  });

  test.each([
    ['', '""'],
    ['1.1', '"1.1"'],
    ['0.9,C3=x', '"C3=x"'],
    ['0.9,reasoning=0.5', '"reasoning=0.5"'],
    ['0.9,C3:0.5', '"C3:0.5"'],
    ['0.9,0.8', '"0.8"'],
    ['C14:refuse=0.1', '"C14"'],
    ['0.9,C3:wrong=0.5', '"C3:wrong=0.5"'],
  ])('%j is refused with the part named', (text, part) => {
    expect(() => parseAbility(text)).toThrow(UserError);
    expect(() => parseAbility(text)).toThrow(part);
  });
});
