import { describe, expect, it } from 'vitest';
import { arithmetic } from '../../../src/suite/generators/arithmetic.ts';
import { randomFrom } from '../../../src/suite/random.ts';

/** A fraction of its own, so that the product's arithmetic is not checked with itself. */
type Fraction = readonly [bigint, bigint];

function reduced(n: bigint, d: bigint): Fraction {
  let [a, b] = [n < 0n ? -n : n, d < 0n ? -d : d];
  while (b > 0n) [a, b] = [b, a % b];
  const sign = d < 0n ? -1n : 1n;
  return [(sign * n) / a, (sign * d) / a];
}

function calculate(operator: string, [a, b]: Fraction, [c, d]: Fraction): Fraction {
  if (operator === '+') return reduced(a * d + c * b, b * d);
  if (operator === '-') return reduced(a * d - c * b, b * d);
  if (operator === '×') return reduced(a * c, b * d);
  return reduced(a * d, b * c);
}

function read(number: string): Fraction {
  const [n, d] = number.split('/');
  if (d !== undefined) return reduced(BigInt(n as string), BigInt(d));
  const [whole, part = ''] = number.split('.');
  return reduced(BigInt(`${whole}${part}`), 10n ** BigInt(part.length));
}

/** Recursive descent over `a + b × (c - d)`; `3/4` without blanks is one number. */
function evaluate(text: string): Fraction {
  const tokens = text.match(/\d+(?:[./]\d+)?|[-+×÷()]/gu) ?? [];
  let at = 0;
  const atom = (): Fraction => {
    if (tokens[at] !== '(') return read(tokens[at++] as string);
    at += 1;
    const inside = sum();
    at += 1;
    return inside;
  };
  const product = (): Fraction => {
    let value = atom();
    while (tokens[at] === '×' || tokens[at] === '÷') {
      value = calculate(tokens[at++] as string, value, atom());
    }
    return value;
  };
  const sum = (): Fraction => {
    let value = product();
    while (tokens[at] === '+' || tokens[at] === '-') {
      value = calculate(tokens[at++] as string, value, product());
    }
    return value;
  };
  const value = sum();
  expect(at, text).toBe(tokens.length);
  return value;
}

const VERBS: Readonly<Record<string, string>> = { 加上: '+', 减去: '-', 乘以: '×', 除以: '÷' };

/** The value that the prompt asks for, and the number of operations in it. */
function solve(prompt: string): { readonly value: Fraction; readonly steps: number } {
  const chain = [...prompt.matchAll(/(加上|减去|乘以|除以) ([\d./]+)/gu)];
  if (chain.length > 0) {
    const start = /(?:从|取数|显示) ([\d./]+)/u.exec(prompt)?.[1] as string;
    const value = chain.reduce(
      (left, [, verb, right]) =>
        calculate(VERBS[verb as string] as string, left, read(right as string)),
      read(start),
    );
    return { value, steps: chain.length };
  }
  const formula = (/[\d(][-+×÷()./\d ]*[\d)]/u.exec(prompt) as RegExpExecArray)[0];
  return { value: evaluate(formula), steps: formula.match(/ [-+×÷] /gu)?.length ?? 0 };
}

const draw = (options: object, i: number) => {
  const made = arithmetic.generate(options as never, randomFrom('arithmetic-test', i));
  return { prompt: made.prompt ?? '', target: made.target as string };
};

describe('arithmetic', () => {
  it('states the value that its expression has', () => {
    for (let i = 0; i < 3000; i++) {
      const { prompt, target } = draw({}, i);
      const [n, d] = read(target.replace('-', ''));
      const sign = target.startsWith('-') ? -1n : 1n;
      expect(solve(prompt).value, prompt).toEqual([sign * n, d]);
    }
  });

  it.each([2, 3, 4, 5, 6])('has as many operations as asked for: %i', (steps) => {
    for (let i = 0; i < 300; i++) {
      expect(solve(draw({ steps }, i).prompt).steps).toBe(steps);
    }
  });

  it('keeps to the kinds of numbers asked for', () => {
    for (let i = 0; i < 500; i++) {
      const whole = draw({ numbers: ['integer'] }, i);
      expect(`${whole.prompt} ${whole.target}`).not.toMatch(/\d[./]\d/u);
      expect(draw({ numbers: ['decimal'] }, i).prompt).not.toMatch(/\d\/\d/u);
      expect(draw({ numbers: ['fraction'] }, i).prompt).not.toMatch(/\d\.\d/u);
    }
  });

  it('writes no decimal with more than three digits after the point', () => {
    for (let i = 0; i < 1000; i++) {
      const { prompt, target } = draw({ numbers: ['decimal'] }, i);
      expect(`${prompt} ${target}`).not.toMatch(/\.\d{4}/u);
    }
  });

  it('never divides by a bare fraction, which could be read two ways', () => {
    for (let i = 0; i < 1000; i++) {
      expect(draw({ numbers: ['fraction'] }, i).prompt).not.toMatch(/[×÷] \d+\/\d|\d\/\d+ [×÷]/u);
    }
  });
});
