import type { Choice } from '../../model/index.ts';
import type { Random } from '../random.ts';

const LABELS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'] as const;

/** Options labelled A, B, C, … in random order, so that no position is right more often. */
export function shuffledChoices(texts: readonly string[], random: Random): Choice[] {
  if (texts.length > LABELS.length) throw new RangeError(`${texts.length} choices`);
  return random.shuffle(texts).map((text, i) => ({ label: LABELS[i] as string, text }));
}

/** The label of the option with this text. */
export function labelOf(choices: readonly Choice[], text: string): string {
  const found = choices.find((choice) => choice.text === text);
  if (found === undefined) throw new RangeError(`no choice ${text}`);
  return found.label;
}

/** `A. text` line by line, for prompts that show their options themselves. */
export function choiceLines(choices: readonly Choice[]): string {
  return choices.map(({ label, text }) => `${label}. ${text}`).join('\n');
}
