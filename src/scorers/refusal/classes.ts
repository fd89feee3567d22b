import { LEXICON } from './lexicon.ts';

/**
 * What features are made of, by number: classes of words and marks, what stands for the edge of a
 * clause or for any word, what is said of a clause as a whole, and steps of a size.
 */
export const CLASSES: readonly string[] = [
  ...Object.keys(LEXICON),
  ...['term', ',', '^', '$', '*', '-', 'unknown', 'none', 'end', 'topic'],
  ...['any', 'first', 'last', 'question', 'opens', 'led', 'closes', 'goes-on'],
  ...['width', 'lead', 'tail', 'before', 'after'],
  ...['0', '1', '2', '3', '4'],
];

const NUMBERS: ReadonlyMap<string, number> = new Map(CLASSES.map((name, i) => [name, i]));

/** The number of a class. */
export function classOf(name: string): number {
  const number = NUMBERS.get(name);
  if (number === undefined) throw new RangeError(`There is no class "${name}".`);
  return number;
}

/** The numbers of classes. */
export function classesOf(...names: readonly string[]): ReadonlySet<number> {
  return new Set(names.map(classOf));
}
