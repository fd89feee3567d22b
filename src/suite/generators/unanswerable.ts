import type { Random } from '../random.ts';
import { labelOf, shuffledChoices } from './choices.ts';
import { defineGenerator } from './contract.ts';
import type { Flaw, Variant } from './material/flawed-problems.ts';
import { FLAWED_PROBLEMS } from './material/flawed-problems.ts';

interface UnanswerableOptions {
  /** Share of sound problems, percent. */
  readonly soundPercent?: number;
  readonly flaws?: readonly Flaw[];
}

export const UNDETERMINED = '无法确定';

const FLAWS: readonly Flaw[] = ['missing', 'contradictory'];

const RULES = [
  '如果条件不足或互相矛盾，因而得不出唯一的结果，就选“无法确定”。',
  '请先看条件是否齐全、是否一致；得不出唯一结果的，选“无法确定”。',
  '题目的条件可能缺少或自相矛盾，遇到这种情况选“无法确定”；条件齐全的照常作答。',
];

/**
 * Problems whose data may not suffice or may contradict each other, mixed with sound ones of the
 * same wording, so that neither 无法确定 nor a number is right by habit. Wrong options are what a
 * careless reader would compute.
 */
export const unanswerable = defineGenerator<UnanswerableOptions>({
  id: 'unanswerable',
  version: '1.0.0',
  title: { zh: '条件不足与条件矛盾的识别', en: 'Problems with missing or contradictory data' },
  options: {
    type: 'object',
    additionalProperties: false,
    properties: {
      soundPercent: {
        type: 'integer',
        minimum: 0,
        maximum: 100,
        description: 'share of problems that do have an answer (50)',
      },
      flaws: {
        type: 'array',
        items: { enum: FLAWS },
        minItems: 1,
        uniqueItems: true,
      },
    },
  },
  generate: (options, random) => {
    const sound = random.int(1, 100) <= (options.soundPercent ?? 50);
    const version: 'sound' | Flaw = sound ? 'sound' : random.pick(options.flaws ?? FLAWS);
    const variants = random.pick(FLAWED_PROBLEMS)(random);
    const variant = variants[version];
    const right = variant.answer === null ? UNDETERMINED : String(variant.answer);
    const choices = shuffledChoices(optionTexts(variant, random), random);
    return {
      prompt: `${variant.text}${random.pick(RULES)}`,
      choices,
      target: labelOf(choices, right),
      scorer: { use: 'choice' },
      difficulty: sound ? 2 : 3,
    };
  },
});

/** 无法确定 and four numbers: the answer, if there is one, then lures, then numbers near them. */
function optionTexts(variant: Variant, random: Random): string[] {
  const numbers = new Set(variant.answer === null ? [] : [variant.answer]);
  for (const lure of variant.lures) {
    if (Number.isInteger(lure) && lure > 0 && numbers.size < 4) numbers.add(lure);
  }
  const base = [...numbers][0] ?? 12;
  while (numbers.size < 4) {
    const spread = Math.max(6, Math.ceil(base / 5));
    numbers.add(Math.max(1, base + random.int(-spread, spread)));
  }
  return [UNDETERMINED, ...[...numbers].map(String)];
}
