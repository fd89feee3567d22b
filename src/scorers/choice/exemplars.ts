import type { GradingKey } from '../../model/index.ts';
import type { Exemplar } from '../contract.ts';
import { polarityOf } from './judgement.ts';
import { labelSetOf, targetIndices } from './label-set.ts';

/** Ways in which models give the answer to a question with one answer. */
const SINGLE: readonly ((label: string, text: string) => string)[] = [
  (label) => label,
  (label) => `答案：${label}`,
  (label) => `答案是${label}。`,
  (label) => `**答案：${label}**`,
  (label) => `故选${label}。`,
  (label) => `【答案】${label}`,
  (label, text) => (text === '' ? `本题选${label}。` : `正确答案是 ${label}. ${text}`),
  (label) => `根据题意逐项分析可知，本题应选${label}。`,
  (label) => `我先看题干，再比较各个选项。\n\n最终答案：${label}`,
];

const SEVERAL: readonly ((labels: readonly string[]) => string)[] = [
  (labels) => `答案：${labels.join('、')}`,
  (labels) => `正确答案是${labels.join('、')}。`,
  (labels) => `应选 ${labels.join('、')}。`,
  (labels) => `逐项分析之后，符合题意的有多个。\n最终答案：${labels.join('、')}`,
];

/** A right or a wrong answer in one of the usual wordings; null where there is no wrong option. */
export function exemplifyChoice(
  key: GradingKey,
  multiple: boolean,
  kind: 'right' | 'wrong',
  random: () => number,
): Exemplar | null {
  const set = labelSetOf(key);
  const target = targetIndices(set, key.target);
  if (target === null || (!multiple && target.length > 1)) return null;
  const chosen = kind === 'right' ? target : wrongIndices(set.options.length, target, random);
  if (chosen === null) return null;
  const options = chosen.map((i) => set.options[i]).filter((option) => option !== undefined);
  const labels = options.map(({ label }) => label);
  const [first] = options;
  if (first === undefined) return null;
  if (labels.length > 1) return { text: pick(SEVERAL, random)(labels) };
  // A true-or-false answer is a word, which the longer wordings would blur.
  const forms = set.kind === 'word' && polarityOf(set) !== null ? SINGLE.slice(0, 3) : SINGLE;
  return { text: pick(forms, random)(first.label, set.kind === 'letter' ? first.text : '') };
}

function wrongIndices(
  count: number,
  target: readonly number[],
  random: () => number,
): number[] | null {
  const others = Array.from({ length: count }, (_, i) => i).filter((i) => !target.includes(i));
  if (others.length > 0) {
    const other = others[Math.floor(random() * others.length)] ?? 0;
    // Most wrong answers to a question with several are nearly right.
    return target.length > 1 ? [...target.slice(1), other].toSorted((a, b) => a - b) : [other];
  }
  return target.length > 1 ? target.slice(1) : null;
}

function pick<T>(list: readonly [T, ...T[]] | readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}
