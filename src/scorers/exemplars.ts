import type { Exemplar } from './contract.ts';

/** The first candidate, in an order drawn at random, that is what was asked for; null if none is. */
export function drawExemplar(
  candidates: readonly string[],
  suits: (text: string) => boolean,
  random: () => number,
): Exemplar | null {
  const rest = [...candidates];
  while (rest.length > 0) {
    const [text = ''] = rest.splice(Math.floor(random() * rest.length), 1);
    if (suits(text)) return { text };
  }
  return null;
}
