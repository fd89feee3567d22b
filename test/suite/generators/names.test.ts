import { describe, expect, it } from 'vitest';
import { CITIES, NICKNAMES, PEOPLE } from '../../../src/suite/generators/material/names.ts';

describe('names', () => {
  it('no name is part of another: a search for one never finds the other', () => {
    const names = [...PEOPLE, ...NICKNAMES, ...CITIES];
    for (const name of names) {
      expect(names.filter((other) => other.includes(name))).toEqual([name]);
    }
  });

  it('no two people share a surname', () => {
    expect(new Set(PEOPLE.map((name) => name[0])).size).toBe(PEOPLE.length);
  });
});
