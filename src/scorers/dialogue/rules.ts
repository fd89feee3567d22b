import type { GradingKey, LocalText, ModelResponse } from '../../model/index.ts';
import type { Score, Scorer } from '../contract.ts';
import { exact } from '../exact.ts';
import { instruction } from '../instruction/index.ts';
import { number } from '../number/index.ts';
import type { DialogueAnswer } from './answers.ts';

/** Constraints, as of the scorer `instruction`, that hold in each answer of a range. */
export interface EveryRule {
  /** First answer, default 1. */
  readonly from?: number;
  /** Last answer, default the one that is scored. */
  readonly to?: number;
  readonly constraints: readonly { readonly check: string }[];
}

/** Answers that agree with the first of them. */
export interface SameRule {
  /** `number`: they settle on the same number. `text`: they are the same, as of the scorer `exact`. */
  readonly as: 'number' | 'text';
  readonly answers: readonly number[];
}

export interface DialogueOptions {
  readonly every?: readonly EveryRule[];
  readonly same?: readonly SameRule[];
  /** `loose` forgives a polite first or last line and emphasis. Default `strict`. */
  readonly mode?: 'strict' | 'loose';
}

/** Why an answer does not keep a rule, or why that cannot be said. */
export interface Breach {
  readonly rule: 'every' | 'same';
  readonly answer: number;
  /** `invalid`: the answer cannot be read in the way the rule needs. */
  readonly value: 'fail' | 'invalid';
  readonly reason: LocalText;
  /** Where in the text of the answer; null when no place can be shown. */
  readonly span: Score['span'];
}

/** What breaks the rules, in the order of the rules and the answers. */
export function breachesOf(
  key: GradingKey,
  answers: readonly DialogueAnswer[],
  { every = [], same = [], mode = 'strict' }: DialogueOptions,
): readonly Breach[] {
  return [
    ...every.flatMap((rule) => everyBreaches(key, answers, rule, mode)),
    ...same.flatMap((rule) => sameBreaches(key, answers, rule)),
  ];
}

function everyBreaches(
  key: GradingKey,
  answers: readonly DialogueAnswer[],
  { from = 1, to = answers.length, constraints }: EveryRule,
  mode: 'strict' | 'loose',
): readonly Breach[] {
  return answers.slice(from - 1, to).flatMap((answer) => {
    if (answer.text.trim() === '') return [breach('every', answer, 'fail', EMPTY)];
    const score = scored(instruction, key, answer, { constraints, mode });
    return score.reason === null ? [] : [breach('every', answer, 'fail', score.reason, score.span)];
  });
}

function sameBreaches(
  key: GradingKey,
  answers: readonly DialogueAnswer[],
  { as, answers: numbers }: SameRule,
): readonly Breach[] {
  const [first, ...others] = numbers.map((n) => answers[n - 1]);
  if (first === undefined) return [];
  const said = as === 'number' ? numberSaid(key, first) : first.text;
  if (said === null) return [breach('same', first, 'invalid', NO_NUMBER)];
  if (said.trim() === '') return [breach('same', first, 'fail', EMPTY)];
  const scorer = as === 'number' ? number : exact;
  return others.flatMap((answer) => {
    if (answer === undefined) return [];
    const { value, reason, span } = scored(scorer, { ...key, target: said }, answer, {});
    if (value === 'pass') return [];
    const why: LocalText = {
      zh: `与第 ${first.number} 个回答不一致：${reason?.zh ?? ''}`,
      en: `it disagrees with answer ${first.number}: ${reason?.en ?? ''}`,
    };
    return [breach('same', answer, value, why, span)];
  });
}

/** The number that an answer settles on, with its unit; null when there is none. */
function numberSaid(key: GradingKey, answer: DialogueAnswer): string | null {
  const { target: _target, ...open } = key;
  const { parsed, detail } = scored(number, open, answer, {});
  if (parsed === null) return null;
  return typeof detail['unit'] === 'string' ? `${parsed} ${detail['unit']}` : parsed;
}

/** What another scorer says of one answer of the dialogue. */
function scored(scorer: Scorer, key: GradingKey, answer: DialogueAnswer, options: object): Score {
  const response: ModelResponse = { outcome: 'ok', text: answer.text, timing: { totalMs: 0 } };
  return scorer.score({ ...key, request: answer.request }, response, options as never);
}

const EMPTY: LocalText = { zh: '回答为空。', en: 'the answer is empty.' };
const NO_NUMBER: LocalText = {
  zh: '没有可以辨认的数，无法与其他回答比较。',
  en: 'no number can be read that others could be compared with.',
};

function breach(
  rule: Breach['rule'],
  answer: DialogueAnswer,
  value: Breach['value'],
  reason: LocalText,
  span: Score['span'] = null,
): Breach {
  return { rule, answer: answer.number, value, reason, span };
}
