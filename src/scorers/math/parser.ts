import { parseDecimal, rational } from '../../text/index.ts';
import {
  binary,
  type ConstantName,
  DEGREE,
  type Expression,
  type FunctionName,
  isWhole,
  minus,
  negated,
  numberOf,
  quotient,
} from './expression.ts';
import type { Token } from './symbols.ts';

/** Deeper nesting is not read. */
const MAX_DEPTH = 60;

class Unreadable extends Error {}

/** The expression that the tokens are, all of them; null when they are none. */
export function parseExpression(tokens: readonly Token[]): Expression | null {
  if (tokens.length === 0) return null;
  try {
    return new ExpressionParser(tokens).whole();
  } catch (error) {
    if (error instanceof Unreadable) return null;
    throw error;
  }
}

/**
 * Recursive descent. Juxtaposition is a product and binds like `*`; `a/bc` is (a/b)c; the argument
 * of a function without brackets is the product that follows it (sin 2x); √ takes one factor.
 */
class ExpressionParser {
  private readonly tokens: Token[];
  private at = 0;
  private depth = 0;
  /** Inside |…|, where the next | closes. */
  private inBars = 0;

  constructor(tokens: readonly Token[]) {
    this.tokens = [...tokens];
  }

  whole(): Expression {
    const parts = [this.sum()];
    while (this.takes('operator', ':')) parts.push(this.sum());
    const [first, second] = parts;
    if (this.at < this.tokens.length || first === undefined || parts.length > 2) {
      throw new Unreadable();
    }
    return second === undefined ? first : binary('/', first, second);
  }

  private is(kind: Token['kind'], text?: string): boolean {
    const token = this.tokens[this.at];
    return token?.kind === kind && (text === undefined || token.text === text);
  }

  private takes(kind: Token['kind'], text: string): boolean {
    if (!this.is(kind, text)) return false;
    this.at++;
    return true;
  }

  private expect(kind: Token['kind'], text: string): void {
    if (!this.takes(kind, text)) throw new Unreadable();
  }

  private sum(): Expression {
    if (++this.depth > MAX_DEPTH) throw new Unreadable();
    let left = this.signedTerm() ?? this.product();
    for (;;) {
      const term = this.signedTerm();
      if (term === null) break;
      left = term.kind === 'negate' ? minus(left, term.of) : binary('+', left, term);
    }
    this.depth--;
    return left;
  }

  /** A term with its sign; null when no sign comes next. */
  private signedTerm(): Expression | null {
    if (this.takes('operator', '+')) return this.product();
    if (this.takes('operator', '-')) return negated(this.signedTerm() ?? this.product());
    if (this.takes('operator', '±')) return { kind: 'either', sign: 1, of: this.product() };
    if (this.takes('operator', '∓')) return { kind: 'either', sign: -1, of: this.product() };
    return null;
  }

  private product(): Expression {
    let left = this.power();
    for (;;) {
      if (this.takes('operator', '*')) {
        left = binary('*', left, this.signedFactor());
      } else if (this.takes('operator', '/')) {
        left = quotient(left, this.signedFactor());
      } else if (this.startsFactor()) {
        // Two numbers side by side are no product.
        if (this.is('number') && this.tokens[this.at - 1]?.kind === 'number')
          throw new Unreadable();
        left = binary('*', left, this.power());
      } else {
        return left;
      }
    }
  }

  private signedFactor(): Expression {
    if (++this.depth > MAX_DEPTH) throw new Unreadable();
    const factor = this.takes('operator', '-') ? negated(this.signedFactor()) : this.power();
    this.depth--;
    return factor;
  }

  private startsFactor(): boolean {
    const token = this.tokens[this.at];
    switch (token?.kind) {
      case 'number':
      case 'name':
      case 'constant':
      case 'function':
      case 'open':
        return token.text !== '\\{';
      case 'operator':
        return (
          token.text === '√' || token.text === '∛' || (token.text === '|' && this.inBars === 0)
        );
      default:
        return false;
    }
  }

  private power(): Expression {
    const base = this.postfix(this.primary());
    return this.takes('operator', '^') ? this.postfix(binary('^', base, this.exponent())) : base;
  }

  private exponent(): Expression {
    if (++this.depth > MAX_DEPTH) throw new Unreadable();
    const exponent = this.takes('operator', '-')
      ? negated(this.exponent())
      : this.takes('operator', '+')
        ? this.exponent()
        : this.power();
    this.depth--;
    return exponent;
  }

  private postfix(primary: Expression): Expression {
    let value = primary;
    for (;;) {
      if (this.takes('operator', '!')) {
        value = { kind: 'call', name: 'factorial', of: value };
      } else if (this.takes('operator', '°')) {
        value = binary('*', value, DEGREE);
      } else if (this.takes('operator', '%')) {
        value =
          value.kind === 'number'
            ? { kind: 'number', value: rational(value.value.n, value.value.d * 100n) }
            : binary('/', value, numberOf(100n));
      } else {
        return value;
      }
    }
  }

  private primary(): Expression {
    const token = this.tokens[this.at];
    this.at++;
    switch (token?.kind) {
      case 'number':
        return this.mixedNumber(literal(token.text));
      case 'constant':
        return { kind: 'constant', name: token.text as ConstantName };
      case 'name':
        return (
          this.selection(token.text) ?? {
            kind: 'symbol',
            name: token.text + this.subscript() + this.primes(),
          }
        );
      case 'function':
        return this.call(token.text);
      case 'open':
        return this.bracketed(token.text);
      case 'operator':
        return this.prefixed(token.text);
      default:
        throw new Unreadable();
    }
  }

  /** 1\frac{1}{2} and 1又1/2 are one and a half. */
  private mixedNumber(whole: Expression): Expression {
    if (this.takes('operator', '又')) {
      const part = this.is('number') ? this.plainFraction() : this.primary();
      return binary('+', whole, part);
    }
    const at = this.at;
    if (isWhole(whole) && this.takes('function', 'frac')) {
      const part = this.call('frac');
      if (part.kind === 'number' && part.value.n > 0n && part.value.n < part.value.d) {
        return binary('+', whole, part);
      }
      this.at = at;
    }
    return whole;
  }

  private plainFraction(): Expression {
    const above = this.primary();
    this.expect('operator', '/');
    return quotient(above, this.primary());
  }

  /** C_5^2 and A_5^2 (P_5^2) count combinations and permutations; null for a power of C_5. */
  private selection(name: string): Expression | null {
    if (name !== 'C' && name !== 'A' && name !== 'P') return null;
    const at = this.at;
    const of = this.takes('operator', '_') ? this.oneFactor() : null;
    const by = of !== null && this.takes('operator', '^') ? this.oneFactor() : null;
    if (of === null || by === null || !isSelection(of, by)) {
      this.at = at;
      return null;
    }
    if (name === 'C') return { kind: 'call', name: 'binomial', of, by };
    const rest = of.kind === 'number' && by.kind === 'number' ? difference(of, by) : minus(of, by);
    return binary('/', factorial(of), factorial(rest));
  }

  private subscript(): string {
    if (!this.takes('operator', '_')) return '';
    const token = this.tokens[this.at++];
    if (token?.kind === 'number' || token?.kind === 'name') return `_${token.text}`;
    if (token?.text !== '{') throw new Unreadable();
    let text = '';
    while (!this.takes('close', '}')) {
      const part = this.tokens[this.at++];
      if (part === undefined || part.kind === 'open') throw new Unreadable();
      text += part.text;
    }
    return `_${text}`;
  }

  private primes(): string {
    let text = '';
    while (this.takes('operator', "'")) text += "'";
    return text;
  }

  private bracketed(open: string): Expression {
    const close = CLOSING.get(open);
    if (close === undefined) throw new Unreadable();
    const bars = this.inBars;
    this.inBars = 0;
    const inner = this.sum();
    this.inBars = bars;
    this.expect('close', close);
    if (open === '⌊') return { kind: 'call', name: 'floor', of: inner };
    if (open === '⌈') return { kind: 'call', name: 'ceil', of: inner };
    return inner;
  }

  private prefixed(operator: string): Expression {
    if (operator === '√' || operator === '∛') {
      const of = this.oneFactor();
      return operator === '√'
        ? { kind: 'call', name: 'sqrt', of }
        : { kind: 'call', name: 'root', by: numberOf(3n), of };
    }
    if (operator !== '|') throw new Unreadable();
    this.inBars++;
    const of = this.sum();
    this.inBars--;
    this.expect('operator', '|');
    return { kind: 'call', name: 'abs', of };
  }

  private oneFactor(): Expression {
    if (++this.depth > MAX_DEPTH) throw new Unreadable();
    const factor = this.primary();
    this.depth--;
    return factor;
  }

  private call(name: string): Expression {
    switch (name) {
      case 'frac':
        return quotient(this.argument(), this.argument());
      case 'binomial': {
        const of = this.argument();
        return { kind: 'call', name, of, by: this.argument() };
      }
      case 'sqrt':
        return this.root();
      case 'log':
        return this.logarithm();
      default:
        return this.application(name as FunctionName);
    }
  }

  private root(): Expression {
    if (!this.takes('open', '[')) return { kind: 'call', name: 'sqrt', of: this.argument() };
    const by = this.sum();
    this.expect('close', ']');
    return { kind: 'call', name: 'root', by, of: this.argument() };
  }

  private logarithm(): Expression {
    const by = this.takes('operator', '_') ? this.argument() : undefined;
    const of = this.operand();
    return { kind: 'call', name: 'log', of, ...(by === undefined ? {} : { by }) };
  }

  /** sin x, sin²x, sin^{-1} x. */
  private application(name: FunctionName): Expression {
    const exponent = this.takes('operator', '^') ? this.exponentOfName() : null;
    const of = this.operand();
    if (exponent === null) return { kind: 'call', name, of };
    const inverse = INVERSES.get(name);
    if (inverse !== undefined && exponent.kind === 'negate' && isOne(exponent.of)) {
      return { kind: 'call', name: inverse, of };
    }
    return binary('^', { kind: 'call', name, of }, exponent);
  }

  /** The 2 of sin^2 x; in sin^23x it would be ambiguous and is taken whole. */
  private exponentOfName(): Expression {
    const negative = this.takes('operator', '-');
    const exponent = this.oneFactor();
    return negative ? negated(exponent) : exponent;
  }

  /** What a function is applied to: brackets and their power outside, or the product that follows. */
  private operand(): Expression {
    if (++this.depth > MAX_DEPTH) throw new Unreadable();
    const bracketed = this.is('open');
    let operand = bracketed
      ? this.oneFactor()
      : this.is('operator', '-')
        ? this.signedFactor()
        : this.power();
    while (!bracketed && this.startsFactor() && !this.is('function') && !this.is('open')) {
      operand = binary('*', operand, this.power());
    }
    this.depth--;
    return operand;
  }

  /** The argument of a TeX command: a group, or one digit or letter (\frac12). */
  private argument(): Expression {
    const token = this.tokens[this.at];
    if (token?.kind === 'number' && token.text.length > 1 && /^\d+$/.test(token.text)) {
      this.tokens.splice(this.at, 1, digits(token.text.slice(0, 1)), digits(token.text.slice(1)));
    }
    if (this.is('number')) return literal(this.tokens[this.at++]?.text ?? '');
    return this.oneFactor();
  }
}

const CLOSING: ReadonlyMap<string, string> = new Map([
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['⌊', '⌋'],
  ['⌈', '⌉'],
]);
const INVERSES: ReadonlyMap<FunctionName, FunctionName> = new Map([
  ['sin', 'arcsin'],
  ['cos', 'arccos'],
  ['tan', 'arctan'],
]);

type NumberExpression = Expression & { readonly kind: 'number' };

function isSelection(of: Expression, by: Expression): boolean {
  if (of.kind === 'symbol') return of.name === 'n' || of.name === 'm';
  return isWhole(of) && isWhole(by) && of.kind === 'number' && by.kind === 'number'
    ? by.value.n >= 0n && by.value.n <= of.value.n
    : false;
}

function difference(a: NumberExpression, b: NumberExpression): Expression {
  return numberOf(a.value.n - b.value.n);
}

function factorial(of: Expression): Expression {
  return { kind: 'call', name: 'factorial', of };
}

function digits(text: string): Token {
  return { kind: 'number', text };
}

function literal(text: string): Expression {
  const value = parseDecimal(text);
  if (value === null) throw new Unreadable();
  return { kind: 'number', value };
}

function isOne(e: Expression): boolean {
  return e.kind === 'number' && e.value.n === 1n && e.value.d === 1n;
}
