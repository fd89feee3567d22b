import { sha256 } from './canonical.ts';

/**
 * Merkle tree hash of RFC 6962 §2.1: leaf = SHA-256(0x00 ‖ data), node = SHA-256(0x01 ‖ left ‖
 * right), the left subtree holding the largest power of two of leaves smaller than all.
 *
 * Leaves are added one by one; only the O(log n) roots of complete subtrees are held.
 */
export interface MerkleTree {
  add(leaf: string | Uint8Array): void;
  /** Adds a leaf of which only the hash is known (see `leafHash`); lower-case hex. */
  addHash(hash: string): void;
  readonly size: number;
  /** Lower-case hex; of the empty string when there is no leaf. */
  root(): string;
}

/** Where a leaf stands in a tree, and the audit path of RFC 6962 §2.1.1 from it to the root. */
export interface InclusionProof {
  /** 0-based. */
  readonly index: number;
  /** Hashes of the subtrees beside the way, the one next to the leaf first; lower-case hex. */
  readonly path: readonly string[];
}

/** A tree that also gives proofs for the leaves that are wanted. */
export interface ProvingTree extends MerkleTree {
  /** As `add`, and the leaf has a proof in the end. Returns its index. */
  addWanted(leaf: string | Uint8Array): number;
  /** Proofs of the wanted leaves in the tree as it is now, by index. */
  proofs(): ReadonlyMap<number, InclusionProof>;
}

export function merkleTree(): MerkleTree {
  return provingTree();
}

/** A subtree on the way to the root, and the wanted leaves in it. */
interface Subtree {
  /** Lower-case hex. */
  readonly hash: string;
  readonly wanted: readonly Wanted[];
}

interface Wanted {
  readonly index: number;
  readonly path: readonly string[];
}

const NONE: readonly Wanted[] = [];

export function provingTree(): ProvingTree {
  // Roots of complete subtrees from left to right, with their heights: a binary counter.
  const stack: (Subtree & { readonly height: number })[] = [];
  let size = 0;
  const push = (leaf: Subtree): void => {
    let tree = leaf;
    let height = 0;
    while (stack.at(-1)?.height === height) {
      const left = stack.pop();
      if (left === undefined) break;
      tree = joined(left, tree);
      height++;
    }
    stack.push({ ...tree, height });
    size++;
  };
  const whole = (): Subtree | undefined =>
    stack.reduceRight<Subtree | undefined>(
      (right, left) => (right === undefined ? left : joined(left, right)),
      undefined,
    );
  return {
    add: (leaf) => push({ hash: leafHex(leaf), wanted: NONE }),
    addHash: (hex) => push({ hash: hex, wanted: NONE }),
    addWanted(leaf) {
      const index = size;
      push({ hash: leafHex(leaf), wanted: [{ index, path: [] }] });
      return index;
    },
    get size() {
      return size;
    },
    root: () => whole()?.hash ?? sha256(''),
    proofs: () => new Map(whole()?.wanted.map(({ index, path }) => [index, { index, path }])),
  };
}

function joined(left: Subtree, right: Subtree): Subtree {
  const hash = nodeHex(left.hash, right.hash);
  if (left.wanted.length + right.wanted.length === 0) return { hash, wanted: NONE };
  const beside =
    (sibling: string) =>
    ({ index, path }: Wanted): Wanted => ({ index, path: [...path, sibling] });
  return {
    hash,
    wanted: [...left.wanted.map(beside(right.hash)), ...right.wanted.map(beside(left.hash))],
  };
}

/**
 * True when a leaf stands at the proof's place in the tree of `size` leaves with that root
 * (RFC 9162 §2.1.3.2, the way to check an audit path of RFC 6962). False for whatever is no proof.
 *
 * @param leaf hash of the leaf
 * @param root lower-case hex
 */
export function isIncluded(
  leaf: Uint8Array,
  { index, path }: InclusionProof,
  { size, root }: { readonly size: number; readonly root: string },
): boolean {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size)) return false;
  if (index < 0 || index >= size) return false;
  // Places of the subtree and of the last one on its level; halved on the way up. No bit
  // operations, which would end at 2^31.
  let place = index;
  let last = size - 1;
  let hash = Buffer.from(leaf).toString('hex');
  for (const sibling of path) {
    if (last === 0 || !HEX_HASH.test(sibling)) return false;
    if (place % 2 === 1 || place === last) {
      hash = nodeHex(sibling, hash);
      // The last subtree of a level may be several levels lower than its sibling.
      while (place % 2 === 0 && place !== 0) {
        place /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHex(hash, sibling);
    }
    place = Math.floor(place / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 && hash === root;
}

const HEX_HASH = /^[0-9a-f]{64}$/;
const LEAF = Buffer.of(0);

/** SHA-256(0x00 ‖ data). */
export function leafHash(data: string | Uint8Array): Buffer {
  return Buffer.from(leafHex(data), 'hex');
}

// Hashes are hexadecimal texts in here: a text of them costs less than a piece of memory of its own.

function leafHex(data: string | Uint8Array): string {
  const bytes = typeof data === 'string' ? Buffer.from(data) : data;
  return sha256(Buffer.concat([LEAF, bytes]));
}

function nodeHex(left: string, right: string): string {
  return sha256(Buffer.from(`01${left}${right}`, 'hex'));
}
