import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doublesAround, isHeld, isSameNumber, jsonNumeral } from '../../src/document/numeral.ts';
import { compare, parseDecimal, type Rational, rational } from '../../src/text/index.ts';

describe('a double holds', () => {
  test.each(['0', '-0', '1', '0.1', '0.30', '9007199254740992', '1e30', '1E+22', '5e-324', '1e-9'])(
    '%s',
    (numeral) => expect(isHeld(numeral)).toBe(true),
  );

  test('what is written of any double', () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (value) => {
        expect([value, isHeld(JSON.stringify(value))]).toEqual([value, true]);
      }),
    );
  });
});

test.each([
  '9007199254740993',
  '-9007199254740993',
  '9007199254740993.0',
  '12345678901234567890',
  '0.10000000000000000001',
  '1e999',
  '1e-999',
  `1e${'9'.repeat(30)}`,
])('no double holds %s', (numeral) => expect(isHeld(numeral)).toBe(false));

describe('numerals are compared by the number that they name', () => {
  test.each([
    ['9007199254740993', '9007199254740993.000', true],
    ['9007199254740993', '9.007199254740993e15', true],
    ['9007199254740993', '900719925474099.3E+1', true],
    ['9007199254740993', '9007199254740992', false],
    ['9007199254740993', '-9007199254740993', false],
    ['0.12345678901234567890', '12345678901234567890e-20', true],
    ['0.12345678901234567890', '0.12345678901234567891', false],
    ['0', '-0.00e7', true],
    ['1e999', '10e998', true],
    ['1e999', '1e998', false],
    // Too long to be reckoned with: nothing is equal to it.
    [`1e${'9'.repeat(30)}`, `1e${'9'.repeat(30)}`, false],
  ])('%s and %s: %s', (a, b, same) => {
    expect(isSameNumber(a, b)).toBe(same);
    expect(isSameNumber(b, a)).toBe(same);
  });

  test('a million digits are read at once', () => {
    const [long, other] = [`1${'0'.repeat(1e6)}1`, `1${'0'.repeat(1e6)}2`];
    expect(isSameNumber(long, long)).toBe(true);
    expect(isSameNumber(long, other)).toBe(false);
  });
});

test.each([
  ['+09007199254740993', '9007199254740993'],
  ['-.5', '-0.5'],
  ['7.', '7'],
  ['000', '0'],
  ['1.50E-3', '1.50e-3'],
])('%s is %s in JSON', (numeral, json) => expect(jsonNumeral(numeral)).toBe(json));

/** The exact value of a finite double. */
function exactOf(value: number): Rational {
  let halvings = 0;
  let scaled = value;
  for (; !Number.isInteger(scaled); scaled *= 2) halvings++;
  return rational(BigInt(scaled), 2n ** BigInt(halvings));
}

/** The next double that is greater. */
function successor(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  const bits = new BigInt64Array(new Float64Array([value]).buffer);
  bits[0] = (bits[0] ?? 0n) + (value > 0 ? 1n : -1n);
  return new Float64Array(bits.buffer)[0] ?? 0;
}

describe('the doubles around a numeral', () => {
  test('are neighbours, one below and one above', () => {
    const numeral = fc
      .tuple(fc.bigInt({ min: 10n ** 17n, max: 10n ** 25n }), fc.integer({ min: -40, max: 30 }))
      .map(([digits, power]) => `${digits}e${power}`);
    fc.assert(
      fc.property(numeral, fc.constantFrom('', '-'), (digits, sign) => {
        const written = `${sign}${digits}`;
        fc.pre(!isHeld(written));
        const exact = parseDecimal(written);
        if (exact === null) throw new Error(written);
        const { below, above } = doublesAround(written);
        // A numeral may be what a double is exactly: then it is one of the two.
        expect(compare(exactOf(below), exact)).toBeLessThanOrEqual(0);
        expect(compare(exact, exactOf(above))).toBeLessThanOrEqual(0);
        expect(successor(below)).toBe(above);
      }),
      { numRuns: 1000 },
    );
  });

  test.each([
    ['9007199254740993', 9007199254740992, 9007199254740994],
    ['-9007199254740993', -9007199254740994, -9007199254740992],
    ['1e999', Number.MAX_VALUE, Infinity],
    ['-1e999', -Infinity, -Number.MAX_VALUE],
    ['1e-999', 0, Number.MIN_VALUE],
  ])('%s', (numeral, below, above) => {
    expect(doublesAround(numeral)).toEqual({ below, above });
  });
});
