import type { Exemplar } from '../contract.ts';
import type { Bounds, Constraint } from './checker.ts';

const FILLER = '这是一段用来说明情况的文字内容写得平实清楚便于读者理解';

/**
 * A text that keeps (or breaks) a simple set of constraints, or null: words to use, a beginning,
 * an end, a length, a fixed answer. What is composed counts only if it passes its own scorer.
 */
export function exemplifyInstruction(
  constraints: readonly Constraint[],
  kind: 'right' | 'wrong',
  passes: (text: string) => boolean,
  random: () => number,
): Exemplar | null {
  const candidates = kind === 'right' ? rightTexts(constraints) : wrongTexts(random);
  const text = candidates.find((candidate) => passes(candidate) === (kind === 'right'));
  return text === undefined ? null : { text };
}

function rightTexts(constraints: readonly Constraint[]): string[] {
  const fixed = constraints.find((c) => c.check === 'one-of');
  if (fixed !== undefined) return texts(fixed['texts']);
  const of = (check: string, key: string): string[] =>
    constraints.filter((c) => c.check === check).flatMap((c) => texts(c[key]));
  const words = [...of('keywords', 'all'), ...of('keywords', 'any').slice(0, 1)];
  const start = of('starts-with', 'text')[0] ?? '';
  const end = of('ends-with', 'text')[0] ?? '';
  const body = `${start}${words.join('，')}`;
  const wanted = constraints.find((c) => c.check === 'length');
  const plain = end === '' ? `${body}。` : `${body}${end}`;
  if (wanted === undefined) return [plain, `${body}${FILLER}${end === '' ? '。' : end}`];
  const { min = 0, max, exactly } = wanted as Bounds;
  const goal = exactly ?? (max === undefined ? min : Math.floor((min + max) / 2));
  const have = [...`${body}${end}`.matchAll(/\p{Script=Han}/gu)].length;
  const missing = Math.min(20_000, Math.max(0, goal - have));
  const padding = FILLER.repeat(Math.ceil(missing / FILLER.length)).slice(0, missing);
  return [plain, `${body}${padding}${end === '' ? '。' : end}`];
}

const OFF_THE_POINT = [
  'OK, here is 1 answer, with **some** words:\n\n- one\n- two, 2',
  '好的，没有问题。',
  '嗯',
  '……',
] as const;

function wrongTexts(random: () => number): string[] {
  const first = Math.floor(random() * OFF_THE_POINT.length);
  return [...OFF_THE_POINT.slice(first), ...OFF_THE_POINT.slice(0, first)];
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((text) => typeof text === 'string');
}
