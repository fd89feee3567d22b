import { formatRational, type Rational, rational } from '../../text/index.ts';

/**
 * A mathematical expression with one value. The set is closed, so nothing that a model writes can
 * reach more than these operations.
 */
export type Expression =
  | { readonly kind: 'number'; readonly value: Rational }
  | { readonly kind: 'constant'; readonly name: ConstantName }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'negate'; readonly of: Expression }
  /** ± (sign 1) or ∓ (sign -1) before a term: all of one expression take the same sign. */
  | { readonly kind: 'either'; readonly sign: 1 | -1; readonly of: Expression }
  | {
      readonly kind: 'binary';
      readonly op: '+' | '*' | '/' | '^';
      readonly left: Expression;
      readonly right: Expression;
    }
  | {
      readonly kind: 'call';
      readonly name: FunctionName;
      readonly of: Expression;
      /** Degree of a root, base of a logarithm, lower part of a binomial coefficient. */
      readonly by?: Expression;
    };

export type ConstantName = 'pi' | 'e' | 'i' | 'infinity';

export const FUNCTION_NAMES = [
  'sin',
  'cos',
  'tan',
  'cot',
  'sec',
  'csc',
  'arcsin',
  'arccos',
  'arctan',
  'sinh',
  'cosh',
  'tanh',
  'exp',
  'ln',
  'lg',
  'log',
  'sqrt',
  'root',
  'abs',
  'factorial',
  'binomial',
  'floor',
  'ceil',
] as const;
export type FunctionName = (typeof FUNCTION_NAMES)[number];

export function numberOf(value: bigint, below = 1n): Expression {
  return { kind: 'number', value: rational(value, below) };
}

export function binary(op: '+' | '*' | '/' | '^', left: Expression, right: Expression): Expression {
  return { kind: 'binary', op, left, right };
}

export function minus(left: Expression, right: Expression): Expression {
  return binary('+', left, { kind: 'negate', of: right });
}

/** How tightly an expression binds; what binds less than its place asks for stands in brackets. */
const BINDING = { sum: 1, product: 2, power: 3, atom: 4 } as const;
type Binding = (typeof BINDING)[keyof typeof BINDING];

/** The canonical text: two expressions written alike up to notation have the same one. */
export function formatExpression(e: Expression): string {
  switch (e.kind) {
    case 'number':
      return formatRational(e.value);
    case 'constant':
    case 'symbol':
      return e.name;
    case 'negate':
      return `-${within(e.of, BINDING.product)}`;
    case 'either':
      return `${e.sign === 1 ? '±' : '∓'}${within(e.of, BINDING.product)}`;
    case 'binary':
      return formatBinary(e);
    case 'call': {
      const by = e.by === undefined ? '' : `${formatExpression(e.by)}, `;
      return `${e.name}(${by}${formatExpression(e.of)})`;
    }
  }
}

function formatBinary({ op, left, right }: Expression & { kind: 'binary' }): string {
  switch (op) {
    case '+': {
      const term = within(right, isSigned(right) ? BINDING.sum : BINDING.product);
      return `${within(left, BINDING.sum)}${isSigned(right) ? term : `+${term}`}`;
    }
    case '*':
      return `${within(left, BINDING.product)}*${within(right, BINDING.power)}`;
    case '/':
      return `${within(left, BINDING.product)}/${within(right, BINDING.power)}`;
    case '^':
      return `${within(left, BINDING.atom)}^${within(right, BINDING.atom)}`;
  }
}

/** Its text begins with a sign, and a sum needs no other. */
function isSigned(e: Expression): boolean {
  return e.kind === 'negate' || e.kind === 'either' || (e.kind === 'number' && e.value.n < 0n);
}

function within(e: Expression, place: Binding): string {
  const text = formatExpression(e);
  return bindingOf(e) < place ? `(${text})` : text;
}

function bindingOf(e: Expression): Binding {
  switch (e.kind) {
    case 'number':
      if (e.value.n < 0n) return BINDING.sum;
      return formatRational(e.value).includes('/') ? BINDING.product : BINDING.atom;
    case 'negate':
    case 'either':
      return BINDING.sum;
    case 'binary':
      return e.op === '+' ? BINDING.sum : e.op === '^' ? BINDING.power : BINDING.product;
    default:
      return BINDING.atom;
  }
}

/** Calls `visit` for the expression and every part of it. */
export function walk(e: Expression, visit: (part: Expression) => void): void {
  visit(e);
  switch (e.kind) {
    case 'negate':
    case 'either':
      walk(e.of, visit);
      break;
    case 'binary':
      walk(e.left, visit);
      walk(e.right, visit);
      break;
    case 'call':
      walk(e.of, visit);
      if (e.by !== undefined) walk(e.by, visit);
      break;
    default:
  }
}

/** Names of the free variables, sorted. */
export function variablesOf(...expressions: readonly Expression[]): string[] {
  const names = new Set<string>();
  for (const e of expressions) {
    walk(e, (part) => {
      if (part.kind === 'symbol') names.add(part.name);
    });
  }
  return [...names].toSorted();
}

export function mentions(e: Expression, test: (part: Expression) => boolean): boolean {
  let found = false;
  walk(e, (part) => {
    found ||= test(part);
  });
  return found;
}

/** The two readings of an expression with ±; the expression itself when it has none. */
export function bothSigns(e: Expression): readonly Expression[] {
  if (!mentions(e, (part) => part.kind === 'either')) return [e];
  return [signed(e, 1), signed(e, -1)];
}

function signed(e: Expression, upper: 1 | -1): Expression {
  switch (e.kind) {
    case 'either': {
      const of = signed(e.of, upper);
      return e.sign === upper ? of : { kind: 'negate', of };
    }
    case 'negate':
      return { kind: 'negate', of: signed(e.of, upper) };
    case 'binary':
      return { ...e, left: signed(e.left, upper), right: signed(e.right, upper) };
    case 'call':
      return {
        ...e,
        of: signed(e.of, upper),
        ...(e.by === undefined ? {} : { by: signed(e.by, upper) }),
      };
    default:
      return e;
  }
}

/** One degree in radians; degrees are recognised by this very object. */
export const DEGREE = binary('/', { kind: 'constant', name: 'pi' }, numberOf(180n));

export function isWhole(e: Expression): boolean {
  return e.kind === 'number' && e.value.d === 1n;
}

/** A negative number stays a number. */
export function negated(of: Expression): Expression {
  if (of.kind === 'number') return { kind: 'number', value: { n: -of.value.n, d: of.value.d } };
  return { kind: 'negate', of };
}

/** Whole numbers over whole numbers stay a number, however they were written. */
export function quotient(left: Expression, right: Expression): Expression {
  if (isWhole(left) && isWhole(right) && left.kind === 'number' && right.kind === 'number') {
    if (right.value.n === 0n) return binary('/', left, right);
    return numberOf(left.value.n, right.value.n);
  }
  return binary('/', left, right);
}

/** The number of degrees, when the whole expression is an angle in degrees. */
export function degreesOf(e: Expression): Expression | null {
  if (e.kind === 'negate') {
    const of = degreesOf(e.of);
    return of === null ? null : negated(of);
  }
  return e.kind === 'binary' && e.op === '*' && e.right === DEGREE ? e.left : null;
}
