import { type Expression, formatExpression } from './expression.ts';
import { formatIntervals, type Interval } from './interval.ts';

/** What a mathematical answer states. */
export type Value =
  | Scalar
  | Equation
  | Inequality
  | Brackets
  | Collection
  | Bindings
  | { readonly kind: 'intervals'; readonly intervals: readonly Interval[] }
  | { readonly kind: 'empty' };

export interface Scalar {
  readonly kind: 'scalar';
  readonly value: Expression;
  readonly unit: string | null;
  /** The rounded value in 2π≈6.28. */
  readonly approximation: Expression | null;
}

/** `left = right`; `left` is null for a label that is no expression (面积 = 5, S_{△ABC} = 5). */
export interface Equation {
  readonly kind: 'equation';
  readonly left: Expression | null;
  readonly right: Scalar;
  /** Said to be an equation (直线方程为 x+y=3): its right side is not the value of its left. */
  readonly unsolved?: true;
}

/** `left < right` and the like, where it is no interval of one variable. */
export interface Inequality {
  readonly kind: 'inequality';
  readonly op: '<' | '≤' | '≠';
  readonly left: Expression;
  readonly right: Expression;
}

/** (1, 2), [1, 2), (1, 2, 3): a tuple, a point or an interval. The target decides. */
export interface Brackets {
  readonly kind: 'brackets';
  readonly open: '(' | '[';
  readonly close: ')' | ']';
  readonly items: readonly Value[];
}

/** {1, 2}, `1, 2`, x=1或x=2. Only a list may have an order. */
export interface Collection {
  readonly kind: 'collection';
  readonly form: 'set' | 'list' | 'roots';
  readonly items: readonly Value[];
}

/** x=1, y=2; sorted by name. */
export interface Bindings {
  readonly kind: 'bindings';
  readonly entries: readonly (readonly [name: string, value: Value])[];
}

/** The canonical text of an answer. */
export function formatValue(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return formatExpression(value.value) + (value.unit === null ? '' : ` ${value.unit}`);
    case 'equation': {
      const left = value.left === null ? '' : `${formatExpression(value.left)} = `;
      return `${left}${formatValue(value.right)}`;
    }
    case 'inequality':
      return `${formatExpression(value.left)} ${value.op} ${formatExpression(value.right)}`;
    case 'brackets':
      return `${value.open}${formatAll(value.items)}${value.close}`;
    case 'collection':
      return value.form === 'set' ? `{${formatAll(value.items)}}` : formatAll(value.items);
    case 'bindings':
      return value.entries.map(([name, v]) => `${name} = ${formatValue(v)}`).join(', ');
    case 'intervals':
      return formatIntervals(value.intervals);
    case 'empty':
      return '∅';
  }
}

function formatAll(values: readonly Value[]): string {
  return values.map(formatValue).join(', ');
}
