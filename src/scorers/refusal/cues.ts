import { begin, follow, trieOf } from './trie.ts';

/** More lists than bits of a whole number cannot be told apart. */
const MOST = 31;

/**
 * Which of the lists have a word in a text, a bit for each, all in one pass: what spares most
 * sentences the patterns that cannot match without one of these words.
 */
export function cueReader(lists: readonly (readonly string[])[]): (text: string) => number {
  if (lists.length > MOST) throw new RangeError(`${lists.length} lists are more than ${MOST}`);
  const words = lists.flatMap((list, i) => list.map((word) => [word, 1 << i] as const));
  const trie = trieOf<number>(words, (held, further) => held | further);
  return (text) => {
    let found = 0;
    for (let start = 0; start < text.length; start++) {
      if (trie.first[text.charCodeAt(start)] === 0) continue;
      let node = begin(trie, text, start);
      for (let end = start + 1; node !== undefined; end++) {
        found |= node.value ?? 0;
        node = follow(node, text, end);
      }
    }
    return found;
  };
}
