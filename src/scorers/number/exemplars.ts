import type { GradingKey } from '../../model/index.ts';
import {
  absolute,
  add,
  formatRational,
  multiply,
  parseDecimal,
  type Rational,
  rational,
} from '../../text/index.ts';
import type { Exemplar } from '../contract.ts';
import type { NumberOptions } from './options.ts';
import { type NumberTarget, targetNumber } from './target.ts';

const FORMS: readonly ((number: string) => string)[] = [
  (number) => number,
  (number) => `答案：${number}`,
  (number) => `答案是${number}。`,
  (number) => `**${number}**`,
  (number) => `根据题目条件列式计算，结果是 ${number}。`,
  (number) => `先理清题目给出的数量关系，再依次计算。\n\n答案：${number}`,
  (number) => `答：${number}。`,
];

/** A right or a wrong number in one of the usual wordings; null when the target cannot be read. */
export function exemplifyNumber(
  key: GradingKey,
  options: NumberOptions,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const target = targetNumber(key.target);
  if (target === null) return null;
  const value = kind === 'right' ? target.value : wrongValue(target.value, options, random);
  const written = formatRational(value);
  const unit = unitText(key, target);
  const form = FORMS[Math.floor(random() * FORMS.length)] ?? String;
  return { text: form(unit === '' ? written : `${written}${unit}`) };
}

/** A slip of the usual size: off by one or by a tenth, and always outside the tolerance. */
function wrongValue(target: Rational, options: NumberOptions, random: () => number): Rational {
  const abs = parseDecimal(options.tolerance?.abs ?? '0') ?? rational(0n);
  const rel = parseDecimal(options.tolerance?.rel ?? '0') ?? rational(0n);
  const allowed = add(abs, multiply(rel, absolute(target)));
  const step = add(multiply(allowed, rational(2n)), rational(1n));
  const sign = random() < 0.5 && target.n > 0n && step.n * target.d < target.n * step.d ? -1n : 1n;
  return add(target, multiply(step, rational(sign * BigInt(1 + Math.floor(random() * 3)))));
}

/** The unit as the target writes it; compound targets are given in the unit they were read in. */
function unitText(key: GradingKey, target: NumberTarget): string {
  if (target.units.length === 0) return '';
  const written = typeof key.target === 'string' ? key.target.trim() : '';
  const name = target.own ?? target.units[0]?.name ?? '';
  const tail = /[^\d.,/\s]+$/u.exec(written)?.[0] ?? '';
  return target.own === null && tail !== '' && tail.length <= 4 && !/\d.*\D+\d/.test(written)
    ? ` ${tail}`
    : ` ${name}`;
}
