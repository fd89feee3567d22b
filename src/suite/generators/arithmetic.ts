import type { Rational } from '../../text/rational.ts';
import {
  add,
  compare,
  divide,
  rational as exact,
  formatRational,
  multiply,
  negate,
  ZERO,
} from '../../text/rational.ts';
import type { Random } from '../random.ts';
import { defineGenerator } from './contract.ts';

type Operator = '+' | '-' | '×' | '÷';
type NumberKind = 'integer' | 'decimal' | 'fraction';

type Expression =
  | { readonly value: Rational }
  | {
      readonly operator: Operator;
      readonly left: Expression;
      readonly right: Expression;
      readonly value: Rational;
    };

interface ArithmeticOptions {
  readonly steps?: number;
  readonly numbers?: readonly NumberKind[];
}

const FORMULA_FRAMES = [
  (e: string) => `计算：${e}`,
  (e: string) => `${e} 等于多少？`,
  (e: string) => `求算式 ${e} 的值。`,
  (e: string) => `请算出 ${e} 的结果。`,
  (e: string) => `核对账目时需要算一下 ${e}，结果是多少？`,
  (e: string) => `把下面的式子算到最后一步：\n${e}`,
  (e: string) => `算式“${e}”的得数是多少？`,
  (e: string) => `按先乘除、后加减的顺序计算 ${e}。`,
];

const CHAIN_FRAMES = [
  (start: string, steps: string) => `从 ${start} 开始，依次${steps}，最后得到的数是多少？`,
  (start: string, steps: string) => `取数 ${start}，对它依次进行下列运算：${steps}。结果是多少？`,
  (start: string, steps: string) => `一台计算器上显示 ${start}，接着依次${steps}，屏幕上显示几？`,
];

const VERBS: Readonly<Record<Operator, string>> = {
  '+': '加上',
  '-': '减去',
  '×': '乘以',
  '÷': '除以',
};

/**
 * Arithmetic with an exact result. The expression is grown from its result downwards (a value is
 * split into two operands again and again), so that every intermediate result stays exact and of
 * a size that is meant.
 */
export const arithmetic = defineGenerator<ArithmeticOptions>({
  id: 'arithmetic',
  version: '1.0.0',
  title: {
    zh: '整数、小数和分数的多步四则运算',
    en: 'Multi-step arithmetic with integers, decimals and fractions',
  },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      steps: { type: 'integer', minimum: 2, maximum: 6, description: 'operations per case' },
      numbers: {
        type: 'array',
        items: { enum: ['integer', 'decimal', 'fraction'] },
        minItems: 1,
        uniqueItems: true,
        description: 'kinds of numbers to draw from',
      },
    },
  },
  generate: (options, random) => {
    const steps = options.steps ?? random.int(2, 5);
    const kind = random.pick(options.numbers ?? (['integer', 'decimal', 'fraction'] as const));
    const chained = random.chance(0.2);
    const expression = grow(rootValue(kind, random), steps, kind, chained, random);
    const prompt = chained ? chain(expression, kind, random) : formula(expression, kind, random);
    return {
      prompt,
      target: format(expression.value, kind),
      scorer: { use: 'number' },
      difficulty: difficulty(steps, kind),
    };
  },
});

function difficulty(steps: number, kind: NumberKind): 1 | 2 | 3 | 4 | 5 {
  const level = Math.ceil(steps / 2) + (kind === 'integer' ? 0 : 1);
  return Math.min(5, level) as 1 | 2 | 3 | 4 | 5;
}

const rational = (n: number, d = 1): Rational => exact(BigInt(n), BigInt(d));

function rootValue(kind: NumberKind, random: Random): Rational {
  switch (kind) {
    case 'integer':
      return rational(random.int(12, 2400) * (random.chance(0.1) ? -1 : 1));
    case 'decimal':
      return rational(random.int(105, 99_999), 100);
    case 'fraction':
      return rational(random.int(3, 60), random.int(7, 36));
  }
}

/** `chained`: every right operand stays a plain number, so that the steps can be told in order. */
function grow(
  value: Rational,
  steps: number,
  kind: NumberKind,
  chained: boolean,
  random: Random,
): Expression {
  if (steps === 0) return { value };
  const [operator, left, right] = split(value, kind, random);
  const leftSteps = chained ? steps - 1 : random.int(0, steps - 1);
  return {
    operator,
    left: grow(left, leftSteps, kind, chained, random),
    right: grow(right, steps - 1 - leftSteps, kind, chained, random),
    value,
  };
}

/** Two operands whose sum, difference, product or quotient is `value`. */
function split(
  value: Rational,
  kind: NumberKind,
  random: Random,
): readonly [Operator, Rational, Rational] {
  for (let attempt = 0; attempt < 40; attempt++) {
    const operator = random.pick(['+', '-', '×', '÷'] as const);
    const right = operand(operator, kind, random);
    const left = inverse(operator, value, right);
    if (left !== null && isHandy(left, kind) && compare(left, ZERO) > 0)
      return [operator, left, right];
  }
  // Always handy: only a whole number is added to a value that was handy before.
  const right = rational(random.int(2, 40) + negativePart(value));
  return ['-', add(value, right), right];
}

/** The whole number that lifts a negative value above zero. */
function negativePart(value: Rational): number {
  return value.n < 0n ? Number(-value.n / value.d) + 1 : 0;
}

function inverse(operator: Operator, value: Rational, right: Rational): Rational | null {
  switch (operator) {
    case '+':
      return add(value, negate(right));
    case '-':
      return add(value, right);
    case '×':
      return divide(value, right);
    case '÷':
      return multiply(value, right);
  }
}

/** A right operand that makes the step worth doing: never 0 or 1. */
function operand(operator: Operator, kind: NumberKind, random: Random): Rational {
  const scales = operator === '×' || operator === '÷';
  switch (kind) {
    case 'integer':
      return rational(scales ? random.int(2, 25) : random.int(3, 900));
    case 'decimal':
      return scales
        ? random.pick(DECIMAL_FACTORS)
        : rational(random.int(11, 20_000), random.pick([10, 100]));
    case 'fraction': {
      const den = random.int(2, 15);
      const num = random.int(1, 2 * den);
      return num === den ? rational(den + 1, den) : rational(num, den);
    }
  }
}

const DECIMAL_FACTORS: readonly Rational[] = [
  rational(2, 10),
  rational(4, 10),
  rational(5, 10),
  rational(8, 10),
  rational(12, 10),
  rational(15, 10),
  rational(25, 10),
  rational(125, 100),
  rational(32, 10),
  rational(45, 10),
  rational(4),
  rational(6),
  rational(8),
  rational(16),
  rational(25),
];

/** Small enough to be worked out by hand. */
function isHandy(value: Rational, kind: NumberKind): boolean {
  const size = value.n < 0n ? -value.n : value.n;
  switch (kind) {
    case 'integer':
      return value.d === 1n && size <= 60_000n && size >= 2n;
    case 'decimal': {
      // At most three digits after the point: the denominator divides 1000.
      return 1000n % value.d === 0n && size <= 20_000n * value.d;
    }
    case 'fraction':
      return value.d <= 72n && size <= 240n;
  }
}

function format(value: Rational, kind: NumberKind): string {
  const { n, d } = value;
  return kind === 'fraction' && d !== 1n ? `${n}/${d}` : formatRational(value);
}

function formula(expression: Expression, kind: NumberKind, random: Random): string {
  return random.pick(FORMULA_FRAMES)(write(expression, kind));
}

const RANK: Readonly<Record<Operator, number>> = { '+': 1, '-': 1, '×': 2, '÷': 2 };

/** The expression with just the brackets it needs. */
function write(expression: Expression, kind: NumberKind): string {
  if (!('operator' in expression)) return format(expression.value, kind);
  const { operator, left, right } = expression;
  return `${side(left, operator, 'left', kind)} ${operator} ${side(right, operator, 'right', kind)}`;
}

function side(
  child: Expression,
  parent: Operator,
  place: 'left' | 'right',
  kind: NumberKind,
): string {
  const text = write(child, kind);
  if (!('operator' in child)) {
    // `a ÷ 2/3` could be read as `(a ÷ 2)/3`.
    return text.includes('/') && RANK[parent] === 2 ? `(${text})` : text;
  }
  const weaker = RANK[child.operator] < RANK[parent];
  const regrouped =
    place === 'right' && RANK[child.operator] === RANK[parent] && /[-÷]/u.test(parent);
  return weaker || regrouped ? `(${text})` : text;
}

function chain(expression: Expression, kind: NumberKind, random: Random): string {
  const steps: string[] = [];
  let rest = expression;
  while ('operator' in rest) {
    steps.unshift(`${VERBS[rest.operator]} ${format(rest.right.value, kind)}`);
    rest = rest.left;
  }
  return random.pick(CHAIN_FRAMES)(format(rest.value, kind), steps.join('、'));
}
