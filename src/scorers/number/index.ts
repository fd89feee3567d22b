import type { GradingKey, LocalText } from '../../model/index.ts';
import {
  absolute,
  add,
  compare,
  formatRational,
  multiply,
  negate,
  parseDecimal,
  type Rational,
  sourceRange,
} from '../../text/index.ts';
import { defineScorer, type Score } from '../contract.ts';
import { TOLERANCE_SCHEMA } from '../tolerance.ts';
import { exemplifyNumber } from './exemplars.ts';
import type { NumberOptions } from './options.ts';
import type { Quantity } from './quantity.ts';
import { type NumberReading, readNumber } from './reading.ts';
import { type NumberTarget, targetNumber } from './target.ts';
import { conversion } from './units.ts';

/**
 * A number. Passes when the number that the answer settles on equals the target exactly, or within
 * the tolerance. A percentage is its share (85% is 0.85); a factor of 100 is never forgiven. Where
 * the target has a unit, another unit of the same kind is converted, one of another kind fails, and
 * a missing one passes (`optional`) or fails (`required`). What is recorded as read is in the target's
 * unit, so that 1.8米 and 180厘米 are the same answer to whoever compares answers.
 */
export const number = defineScorer<NumberOptions>({
  id: 'number',
  version: '1.3.0',
  title: { zh: '数值题', en: 'Number' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      tolerance: TOLERANCE_SCHEMA,
      unit: { enum: ['ignored', 'optional', 'required'] },
    },
  },
  target: { type: ['string', 'number'] },
  check,
  score(key, response, options): Score {
    const target = targetNumber(key.target);
    const wanted = target ?? { value: { n: 0n, d: 1n }, units: [], own: null };
    const read = readNumber(response.text, wanted);
    if (read.quantity === null) return unread(read);
    const span =
      read.range === null ? null : sourceRange(read.reading, read.range.start, read.range.end);
    const verdict =
      target === null
        ? { ...NO_TARGET, value: read.quantity.value }
        : judge(read.quantity, target, options);
    return {
      value: verdict.reason === null ? 'pass' : 'fail',
      status: 'ok',
      parsed: formatRational(verdict.value),
      rule: read.rule,
      span,
      reason: verdict.reason,
      detail: {
        unit: read.quantity.units[0]?.name ?? null,
        ...(verdict.unit === 'converted' ? { asWritten: formatRational(read.quantity.value) } : {}),
        ...(target === null ? {} : { target: formatRational(target.value) }),
        ...(verdict.unit === null ? {} : { unitVerdict: verdict.unit }),
      },
    };
  },
  exemplify: (key, options, kind, random) => exemplifyNumber(key, options, kind, random),
});

interface Verdict {
  /** The answer, in the target's unit where it has one of the same kind. */
  readonly value: Rational;
  readonly reason: LocalText | null;
  /** How the unit fared, where the target has one. */
  readonly unit: 'same' | 'converted' | 'missing' | 'different' | null;
}

const NO_TARGET: Omit<Verdict, 'value'> = {
  reason: { zh: '本题的目标值无法解析。', en: 'The target of this case cannot be read.' },
  unit: null,
};

function judge(answer: Quantity, target: NumberTarget, options: NumberOptions): Verdict {
  const policy = options.unit ?? 'optional';
  let value = answer.value;
  let unit: Verdict['unit'] = null;
  if (policy !== 'ignored' && target.units.length > 0) {
    const factor = answer.units.length === 0 ? null : conversion(answer.units, target.units);
    unit =
      answer.units.length === 0
        ? 'missing'
        : factor === null
          ? 'different'
          : factor.n === factor.d
            ? 'same'
            : 'converted';
    if (unit === 'different') return { value, unit, reason: differentUnit(answer, target) };
    if (unit === 'missing' && policy === 'required')
      return { value, unit, reason: missingUnit(target) };
    if (factor !== null) value = multiply(value, factor);
  }
  if (isWithin(value, target.value, options.tolerance)) return { value, unit, reason: null };
  const [given, wanted] = [formatRational(value), formatRational(target.value)];
  return {
    value,
    unit,
    reason: {
      zh: `答案为 ${given}，应为 ${wanted}。`,
      en: `The answer is ${given}; it should be ${wanted}.`,
    },
  };
}

function differentUnit(answer: Quantity, target: NumberTarget): LocalText {
  const [given, wanted] = [answer.units[0]?.name ?? '', target.units[0]?.name ?? ''];
  return {
    zh: `答案的单位是“${given}”，应为“${wanted}”。`,
    en: `The unit of the answer is "${given}"; it should be "${wanted}".`,
  };
}

function missingUnit(target: NumberTarget): LocalText {
  const wanted = target.units[0]?.name ?? '';
  return {
    zh: `答案没有写单位“${wanted}”。`,
    en: `The answer lacks the unit "${wanted}".`,
  };
}

function isWithin(
  value: Rational,
  target: Rational,
  tolerance: NumberOptions['tolerance'],
): boolean {
  const difference = absolute(add(value, negate(target)));
  if (difference.n === 0n) return true;
  const abs = tolerance?.abs === undefined ? null : parseDecimal(tolerance.abs);
  const rel = tolerance?.rel === undefined ? null : parseDecimal(tolerance.rel);
  if (abs !== null && compare(difference, abs) <= 0) return true;
  return rel !== null && compare(difference, multiply(rel, absolute(target))) <= 0;
}

function unread(read: NumberReading): Score {
  const span =
    read.range === null ? null : sourceRange(read.reading, read.range.start, read.range.end);
  const several = read.several.join('、');
  return {
    value: 'invalid',
    status: read.status,
    parsed: null,
    rule: read.rule,
    span,
    reason:
      read.status === 'invalid_multiple'
        ? {
            zh: `回答给出了多个数值“${several}”，无法判分。`,
            en: `The answer gives several numbers (${read.several.join(', ')}); it cannot be judged.`,
          }
        : {
            zh: '回答中读不出唯一确定的数值，需人工复核。',
            en: 'No single definite number can be read from the answer; it needs a look by a person.',
          },
    detail: read.several.length > 0 ? { values: [...read.several] } : {},
  };
}

function check(key: GradingKey, options: NumberOptions): LocalText[] {
  const target = targetNumber(key.target);
  if (target === null) {
    const shown = JSON.stringify(key.target ?? null);
    return [
      {
        zh: `target ${shown} 读不出一个确定的数值；请写成如 "84"、"3/4" 或 "84 箱"。`,
        en: `No definite number can be read from the target ${shown}; write it like "84", "3/4" or "84 箱".`,
      },
    ];
  }
  if (options.unit === 'required' && target.units.length === 0) {
    return [
      {
        zh: 'unit 为 required，但 target 没有单位。',
        en: '"unit" is "required", but the target has no unit.',
      },
    ];
  }
  return [];
}
