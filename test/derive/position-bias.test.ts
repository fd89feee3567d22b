import { expect, test } from 'vitest';
import { positionBias, type VariantAnswer } from '../../src/derive/position-bias.ts';

const LABELS = ['A', 'B', 'C', 'D'];
const CIRCLE = ['ABCD', 'BCDA', 'CDAB', 'DABC'].map((order) => Array.from(order));

/** The answers of a model to the circular variants of a case whose right option was A. */
function answers(id: string, model: (order: readonly string[]) => string | null): VariantAnswer[] {
  return CIRCLE.map((order) => ({
    case: id,
    labels: LABELS,
    order,
    answer: model(order),
    target: 'A',
  }));
}
const knowing = (order: readonly string[]): string => LABELS[order.indexOf('A')] ?? '';
const of = (num: number, den: number) => ({ num: BigInt(num), den: BigInt(den) });

test('a model that knows the answer has no bias', () => {
  expect(positionBias(answers('a', knowing))).toEqual({
    cases: 1,
    variants: 4,
    unread: 0,
    acc: of(1, 1),
    perf: of(1, 1),
    vote: of(1, 1),
    prior: [of(1, 4), of(1, 4), of(1, 4), of(1, 4)],
  });
});

test('a model that always says A is right once in a circle and has a bias of 1', () => {
  expect(positionBias(answers('a', () => 'A'))).toMatchObject({
    acc: of(1, 4),
    perf: of(0, 1),
    vote: of(0, 1),
    prior: [of(1, 1), of(0, 1), of(0, 1), of(0, 1)],
  });
});

test('what is unread is wrong, has no vote and no place', () => {
  let first = true;
  const once = (order: readonly string[]): string | null => {
    const answer = first ? null : knowing(order);
    first = false;
    return answer;
  };
  expect(positionBias([...answers('a', once), ...answers('b', () => 'E')])).toEqual({
    cases: 2,
    variants: 8,
    unread: 5,
    acc: of(3, 8),
    perf: of(0, 1),
    vote: of(1, 2),
    prior: [of(0, 1), of(1, 3), of(1, 3), of(1, 3)],
  });
});

test('nothing is said of nothing, and labels go with options', () => {
  expect(positionBias([])).toBeNull();
  const [broken] = answers('a', knowing);
  if (broken === undefined) throw new Error('no variant');
  expect(() => positionBias([{ ...broken, order: ['A'] }])).toThrow(RangeError);
});
