import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/document/index.ts';
import { drawFault, FAULT_NAMES, parseFaults } from '../../src/simulator/faults.ts';
import { randomFrom } from '../../src/suite/random.ts';

describe('parseFaults', () => {
  test('reads shares, scopes and the seconds of Retry-After', () => {
    const spec = parseFaults('429=0.05, 500=0.02, retry-after=3, C13.1.1:500=1, C14:retry-after=9');
    expect(Object.fromEntries(spec)).toEqual({
      '*': {
        shares: [
          ['429', 0.05],
          ['500', 0.02],
        ],
        retryAfter: 3,
      },
      'C13.1.1': { shares: [['500', 1]], retryAfter: 3 },
      C14: { shares: [], retryAfter: 9 },
    });
  });

  test('knows every name that it prints', () => {
    const spec = parseFaults(FAULT_NAMES.map((name) => `${name}=0.01`).join(','));
    expect(spec.get('*')?.shares.map(([name]) => name)).toEqual(FAULT_NAMES);
  });

  test('an empty text is no fault', () => {
    expect(parseFaults(' ').size).toBe(0);
  });

  test.each([
    ['418=0.1', '"418=0.1"'],
    ['429', '"429"'],
    ['429=', '"429="'],
    ['429=5%', '"429=5%"'],
    ['429=1.5', '"429=1.5"'],
    ['429=-0.1', '"429=-0.1"'],
    ['429=0.1,,500=0.1', '""'],
    ['429=0.1,429=0.2', '"429=0.2"'],
    ['math:429=0.1', '"math:429=0.1"'],
    ['retry-after=0.5', '"retry-after=0.5"'],
    ['429=0.6,500=0.6', '1.2'],
  ])('%s is refused with the part named', (text, part) => {
    expect(() => parseFaults(text)).toThrow(UserError);
    expect(() => parseFaults(text)).toThrow(part);
  });

  test('an unknown name is answered with the known ones, in both languages', () => {
    const error = thrown(() => parseFaults('teapot=1')) as UserError;
    for (const name of FAULT_NAMES) {
      expect(error.problems[0]?.message.zh).toContain(name);
      expect(error.problems[0]?.message.en).toContain(name);
    }
  });
});

describe('drawFault', () => {
  const spec = parseFaults('429=0.2,drop=0.1,C13:500=1,C13.2:html=0');
  const shareOf = (name: string, indicator: string | undefined): number => {
    const draws = Array.from({ length: 2000 }, (_, i) =>
      drawFault(spec, indicator, randomFrom('seed', i)),
    );
    return draws.filter((fault) => fault?.name === name).length / draws.length;
  };

  test('faults come as often as asked for', () => {
    // Standard errors are 0.009 and 0.007; the draws are seeded, so this is no matter of luck.
    expect(shareOf('429', undefined)).toBeCloseTo(0.2, 1);
    expect(shareOf('drop', 'C3.1.1')).toBeCloseTo(0.1, 1);
    expect(shareOf('500', 'C3.1.1')).toBe(0);
  });

  test('the longest scope counts, and alone', () => {
    expect(shareOf('500', 'C13.1.1')).toBe(1);
    expect(shareOf('500', 'C13.2.1')).toBe(0);
    expect(shareOf('429', 'C13.2.1')).toBe(0);
  });
});

function thrown(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
