import type { GradingKey } from '../../model/index.ts';
import { rational } from '../../text/index.ts';
import type { Exemplar } from '../contract.ts';
import { drawExemplar } from '../exemplars.ts';
import { compareAnswers } from './compare.ts';
import { binary, type Expression, formatExpression, numberOf } from './expression.ts';
import type { MathOptions } from './options.ts';
import { readMath } from './reading.ts';
import { type MathTarget, readTargets } from './target.ts';

const FORMS: readonly ((answer: string) => string)[] = [
  (answer) => `\\boxed{${answer}}`,
  (answer) => `先整理条件，再逐步化简，最后检验。\n\n所以答案为 $\\boxed{${answer}}$。`,
  (answer) => `答案：${answer}`,
  (answer) => `答案是 $${answer}$。`,
  (answer) => `**答案：** $${answer}$`,
  (answer) => `The answer is $${answer}$.`,
];

/** A right or a wrong answer in one of the usual forms; null when none can be made up. */
export function exemplifyMath(
  key: GradingKey,
  options: MathOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const { accepted, notation } = readTargets(key.target);
  const written = accepted.flatMap((target) =>
    kind === 'right' ? [target.text] : slips(target, options),
  );
  const isSuch = (text: string): boolean => {
    const [read] = readMath(text, notation).values;
    if (read === undefined) return false;
    const verdicts = accepted.map(({ value }) => compareAnswers(read.value, value, options).same);
    return kind === 'right' ? verdicts.includes(true) : verdicts.every((same) => same === false);
  };
  const texts = written.flatMap((answer) => FORMS.map((form) => form(answer)));
  return drawExemplar(texts, isSuch, random);
}

/** Slips of the usual kind: off by one, a lost sign, a factor of two; and no solution at all. */
function slips({ value }: MathTarget, { tolerance }: MathOptions): string[] {
  const step = numberOf(1n + 2n * BigInt(Math.ceil(Number(tolerance?.abs ?? 0))));
  const unit = value.kind === 'scalar' && value.unit !== null ? ` \\text{${value.unit}}` : '';
  const own: Expression | null =
    value.kind === 'scalar' ? value.value : value.kind === 'equation' ? value.right.value : null;
  if (own === null) return value.kind === 'empty' ? ['1'] : ['\\varnothing'];
  const changed = [
    binary('+', own, step),
    binary('*', numberOf(-2n), own),
    { kind: 'number', value: rational(7919n, 13n) } as const,
  ];
  const name =
    value.kind === 'equation' && value.left !== null ? `${formatExpression(value.left)} = ` : '';
  return changed.map((e) => `${name}${formatExpression(e)}${unit}`);
}
