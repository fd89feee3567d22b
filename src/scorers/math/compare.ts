import { conversion, unitsNamed } from '../number/units.ts';
import { compareEquations, compareInequalities } from './equation.ts';
import { binary, degreesOf, type Expression, variablesOf } from './expression.ts';
import { compareIntervals } from './interval.ts';
import type { MathOptions } from './options.ts';
import { compareExpressions } from './scalar.ts';
import { asIntervals, solvedFor } from './solution.ts';
import {
  type Bindings,
  type Brackets,
  type Collection,
  type Equation,
  formatValue,
  type Scalar,
  type Value,
} from './value.ts';
import { allOf, decided, UNDECIDED, type Verdict } from './verdict.ts';

/** Whether an answer states what the target states. */
export function compareAnswers(answer: Value, target: Value, options: MathOptions): Verdict {
  return formatValue(answer) === formatValue(target)
    ? decided(true, 1)
    : compareValues(answer, target, options);
}

function compareValues(answer: Value, target: Value, options: MathOptions): Verdict {
  if (target.kind === 'empty' || answer.kind === 'empty') {
    return decided(target.kind === answer.kind, 3);
  }
  if (target.kind === 'intervals' || answer.kind === 'intervals')
    return bothIntervals(answer, target);
  switch (target.kind) {
    case 'scalar':
      return withScalar(answer, target, options);
    case 'equation':
      return withEquation(answer, target, options);
    case 'inequality':
      if (answer.kind !== 'inequality') return UNDECIDED;
      return answer.op === target.op ? compareInequalities(answer, target) : UNDECIDED;
    case 'collection':
      return withCollection(answer, target, options);
    case 'bindings':
      return withBindings(answer, target, options);
    case 'brackets':
      return withBrackets(answer, target, options);
  }
}

function bothIntervals(answer: Value, target: Value): Verdict {
  const [a, b] = [asIntervals(answer), asIntervals(target)];
  return a === null || b === null ? UNDECIDED : compareIntervals(a, b);
}

function withScalar(answer: Value, target: Scalar, options: MathOptions): Verdict {
  switch (answer.kind) {
    case 'scalar':
      return compareScalars(answer, target, options);
    case 'equation': {
      const value = solvedFor(answer);
      return value === null ? UNDECIDED : compareScalars(value, target, options);
    }
    case 'collection': {
      // `1/2 或 50%` states one value twice.
      return allOf(
        answer.items.map((item) => compareValues(item, target, options)),
        3,
      );
    }
    case 'brackets':
      return decided(false, 3);
    default:
      return UNDECIDED;
  }
}

/** Values with units. What the answer rounds may stand for what it gives exactly. */
function compareScalars(answer: Scalar, target: Scalar, options: MathOptions): Verdict {
  const exact = compareExact(answer, target, options);
  if (exact.same === true || answer.approximation === null) return exact;
  const rounded = compareExact({ ...answer, value: answer.approximation }, target, options);
  return rounded.same === true ? rounded : exact;
}

function compareExact(answer: Scalar, target: Scalar, options: MathOptions): Verdict {
  const { unit: policy = 'optional', tolerance } = options;
  const given = unitOf(answer);
  const wanted = unitOf(target);
  if (policy === 'ignored' || wanted === null || given === null || given === wanted) {
    if (policy === 'required' && wanted !== null && given === null) return decided(false, 3);
    if (given === '°' && wanted === '°') {
      return compareExpressions(answer.value, target.value, tolerance);
    }
    return compareDegrees(answer, target, options);
  }
  const factor = conversion(unitsNamed(given), unitsNamed(wanted));
  if (factor === null) return decided(false, 3);
  const value = binary('*', answer.value, { kind: 'number', value: factor });
  return compareExpressions(value, target.value, tolerance);
}

/** The unit, with ° for an angle in degrees; a unit that no table knows is no reason to fail. */
function unitOf(value: Scalar): string | null {
  return value.unit ?? (degreesOf(value.value) === null ? null : '°');
}

/** 60° is π/3; a bare 60 is taken for 60° only where the target says °. */
function compareDegrees(answer: Scalar, target: Scalar, { tolerance }: MathOptions): Verdict {
  const plain = compareExpressions(answer.value, target.value, tolerance);
  if (plain.same === true) return plain;
  const [a, b] = [degreesOf(answer.value), degreesOf(target.value)];
  if ((a === null) === (b === null)) return plain;
  const verdict = compareExpressions(a ?? answer.value, b ?? target.value, tolerance);
  return verdict.same === true ? verdict : plain;
}

function withEquation(answer: Value, target: Equation, options: MathOptions): Verdict {
  if (target.left === null) return withScalar(answer, target.right, options);
  switch (answer.kind) {
    case 'scalar':
      return target.left.kind === 'symbol' || solvedFor(target) !== null
        ? compareScalars(answer, target.right, options)
        : UNDECIDED;
    case 'equation':
      return compareTwoEquations(answer, target, options);
    case 'collection':
      return target.left.kind === 'symbol' ? withScalar(answer, target.right, options) : UNDECIDED;
    default:
      return UNDECIDED;
  }
}

function compareTwoEquations(answer: Equation, target: Equation, options: MathOptions): Verdict {
  const { left } = target;
  if (left === null || answer.left === null) {
    return compareScalars(answer.right, target.right, options);
  }
  if (sameName(answer.left, left)) {
    const verdict = compareScalars(answer.right, target.right, options);
    if (verdict.same !== false || isSolved(answer) || isSolved(target)) return verdict;
  }
  // 2x = 10 is not yet an answer to x = ?
  if (isSolved(target) && variablesOf(target.right.value).length === 0 && !isSolved(answer)) {
    return UNDECIDED;
  }
  return compareEquations(
    { left: answer.left, right: answer.right.value },
    { left, right: target.right.value },
  );
}

function isSolved({ left, right }: Equation): boolean {
  return left?.kind === 'symbol' && !variablesOf(right.value).includes(left.name);
}

/** The same name: y and f(x) both name a function of x. */
function sameName(a: Expression, b: Expression): boolean {
  const nameOf = (e: Expression): string | null => {
    if (e.kind === 'symbol') return e.name.replace(/_.*$/, '');
    const isApplied = e.kind === 'binary' && e.op === '*' && e.left.kind === 'symbol';
    return isApplied && e.right.kind === 'symbol' && e.right.name === 'x' ? 'y' : null;
  };
  const name = nameOf(a);
  return name !== null && name === nameOf(b);
}

function withCollection(answer: Value, target: Collection, options: MathOptions): Verdict {
  const ordered = options.ordered === true && target.form === 'list';
  switch (answer.kind) {
    case 'collection':
      return ordered
        ? inOrder(answer.items, target.items, options)
        : inAnyOrder(answer.items, target.items, options);
    case 'brackets':
      return ordered ? inOrder(answer.items, target.items, options) : UNDECIDED;
    case 'scalar':
      return inAnyOrder([answer], target.items, options);
    case 'equation': {
      const value = solvedFor(answer);
      return value === null ? UNDECIDED : inAnyOrder([value], target.items, options);
    }
    case 'bindings':
      return ordered ? UNDECIDED : inAnyOrder([answer], target.items, options);
    default:
      return UNDECIDED;
  }
}

function inOrder(
  answer: readonly Value[],
  target: readonly Value[],
  options: MathOptions,
): Verdict {
  if (answer.length !== target.length) return decided(false, 3);
  const pairs = answer.map((a, i) => compareValues(a, target[i] as Value, options));
  return allOf(pairs, 3);
}

/** Every item has a partner; an item that is named twice counts once. */
function inAnyOrder(
  answer: readonly Value[],
  target: readonly Value[],
  options: MathOptions,
): Verdict {
  const ofAnswer = answer.map((a) => target.map((t) => compareValues(a, t, options)));
  const rows = ofAnswer.map(anyOf);
  const columns = target.map((_, i) => anyOf(ofAnswer.map((row) => row[i] ?? UNDECIDED)));
  return allOf([...rows, ...columns], 3);
}

function anyOf(verdicts: readonly Verdict[]): Verdict {
  const hit = verdicts.find((v) => v.same === true);
  if (hit !== undefined) return hit;
  return verdicts.some((v) => v.same === null) ? UNDECIDED : decided(false, 3);
}

function withBindings(answer: Value, target: Bindings, options: MathOptions): Verdict {
  if (answer.kind === 'bindings') return compareBindings(answer, target, options);
  if (answer.kind === 'brackets' && answer.open === '(') {
    return inOrder(
      answer.items,
      target.entries.map(([, value]) => value),
      options,
    );
  }
  if (answer.kind === 'collection' && answer.items.length === 1) {
    return withBindings(answer.items[0] as Value, target, options);
  }
  // Two solutions where there is one.
  if (answer.kind === 'collection' && answer.items.every(({ kind }) => kind === 'bindings')) {
    return allOf(
      answer.items.map((item) => withBindings(item, target, options)),
      3,
    );
  }
  return UNDECIDED;
}

function compareBindings(answer: Bindings, target: Bindings, options: MathOptions): Verdict {
  const names = (b: Bindings): string => b.entries.map(([name]) => name).join();
  if (names(answer) !== names(target)) return UNDECIDED;
  return inOrder(
    answer.entries.map(([, value]) => value),
    target.entries.map(([, value]) => value),
    options,
  );
}

function withBrackets(answer: Value, target: Brackets, options: MathOptions): Verdict {
  switch (answer.kind) {
    case 'brackets': {
      const alike = answer.open === target.open && answer.close === target.close;
      const items = inOrder(answer.items, target.items, options);
      if (alike || items.same === false) return items;
      return target.items.length === 2 ? decided(false, 3) : UNDECIDED;
    }
    // A pair without brackets: `1, 2` or x=1, y=2 for (1, 2).
    case 'bindings':
      return inOrder(
        answer.entries.map(([, value]) => value),
        target.items,
        options,
      );
    case 'collection':
      return answer.form === 'list'
        ? inOrder(answer.items, target.items, options)
        : decided(false, 3);
    case 'scalar':
      return decided(false, 3);
    default:
      return UNDECIDED;
  }
}
