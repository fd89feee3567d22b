/** Words by their characters: all that begin at a place are found on one way. */
export interface Trie<Value> {
  /** By UTF-16 unit, the place in `nodes` of the words that begin with it; 0 where none does. */
  readonly first: Uint16Array;
  readonly nodes: readonly Node<Value>[];
}

export interface Node<Value> {
  /** Of the word that ends here; undefined where none does. */
  value: Value | undefined;
  /** By unit; null where no word goes on. */
  next: Map<number, Node<Value>> | null;
}

/** @param merge the value of a word that is given twice; the first one unless said otherwise */
export function trieOf<Value>(
  words: Iterable<readonly [word: string, value: Value]>,
  merge: (held: Value, further: Value) => Value = (held) => held,
): Trie<Value> {
  const root = { value: undefined, next: new Map<number, Node<Value>>() };
  for (const [word, value] of words) {
    let node: Node<Value> = root;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      node.next ??= new Map();
      const next: Node<Value> = node.next.get(unit) ?? { value: undefined, next: null };
      node.next.set(unit, next);
      node = next;
    }
    node.value = node.value === undefined ? value : merge(node.value, value);
  }
  const first = new Uint16Array(0x10000);
  const nodes = [root, ...root.next.values()];
  for (const [i, unit] of [...root.next.keys()].entries()) first[unit] = i + 1;
  return { first, nodes };
}

/** Where the words begin that begin with the unit at `at`; undefined where none does. */
export function begin<Value>(
  { first, nodes }: Trie<Value>,
  text: string,
  at: number,
): Node<Value> | undefined {
  const place = first[text.charCodeAt(at)] ?? 0;
  return place === 0 ? undefined : nodes[place];
}

/** One unit further; undefined where no word goes on so. */
export function follow<Value>(
  node: Node<Value>,
  text: string,
  at: number,
): Node<Value> | undefined {
  return at < text.length ? node.next?.get(text.charCodeAt(at)) : undefined;
}
