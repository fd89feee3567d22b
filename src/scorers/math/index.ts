import type { GradingKey, LocalText } from '../../model/index.ts';
import { sourceRange } from '../../text/index.ts';
import { defineScorer, type Score, type Span } from '../contract.ts';
import { shorten } from '../shorten.ts';
import { TOLERANCE_SCHEMA } from '../tolerance.ts';
import { compareAnswers } from './compare.ts';
import { exemplifyMath } from './exemplars.ts';
import type { ReadValue } from './notation.ts';
import { prepareArithmetic } from './numeric.ts';
import type { MathOptions } from './options.ts';
import { type MathReading, readMath } from './reading.ts';
import { type MathTargets, readTargets } from './target.ts';
import { formatValue } from './value.ts';
import { TIER_NAMES, UNDECIDED, type Verdict } from './verdict.ts';

/**
 * A mathematical answer: a number, an expression, an equation, roots, sets, intervals, tuples, in
 * LaTeX, plain text or Chinese. The tiers of `verdict.ts` are tried in turn, and the one that
 * decided is recorded. What cannot be read is `unparsed`; what can be read and yet not be compared
 * is `undecided`. Neither ever passes.
 */
export const math = defineScorer<MathOptions>({
  id: 'math',
  version: '1.2.0',
  title: { zh: '数学答案等价', en: 'Mathematical answer' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      tolerance: TOLERANCE_SCHEMA,
      ordered: { type: 'boolean' },
      unit: { enum: ['ignored', 'optional', 'required'] },
    },
  },
  target: {
    anyOf: [{ type: 'string' }, { type: 'array', minItems: 1, items: { type: 'string' } }],
  },
  async prepare() {
    prepareArithmetic();
  },
  check,
  score(key, response, options): Score {
    const targets = readTargets(key.target);
    const reading = readMath(response.text, targets.notation);
    const [first] = reading.values;
    if (first === undefined) return unread(reading);
    return judged(reading, best(reading.values, targets, options), targets);
  },
  exemplify: (key, options, kind, random) => exemplifyMath(key, options, kind, random),
});

interface Judgement {
  readonly answer: ReadValue;
  readonly verdict: Verdict;
}

/** The reading of the answer and the accepted target that fit best. */
function best(
  readings: readonly ReadValue[],
  { accepted }: MathTargets,
  options: MathOptions,
): Judgement {
  const all = readings.flatMap((answer) =>
    accepted.map((target): Judgement => {
      const verdict = compareAnswers(answer.value, target.value, options);
      // Another formula may name the same family: kπ+π/6 and (k-1)π+π/6.
      const open = verdict.same === false && (answer.family || target.family);
      return { answer, verdict: open ? UNDECIDED : verdict };
    }),
  );
  const [answer] = readings as [ReadValue];
  return (
    all.find(({ verdict }) => verdict.same === true) ??
    all.find(({ verdict }) => verdict.same === null) ??
    all[0] ?? { answer, verdict: UNDECIDED }
  );
}

function judged(reading: MathReading, { answer, verdict }: Judgement, targets: MathTargets): Score {
  const parsed = shorten(formatValue(answer.value));
  const wanted = shorten(targets.accepted.map(({ value }) => formatValue(value)).join(' | '));
  const base = {
    parsed,
    span: spanOf(reading),
    detail: {
      form: reading.rule,
      kind: answer.value.kind,
      target: wanted,
      ...(verdict.same === null ? {} : { tier: verdict.tier, tierName: TIER_NAMES[verdict.tier] }),
    },
  };
  switch (verdict.same) {
    case true:
      return { ...base, value: 'pass', status: 'ok', rule: TIER_NAMES[verdict.tier], reason: null };
    case false:
      return {
        ...base,
        value: 'fail',
        status: 'ok',
        rule: 'different',
        reason: {
          zh: `答案为“${parsed}”，与“${wanted}”不等价。`,
          en: `The answer is "${parsed}", which is not equivalent to "${wanted}".`,
        },
      };
    case null:
      return {
        ...base,
        value: 'invalid',
        status: 'undecided',
        rule: 'undecided',
        reason: {
          zh: `无法判定“${parsed}”与“${wanted}”是否等价，需人工复核。`,
          en: `It could not be decided whether "${parsed}" is equivalent to "${wanted}"; it needs a look by a person.`,
        },
      };
  }
}

function unread(reading: MathReading): Score {
  return {
    value: 'invalid',
    status: 'unparsed',
    parsed: null,
    rule: reading.rule,
    span: spanOf(reading),
    reason: {
      zh: '回答中读不出唯一确定的数学答案，需人工复核。',
      en: 'No single definite mathematical answer can be read; it needs a look by a person.',
    },
    detail: {},
  };
}

function spanOf({ reading, range, offset }: MathReading): Span | null {
  if (range === null) return null;
  const { start, end, text } = sourceRange(reading, range.start, range.end);
  return { start: start + offset, end: end + offset, text };
}

function check(key: GradingKey, options: MathOptions): LocalText[] {
  const { accepted, unread: bad } = readTargets(key.target);
  const findings = bad.map((text) => ({
    zh: `target “${shorten(text)}” 读不出一个数学答案；请写成如 "\\frac{1}{2}"、"x=1或x=2"、"[1,2)"。`,
    en: `No mathematical answer can be read from the target "${shorten(text)}"; write it like "\\frac{1}{2}", "x=1或x=2" or "[1,2)".`,
  }));
  const hasUnit = accepted.some(({ value }) => 'unit' in value && value.unit !== null);
  if (options.unit === 'required' && bad.length === 0 && !hasUnit) {
    findings.push({
      zh: 'unit 为 required，但 target 没有单位。',
      en: '"unit" is "required", but the target has no unit.',
    });
  }
  const isList = accepted.some(({ value }) => value.kind === 'collection' && value.form === 'list');
  if (options.ordered === true && bad.length === 0 && !isList) {
    findings.push({
      zh: 'ordered 为 true，但 target 不是列表；只有如 "1, 2, 3" 的列表才有先后。',
      en: '"ordered" is true, but the target is no list; only a list like "1, 2, 3" has an order.',
    });
  }
  return findings;
}
